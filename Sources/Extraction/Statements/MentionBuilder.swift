/// Puts a mention together word by word.
struct MentionBuilder {
    let grammar: CompiledGrammar
    private var mention = Mention()
    /// What the joined words before the last connector tell, each by itself.
    private var items: [Features] = []
    /// What the words since then tell, without the noun.
    private var told = Features.none
    /// The features of the last noun since then.
    private var head = Features.none
    /// For dimensions in which a group's name came after one of its members (本机关不掌握…无法提供): the group.
    private var groups = Features.none
    private var isJoined = false
    private var joinedParts = 0
    private var isThrough = false
    private var hasTold = false
    /// 等 stands behind ways of deciding or applicants.
    private var isListOpen = false
    /// What is not the form's is named among ways (当面、信件等).
    private var isBlockerPart = false
    /// Characters that the grammar does not know stand behind a part, not joined to it: what comes then is no list of parts.
    private var isPartBehind = false

    /// The noun right behind a number is what is counted, whatever stands apart from it (配合新制发的12件规范性文件推出解读).
    private var isHeadKept = false

    init(grammar: CompiledGrammar) { self.grammar = grammar }

    // MARK: Words

    /// `isModified`: characters that the grammar does not know stand right before the word.
    /// `isAttributive`: 的 and a noun stand behind it, so that a verb before it is what was done (废止以政府名义印发的文件).
    /// `turned`: what it tells in place of its own features.
    mutating func addVerb(
        _ role: CompiledGrammar.Role, turned: Features?, isFirst: Bool, isModified: Bool, isOwnVerb: Bool, isAttributive: Bool
    ) {
        switch role {
        case .feature(let number):
            var features = turned ?? grammar.featureSets[Int(number)]
            if isAttributive, !isJoined, features[grammar.topicDimension] == 0 {
                features.clear(told.conflicts(with: features).intersection(grammar.acts))
            }
            if isFirst { mention.first = features }
            if isModified, !hasTold, features[grammar.topicDimension] == 0, features.tells(grammar.acts) { mention.isVerbModified = true }
            tell(features, isOwnVerb: isOwnVerb)
        case .weakFeature(let number):
            if isModified, !hasTold { mention.isVerbModified = true }
            tellWeakly(grammar.featureSets[Int(number)])
        default: break
        }
    }

    mutating func noteVerbTopic() { mention.isVerbTopic = true }

    mutating func add(_ role: CompiledGrammar.Role) {
        switch role {
        case .blocker(let reason): block(reason)
        case .connector: join()
        case .total:
            mention.isTotal = true
            // 网络、信函共12件 is the whole again; 网上申请共12件 is not.
            if joinedParts > 1, !mention.isAmong { mention.part = nil }
        case .among: mention.isAmong = true
        case .including:
            if opensParts { mention.isAmong = true }
            mention.isExemplary = true
            open()
        case .comprising:
            if opensParts { mention.isAmong = true }
            open()
        case .respectively: split()
        case .each: mention.isEach = true
        case .open:
            mention.isExemplary = true
            open()
        case .negator: mention.isNegated = true
        case .manner: mention.hasManner = true
        case .contents: mention.isContents = true
        case .through: isThrough = true
        case .part(let reason): addPart(reason, isVerb: false)
        case .otherAct(let reason): addPart(reason, isVerb: true)
        case .qualifier(let reason): mention.qualifier = reason
        case .otherPeriod(let reason):
            mention.otherPeriod = reason
            addPeriod(reason)
        case .unrelated(let reason): mention.unrelated = reason
        case .former: refer(to: 0)
        case .latter: refer(to: 1)
        case .plan(let reason): mention.plan = reason
        case .ownPeriod, .wholePeriod:
            if case .wholePeriod = role {} else { mention.namesOwnPeriod = true }
            mention.isOwnPeriod = true
            addPeriod(nil)
        case .ownSubject: noteSubject(isOther: false)
        case .numberLabel: mention.isBare = false
        case .apart: addUnknown()
        case .verb:
            mention.hasVerb = true
            addUnknown()
        case .feature, .weakFeature, .head, .weakHead, .measure, .multiplier, .occurrence, .approximate, .approximateBehind,
            .notCountBefore, .notCountAfter, .modifierOpen, .modifierClose, .excluding, .unitSuffix, .predicate, .absence, .arrival,
            .makingUp, .remaining, .people, .neutral:
            break
        }
    }

    /// 一件申请中包含多项内容的12件: behind other words 包含 opens no list of parts; behind 后者 it does.
    private var opensParts: Bool { mention.isBare || mention.reference == 1 && !hasTold && !mention.hasUnknownLead }

    /// `isDescribed`: 的 stands before it (涉及住房的规范性文件: what comes before tells what it is about). `isFirst`: it opens its tokens.
    mutating func addNoun(_ role: CompiledGrammar.Role, isModified: Bool, isDescribed: Bool, isFirst: Bool) {
        if isDescribed { mention.isContents = false }
        if isFirst { isHeadKept = true }
        beginTelling(afterOpenList: true)
        switch role {
        case .head(let number):
            let features = grammar.featureSets[Int(number)]
            if mention.blocker != nil {
                mention.isBlockerJoined = isJoined
                if !isJoined { mention.blocker = nil }
            }
            if features.tells(grammar.acts), mention.hasTopic, !isJoined {
                // 行政事业性收费实收: a noun made of a verb is that verb behind another.
                told.fill(features, in: grammar.acts)
                break
            }
            head = features
            mention.isActHead = features.tells(grammar.acts) && mention.weakHead == nil
            mention.hasTopic = true
            mention.weakHead = nil
            mention.isHeadModified = isModified
        case .weakHead(let number):
            guard !mention.hasTopic || isJoined else { break }
            mention.weakHead = grammar.featureSets[Int(number)]
            mention.isHeadModified = isModified
        default: break
        }
        isJoined = false
    }

    mutating func join() {
        isJoined = true
        let item = combined
        if !item.isEmpty {
            items.append(item)
            told = .none
            head = .none
        }
    }

    mutating func addUnknown() {
        if !isJoined, mention.part != nil { isPartBehind = true }
        if !hasTold, mention.blocker == nil { mention.hasUnknownLead = true }
        if isJoined, !items.isEmpty, combined.isEmpty {
            // 公益组织、其他: an item of the list that is not known, beside others that are.
            mention.hasUnknownItem = true
        } else {
            mention.hasUnknownTail = true
        }
        mention.isBare = false
    }

    /// 上年和本年: times that are joined belong together.
    private mutating func addPeriod(_ period: ReasonID?) {
        if !isJoined || mention.periods.isEmpty { mention.periods = [] }
        mention.periods.append(period)
    }

    private mutating func refer(to place: Int) {
        mention.reference = place
        mention.isBare = false
    }

    /// 等 stands right before a word that tells the kind of what is listed (档案等行政查询事项): what is not the form's is an example of it.
    mutating func exemplify() {
        guard mention.blocker != nil || mention.hasUnknownItem else { return }
        mention.forgetExamples()
        items = []
        told = .none
        head = .none
        isListOpen = false
    }

    /// A result that stands apart from a noun that is not the form's is told of what the sentence is about (就同一信息再次申请而不予处理).
    mutating func release(by features: Features) {
        guard mention.blocker != nil, !mention.isBlockerJoined, features.tells(grammar.partMask.intersection(grammar.exclusive)) else {
            return
        }
        mention.blocker = nil
        mention.isBlockerAside = false
        mention.isNegated = false
    }

    /// The verb told last leads into this year (结转到本年): no time before it is that of the number.
    mutating func enterOwnPeriod() {
        mention.otherPeriod = nil
        mention.entersOwnPeriod = true
    }

    mutating func noteUnit() {
        if !hasTold { mention.hasUnit = true }
        mention.hasUnknownTail = false
        mention.isBare = false
    }

    /// The name that ends here is the clause's subject: what its words seem to tell is part of the name.
    mutating func noteSubject(isOther: Bool) {
        mention.otherUnit = isOther
        mention.ownUnit = !isOther
        mention.hasUnknownLead = false
        mention.isVerbModified = false
        mention.hasUnknownTail = false
        if !hasTold { mention.blocker = nil }
    }

    /// Goes back to what was told before a modifier (因…引起的), save what it says of the sentence.
    mutating func restore(_ before: MentionBuilder) {
        let flags = mention
        self = before
        mention.isAmong = flags.isAmong
        mention.isNegated = flags.isNegated
        mention.unrelated = flags.unrelated
    }

    // MARK: What words tell

    var combined: Features {
        var features = told
        features.merge(head)
        return features
    }

    /// A word that tells something: what was unknown before it does not come last, and means end.
    private mutating func beginTelling(afterOpenList: Bool) {
        mention.hasUnknownTail = false
        mention.isBare = false
        hasTold = true
        isThrough = false
        guard isListOpen else { return }
        isListOpen = false
        guard afterOpenList else { return }
        // 予以公开、不予公开等方式答复: a list that is left open names examples of the whole.
        told.clear(grammar.partMask)
        groups.clear(grammar.partMask)
        items.removeAll { $0.tells(grammar.partMask) }
    }

    /// `isOwnVerb`: the word is no modifier (废止的).
    private mutating func tell(_ features: Features, isOwnVerb: Bool) {
        let wasListOpen = isListOpen
        beginTelling(afterOpenList: features.tells(grammar.acts))
        var features = features
        if !told.tells(grammar.partMask), head.isEmpty, items.count == 1, isGroup(features, of: items[0]) {
            // 属于过程性信息、(答复)不予公开: the group behind its only member says again what became of it.
            told.merge(items.removeLast())
            isJoined = false
        }
        let conflicts = told.conflicts(with: features)
        if !conflicts.isEmpty {
            for dimension in 0..<grammar.implied.count where conflicts.contains(dimension) {
                guard grammar.isGroup(features[dimension], of: told[dimension], in: dimension) else { continue }
                let isSeveral = items.contains {
                    $0[dimension] != told[dimension] && grammar.isGroup(features[dimension], of: $0[dimension], in: dimension)
                }
                if !isJoined, isSeveral, wasListOpen {
                    // 信息不存在、需另行制作等无法提供: what is counted is the group of all those named.
                    items = []
                } else {
                    // 因信息不存在无法提供: what is counted is the member, or the group, for which it may be the main reason. Of several members that
                    // no 等 leaves open (以国家秘密、个人隐私为由不予公开) it is their sum, or the group.
                    groups[dimension] = features[dimension]
                    features[dimension] = 0
                }
            }
        }
        if mention.isPartVerb, features.tells(grammar.partMask) || isOwnVerb && features.tells(grammar.acts) {
            // 审查后予以公开, 清理中废止: how it ended, or the last verb, takes the place of the verb before.
            mention.part = nil
            mention.isPartVerb = false
        }
        if mention.blocker != nil, !mention.isBlockerJoined, features.tells(grammar.partMask.intersection(grammar.exclusive)) {
            mention.isResultBehindBlocker = true
        }
        told.merge(features)
        isJoined = false
    }

    private mutating func tellWeakly(_ features: Features) {
        let isTold = combined.tells(features.told) || (!isJoined && items.contains { $0.tells(features.told) })
        beginTelling(afterOpenList: true)
        if !isTold {
            told.fill(features)
        }
        isJoined = false
    }

    private mutating func block(_ reason: ReasonID) {
        if isHeadKept, mention.hasUnknownTail, !isJoined { return }
        mention.hasUnknownTail = false
        mention.isBare = false
        if isThrough {
            mention.part = reason
            mention.blocker = reason
            mention.isBlockerAside = true
            return
        }
        if isJoined {
            isBlockerPart = mention.part != nil && mention.blocker == nil
            mention.isBlockerJoined = mention.hasTopic
        } else {
            mention.registered = grammar.registers(reason) ? head[grammar.topicDimension] : 0
            head = .none
            mention.hasTopic = items.contains { $0[grammar.topicDimension] != 0 }
        }
        mention.blocker = reason
        mention.isResultBehindBlocker = false
        mention.isBlockerAside = mention.isContents
        mention.weakHead = nil
        isJoined = false
    }

    private mutating func addPart(_ reason: ReasonID, isVerb: Bool) {
        mention.isBare = false
        // 制定并公布: the verb before it says what is counted.
        if isJoined, !items.isEmpty, items[items.count - 1].tells(grammar.acts), combined.isEmpty {
            told = items.removeLast()
            isJoined = false
            return
        }
        joinedParts = isJoined && mention.part != nil ? joinedParts + 1 : 1
        isPartBehind = false
        mention.part = reason
        mention.isPartVerb = isVerb
        isJoined = false
    }

    private mutating func open() {
        let isOfParts = mention.part != nil && !isPartBehind && !mention.isPartVerb
        // 以信函、当面等方式提出的申请: all ways together, by whatever names, leave nothing open.
        if !isOfParts || mention.isAmong { mention.isOpen = true }
        // 审理土地征收等: the list that is left open is not one of parts.
        if !isPartBehind { mention.part = nil }
        if isOfParts { mention.hasUnknownItem = false }
        if isThrough || isOfParts && isBlockerPart { mention.blocker = nil }
        isListOpen = told.tells(grammar.partMask)
    }

    private mutating func split() {
        mention.isRespective = true
        guard mention.respectiveItems.isEmpty else { return }
        join()
        mention.respectiveItems = distributed(items)
        // 各季度办结量依次为3件、5件: one noun is that of all.
        if items.count == 1 { told.merge(items[0]) }
        items = []
        isJoined = false
    }

    // MARK: The whole

    mutating func finish() -> Mention {
        var all = items
        let last = combined
        if !last.isEmpty { all.append(last) }
        mention.isListOpen = isListOpen
        mention.features = all.reduce(into: .none) { $0.merge($1) }
        if mention.hasTopic, let topic = all.last(where: { $0[grammar.topicDimension] != 0 })?[grammar.topicDimension] {
            mention.features[grammar.topicDimension] = topic
        }
        if all.count > 1 { join(all) }
        if !groups.isEmpty {
            var group = mention.features
            group.merge(groups)
            mention.alternatives.append(group)
        }
        return mention
    }

    private mutating func join(_ all: [Features]) {
        let varying = varying(all)
        guard !varying.isEmpty else {
            mention.items = ofDifferentKinds(all, told: mention.features)
            mention.alternatives = Array(mention.items.dropLast())
            return
        }
        if !mention.isEach, let sum = grammar.sum(of: all, differingIn: varying) {
            // 新收和上年结转: both together, or, where a number for each of them follows, each.
            mention.features[sum.dimension] = sum.value
            mention.alternatives = distributed(all)
            return
        }
        mention.items = distributed(all)
        if varying.contains(grammar.topicDimension) {
            // 受理行政复议、行政诉讼: what names none of the nouns is told of all of them.
            mention.items.removeAll { $0[grammar.topicDimension] == 0 }
        }
        mention.itemsAdd = !varying.intersection(grammar.partMask.union(grammar.topicMask)).isEmpty
        if !mention.itemsAdd { mention.alternatives = Array(mention.items.dropLast()) }
    }
}
