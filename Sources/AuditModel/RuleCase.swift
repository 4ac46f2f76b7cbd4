/// One test case of a rule: a report and what the rule must make of it.
package struct RuleCase: Hashable, Sendable {
    /// A report, in the pack's terms.
    package enum Material: Hashable, Sendable {
        /// Raw text, for the text reader.
        case text(String)
        case made(Made)
    }

    /// A report to be made of a form.
    package struct Made: Hashable, Sendable {
        /// The title line; nil: one with a unit and a year is made up.
        package let title: String?
        /// What the page around the report says of its publication; nil: nothing.
        package let published: String?
        /// The title of that page; nil: none.
        package let pageTitle: String?
        /// What stands in the cells that `figures` does not list.
        package let others: Cell
        /// Cells by their indicators, each once, in the order of the pack.
        package let figures: [Figure]
        /// The narrative. When there is any, a section that is not listed has its title alone.
        package let texts: [Text]

        package init(title: String?, published: String? = nil, pageTitle: String? = nil, others: Cell, figures: [Figure], texts: [Text]) {
            self.title = title
            self.published = published
            self.pageTitle = pageTitle
            self.others = others
            self.figures = figures
            self.texts = texts
        }
    }

    /// What stands in one cell of the report's tables.
    package struct Figure: Hashable, Sendable {
        /// An indicator of the case's form.
        package let indicator: Indicator.ID
        /// Its own, whatever `Made.others` says.
        package let cell: Cell

        package init(indicator: Indicator.ID, cell: Cell) {
            self.indicator = indicator
            self.cell = cell
        }
    }

    /// A cell before it is read.
    package enum Cell: Hashable, Sendable {
        /// The table has no such cell.
        case absent
        /// The characters in the cell; empty for a blank one.
        case content(String)
    }

    /// What a section says.
    package struct Text: Hashable, Sendable {
        /// The section's key.
        package let section: String
        /// One paragraph each, without white space at their ends; may be empty.
        package let paragraphs: [String]

        package init(section: String, paragraphs: [String]) {
            self.section = section
            self.paragraphs = paragraphs
        }
    }

    /// The rule that is tested; what other rules make of the report is of no account.
    package let rule: Rule.ID
    /// The id of the form that the report follows: the one that the case names, else the newest of those for which the rule holds.
    package let form: String
    /// Which of the rule's cases it is, counted from 1.
    package let number: Int
    /// `FILE:LINE:COLUMN` of the case in the pack, and behind it the word where a line is for many.
    package let place: String
    /// What the rule must make of the report.
    package let verdict: Verdict
    /// The first place of each finding, in the order of findings: an indicator's identifier or a locator's description. Empty unless the
    /// verdict is violated or undetermined; may be so for one that is undetermined without being worth a finding.
    package let places: [String]
    /// The severity of each finding, or one for all of them; empty where the case does not say.
    package let severities: [Severity]
    /// What the numbers of this year's narrative must be read as (`Narrative.numberReadings`); nil where the case does not say.
    package let numbers: [String]?
    /// This year's report.
    package let report: Material
    /// Last year's report; nil where there is none.
    package let previous: Material?

    package init(
        rule: Rule.ID, form: String, number: Int, place: String, verdict: Verdict, places: [String], severities: [Severity] = [],
        numbers: [String]? = nil, report: Material, previous: Material?
    ) {
        self.rule = rule
        self.form = form
        self.number = number
        self.place = place
        self.verdict = verdict
        self.places = places
        self.severities = severities
        self.numbers = numbers
        self.report = report
        self.previous = previous
    }
}
