import AuditModel
import DocumentModel

extension Examination {
    /// Compares statements of one figure among themselves. Where both agree with the table, each by a reading of its own, there is nothing to say.
    ///
    /// A figure that only the narrative gives has no table to decide between two statements: the finding is as grave as the grammar says of the figure.
    func statementsConsistent() -> Tally {
        var tally = Tally()
        let groups = statementsOfOneFigure()
        let borneOut = statementsBorneOut(groups)
        for group in groups {
            let reference = group.first { $0.agrees == true } ?? group[0]
            var isConsistent = true
            for statement in group {
                let other: Statement
                if statement.value != reference.value {
                    if statement.agrees == true, reference.agrees == true { continue }
                    other = reference
                } else if statement.agrees == false, let found = statement.readings.lazy.compactMap({ borneOut[$0] }).first {
                    // 收到12件 and 新收13件: other words for the figure that the table bears out.
                    other = found
                } else {
                    continue
                }
                isConsistent = false
                tally.violated(
                    Offence(
                        evidence: [evidence(statement), evidence(other)],
                        values: [
                            .figure: name(of: statement), .value: LocalizedText(statement.value),
                            .other: LocalizedText(other.value),
                        ], severity: statement.ownIdentifier == nil ? nil : grammarFigure(of: statement)?.severity,
                        subject: subject(of: statement)))
            }
            if isConsistent { tally.satisfied() }
        }
        return tally
    }

    /// By the reading that the table bears out the first statement of it; empty where no statement deviates from the tables.
    private func statementsBorneOut(_ groups: [[Statement]]) -> [[Int]: Statement] {
        guard groups.contains(where: { $0.contains { $0.agrees == false } }) else { return [:] }
        var found: [[Int]: Statement] = [:]
        for statement in groups.joined() where statement.agrees == true {
            guard let chosen = statement.chosen else { continue }
            let reading = statement.readings[chosen]
            if found[reading] == nil { found[reading] = statement }
        }
        return found
    }

    /// The plain statements that are bound alike, by figure and readings, each group in document order.
    private func statementsOfOneFigure() -> [[Statement]] {
        let statements = report.narrative.statements
        // Groups by the first indicator that they speak of: few have it in common.
        var near: [Int: [Int]] = [:]
        var groups: [[Int]] = []
        for index in statements.indices
        where statements[index].state == .bound && statements[index].firmness == .plain && !isPart(statements[index]) {
            let first = statements[index].readings.first?.first ?? -1
            let group = near[first]?.first { group in
                let other = groups[group][0]
                return statements[other].figure == statements[index].figure
                    && statements[other].ownIdentifier == statements[index].ownIdentifier
                    && statements[other].readings == statements[index].readings
            }
            if let group {
                groups[group].append(index)
            } else {
                near[first, default: []].append(groups.count)
                groups.append([index])
            }
        }
        return groups.map { $0.map { statements[$0] } }
    }

    /// True for a figure of the pack's own that is stated as part of a whole: an item of a fee is no second statement of the fee.
    private func isPart(_ statement: Statement) -> Bool {
        guard statement.ownIdentifier != nil else { return false }
        return report.narrative.breakdowns.contains { breakdown in
            breakdown.parts.contains { part in
                part.place.locator == statement.place.locator && part.value == statement.value
                    && (part.place == statement.place || part.quote == statement.quote || statement.quote.contains(part.quote))
            }
        }
    }
}
