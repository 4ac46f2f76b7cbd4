import AuditModel
import DocumentModel
import TestSupport
import Testing

@testable import Extraction

/// Digits run together that leave very many ways to part them.
@Suite struct DigitHostileTests {
    private func binding(_ rows: [[String?]]) throws -> TableBinding {
        let pack = try ShippedPack.load().pack
        return TableBinder(forms: pack.forms, rules: pack.rules).bind(TableGrids.document("applications", rows))
    }

    @Test("Rows of sixty digits are given up and said", arguments: ["1", "12", "10", "01", "9"])
    func manyWays(_ piece: String) throws {
        let digits = String(repeating: piece, count: 60 / piece.count)
        let form = try ShippedPack.load().form
        let rows: [[String?]] = form.tables[1].rows.filter { $0.standsFor.isEmpty }.map { [$0.label, digits] }
        let measured = ProcessorTime.measure { try self.binding(rows) }
        let binding = try measured.result.get()
        #expect(TableGrids.bound(binding.figures).isEmpty)
        #expect(binding.remarks.contains { $0.kind == .unsettledDigits })
        #expect(measured.seconds < 60)
    }

    @Test("A row whose digits more than one way could part stays unread, and so do all rows tied to it")
    func ambiguous() throws {
        let form = try ShippedPack.load().form
        // 1 11 0 0 0 0 12 and 11 1 0 0 0 0 12.
        let rows: [[String?]] = form.tables[1].rows.filter { $0.standsFor.isEmpty }.map { row in
            [row.label, ["new", "result.granted", "result.total"].contains(row.id) ? "111000012" : "0000000"]
        }
        let binding = try binding(rows)
        #expect(TableGrids.bound(binding.figures).isEmpty)
        #expect(binding.remarks.allSatisfy { $0.kind == .unsettledDigits } && binding.remarks.count == rows.count)
    }

    @Test("What one row leaves open the columns settle")
    func columns() throws {
        let form = try ShippedPack.load().form
        let figures = [
            "new": "0 0 0 0 5 11 16", "result.granted": "0 0 0 0 1 11 12", "result.partial": "0 0 0 0 4 0 4",
            "result.total": "0 0 0 0 5 11 16",
        ]
        let rows: [[String?]] = form.tables[1].rows.filter { $0.standsFor.isEmpty }.map { row in
            [row.label, figures[row.id]?.filter { $0 != " " } ?? "0000000"]
        }
        let binding = try binding(rows)
        let bound = TableGrids.bound(binding.figures)
        #expect(bound["applications.result.granted.legal-service"] == "1")
        #expect(bound["applications.result.granted.other-organization"] == "11")
        #expect(bound.count == rows.count * 7)
        let place = try #require(binding.figures["applications.result.granted.total"]?.place)
        // The cell's digits begin in column 2 of the test's grid; the total is the eighth digit of its row.
        #expect(place.position.column == 2 + 7)
    }
}
