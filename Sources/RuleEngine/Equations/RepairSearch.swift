import AuditModel

/// Looks for the one change that would mend a failing equality and break no other.
struct RepairSearch {
    private let system: EquationSystem
    private var values: EquationSystem.Values
    private let narrative: [Statement]
    private var found: [Repair] = []
    /// Few changes mend anything.
    private var tried: [[Repair.Change]] = []
    /// By how much the left side of the failing equality is too large.
    private var excess: Quantity?
    /// How often each figure is added to that excess, less how often it is taken from it.
    private var weights: [Int] = []

    init(system: EquationSystem, values: EquationSystem.Values, statements: [Statement]) {
        self.system = system
        self.values = values
        narrative = statements
    }

    /// The repair of a failing equality: the only one found, or the one that ranks above all others; nil when there is no such.
    mutating func repair(of number: Int, left: Quantity, right: Quantity) -> Repair? {
        found = []
        tried = []
        let instance = system.instances[number]
        let sides = [(system.operands(of: instance.left, in: values), false), (system.operands(of: instance.right, in: values), true)]
        excess = left.subtracting(right)
        weights = Array(repeating: 0, count: system.form.indicators.count)
        for (operands, isRight) in sides {
            for operand in operands where !operand.isPrevious {
                weights[operand.index] += operand.isNegative == isRight ? 1 : -1
            }
        }
        for (operands, isRight) in sides {
            for operand in operands where !operand.isPrevious {
                considerChange(of: operand, isRight: isRight, in: number, left: left, right: right)
                considerNeighbours(of: operand.index, in: number)
            }
        }
        found.sort { $0.rank > $1.rank }
        guard var best = found.first else { return nil }
        if found.count > 1, found[1].rank == best.rank { return nil }
        best.isOnlyOne = found.count == 1 && best.support >= 0
        return best
    }

    /// The value that this figure alone would need for the equality to hold.
    private mutating func considerChange(of operand: EquationSystem.Operand, isRight: Bool, in number: Int, left: Quantity, right: Quantity)
    {
        guard let old = values[operand].number, let excess = left.subtracting(right),
            let new = old.subtracting(isRight == operand.isNegative ? excess : -excess)
        else { return }
        let change = Repair.Change(figure: operand.index, old: old, new: new)
        var cause = Repair.Cause.plain
        var splitWith: Int?
        if old.isZero, operand == system.instances[number].stated, system.instances[number].statedSide != nil {
            cause = .zeroTotal
        } else if let right = neighbour(of: operand.index, row: 0, column: 1), values.current[right].number == .zero,
            Self.joined(old, .zero) == new
        {
            cause = .split
            splitWith = right
        } else if Self.isTransposed(old, new) {
            cause = .transposed
        }
        consider(change, nil, cause, splitWith: splitWith, in: number)
    }

    /// Swaps with the neighbours on all sides, and digits divided between this figure and its neighbour to the right.
    private mutating func considerNeighbours(of figure: Int, in number: Int) {
        guard let own = values.current[figure].number else { return }
        for (row, column) in [(0, -1), (0, 1), (-1, 0), (1, 0)] {
            guard let other = neighbour(of: figure, row: row, column: column), let value = values.current[other].number, value != own,
                // Two figures that count alike may change places without any effect.
                weights[figure] != weights[other]
            else { continue }
            let change = Repair.Change(figure: figure, old: own, new: value)
            let reverse = Repair.Change(figure: other, old: value, new: own)
            let isFirst = figure < other
            consider(isFirst ? change : reverse, isFirst ? reverse : change, .swapped, splitWith: nil, in: number)
        }
        for (left, right) in [(neighbour(of: figure, row: 0, column: -1), figure), (figure, neighbour(of: figure, row: 0, column: 1))] {
            guard let left, let right, let first = values.current[left].number, let second = values.current[right].number,
                !first.isZero, let whole = Self.joined(first, second)
            else { continue }
            let toLeft = Repair.Change(figure: left, old: first, new: whole)
            let toRight = Repair.Change(figure: right, old: second, new: whole)
            if !second.isZero {
                consider(toLeft, Repair.Change(figure: right, old: second, new: .zero), .split, splitWith: nil, in: number)
            }
            consider(toRight, Repair.Change(figure: left, old: first, new: .zero), .split, splitWith: nil, in: number)
        }
    }

    /// Keeps one change, or two, after which every equality of the figures concerned holds, this one among them.
    private mutating func consider(
        _ change: Repair.Change, _ other: Repair.Change?, _ cause: Repair.Cause, splitWith: Int?, in number: Int
    ) {
        // Most changes mend nothing, which this equality tells by itself.
        guard isMended(by: change, other), isLawful(change), other.map(isLawful) ?? true else { return }
        let changes = [change] + (other.map { [$0] } ?? [])
        guard !tried.contains(changes) else { return }
        tried.append(changes)
        let concerned =
            changes.count == 1
            ? system.instancesByFigure[changes[0].figure] : Set(changes.flatMap { system.instancesByFigure[$0.figure] }).sorted()
        guard concerned.contains(number) else { return }
        for change in changes { values.current[change.figure] = .number(change.new) }
        let mends = !concerned.contains { fails($0) }
        let support = mends ? support(for: changes) : 0
        for change in changes { values.current[change.figure] = .number(change.old) }
        guard mends else { return }
        let failing = concerned.count { fails($0) }
        found.append(Repair(changes: changes, cause: cause, splitWith: splitWith, mended: failing, support: support))
    }

    private func fails(_ number: Int) -> Bool {
        if case .fails = system.evaluation(number, with: values) { true } else { false }
    }

    /// Whether the failing equality may hold after the changes: what cannot be computed may.
    private func isMended(by change: Repair.Change, _ other: Repair.Change?) -> Bool {
        var rest = excess
        func add(_ change: Repair.Change) {
            let weight = weights[change.figure]
            // A step that cannot be computed leaves nothing that could be.
            let step = weight < 0 ? change.old.subtracting(change.new) : change.new.subtracting(change.old)
            for _ in 0..<weight.magnitude { rest = step.flatMap { rest?.adding($0) } }
        }
        add(change)
        if let other { add(other) }
        return rest?.isZero ?? true
    }

    /// How many statements about the changed figures come to agree, less those that cease to. Asked while the change is made.
    private func support(for changes: [Repair.Change]) -> Int {
        let figures = changes.map(\.figure)
        var support = 0
        for index in narrative.indices
        where narrative[index].state == .bound && narrative[index].firmness == .plain && narrative[index].agrees != nil
            && narrative[index].chosen.map({ narrative[index].readings[$0].contains(where: figures.contains) }) ?? false
        {
            let statement = narrative[index]
            let agrees = statement.readings.contains { reading in
                let numbers = reading.compactMap { values.current[$0].number }
                return numbers.count == reading.count && Quantity.sum(of: numbers) == statement.value
            }
            if agrees != statement.agrees { support += agrees ? 1 : -1 }
        }
        return support
    }

    private func isLawful(_ change: Repair.Change) -> Bool {
        guard change.old != change.new else { return false }
        switch system.form.indicators[change.figure].kind {
        case .count: return change.new.isWhole && !change.new.isNegative
        case .amount: return !change.new.isNegative
        case .change: return change.new.isWhole
        }
    }

    /// The nearest figure in a direction of the figure's table that the report has; nil beyond the edge.
    private func neighbour(of figure: Int, row: Int, column: Int) -> Int? {
        let indicators = system.form.indicators
        let grid = system.form.tables[indicators[figure].table].grid
        var place = (row: indicators[figure].row + row, column: indicators[figure].column + column)
        while grid.indices.contains(place.row), grid[place.row].indices.contains(place.column) {
            if let index = grid[place.row][place.column], !values.current[index].isAbsent { return index }
            place = (place.row + row, place.column + column)
        }
        return nil
    }

    /// The number whose digits are those of the first and then those of the second; nil unless both are whole and the first is no 0.
    private static func joined(_ first: Quantity, _ second: Quantity) -> Quantity? {
        guard first.isWhole, second.isWhole, !first.isZero, !first.isNegative, !second.isNegative else { return nil }
        // Digits of half a machine word each are joined without being written out.
        if let head = Int(exactly: first.significand), let tail = Int(exactly: second.significand), max(head, tail) < 100_000_000 {
            var power = 10
            while power <= tail { power *= 10 }
            return Quantity(head * power + tail)
        }
        return Quantity(first.description + second.description)
    }

    private static func isTransposed(_ old: Quantity, _ new: Quantity) -> Bool {
        // Digits that change places leave their sum as it is.
        if old.scale == new.scale, old.subtracting(new).map({ $0.significand % 9 != 0 }) ?? false { return false }
        let before = Array(old.description.utf8)
        let after = Array(new.description.utf8)
        guard before.count == after.count else { return false }
        let differing = before.indices.filter { before[$0] != after[$0] }
        guard differing.count == 2, let first = differing.first, let second = differing.last, second == first + 1 else { return false }
        return before[first] == after[second] && before[second] == after[first]
    }
}
