import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Reports that were damaged at random: whatever comes in, nothing crashes, nothing is lost, and every place is true.
@Suite struct FuzzTests {
    static let report = """
        某县2031年度报告

        一、总体情况
        本年公开信息12条，受理申请3件。
        （一）公开
        1.网站栏目
        全年更新了各栏目。
        二、主动公开政府信息情况
        \t第一类

        \t名称
        \t新增
        \t减
        少

        \t规章
        \t1
        \t0

        \t第二类

        \t名称
        \t数量

        \t许可
        \t30


        三、收到和处理政府信息公开申请情况
        \t（说明）
        \t来源

        \t
        \t甲
        \t乙类
        \t合计

        \t
        \t
        \t乙一
        \t乙二
        \t

        \t收到
        \t1
        \t2
        \t3
        \t6

        \t结果
        \t同意
        \t1
        \t2
        \t
        \t3

        \t
        \t其他
        \t0
        \t0
        \t0
        \t0

        四、政府信息公开行政复议、行政诉讼情况
        \t维持\t纠正\t总计
        复议\t1\t2\t3
        诉讼\t0\t\t0
        五、存在的主要问题及改进情况
        | 项目 | 数量 |
        |------|:----:|
        | 不足 | 2 |
        ｜改进｜3｜
        一、不足
        还有不足。
        六、其他需要报告的事项：无
        　　　某县人民政府
        2032年1月9日
        """

    /// Pieces that have a meaning for the reader.
    static let pieces = [
        "\t", "\n", "\n\n", "\r\n", "|", "｜", "一、", "（二）", "3.", "①", "总体情况", "四、总体情况", "。", "：", " ", "　", "\u{A0}", "\u{200B}", "0", "12",
        "\t\n", "\t\t", "\u{0C}", "\u{1}", "𠮷", "e\u{301}", "**", "#", "……3", "|---|", "二、主动公开政府信息情况\n", "\u{FEFF}",
    ]

    private func damaged(_ random: inout SeededGenerator) -> String {
        var scalars = Array(Self.report.unicodeScalars)
        for _ in 0..<Int.random(in: 1...24, using: &random) {
            let place = Int.random(in: 0...scalars.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1: scalars.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars, at: place)
            case 2: scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 1...3, using: &random)))
            case 3: scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 1...80, using: &random)))
            case 4:
                let end = min(scalars.count, place + Int.random(in: 1...120, using: &random))
                scalars.insert(contentsOf: scalars[place..<end], at: Int.random(in: 0...scalars.count, using: &random))
            default:
                guard !scalars.isEmpty else { continue }
                let blanks = Array(["\t", "\n", " "] as [Unicode.Scalar])
                let target = scalars.indices.filter { blanks.contains(scalars[$0]) }.randomElement(using: &random)
                if let target, let new = blanks.randomElement(using: &random) { scalars[target] = new }
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// A text without blanks, controls and what draws tables.
    private func ink(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let isBlank = value <= 0x20 || value == 0x7F || value == 0xA0 || value == 0x3000 || 0x200B...0x200F ~= value || value == 0xFEFF
            if !isBlank, !"|｜-:=+".unicodeScalars.contains(scalar) { view.append(scalar) }
        }
        return String(view)
    }

    /// The first thing wrong with a table's grid.
    private func fault(of table: Table) -> String? {
        var covering = [Int?](repeating: nil, count: table.rowCount * table.columnCount)
        var previous = (0, 0)
        for (index, cell) in table.cells.enumerated() {
            guard (cell.row, cell.column) > previous else { return "cells out of order at \(index)" }
            previous = (cell.row, cell.column)
            guard cell.row + cell.rowSpan - 1 <= table.rowCount, cell.column + cell.columnSpan - 1 <= table.columnCount else {
                return "cell \(index) reaches out"
            }
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    let place = (row - 1) * table.columnCount + column - 1
                    if let other = covering[place] { return "cells \(other) and \(index) overlap" }
                    covering[place] = index
                }
            }
        }
        return covering == table.slots ? nil : "slots differ"
    }

    @Test("Damaged reports lose no character, and every character leads back to its place", arguments: 0..<40)
    func damagedReports(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for round in 0..<50 {
            let text = damaged(&random)
            let note: Comment = "seed \(seed), round \(round): \(text.debugDescription)"
            guard let document = try? Support.read(text).document else {
                #expect(ink(text).isEmpty, note)
                continue
            }
            #expect(
                Support.firstMisplaced(document, in: text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text) == nil,
                note)
            #expect(Support.texts(document).map { ink($0.1.string) }.joined() == ink(text), note)
            #expect(Support.tables(document).compactMap(fault) == [], note)
            #expect(document.sections.first?.path == [0], note)
            #expect(Set(document.allSections.map(\.path)).count == document.allSections.count, note)
        }
    }

    @Test("Damaged bytes are read or refused, never more", arguments: 0..<20)
    func damagedBytes(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 1000)
        for _ in 0..<100 {
            var bytes = Array(Self.report.utf8)
            if Bool.random(using: &random) { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))) }
            for _ in 0..<Int.random(in: 0...40, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let first = Result { try DocumentReader.read(bytes, outline: Support.outline) }
            let second = Result { try DocumentReader.read(bytes, outline: Support.outline) }
            switch (first, second) {
            case (.success(let first), .success(let second)): #expect(first == second, "seed \(seed)")
            case (.failure(let first), .failure(let second)): #expect("\(first)" == "\(second)", "seed \(seed)")
            default: Issue.record("seed \(seed): the same bytes were read once and refused once")
            }
        }
    }

    @Test("Noise is refused or read without harm", arguments: 0..<20)
    func noise(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 2000)
        let bytes = (0..<Int.random(in: 1...4000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let even = bytes.map { $0 & 0x7F }.map { $0 < 0x20 ? $0 | 0x20 : $0 }
        #expect(throws: ReadingError.self, "seed \(seed)") {
            try DocumentReader.read(bytes + [0, 0xFF, 0x80, 0], outline: Support.outline)
        }
        #expect(throws: Never.self, "seed \(seed)") { try DocumentReader.read(even, outline: Support.outline) }
    }
}
