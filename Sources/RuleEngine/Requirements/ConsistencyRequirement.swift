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
        struct Meaning: Hashable {
            let figure: String?
            let ownIdentifier: String?
            let readings: [[Int]]
        }
        var numbers: [Meaning: Int] = [:]
        var groups: [[Statement]] = []
        for statement in report.narrative.statements where statement.state == .bound && statement.firmness == .plain && !isPart(statement) {
            let meaning = Meaning(figure: statement.figure, ownIdentifier: statement.ownIdentifier, readings: statement.readings)
            if let number = numbers[meaning] {
                groups[number].append(statement)
            } else {
                numbers[meaning] = groups.count
                groups.append([statement])
            }
        }
        return groups
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
