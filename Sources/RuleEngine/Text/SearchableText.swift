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

    /// The numbers of the patterns that match in a text; nil when that is not known.
    func matches(in text: String) -> [Int]? {
        var text = text
        return text.withUTF8 { set?.matchingIndices(in: $0) }
    }

}

/// The paragraphs and headings of a report by section, put together and searched through once for all patterns.
///
/// A class, since that is done at most once in a judgement; it lives in one thread.
final class SearchableText {
    struct Section {
        let key: String?
        /// The heading first, each with the numbers of the patterns that match in it; nil when that is not known.
        let pieces: [(piece: SectionPiece, matches: [Int]?)]
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
                pieces: (heading + section.pieces).map { ($0, patterns.matches(in: $0.text.string)) })
        }
        built = sections
        return sections
    }
}
