/// All that a kind of report is audited by.
package struct RulePack: Hashable, Sendable {
    /// `government-information-disclosure`.
    package let id: String
    /// As the pack says it; never computed with.
    package let version: String
    /// `sha256:` and the hexadecimal digest of the pack's files, names and bytes in name order.
    package let digest: String
    /// The kind of report that it is for.
    package let title: LocalizedText
    /// What its rules rest on, in the pack's order.
    package let instruments: [Instrument]
    /// The newest first.
    package let forms: [Form]
    /// How narratives of this kind of report state figures, in all its forms alike.
    package let statements: StatementGrammar
    /// Into which parts its sections divide, and the vocabularies of its rules.
    package let passages: PassageGrammar
    /// By which words a report says whose it is, and of which year.
    package let identity: IdentityGrammar
    /// By id; as the profile wants them where there is one.
    package let rules: [Rule]
    /// The pack's rules whatever a profile makes of them, by id: how a report is read does not depend on what is asked of it.
    package let basis: [Rule]
    /// What tailored the rules; nil: nothing.
    package let profile: Profile?

    /// Without `basis` the rules themselves are the pack's.
    package init(
        id: String, version: String, digest: String, title: LocalizedText, instruments: [Instrument] = [], forms: [Form],
        statements: StatementGrammar,
        passages: PassageGrammar,
        identity: IdentityGrammar, rules: [Rule], basis: [Rule]? = nil, profile: Profile? = nil
    ) {
        self.id = id
        self.version = version
        self.digest = digest
        self.title = title
        self.instruments = instruments
        self.forms = forms
        self.statements = statements
        self.passages = passages
        self.identity = identity
        self.rules = rules
        self.basis = basis ?? rules
        self.profile = profile
    }

    /// The form that is due for a reporting year, the newest of several; where none is, or the year is not known, the newest of all.
    ///
    /// - Precondition: the pack has at least one form.
    package func form(dueIn year: Int?) -> Form {
        year.flatMap { year in forms.first { $0.isDue(in: year) } } ?? forms[0]
    }
}
