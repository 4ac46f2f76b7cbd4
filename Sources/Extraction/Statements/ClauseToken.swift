import AuditModel

/// One piece of a paragraph as the statement finder sees it.
struct ClauseToken: Sendable {
    enum Kind: Sendable {
        /// A word of the grammar, by its role's number.
        case word(Int)
        case number(NumberToken)
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
        /// A run of characters that the grammar does not know.
        case unknown
    }

    let kind: Kind
    /// The scalars that it covers, from 0 in the paragraph.
    let start: Int
    let end: Int
}

/// A number with what belongs to it.
struct NumberToken: Sendable {
    /// The value with multipliers (1.2万 is 12000), not yet in the measure's unit.
    let value: Quantity
    /// The scalars of the number itself.
    let start: Int
    let end: Int
    /// The measure word behind it; nil where none stands there.
    let measure: Measure?
    /// 约, 余, 多 or a range (10—20): not to be compared for equality.
    let isInexact: Bool
    /// Why it is no count (a date, a percentage); nil for a count.
    let otherReason: String?

    struct Measure: Sendable {
        let word: Int
        let unit: Int
        let factor: Quantity
    }
}

/// A paragraph as Unicode scalars with the UTF-8 offset of each.
struct ScalarText: Sendable {
    let scalars: [UInt32]
    /// One more than the scalars: the last is the length.
    let offsets: [Int]

    init(_ string: String) {
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        scalars.reserveCapacity(string.utf8.count / 2)
        offsets.reserveCapacity(string.utf8.count / 2 + 1)
        var offset = 0
        for scalar in string.unicodeScalars {
            scalars.append(scalar.value)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.scalars = scalars
        self.offsets = offsets
    }

    /// The UTF-8 range of a range of scalars.
    func utf8(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}
