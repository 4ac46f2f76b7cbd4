import AuditModel
import DocumentDiff
import DocumentModel
import Foundation
import Testing

@testable import Reporters

@Suite("Comparisons as they are shown")
struct ComparisonTests {
    static let page = String(decoding: DiffPage.bytes(of: SampleComparison.comparison, in: .chinese), as: UTF8.self)

    /// Sections of paragraphs.
    static func document(_ sections: [[String]]) -> Document {
        Document(
            sections: sections.enumerated().map { index, texts in
                let title = "标题\(index)"
                return Section(
                    path: [index], key: index == 0 ? nil : title,
                    heading: index == 0 ? nil : Heading(text: BlockText(title), ordinal: nil, title: title),
                    blocks: texts.enumerated().map { .paragraph(Paragraph(number: $0 + 1, text: BlockText($1))) })
            })
    }

    /// What each entry is and how it is numbered.
    static func dump(_ outline: ComparisonOutline) -> [String] {
        outline.parts.flatMap { part in
            ["# \(part.section?.title ?? "–")"]
                + part.entries.map { entry in
                    let kinds = entry.change.map { "\($0.number) " + $0.kinds.map(\.rawValue).joined(separator: " ") } ?? "·"
                    switch entry.content {
                    case .line(let line): return "\(line.fate) \(kinds)"
                    case .table(let table): return "table \(table.changedCells(names: [])) \(kinds)"
                    }
                }
        }
    }

    @Test("changes are numbered as they stand, say what they are, and moved text counts once")
    func outline() {
        let old = Self.document([
            ["报告"], ["全年收到案件18件，其余照旧办理。", "这一段关于浇水的话被移到了后面的一节里去。", "这一段今年删去了，不再保留。"], ["秋天种下银杏树。"],
        ])
        let new = Self.document([
            ["报 告"], ["全年收到案件20件，其余照旧办理。"], ["秋天种下银杏树。", "这一段关于浇水的话又移到了后面的一节里来。", "从来没有过的内容在此。"],
        ])
        #expect(
            Self.dump(DiffWordTests.comparison(old, new).outline) == [
                "# ", "kept 1 format", "# 标题1", "kept 2 number", "movedAway(1) ·", "deleted 3 removed", "# 标题2", "kept ·",
                "movedHere(1) 4 wording moved", "inserted 5 added",
            ])
    }

    @Test("a paragraph that was cut off or joined is said to be")
    func splits() {
        let whole = Self.document([
            ["报告"], ["加强网站日常管理，运用检测平台实行常态化监测，严格落实分级审核制度。全年组织专题培训四次，参训人员三百余人，考核结果按季通报。"],
        ])
        let split = Self.document([
            ["报告"], ["加强网站日常管理，运用检测平台实行常态化监测，严格落实分级审核制度。", "全年组织专题培训四次，参训人员三百余人，考核结果按季通报。"],
        ])
        let shown = { (old: Document, new: Document) in
            String(decoding: DiffText.bytes(of: DiffWordTests.comparison(old, new), in: .chinese, for: .none), as: UTF8.self)
        }
        #expect(shown(whole, split).contains("— → s1/p2  新增  由第1部分第1段拆出\n"))
        #expect(shown(split, whole).contains("s1/p2 → —  删去  并入第1部分第1段\n"))
    }

    @Test("every change has one anchor, stands in the list and says its kinds in words")
    func anchors() {
        let outline = SampleComparison.comparison.outline
        let changes = outline.parts.flatMap(\.all).compactMap(\.change)
        #expect(changes.map(\.number) == Array(1...changes.count))
        let ids = HTMLTests.values(of: "id", in: Self.page)
        #expect(ids == changes.map { "c\($0.number)" })
        let list = Self.page.components(separatedBy: "<ol>")[1].components(separatedBy: "</ol>")[0]
        #expect(HTMLTests.values(of: "href", in: list) == changes.map { "#c\($0.number)" })
        for kind in Set(changes.flatMap(\.kinds)) {
            #expect(list.contains(ComparisonWording.kind(kind).chinese), "\(kind)")
            #expect(Self.page.contains("class=\"f-\(kind.rawValue)\" checked"), "\(kind)")
        }
    }

    @Test("large changes of figures, and sums that stand for another form's rows, are said to be such")
    func marks() {
        let threshold = ChangeThreshold(factor: Quantity(2), minimum: Quantity(10))
        func change(_ old: Int, _ new: Int, isSum: Bool = false) -> IndicatorChange {
            IndicatorChange(
                id: "x", label: SampleAudit.text("收到", "received"), old: .number(Quantity(old)), new: .number(Quantity(new)),
                threshold: threshold,
                isSum: isSum)
        }
        #expect(PageWording.marks(of: change(3, 9)).isEmpty)
        #expect(PageWording.marks(of: change(30, 90)).map(\.english) == ["large"])
        #expect(PageWording.marks(of: change(3, 4, isSum: true)).count == 1)
    }

    @Test("the filter begins with what is asked for")
    func filter() {
        let page = String(decoding: DiffPage.bytes(of: SampleComparison.comparison, in: .english, showing: [.number]), as: UTF8.self)
        #expect(page.contains("class=\"f-number\" checked"))
        #expect(page.contains("class=\"f-wording\" autocomplete"))
    }

    /// The texts of both sides as a comparison shows them, in order.
    private func sides(_ outline: ComparisonOutline) -> (old: [String], new: [String]) {
        var old: [String] = []
        var new: [String] = []
        func add(_ block: BlockDelta) {
            if block.old != nil { old.append(block.displayRuns(names: []).filter { $0.operation != .insert }.map(\.text).joined()) }
            if block.new != nil { new.append(block.displayRuns(names: []).filter { $0.operation != .delete }.map(\.text).joined()) }
        }
        for entry in outline.parts.flatMap(\.all) {
            switch entry.content {
            case .line(let line):
                if case .movedAway = line.fate { continue }
                add(line.block)
            case .table(let table): table.rows.flatMap(\.cells).compactMap(\.block).forEach(add)
            }
        }
        return (old.filter { !$0.isEmpty }, new.filter { !$0.isEmpty })
    }

    @Test("nothing is left out: both sides hold their texts to the character", arguments: 1...200)
    func sides(_ seed: Int) throws {
        var generator = RedlineGenerator(seed: seed)
        let (old, new) = generator.pair()
        let sides = sides(DiffWordTests.comparison(old, new).outline)
        let texts = { (document: Document) in document.textBlocks.map(\.text.string).filter { !$0.isEmpty } }
        #expect(sides.new == texts(new), "seed \(seed)")
        #expect(sides.old.sorted() == texts(old).sorted(), "seed \(seed)")
    }

    @Test("rows whose cells were merged, split or moved to other columns are compared cell by cell")
    func reshaped() {
        func document(_ rows: [[(String, Int)]]) -> Document {
            var cells: [Cell] = []
            for (row, texts) in rows.enumerated() {
                var column = 1
                for (text, span) in texts {
                    cells.append(Cell(row: row + 1, column: column, columnSpan: span, text: BlockText(text)))
                    column += span
                }
            }
            let columnCount = rows.map { $0.reduce(0) { $0 + $1.1 } }.max() ?? 0
            return Document(sections: [
                Section(path: [0], blocks: [.table(Table(number: 1, rowCount: rows.count, columnCount: columnCount, cells: cells))])
            ])
        }
        func dump(_ old: [[(String, Int)]], _ new: [[(String, Int)]]) -> [String] {
            let outline = DiffWordTests.comparison(document(old), document(new)).outline
            return outline.parts.flatMap(\.entries).flatMap { entry -> [String] in
                guard case .table(let table) = entry.content else { return [] }
                return table.rows.map { row in
                    let cells = row.cells.map { cell in
                        (cell.block?.displayRuns(names: []) ?? []).map {
                            ["keep": "", "insert": "+", "delete": "-"][$0.operation.rawValue, default: ""] + $0.text
                        }
                        .joined()
                    }
                    return "\(row.fate): " + cells.joined(separator: "|")
                }
            }
        }
        let old: [[(String, Int)]] = [[("类别", 2), ("件数", 1)], [("收到来信", 1), ("本级", 1), ("10", 1)], [("其他事项", 2), ("7", 1)]]
        let split: [[(String, Int)]] = [[("类别", 2), ("件数", 1)], [("收到来信", 1), ("本级", 1), ("31", 1)], [("其他事项", 1), ("", 1), ("8", 1)]]
        #expect(dump(old, split) == ["kept: 类别|件数", "kept: 收到来信|本级|-10+31", "kept: 其他事项||-7+8"])
        #expect(dump(split, old) == ["kept: 类别|件数", "kept: 收到来信|本级|-31+10", "kept: 其他事项|-8+7"])
        let wide: [[(String, Int)]] = [
            [("类别", 1), ("去年件数", 1), ("今年件数", 1)], [("收到来信", 1), ("3", 1), ("10", 1)], [("其他事项", 1), ("", 1), ("7", 1)],
        ]
        let slim: [[(String, Int)]] = [[("类别", 1), ("今年件数", 1)], [("收到来信", 1), ("12", 1)], [("其他事项", 1), ("7", 1)]]
        #expect(dump(slim, wide) == ["kept: 类别|+去年件数|今年件数", "kept: 收到来信|+3|-12+10", "kept: 其他事项||7"])
        #expect(dump(wide, slim) == ["kept: 类别|-去年件数|今年件数", "kept: 收到来信|-3|-10+12", "kept: 其他事项||7"])
    }

    @Test(
        "numbers are replaced whole, and a change says whether it is one, a date, words or blanks",
        arguments: [
            ("收到10件。", "收到31件。", "收到 -10 +31 number 件。"), ("2023年收到", "2024年收到", "-2023 +2024 date 年收到"),
            ("2023年，本局", "2024年，某市本局", "-2023 +2024 date 年， +某市 wording 本局"), ("费用7730.28万元", "费用7745万元", "费用 -7730.28万 +7745万 number 元"),
            ("共 10 件办结", "共10件办结", "共 -  format 10 -  format 件办结"), ("增加编制若干名额", "增加人员若干名额", "增加 -编制 +人员 wording 若干名额"),
        ])
    func kinds(_ old: String, _ new: String, _ expected: String) {
        let delta = DocumentDelta(from: Self.document([[old]]), to: Self.document([[new]]))
        var shown: [String] = []
        for run in delta.blocks.flatMap({ $0.displayRuns(names: []) }) {
            if run.operation == .insert, let last = shown.last, shown.count > 1, last == run.kind?.rawValue { shown.removeLast() }
            shown.append(["keep": "", "insert": "+", "delete": "-"][run.operation.rawValue, default: ""] + run.text)
            if let kind = run.kind { shown.append(kind.rawValue) }
        }
        #expect(shown.joined(separator: " ") == expected)
    }

    // MARK: Text

    private func text(_ choice: DiffText.Choice, _ terminal: Terminal = .none) -> String {
        let old = Self.document([["报告"], ["第一段照旧。", "第二段照旧。", "全年收到案件18件，其余照旧办理。", "第四段照旧。", "第五段照旧。", "末段旧话在此。"]])
        let new = Self.document([["报告"], ["第一段照旧。", "第二段照旧。", "全年收到案件20件，其余照旧办理。", "第四段照旧。", "第五段照旧。", "末段新话在此。"]])
        return String(
            decoding: DiffText.bytes(of: DiffWordTests.comparison(old, new), in: .chinese, for: terminal, showing: choice), as: UTF8.self)
    }

    @Test("text shows as many unchanged paragraphs around a change as are asked for, and the kinds that are asked for")
    func context() {
        let lines = { (choice: DiffText.Choice) in self.text(choice).split(separator: "\n").dropFirst(3).map(String.init) }
        #expect(
            lines(.init(kinds: [.number])) == [
                "标题1  [有改动]", "  s1/p3 → s1/p3  数字", "    全年收到案件[-18-]{+20+}件，其余照旧办理。", "另有 1 处变动按 --only 未列出。",
            ])
        #expect(
            lines(.init(context: 1)) == [
                "标题1  [有改动]", "    第二段照旧。", "  s1/p3 → s1/p3  数字", "    全年收到案件[-18-]{+20+}件，其余照旧办理。", "    第四段照旧。",
                "    第五段照旧。", "  s1/p6 → s1/p6  文字", "    末段[-旧-]{+新+}话在此。",
            ])
        #expect(lines(.init(context: 9)).contains("    第一段照旧。"))
    }

    @Test("a terminal gets colour in place of marks, and no line wider than it is", arguments: [24, 31, 80])
    func terminal(_ width: Int) {
        let shown = text(.init(context: 2), Terminal(hasColour: true, width: width))
        #expect(shown.contains("\u{1B}[31;9m18\u{1B}[0m\u{1B}[32;4m20\u{1B}[0m"))
        let plain = shown.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(!plain.contains("{+"))
        let lines = plain.split(separator: "\n").filter { $0.hasPrefix("    ") }
        #expect(lines.map { $0.dropFirst(4) }.joined().contains("全年收到案件1820件，其余照旧办理。"))
        for line in lines { #expect(DisplayWidth.columns(of: String(line)) <= max(width, 24) + 2, "\(line)") }
    }

    @Test("styled pieces come out whole, whatever blanks and line feeds wrapping drops", arguments: [20, 23, 40, nil])
    func pieces(_ width: Int?) {
        var text = TextWriter(Terminal(hasColour: true, width: width))
        let pieces: [(String, TextWriter.Style)] = [
            ("The quick brown fox", .plain), (" ", .added), ("", .removed), ("jumps\nover 12 dogs 一二三四五六七八九十，", .removed), ("\n末", .added),
            ("。", .plain),
        ]
        text.runs(pieces)
        let plain = String(decoding: text.bytes, as: UTF8.self).replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        let characters = { (text: String) in text.filter { $0 != " " && $0 != "\n" } }
        #expect(characters(plain) == characters(pieces.map(\.0).joined()))
        #expect(String(decoding: text.bytes, as: UTF8.self).contains("\u{1B}[32;4m末\u{1B}[0m。"))
    }
}
