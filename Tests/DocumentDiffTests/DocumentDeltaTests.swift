import DocumentDiff
import DocumentModel
import SequenceDiff
import TestSupport
import Testing

@Suite struct DocumentDeltaTests {
    /// The delta in short: one line a block, with edits as `[-deleted-]{+inserted+}`.
    private func dump(_ delta: DocumentDelta) -> [String] {
        delta.sections.flatMap { section in
            ["\(section.state) \(section.title)"]
                + section.blocks.map { block in
                    let text = block.edits.map { edit in
                        switch edit.operation {
                        case .keep: "\(block.text(of: edit))"
                        case .delete: "[-\(block.text(of: edit))-]"
                        case .insert: "{+\(block.text(of: edit))+}"
                        }
                    }
                    let places = [block.old?.locator, block.new?.locator].map { $0?.description ?? "·" }.joined(separator: " ")
                    return "  \(block.state) \(places) \(text.joined())"
                }
        }
    }

    @Test("Sections are told apart by key, headings and paragraphs by likeness, with edits to the character")
    func sections() {
        let old = document(
            section(0, nil, nil, paragraphs(["绿水镇二〇二一年的花木账"])),
            section(1, "a", "花", paragraphs(["春天种下杜鹃花30棵，活了29棵。", "夏天没有种花。", "这一段明年就不再写了，到时候会整段删去。"])),
            section(2, "b", "树", paragraphs(["秋天种下银杏树12棵。"])))
        let new = document(
            section(0, nil, nil, paragraphs(["绿水镇二〇二二年的花木账"])),
            section(1, "a", "花", paragraphs(["春天种下杜鹃花31棵，活了29棵。", "夏天没有种花。"])),
            section(2, "b", "树木", paragraphs(["秋天种下银杏树12棵。", "冬天给树刷了白灰。"])))
        #expect(
            dump(DocumentDelta(from: old, to: new)) == [
                "changed ",
                "  changed s0/p1 s0/p1 绿水镇二〇二[-一-]{+二+}年的花木账",
                "changed 花",
                "  same s1 s1 第1部分 花",
                "  changed s1/p1 s1/p1 春天种下杜鹃花3[-0-]{+1+}棵，活了29棵。",
                "  same s1/p2 s1/p2 夏天没有种花。",
                "  removed s1/p3 · [-这一段明年就不再写了，到时候会整段删去。-]",
                "changed 树木",
                "  changed s2 s2 第2部分 树{+木+}",
                "  same s2/p1 s2/p1 秋天种下银杏树12棵。",
                "  added · s2/p2 {+冬天给树刷了白灰。+}",
            ])
    }

    @Test("A document against itself is the same throughout")
    func same() {
        var generator = SeededGenerator(seed: 1)
        let text = generator.document()
        let delta = DocumentDelta(from: text, to: text)
        #expect(delta.isEmpty)
        #expect(delta.blocks.allSatisfy { $0.state == .same && $0.edits.count <= 1 && $0.oldIndex == $0.newIndex })
    }

    @Test("A paragraph moved to another section stands once, with both places and its inner edits")
    func moved() {
        let old = document(
            section(0, nil, nil, []),
            section(1, "a", "花", paragraphs(["春天种下杜鹃花30棵。", "这一段关于浇水的话被移到了后面的一节里去。"])),
            section(2, "b", "树", paragraphs(["秋天种下银杏树12棵。"])))
        let new = document(
            section(0, nil, nil, []),
            section(1, "a", "花", paragraphs(["春天种下杜鹃花30棵。"])),
            section(2, "b", "树", paragraphs(["秋天种下银杏树12棵。", "这一段关于浇水的话又移到了后面的一节里来。"])))
        #expect(
            dump(DocumentDelta(from: old, to: new)) == [
                "same ",
                "changed 花",
                "  same s1 s1 第1部分 花",
                "  same s1/p1 s1/p1 春天种下杜鹃花30棵。",
                "changed 树",
                "  same s2 s2 第2部分 树",
                "  same s2/p1 s2/p1 秋天种下银杏树12棵。",
                "  moved s1/p2 s2/p2 这一段关于浇水的话[-被-]{+又+}移到了后面的一节里[-去-]{+来+}。",
            ])
    }

    @Test("Sections out of order are moved, renamed ones found by title or content, others added or removed")
    func movedSections() {
        let long = "这一节讲的是怎样在冬天照看园子里的树，写得很细，哪怕换了题目也认得出来。"
        let old = document(
            section(0, nil, nil, []), section(1, "a", "花", paragraphs(["花有三种，各有各的开法，先后不一。"])),
            section(2, "b", "树", paragraphs(["树有五种。", "都很高大。", "也很老了。"])), section(3, nil, "冬日看护", paragraphs([long])),
            section(4, nil, "附录", paragraphs(["只在旧文里有的一节文字。"])))
        let new = document(
            section(0, nil, nil, []), section(2, "b", "树", paragraphs(["树有五种。", "都很高大。", "也很老了。"])),
            section(1, "a", "花", paragraphs(["花有三种，各有各的开法，先后不一。"])), section(3, nil, "年终工作", paragraphs([long])),
            section(4, nil, "新添", paragraphs(["从来没有过的内容在此。"])))
        let states = DocumentDelta(from: old, to: new).sections.map { "\($0.state) \($0.title)" }
        #expect(states == ["same ", "same 树", "moved 花", "changed 年终工作", "added 新添", "removed 附录"])
    }

    @Test("Sections with the same ordinal at the same place are one where their titles are a little alike, and two where nothing is")
    func ordinals() {
        let old = document(
            section(0, nil, nil, []), section(1, nil, "花木栽种的账", paragraphs(["春天种下杜鹃花三十棵。"])),
            section(2, nil, "冬日看护", paragraphs(["给树刷白灰，给花盖稻草。"])))
        let new = document(
            section(0, nil, nil, []), section(1, nil, "今春花木开账", paragraphs(["新修一条小路通到池塘边。"])),
            section(2, nil, "来客名录", paragraphs(["来看花的有三百多人。"])))
        let states = DocumentDelta(from: old, to: new).sections.map { "\($0.state) \($0.title)" }
        #expect(states == ["same ", "changed 今春花木开账", "added 来客名录", "removed 冬日看护"])
    }

    @Test("A changed figure is one cell although rows were put in and taken away above it")
    func cells() {
        let old = document(
            section(
                0, nil, nil,
                [table([["品种", "去年", "今年"], ["杜鹃", "3", "4"], ["银杏树苗", "5", "6"], ["水杉", "", "/"]])]))
        let new = document(
            section(
                0, nil, nil,
                [table([["品种", "去年", "今年"], ["玉兰", "1", "1"], ["银杏树苗", "5", "7"], ["水杉", "0", "/"]])]))
        let changed = DocumentDelta(from: old, to: new).blocks.filter { $0.state == .changed }
        #expect(changed.map { "\($0.old?.locator.description ?? "") \($0.oldText) \($0.newText)" } == ["s0/t1/r3c3 6 7", "s0/t1/r4c2  0"])
        #expect(changed.allSatisfy { $0.kind == .cell })
    }

    @Test("Columns are found by their heads where their number differs")
    func columns() {
        let old = document(section(0, nil, nil, [table([["品种", "去年", "今年"], ["杜鹃", "3", "4"]])]))
        let new = document(section(0, nil, nil, [table([["品种", "前年的数", "去年", "今年"], ["杜鹃", "8", "3", "5"]])]))
        let delta = DocumentDelta(from: old, to: new)
        #expect(
            dump(delta) == [
                "changed ",
                "  same s0/t1/r1c1 s0/t1/r1c1 品种",
                "  added · s0/t1/r1c2 {+前年的数+}",
                "  same s0/t1/r1c2 s0/t1/r1c3 去年",
                "  same s0/t1/r1c3 s0/t1/r1c4 今年",
                "  same s0/t1/r2c1 s0/t1/r2c1 杜鹃",
                "  added · s0/t1/r2c2 {+8+}",
                "  same s0/t1/r2c2 s0/t1/r2c3 3",
                "  changed s0/t1/r2c3 s0/t1/r2c4 [-4-]{+5+}",
            ])
    }

    @Test("Paragraphs that were split or joined are told from those that were written anew")
    func splits() {
        let first = "春天种下杜鹃花三十棵，夏天浇水，秋天剪枝，冬天盖上稻草。"
        let second = "园子里新修了一条小路，从大门通到池塘边，两旁种了冬青。"
        let third = "另外请来两位老师傅，教大家嫁接和育苗，学员都拿到证书。"
        let fresh = "来年打算把东边的荒地也开出来，请邻近的学校一同照看。"
        func relatives(_ old: [String], _ new: [String]) -> [String] {
            DocumentDelta(
                from: document(section(0, nil, nil, paragraphs(old))), to: document(section(0, nil, nil, paragraphs(new)))
            ).blocks.map { "\($0.state) \($0.relative.map(String.init) ?? "·")" }
        }
        #expect(relatives([first + second], [first, second]) == ["changed ·", "added 0"])
        #expect(relatives([first + second + third], [first, second, third]).sorted() == ["added 0", "added 0", "changed ·"])
        #expect(relatives([first, second], [first + second]) == ["changed ·", "removed 0"])
        #expect(relatives([first + second], [first, fresh]) == ["changed ·", "added ·"])
        #expect(relatives([first, second], [first + fresh]) == ["changed ·", "removed ·"])
        #expect(relatives([first], [first, fresh]) == ["same ·", "added ·"])
        // Every character of the new paragraph stands in the long one that is gone, in order, but not its words.
        let long = (1...4).map { "第\($0)年浇水、剪枝、施肥、除草，花圃、小路、池塘、凉亭都看过；" }.joined()
        #expect(relatives([first + second + third + long], [first + second + third, "浇剪施除花小池凉"]) == ["changed ·", "added ·"])
    }

    @Test("Thousands of new paragraphs beside one that changed take no longer than reading them")
    func manyPieces() {
        let first = "春天种下杜鹃花三十棵，夏天浇水，秋天剪枝，冬天盖上稻草。"
        let second = "园子里新修了一条小路，从大门通到池塘边，两旁种了冬青。"
        var generator = SeededGenerator(seed: 16)
        let fresh = (0..<20_000).map { _ in generator.text(9) }
        let delta = DocumentDelta(
            from: document(section(0, nil, nil, paragraphs([first + second]))),
            to: document(section(0, nil, nil, paragraphs([first] + fresh + [second]))))
        #expect(delta.blocks.count == 20_002)
        #expect(delta.blocks.filter { $0.relative != nil }.map(\.newIndex) == [20_001])
    }

    @Test("Edits never split a scalar and see canonically equal texts that differ in scalars as changed")
    func scalars() {
        let old = document(section(0, nil, nil, paragraphs(["caf\u{E9} 🎈🎉 一"])))
        let new = document(section(0, nil, nil, paragraphs(["cafe\u{301} 🎈🎊 一"])))
        let delta = DocumentDelta(from: old, to: new)
        #expect(delta.blocks.map(\.state) == [.changed])
        #expect(delta.applied(to: old.textBlocks)?.map { Array($0.utf8) } == new.textBlocks.map { Array($0.text.string.utf8) })
        #expect(delta.blocks[0].edits.map { $0.operation } == [.keep, .delete, .insert, .keep, .delete, .insert, .keep])
    }

    @Test(
        "Applying the edits of generated pairs gives the new document, to the scalar, and reversing them the old one, and they are minimal",
        arguments: 1...(pairsPerSeed * 15))
    func generated(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let old = generator.document()
        let new = seed.isMultiple(of: 10) ? generator.document() : generator.edited(old)
        let delta = DocumentDelta(from: old, to: new)
        let expected = new.textBlocks
        let applied = delta.applied(to: old.textBlocks)
        #expect(applied?.map { Array($0.utf8) } == expected.map { Array($0.text.string.utf8) }, "seed \(seed)")
        #expect(delta.blocks.compactMap(\.new) == expected, "seed \(seed)")
        let reversed = delta.blocks.filter { $0.old != nil }.sorted { $0.oldIndex ?? 0 < $1.oldIndex ?? 0 }.map { block in
            block.edits.filter { $0.operation != .insert }.flatMap { block.text(of: $0).utf8 }
        }
        #expect(reversed == old.textBlocks.map { Array($0.text.string.utf8) }, "seed \(seed)")
        #expect(delta.blocks.compactMap(\.oldIndex).sorted() == Array(old.textBlocks.indices), "seed \(seed)")
        for block in delta.blocks {
            let scalars = { (text: String) in text.unicodeScalars.map(\.value) }
            let minimal = EditScript.between(scalars(block.oldText), scalars(block.newText))
            let changed = block.edits.reduce(0) { $0 + ($1.operation == .keep ? 0 : block.text(of: $1).unicodeScalars.count) }
            #expect(changed == minimal.changedCount && block.isMinimal, "seed \(seed)")
            let expected: [DeltaState] =
                if block.old == nil { [.added] } else if block.new == nil { [.removed] } else {
                    changed == 0 ? [.same, .moved] : [.changed, .moved]
                }
            #expect(expected.contains(block.state), "seed \(seed)")
        }
        #expect(delta == DocumentDelta(from: old, to: new), "seed \(seed)")
    }

    @Test("Two unrelated texts of a megabyte, in many paragraphs or in one, are compared in bounded time", arguments: [1, 100, 5000])
    func bounded(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let size = 120_000
        let texts = { (generator: inout SeededGenerator) in (0..<count).map { _ in generator.text(size / count) } }
        let old = document(section(0, nil, nil, paragraphs(texts(&generator))))
        let new = document(section(0, nil, nil, paragraphs(texts(&generator))))
        let delta = DocumentDelta(from: old, to: new)
        #expect(delta.applied(to: old.textBlocks)?.count == count)
    }
}
