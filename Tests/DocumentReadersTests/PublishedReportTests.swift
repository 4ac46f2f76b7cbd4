import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Published reports that lie beside the package; skipped where there are none.
@Suite(.enabled(if: Support.hasPublishedReports)) struct PublishedReportTests {
    static let street = "汉水桥街道-2022.txt"
    static let city = ["宿迁市-2023.txt", "宿迁市-2024.txt"]

    private func document(_ name: String) throws -> (document: Document, source: String) {
        let bytes = try #require(Project.publishedReport(name))
        return (try DocumentReader.read(bytes, outline: Support.outline).document, String(decoding: bytes, as: UTF8.self))
    }

    @Test("All six sections are found under their keys", arguments: [street] + city)
    func sections(_ name: String) throws {
        let (document, _) = try document(name)
        #expect(document.sections.map(\.key) == [nil] + Support.outline.entries.map(\.key))
        #expect(document.sections.map(\.path) == (0...6).map { [$0] })
        #expect(document.sections[0].paragraphs.count == 1)
    }

    @Test("Every character leads back to the same character of the file", arguments: [street] + city)
    func anchors(_ name: String) throws {
        let (document, source) = try document(name)
        #expect(Support.firstMisplaced(document, in: source) == nil)
    }

    @Test("The merged cells of the applications table are worked out")
    func applications() throws {
        let (document, _) = try document(Self.street)
        let table = try #require(document.section("applications")?.tables.first)
        #expect(table.rowCount == 28 && table.columnCount == 10 && !table.slots.contains(nil))
        for row in 4...28 {
            let figures = (4...10).compactMap { table.cell(row: row, column: $0) }
            #expect(figures.map(\.column) == Array(4...10))
            #expect(figures.allSatisfy { $0.columnSpan == 1 && $0.rowSpan == 1 && Int($0.text.string) != nil })
        }
        let shapes = table.cells.filter { $0.row < 4 }.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
        #expect(
            shapes == [
                [1, 1, 3, 3], [1, 4, 1, 7], [2, 4, 2, 1], [2, 5, 1, 5], [2, 10, 2, 1],
                [3, 5, 1, 1], [3, 6, 1, 1], [3, 7, 1, 1], [3, 8, 1, 1], [3, 9, 1, 1],
            ])
        let outer = table.cells.filter { $0.row > 3 && $0.column == 1 }.map { [$0.row, $0.rowSpan, $0.columnSpan] }
        #expect(outer == [[4, 1, 3], [5, 1, 3], [6, 22, 1], [28, 1, 3]])
        let middle = table.cells.filter { $0.row > 3 && $0.column == 2 }.map { [$0.row, $0.rowSpan, $0.columnSpan] }
        #expect(middle == [[6, 1, 2], [7, 1, 2], [8, 8, 1], [16, 3, 1], [19, 5, 1], [24, 3, 1], [27, 1, 2]])
    }

    @Test("The headers of the challenges table are worked out")
    func challenges() throws {
        let (document, _) = try document(Self.street)
        let table = try #require(document.section("challenges")?.tables.first)
        #expect(table.rowCount == 4 && table.columnCount == 15 && !table.slots.contains(nil))
        #expect(table.cells.filter { $0.row == 1 }.map { [$0.column, $0.columnSpan] } == [[1, 5], [6, 10]])
        #expect(table.cells.filter { $0.row == 2 && $0.column > 5 }.map { [$0.column, $0.columnSpan] } == [[6, 5], [11, 5]])
        #expect(table.cells.filter { $0.row == 2 && $0.column < 6 }.allSatisfy { $0.rowSpan == 2 && $0.columnSpan == 1 })
        #expect(table.cells.filter { $0.row == 4 }.count == 15)
    }

    @Test("The disclosure table is one grid whose blocks reach over all columns")
    func disclosure() throws {
        let (document, _) = try document(Self.street)
        let table = try #require(document.section("disclosure")?.tables.first)
        #expect(table.columnCount == 4 && !table.slots.contains(nil))
        #expect(table.cells.filter { $0.columnSpan == 4 }.map(\.row) == [1, 5, 8, 12])
        #expect(table.cells.filter { $0.columnSpan == 3 }.allSatisfy { $0.column == 2 })
    }

    @Test("Rows of tabs are tables between paragraphs", arguments: city)
    func tabbedRows(_ name: String) throws {
        let (document, _) = try document(name)
        let sizes = document.sections.map { $0.tables.map { [$0.rowCount, $0.columnCount] } }
        #expect(sizes == [[], [], [[3, 4], [2, 2], [3, 2], [2, 2]], [[26, 8]], [[3, 6]], [], []])
        #expect(document.remarks.isEmpty)
    }
}
