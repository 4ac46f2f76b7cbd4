import AuditModel
import DocumentModel

/// What is to be marked in a report's text: the figures that its narrative states and the places that findings are about.
struct DocumentMarks {
    /// A stretch of a block's text.
    struct Mark {
        enum Subject {
            case statement(Statement)
            /// `isMain`: what the finding is about, rather than what it is compared with.
            case finding(NumberedFinding, isMain: Bool)
        }

        /// UTF-8 offsets in the block's text.
        let range: Range<Int>
        let subject: Subject
    }

    /// Of each paragraph and heading, by where they begin.
    private var marks: [Locator: [Mark]] = [:]
    /// The findings about each place, whatever it is, in their order.
    private(set) var findings: [Locator: [NumberedFinding]] = [:]

    init(_ audit: Audit) {
        let texts = Self.texts(of: audit.report.document)
        for statement in audit.report.narrative.statements {
            marks[statement.place.locator, default: []].append(Mark(range: statement.numberRange, subject: .statement(statement)))
        }
        for numbered in NumberedFinding.grouped(audit).flatMap(\.findings) {
            for (index, evidence) in numbered.finding.evidence.enumerated() where evidence.origin == .current {
                let locator = evidence.place.locator
                if findings[locator]?.last?.number != numbered.number { findings[locator, default: []].append(numbered) }
                guard let text = texts[locator], !evidence.quote.isEmpty,
                    let range = Self.range(of: evidence.quote, at: evidence.place.position, in: text)
                else { continue }
                marks[locator, default: []].append(Mark(range: range, subject: .finding(numbered, isMain: index == 0)))
            }
        }
        for locator in marks.keys {
            marks[locator]?.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        }
    }

    /// By where they begin; empty when nothing is marked there.
    subscript(locator: Locator) -> [Mark] { marks[locator] ?? [] }

    private static func texts(of document: Document) -> [Locator: BlockText] {
        var texts: [Locator: BlockText] = [:]
        for section in document.allSections {
            if let heading = section.heading { texts[section.locator] = heading.text }
            for paragraph in section.paragraphs { texts[section.locator(of: paragraph)] = paragraph.text }
        }
        return texts
    }

    /// Where a quote stands in a text: the occurrence at that position, else the first; nil when there is none. The marks of what was left out of a quote
    /// at its ends are no part of the text.
    private static func range(of whole: String, at position: SourcePosition, in text: BlockText) -> Range<Int>? {
        var quote = Substring(whole)
        while quote.hasPrefix("\u{2026}") { quote.removeFirst() }
        while quote.hasSuffix("\u{2026}") { quote.removeLast() }
        let occurrences = TextSearch.occurrences(of: String(quote), in: text.string, limit: 64)
        let start = occurrences.first { text.position(atOffset: $0) == position } ?? occurrences.first
        return start.map { $0..<$0 + quote.utf8.count }
    }
}

/// Plain search in UTF-8.
enum TextSearch {
    /// The UTF-8 offsets at which a string that is not empty stands in another, at most so many.
    static func occurrences(of needle: String, in text: String, limit: Int) -> [Int] {
        let needle = Array(needle.utf8)
        let bytes = Array(text.utf8)
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        var found: [Int] = []
        for start in 0...(bytes.count - needle.count) where bytes[start] == first {
            guard bytes[start..<start + needle.count].elementsEqual(needle) else { continue }
            found.append(start)
            if found.count == limit { break }
        }
        return found
    }
}
