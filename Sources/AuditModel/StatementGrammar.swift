/// How narratives state figures, as a pack declares it: words with their roles, and which combinations of features name which figure. Phrases
/// are composed from these; whole sentences are never listed.
package struct StatementGrammar: Hashable, Sendable {
    /// One property of what a number counts, such as topic = application or flow = received.
    package struct Feature: Hashable, Sendable {
        /// The id of a dimension of the grammar.
        package let dimension: String
        /// One of the names that the grammar's words give to that dimension; there is no other list of them.
        package let value: String

        package init(dimension: String, value: String) {
            self.dimension = dimension
            self.value = value
        }
    }

    /// A dimension of features.
    package struct Dimension: Hashable, Sendable {
        /// What a dimension tells.
        package enum Kind: String, Hashable, Sendable {
            /// What is counted: applications, reviews, documents. A grammar has exactly one such dimension.
            case topic
            /// What was done with it: received, carried over, issued. A number has its own or that of the whole that it is part of.
            case act
            /// How it ended: granted, upheld. Told in place of an act; parts that differ in it make up their whole.
            case result
            /// Whose it was: kinds of applicants. Told beside an act or result; parts that differ in it make up their whole.
            case party
            /// Which of several tracks of the topic is meant; stays until another is named.
            case track
        }

        /// Unique within the grammar; figures and contexts refer to it.
        package let id: String
        /// How numbers come by a value of this dimension.
        package let kind: Kind
        /// The value that counts where nothing says one, such as `total` for applicants; nil when the dimension may be missing.
        package let standard: String?
        /// What a value of this dimension tells about others: a way of deciding tells that the topic is applications.
        package let implies: [Feature]
        /// Values that mean several identifiers, such as `organization` for five columns. Each is put into the readings in turn.
        package let expansions: [String: [String]]
        /// Values that mean the sum of others where a list joins these before one number, in the pack's order.
        package let joins: [Join]

        /// One of `joins`.
        package struct Join: Hashable, Sendable {
            /// What the joined values mean together.
            package let value: String
            /// At least two values, each of which has to be in the list, and no others.
            package let parts: Set<String>

            package init(value: String, parts: Set<String>) {
                self.value = value
                self.parts = parts
            }
        }

        package init(
            id: String, kind: Kind, standard: String?, implies: [Feature], expansions: [String: [String]], joins: [Join] = []
        ) {
            self.id = id
            self.kind = kind
            self.standard = standard
            self.implies = implies
            self.expansions = expansions
            self.joins = joins
        }

        /// True when parts that differ in this dimension alone make up their whole.
        package var partitions: Bool { kind == .result || kind == .party }
    }

    /// What a word does in a clause.
    package enum Role: Hashable, Sendable {
        /// Adds features to the numbers near it.
        case feature([Feature])
        /// A verb that tells little: its features count only where nothing near it tells more in their dimensions.
        case weakFeature([Feature])
        /// Names what is counted. Of several in one noun phrase the last counts; joined ones count together.
        case head([Feature])
        /// Like a head, but only where the context already speaks of the same thing.
        case weakHead([Feature])
        /// Adds features as a verb or noun does, but only where it stands alone between a sign and a number, and where its topic is spoken of.
        /// Such a word may have another role besides, which it has everywhere else. One with values in several dimensions of parts tells all
        /// others of the kinds that the number before it is of.
        case brief([Feature])
        /// Names something that the form does not count; its numbers, and those that follow without a head of their own, are unbound for this reason.
        case blocker(reason: String)
        /// A measure word. `factor` turns the value into the unit's, such as 10000 for ten thousand yuan where the unit is the yuan.
        case measure(unit: String, factor: Quantity)
        /// Multiplies the number before it.
        case multiplier(Int)
        /// Says that the number is 0.
        case negator
        /// A verb of mere occurrence that may stand between a negator and a head.
        case occurrence
        /// How a thing is done. A negator before it denies the manner, not the thing and states no 0.
        case manner
        /// Opens what a matter is about: what a clause without numbers names behind it is not taken over by the clauses that follow.
        case contents
        /// Opens the means or the doer: what is named between it and the verb is not what is counted, but leaves the number a part.
        case through
        /// Makes a number inexact. An inexact number is never compared for equality.
        case approximate
        /// Makes the number before it inexact, and says nothing of the one behind it.
        case approximateBehind
        /// Before a number: it is no count. After a number: it is none either. The reason tells which.
        case notCountBefore(reason: String)
        case notCountAfter(reason: String)
        /// Before a number without a measure word: it numbers something.
        case numberLabel(reason: String)
        /// In all.
        case total
        /// Among them.
        case among
        /// Opens parts that need not be all.
        case including
        /// The same, but parts that miss their whole by a slip of the pen are likely meant to make it up.
        case comprising
        /// Respectively.
        case respectively
        /// Each: the number holds for each of the joined heads.
        case each
        /// And so on: the parts that follow or precede are not all.
        case open
        /// Joins heads.
        case connector
        /// Opens or closes a phrase that only modifies the head after it.
        case modifierOpen
        case modifierClose
        /// Other than: what is named before it is just what is not counted.
        case excluding
        /// The number is part of the figure or another figure altogether; unbound for this reason.
        case part(reason: String)
        /// A verb of something that the form does not count: the number is unbound for this reason. What follows with a verb of its own is not.
        case otherAct(reason: String)
        /// The figure is of another scope, or qualified: bound, but a difference has to be explained rather than corrected.
        case qualifier(reason: String)
        /// A verb that says nothing of what is counted and opens a statement of its own: what stands behind it is no part of a whole before it.
        case verb
        /// Names another year than the reporting year; its numbers are unbound for this reason.
        case otherPeriod(reason: String)
        /// Speaks of what is meant to be; the numbers and denials of its clause are unbound for this reason.
        case plan(reason: String)
        /// Names the reporting year, after another one was named.
        case ownPeriod
        /// Names the whole of the year that is spoken of: the reporting year, unless its sentence opens with another one.
        case wholePeriod
        /// Names the reporting unit itself.
        case ownSubject
        /// The end of a unit's name: with a name before it that is not the reporting unit's, the number is somebody else's.
        case unitSuffix
        /// The former, the latter: the first and the second of the two that were named or counted last.
        case former
        case latter
        /// Says that what was counted is another matter: it and what stands before it in its sentence is unbound for this reason.
        case unrelated(reason: String)
        /// Names the form's own matter. Found within other words as well, but only in what states a part of a figure that is counted more widely:
        /// the whole is unbound for this reason then, and the part is the figure.
        case ownMatter(reason: String)
        /// Says that there is none of what the noun behind it names; of anything else than a noun it says nothing.
        case absence
        /// Between two numbers: the first is that of the time before, the second the present one.
        case arrival
        /// Opens the whole of which what stands before it is the share that per cent behind the number tell.
        case makingUp
        /// The number behind it is of those that numbers before it left over, and so is no figure again that was told with a greater number.
        case remaining
        /// Numbers of its part of a sentence may be of some only, or of something else: where they are not the figure they are left open.
        case apart
        /// Opens what is said of the noun before it: what stands behind it is not what is counted.
        case predicate
        /// People in general: with a kind of applicants joined to it all of them are meant, as a rule. Says nothing else.
        case people
        /// Says nothing about what is counted, and is listed so that no shorter word is found inside it.
        case neutral
    }

    /// One entry of the vocabulary.
    package struct Word: Hashable, Sendable {
        /// Compared character by character; of words that begin at one place the longest is found.
        package let text: String
        /// The only one of this text, save that a measure word may have several entries, each in another unit, and a brief word or one
        /// for the form's own matter one of another role.
        package let role: Role
        /// What a word that adds features tells in their place behind a word for last year; empty: the same.
        package let ofLastYear: [Feature]

        package init(text: String, role: Role, ofLastYear: [Feature] = []) {
            self.text = text
            self.role = role
            self.ofLastYear = ofLastYear
        }
    }

    /// A figure that a narrative may state.
    package struct Figure: Hashable, Sendable {
        /// Unique within the grammar; rules and statements refer to it.
        package let id: String
        /// The features that must be there, each dimension with the values that do.
        package let requires: [String: Set<String>]
        /// Further dimensions that may be there without changing what is meant. Any other feature makes the figure not fit. Dimensions that the
        /// readings mention are allowed by themselves.
        package let tolerates: Set<String>
        /// The units in which it is counted.
        package let units: Set<String>
        /// The measure words by which it is counted; empty: any of the units.
        package let measures: Set<String>
        /// What the stated value, in its unit, is multiplied by to be in the indicator's unit: 0.0001 for yuan where the form has ten thousand yuan.
        package let scale: Quantity
        /// The lawful readings, the likeliest first. Each is a sum of indicator identifiers in which `{dimension}` stands for the feature's value and
        /// `*` for any one segment.
        package let readings: [[String]]
        /// True when the readings are different things of which the wording does not tell which is meant.
        package let isAmbiguous: Bool
        /// True when offices count under its name what the form does not (all reviews, not only those on disclosure).
        package let isWider: Bool
        /// True for what is so at the end of the year and goes on: it may be told of now.
        package let isStanding: Bool
        /// The pack's own identifier for a figure without indicator; nil when readings name indicators.
        package let ownIdentifier: String?
        /// How grave a difference is; nil: as the rule says.
        package let severity: Severity?
        /// What people call the figure.
        package let name: LocalizedText
        /// Nil for a figure that numbers state. Else no number is ever bound to it: it is what a claim is judged by, either one of
        /// `StatementGrammar.claimFigures` or the id of an outcome.
        package let claim: String?

        package init(
            id: String, requires: [String: Set<String>], tolerates: Set<String>, units: Set<String>, measures: Set<String>,
            scale: Quantity, readings: [[String]], isAmbiguous: Bool, isWider: Bool = false, isStanding: Bool = false,
            ownIdentifier: String?, severity: Severity?,
            name: LocalizedText, claim: String? = nil
        ) {
            self.isStanding = isStanding
            self.claim = claim
            self.isWider = isWider
            self.id = id
            self.requires = requires
            self.tolerates = tolerates
            self.units = units
            self.measures = measures
            self.scale = scale
            self.readings = readings
            self.isAmbiguous = isAmbiguous
            self.ownIdentifier = ownIdentifier
            self.severity = severity
            self.name = name
        }
    }

    /// What years are read as when they are told by their number, so that in a report on 2024 what is told of 2023 reads as last year's.
    package struct YearWords: Hashable, Sendable {
        /// Read for the year before the reporting year.
        package let last: String
        /// Read for the reporting year.
        package let this: String
        /// Read for the year after the reporting year.
        package let next: String

        package init(last: String, this: String, next: String) {
            self.last = last
            self.this = this
            self.next = next
        }
    }

    /// Why a number is unbound, ambiguous or no figure, in words. Besides the reasons that words give, the statement finder gives those of
    /// `StatementGrammar.builtInReasons`.
    package struct Reason: Hashable, Sendable {
        /// Unique within the grammar: one of `builtInReasons`, each of which has its wording, or one that words name.
        package let id: String
        /// Half a sentence, without a full stop.
        package let text: LocalizedText
        /// Whether what is counted so is nothing that a noun which says little could speak of: such a noun in the next sentence tells of something else.
        package let yields: Bool
        /// Whether the same holds of what is but named, not counted, in an earlier sentence.
        package let passes: Bool
        /// Whether what is counted so is never what a noun which says little speaks of, while verbs may be told of it in the next sentence.
        package let isUnsought: Bool
        /// Whether what is named so is a register of what the noun before it counts: what follows may tell of what is in it.
        package let registers: Bool
        /// Whether it is a time until now, of which what goes on may be told.
        package let stands: Bool
        /// Whether it is what is left besides what was told, of which a number that tells its own kind is none.
        package let isRest: Bool
        /// Whether what stands behind such a number in its part of the sentence may be of the same.
        package let reaches: Bool
        /// Whether it is no time, though words of role `otherPeriod` give it.
        package let isTimeless: Bool
        /// Whether what is counted so is some of what a figure of the pack's own is, so that it contradicts that there was none.
        package let isOfOwn: Bool

        package init(
            id: String, text: LocalizedText, yields: Bool = false, passes: Bool = false, isUnsought: Bool = false, registers: Bool = false,
            stands: Bool = false, isRest: Bool = false, reaches: Bool = false, isTimeless: Bool = false, isOfOwn: Bool = false
        ) {
            self.isOfOwn = isOfOwn
            self.reaches = reaches
            self.isTimeless = isTimeless
            self.isUnsought = isUnsought
            self.stands = stands
            self.isRest = isRest
            self.id = id
            self.text = text
            self.yields = yields
            self.passes = passes
            self.registers = registers
        }
    }

    /// The ids of the reasons that the finder gives by itself, whatever the words.
    package static let builtInReasons = [
        // No counts: a year (which words of role `notCountAfter` with this reason mark), the number of a list item, what stands in the title of a
        // document or in quotation marks, what no measure word follows, what has too many digits to compute with.
        "year", "list-number", "title", "quoted", "no-measure", "too-long",
        // Another's: of another year, of another unit.
        "other-year", "other-unit",
        // Not told: the topic, anything at all, what was done, what the noun means, which of several figures is meant.
        "no-topic", "no-feature", "no-act", "unknown-noun", "several-readings",
        // Told, but the form has no such figure, or counts it otherwise; denied; inexact.
        "no-figure", "other-measure", "negated", "inexact",
    ]

    /// The keys of the sections whose narrative is read; section 0 (the preamble) is read always.
    package let sections: [String]
    /// Those of them that tell of examples: a number there that misses its figure, which is stated rightly elsewhere, is left open.
    package let inPassing: Set<String>
    /// Nil when years told by number are read as such.
    package let yearWords: YearWords?
    /// At most `dimensionLimit`.
    package let dimensions: [Dimension]
    /// In the pack's order.
    package let words: [Word]
    /// In the pack's order; empty: no claims are looked for.
    package let claimWords: [ClaimWord]
    /// In the pack's order, which decides between figures that fit as well.
    package let figures: [Figure]
    /// In the pack's order.
    package let reasons: [Reason]

    package init(
        sections: [String], inPassing: Set<String> = [], yearWords: YearWords? = nil, dimensions: [Dimension], words: [Word],
        claimWords: [ClaimWord] = [],
        figures: [Figure], reasons: [Reason]
    ) {
        self.claimWords = claimWords
        self.sections = sections
        self.inPassing = inPassing
        self.yearWords = yearWords
        self.dimensions = dimensions
        self.words = words
        self.figures = figures
        self.reasons = reasons
    }

    /// What a claim figure may be besides an outcome: the whole that shares are of, and the whole that rates are of.
    package static let claimFigures = ["share", "rate"]

    /// The most dimensions that a grammar may have: what a number counts is held in one integer of 128 bits.
    package static let dimensionLimit = 16
    /// The most values that a dimension may have.
    package static let valueLimit = 127

    /// Finds no statement.
    package static let empty = StatementGrammar(sections: [], dimensions: [], words: [], figures: [], reasons: [])

    /// Nil when the grammar has no dimension of that id.
    package func dimension(_ id: String) -> Dimension? { dimensions.first { $0.id == id } }

    /// The wording of a reason; the id itself where the pack words none.
    package func reason(_ id: String) -> LocalizedText {
        reasons.first { $0.id == id }?.text ?? LocalizedText(chinese: id, english: id)
    }
}
