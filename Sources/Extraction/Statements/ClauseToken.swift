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
    /// What it is, told once: clauses are asked for it again and again.
    let traits: Traits
    /// The scalars that it covers, from 0 in the clause text.
    let start: Int
    let end: Int
    /// The number of the brief word that it is where its topic is spoken of; nil for none.
    var brief: Int32?

    /// What a token is by itself.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt32

        static let count = Traits(rawValue: 1)
        static let year = Traits(rawValue: 1 << 1)
        /// Or another number that is neither a count nor a year.
        static let percentage = Traits(rawValue: 1 << 2)
        /// A word that says nothing.
        static let neutral = Traits(rawValue: 1 << 3)
        static let arrival = Traits(rawValue: 1 << 4)
        static let absence = Traits(rawValue: 1 << 5)
        static let part = Traits(rawValue: 1 << 6)
        static let predicate = Traits(rawValue: 1 << 7)
        static let each = Traits(rawValue: 1 << 8)
        static let unit = Traits(rawValue: 1 << 9)
        static let measure = Traits(rawValue: 1 << 10)
        static let respectively = Traits(rawValue: 1 << 11)
        /// A sign or word that joins what is listed.
        static let joint = Traits(rawValue: 1 << 12)
        static let kind = Traits(rawValue: 1 << 13)
        static let noun = Traits(rawValue: 1 << 14)
        /// A word that tells what is counted, or that it is something else.
        static let feature = Traits(rawValue: 1 << 15)
        /// A word that tells how something ended.
        static let result = Traits(rawValue: 1 << 16)
        /// A clause ends here, or a bracket opens.
        static let clauseEnd = Traits(rawValue: 1 << 17)
        /// Characters that the grammar does not know, more than one.
        static let unknownWord = Traits(rawValue: 1 << 18)
        /// A word that a number is told with (共, 约).
        static let beforeNumber = Traits(rawValue: 1 << 19)
        static let denial = Traits(rawValue: 1 << 20)
        /// 等, 含: what comes is some of what is listed.
        static let inclusion = Traits(rawValue: 1 << 21)
        static let listComma = Traits(rawValue: 1 << 22)
        /// A word for the reporting year.
        static let ownPeriod = Traits(rawValue: 1 << 23)
        /// % and what else makes the number before it no count.
        static let unitOfNoCount = Traits(rawValue: 1 << 24)
        /// The whole of the year that is spoken of.
        static let wholePeriod = Traits(rawValue: 1 << 25)
        /// A verb that begins with the word for the reporting year (本年新收; 当年新收 may be that of another).
        static let ownVerb = Traits(rawValue: 1 << 26)
        /// What stands before it is a share of what stands behind it.
        static let makingUp = Traits(rawValue: 1 << 27)
        static let remaining = Traits(rawValue: 1 << 28)
        /// A word for people in general.
        static let people = Traits(rawValue: 1 << 31)
        /// One of them stands in every clause that states something.
        static let stating: Traits = [.count, .year, .percentage, .denial, .absence]
    }

    init(_ kind: Kind, _ traits: Traits = [], from start: Int, to end: Int) {
        self.kind = kind
        self.traits = traits
        self.start = start
        self.end = end
    }

    func has(_ trait: Traits) -> Bool { traits.contains(trait) }
}

/// A number with what belongs to it.
struct NumberToken: Sendable {
    /// The value with multipliers (1.2万 is 12000), not yet in the measure's unit.
    let value: Quantity
    /// What one in its last digit is worth, in the unit of `value` (1.2万: 1000); nil for Chinese numerals.
    let grain: Quantity?
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
