import AuditModel
import DocumentModel

extension Examination {
    func partsAddUp() -> Tally {
        var tally = Tally()
        for breakdown in report.narrative.breakdowns {
            let whole = breakdown.whole.value
            switch breakdown.strictness {
            case .partition:
                guard let sum = Quantity.sum(of: breakdown.parts.map(\.value)) else {
                    tally.undetermined(Gap(evidence: evidence(breakdown), reason: EngineWording.tooLong))
                    continue
                }
                if sum == whole {
                    tally.satisfied()
                    continue
                }
                let addends = breakdown.parts.map { (value: $0.value, isNegative: false) }
                tally.violated(offence(breakdown, computation: ComputationText.equality(addends, result: sum), sum: sum))
            case .excerpt:
                guard let largest = breakdown.parts.map(\.value).max(), largest > whole else {
                    tally.satisfied()
                    continue
                }
                tally.violated(offence(breakdown, computation: EngineWording.exceeds(largest, whole), sum: largest))
            }
        }
        return tally
    }

    private func offence(_ breakdown: Breakdown, computation: LocalizedText, sum: Quantity) -> Offence {
        Offence(
            evidence: evidence(breakdown),
            values: [
                .whole: LocalizedText(breakdown.whole.value), .computation: computation,
                .difference: breakdown.whole.value.subtracting(sum).map { LocalizedText($0.magnitude) } ?? EngineWording.nothing,
            ])
    }

    private func evidence(_ breakdown: Breakdown) -> [Evidence] {
        ([breakdown.whole] + breakdown.parts).map { part in
            Evidence(place: part.place, quote: part.quote, value: part.value, label: EngineWording.place(part.place.locator))
        }
    }
}
