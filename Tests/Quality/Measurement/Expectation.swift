/// What a careful auditor reports of a planted defect.
struct Expectation: Sendable {
    enum Spot: Sendable {
        /// Overlapping with that UTF-8 range of a paragraph.
        case text(String, Range<Int>)
        /// One of the cells of these indicators.
        case cells(Set<String>)
        /// A section by the form's number; 0 for what stands before the first, with title.
        case section(Int)
        /// A passage of last year's report that holds that text.
        case lastYear(String)
        case anywhere
    }

    /// One of them has to be violated; any rule at all where there is none.
    let rules: [String]
    let spot: Spot
    /// What was changed, for people.
    let note: String
    /// True where a format that drops blank cells would hide the defect.
    var keepsGrid = false
    /// True where the contract grades the finding a note, or another one says the same with more weight.
    var mayBeNote = false
}

/// The kinds of defects that are planted.
package enum Defect: String, CaseIterable, Sendable {
    case missingSection = "SEC-01 section missing"
    case sameOrdinal = "SEC-02 ordinal twice"
    case skippedOrdinal = "SEC-02 ordinal skipped"
    case swappedSections = "SEC-02 sections swapped"
    case emptySection = "SEC-03 section empty"
    case hollowSection = "SEC-03 section of a placeholder"
    case noProblem = "SEC-04 no problem"
    case noMeasure = "SEC-05 no measure"
    case noProblemOfThisYear = "SEC-04 no problem of this year beside last year's"
    case noFeeAccount = "SEC-06 no account of the fee"
    case missingTable = "TAB-01 table missing"
    case missingRow = "TAB-02 row missing"
    case missingColumn = "TAB-02 column missing"
    case blankCell = "TAB-03 cell blank"
    case wordInCell = "TAB-03 cell not a number"
    case negativeCount = "TAB-04 negative"
    case fractionalCount = "TAB-04 fractional"
    case rowSum = "TAB-05 row sum"
    case columnSum = "TAB-06 column sum"
    case balance = "TAB-07 balance"
    case challengeSum = "TAB-08 challenge sum"
    case digitChanged = "NAR-01 digit changed"
    case digitsSwapped = "NAR-01 digits swapped"
    case offByLittle = "NAR-01 off by one or two"
    case falseZero = "NAR-01 zero said of a figure"
    case falseNumber = "NAR-01 number said of a zero"
    case saidTwice = "NAR-02 said twice"
    case feeSaidTwice = "NAR-02 fee said twice"
    case breakdown = "NAR-03 breakdown"
    case excessivePart = "NAR-03 part exceeds whole"
    case growthOff = "NAR-04 growth off"
    case shareOff = "NAR-04 share off"
    case differenceOff = "NAR-04 difference off"
    case multipleOff = "NAR-04 multiple off"
    case directionReversed = "NAR-04 direction reversed"
    case evenSaid = "NAR-04 unchanged said of a change"
    case falseClaim = "NAR-04 claim false"
    case wrongPeriod = "NAR-05 period of another year"
    case staleYear = "NAR-05 year left over"
    case carriedIn = "YOY-01 carried in"
    case stock = "YOY-02 stock"
    case copiedNarrative = "YOY-03 narrative copied"
    case copiedProblems = "YOY-04 problems copied"
    case copiedMeasures = "YOY-04 measures copied"
    case jump = "YOY-05 jump"
    case droppedProblem = "YOY-06 last year's problem dropped"
    case late = "SUB-01 late"
    case titleWithoutUnit = "SUB-02 title without unit"
    case titleWithoutYear = "SUB-02 title without year"
    case titleOfAnotherYear = "SUB-02 title of another year"
    case titleOfAnotherUnit = "SUB-02 title of another unit"
    case placeholder = "SUB-03 placeholder in the text"
    case numberLeftOut = "other: number left out"
    case emptyDate = "SUB-03 date not filled in"

    /// The rule that it is named by.
    var rule: String { String(rawValue.prefix(6)) }

    /// What has to be done to the figures before anything is written.
    var intervention: Case.Intervention {
        switch self {
        case .carriedIn:
            Case.Intervention(needsPrevious: true, change: Interventions.carriedIn)
        case .stock:
            Case.Intervention(needsPrevious: true, form: "2021", change: Interventions.stock)
        case .jump:
            Case.Intervention(needsPrevious: true, kinds: [.bureau, .county, .city, .province], change: Interventions.jump)
        case .growthOff, .differenceOff, .multipleOff, .directionReversed, .evenSaid, .copiedNarrative, .droppedProblem:
            Case.Intervention(needsPrevious: true)
        case .copiedProblems, .copiedMeasures: Case.Intervention(needsPrevious: true, hasMuchToMend: true)
        case .noFeeAccount, .noProblemOfThisYear: Case.Intervention(form: "2021")
        case .feeSaidTwice: Case.Intervention(form: "2021", kinds: [.bureau, .office, .county, .city, .province])
        default: Case.Intervention()
        }
    }
}
