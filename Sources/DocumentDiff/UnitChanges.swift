import SequenceDiff

/// What changed between two texts, in units.
struct UnitChanges {
    struct Change {
        var old: Range<Int>
        var new: Range<Int>

        var isReplacement: Bool { !old.isEmpty && !new.isEmpty }
        var size: Int { max(old.count, new.count) }
    }

    /// A change that shares parts of units is compared once more for at most so many steps a text; some milliseconds suffice for them.
    private static let refiningBudget = 4 << 20
    /// Kept runs of at most this many units between two replaced words are shown as replaced: a word half replaced reads worse than a word replaced.
    private static let shortestKept = 2
    /// From this length on a kept run is no coincidence in a text that is much the same, and from the larger one on in any.
    private static let soundKept = 4
    private static let plainKept = 8
    /// Stretches that keep less than so many percent of the longer one are shown as one replaced by the other: what they have in
    /// common is words that recur.
    private static let leastKept = 40
    /// Changes that hold more numbers are not cut at them.
    private static let splitNumbers = 8

    let old: TextUnits
    let new: TextUnits
    /// In order; between them both texts are equal.
    private(set) var changes: [Change] = []
    /// By change: whether it took in what the edits keep.
    private var isWidened: [Bool] = []

    /// The changes of the edits, widened to whole units. Linear.
    init(_ old: TextUnits, _ new: TextUnits, _ edits: [TextEdit]) {
        self.old = old
        self.new = new
        var end = (old: 0, new: 0)
        var isWidened = false
        var search = UnitSearch(old, new)
        for edit in edits where edit.operation == .keep {
            guard let kept = search.units(keptBy: edit) else {
                isWidened = true
                continue
            }
            isWidened = isWidened || old.starts[kept.old.lowerBound] > edit.old.lowerBound
            append(Change(old: end.old..<kept.old.lowerBound, new: end.new..<kept.new.lowerBound), isWidened)
            end = (kept.old.upperBound, kept.new.upperBound)
            isWidened = old.starts[kept.old.upperBound] < edit.old.upperBound
        }
        append(Change(old: end.old..<old.count, new: end.new..<new.count), isWidened)
    }

    private mutating func append(_ change: Change, _ isWidened: Bool) {
        if change.old.isEmpty, change.new.isEmpty { return }
        changes.append(change)
        self.isWidened.append(isWidened)
    }

    /// Keeps whole units that widened changes have in common.
    mutating func refine() {
        guard isWidened.contains(true) else { return }
        var differ = Differ()
        var budget = Self.refiningBudget
        var refined: [Change] = []
        refined.reserveCapacity(changes.count)
        for (change, isWidened) in zip(changes, isWidened) {
            guard isWidened, change.isReplacement, budget > 0 else {
                refined.append(change)
                continue
            }
            var interner = Interner<ArraySlice<UInt8>>()
            let oldIDs = change.old.map { interner.id(of: old.bytes($0..<$0 + 1)) }
            let newIDs = change.new.map { interner.id(of: new.bytes($0..<$0 + 1)) }
            let script = differ.script(from: oldIDs.span, to: newIDs.span, budget: budget)
            budget -= min(budget, 1 + oldIDs.count * newIDs.count / 64)
            var end = (old: change.old.lowerBound, new: change.new.lowerBound)
            for edit in script.edits where edit.operation == .keep {
                let kept = (old: change.old.lowerBound + edit.old.lowerBound, new: change.new.lowerBound + edit.new.lowerBound)
                let before = Change(old: end.old..<kept.old, new: end.new..<kept.new)
                if !before.old.isEmpty || !before.new.isEmpty { refined.append(before) }
                end = (kept.old + edit.old.count, kept.new + edit.new.count)
            }
            let rest = Change(old: end.old..<change.old.upperBound, new: end.new..<change.new.upperBound)
            if !rest.old.isEmpty || !rest.new.isEmpty { refined.append(rest) }
        }
        changes = refined
        isWidened = []
    }

    // MARK: Replacing

    /// Shows changes between which no kept run is long as one, where these have little in common. A number that takes another's place counts as common.
    mutating func replaceStretches() {
        var result: [Change] = []
        var stretch: [Change] = []
        func close() {
            defer { stretch = [] }
            guard let first = stretch.first, let last = stretch.last, stretch.count > 2 else {
                result += stretch
                return
            }
            let whole = Change(old: first.old.lowerBound..<last.old.upperBound, new: first.new.lowerBound..<last.new.upperBound)
            let common = stretch.reduce(whole.new.count) { $0 - $1.new.count + (isNumber($1) ? 1 : 0) }
            result += whole.isReplacement && common * 100 < Self.leastKept * whole.size ? [whole] : stretch
        }
        for change in changes {
            if let last = stretch.last, change.new.lowerBound - last.new.upperBound >= Self.plainKept { close() }
            stretch.append(change)
        }
        close()
        changes = result
    }

    /// Whether one number takes the place of another.
    private func isNumber(_ change: Change) -> Bool {
        change.old.count == 1 && change.new.count == 1 && old.kinds[change.old.lowerBound].isNumber
            && new.kinds[change.new.lowerBound].isNumber
    }

    // MARK: Joining

    /// Joins changed words that next to nothing stands between, and stretches of which little is kept. Numbers are left apart.
    mutating func join() {
        guard changes.count > 1 else { return }
        var joined: [Change] = []
        // What words are joined with is words: so nothing is looked at twice.
        var areWords = false
        for change in changes {
            let isWords = isWords(change)
            defer { areWords = isWords }
            if let last = joined.last, areWords, isWords, isShred(between: last, change) {
                joined[joined.count - 1] = Change(
                    old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
            } else {
                joined.append(change)
            }
        }
        changes = joinedStretches(joined)
    }

    private func isShred(between first: Change, _ second: Change) -> Bool {
        let island = first.new.upperBound..<second.new.lowerBound
        guard island.count <= Self.shortestKept, first.isReplacement, second.isReplacement,
            min(first.size, second.size) >= island.count
        else { return false }
        return island.allSatisfy { new.kinds[$0] == .character || new.kinds[$0] == .word }
    }

    /// Whether it changes nothing but words.
    private func isWords(_ change: Change) -> Bool {
        let isWords = { (kinds: ArraySlice<TextUnits.Kind>) in
            kinds.allSatisfy { $0 != .number && $0 != .date } && !kinds.allSatisfy { $0 == .blank || $0 == .numeral }
        }
        return (change.old.isEmpty || isWords(old.kinds[change.old])) && (change.new.isEmpty || isWords(new.kinds[change.new]))
    }

    private func joinedStretches(_ changes: [Change]) -> [Change] {
        var result: [Change] = []
        var stretch: [Change] = []
        func close() {
            if let first = stretch.first, let last = stretch.last, stretch.count > 2 {
                let whole = Change(old: first.old.lowerBound..<last.old.upperBound, new: first.new.lowerBound..<last.new.upperBound)
                let kept = whole.new.count - stretch.reduce(0) { $0 + $1.new.count }
                if kept * 100 < Self.leastKept * whole.size { stretch = [whole] }
            }
            result += stretch
            stretch = []
        }
        for change in changes {
            let isWords = isWords(change)
            if let last = stretch.last {
                let island = last.new.upperBound..<change.new.lowerBound
                if !isWords || island.count >= Self.soundKept || island.contains(where: { new.kinds[$0].isNumber }) { close() }
            }
            if isWords { stretch.append(change) } else { result.append(change) }
        }
        close()
        return result
    }

    // MARK: Sliding

    /// Moves insertions and deletions that could as well stand a little further to the best bound of clauses.
    mutating func slide() {
        for index in changes.indices where !changes[index].isReplacement {
            let isInsertion = changes[index].old.isEmpty
            let (side, other) = isInsertion ? (new, old) : (old, new)
            let run = isInsertion ? changes[index].new : changes[index].old
            let place = isInsertion ? changes[index].old.lowerBound : changes[index].new.lowerBound
            let before = index == 0 ? -1 : isInsertion ? changes[index - 1].old.upperBound : changes[index - 1].new.upperBound
            let after =
                index + 1 == changes.count
                ? other.count + 1
                : isInsertion ? changes[index + 1].old.lowerBound : changes[index + 1].new.lowerBound
            // Something stays between two changes, so that they remain two.
            var left = 0
            while place - left - 1 > before, run.lowerBound - left > 0,
                side.areEqual(run.lowerBound - left - 1, run.upperBound - left - 1),
                other.length(place - left - 1) == side.length(run.lowerBound - left - 1)
            { left += 1 }
            var right = 0
            while place + right + 1 < after, run.upperBound + right < side.count,
                side.areEqual(run.lowerBound + right, run.upperBound + right),
                other.length(place + right) == side.length(run.upperBound + right)
            { right += 1 }
            if left == 0, right == 0 { continue }
            var best = (shift: 0, strength: -1)
            for shift in -left...right {
                let strength = side.strength(before: run.lowerBound + shift) + side.strength(before: run.upperBound + shift)
                if strength >= best.strength { best = (shift, strength) }
            }
            let moved = run.lowerBound + best.shift..<run.upperBound + best.shift
            let point = place + best.shift..<place + best.shift
            changes[index] = isInsertion ? Change(old: point, new: moved) : Change(old: moved, new: point)
        }
    }

    // MARK: Numbers

    /// Cuts changes that hold as many numbers on both sides, so that each number is replaced by one.
    mutating func splitAtNumbers() {
        changes = changes.flatMap { change -> [Change] in
            guard change.isReplacement else { return [change] }
            let oldNumbers = change.old.filter { old.kinds[$0] == .number || old.kinds[$0] == .date }
            let newNumbers = change.new.filter { new.kinds[$0] == .number || new.kinds[$0] == .date }
            guard oldNumbers.count == newNumbers.count, (1...Self.splitNumbers).contains(oldNumbers.count) else { return [change] }
            var parts: [Change] = []
            var start = (old: change.old.lowerBound, new: change.new.lowerBound)
            for (oldNumber, newNumber) in zip(oldNumbers, newNumbers) {
                parts.append(Change(old: start.old..<oldNumber, new: start.new..<newNumber))
                parts.append(Change(old: oldNumber..<oldNumber + 1, new: newNumber..<newNumber + 1))
                start = (oldNumber + 1, newNumber + 1)
            }
            parts.append(Change(old: start.old..<change.old.upperBound, new: start.new..<change.new.upperBound))
            return parts.filter { !old.bytes($0.old).elementsEqual(new.bytes($0.new)) }
        }
    }
}

/// Finds the whole units of kept text, from edit to edit.
private struct UnitSearch {
    private let old: TextUnits
    private let new: TextUnits
    private var oldUnit = 0
    private var newUnit = 0

    init(_ old: TextUnits, _ new: TextUnits) {
        self.old = old
        self.new = new
    }

    /// The largest part of a kept run that begins and ends at bounds of units on both sides; nil where there is none.
    ///
    /// - Precondition: Edits come in order.
    mutating func units(keptBy edit: TextEdit) -> (old: Range<Int>, new: Range<Int>)? {
        while old.starts[oldUnit] < edit.old.lowerBound { oldUnit += 1 }
        while new.starts[newUnit] < edit.new.lowerBound { newUnit += 1 }
        let shift = edit.new.lowerBound - edit.old.lowerBound
        while old.starts[oldUnit] < edit.old.upperBound, new.starts[newUnit] < edit.new.upperBound,
            old.starts[oldUnit] + shift != new.starts[newUnit]
        {
            if old.starts[oldUnit] + shift < new.starts[newUnit] { oldUnit += 1 } else { newUnit += 1 }
        }
        guard old.starts[oldUnit] < edit.old.upperBound, new.starts[newUnit] < edit.new.upperBound else { return nil }
        let first = (old: oldUnit, new: newUnit)
        while oldUnit < old.count, old.starts[oldUnit + 1] <= edit.old.upperBound { oldUnit += 1 }
        while newUnit < new.count, new.starts[newUnit + 1] <= edit.new.upperBound { newUnit += 1 }
        var last = (old: oldUnit, new: newUnit)
        while last.old > first.old, last.new > first.new, old.starts[last.old] + shift != new.starts[last.new] {
            if old.starts[last.old] + shift > new.starts[last.new] { last.old -= 1 } else { last.new -= 1 }
        }
        guard last.old > first.old, last.new > first.new else { return nil }
        return (first.old..<last.old, first.new..<last.new)
    }
}
