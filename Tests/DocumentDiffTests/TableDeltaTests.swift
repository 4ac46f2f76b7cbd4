import DocumentDiff
import DocumentModel
import TestSupport
import Testing

@Suite struct TableDeltaTests {
    private func tables(_ old: [Block], _ new: [Block]) -> [TableDelta] {
        DocumentDelta(from: document(section(0, nil, nil, old)), to: document(section(0, nil, nil, new))).tables
    }

    @Test("Rows and columns that came and went are told by their numbers")
    func lines() {
        let old = table([["品种", "去年", "今年"], ["杜鹃", "3", "4"], ["银杏树苗", "5", "6"], ["水杉", "", "/"]])
        let rows = table([["品种", "去年", "今年"], ["玉兰", "1", "1"], ["银杏树苗", "5", "7"], ["水杉", "0", "/"], ["枫香和槭树", "2", "2"]])
        let columns = table([["品种", "前年的数", "去年", "今年"], ["杜鹃", "8", "3", "4"], ["银杏树苗", "9", "5", "6"], ["水杉", "1", "", "/"]])
        #expect(
            tables([old], [rows]).map { [$0.addedRows, $0.removedRows, $0.addedColumns, $0.removedColumns] } == [[[2, 5], [2], [], []]])
        #expect(
            tables([old], [columns]).map { [$0.addedRows, $0.removedRows, $0.addedColumns, $0.removedColumns] } == [[[], [], [2], []]])
        #expect(
            tables([columns], [old]).map { [$0.addedRows, $0.removedRows, $0.addedColumns, $0.removedColumns] } == [[[], [], [], [2]]])
        #expect(tables([old], [old]).map { [$0.addedRows, $0.removedRows, $0.addedColumns, $0.removedColumns] } == [[[], [], [], []]])
    }

    @Test("Rows that no words tell apart are told by their figures, those that came and went as well", arguments: ["", "杜鹃"])
    func figuresAlone(label: String) {
        var generator = SeededGenerator(seed: 9)
        let rows = (0..<60).map { _ in [label] + (0..<4).map { _ in String(generator.number(100..<10_000)) } }
        var fewer = rows
        fewer.removeFirst()
        fewer.remove(at: 30)
        var more = rows
        more[20][2] = "99"
        more.insert([label, "11", "22", "33", "44"], at: 40)
        let delta = tables([table(rows)], [table(fewer)])
        #expect(delta.map { [$0.addedRows, $0.removedRows] } == [[[], [1, 32]]])
        #expect(tables([table(rows)], [table(more)]).map { [$0.addedRows, $0.removedRows] } == [[[41], []]])
        let grown = DocumentDelta(
            from: document(section(0, nil, nil, [table(rows)])), to: document(section(0, nil, nil, [table(more)])))
        #expect(grown.blocks.filter { $0.state == .changed }.map(\.newText) == ["99"])
        // As many rows, all figures other ones: no row came or went.
        let other = rows.map { row in [label] + row.dropFirst().map { _ in "7" } }
        #expect(tables([table(rows)], [table(other)]).map { [$0.addedRows, $0.removedRows] } == [[[], []]])
    }

    @Test("A list from which the first row was taken and to which one was added at the end keeps the others")
    func shifted() {
        let rows = (1...12).map { ["\($0)", "\($0 * 37 % 101)", "\($0 * $0)"] }
        let new = rows.dropFirst() + [["13", "77", "169"]]
        #expect(tables([table(rows)], [table(Array(new))]).map { [$0.addedRows, $0.removedRows] } == [[[12], [1]]])
    }

    @Test("A table that came or went has no other side, and all its rows with it")
    func wholeTables() {
        let flowers = table([["品种", "株数"], ["杜鹃", "3"]])
        let tools = table([["工具名称", "把数", "新旧"], ["铁锹", "7", "新"]], number: 2)
        let added = tables([flowers], [flowers, tools])
        #expect(added.map(\.old?.description) == ["s0/t1", nil] && added.map(\.new?.description) == ["s0/t1", "s0/t2"])
        #expect(added.last?.addedRows == [1, 2] && added.last?.addedColumns == [1, 2, 3])
        let removed = tables([flowers, tools], [flowers])
        #expect(removed.map(\.new?.description) == ["s0/t1", nil])
        #expect(removed.last?.removedRows == [1, 2] && removed.last?.removedColumns == [1, 2, 3])
    }

    @Test("Rows and columns put into and taken out of generated tables are told exactly", arguments: 1...60)
    func generated(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var labels = (0..<12).map { "第\($0 + 1)行" + generator.clause() }
        labels.shuffle(using: &generator)
        var heads = ["自然人申请", "商业企业申请", "科研机构申请", "公益组织申请", "其他来源申请", "总计数量"]
        heads.shuffle(using: &generator)
        func rows(_ labels: ArraySlice<String>, _ heads: ArraySlice<String>) -> Block {
            table([["项目"] + heads] + labels.map { [$0] + heads.map { _ in String(generator.number(0..<300)) } })
        }
        // Eight rows and four columns stay; the others come or go.
        let (goneRows, goneColumns) = (generator.number(0..<3), generator.number(0..<2))
        let (newRows, newColumns) = (generator.number(0..<3), generator.number(0..<2))
        let old = rows(labels[..<(8 + goneRows)], heads[..<(4 + goneColumns)])
        let keptRows = labels[..<8] + labels[10..<(10 + newRows)]
        let new = rows(ArraySlice(keptRows), heads[..<4] + heads[5..<(5 + newColumns)])
        guard let delta = tables([old], [new]).first else {
            Issue.record("seed \(seed): no table")
            return
        }
        #expect(delta.removedRows == Array(10..<(10 + goneRows)), "seed \(seed)")
        #expect(delta.addedRows == Array(10..<(10 + newRows)), "seed \(seed)")
        #expect(delta.removedColumns == Array(6..<(6 + goneColumns)), "seed \(seed)")
        #expect(delta.addedColumns == Array(6..<(6 + newColumns)), "seed \(seed)")
    }
}
