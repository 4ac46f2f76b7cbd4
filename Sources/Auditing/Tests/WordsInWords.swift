import AuditModel
import DocumentModel
import Mutations

/// The lists of words that mutants lack one word of, to tell whether a word is one in which a shorter word stands that does the same.
struct WordsInWords {
    /// By rule and part.
    private let lists: [[String]: [String]]
    /// The evidence by which parts are told besides their cues, by what the lists of these are called.
    private let evidence: [String: [String]]

    init(_ mutants: [Mutant], of pack: RulePack) {
        var lists: [[String]: [String]] = [:]
        for mutant in mutants {
            guard case .without(let word) = mutant.mutation.action else { continue }
            lists[[mutant.rule ?? "", mutant.mutation.part], default: []].append(Self.plain(word))
        }
        self.lists = lists
        var evidence: [String: [String]] = [:]
        for part in pack.passages.parts {
            evidence["part.\(part.id)"] = part.evidence.flatMap { pack.passages.vocabularies[$0] }
        }
        self.evidence = evidence
    }

    /// Whether the change takes a word away in which a shorter word of its list stands, which then is found in its place; for a cue, one of the
    /// evidence of its part does as well. Linear in the list.
    func hasShorter(_ mutation: Mutation, of rule: Rule.ID?) -> Bool {
        guard case .without(let word) = mutation.action else { return false }
        let bytes = Array(Self.plain(word).utf8)
        func stands(_ other: String) -> Bool { !other.isEmpty && ByteSearch.first(other, in: bytes[...]) != nil }
        return (lists[[rule ?? "", mutation.part]] ?? []).contains { $0.utf8.count < bytes.count && stands($0) }
            || (rule == nil ? evidence[mutation.part] ?? [] : []).contains(where: stands)
    }

    /// Without the mark that ends a word that covers the rest of its clause (U+2026).
    private static func plain(_ word: String) -> String {
        word.unicodeScalars.last == "\u{2026}" ? String(word.unicodeScalars.dropLast()) : word
    }
}
