/// All that a kind of report is audited by.
package struct RulePack: Hashable, Sendable {
    /// `government-information-disclosure`.
    package let id: String
    package let version: String
    /// `sha256:` and the hexadecimal digest of the pack's files, names and bytes in name order.
    package let digest: String
    package let title: LocalizedText
    /// The newest first.
    package let forms: [Form]
    package let statements: StatementGrammar
    package let passages: PassageGrammar
    package let identity: IdentityGrammar
    /// By id.
    package let rules: [Rule]

    package init(
        id: String, version: String, digest: String, title: LocalizedText, forms: [Form], statements: StatementGrammar,
        passages: PassageGrammar,
        identity: IdentityGrammar, rules: [Rule]
    ) {
        self.id = id
        self.version = version
        self.digest = digest
        self.title = title
        self.forms = forms
        self.statements = statements
        self.passages = passages
        self.identity = identity
        self.rules = rules
    }
}
