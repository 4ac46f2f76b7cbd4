import AuditModel

/// Parts digits that ran together where the form's sums leave one way only, over all rows that the sums tie to one another.
struct DigitSettlement {
    /// For each row the lengths of its figures; nil where there is no way, or more than one.
    private(set) var lengths: [[Int]?]

    private struct Term {
        let row: Int
        let position: Int
        let sign: Int
    }

    /// `known` answers the number that an indicator has elsewhere, nil for one that has none; `isAbsent` whether the report lacks it altogether.
    /// Bounded by steps.
    init(_ rows: [DigitRow], _ system: EquationSystem, known: (Int) -> Int?, isAbsent: (Int) -> Bool) {
        lengths = Array(repeating: nil, count: rows.count)
        var places: [Int: (row: Int, position: Int)] = [:]
        for (row, item) in rows.enumerated() {
            for (position, indicator) in item.indicators.enumerated() { places[indicator] = (row, position) }
        }
        var balances: [[DigitSplits.Balance]] = rows.map { _ in [] }
        var ties: [(constant: Int, terms: [Term])] = []
        var isTied = rows.map { _ in false }
        var lacksSum = isTied
        for number in Set(places.keys.flatMap { system.instancesByFigure[$0] }).sorted() {
            guard let (constant, terms) = Self.balance(system.instances[number], system, places, known, isAbsent) else {
                // Without all sums that the form has, one way may seem the only one.
                for (row, item) in rows.enumerated()
                where item.indicators.contains(where: { system.instancesByFigure[$0].contains(number) }) {
                    lacksSum[row] = true
                }
                continue
            }
            for term in terms { isTied[term.row] = true }
            if let row = terms.first?.row, terms.allSatisfy({ $0.row == row }) {
                balances[row].append(.init(constant: constant, terms: terms.map { ($0.position, $0.sign) }))
            } else {
                ties.append((constant, terms))
            }
        }
        var isOpen = isTied
        for start in rows.indices where isOpen[start] {
            let members = Self.connected(start, ties.map { $0.terms.map(\.row) }, count: rows.count)
            for member in members { isOpen[member] = false }
            guard !members.contains(where: { lacksSum[$0] }) else { continue }
            let splits = members.map { DigitSplits(rows[$0], balances: balances[$0]).splits }
            guard splits.allSatisfy({ $0?.isEmpty == false }) else { continue }
            let order = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
            let own = ties.filter { tie in tie.terms.contains { order[$0.row] != nil } }
            let sums = own.map { tie in
                DigitSearch.Sum(
                    constant: tie.constant,
                    terms: tie.terms.compactMap { term in order[term.row].map { ($0, term.position, term.sign) } })
            }
            guard let chosen = DigitSearch.onlySolution(splits.map { $0 ?? [] }, sums) else { continue }
            for (member, split) in zip(members, chosen) { lengths[member] = split.lengths }
        }
    }

    /// An equation as a sum that has to be 0; nil where it has a figure that is neither known nor among the digits.
    private static func balance(
        _ instance: EquationSystem.Instance, _ system: EquationSystem, _ places: [Int: (row: Int, position: Int)], _ known: (Int) -> Int?,
        _ isAbsent: (Int) -> Bool
    ) -> (constant: Int, terms: [Term])? {
        var constant = 0
        var terms: [Term] = []
        for (side, direction) in [(instance.left, 1), (instance.right, -1)] {
            for operand in system.operands(of: side, isAbsent: { places[$0.index] == nil && isAbsent($0.index) }) {
                guard !operand.isPrevious else { return nil }
                let sign = operand.isNegative ? -direction : direction
                if let place = places[operand.index] {
                    terms.append(Term(row: place.row, position: place.position, sign: sign))
                } else if let number = known(operand.index) {
                    constant += sign * number
                } else {
                    return nil
                }
            }
        }
        return terms.isEmpty ? nil : (constant, terms)
    }

    /// The rows that sums tie to a row, over others, ascending.
    private static func connected(_ start: Int, _ ties: [[Int]], count: Int) -> [Int] {
        var isMember = Array(repeating: false, count: count)
        isMember[start] = true
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for tie in ties where tie.contains(where: { isMember[$0] }) {
                for row in tie where !isMember[row] {
                    isMember[row] = true
                    hasGrown = true
                }
            }
        }
        return isMember.indices.filter { isMember[$0] }
    }
}
