import AuditModel
import DocumentModel

extension Examination {
    /// Compares statements of one figure among themselves. Where both agree with the table, each by a reading of its own, there is nothing to say.
    ///
    /// A figure that only the narrative gives has no table to decide between two statements: the finding is as grave as the grammar says of the figure.
    func statementsConsistent() -> Tally {
        var tally = Tally()
        let statements = report.narrative.statements
        for offence in partsOfNothing(statements) { tally.violated(offence) }
        let groups = statementsOfOneFigure(statements)
        let borneOut = statementsBorneOut(statements, groups)
        for group in groups.ranges.lazy.map({ groups.members[$0] }) {
            let reference = group.first { statements[$0].agrees == true } ?? group[group.startIndex]
            var isConsistent = true
            for index in group {
                let other: Int
                if statements[index].value != statements[reference].value {
                    if statements[index].agrees == true, statements[reference].agrees == true { continue }
                    other = reference
                } else if statements[index].agrees == false,
                    let found = statements[index].readings.lazy.compactMap({ borneOut[$0] }).first
                {
                    // 收到12件 and 新收13件: other words for the figure that the table bears out.
                    other = found
                } else {
                    continue
                }
                isConsistent = false
                let statement = statements[index]
                tally.violated(
                    Offence(
                        evidence: [evidence(statement), evidence(statements[other])],
                        values: [
                            .figure: name(of: statement), .value: LocalizedText(statement.value),
                            .other: LocalizedText(statements[other].value),
                        ], severity: statement.ownIdentifier == nil ? nil : grammarFigure(of: statement)?.severity,
                        subject: subject(of: statement)))
            }
            if isConsistent { tally.satisfied() }
        }
        return tally
    }

    /// Some of a figure of the pack's own, where the text says elsewhere that there is none of it: the first of each figure. Linear.
    private func partsOfNothing(_ statements: [Statement]) -> [Offence] {
        var nones: [String: Statement] = [:]
        var parts: [Statement] = []
        // An amount of this year beside a 0 is contradicted as it is.
        var said: Set<String> = []
        for statement in statements {
            guard let own = statement.ownIdentifier else { continue }
            switch statement.state {
            case .bound where statement.value > .zero: said.insert(own)
            case .bound where statement.firmness == .plain && nones[own] == nil: nones[own] = statement
            case .unbound where statement.value > .zero: parts.append(statement)
            default: break
            }
        }
        return parts.compactMap { part in
            guard let own = part.ownIdentifier, let none = nones[own], said.insert(own).inserted else { return nil }
            return Offence(
                evidence: [evidence(part), evidence(none)],
                values: [.figure: name(of: none), .value: LocalizedText(part.value), .other: LocalizedText(none.value)],
                severity: grammarFigure(of: none)?.severity, subject: subject(of: none))
        }
    }

    /// By the reading that the table bears out the first statement of it; empty where no statement deviates from the tables.
    private func statementsBorneOut(_ statements: [Statement], _ groups: StatementGroups) -> [[Int]: Int] {
        guard groups.members.contains(where: { statements[$0].agrees == false }) else { return [:] }
        var found: [[Int]: Int] = Dictionary(minimumCapacity: groups.members.count)
        for index in groups.members where statements[index].agrees == true {
            guard let chosen = statements[index].chosen else { continue }
            let reading = statements[index].readings[chosen]
            if found[reading] == nil { found[reading] = index }
        }
        return found
    }

    /// Numbers of statements, group by group.
    private struct StatementGroups {
        var members: [Int] = []
        /// Where each group stands among them.
        var ranges: [Range<Int>] = []

        /// `groups`: of each of some numbers the group; there are `count` of them.
        init(_ numbers: [Int], _ groups: [Int], count: Int) {
            var sizes = Array(repeating: 0, count: count)
            for group in groups { sizes[group] += 1 }
            ranges.reserveCapacity(count)
            for size in sizes { ranges.append((ranges.last?.upperBound ?? 0)..<(ranges.last?.upperBound ?? 0) + size) }
            var ends = ranges.map(\.lowerBound)
            members = Array(repeating: 0, count: numbers.count)
            for (number, group) in zip(numbers, groups) {
                members[ends[group]] = number
                ends[group] += 1
            }
        }
    }

    /// The plain statements that are bound alike, by figure and readings: their numbers, each group in document order.
    private func statementsOfOneFigure(_ statements: [Statement]) -> StatementGroups {
        var (numbers, groups): ([Int], [Int]) = ([], [])
        // The first statement of each group.
        var firsts: [Int] = []
        // The last group by the first indicator that it speaks of, and for each group the one before of the same: few have it in common.
        var last: [Int: Int] = Dictionary(minimumCapacity: statements.count)
        var before: [Int?] = []
        for index in statements.indices
        where statements[index].state == .bound && statements[index].firmness == .plain
            && !(statements[index].ownIdentifier != nil && isPart(statements[index]))
        {
            let first = statements[index].readings.first?.first ?? -1
            var group = last[first]
            while let known = group, !areAlike(statements, index, firsts[known]) { group = before[known] }
            numbers.append(index)
            groups.append(group ?? firsts.count)
            if group == nil {
                before.append(last.updateValue(firsts.count, forKey: first))
                firsts.append(index)
            }
        }
        return StatementGroups(numbers, groups, count: firsts.count)
    }

    private func areAlike(_ statements: [Statement], _ index: Int, _ other: Int) -> Bool {
        // A figure of the pack's own is the same whatever it is told as.
        let isOwn = statements[index].ownIdentifier != nil
        return statements[other].ownIdentifier == statements[index].ownIdentifier
            && (isOwn || statements[other].figure == statements[index].figure) && statements[other].readings == statements[index].readings
    }

    /// True for a figure that is stated as part of a whole: an item of a fee is no second statement of the fee.
    private func isPart(_ statement: Statement) -> Bool {
        report.narrative.breakdowns.contains { breakdown in
            breakdown.parts.contains { part in
                part.place.locator == statement.place.locator && part.value == statement.value
                    && (part.place == statement.place || part.quote == statement.quote || statement.quote.contains(part.quote))
            }
        }
    }
}
