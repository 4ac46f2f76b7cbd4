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
                    case .table(let table): return "table \(table.changedCells) \(kinds)"
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

    @Test("the filter begins with what is asked for")
    func filter() {
        let page = String(decoding: DiffPage.bytes(of: SampleComparison.comparison, in: .english, showing: [.number]), as: UTF8.self)
        #expect(page.contains("class=\"f-number\" checked"))
        #expect(page.contains("class=\"f-wording\" autocomplete"))
    }

    @Test("both sides hold their texts to the character")
    func sides() throws {
        var old: [String] = []
        var new: [String] = []
        for part in SampleComparison.comparison.outline.parts {
            for entry in part.all {
                switch entry.content {
                case .line(let line):
                    if case .movedAway = line.fate { continue }
                    old.append(line.block.displayRuns.filter { $0.operation != .insert }.map(\.text).joined())
                    new.append(line.block.displayRuns.filter { $0.operation != .delete }.map(\.text).joined())
                case .table(let table):
                    for block in table.rows.flatMap(\.cells).compactMap(\.block) {
                        if block.old != nil { old.append(block.displayRuns.filter { $0.operation != .insert }.map(\.text).joined()) }
                        if block.new != nil { new.append(block.displayRuns.filter { $0.operation != .delete }.map(\.text).joined()) }
                    }
                }
            }
        }
        #expect(new.filter { !$0.isEmpty } == DiffWordTests.paragraphs(SampleAudit.current.document))
        #expect(old.filter { !$0.isEmpty }.sorted() == DiffWordTests.paragraphs(SampleAudit.previous.document).sorted())
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
