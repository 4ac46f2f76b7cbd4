import AuditModel
import DocumentModel
import Mutations

/// The lists of words that mutants lack one word of, to tell whether a word is one in which a shorter word stands that does the same.
struct WordsInWords {
    /// By rule and part.
    private let lists: [[String]: [String]]

    init(_ mutants: [Mutant], of pack: RulePack) {
        var lists: [[String]: [String]] = [:]
        for mutant in mutants {
            guard case .without(let word) = mutant.mutation.action else { continue }
            lists[[mutant.rule ?? "", mutant.mutation.part], default: []].append(Self.plain(word))
        }
        // A part is told by its evidence as well as by its cues.
        for part in pack.passages.parts {
            guard let evidence = part.evidence.flatMap({ pack.passages.vocabularies[$0] }) else { continue }
            lists[["", "part.\(part.id)"], default: []] += evidence
        }
        self.lists = lists
    }

    /// Whether the change takes a word away in which a shorter word of its list stands, which then is found in its place; for a cue, also one of the
    /// evidence of its part. Linear in the list.
    func hasShorter(_ mutation: Mutation, of rule: Rule.ID?) -> Bool {
        guard case .without(let word) = mutation.action, let list = lists[[rule ?? "", mutation.part]] else { return false }
        let bytes = Array(Self.plain(word).utf8)
        return list.contains { !$0.isEmpty && $0.utf8.count < bytes.count && ByteSearch.first($0, in: bytes[...]) != nil }
    }

    /// Without the mark that ends a word that covers the rest of its clause (U+2026).
    private static func plain(_ word: String) -> String {
        word.unicodeScalars.last == "\u{2026}" ? String(word.unicodeScalars.dropLast()) : word
    }
}
