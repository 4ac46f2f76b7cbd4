import AuditModel

/// A number of the narrative, or a 0 said by words, with all that its surroundings say of it. Not bound to anything yet.
struct Count {
    /// The value in its measure's unit.
    let value: Quantity
    /// What one in its last digit is worth, in the same unit (1.2万件: 1000); nil where that is not told.
    var grain: Quantity?
    /// The number of its measure word; nil where it has none.
    let measure: Int?
    /// That of another measure word joined to it (篇（条）).
    var otherMeasure: Int?
    let isInexact: Bool
    /// The scalars of the number or of the words that say 0.
    let range: Range<Int>
    /// The scalars of the piece of text that states it.
    let quote: Range<Int>
    /// What is told, own and inherited.
    var features: Features
    /// The further features of joined nouns that the number is the sum of.
    let joined: [Features]
    /// The kinds that it may be the sum of besides, where it is what is left of some that are not all named (公开9件，其他3件).
    var rest: [Features] = []
    /// Each another lawful way to take it: joined verbs, the group that a way of deciding belongs to.
    var alternatives: [Features]
    /// What its own words tell, without what is inherited.
    var own: Features
    /// Why it can't be bound, whatever its features; nil when it can.
    var obstacle: ReasonID?
    let qualifier: ReasonID?
    /// Another verb of the sentence tells more of the same (收到30件，受理28件): where no reading agrees, it may be a figure of its own.
    let isDoubtful: Bool
    /// It is less than the whole before it in the sentence, and the same figure by another act (收到12件，答复11件) or of some of those (新收的12件中，办结9件): where no
    /// reading agrees, it is not known whether it is to be the figure.
    var isLater = false
    /// Words that the grammar does not know stand before it in its sentence, behind the number before it: they may make it a part of the figure that its
    /// other words tell.
    let isQualified: Bool
    let isZeroByWords: Bool
    /// The sentence, from 0 in its paragraph; 其中 reaches no further.
    let sentence: Int
    let isAmong: Bool
    /// The parts are 分别 or stand in brackets right behind their whole.
    let isDistributed: Bool
    /// A colon stands between it and a number before it in its sentence.
    let isAnnounced: Bool
    /// 等, 包括 or 主要 stand by it.
    var isOpen: Bool
    /// Nothing but 共, 合计 stands before it.
    let isBareTotal: Bool
    /// The number of the brackets that it stands in, from 0 in its paragraph; nil outside.
    let group: Int?
    /// Semicolons before it in its sentence.
    let segment: Int
    /// How many numbers before it a total says to add up (两项合计); nil where it does not say.
    var addends: Int?
    /// What shows whether it may be a part though no word says so.
    var look: Look = []

    /// Whether it counts the same as another of its sentence, as far as the words tell, be it of other units.
    func tellsSame(as other: Count) -> Bool {
        (obstacle == nil || obstacle == .otherUnit) && sentence == other.sentence && segment == other.segment && group == other.group
            && measure == other.measure
            && features == other.features && joined == other.joined && rest == other.rest
    }

    /// How a number is introduced.
    struct Look: OptionSet {
        let rawValue: UInt32
        /// 、 or 和 stands between it and the number before it.
        static let listed = Look(rawValue: 1)
        /// A measure word stands right before it (微信类12个): what it counts is a kind of something.
        static let kind = Look(rawValue: 2)
        /// A verb opens a statement of its own (召开会议12次).
        static let verb = Look(rawValue: 4)
        /// Its own words make it a part of another number (窗口递交12件).
        static let part = Look(rawValue: 8)
        /// 的 stands right before it (准予许可的12件): some of what was counted before.
        static let described = Look(rawValue: 32)
        /// It is of another year.
        static let otherTime = Look(rawValue: 64)
        /// A unit that is only named by its kind stands before it (部门收到12件).
        static let unit = Look(rawValue: 128)
        /// 共, 合计 stand before it beside other words.
        static let total = Look(rawValue: 256)
        /// Nothing but 共, 合计 stands before it.
        static let bareTotal = Look(rawValue: 1024)
        /// What is counted stands behind it.
        static let nounBehind = Look(rawValue: 512)
        /// A noun that is none of the form's stands by it, and is not handed on from another number.
        static let otherNoun = Look(rawValue: 2048)
        /// 其他 tells it, by the numbers before it.
        static let rest = Look(rawValue: 4096)
        /// A noun of the form's tells what is counted.
        static let noun = Look(rawValue: 8192)
        /// No word of its sentence so far tells what is counted, if an earlier one does.
        static let untold = Look(rawValue: 16384)
        /// 包括 alone leaves open whether it and those listed with it are all.
        static let comprised = Look(rawValue: 32768)
        /// It is last year's, and told as this year's are otherwise.
        static let lastYears = Look(rawValue: 65536)
        /// 中 stands behind the number that its sentence begins with (收到的12件中，网上9件).
        static let within = Look(rawValue: 131072)
        /// 余下 stands right before it.
        static let remaining = Look(rawValue: 262144)
        /// 另 stands before it, and not right before it (另收到9件).
        static let besides = Look(rawValue: 524288)
        /// 已 stands right behind it (2件已审结的复议).
        static let settled = Look(rawValue: 2_097_152)
        /// A name of the report's own stands before it.
        static let own = Look(rawValue: 1_048_576)
        /// A month stands before it in its clause.
        static let dated = Look(rawValue: 4_194_304)
        /// Its sentence gives a percentage before 其中.
        static let late = Look(rawValue: 16)
    }
}
