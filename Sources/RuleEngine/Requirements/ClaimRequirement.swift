import AuditModel
import DocumentModel

extension Examination {
    /// Judges the claims of those kinds; empty: all. A claim holds that follows from any lawful reading.
    func claimsHold(kinds: [Claim.Kind]) -> Tally {
        var tally = Tally()
        var misquoted: Set<String> = []
        for claim in report.narrative.claims where kinds.isEmpty || kinds.contains(claim.kind) {
            switch ClaimJudgement(self, claim).outcome {
            case .notApplicable: break
            case .holds: tally.satisfied()
            case .missing(let figures):
                tally.undetermined(
                    Gap(
                        evidence: [evidence(claim)] + figures,
                        reason: figures.isEmpty ? EngineWording.tooLong : EngineWording.missing(figures), subject: subject(claim)))
            case .fails(let failure):
                // 比上年的36件增加17件，增长47.2%: one wrong number of last year's, said once.
                if let base = failure.misquoted, !misquoted.insert("\(subject(claim)) \(base)").inserted { continue }
                let names = EngineWording.list(failure.current.map { form.indicators[$0].label })
                tally.violated(
                    Offence(
                        evidence: [evidence(claim)] + failure.current.map { evidence(figure: $0) }
                            + failure.previous.compactMap { previousEvidence(figure: $0) } + earlierEvidence(failure.earlier),
                        values: [
                            .figure: name(of: claim) ?? names, .indicator: names, .old: EngineWording.values(failure.old),
                            .new: EngineWording.values(failure.new), .value: EngineWording.values(failure.new),
                            .computation: EngineWording.alternatives(failure.computations),
                        ], subject: subject(claim)))
            }
        }
        return tally
    }

    private func earlierEvidence(_ statement: Statement?) -> [Evidence] {
        statement.map {
            [Evidence(place: $0.place, origin: .previous, quote: $0.quote, value: $0.value, label: EngineWording.place($0.place.locator))]
        } ?? []
    }

    private func evidence(_ claim: Claim) -> Evidence {
        Evidence(place: claim.place, quote: claim.quote, label: EngineWording.place(claim.place.locator))
    }

    private func name(of claim: Claim) -> LocalizedText? {
        if claim.readings.count == 1, claim.readings[0].count == 1 { return form.indicators[claim.readings[0][0]].label }
        return claim.figure.flatMap { id in pack.statements.figures.first { $0.id == id }?.name }
    }

    private func subject(_ claim: Claim) -> String {
        let section = claim.place.locator.section.first.flatMap(document.key)
        return [section ?? claim.place.locator.description, claim.kind.rawValue, claim.figure ?? ""].joined(separator: " ")
    }
}

/// One claim held against the figures.
private struct ClaimJudgement {
    struct Failure {
        /// Figures of this year's form and of last year's.
        var current: [Int] = []
        var previous: [Int] = []
        var new: [Quantity] = []
        var old: [Quantity] = []
        var computations: [String] = []
        /// What last year's narrative states in the same words.
        var earlier: Statement?
        /// What the text has for last year, where last year's report has another number.
        var misquoted: Quantity?
    }

    enum Outcome {
        case notApplicable
        case holds
        case missing([Evidence])
        case fails(Failure)
    }

    private let examination: Examination
    private let claim: Claim
    private var missing: [Evidence] = []
    private var isUnknown = false
    private var failure = Failure()

    init(_ examination: Examination, _ claim: Claim) {
        self.examination = examination
        self.claim = claim
    }

    var outcome: Outcome {
        var judgement = self
        return judgement.judged()
    }

    private mutating func judged() -> Outcome {
        switch claim.assertion {
        case .none: return none()
        case .share(let percent): return share(percent)
        case .change, .multiple, .level, .similar: return change()
        case .was: return was()
        }
    }

    // MARK: None left

    private mutating func none() -> Outcome {
        for reading in claim.readings {
            guard let sum = sum(reading) else { continue }
            if sum.isZero { return .holds }
            failure.new.append(sum)
            failure.current += operands(reading).filter { examination.slots[$0].number?.isZero == false }
        }
        return settled()
    }

    // MARK: Shares

    private mutating func share(_ percent: Claim.Stated) -> Outcome {
        var parts = claim.values
        for reading in claim.readings {
            if let sum = sum(reading), !parts.contains(sum) { parts.append(sum) }
        }
        if !claim.values.isEmpty {
            // What the text itself states need not stand in a table.
            missing = []
            isUnknown = false
        }
        var wholes = claim.statedWholes
        for reading in claim.wholes {
            if let sum = sum(reading), !wholes.contains(sum) { wholes.append(sum) }
        }
        // 部分公开占一半以上: of all that there are, where it is not said of what; of a few, any part is more than half.
        if let range = percent.range, range.most == nil, let likeliest = claim.wholes.first.flatMap({ sum($0) }) {
            wholes.removeAll { whole in whole.adding(whole).map { $0 < likeliest } ?? false }
        }
        for part in parts {
            for whole in wholes where whole >= part {
                guard let isEqual = percent.equals(part, over: whole, times: 100) else { continue }
                if isEqual { return .holds }
                note("\(part) ÷ \(whole) = ", part.percent(of: whole, decimals: min(6, max(2, percent.decimals))), "%")
            }
        }
        failure.new = parts
        failure.current = Array((claim.readings.first ?? []).prefix(ComputationText.fullLength))
        return failure.computations.isEmpty && !isUnknown ? .notApplicable : settled()
    }

    // MARK: Changes

    /// A reading's figure of this year is held against the same of last year; what the text states for it, against each.
    private mutating func change() -> Outcome {
        var pairs: [(new: Quantity, old: Quantity)] = []
        var sums: [Quantity] = []
        var olds: [Quantity] = []
        let likely = claim.readings.filter { isStated($0) }
        // Where the text states a figure, its change is that figure's and no other's.
        for reading in likely.isEmpty ? claim.readings : likely {
            let new = sum(reading)
            if let new { sums.append(new) }
            guard let figures = previousFigures(reading), let old = previousSum(figures) else { continue }
            failure.previous += figures.filter { !failure.previous.contains($0) }
            olds.append(old)
            if let new { pairs.append((new, old)) }
            pairs += claim.values.map { ($0, old) }
        }
        if let subject = claim.subject, let earlier = examination.lastYears(subject) {
            failure.earlier = earlier
            pairs.append((subject.value, earlier.value))
        }
        if let base = claim.base {
            if claim.isBaseLastYears, !olds.isEmpty, !isUnknown, !olds.contains(base), !mayHaveBeen(base) { return misquoted(base, olds) }
            pairs += (claim.values + sums).map { ($0, base) }
        }
        guard !pairs.isEmpty || examination.previous != nil && isUnknown else { return .notApplicable }
        var isJudged = false
        for pair in pairs {
            guard let holds = holds(pair.new, pair.old) else { continue }
            if holds { return .holds }
            isJudged = true
        }
        guard isJudged || isUnknown else { return .notApplicable }
        failure.new = pairs.prefix(1).map(\.new)
        failure.old = pairs.prefix(1).map(\.old)
        failure.current = Array((claim.readings.first ?? []).prefix(ComputationText.fullLength))
        failure.previous = Array(failure.previous.prefix(ComputationText.fullLength))
        return settled()
    }

    /// A figure of last year's that the text states, by itself.
    private mutating func was() -> Outcome {
        guard let base = claim.base, examination.previous != nil else { return .notApplicable }
        var olds: [Quantity] = []
        for reading in claim.readings {
            guard let figures = previousFigures(reading), let old = previousSum(figures) else { continue }
            if old == base { return .holds }
            failure.previous += figures.filter { !failure.previous.contains($0) }
            if !olds.contains(old) { olds.append(old) }
        }
        guard !olds.isEmpty || isUnknown else { return .notApplicable }
        return misquoted(base, olds)
    }

    /// Whether any reading, be it another than the one that the text states for this year, was so last year.
    private func mayHaveBeen(_ base: Quantity) -> Bool {
        var other = self
        return claim.readings.contains { reading in other.previousFigures(reading).flatMap { other.previousSum($0) } == base }
    }

    /// 比上年的36件增加17件: last year's report has another number, whatever follows from the one that the text states.
    private mutating func misquoted(_ base: Quantity, _ olds: [Quantity]) -> Outcome {
        failure.misquoted = base
        failure.computations = olds.map { "\(base) ≠ \($0)" }
        failure.new = claim.values.first.map { [$0] } ?? claim.readings.first.flatMap { sum($0) }.map { [$0] } ?? []
        failure.old = olds
        failure.current = Array((claim.readings.first ?? []).prefix(ComputationText.fullLength))
        failure.previous = Array(failure.previous.prefix(ComputationText.fullLength))
        return settled()
    }

    /// Nil where it cannot be said.
    private mutating func holds(_ new: Quantity, _ old: Quantity) -> Bool? {
        guard let difference = new.subtracting(old) else { return nil }
        switch claim.assertion {
        case .level:
            note("\(new) − \(old) = ", difference, "")
            return difference.isZero
        case .similar:
            note("\(new) − \(old) = ", difference, "")
            return Self.isSmall(difference, beside: new.magnitude > old.magnitude ? new : old)
        case .multiple(let times):
            guard let isEqual = times.equals(new, over: old, times: 1) else { return nil }
            note(
                "\(new) ÷ \(old) = ", new.percent(of: old, decimals: 2).map { Quantity(significand: $0.significand, scale: $0.scale + 2) },
                "")
            return isEqual
        case .change(let direction, let amount):
            let isSo = direction == .rise ? difference > .zero : difference.isNegative
            switch amount {
            case nil:
                note("\(new) − \(old) = ", difference, "")
                return isSo
            case .difference(let stated):
                note("\(new) − \(old) = ", difference, "")
                return difference.magnitude == stated && (isSo || stated.isZero)
            case .either(let stated):
                note("\(new) − \(old) = ", difference, "")
                return isSo && (difference.magnitude == stated || old == stated)
            case .percent(let percent):
                let isStillZero = percent.value.isZero && difference.isZero
                guard isSo || isStillZero || percent.value.isZero else {
                    note("(\(new) − \(old)) ÷ \(old) = ", difference.percent(of: old, decimals: 2), "%")
                    return false
                }
                guard let isEqual = percent.equals(difference.magnitude, over: old, times: 100) else { return nil }
                note("(\(new) − \(old)) ÷ \(old) = ", difference.percent(of: old, decimals: min(6, max(2, percent.decimals))), "%")
                return isEqual
            }
        case .share, .none, .was: return nil
        }
    }

    /// Whether a difference leaves a figure about what it was: by no more than a fifth, or by a handful, which is a lot of no small figure.
    private static func isSmall(_ difference: Quantity, beside larger: Quantity) -> Bool {
        guard let fivefold = difference.magnitude.multiplied(by: Quantity(5)) else { return true }
        return difference.magnitude <= Quantity(5) || fivefold <= larger.magnitude
    }

    // MARK: Figures

    private mutating func settled() -> Outcome { isUnknown ? .missing(missing) : .fails(failure) }

    private mutating func note(_ figures: [Evidence]) { missing += figures.filter { !missing.contains($0) } }

    private mutating func note(_ computation: String, _ result: Quantity?, _ unit: String) {
        failure.computations.append(computation + (result.map { "\($0)\(unit)" } ?? "—"))
    }

    /// The figures of a reading, with the substitute where the report has one row in place of several.
    private func operands(_ reading: [Int]) -> [Int] {
        Self.operands(reading, form: examination.form) { examination.slots[$0].isAbsent }
    }

    private static func operands(_ reading: [Int], form: Form, isAbsent: (Int) -> Bool) -> [Int] {
        var operands: [Int] = []
        for index in reading {
            var index = index
            if isAbsent(index), let substitute = form.substitute(for: index), !isAbsent(substitute) { index = substitute }
            if !operands.contains(index) { operands.append(index) }
        }
        return operands
    }

    private func isStated(_ reading: [Int]) -> Bool {
        let numbers = operands(reading).compactMap { examination.slots[$0].number }
        return Quantity.sum(of: numbers).map(claim.values.contains) ?? false
    }

    /// Nil, and noted, unless all are numbers whose sum can be held.
    private mutating func sum(_ reading: [Int]) -> Quantity? {
        let operands = operands(reading)
        let numbers = operands.compactMap { examination.slots[$0].number }
        if numbers.count == operands.count, let sum = Quantity.sum(of: numbers) { return sum }
        isUnknown = true
        note(operands.filter { examination.slots[$0].number == nil }.map { examination.evidence(figure: $0) })
        return nil
    }

    /// The figures of last year's form that a reading means; nil without last year's report, and where that counts other things.
    private func previousFigures(_ reading: [Int]) -> [Int]? {
        guard let previous = examination.previous else { return nil }
        let form = examination.form
        let earlier = previous.figures.form
        var figures: [Int] = []
        for index in reading {
            let indicator = form.indicators[index]
            if let figure = earlier.index(of: indicator.id) {
                figures.append(figure)
            } else if !form.tables[indicator.table].tellsForm, let substitute = form.substitute(for: index),
                let figure = earlier.index(of: form.indicators[substitute].id)
            {
                figures.append(figure)
            } else {
                return nil
            }
        }
        return Self.operands(figures, form: earlier) { examination.previousSlots[$0].isAbsent }
    }

    private mutating func previousSum(_ figures: [Int]) -> Quantity? {
        let numbers = figures.compactMap { examination.previousSlots[$0].number }
        if numbers.count == figures.count, let sum = Quantity.sum(of: numbers) { return sum }
        isUnknown = true
        note(figures.filter { examination.previousSlots[$0].number == nil }.compactMap { examination.previousEvidence(figure: $0) })
        return nil
    }
}
