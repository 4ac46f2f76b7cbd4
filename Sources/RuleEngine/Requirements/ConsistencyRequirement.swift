import AuditModel
import DocumentModel

extension Examination {
    /// Compares statements of one figure among themselves. Where both agree with the table, each by a reading of its own, there is nothing to say.
    func statementsConsistent() -> Tally {
        var tally = Tally()
        for group in statementsOfOneFigure() {
            let reference = group.first { $0.agrees == true } ?? group[0]
            let deviating = group.filter { $0.value != reference.value && !($0.agrees == true && reference.agrees == true) }
            if deviating.isEmpty { tally.satisfied() }
            for statement in deviating {
                tally.violated(
                    Offence(
                        evidence: [evidence(statement), evidence(reference)],
                        values: [
                            .figure: name(of: statement), .value: LocalizedText(statement.value),
                            .other: LocalizedText(reference.value),
                        ], subject: subject(of: statement)))
            }
        }
        return tally
    }

    /// The plain statements that are bound alike, by figure and readings, each group in document order.
    private func statementsOfOneFigure() -> [[Statement]] {
        let statements = report.narrative.statements
        // Groups by the first indicator that they speak of: few have it in common.
        var near: [Int: [Int]] = [:]
        var groups: [[Int]] = []
        for (index, statement) in statements.enumerated()
        where statement.state == .bound && statement.firmness == .plain && !isPart(statement) {
            let candidates = near[statement.readings.first?.first ?? -1, default: []]
            let group = candidates.first { group in
                let other = statements[groups[group][0]]
                return other.figure == statement.figure && other.ownIdentifier == statement.ownIdentifier
                    && other.readings == statement.readings
            }
            if let group {
                groups[group].append(index)
            } else {
                near[statement.readings.first?.first ?? -1, default: []].append(groups.count)
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
