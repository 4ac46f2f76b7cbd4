/// The reasons that the finder itself gives; a pack words them (`StatementGrammar.builtInReasons`).
enum ReasonID {
    static let year = "year"
    static let otherYear = "other-year"
    static let otherUnit = "other-unit"
    static let noTopic = "no-topic"
    static let noFeature = "no-feature"
    static let otherMeasure = "other-measure"
    static let noFigure = "no-figure"
    static let negated = "negated"
    static let inexact = "inexact"
    static let noMeasure = "no-measure"
    static let listNumber = "list-number"
    static let quoted = "quoted"
    static let tooLong = "too-long"
    static let unknownNoun = "unknown-noun"
    static let noAct = "no-act"
    static let severalReadings = "several-readings"
}
