package import DocumentModel

/// A place in the narrative that states a figure.
///
/// A class, since rules go through all statements again and again: one reference is handed around instead of nine.
package final class Statement: Hashable, Sendable {
    /// How far it is known what the number counts.
    package enum State: String, Hashable, Sendable {
        case bound
        case ambiguous
        case unbound
    }

    /// How firmly the wording ties the statement to its indicators.
    package enum Firmness: Hashable, Sendable {
        /// The wording names the figure and nothing else.
        case plain
        /// The wording names the figure for another scope or with a qualification (the office alone, cases filed for the record): a
        /// difference has to be explained, and may be in order.
        case qualified
    }

    /// Only a bound one is ever compared with the tables.
    package let state: State
    /// The lawful readings, the likeliest first: each the indicators (indices in the form) whose sum is stated. Empty for an unbound statement and
    /// for one bound to the pack's own identifier.
    package let readings: [[Int]]
    /// The index of the reading that is taken: the one that agrees, else the first; nil unless bound to indicators of the form.
    package let chosen: Int?
    /// The pack's own identifier of a figure that the form has no cell for, such as a fee; of an unbound one, the figure that it is some of. Nil for others.
    package let ownIdentifier: String?
    /// In the unit of its indicators where it is bound or ambiguous, else in that of its measure word.
    package let value: Quantity
    /// The clause that states it, as it stands.
    package let quote: String
    /// Where the quote begins.
    package let place: Place
    /// The UTF-8 range of the quote in the text of its block.
    package let range: Range<Int>
    /// The UTF-8 range of the number itself, or of the words that say 0, in the text of its block.
    package let numberRange: Range<Int>
    /// True when words say the 0.
    package let isZeroByWords: Bool
    /// By the words alone, whatever the state.
    package let firmness: Firmness
    /// Whether the chosen reading's sum equals the value, or one of the two is short for the other: ten thousands for the sum, a table in ten thousand
    /// yuan for an amount in yuan. Nil unless all its figures are numbers.
    package let agrees: Bool?
    /// Why it is ambiguous or unbound, by the grammar's reason ids; nil for a bound statement.
    package let reason: String?
    /// The id of the grammar's figure that it was bound by; nil for others.
    package let figure: String?

    package init(
        state: State, readings: [[Int]], chosen: Int?, ownIdentifier: String?, value: Quantity, quote: String, place: Place,
        range: Range<Int>,
        numberRange: Range<Int>, isZeroByWords: Bool, firmness: Firmness, agrees: Bool?, reason: String?, figure: String?
    ) {
        self.state = state
        self.readings = readings
        self.chosen = chosen
        self.ownIdentifier = ownIdentifier
        self.value = value
        self.quote = quote
        self.place = place
        self.range = range
        self.numberRange = numberRange
        self.isZeroByWords = isZeroByWords
        self.firmness = firmness
        self.agrees = agrees
        self.reason = reason
        self.figure = figure
    }

    /// The same, left open for a reason of the grammar's.
    package func leftOpen(for reason: String) -> Statement {
        Statement(
            state: .ambiguous, readings: readings, chosen: nil, ownIdentifier: ownIdentifier, value: value, quote: quote, place: place,
            range: range, numberRange: numberRange, isZeroByWords: isZeroByWords, firmness: firmness, agrees: nil, reason: reason,
            figure: figure)
    }

    package static func == (left: Statement, right: Statement) -> Bool {
        left === right
            || left.state == right.state && left.readings == right.readings && left.chosen == right.chosen
                && left.ownIdentifier == right.ownIdentifier && left.value == right.value && left.quote == right.quote
                && left.place == right.place && left.range == right.range && left.numberRange == right.numberRange
                && left.isZeroByWords == right.isZeroByWords && left.firmness == right.firmness && left.agrees == right.agrees
                && left.reason == right.reason && left.figure == right.figure
    }

    package func hash(into hasher: inout Hasher) {
        // Those of one place hardly ever differ in anything else.
        hasher.combine(place)
        hasher.combine(numberRange)
    }

    /// The indicators of the chosen reading; empty when there is none.
    package var indicators: [Int] { chosen.map { readings[$0] } ?? [] }
}

/// A whole and its parts as one passage of the narrative states them.
package struct Breakdown: Hashable, Sendable {
    /// What the wording promises.
    package enum Strictness: Hashable, Sendable {
        /// The parts make up the whole.
        case partition
        /// The parts are some of the whole: they may not exceed it.
        case excerpt
    }

    /// One number of the passage.
    package struct Part: Hashable, Sendable {
        /// In the unit of its measure word.
        package let value: Quantity
        /// The clause that states it, as it stands.
        package let quote: String
        /// Where the quote begins.
        package let place: Place

        package init(value: Quantity, quote: String, place: Place) {
            self.value = value
            self.quote = quote
            self.place = place
        }
    }

    /// The number that the parts are parts of.
    package let whole: Part
    /// At least one, in the order of the text.
    package let parts: [Part]
    /// By the words between the whole and its parts, and by how the numbers are listed.
    package let strictness: Strictness

    package init(whole: Part, parts: [Part], strictness: Strictness) {
        self.whole = whole
        self.parts = parts
        self.strictness = strictness
    }
}

/// All that was found in the narrative.
package struct Narrative: Hashable, Sendable {
    /// In document order.
    package let statements: [Statement]
    /// In document order; without those whose numbers the tables all bear out.
    package let breakdowns: [Breakdown]
    /// How many numbers of the narrative are no figures, by the grammar's reason id (dates, percentages, document numbers).
    package let otherNumbers: [String: Int]
    /// The parts into which sections divide by the pack's cues, such as problems and measures.
    package let passages: [Passage]

    /// In document order.
    package let claims: [Claim]

    package init(
        statements: [Statement], breakdowns: [Breakdown], otherNumbers: [String: Int], passages: [Passage], claims: [Claim] = []
    ) {
        self.claims = claims
        self.statements = statements
        self.breakdowns = breakdowns
        self.otherNumbers = otherNumbers
        self.passages = passages
    }

    /// What the numbers are read as, in document order: the figure that each was bound by, else the reason why it was bound by none. Behind them the
    /// reasons of those that are no figures, in alphabetical order.
    package var numberReadings: [String] {
        statements.map { ($0.state == .bound ? $0.figure : $0.reason) ?? $0.state.rawValue }
            + otherNumbers.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    }

    /// The narrative of a report without text.
    package static let empty = Narrative(statements: [], breakdowns: [], otherNumbers: [:], passages: [])
}

/// A run of text within one block that belongs to one part of its section, by the pack's cues.
///
/// A class for the same reason as `Statement`.
package final class Passage: Hashable, Sendable {
    /// The key of the section.
    package let section: String
    /// The part's id, such as `problems`; nil before the first cue.
    package let part: String?
    /// True for a heading or a mere label, which announces but says nothing.
    package let isLabel: Bool
    /// Without blanks at its ends; never empty.
    package let text: String
    /// Where the text begins.
    package let place: Place

    package init(section: String, part: String?, isLabel: Bool, text: String, place: Place) {
        self.section = section
        self.part = part
        self.isLabel = isLabel
        self.text = text
        self.place = place
    }

    package static func == (left: Passage, right: Passage) -> Bool {
        left === right
            || left.section == right.section && left.part == right.part && left.isLabel == right.isLabel && left.text == right.text
                && left.place == right.place
    }

    package func hash(into hasher: inout Hasher) {
        // Those of one text hardly ever differ in anything but the place.
        hasher.combine(text)
        hasher.combine(place)
    }
}
