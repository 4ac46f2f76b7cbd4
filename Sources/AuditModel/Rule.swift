/// How much a finding matters.
package enum Severity: String, CaseIterable, Hashable, Comparable, Sendable {
    /// Worth knowing.
    case note
    /// Must be corrected or explained.
    case query
    /// Must be corrected.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .query: 1
        case .error: 2
        }
    }
}

/// The place in a law or notice on which a rule rests.
package struct Citation: Hashable, Sendable {
    /// The id of the pack's instrument; empty where it is none of a pack's.
    package let instrument: String
    /// The document's full name.
    package let document: String
    /// The article or part, as the instrument numbers it; nil for the whole.
    package let at: String?
    /// The ids of the forms for whose reports it is cited; empty: all.
    package let forms: [String]

    package init(instrument: String = "", document: String, at: String?, forms: [String] = []) {
        self.instrument = instrument
        self.document = document
        self.at = at
        self.forms = forms
    }
}

/// One rule of a pack.
package struct Rule: Hashable, Sendable {
    /// `TAB-08`.
    package typealias ID = String

    /// Unique within its pack, and never given to another rule.
    package let id: ID
    /// What is wrong when the rule is violated, in general words.
    package let title: LocalizedText
    /// Of its findings, unless a condition has its own.
    package let severity: Severity
    /// The severity that a profile gives to all its findings; nil: as the rule itself says.
    package let grade: Severity?
    /// The ids of the forms for which it holds; empty: all.
    package let forms: [String]
    /// For which reports it holds beyond that; nil: for all.
    package let applicability: Applicability?
    /// The rules whose findings may be the cause of its own, the likeliest first.
    package let because: [ID]
    /// What it leaves open to profiles, in the rule's order; its conditions already hold the values.
    package let parameters: [Parameter]
    /// At least one.
    package let sources: [Citation]
    /// At least one. The rule is violated if any is; else undetermined if any is; else satisfied; not applicable if all are.
    package let conditions: [Condition]
    /// The number of its test cases; the cases themselves are read only to be run.
    package let caseCount: Int

    /// What is cited for a report on the form of that id.
    package func sources(for form: String) -> [Citation] { sources.filter { $0.forms.isEmpty || $0.forms.contains(form) } }

    /// Whether a report may lack what it takes to judge, so that the rule ought to have a case for that: figures, or what tells whether it holds.
    package var mayLackInput: Bool {
        conditions.contains { $0.requirement.mayLackInput }
            || ([applicability] + conditions.map(\.applicability)).contains { $0?.mayBeUnknown ?? false }
    }

    /// The same with a severity that takes the place of the rule's own and of those of its conditions.
    package func graded(_ severity: Severity) -> Rule {
        Rule(
            id: id, title: title, severity: severity, grade: severity, forms: forms, applicability: applicability, because: because,
            parameters: parameters,
            sources: sources, conditions: conditions, caseCount: caseCount)
    }

    package init(
        id: ID, title: LocalizedText, severity: Severity, grade: Severity? = nil, forms: [String], applicability: Applicability? = nil,
        because: [ID] = [], parameters: [Parameter] = [], sources: [Citation], conditions: [Condition], caseCount: Int
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.grade = grade
        self.forms = forms
        self.applicability = applicability
        self.because = because
        self.parameters = parameters
        self.sources = sources
        self.conditions = conditions
        self.caseCount = caseCount
    }
}

/// One requirement of a rule, with what to say when it is not met.
package struct Condition: Hashable, Sendable {
    /// The closed set of requirements that the engine knows.
    package indirect enum Requirement: Hashable, Sendable {
        /// Every required section of the form is there. Instances: sections.
        case sectionsPresent
        /// Sections stand in the form's order, numbered as printed in the form, each once. Instances: sections.
        case sectionsInOrder
        /// The sections (by key) say something: neither nothing nor one of the vocabulary's words alone. A table counts as saying something.
        /// `whenEmpty`: only a section without any content is meant; else only one that holds nothing but such words.
        case sectionSubstance(sections: [String], hollow: String, whenEmpty: Bool)
        /// What stands in a part of a section says something: more than words of the vocabulary, the part's cues and what leads to them.
        case partSubstance(section: String, part: String, hollow: String)
        /// The section gives an account: somewhere stands a clause with a word of the `evidence` vocabulary that no word of the `denial` vocabulary
        /// covers (one that ends in `…` covers the rest of its clause). Where the section has the first of the parts, only that is looked at, unless
        /// that part's evidence closes clauses, by which it is told in other text as well; else all of the parts, and what stands before the first of any;
        /// without parts the whole section. Below a label of the first part, a sentence that says anything but the words of the `hollow` vocabulary
        /// (nil: none does) and denies nothing gives it in whatever words. Where none does, a sentence of its own part or of none that is neither hollow nor
        /// denies, has no word of the `general` vocabulary (nil: this is not asked) and no evidence of another part leaves it undetermined: people say such
        /// things in endless ways. With a part of another time (`beside`) it is judged only where the others of the parts list something behind what that part
        /// tells, and nothing outside of that part may be the account. Not applicable where the section is missing.
        case account(
            section: String, parts: [String], evidence: String, denial: String?, hollow: String? = nil, general: String? = nil,
            beside: String? = nil)
        /// The form that the tables follow is due for the reporting year. Not applicable where the year is not known.
        case formDue
        /// Every table of the form is there. Instances: tables.
        case tablesPresent
        /// Every row and column of the tables that are there. Instances: rows and columns.
        case linesPresent
        /// Every cell that is there holds a number. `kinds` of offence: blank, not-applicable, text.
        case cellsFilled(kinds: [String])
        /// Every number is within its kind: not negative, whole where it counts.
        case cellsInRange
        /// Sums over indicators are equal, with exact decimals.
        case equation(Equation)
        /// One sum stands to another as it has to, with exact decimals. Undetermined without a finding where a figure is missing.
        case relation(RelationRequirement)
        /// Claims follow from the figures. `kinds`: those that are judged; empty: all.
        case claimsHold(kinds: [Claim.Kind])
        /// Statements agree with the indicators they are bound to. `figures`: ids of the grammar's figures; empty: all.
        case statementsAgree(figures: [String])
        /// Statements of the same figure agree among themselves.
        case statementsConsistent
        /// Parts add up to their whole.
        case partsAddUp
        /// The narrative names its own reporting period's year. Periods written out from first to last day are meant when `period` is true, other
        /// mentions at the start of sentences when false; `retrospect`: vocabulary of words that make another year lawful there; `openers`: vocabulary of
        /// words that show that a sentence speaks of the year before them, besides a comma (nil: none); `exempt`: parts in which other years are lawful.
        case periodYear(period: Bool, retrospect: String, openers: String? = nil, exempt: [String] = [])
        /// The year that a group of a pattern catches is the reporting year, or none of the years around it; `ahead`: or a later one, as plans name it.
        case yearNamed(pattern: String, ahead: Bool = false)
        /// Passages repeat last year's: similarity at least `threshold` after masking, on at least `minimum` characters. `sections` by key; `parts`: each
        /// judged apart, empty: the section as a whole. `prescribed`: vocabulary of sentences that do not count; `exempt`: parts left out.
        case repetition(sections: [String], parts: [String], exempt: [String], threshold: Quantity, minimum: Int, prescribed: String?)
        /// A paragraph of a section repeats one of last year's, judged like passages; where the section as a whole does, no paragraph is shown. Instances:
        /// paragraphs of so many characters.
        case paragraphsRepeated(sections: [String], threshold: Quantity, minimum: Int, prescribed: String?)
        /// This year's report takes up each of last year's items, by sharing enough of what they are about. Instances: items; one of which too little
        /// is left without common words, or that cannot be told from others, is undetermined without a finding.
        case takenUp(FollowUpTerms)
        /// Each item that a part of a section lists is answered in another part of it. Instances: items, where each answer can be told to be to one of them.
        case itemsAnswered(AnswerTerms)
        /// A figure grew or shrank more than `factor` times and by more than `minimum`. `indicators`: patterns of identifiers; empty: all.
        case abnormalChange(factor: Quantity, minimum: Quantity, indicators: [String])
        /// The title names unit and year, and neither contradicts signature, period or text.
        case identity(Identity)
        /// The report was published by the day that holds for its level and scope. By the date of publication where that is known and can be, else by
        /// that of the signature, which proves no more than lateness.
        case deadline([Limit])
        /// A pattern (RE2) that must not occur, in the sections by key (empty: everywhere), paragraphs and headings; `except`: patterns of
        /// surroundings in which it may.
        case forbidden(pattern: String, sections: [String], except: [String])
        /// The headings of the form's sections are worded as the form or its variants have them. `misspelt`: only those that are a character or two away from
        /// one of them are meant; else those that are further away.
        case headingsWorded(misspelt: Bool)
        /// The section has a word of each of the vocabularies. Not applicable where it is missing or has fewer than `minimum` characters.
        case mentions(section: String, vocabularies: [String], minimum: Int)
        /// The section's running text has no more characters than that.
        case sectionLength(section: String, maximum: Int)
        /// The number that the pattern's first group catches before section one is that of the headings of the report.
        case partsAnnounced(pattern: String)
        /// The title, where there is one, has a match of the pattern.
        case titleMatches(pattern: String)
        /// Labels of rows and columns are worded as the form has them.
        case labelsWorded
        /// The rows of a table stand in the form's order. Instances: tables.
        case linesInOrder
        /// The table is not last year's over again: at least one figure differs. Not applicable to one with fewer than `minimum` figures that are not 0.
        case figuresRepeated(table: String, minimum: Int)
        /// No sentence of at least `minimum` characters stands twice. `prescribed`: vocabulary of sentences that may.
        case sentencesRepeated(minimum: Int, prescribed: String)
        /// Clauses that open with the words of the vocabulary do so in its order, none left out and none twice.
        case enumerations(vocabulary: String)
        /// Every bracket and title mark has its partner in the same paragraph.
        case bracketsPaired
        /// No two to six characters stand twice in a row. `lawful`: vocabulary of those that may; `endings`: of what makes a word of the second.
        case wordsDoubled(lawful: String, endings: String)
        /// The unit speaks of itself as what it is.
        case selfNames([SelfName])
        /// Statements of the pack's own figure are whole multiples of a number.
        case multiples(of: Quantity, figure: String)
        /// An XPath 1.0 expression over the document's XML form that must be true.
        case xpath(String)
        /// An assertion of a Schematron schema. Instances: the nodes of its context.
        case assertion(Schematron.Assertion)

        /// What of the identity is judged.
        package enum Identity: String, Hashable, Sendable {
            case titleLacksUnit = "title-lacks-unit"
            case titleLacksYear = "title-lacks-year"
            case unitContradicts = "unit-contradicts"
            case yearContradicts = "year-contradicts"
            /// The title of the page that the report was published on names another unit or year.
            case pageContradicts = "page-contradicts"
            /// A sentence before the first section, or its first, that gives the report calls it another unit's.
            case textContradicts = "text-contradicts"
            /// The text speaks of another unit, or as another kind of unit, as reports speak of the one that gives them.
            case speakerContradicts = "speaker-contradicts"
            /// The unit's name or the date is missing below the text.
            case signatureLacks = "signature-lacks"
            /// The date below the text is later than that of publication.
            case signatureAfterPublication = "signature-after-publication"
            /// The date of signature is before the end of the reporting year, which title and text agree on.
            case signatureContradicts = "signature-contradicts"
            /// Last year's report is another unit's by name.
            case unitChanged = "unit-changed"
        }

        /// Words by which units of some kind speak of themselves.
        package struct SelfName: Hashable, Sendable {
            /// As they stand in texts, the pronoun included.
            package let words: [String]
            /// One of these stands in the name of each such unit.
            package let kinds: [String]

            package init(words: [String], kinds: [String]) {
                self.words = words
                self.kinds = kinds
            }
        }

        /// The last day by which some reports are due.
        package struct Limit: Hashable, Sendable {
            /// By the ids of the identity grammar.
            package let levels: [String]
            /// `own`, `roll-up`, and `unknown` for a report that does not tell; empty: all.
            package let scopes: [String]
            /// In the year behind the reporting year; months and days from 1.
            package let month: Int
            /// See `month`.
            package let day: Int
            /// Of the finding when the day is passed; nil: the condition's.
            package let severity: Severity?

            package init(levels: [String], scopes: [String], month: Int, day: Int, severity: Severity?) {
                self.levels = levels
                self.scopes = scopes
                self.month = month
                self.day = day
                self.severity = severity
            }

            /// The day itself; nil where that year has no such day.
            package func date(reportingYear: Int) -> CalendarDate? { CalendarDate(year: reportingYear + 1, month: month, day: day) }

            /// Whether it holds for a report of that level and scope.
            package func holds(level: String, scope: AuditModel.Identity.Scope?) -> Bool {
                levels.contains(level) && (scopes.isEmpty || scopes.contains(scope?.rawValue ?? "unknown"))
            }
        }
    }

    /// What has to be so.
    package let requirement: Requirement
    /// For which of the rule's reports it holds; nil: for all.
    package let applicability: Applicability?
    /// Words that make lawful what it objects to; any of them does.
    package let exceptions: [WordException]
    /// Nil: the rule's.
    package let severity: Severity?
    /// Templates with placeholders in braces, such as `{row}` and `{computation}`; which there are depends on the requirement.
    package let message: LocalizedText
    /// What to do about it: a template like `message`.
    package let advice: LocalizedText

    package init(
        requirement: Requirement, applicability: Applicability? = nil, exceptions: [WordException] = [], severity: Severity?,
        message: LocalizedText, advice: LocalizedText
    ) {
        self.requirement = requirement
        self.applicability = applicability
        self.exceptions = exceptions
        self.severity = severity
        self.message = message
        self.advice = advice
    }
}

/// An equality of two sums, for each row or column of a table or once.
package struct Equation: Hashable, Sendable {
    /// A summand: one figure, or several that one pattern names.
    package struct Term: Hashable, Sendable {
        /// True: it is taken away.
        package let isNegative: Bool
        /// True: the figure is last year's.
        package let isPrevious: Bool
        /// An identifier in which `{row}` or `{column}` stands for the instance's and `*` for any one segment (then all that fit are added).
        package let pattern: String

        package init(isNegative: Bool, isPrevious: Bool, pattern: String) {
            self.isNegative = isNegative
            self.isPrevious = isPrevious
            self.pattern = pattern
        }
    }

    /// What the equality is stated for.
    package enum Instances: Hashable, Sendable {
        case once
        /// For each row of the table of that id, without those listed.
        case rows(table: String, except: [String])
        case columns(table: String, except: [String])
    }

    /// Each is judged by itself.
    package let instances: Instances
    /// At least one, as the rule writes them.
    package let left: [Term]
    /// At least one, as the rule writes them.
    package let right: [Term]
    /// The ids of the forms for which it holds; empty: all.
    package let forms: [String]
    /// By how much the sides may differ, in the figures' unit; 0: not at all. Never negative.
    package let tolerance: Quantity

    package init(instances: Instances, left: [Term], right: [Term], forms: [String] = [], tolerance: Quantity = .zero) {
        self.forms = forms
        self.tolerance = tolerance
        self.instances = instances
        self.left = left
        self.right = right
    }

    /// True when it compares with last year's report.
    package var needsPrevious: Bool { (left + right).contains(where: \.isPrevious) }
}
