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
    func number(of pattern: String) -> Int? {
        sources.firstIndex { $0.utf8.count == pattern.utf8.count && $0 == pattern }
    }

    /// For each pattern the pieces in which it may match, by their index.
    fileprivate func candidates(in pieces: [SectionPiece]) -> [[Int]] { filter.candidates(in: pieces.map(\.text.string)) }
}

/// The paragraphs and headings of a report by section, put together and searched through once for all patterns.
///
/// A class, since that is done at most once in a judgement; it lives in one thread.
final class SearchableText {
    struct Section {
        let key: String?
        let hasHeading: Bool
        /// The heading first.
        let pieces: [SectionPiece]
        /// For each pattern the pieces in which it may match, by their index; nil before that is asked for.
        fileprivate(set) var candidates: [[Int]]?

        fileprivate init(_ section: DocumentModel.Section) {
            let heading = section.heading.map { [SectionPiece(kind: .heading, text: $0.text, locator: section.locator)] } ?? []
            key = section.key
            hasHeading = !heading.isEmpty
            pieces = heading + section.pieces
        }

        /// The pieces without the section's own heading.
        var body: ArraySlice<SectionPiece> { hasHeading ? pieces.dropFirst() : pieces[...] }

        /// The indices of the pieces in which a pattern may match.
        func candidates(_ pattern: Int?) -> [Int] {
            guard let pattern, let candidates else { return Array(pieces.indices) }
            return candidates[pattern]
        }
    }

    /// The top-level sections in document order, which patterns need not have been searched for in.
    private(set) var sections: [Section]
    private var isSearched = false

    init(_ document: Document) { sections = document.sections.map(Section.init) }

    /// The top-level sections in document order, searched through.
    func sections(with workshop: Workshop) -> [Section] {
        guard !isSearched else { return sections }
        let patterns = workshop.forbidden
        for index in sections.indices { sections[index].candidates = patterns.candidates(in: sections[index].pieces) }
        isSearched = true
        return sections
    }

    /// The byte ranges of the sentences in each piece of each section.
    private(set) lazy var sentences: [[[Range<Int>]]] = sections.map { section in
        section.pieces.map { piece in UTF8Text.bytes(of: piece.text.string) { TextPieces.sentences.ranges(in: $0) } }
    }

    /// The first section of a key; nil where the document has none.
    func section(_ key: String) -> Section? { sections.first { $0.key == key } }
}
