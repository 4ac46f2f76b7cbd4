import AuditModel

/// What one stretch of a clause says about a number near it.
struct Mention {
    typealias Features = CompiledGrammar.Features

    /// What is told in each dimension; of several words the last counts, since the noun that is counted comes last.
    var features: Features
    /// Other values of a dimension that are joined to the last one (受理、答复): each with all the features it stands for.
    var alternatives: [Features] = []
    /// The nouns that are counted: several only when they are joined (行政复议、行政诉讼).
    var heads: [Features] = []
    var weakHead: Features?
    /// Characters that the grammar does not know stand right before the weak head (低保申请): it may be another thing.
    var isWeakHeadModified = false
    /// What the very first word tells, where it tells something.
    var first: Features?
    var blocker: String?
    var part: String?
    var qualifier: String?
    var otherPeriod: String?
    var isAmong = false
    var isTotal = false
    var isRespective = false
    var isEach = false
    var isOpen = false
    var isNegated = false
    /// Somebody else's name at the start of the clause.
    var otherUnit = false
    /// For 分别: what stands before it, item by item.
    var items: [Features] = []
    /// True when nothing but 共, 其中 and words that say nothing stand there.
    var isBare = true
    /// Characters that the grammar does not know stand behind the last word that tells something. In Chinese the noun that is counted comes last, so
    /// they may name something else (行政处罚案卷).
    var hasUnknownTail = false
    /// Such characters stand before the first word that tells something.
    var hasUnknownLead = false

    init(_ grammar: CompiledGrammar) { features = grammar.none }

    var hasHead: Bool { !heads.isEmpty || blocker != nil }

    func tells(_ dimension: Int) -> Bool { features[dimension] != 0 }

    var tellsAny: Bool { features.contains { $0 != 0 } }
}

/// Reads mentions off tokens.
struct MentionReader {
    let grammar: CompiledGrammar
    let text: ScalarText
    let ownNames: [[UInt32]]

    /// What the tokens say. `atClauseStart`: the first of them opens its clause, so that a name there is the subject.
    func mention(_ tokens: ArraySlice<ClauseToken>, atClauseStart: Bool) -> Mention {
        var mention = Mention(grammar)
        var isJoined = false
        var beforeModifier: Mention?
        var isSubject = atClauseStart
        for (index, token) in zip(tokens.indices, tokens) {
            switch token.kind {
            case .word(let number):
                if tells(grammar.roles[number]) { mention.hasUnknownTail = false }
                switch grammar.roles[number] {
                case .feature(let features):
                    if index == tokens.startIndex { mention.first = features }
                    add(features, to: &mention, isJoined: isJoined)
                    isJoined = false
                case .head(let features):
                    addHead(features, to: &mention, isJoined: isJoined)
                    isJoined = false
                case .weakHead(let features):
                    if mention.heads.isEmpty || isJoined {
                        mention.weakHead = features
                        mention.isWeakHeadModified = isUnknown(before: index, in: tokens)
                    }
                    if mention.blocker != nil, isJoined { mention.blocker = nil }
                    mention.isBare = false
                case .blocker(let reason):
                    mention.blocker = reason
                    mention.heads = []
                    mention.weakHead = nil
                    mention.isBare = false
                case .connector: isJoined = true
                case .total:
                    mention.isTotal = true
                    if !mention.isAmong { mention.part = nil }
                case .among: mention.isAmong = true
                case .respectively: mention.isRespective = true
                case .each: mention.isEach = true
                case .open: mention.isOpen = true
                case .negator: mention.isNegated = true
                case .part(let reason):
                    mention.part = reason
                    mention.isBare = false
                case .qualifier(let reason): mention.qualifier = reason
                case .otherPeriod(let reason): mention.otherPeriod = reason
                case .modifierOpen: beforeModifier = mention
                case .modifierClose:
                    if let before = beforeModifier {
                        let flags = mention
                        mention = before
                        mention.isAmong = flags.isAmong
                        mention.isNegated = flags.isNegated
                        beforeModifier = nil
                    }
                case .unitSuffix:
                    if isSubject, isOtherUnit(endingAt: index, in: tokens) { mention.otherUnit = true }
                    mention.isBare = false
                case .ownSubject: mention.otherUnit = false
                case .occurrence, .neutral, .approximate, .measure, .multiplier, .notCountBefore, .notCountAfter: break
                }
                if !keepsSubject(grammar.roles[number]) { isSubject = false }
            case .listComma: isJoined = true
            case .unknown:
                if isBlank(token) { break }
                if !mention.tellsAny, !mention.hasHead, mention.weakHead == nil { mention.hasUnknownLead = true }
                mention.hasUnknownTail = true
                mention.isBare = false
            default: break
            }
            if mention.isRespective, mention.items.isEmpty { mention.items = items(tokens[tokens.startIndex..<index]) }
        }
        return mention
    }

    private func isUnknown(before index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        guard index > tokens.startIndex, case .unknown = tokens[index - 1].kind else { return false }
        return !isBlank(tokens[index - 1])
    }

    private func tells(_ role: CompiledGrammar.Role) -> Bool {
        switch role {
        case .feature, .head, .weakHead, .blocker, .unitSuffix: true
        default: false
        }
    }

    /// Blanks and quotation marks say nothing.
    private func isBlank(_ token: ClauseToken) -> Bool {
        text.scalars[token.start..<token.end].allSatisfy {
            NumeralScanner.isBlank($0) || (0x2018...0x201F).contains($0) || $0 == 0x2A || $0 == 0x09
        }
    }

    /// Words after which a name may still be the clause's subject.
    private func keepsSubject(_ role: CompiledGrammar.Role) -> Bool {
        switch role {
        case .among, .unitSuffix, .ownSubject, .otherPeriod, .open: true
        default: false
        }
    }

    private func add(_ features: Mention.Features, to mention: inout Mention, isJoined: Bool) {
        mention.isBare = false
        var replaces = false
        for (dimension, value) in features.enumerated()
        where value != 0 && mention.features[dimension] != 0 && mention.features[dimension] != value {
            replaces = true
        }
        if replaces, isJoined { mention.alternatives.append(mention.features) }
        if replaces, !isJoined { mention.alternatives = [] }
        merge(features, into: &mention.features)
    }

    private func addHead(_ features: Mention.Features, to mention: inout Mention, isJoined: Bool) {
        mention.isBare = false
        if !isJoined { mention.heads = [] }
        mention.blocker = nil
        mention.weakHead = nil
        if !mention.heads.contains(features) { mention.heads.append(features) }
    }

    func merge(_ features: Mention.Features, into target: inout Mention.Features) {
        for (dimension, value) in features.enumerated() where value != 0 { target[dimension] = value }
    }

    /// The features before 分别, item by item: `新收、结转分别为` has two.
    private func items(_ tokens: ArraySlice<ClauseToken>) -> [Mention.Features] {
        var items: [Mention.Features] = []
        var current = grammar.none
        func close() {
            if current.contains(where: { $0 != 0 }) { items.append(current) }
            current = grammar.none
        }
        for token in tokens {
            switch token.kind {
            case .listComma: close()
            case .word(let number):
                switch grammar.roles[number] {
                case .feature(let features), .head(let features): merge(features, into: &current)
                case .connector: close()
                default: break
                }
            default: break
            }
        }
        close()
        return items
    }

    /// Whether the name that ends with a unit's suffix is somebody else's. A name is the run of unknown characters and suffixes before it; without any
    /// unknown character it names nobody in particular (市, 区).
    private func isOtherUnit(endingAt index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        var start = index
        var hasName = false
        while start > tokens.startIndex {
            let previous = tokens[start - 1]
            guard previous.end == tokens[start].start else { break }
            if case .unknown = previous.kind {
                hasName = true
            } else if case .word(let number) = previous.kind, case .unitSuffix = grammar.roles[number] {
            } else {
                break
            }
            start -= 1
        }
        guard hasName else { return false }
        let name = text.scalars[tokens[start].start..<tokens[index].end]
        return !ownNames.contains { own in own.ends(with: name) || name.ends(with: own) || own.starts(with: name) || name.starts(with: own)
        }
    }
}

extension Collection where Element == UInt32, Self: BidirectionalCollection {
    fileprivate func ends(with suffix: some BidirectionalCollection<UInt32>) -> Bool {
        !suffix.isEmpty && count >= suffix.count && reversed().starts(with: suffix.reversed())
    }
}
