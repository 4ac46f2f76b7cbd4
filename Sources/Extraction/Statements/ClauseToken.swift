import AuditModel

/// One piece of a paragraph as the statement finder sees it.
struct ClauseToken: Sendable {
    enum Kind: Sendable {
        /// A word of the grammar, by its role's number.
        case word(Int32)
        /// A number, by its place in the paragraph's list of them.
        case number(Int32)
        /// `，` and `：`.
        case comma
        case colon
        /// `、`.
        case listComma
        case semicolon
        /// `。！？` and line ends.
        case stop
        case open
        case close
        case titleOpen
        case titleClose
        /// `——`.
        case dash
        /// A run of characters that the grammar does not know.
        case unknown
    }

    let kind: Kind
    /// The scalars that it covers, from 0 in the clause text.
    let start: Int
    let end: Int
    /// The number of the brief word that it is where its topic is spoken of; nil for none.
    var brief: Int32?
}

/// A number with what belongs to it.
struct NumberToken: Sendable {
    /// The value with multipliers (1.2万 is 12000), not yet in the measure's unit.
    let value: Quantity
    /// The scalars of the number itself.
    let start: Int
    let end: Int
    /// The number of the measure word behind it; nil where none stands there.
    let measure: Int?
    /// That of another measure word joined to it: 238篇（条）.
    var otherMeasure: Int?
    /// 约, 余, 多 or a range (10—20): not to be compared for equality.
    let isInexact: Bool
    /// Whether nothing but the word before it makes it so (多20件).
    let isInexactByWordBefore: Bool
    /// Why it is no count (a date, a percentage); nil for a count.
    let otherReason: ReasonID?
}

/// The tokens of one paragraph.
struct ClauseTokens: Sendable {
    var tokens: [ClauseToken] = []
    var numbers: [NumberToken] = []
}
