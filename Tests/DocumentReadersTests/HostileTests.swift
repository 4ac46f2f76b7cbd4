import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Input that is large or deep on purpose: read as far as the limits go, and that is said.
@Suite struct HostileTests {
    private func read(_ piece: String, times: Int, limits: ReadingLimits = .standard) throws -> Document {
        let unit = Array(piece.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(unit.count * times)
        for _ in 0..<times { bytes += unit }
        return try DocumentReader.read(bytes, outline: Support.outline, limits: limits).document
    }

    private func limitRemarks(_ document: Document) -> [String] {
        document.remarks.filter { $0.kind == .limitReached }.map(\.detail)
    }

    @Test("A line of megabytes is one paragraph")
    func longLine() throws {
        let document = try read("政务公开", times: 200_000)
        #expect(document.sections[0].paragraphs.map(\.text.string.utf8.count) == [2_400_000])
    }

    @Test("A table of 100,000 rows is a table", arguments: ["甲\t1\t2\n", "| 甲 | 1 | 2 |\n", "\t甲\n\t1\n\t2\n\n"])
    func longTable(_ row: String) throws {
        let document = try read(row, times: 100_000)
        #expect(Support.tables(document).map { [$0.rowCount, $0.columnCount] } == [[100_000, 3]])
        #expect(document.remarks.isEmpty)
    }

    @Test("What is beyond a limit is left out, and that is said")
    func limits() throws {
        #expect(limitRemarks(try read("甲\n", times: 20, limits: ReadingLimits(lines: 10))) == ["lines 10"])
        let lines = try read("甲\n", times: 20, limits: ReadingLimits(paragraphs: 10))
        #expect(limitRemarks(lines) == ["paragraphs 10"] && lines.sections[0].paragraphs.count == 10)
        for row in ["甲\t1\n", "|甲|1|\n", "\t甲\n\t1\n\n"] {
            let cells = try read(row, times: 20, limits: ReadingLimits(cells: 10))
            #expect(limitRemarks(cells) == ["cells 10"])
            #expect(Support.tables(cells).map(\.rowCount) == [5])
            let places = try read(row, times: 20, limits: ReadingLimits(gridPlaces: 10))
            #expect(limitRemarks(places) == ["gridPlaces 10"] && Support.tables(places).map(\.rowCount) == [5])
        }
        for row in ["1\t2\t3\t4\t5", "|1|2|3|4|5|", "\t1\n\t2\n\t3\n\t4\n\t5"] {
            let columns = try read(row + "\n", times: 2, limits: ReadingLimits(columns: 3))
            #expect(limitRemarks(columns) == ["columns 3"], "\(row)")
            #expect(Support.tables(columns).map(\.columnCount) == [3], "\(row)")
        }
        let sections = try read("一、总体情况\n甲\n", times: 20, limits: ReadingLimits(sections: 10))
        #expect(limitRemarks(sections) == ["sections 10"] && sections.sections.count == 10)
    }

    @Test(
        "Patterns that tempt a reader to look at everything again and again are read in linear time",
        arguments: [
            "一、总体情况\n", "一、总体情况\n（一）甲\n1.甲\n（1）甲\n①甲\n", "政府信息公开行政法复议、行政诉讼情况\n", "\t甲\n乙\n", "\t1\n乙\n", "\t甲\n", "\t\n", "\t\t\n",
            "\t\n\n",
            "\t本年度收到申请三件，已经全部办结并书面答复申请人。\n甲\t乙\n", "|", "|\n", "|-|\n", "1\t", "\t", "一、", "　", "。", "第", "（", "**", "\u{FEFF}", "\r",
            "甲\t1\r\r\n",
        ])
    func patterns(_ piece: String) throws {
        // A quadratic step over so many lines would take minutes.
        #expect(ProcessorTime.measure { try read(piece, times: 40_000) }.seconds < 20)
    }

    @Test("A cut report is read as far as it goes")
    func cut() throws {
        let bytes = Array(FuzzTests.report.utf8)
        for end in stride(from: 100, through: bytes.count, by: 7) {
            let reading = try DocumentReader.read(Array(bytes[..<end]), outline: Support.outline)
            #expect(!reading.document.sections.isEmpty)
        }
    }
}
