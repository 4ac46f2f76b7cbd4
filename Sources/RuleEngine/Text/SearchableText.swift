import AuditModel
import DocumentModel
import Patterns

/// The patterns that a pack's rules forbid, searched for in one pass.
struct ForbiddenPatterns: Sendable {
    /// Nil when they cannot be compiled together: then each is searched for by itself.
    private let set: PatternSet?
    private let numbers: [String: Int]

    init(_ rules: [Rule]) {
        var sources: [String] = []
        var numbers: [String: Int] = [:]
        for condition in rules.flatMap(\.conditions) {
            if case .forbidden(let pattern, _, _) = condition.requirement, numbers[pattern] == nil {
                numbers[pattern] = sources.count
                sources.append(pattern)
            }
        }
        set = try? PatternSet(sources)
        self.numbers = numbers
    }

    /// The numbers of the patterns that match in a text; nil when that is not known.
    func matches(in text: String) -> [Int]? {
        var text = text
        return text.withUTF8 { set?.matchingIndices(in: $0) }
    }

    /// Whether a pattern is among matches. One that is none of the set's may always match.
    func mayMatch(_ pattern: String, among matches: [Int]?) -> Bool {
        guard let matches, let number = numbers[pattern] else { return true }
        return matches.contains(number)
    }
}

/// The paragraphs and headings of a report by section, put together and searched through once for all patterns.
///
/// A class, since that is done at most once in a judgement; it lives in one thread.
final class SearchableText {
    struct Section {
        let key: String?
        /// The heading first, each with whether a pattern may match in it; one that may not, does not.
        let pieces: [(piece: SectionPiece, mayMatch: (_ pattern: String) -> Bool)]
    }

    private var built: [Section]?

    /// The top-level sections in document order.
    func sections(of document: Document, with workshop: Workshop) -> [Section] {
        if let built { return built }
        let patterns = workshop.forbidden
        let sections = document.sections.map { section in
            let heading = section.heading.map { [SectionPiece(kind: .heading, text: $0.text, locator: section.locator)] } ?? []
            return Section(
                key: section.key,
                pieces: (heading + section.pieces).map { piece in
                    let matches = patterns.matches(in: piece.text.string)
                    return (piece, { patterns.mayMatch($0, among: matches) })
                })
        }
        built = sections
        return sections
    }
}
