import SequenceDiff
import TestSupport
import Testing

@Suite struct ItemAlignerTests {
    private func items(_ texts: [String]) -> ItemList {
        ItemList(texts.map { $0.unicodeScalars.map(\.value) })
    }

    private func pairs(_ old: [String], _ new: [String]) -> [[Int]] {
        var aligner = ItemAligner(old: items(old), new: items(new))
        return aligner.pairs(Array(0..<old.count), Array(0..<new.count)).map { [$0.old, $0.new] }
    }

    @Test("Equal items are paired, edited ones with the one they came from, fresh ones with none")
    func edited() {
        let old = ["春天的山上开满了杜鹃花", "夏天的河里游着许多小鱼", "秋天的田里堆着金黄的稻谷", "冬天的屋里烧着红红的炉火"]
        let new = ["春天的山上开满了杜鹃花", "一句从前没有的话插在这里面", "夏天的河里游着三条小鱼", "冬天的屋里烧着红红的炉火呢"]
        #expect(pairs(old, new) == [[0, 0], [1, 2], [3, 3]])
    }

    @Test("Short items without a common run are paired in small gaps")
    func short() {
        #expect(pairs(["开头的一段没有变化", "约3件", "中间的一段没有变化"], ["开头的一段没有变化", "约4件", "中间的一段没有变化"]) == [[0, 0], [1, 1], [2, 2]])
    }

    @Test("Items that are equal and frequent are paired in order")
    func frequent() {
        let blank = [String](repeating: "", count: 30)
        let result = pairs(blank + ["甲乙丙丁戊己庚辛"] + blank, blank + ["另外写成的一句话啊"] + blank)
        #expect(result.count == 60)
        let many = [String](repeating: "无", count: 40)
        #expect(pairs(["一二三四五"] + many + ["六七八九十"] + many, many + ["六七八九十"] + many).count == 81)
    }

    @Test("The order that keeps most symbols wins, and what stands out of it is a move")
    func moved() {
        let long = "这一段话很长很长而且内容与别的都不相同，它从最前面被移到了最后面"
        let old = [long, "春天的山上开满了杜鹃花，游人来来往往不断", "夏天的河里游着许多小鱼，孩子们都在岸边看"]
        let new = ["春天的山上开满了映山红，游人来来往往不断", "夏天的河里游着许多小虾，孩子们都在岸边看", long]
        var aligner = ItemAligner(old: items(old), new: items(new))
        #expect(aligner.pairs(Array(0..<3), Array(0..<3)).map { [$0.old, $0.new] } == [[1, 0], [2, 1]])
        #expect(aligner.moves([0], [2]) == [ItemPair(old: 0, new: 2, similarity: 1)])
    }

    @Test("A move may be edited, but short or unlike items are no moves")
    func editedMove() {
        let old = ["这一段话从最前面被移到了后面去", "无", "完全是另外一回事的一句话儿"]
        let new = ["无", "这一段话从最前面又移到了后面去", "与上面都没有关系之文字数行"]
        var aligner = ItemAligner(old: items(old), new: items(new))
        let moves = aligner.moves([0, 1, 2], [0, 1, 2])
        #expect(moves.map { [$0.old, $0.new] } == [[0, 1]])
        #expect(moves.allSatisfy { $0.similarity > 0.85 && $0.similarity < 1 })
    }

    @Test("Pairs of generated lists ascend on both sides, are alike enough, and find each edited item", arguments: 1...20)
    func generated(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let old = (0..<120).map { _ in generator.sequence(count: Int.random(in: 0..<80, using: &generator), symbols: 400) }
        var origins: [Int?] = []
        var new: [[UInt32]] = []
        for (index, item) in old.enumerated() {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: break
            case 1:
                new.append(generator.sequence(count: 40, symbols: 400))
                origins.append(nil)
                fallthrough
            default:
                new.append(generator.edited(item, perMille: 120, symbols: 400))
                origins.append(index)
            }
        }
        var aligner = ItemAligner(old: ItemList(old), new: ItemList(new))
        let pairs = aligner.pairs(Array(0..<old.count), Array(0..<new.count))
        for (first, second) in zip(pairs, pairs.dropFirst()) {
            #expect(first.old < second.old && first.new < second.new, "seed \(seed)")
        }
        #expect(pairs.allSatisfy { $0.similarity >= ItemAligner.defaultSimilarity }, "seed \(seed)")
        let found = Set(pairs.map { [$0.old, $0.new] })
        for (index, origin) in origins.enumerated() {
            guard let origin, old[origin].count >= 20 else { continue }
            #expect(found.contains([origin, index]), "seed \(seed), old \(origin), new \(index)")
        }
    }

    @Test("Long items are paired by the runs that they share, unlike ones are not")
    func long() {
        var generator = SeededGenerator(seed: 8)
        let old = (0..<3).map { _ in generator.sequence(count: 6000, symbols: 500) }
        let new = [generator.edited(old[0], perMille: 100, symbols: 500), generator.sequence(count: 6000, symbols: 500), old[2] + [1]]
        var aligner = ItemAligner(old: ItemList(old), new: ItemList(new))
        let pairs = aligner.pairs([0, 1, 2], [0, 1, 2])
        #expect(pairs.map { [$0.old, $0.new] } == [[0, 0], [2, 2]])
        #expect(pairs.allSatisfy { $0.similarity > 0.8 && $0.similarity < 1 })
    }

    @Test("An item whose equal stands elsewhere is not taken for the one beside it that is merely alike")
    func reserved() {
        let old = ["花匠老王在园子里种了三十棵杜鹃花", "另起一行的话与上下文没有关系"]
        let new = ["花匠老李在园子里种了五十棵杜鹃花", "这是新写的一句完全不同之辞", "花匠老王在园子里种了三十棵杜鹃花"]
        var aligner = ItemAligner(old: items(old), new: items(new))
        #expect(aligner.pairs([0], [0]).isEmpty)
        #expect(aligner.moves([0, 1], [0, 1, 2]) == [ItemPair(old: 0, new: 2, similarity: 1)])
    }

    /// Items made of a few words of two symbols each, so that every short run of symbols is common.
    private func fewWords(_ count: Int, words: Int, length: Int, _ generator: inout SeededGenerator) -> [[UInt32]] {
        (0..<count).map { _ in
            (0..<length / 2).flatMap { _ in
                let word = UInt32(Int.random(in: 0..<words, using: &generator))
                return [2 * word, 2 * word + 1]
            }
        }
    }

    /// The symbols that pairs of edited items do not keep, and those that the right pairs would not, for items of which some were taken away and
    /// some put in.
    private func changed(
        _ old: [[UInt32]], symbols: Int, perMille: Int, _ generator: inout SeededGenerator, fresh: (inout SeededGenerator) -> [UInt32]
    ) -> (found: Int, right: Int, pairs: [[Int]]) {
        var new: [[UInt32]] = []
        var right: [[Int]] = []
        for (index, item) in old.enumerated() {
            switch Int.random(in: 0..<20, using: &generator) {
            case 0: continue
            case 1: new.append(fresh(&generator))
            default: break
            }
            right.append([index, new.count])
            new.append(generator.edited(item, perMille: perMille, symbols: symbols))
        }
        var aligner = ItemAligner(old: ItemList(old), new: ItemList(new))
        var pairs = aligner.pairs(Array(old.indices), Array(new.indices)).map { [$0.old, $0.new] }
        for (first, second) in zip(pairs, pairs.dropFirst()) { #expect(first[0] < second[0] && first[1] < second[1]) }
        let total = old.joined().count + new.joined().count
        func changed(_ pairs: [[Int]]) -> Int {
            pairs.reduce(total) { $0 - 2 * aligner.script(from: $1[0], to: $1[1]).keptCount }
        }
        let found = changed(pairs)
        pairs.removeAll { !right.contains($0) }
        return (found, changed(right), pairs)
    }

    @Test("Edited items are paired although every short run stands in most of them", arguments: [2, 24, 200], [30, 100, 300])
    func fewWords(words: Int, length: Int) {
        var generator = SeededGenerator(seed: UInt64(words * 1000 + length))
        let old = fewWords(120, words: words, length: length, &generator)
        let result = changed(old, symbols: 2 * words, perMille: 100, &generator) { generator in
            self.fewWords(1, words: words, length: length, &generator)[0]
        }
        #expect(Double(result.found) <= 1.05 * Double(result.right), "words \(words), length \(length)")
        #expect(result.pairs.count >= 96, "words \(words), length \(length)")
    }

    @Test("Edited items are paired in order where one text stands there many times", arguments: [10, 100], [1, 7, 40])
    func repeated(perMille: Int, items: Int) {
        var generator = SeededGenerator(seed: UInt64(perMille * 100 + items))
        let text = (0..<items).map { index in generator.sequence(count: 20 + 13 * index % 90, symbols: 400) }
        let old = (0..<200).map { text[$0 % items] }
        let result = changed(old, symbols: 400, perMille: perMille, &generator) { $0.sequence(count: 50, symbols: 400) }
        #expect(Double(result.found) <= 1.1 * Double(result.right), "edits \(perMille), items \(items)")
    }

    @Test("A thousand like items and a thousand unlike ones are aligned in a moment")
    func bounded() {
        var generator = SeededGenerator(seed: 3)
        let template = generator.sequence(count: 200, symbols: 500)
        let alike = (0..<1000).map { _ in generator.edited(template, perMille: 20, symbols: 500) }
        let unlike = (0..<1000).map { _ in generator.sequence(count: 200, symbols: 500) }
        var first = ItemAligner(old: ItemList(alike), new: ItemList(alike.reversed()))
        #expect(!first.pairs(Array(0..<1000), Array(0..<1000)).isEmpty)
        var second = ItemAligner(old: ItemList(alike), new: ItemList(unlike))
        #expect(second.pairs(Array(0..<1000), Array(0..<1000)).isEmpty)
        #expect(second.moves(Array(0..<1000), Array(0..<1000)).isEmpty)
    }
}
