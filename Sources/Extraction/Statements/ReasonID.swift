import AuditModel

/// A reason why a number is not bound, by its number in the compiled grammar. The finder's own reasons come first, by their place in
/// `StatementGrammar.builtInReasons`; a pack words all of them.
struct ReasonID: Hashable, Sendable {
    let number: Int16

    static let year = ReasonID(builtIn: "year")
    static let otherYear = ReasonID(builtIn: "other-year")
    static let otherUnit = ReasonID(builtIn: "other-unit")
    static let noTopic = ReasonID(builtIn: "no-topic")
    static let noFeature = ReasonID(builtIn: "no-feature")
    static let otherMeasure = ReasonID(builtIn: "other-measure")
    static let noFigure = ReasonID(builtIn: "no-figure")
    static let negated = ReasonID(builtIn: "negated")
    static let inexact = ReasonID(builtIn: "inexact")
    static let noMeasure = ReasonID(builtIn: "no-measure")
    static let tooLong = ReasonID(builtIn: "too-long")
    static let title = ReasonID(builtIn: "title")
    static let severalReadings = ReasonID(builtIn: "several-readings")
    static let unknownNoun = ReasonID(builtIn: "unknown-noun")
    static let noAct = ReasonID(builtIn: "no-act")
    static let listNumber = ReasonID(builtIn: "list-number")
    static let quoted = ReasonID(builtIn: "quoted")

    /// Whether it is one that the pack's words give.
    var isOfPack: Bool { Int(number) >= StatementGrammar.builtInReasons.count }

    init(number: Int) { self.number = Int16(number) }

    private init(builtIn name: String) {
        guard let number = StatementGrammar.builtInReasons.firstIndex(of: name) else {
            preconditionFailure("every reason of the finder is a built-in reason of the grammar")
        }
        self.init(number: number)
    }
}
