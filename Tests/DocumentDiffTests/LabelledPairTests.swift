import DocumentDiff
import DocumentModel
import SequenceDiff
import TestSupport
import Testing

/// How well comparisons tell what was done, on texts for which it is known.
@Suite struct LabelledPairTests {
    private func delta(_ pair: LabelledPair) -> DocumentDelta { DocumentDelta(from: pair.oldDocument, to: pair.newDocument) }

    /// For each new paragraph the old one that the comparison takes it for.
    private func origins(_ delta: DocumentDelta) -> [Int?] { delta.blocks.filter { $0.new != nil }.map(\.oldIndex) }

    private func movedBlocks(_ delta: DocumentDelta) -> Set<Int> {
        Set(delta.blocks.filter { $0.state == .moved }.compactMap(\.newIndex))
    }

    @Test("Edited texts of 8 KB change no more characters than need be", arguments: 1...40 as ClosedRange<UInt64>)
    func minimal(seed: UInt64) {
        let pair = LabelledPair(paragraphs: 28, .init(edited: Int(seed % 10) * 3 + 1), seed: seed)
        let delta = delta(pair)
        let scalars = { (texts: [String]) in texts.joined(separator: "\n").unicodeScalars.map(\.value) }
        #expect(delta.changedCount == EditScript.between(scalars(pair.old), scalars(pair.new)).changedCount, "seed \(seed)")
        #expect(delta.changedCount <= pair.changedCount, "seed \(seed)")
        #expect(delta.isMinimal)
        #expect(movedBlocks(delta).isEmpty, "seed \(seed)")
        #expect(origins(delta) == pair.origins, "seed \(seed)")
    }

    @Test("What is shown for reading changes at most 8 in 100 characters more than need be", arguments: [2, 5, 10, 20])
    func readable(percent: Int) {
        var shown = 0
        var least = 0
        for seed in 1...12 as ClosedRange<UInt64> {
            let delta = delta(LabelledPair(paragraphs: 28, .init(edited: percent), seed: seed))
            shown += delta.readableCount
            least += delta.changedCount
        }
        #expect(shown * 100 <= least * 108, "\(shown) instead of \(least)")
        #expect(shown >= least)
    }

    @Test("Edited texts of a megabyte change at most 3 in 100 characters more than need be, and at most 8 as they are shown")
    func large() {
        let pair = LabelledPair(paragraphs: Self.largeCount, .init(edited: 10, moved: 5, added: 20, removed: 20), seed: 7)
        let delta = delta(pair)
        let least = zip(pair.new, pair.origins).reduce(0) { count, item in
            let (new, origin) = item
            let scalars = { (text: String) in text.unicodeScalars.map(\.value) }
            return count + (origin.map { EditScript.between(scalars(pair.old[$0]), scalars(new)).changedCount } ?? new.unicodeScalars.count)
        }
        let kept = Set(pair.origins.compactMap(\.self))
        let removed = pair.old.indices.filter { !kept.contains($0) }.reduce(0) { $0 + pair.old[$1].unicodeScalars.count }
        #expect(delta.changedCount * 100 <= (least + removed) * 103, "\(delta.changedCount) instead of \(least + removed)")
        #expect(delta.readableCount * 100 <= (least + removed) * 108, "\(delta.readableCount) instead of \(least + removed)")
        #expect(movedBlocks(delta) == pair.moved)
    }

    /// Of a megabyte where the environment asks for all pairs; fewer paragraphs of the same length otherwise.
    private static let largeCount = pairsPerSeed > 100 ? 3600 : 600

    @Test("Every paragraph that was moved unchanged is found, and none that was not", arguments: 1...40 as ClosedRange<UInt64>)
    func exactMoves(seed: UInt64) {
        let pair = LabelledPair(
            paragraphs: 40, .init(edited: Int(seed % 4) * 4, moved: 4, added: Int(seed % 3), removed: Int(seed % 3)), seed: seed)
        let delta = delta(pair)
        #expect(pair.moved.count == 4)
        #expect(movedBlocks(delta) == pair.moved, "seed \(seed)")
        #expect(origins(delta) == pair.origins, "seed \(seed)")
    }

    @Test("Of the paragraphs that were moved and edited by up to a fifth at least 95 in 100 are found, and none that was not")
    func editedMoves() {
        var found = 0
        var all = 0
        for seed in 1...60 as ClosedRange<UInt64> {
            let pair = LabelledPair(
                paragraphs: 40, .init(edited: 5, movedAndEdited: 3, movedEdit: Int(seed % 20) + 1, added: 2, removed: 2), seed: seed)
            let delta = delta(pair)
            let moved = movedBlocks(delta)
            let origins = origins(delta)
            #expect(moved.isSubset(of: pair.moved), "seed \(seed): moved falsely \(moved.subtracting(pair.moved))")
            found += pair.moved.count { moved.contains($0) && origins[$0] == pair.origins[$0] }
            all += pair.moved.count
        }
        #expect(found * 100 >= all * 95, "\(found) of \(all)")
    }

    @Test("Short phrases that stand anywhere are no moves")
    func shortPhrases() {
        let old = ["无。", "一、收到申请情况", "本年度收到申请3件。", "无。", "二、收费情况", "未收取费用。", "无。"]
        let new = ["一、收到申请情况", "本年度收到申请5件。", "二、收费情况", "无。", "未收取费用。", "暂无其他事项。"]
        let delta = DocumentDelta(
            from: document(section(0, nil, nil, paragraphs(old))), to: document(section(0, nil, nil, paragraphs(new))))
        #expect(movedBlocks(delta).isEmpty)
        #expect(delta.blocks.count { $0.new != nil } == new.count)
    }

    @Test("A table's figures are compared with those of their own rows, whatever rows were put in or taken away", arguments: 1...30)
    func tables(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let rows = 6 + generator.number(0..<10)
        let labels = (0..<rows).map { "\($0 + 1)." + generator.clause() }
        let heads = ["项目", "自然人", "企业", "其他组织", "总计"]
        var old: [[String?]] = [heads]
        for label in labels { old.append([label] + (1..<heads.count).map { _ in String(generator.number(0..<500)) }) }
        var new = old
        var changed = 0
        for row in 1..<new.count {
            for column in 1..<heads.count where generator.number(0..<4) == 0 {
                let figure = String(generator.number(500..<1000))
                new[row][column] = figure
                changed += 1
            }
        }
        let removed = generator.number(1..<new.count)
        changed -= zip(old[removed], new[removed]).count { $0 != $1 }
        new.remove(at: removed)
        new.insert(["新增的一行" + generator.clause(), "1", "2", "3", "6"], at: generator.number(1..<new.count + 1))
        let delta = DocumentDelta(from: document(section(0, nil, nil, [table(old)])), to: document(section(0, nil, nil, [table(new)])))
        #expect(delta.blocks.count { $0.state == .changed } == changed, "seed \(seed)")
        #expect(delta.blocks.count { $0.state == .added } == heads.count, "seed \(seed)")
        #expect(delta.blocks.count { $0.state == .removed } == heads.count, "seed \(seed)")
    }
}

extension DocumentDelta {
    /// How many characters are deleted and inserted.
    var changedCount: Int {
        blocks.reduce(0) { count, block in
            block.edits.reduce(count) { $0 + ($1.operation == .keep ? 0 : block.text(of: $1).unicodeScalars.count) }
        }
    }

    /// How many characters are shown as deleted and inserted.
    var readableCount: Int {
        blocks.reduce(0) { count, block in
            block.readableRuns().reduce(count) {
                $1.operation == .keep ? $0 : $0 + block.oldText(of: $1).unicodeScalars.count + block.newText(of: $1).unicodeScalars.count
            }
        }
    }
}
