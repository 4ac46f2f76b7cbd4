import TestSupport

/// Plants one defect in a report that is in order.
struct Planting {
    var subject: Case
    var random: SeededGenerator
    /// Writes false sentences.
    var composer: Composer

    /// A report with the defect and what has to be found; nil where the report has no place for it.
    static func plant(_ defect: Defect, seed: UInt64) -> (Case, Expectation)? {
        guard let subject = Case(seed: seed, defect.intervention) else { return nil }
        var planting = Planting(
            subject: subject, random: subject.random,
            composer: Composer(subject.draft.office, subject.draft.year, subject.truth, subject.random, spent: subject.draft.used))
        guard var expectation = planting.apply(defect) else { return nil }
        expectation.mayBeNote = [.copiedNarrative, .jump, .saidTwice].contains(defect)
        return (planting.subject, expectation)
    }

    var draft: Draft {
        get { subject.draft }
        set { subject.draft = newValue }
    }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice? { choices.randomElement(using: &random) }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func apply(_ defect: Defect) -> Expectation? {
        switch defect {
        case .missingSection: missingSection()
        case .sameOrdinal, .skippedOrdinal: wrongOrdinal(isTwice: defect == .sameOrdinal)
        case .swappedSections: swappedSections()
        case .emptySection: hollow(words: [""])
        case .hollowSection: hollow(words: ["无", "无。", "略", "略。", "暂无", "暂无。", "同上。"])
        case .noProblem: without("P", "SEC-04", besideLast: false)
        case .noMeasure: without("M", "SEC-05", besideLast: nil)
        case .noProblemOfThisYear: without("P", "SEC-04", besideLast: true)
        case .noFeeAccount: noFeeAccount()
        case .missingTable: missingTable()
        case .missingRow: missingRow()
        case .missingColumn: missingColumn()
        case .blankCell: cell(["", "", " "], "TAB-03", among: { _ in true })
        case .wordInCell: cell(["/", "—", "无", "-", "若干", "不适用", "详见附件"], "TAB-03", among: { _ in true })
        case .negativeCount: cell(["-1", "-3", "-12"], "TAB-04", among: isCount)
        case .fractionalCount: cell(["1.5", "0.2", "12.7", "3.25"], "TAB-04", among: isCount)
        case .rowSum: rowSum()
        case .columnSum: columnSum()
        case .balance: balance()
        case .challengeSum: challengeSum()
        case .digitChanged, .digitsSwapped, .offByLittle: changedFigure(defect)
        case .falseZero: falseZero()
        case .falseNumber: falseNumber()
        case .saidTwice: saidTwice { !$0.names.contains("fee") }
        case .feeSaidTwice: saidTwice { $0.names.contains("fee") }
        case .breakdown: breakdown()
        case .excessivePart: excessivePart()
        case .growthOff, .shareOff, .differenceOff, .multipleOff: changedRate(defect)
        case .directionReversed: lie(topics: ["changes", "challenges", "decisions", "documents", "charges"]) { $0 == .up || $0 == .down }
        case .evenSaid: lie(topics: ["changes", "challenges"]) { $0 == .even }
        case .falseClaim: falseClaim()
        case .wrongPeriod: wrongPeriod()
        case .staleYear: staleYear()
        case .carriedIn:
            Expectation(
                rules: ["YOY-01"], spot: .cells(Set((YearFigures.columns + ["total"]).map { "applications.carried-in.\($0)" })), note: "")
        case .stock:
            Expectation(rules: ["YOY-02"], spot: .cells(["disclosure.normative-documents.in-force"]), note: "")
        case .jump: Expectation(rules: ["YOY-05"], spot: .cells(Interventions.jumping), note: "")
        case .droppedProblem: droppedProblem()
        case .copiedNarrative: copiedNarrative()
        case .copiedProblems: copied("P")
        case .copiedMeasures: copied("M")
        case .late: late()
        case .titleWithoutUnit, .titleWithoutYear, .titleOfAnotherYear, .titleOfAnotherUnit: title(defect)
        case .placeholder: placeholder()
        case .numberLeftOut: numberLeftOut()
        case .emptyDate: emptyDate()
        }
    }

    /// A piece of text with no meaning of its own.
    func plain(_ text: String) -> Piece {
        Piece(text: text, mark: nil, value: nil, passage: nil, wording: -1, use: 0, topic: "")
    }
}
