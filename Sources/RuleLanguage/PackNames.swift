import AuditModel
import DocumentModel

/// All that rules may refer to.
struct PackNames {
    let forms: [Form]
    let indexes: [IndicatorIndex]
    let formNames: Names
    let sections: Names
    let vocabularies: Names
    let passages: PassageGrammar
    let parts: Names
    let figures: Names
    let sources: Names
    let levels: Names
    /// The full names of the cited documents by their ids.
    let documents: [String: String]
    /// The values that a profile sets, by rule and parameter.
    let settings: [Rule.ID: [String: String]]
    /// Whether patterns are compiled rather than checked for their syntax alone.
    let isThorough: Bool

    init(
        forms: [Form], indexes: [IndicatorIndex], figures figureIDs: [String], passages: PassageGrammar, identity: IdentityGrammar,
        sources: [Instrument], settings: [Rule.ID: [String: String]] = [:], isThorough: Bool
    ) {
        self.settings = settings
        levels = Names(.level, identity.levels.map(\.id))
        self.isThorough = isThorough
        self.forms = forms
        self.indexes = indexes
        formNames = Names(.form, forms.map(\.id))
        sections = Self.sections(of: forms)
        vocabularies = Names(.vocabulary, passages.vocabularies.keys.sorted())
        self.passages = passages
        parts = Names(.part, passages.parts.map(\.id))
        figures = Names(.figure, figureIDs)
        self.sources = Names(.source, sources.map(\.id))
        documents = Dictionary(sources.map { ($0.id, $0.document) }) { first, _ in first }
    }

    static func sections(of forms: [Form]) -> Names {
        Names(.section, forms.flatMap { $0.sections.map(\.entry.key) })
    }
}
