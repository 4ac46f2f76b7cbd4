/// By what it is told whether a report takes up the problems and measures of last year's.
package struct FollowUpTerms: Hashable, Sendable {
    /// The key of the section that lists them.
    package let section: String
    /// The part whose items have to be taken up, by id.
    package let part: String
    /// The part that accounts for the year before, by id.
    package let earlier: String
    /// The ids of vocabularies of words that open an item, one for each way of counting; printed ordinals are known without.
    package let ordinals: [String]
    /// The id of the vocabulary of words that say nothing about what an item is about.
    package let common: String
    /// The id of the vocabulary of words that a sentence without ordinal has to hold to be an item.
    package let evidence: String
    /// The id of the vocabulary of words that keep such a word from counting; nil: none does.
    package let denial: String?
    /// The id of the vocabulary of words that begin a sentence which only tells the cause of the one before it; nil: none does.
    package let causes: String?
    /// The id of the vocabulary of words that begin a clause which tells nothing of its own, but why what stands beside it is there or what comes of it;
    /// nil: none does.
    package let consequences: String?
    /// The id of the vocabulary of words by which an account settles everything at once.
    package let settled: String
    /// The id of the vocabulary of words by which a sentence that settles what it names means all there was; nil: none does.
    package let covering: String?
    /// How many pairs of characters, common words left out, an item has at least to be judged.
    package let minimum: Int
    /// The part of its pairs, from 0 to 1, that may stand anywhere in the report of an item that nothing takes up.
    package let threshold: Quantity
    /// Of a finding in a report whose account of the year before takes up no other item by its words; nil: the condition's.
    package let withoutAccount: Severity?

    package init(
        section: String, part: String, earlier: String, ordinals: [String], common: String, evidence: String, denial: String?,
        causes: String? = nil, consequences: String? = nil, settled: String, covering: String? = nil, minimum: Int, threshold: Quantity,
        withoutAccount: Severity? = nil
    ) {
        self.causes = causes
        self.consequences = consequences
        self.covering = covering
        self.withoutAccount = withoutAccount
        self.section = section
        self.part = part
        self.earlier = earlier
        self.ordinals = ordinals
        self.common = common
        self.evidence = evidence
        self.denial = denial
        self.settled = settled
        self.minimum = minimum
        self.threshold = threshold
    }
}

extension RulePack {
    /// The terms of the first rule that asks whether last year's items are taken up, whatever a profile makes of it; nil where none does.
    package var followUpTerms: FollowUpTerms? {
        for case .takenUp(let terms) in basis.flatMap(\.conditions).map(\.requirement) { return terms }
        return nil
    }
}
