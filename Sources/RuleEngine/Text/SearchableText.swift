import AuditModel
import DocumentModel
import Patterns

/// The patterns that a pack's rules forbid or look for, searched for in one pass.
struct ForbiddenPatterns: Sendable {
    /// Nil when they cannot be compiled together: then each is searched for by itself.
    private let set: PatternSet?
    private let sources: [String]

    init(_ rules: [Rule]) {
        sources = rules.flatMap(\.conditions).compactMap { condition in
            switch condition.requirement {
            case .forbidden(let pattern, _, _), .yearNamed(let pattern): pattern
            default: nil
            }
        }
        set = try? PatternSet(sources)
    }

    /// A pattern's number; nil for one that is none of the rules'. Strings that share their storage, as here, compare at once; hashed they are not.
    func number(of pattern: String) -> Int? { sources.firstIndex(of: pattern) }

    /// A section with the places where the patterns match in it.
    fileprivate func searched(_ section: SearchableText.Section) -> SearchableText.Section {
        guard let set else { return section }
        var all = [[Int]](repeating: [], count: sources.count)
        for (index, piece) in section.pieces.enumerated() {
            var text = piece.text.string
            guard let matches = text.withUTF8({ set.matchingIndices(in: $0) }) else { return section }
            for pattern in matches { all[pattern].append(index) }
        }
        var section = section
        section.matches = all
        return section
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
        /// For each pattern the pieces in which it matches, by their index; nil when that is not known.
        fileprivate(set) var matches: [[Int]]?

        /// The indices of the pieces in which a pattern may match.
        func candidates(_ pattern: Int?) -> [Int] {
            guard let pattern, let matches else { return Array(pieces.indices) }
            return matches[pattern]
        }
    }

    private var built: [Section]?

    /// The top-level sections in document order.
    func sections(of document: Document, with workshop: Workshop) -> [Section] {
        if let built { return built }
        let patterns = workshop.forbidden
        let sections = document.sections.map { section in
            let heading = section.heading.map { [SectionPiece(kind: .heading, text: $0.text, locator: section.locator)] } ?? []
            return patterns.searched(Section(key: section.key, pieces: heading + section.pieces))
        }
        built = sections
        return sections
    }
}
