/// By what it is told whether what a report lists in one part of a section is answered in another: its problems by its measures.
package struct AnswerTerms: Hashable, Sendable {
    /// The key of the section that lists both.
    package let section: String
    /// The part whose items have to be answered, by id.
    package let part: String
    /// The part that answers them, by id.
    package let answers: String
    /// The ids of vocabularies of words that open an item, one for each way of counting; printed ordinals are known without.
    package let ordinals: [String]
    /// The id of the vocabulary of words that say nothing about what an item is about.
    package let common: String
    /// The id of the vocabulary of words by which answers mean items together or by their number: then none is told from the others.
    package let covering: String
    /// How many pairs of characters, common words left out, an item has at least to be judged.
    package let minimum: Int

    package init(
        section: String, part: String, answers: String, ordinals: [String], common: String, covering: String, minimum: Int
    ) {
        self.section = section
        self.part = part
        self.answers = answers
        self.ordinals = ordinals
        self.common = common
        self.covering = covering
        self.minimum = minimum
    }
}
