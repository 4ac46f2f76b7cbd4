/// What a bureau makes of a rule pack: which rules it asks for, how grave it takes them, where it draws the lines, and rules of its own.
///
/// The rules of a pack that has a profile are already as the profile wants them; this says what it changed.
package struct Profile: Hashable, Sendable {
    /// A value that it sets.
    package struct Setting: Hashable, Sendable {
        /// The rule whose parameter it is.
        package let rule: Rule.ID
        /// The parameter's name within the rule.
        package let parameter: String
        /// The rule's own value.
        package let standard: String
        /// The profile's value.
        package let value: String

        package init(rule: Rule.ID, parameter: String, standard: String, value: String) {
            self.rule = rule
            self.parameter = parameter
            self.standard = standard
            self.value = value
        }
    }

    /// A severity that it gives to a rule.
    package struct Grade: Hashable, Sendable {
        /// The rule that is graded.
        package let rule: Rule.ID
        /// The rule's own severity.
        package let standard: Severity
        /// The profile's severity.
        package let severity: Severity

        package init(rule: Rule.ID, standard: Severity, severity: Severity) {
            self.rule = rule
            self.standard = standard
            self.severity = severity
        }
    }

    /// As its file gives it.
    package let id: String
    /// How people call it.
    package let title: LocalizedText
    /// Of its file, as the caller named it.
    package let path: String
    /// `sha256:` and the hexadecimal digest of its files, by the pack's rule for its own.
    package let digest: String
    /// The pack's rules that it leaves out, by id.
    package let excluded: [Rule.ID]
    /// By rule.
    package let grades: [Grade]
    /// By rule, then in the rule's order.
    package let settings: [Setting]
    /// The rules that are its own, by id.
    package let ownRules: [Rule.ID]
    /// The path of the waivers that it names; nil: none.
    package let waivers: String?

    package init(
        id: String, title: LocalizedText, path: String, digest: String, excluded: [Rule.ID], grades: [Grade], settings: [Setting],
        ownRules: [Rule.ID], waivers: String?
    ) {
        self.id = id
        self.title = title
        self.path = path
        self.digest = digest
        self.excluded = excluded
        self.grades = grades
        self.settings = settings
        self.ownRules = ownRules
        self.waivers = waivers
    }
}
