import SequenceDiff
import TestSupport
import Testing

@Suite struct EditScriptTests {
    /// Says what is wrong with the script's shape or result, nil if nothing is.
    private func fault(of script: EditScript, from old: [UInt32], to new: [UInt32]) -> String? {
        var oldIndex = 0
        var newIndex = 0
        var last: Edit.Operation?
        for edit in script.edits {
            if edit.old.lowerBound != oldIndex || edit.new.lowerBound != newIndex { return "gap before \(edit)" }
            if edit.operation == last { return "two runs of one operation at \(edit)" }
            if edit.operation == .delete, last == .insert { return "insertion before deletion at \(edit)" }
            switch edit.operation {
            case .keep where Array(old[edit.old]) != Array(new[edit.new]) || edit.old.isEmpty: return "unlike kept at \(edit)"
            case .delete where edit.old.isEmpty || !edit.new.isEmpty: return "odd deletion \(edit)"
            case .insert where edit.new.isEmpty || !edit.old.isEmpty: return "odd insertion \(edit)"
            default: break
            }
            oldIndex = edit.old.upperBound
            newIndex = edit.new.upperBound
            last = edit.operation
        }
        if oldIndex != old.count || newIndex != new.count { return "ends at \(oldIndex), \(newIndex)" }
        if script.applied(to: old, insertingFrom: new) != new { return "does not give the new sequence" }
        return nil
    }

    @Test(
        "A script gives the new sequence and is minimal by the textbook's table",
        arguments: [1, 2, 3, 5, 20, 3000, 1 << 30], [0, 30, 100, 300, 1000])
    func minimal(symbols: Int, perMille: Int) {
        let seed = UInt64(symbols * 10_007 + perMille)
        var generator = SeededGenerator(seed: seed)
        var differ = Differ()
        for round in 0..<60 {
            let count = Int.random(in: 0..<(round % 10 == 0 ? 600 : 90), using: &generator)
            let old = generator.sequence(count: count, symbols: symbols)
            let new = generator.edited(old, perMille: perMille, symbols: symbols)
            let script = differ.script(from: old.span, to: new.span)
            let context: Comment = "seed \(seed), round \(round)"
            #expect(fault(of: script, from: old, to: new) == nil, context)
            let common = commonCountByTable(old, new)
            #expect(script.keptCount == common, context)
            #expect(script.changedCount == old.count + new.count - 2 * common, context)
            #expect(script.isMinimal, context)
            let counted = differ.common(old.span, new.span)
            #expect(counted.count == common && counted.isExact, context)
        }
    }

    @Test(
        "Long sequences are minimal whichever method their size and difference call for",
        arguments: [(4000, 4, 2), (4000, 4, 300), (9000, 500, 2), (9000, 500, 400), (9000, 2, 20), (7000, 3000, 1000)])
    func long(count: Int, symbols: Int, perMille: Int) {
        let seed = UInt64(count + symbols + perMille)
        var generator = SeededGenerator(seed: seed)
        let old = generator.sequence(count: count, symbols: symbols)
        let new = generator.edited(old, perMille: perMille, symbols: symbols)
        var differ = Differ()
        let script = differ.script(from: old.span, to: new.span)
        #expect(fault(of: script, from: old, to: new) == nil, "seed \(seed)")
        // The count comes from one sweep over the whole matrix, which the short sequences hold against the textbook's table.
        let common = differ.common(old.span, new.span).count
        #expect(script.keptCount == common, "seed \(seed)")
        #expect(script.isMinimal)
        // Reversed roles take the other orientation of every method.
        #expect(differ.script(from: new.span, to: old.span).keptCount == common, "seed \(seed)")
    }

    @Test("A long sequence with few differences is minimal although it is far too large for the bit matrix")
    func longAndSimilar() {
        var generator = SeededGenerator(seed: 11)
        let old = generator.sequence(count: 200_000, symbols: 1 << 20)
        var new = old
        // Elements that occur nowhere else, moved to places far from their own: each costs one deletion and one insertion.
        for step in 0..<1500 { new.swapAt(step * 120 + 10, step * 120 + 11) }
        var differ = Differ()
        let script = differ.script(from: old.span, to: new.span)
        #expect(fault(of: script, from: old, to: new) == nil)
        #expect(script.isMinimal)
        #expect(script.changedCount == 3000)
    }

    @Test("Sequences beyond the budget get a correct script that says it may not be minimal", arguments: [0, 1000, 200_000, 2_000_000])
    func coarse(budget: Int) {
        var generator = SeededGenerator(seed: UInt64(budget))
        let old = generator.sequence(count: 12_000, symbols: 300)
        let similar = generator.edited(old, perMille: 100, symbols: 300)
        let unrelated = generator.sequence(count: 15_000, symbols: 300)
        var differ = Differ()
        let first = differ.script(from: old.span, to: similar.span, budget: budget)
        #expect(fault(of: first, from: old, to: similar) == nil)
        let exact = differ.script(from: old.span, to: similar.span)
        #expect(exact.isMinimal)
        #expect(first.changedCount >= exact.changedCount)
        #expect(Double(first.changedCount) <= Double(exact.changedCount) * 1.02, "cuts at agreeing runs cost little")
        let second = differ.script(from: old.span, to: unrelated.span, budget: budget)
        #expect(fault(of: second, from: old, to: unrelated) == nil)
        #expect(!second.isMinimal)
        let counted = differ.common(old.span, unrelated.span, budget: budget)
        #expect(counted.count == second.keptCount && !counted.isExact)
    }

    @Test("The same pair gives the same script whatever was compared before")
    func repeatable() {
        var generator = SeededGenerator(seed: 5)
        var used = Differ()
        for _ in 0..<200 {
            let old = generator.sequence(count: Int.random(in: 0..<400, using: &generator), symbols: 40)
            let new = generator.edited(old, perMille: 250, symbols: 40)
            var fresh = Differ()
            #expect(used.script(from: old.span, to: new.span) == fresh.script(from: old.span, to: new.span))
        }
    }

    @Test("Sequences of anything are compared by equality")
    func generic() {
        let script = EditScript.between(["甲", "乙", "丙"], ["甲", "丁", "丙"])
        #expect(
            script.edits == [
                Edit(.keep, old: 0..<1, new: 0..<1),
                Edit(.delete, old: 1..<2, new: 1..<1),
                Edit(.insert, old: 2..<2, new: 1..<2),
                Edit(.keep, old: 2..<3, new: 2..<3),
            ])
        #expect(EditScript.between([Int](), []).edits.isEmpty)
        #expect(EditScript.between([1], []).edits == [Edit(.delete, old: 0..<1, new: 0..<0)])
        #expect(EditScript.between([], [1, 2]).edits == [Edit(.insert, old: 0..<0, new: 0..<2)])
    }

    @Test("A script refuses a sequence of another length")
    func misapplied() {
        let script = EditScript.between([1, 2, 3], [1, 3])
        #expect(script.applied(to: [1, 2], insertingFrom: [1, 3]) == nil)
        #expect(script.applied(to: [1, 2, 3, 4], insertingFrom: [1, 3]) == nil)
    }

    @Test("Similarity is twice the common part over both lengths")
    func similarity() {
        var differ = Differ()
        let four: [UInt32] = [1, 2, 3, 4]
        let three: [UInt32] = [1, 9, 4]
        let none: [UInt32] = []
        #expect(differ.similarity(four.span, three.span) == 4.0 / 7.0)
        #expect(differ.similarity(four.span, four.span) == 1)
        #expect(differ.similarity(four.span, none.span) == 0)
        #expect(differ.similarity(none.span, none.span) == 1)
    }
}
