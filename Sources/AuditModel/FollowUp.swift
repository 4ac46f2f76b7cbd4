package import DocumentModel

/// One item of a list in a report: a problem, a measure.
package struct PassageItem: Hashable, Sendable {
    /// The key of the section.
    package let section: String
    /// The id of the part that the list stands in.
    package let part: String
    /// Without its ordinal and the marks at its ends; never empty.
    package let text: String
    /// Where the text begins.
    package let place: Place
    /// Whether ordinals tell it from the others; else it is a sentence.
    package let isNumbered: Bool
    /// Whether it may be taken for one thing; false for a sentence that seems to list several.
    package let isSingle: Bool

    package init(section: String, part: String, text: String, place: Place, isNumbered: Bool, isSingle: Bool) {
        self.section = section
        self.part = part
        self.text = text
        self.place = place
        self.isNumbered = isNumbered
        self.isSingle = isSingle
    }
}

/// What became of one problem or measure of last year's report in this year's.
package struct FollowUp: Hashable, Sendable {
    /// What this year's report says of it.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Something that is no list of this year's problems takes it up.
        case answered
        /// It stands among this year's again.
        case repeated
        /// Nothing takes it up.
        case notMentioned = "not-mentioned"
        /// Too little is left of it without common words, or too little agrees, to tell.
        case unclear
    }

    /// As last year's report has it.
    package let item: PassageItem
    /// See `State`.
    package let state: State
    /// The sentence of this year's report that comes nearest; nil where none shares anything.
    package let answer: Answer?
    /// How many pairs of characters the item has without common words.
    package let pairs: Int
    /// How many of them stand anywhere in this year's narrative.
    package let found: Int

    /// A sentence of this year's report.
    package struct Answer: Hashable, Sendable {
        /// The sentence without the marks at its ends.
        package let text: String
        /// Where it begins.
        package let place: Place
        /// How many of the item's pairs of characters stand in it.
        package let shared: Int

        package init(text: String, place: Place, shared: Int) {
            self.text = text
            self.place = place
            self.shared = shared
        }
    }

    package init(item: PassageItem, state: State, answer: Answer?, pairs: Int, found: Int) {
        self.item = item
        self.state = state
        self.answer = answer
        self.pairs = pairs
        self.found = found
    }
}
