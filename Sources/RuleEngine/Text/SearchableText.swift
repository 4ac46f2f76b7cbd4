import AuditModel
import DocumentModel
import Patterns

/// The patterns that a pack's rules forbid or look for, all of which are looked for at once by the literals that they need.
struct ForbiddenPatterns: Sendable {
    private let filter: PatternFilter
    private let sources: [String]

    init(_ rules: [Rule]) {
        sources = rules.flatMap(\.conditions).compactMap { condition in
            switch condition.requirement {
            case .forbidden(let pattern, _, _), .yearNamed(let pattern): pattern
            default: nil
            }
        }
        filter = PatternFilter(sources)
    }

    /// A pattern's number; nil for one that is none of the rules'. Strings that share their storage, as here, compare at once; hashed they are not.
    func number(of pattern: String) -> Int? { sources.firstIndex(of: pattern) }

    /// For each pattern the pieces in which it may match, by their index.
    fileprivate func candidates(in pieces: [SectionPiece]) -> [[Int]] {
        var all = [[Int]](repeating: [], count: sources.count)
        for (index, piece) in pieces.enumerated() {
            for pattern in filter.candidates(in: piece.text.string) { all[pattern].append(index) }
        }
        return all
    }
}

/// The paragraphs and headings of a report by section, put together and searched through once for all patterns.
///
/// A class, since that is done at most once in a judgement; it lives in one thread.
final class SearchableText {
    struct Section {
        let key: String?
        /// The heading first.
        let pieces: [SectionPiece]
        /// For each pattern the pieces in which it may match, by their index.
        fileprivate let candidates: [[Int]]

        /// The indices of the pieces in which a pattern may match.
        func candidates(_ pattern: Int?) -> [Int] { pattern.map { candidates[$0] } ?? Array(pieces.indices) }
    }

    private var built: [Section]?

    /// The top-level sections in document order.
    func sections(of document: Document, with workshop: Workshop) -> [Section] {
        if let built { return built }
        let patterns = workshop.forbidden
        let sections = document.sections.map { section in
            let heading = section.heading.map { [SectionPiece(kind: .heading, text: $0.text, locator: section.locator)] } ?? []
            let pieces = heading + section.pieces
            return Section(key: section.key, pieces: pieces, candidates: patterns.candidates(in: pieces))
        }
        built = sections
        return sections
    }
}
