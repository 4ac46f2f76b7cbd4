import AuditModel
import DocumentModel
import DocumentReaders
import RuleLanguage
import TestSupport
import Testing

@testable import Extraction

/// Tables between the forms, and tables whose zeros were left blank.
@Suite struct TableMixtureTests {
    private func binding(of text: String) throws -> TableBinding {
        let pack = try ShippedPack.load().pack
        let outline = Outline(
            entries: pack.forms[0].outline.entries, page: pack.identity.page, tables: pack.forms.flatMap { $0.outline.tables })
        let document = try DocumentReader.read(Array(text.utf8), outline: outline).document
        return TableBinder(forms: pack.forms, rules: pack.rules).bind(document)
    }

    @Test(
        "Headings of the older form over rows of the newer leave their figures unread and the form as the rest tells it", arguments: 0..<12)
    func mixedHeadings(seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        var text = SpecimenText(specimen, as: .barred, seed: seed).text
        for (newer, older) in [("本年制发件数", "本年新制作数量"), ("本年废止件数", "本年新公开数量"), ("现行有效件数", "对外公开总数量")] {
            text = text.replacing(newer, with: older)
        }
        let binding = try binding(of: text)
        #expect(binding.figures.form.id == "2021")
        let bound = TableGrids.bound(binding.figures)
        let unread = specimen.values.keys.filter {
            $0.hasPrefix("disclosure.regulations.") || $0.hasPrefix("disclosure.normative-documents.")
        }
        #expect(unread.count == 6 && unread.allSatisfy { bound[$0] == nil })
        #expect(bound.count == specimen.values.count - 6)
        #expect(bound.allSatisfy { specimen.values[$0.key] == $0.value })
    }

    @Test("Rows whose zeros were left blank are rows where merged labels left no trace, too", arguments: 0..<12)
    func blankZeros(seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        var text = specimen.title + "\n"
        for block in specimen.blocks {
            switch block {
            case .heading(let ordinal, let title, _): text += ordinal + title + "\n"
            case .paragraph(let paragraph): text += paragraph + "\n"
            case .table(let rows):
                for row in rows {
                    text += "| " + row.map { $0.isLabel || $0.text != "0" ? $0.text : "" }.joined(separator: " | ") + " |\n"
                }
            }
        }
        let bound = TableGrids.bound(try binding(of: text).figures)
        // Figures that no label begins are told by their first: where that is blank, too, nothing is read.
        let isBlankRow = specimen.values["challenges.review.upheld"] == "0"
        let due = specimen.values.filter { !isBlankRow || !$0.key.hasPrefix("challenges.") }
        let wrong = due.filter { bound[$0.key] != ($0.value == "0" ? "" : $0.value) }.keys.sorted()
        #expect(wrong.isEmpty, "\(wrong.count) \(wrong.prefix(4).map { "\($0) \(bound[$0] ?? "-")" })")
    }

    @Test("Rows without headings again and again cost no more each")
    func rowsWithoutHeadings() throws {
        let row = "| 规章 | 1 | 2 | 3 |\n"
        let text = "二、主动公开政府信息情况\n" + String(repeating: row, count: 40_000)
        let measured = ProcessorTime.measure { try binding(of: text) }
        _ = try measured.result.get()
        // A look back over all rows from each would take minutes.
        #expect(measured.seconds < 60, "\(measured.seconds)")
    }
}
