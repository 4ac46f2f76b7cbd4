/// What one stretch of a clause says about a number near it.
struct Mention {
    /// What is told in each dimension, the noun's topic above that of other words; of several words the last counts, since in Chinese what is counted comes last.
    var features = Features.none
    /// Whether one number of the items is their sum; else each is another lawful reading (受理、答复).
    var itemsAdd = false
    /// What the very first word tells, where it tells something.
    var first = Features.none
    var hasTopic = false
    var weakHead: Features?
    /// The topic is that of a verb that holds no noun (上年结转): where another thing is being counted, it is told of that.
    var isVerbTopic = false
    /// The noun is what changes (申请由5件增至7件): it is not the whole of what was told before.
    var isOfChange = false
    /// Characters that the grammar does not know modify the noun (低保申请): it may be another thing, or a part.
    var isHeadModified = false
    /// Such characters stand right before a verb without a noun (优待证办理35件): they may be the noun.
    var isVerbModified = false
    var blocker: ReasonID?
    /// The noun comes from means or contents (通过政府网站): it says nothing of what follows.
    var isBlockerAside = false
    /// The noun is one of several joined ones, others of which are the form's.
    var isBlockerJoined = false
    /// A result of the form's stands behind that noun (手中没有相关信息而无法提供).
    var isResultBehindBlocker = false
    /// What is told may be of some only, by words that need not mean all (公民和企业, 经检索档案后予以公开).
    var isOfSome = false
    /// The topic of the noun right before it, where the two name a register of what the form counts (规范性文件目录); 0 for none.
    var registered = 0
    var part: ReasonID?
    /// The part is a verb of something that the form does not count.
    var isPartVerb = false
    var qualifier: ReasonID?
    var otherPeriod: ReasonID?
    /// What was counted is said to be another matter.
    var unrelated: ReasonID?
    /// 前者 (0) or 后者 (1).
    var reference: Int?
    /// A unit's kind stands before what is told (部门收到).
    var hasUnit = false
    /// The noun is made of a verb (实收): another noun may be meant.
    var isActHead = false
    /// 分别 without saying what each number is.
    var isUndistributed = false
    /// What is meant to be, not what is.
    var plan: ReasonID?
    var isOwnPeriod = false
    /// The reporting year itself is named, and not just the whole of a year (全年).
    var namesOwnPeriod = false
    /// A verb leads into this year (结转到本年).
    var entersOwnPeriod = false
    var isAmong = false
    var isTotal = false
    var isRespective = false
    var isEach = false
    var isOpen = false
    /// 等, 主要, 如: what is listed need not be all.
    var isExemplary = false
    /// 等 stands behind ways of deciding or applicants, and nothing that tells the whole after it.
    var isListOpen = false
    var isNegated = false
    /// A verb that opens a statement of its own is told (召开).
    var hasVerb = false
    /// How something was done is told (按时办结).
    var hasManner = false
    /// 涉及 stands before what is told.
    var isContents = false
    /// Somebody else's name as the subject.
    var otherUnit = false
    /// The reporting unit's own.
    var ownUnit = false
    /// True when nothing but 共, 其中 and words that say nothing stand there.
    var isBare = true
    /// Characters that the grammar does not know stand behind the last word that tells something. In Chinese the noun that is counted comes last, so
    /// they may name something else (行政处罚案卷).
    var hasUnknownTail = false
    /// One of the joined words is nothing but such characters.
    var hasUnknownItem = false
    /// Such characters stand before the first word that tells something.
    var hasUnknownLead = false

    private var lists: Lists?

    /// What few mentions have, behind one reference: mentions are handed on and kept all the time, and each list is a reference to count.
    private final class Lists {
        let items: [Features]
        let alternatives: [Features]
        let respectiveItems: [Features]
        let periods: [ReasonID?]

        /// Nil where all are empty.
        init?(items: [Features], alternatives: [Features], respectiveItems: [Features], periods: [ReasonID?]) {
            if items.isEmpty, alternatives.isEmpty, respectiveItems.isEmpty, periods.isEmpty { return nil }
            self.items = items
            self.alternatives = alternatives
            self.respectiveItems = respectiveItems
            self.periods = periods
        }
    }

    /// What joined words tell, each with what it shares with the others (行政复议、行政诉讼; 维持、纠正); empty unless there are two.
    var items: [Features] {
        get { lists?.items ?? [] }
        set { lists = Lists(items: newValue, alternatives: alternatives, respectiveItems: respectiveItems, periods: periods) }
    }

    /// Other lawful readings of the features.
    var alternatives: [Features] {
        get { lists?.alternatives ?? [] }
        set { lists = Lists(items: items, alternatives: newValue, respectiveItems: respectiveItems, periods: periods) }
    }

    /// What stands before 分别, item by item.
    var respectiveItems: [Features] {
        get { lists?.respectiveItems ?? [] }
        set { lists = Lists(items: items, alternatives: alternatives, respectiveItems: newValue, periods: periods) }
    }

    /// Times named together (上年和本年), nil for this year; empty unless there are two.
    var periods: [ReasonID?] {
        get { lists?.periods ?? [] }
        set { lists = Lists(items: items, alternatives: alternatives, respectiveItems: respectiveItems, periods: newValue) }
    }

    /// Whether a noun says what is counted, be it none of the form's.
    var hasHead: Bool { hasTopic || blocker != nil }

    /// The same without what is unknown about it: as many numbers as items show that all of them are known.
    var complete: Mention {
        var mention = self
        mention.hasUnknownTail = false
        mention.hasUnknownItem = false
        mention.isVerbModified = false
        return mention
    }

    /// What joined words tell, each by itself.
    var list: [Features] { items.isEmpty ? alternatives : items }

    var isOfSeveralPeriods: Bool { periods.contains { $0 == nil } && periods.contains { $0 != nil } }

    /// Whether nothing stands there that tells what is counted, or that it is only some of it.
    var isSilent: Bool {
        isBare && !isAmong && !isEach && !isRespective && !isNegated && !isContents && !isOpen && !hasManner && !otherUnit && part == nil
            && otherPeriod == nil && plan == nil && qualifier == nil
    }

    /// Nothing but who, and when.
    var isEmptyButForSubject: Bool {
        !names && !hasHead && part == nil && otherPeriod == nil && plan == nil && qualifier == nil && !otherUnit && !hasUnknownLead
            && !hasUnknownTail && !hasUnknownItem && !isAmong && !isContents && reference == nil
    }

    var tellsAny: Bool { !features.isEmpty }

    /// Whether anything is named, be it by a noun that says little.
    var names: Bool { hasTopic || tellsAny || weakHead != nil }

    /// Neither a noun nor anything that the grammar does not know stands there.
    var isWithoutName: Bool { !names && blocker == nil && !hasUnknownTail && !hasUnknownLead && !otherUnit && otherPeriod == nil }

    /// Named by a noun that says little, and nothing else.
    var isWeaklyNamed: Bool { weakHead != nil && !hasTopic && !tellsAny }

    /// Nothing but words that say nothing stand there.
    var isEmpty: Bool {
        let isPlain = !isAmong && !isEach && !isRespective && !isNegated && !isContents && !isOpen && !hasManner && !ownUnit && !otherUnit
        return isBare && isPlain && qualifier == nil && otherPeriod == nil && plan == nil
    }

    /// Whether it says plainly what a total behind it counts: nothing about parts, other times or units, and no claim about what was counted before.
    var announcesTotal: Bool { tellsAny && isPlainlyNamed }

    /// 主要为予以公开（9件）: the same, be it one of some.
    var isOpenTotal: Bool {
        var plain = self
        plain.isOpen = false
        return plain.announcesTotal
    }

    /// 均计入其他处理，共12件: how all that was counted ended is what a total behind it counts.
    var announcesAll: Bool {
        var plain = self
        plain.isEach = false
        return isEach && plain.announcesTotal
    }

    /// What was done with all joined nouns alike.
    func sharedActs(_ acts: DimensionMask) -> Features {
        var shared = features
        for item in items { shared.clear(item.conflicts(with: features).union(item.told.complement)) }
        shared.clear(acts.complement)
        return shared
    }

    /// Whether a noun that says little stands there, and nothing else that says anything (按申请渠道).
    var leadsByNounAlone: Bool { isWeaklyNamed && isPlainlyNamed && !hasUnknownLead && !hasManner && !hasVerb }

    /// Whether all that stands there is named plainly, so that it may lead what follows (自然人方面).
    var isLead: Bool { isPlainlyNamed && !hasUnknownLead }

    /// The same of what may be named by a noun that says little (申请数量呈下降趋势，全年53件).
    var isPlainlyNamed: Bool {
        let isPlain =
            !isNegated && (!isEach || hasTopic) && !isAmong && !isContents && !isOpen && !hasUnknownTail && !isHeadModified
            && !isVerbModified
        return isPlain && names && items.isEmpty && blocker == nil && part == nil && plan == nil && otherPeriod == nil && !otherUnit
    }

    /// What is named as an example of what comes behind it (档案等行政查询事项) says nothing.
    mutating func forgetExamples() {
        blocker = nil
        isBlockerAside = false
        isOpen = false
        if !isPartVerb { part = nil }
        hasUnknownItem = false
        hasUnknownLead = false
        isVerbModified = false
        first = .none
    }
}
