import AuditModel
import DocumentModel

/// A prepared test case with the texts of its report.
///
/// A class, since thousands of mutants look through all cases, and each copy would count the references of whole reports.
final class SearchableCase: Sendable {
    let prepared: PreparedCase
    /// All texts of this year's report and last year's, in UTF-8.
    private let text: [UInt8]

    /// Nil for a case whose report cannot be read.
    init?(_ item: RuleCase, auditor: Auditor) {
        do throws(InputError) { prepared = try PreparedCase(item, auditor: auditor) } catch { return nil }
        var text: [UInt8] = []
        for document in [prepared.report.document, prepared.previous?.document].compactMap(\.self) {
            for section in document.allSections {
                if let heading = section.heading { Self.add(heading.text, to: &text) }
                for paragraph in section.paragraphs { Self.add(paragraph.text, to: &text) }
                for cell in section.tables.flatMap(\.cells) { Self.add(cell.text, to: &text) }
            }
        }
        self.text = text
    }

    /// Whether the word stands in a text of a report.
    func holds(_ word: String) -> Bool { ByteSearch.first(word, in: text[...]) != nil }

    private static func add(_ text: BlockText, to all: inout [UInt8]) {
        all += text.string.utf8
        all.append(UInt8(ascii: "\n"))
    }
}
