import AuditModel

/// Reads the numbers of one paragraph, clause by clause, handing on what later clauses inherit: the topic, the flow of the last whole, a blocker.
struct ClauseReader {
    /// What a clause hands on.
    struct Frame {
        var features: CompiledGrammar.Features
        var blocker: String?
        var part: String?
        var qualifier: String?
        var otherPeriod: String?
        var isAmong = false
        var isOpen = false
        var isDistributed = false
    }

    private let reader: MentionReader
    private let grammar: CompiledGrammar
    private let text: ScalarText
    private let reportingYear: Int?
    private let context: CompiledGrammar.Features
    private let topic: Int
    private(set) var counts: [Count] = []
    private(set) var otherNumbers: [String: Int] = [:]
    private(set) var frame: Frame
    private var sentence = 0
    private var segment = 0
    private var group: Int?
    private var groupCount = 0

    /// `context`: what section and headings tell; `inherited`: the frame of the paragraph before, when this one goes on with it.
    init(
        _ text: ScalarText, grammar: CompiledGrammar, ownNames: [[UInt32]], reportingYear: Int?, context: CompiledGrammar.Features,
        inherited: Frame?
    ) {
        self.text = text
        self.grammar = grammar
        self.reportingYear = reportingYear
        self.context = context
        reader = MentionReader(grammar: grammar, text: text, ownNames: ownNames)
        topic = grammar.topicDimension
        frame = inherited ?? Frame(features: context)
    }

    mutating func read() {
        let tokens = ClauseTokenizer.tokens(of: text, by: grammar)
        read(tokens[...])
    }

    /// Reads a run of tokens; brackets within are read with a copy of the frame where they stand.
    private mutating func read(_ tokens: ArraySlice<ClauseToken>) {
        var clause: [ClauseToken] = []
        var brackets: [(after: Int, tokens: ArraySlice<ClauseToken>)] = []
        var clauseStart = tokens.first?.start ?? 0
        var titleDepth = 0
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            index += 1
            switch token.kind {
            case .titleOpen: titleDepth += 1
            case .titleClose: titleDepth = max(0, titleDepth - 1)
            case .stop:
                finish(&clause, &brackets, from: clauseStart, to: token.start)
                titleDepth = 0
                endSentence()
                clauseStart = token.end
            case .semicolon:
                finish(&clause, &brackets, from: clauseStart, to: token.start)
                segment += 1
                clauseStart = token.end
            case .comma, .colon:
                finish(&clause, &brackets, from: clauseStart, to: token.start)
                clauseStart = token.end
            case .open where titleDepth == 0:
                let end = closing(tokens, from: index)
                brackets.append((clause.count, tokens[index..<end]))
                index = min(end + 1, tokens.endIndex)
            case .number(let number) where titleDepth > 0:
                otherNumbers[number.otherReason ?? "title", default: 0] += 1
            case .word where titleDepth > 0: break
            default: clause.append(token)
            }
        }
        finish(&clause, &brackets, from: clauseStart, to: tokens.last?.end ?? clauseStart)
    }

    /// The index of the bracket that closes the one before `start`, or the end of the sentence.
    private func closing(_ tokens: ArraySlice<ClauseToken>, from start: Int) -> Int {
        var depth = 1
        for index in start..<tokens.endIndex {
            switch tokens[index].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return tokens.endIndex
    }

    private mutating func endSentence() {
        sentence += 1
        segment = 0
        frame.isAmong = false
        frame.isOpen = false
        frame.isDistributed = false
        frame.otherPeriod = nil
        frame.part = nil
        frame.qualifier = nil
    }

    private mutating func finish(
        _ clause: inout [ClauseToken], _ brackets: inout [(after: Int, tokens: ArraySlice<ClauseToken>)], from start: Int, to end: Int
    ) {
        defer {
            clause = []
            brackets = []
        }
        let before = frame
        var states: [(position: Int, frame: Frame)] = []
        let numbers = clause.indices.filter { if case .number = clause[$0].kind { true } else { false } }
        let figures = numbers.filter { if case .number(let number) = clause[$0].kind { number.otherReason == nil } else { false } }
        notePeriod(clause)
        for index in numbers where !figures.contains(index) {
            if case .number(let number) = clause[index].kind, let reason = number.otherReason { otherNumbers[reason, default: 0] += 1 }
        }
        if figures.isEmpty {
            let all = reader.mention(clause[...], atClauseStart: true)
            readZero(clause, quote: start..<end)
            inherit(all)
        } else {
            readNumbers(clause, at: figures, from: start, to: end, states: &states)
        }
        guard !brackets.isEmpty, group == nil else { return }
        let after = frame
        for bracket in brackets {
            frame = states.last { $0.position < bracket.after }?.frame ?? (states.isEmpty ? after : before)
            group = groupCount
            groupCount += 1
            read(bracket.tokens)
            group = nil
        }
        frame = after
    }

    // MARK: Inheritance

    /// A year that is not the reporting year, before anything that is counted, puts the rest of the sentence into that year.
    private mutating func notePeriod(_ clause: [ClauseToken]) {
        for (index, token) in clause.enumerated() {
            switch token.kind {
            case .number(let number):
                guard number.otherReason == ReasonID.year else {
                    if number.otherReason == nil { return }
                    continue
                }
                guard let reportingYear, number.value >= Quantity(1980), number.value <= Quantity(2100),
                    index == 0 || !isFeature(clause[index - 1])
                else { continue }
                frame.otherPeriod = number.value == Quantity(reportingYear) ? nil : ReasonID.otherYear
            case .word: if isFeature(token) { return }
            default: break
            }
        }
    }

    private func isFeature(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind else { return false }
        switch grammar.roles[number] {
        case .feature, .head, .part: return true
        default: return false
        }
    }

    /// Takes over what a clause without numbers says for those that follow.
    private mutating func inherit(_ mention: Mention) {
        if mention.isAmong { frame.isAmong = true }
        if mention.isOpen { frame.isOpen = true }
        if mention.isRespective { frame.isDistributed = true }
        if let reason = mention.otherPeriod { frame.otherPeriod = reason }
        if let blocker = mention.blocker {
            frame.blocker = blocker
            frame.features = grammar.none
        } else if mention.heads.count == 1 {
            frame.blocker = nil
            frame.features = mention.heads[0]
            reader.merge(mention.features, into: &frame.features)
            frame.part = mention.part
            frame.qualifier = mention.qualifier
        } else if mention.tellsAny, !mention.isNegated {
            var features = frame.features
            reader.merge(mention.features, into: &features)
            frame.features = features
            if mention.part != nil { frame.part = mention.part }
        }
        if mention.otherUnit { frame.part = ReasonID.otherUnit }
    }

    // MARK: Numbers

    private mutating func readNumbers(
        _ clause: [ClauseToken], at figures: [Int], from start: Int, to end: Int, states: inout [(position: Int, frame: Frame)]
    ) {
        var leftStart = 0
        var respective: [CompiledGrammar.Features] = []
        var listMention: Mention?
        for (order, index) in figures.enumerated() {
            guard case .number(let number) = clause[index].kind else { continue }
            let isLast = order + 1 == figures.count
            let next = isLast ? clause.count : figures[order + 1]
            var left = reader.mention(clause[leftStart..<index], atClauseStart: leftStart == 0)
            let leftHead = left.hasHead || left.tellsAny
            let rightEnd = isLast ? clause.count : split(clause, from: index + 1, to: next, isNounFirst: leftHead)
            let right = reader.mention(clause[index + 1..<rightEnd], atClauseStart: false)
            let quoteStart = leftStart == 0 ? start : clause[leftStart].start
            let quoteEnd = isLast ? end : max(clause[rightEnd - 1].end, clause[index].end)
            if left.isRespective {
                respective = left.items.count == figures.count ? left.items : []
                frame.isDistributed = true
            }
            if !respective.isEmpty {
                // Each number takes its own item; what the items have in common stays with all of them.
                var shared = left
                if order > 0, let list = listMention { shared = list }
                shared.features = respective[order]
                shared.heads = []
                shared.alternatives = []
                if order == 0 { listMention = shared }
                left = shared
            }
            add(number, left: left, right: right, quote: quoteStart..<quoteEnd, isLast: isLast)
            states.append((index, frame))
            leftStart = rightEnd
            while leftStart < next, case .listComma = clause[leftStart].kind { leftStart += 1 }
        }
    }

    /// Where the words between two numbers of a clause part: at the `、`, at 其中, else all go to the number whose noun they are.
    private func split(_ clause: [ClauseToken], from start: Int, to end: Int, isNounFirst: Bool) -> Int {
        for index in start..<end {
            if case .listComma = clause[index].kind { return index }
            if case .word(let number) = clause[index].kind {
                switch grammar.roles[number] {
                case .among, .connector: return index
                default: break
                }
            }
        }
        if isNounFirst { return start }
        // Two nouns: the second belongs to the second number, with the verb before it (3件申请案件收取信息处理费2230元).
        var hasNoun = false
        for index in start..<end {
            guard case .word(let number) = clause[index].kind else { continue }
            switch grammar.roles[number] {
            case .head, .weakHead, .blocker: hasNoun = true
            case .occurrence, .feature: if hasNoun { return index }
            default: break
            }
        }
        return end
    }

    private mutating func add(_ number: NumberToken, left: Mention, right: Mention, quote: Range<Int>, isLast: Bool) {
        if left.isAmong { frame.isAmong = true }
        if left.isOpen || right.isOpen { frame.isOpen = true }
        let said = combined(left, right)
        let factor = number.measure?.factor ?? Quantity(1)
        guard let value = number.value.multiplied(by: factor) else {
            otherNumbers[ReasonID.tooLong, default: 0] += 1
            return
        }
        if said.isEach, said.heads.count > 1 {
            // 各, 均为: the number holds for each of the nouns.
            for head in said.heads {
                var one = said
                one.heads = [head]
                append(number, value: value, said: one, left: left, right: right, quote: quote, isLast: isLast)
            }
        } else {
            append(number, value: value, said: said, left: left, right: right, quote: quote, isLast: isLast)
        }
    }

    private mutating func append(
        _ number: NumberToken, value: Quantity, said: Mention, left: Mention, right: Mention, quote: Range<Int>, isLast: Bool
    ) {
        let resolved = resolve(said)
        var obstacle = said.blocker ?? resolved.obstacle
        let isNounBehind = !left.hasHead && !left.tellsAny && left.weakHead == nil
        if isNounBehind ? right.hasUnknownLead && (right.hasHead || right.tellsAny) : left.hasUnknownTail {
            obstacle = obstacle ?? ReasonID.unknownNoun
        }
        if isNounBehind, !grammar.exclusive.contains(where: { resolved.features[$0] != 0 }) { obstacle = obstacle ?? ReasonID.noAct }
        if said.isNegated { obstacle = obstacle ?? ReasonID.negated }
        if number.isInexact { obstacle = ReasonID.inexact }
        if number.measure == nil, !(right.isBare && isLast && (left.hasHead || left.tellsAny)) { obstacle = obstacle ?? ReasonID.noMeasure }
        counts.append(
            Count(
                value: value, token: number, range: number.start..<number.end, quote: quote, features: resolved.features,
                joined: resolved.joined,
                alternatives: resolved.alternatives, own: said.ownFeatures(grammar), obstacle: obstacle,
                qualifier: said.qualifier ?? (said.heads.isEmpty ? frame.qualifier : nil), isZeroByWords: false, sentence: sentence,
                isAmong: frame.isAmong, isDistributed: frame.isDistributed || group != nil, isOpen: frame.isOpen,
                isBareTotal: left.isTotal && left.isBare && left.heads.isEmpty, group: group, segment: segment))
        hand(on: said, resolved: resolved.features)
    }

    /// What is told before and behind a number. What stands before it comes first: words behind it only fill in what is not told, and a verb behind it
    /// counts only when none stands before (收到12件已办结 states what was received).
    private func combined(_ left: Mention, _ right: Mention) -> Mention {
        var said = left
        if !left.hasHead {
            if right.hasHead {
                said.heads = right.heads
                said.blocker = right.blocker
            }
            said.weakHead = left.weakHead ?? right.weakHead
            said.isWeakHeadModified = left.weakHead == nil ? right.isWeakHeadModified : left.isWeakHeadModified
        }
        let leftActs = grammar.exclusive.contains { left.tells($0) }
        if !right.isEach {
            for (dimension, value) in right.features.enumerated() where value != 0 && said.features[dimension] == 0 {
                if leftActs, grammar.exclusive.contains(dimension) { continue }
                said.features[dimension] = value
            }
        }
        // 结转1件至下年度: what stands right behind the number makes the verb before it precise.
        for (dimension, value) in (right.first ?? grammar.none).enumerated() where value != 0 && left.tells(dimension) {
            said.features[dimension] = value
        }
        if !left.hasHead, !leftActs { said.alternatives += right.alternatives }
        said.part = left.part ?? (right.isTotal ? nil : right.part)
        said.qualifier = left.qualifier ?? right.qualifier
        if left.otherPeriod == nil { said.otherPeriod = right.otherPeriod }
        return said
    }

    /// The features with what is inherited, and why the number can't be bound, if so.
    private func resolve(_ said: Mention) -> (
        features: CompiledGrammar.Features, joined: [CompiledGrammar.Features], alternatives: [CompiledGrammar.Features], obstacle: String?
    ) {
        var own = said.features
        for (dimension, value) in said.features.enumerated() where value != 0 {
            for (other, implied) in grammar.implied[dimension].enumerated() where implied != 0 && own[other] == 0 { own[other] = implied }
        }
        var obstacle: String?
        var features = own
        if let head = said.heads.last {
            reader.merge(head, into: &features)
        } else if let weak = said.weakHead, frame.blocker == nil {
            let inherited = frame.features[topic] != 0 ? frame.features[topic] : context[topic]
            if features[topic] == 0 { features[topic] = inherited != 0 ? inherited : weak[topic] }
            if said.isWeakHeadModified { obstacle = ReasonID.unknownNoun }
        }
        if features[topic] == 0 {
            if let blocker = frame.blocker { obstacle = blocker }
            features[topic] = frame.features[topic] != 0 ? frame.features[topic] : context[topic]
        }
        let tellsOwn = said.tellsAny || !said.heads.isEmpty || said.weakHead != nil
        // Parts take the verb of their whole; a number with a verb of its own does not.
        if !grammar.exclusive.contains(where: { features[$0] != 0 }), features[topic] == frame.features[topic] {
            for dimension in features.indices where features[dimension] == 0 && frame.features[dimension] != 0 && said.heads.isEmpty {
                features[dimension] = frame.features[dimension]
            }
        }
        for dimension in grammar.tracks where features[dimension] == 0 && features[topic] == frame.features[topic] && said.heads.isEmpty {
            features[dimension] = frame.features[dimension]
        }
        if let part = said.part ?? (said.heads.isEmpty ? frame.part : nil) { obstacle = obstacle ?? part }
        if said.otherUnit { obstacle = obstacle ?? ReasonID.otherUnit }
        if let period = said.otherPeriod ?? frame.otherPeriod { obstacle = obstacle ?? period }
        if !tellsOwn { obstacle = obstacle ?? ReasonID.noFeature }
        if features[topic] == 0 { obstacle = obstacle ?? ReasonID.noTopic }
        let joined = said.heads.dropLast().map { head in
            var features = own
            reader.merge(head, into: &features)
            return features
        }
        let alternatives = said.alternatives.map { alternative in
            var merged = features
            reader.merge(alternative, into: &merged)
            return merged
        }
        return (features, joined, alternatives, obstacle)
    }

    /// A number with a noun or a verb of its own becomes the whole that the following parts refer to.
    private mutating func hand(on said: Mention, resolved: CompiledGrammar.Features) {
        if let blocker = said.blocker {
            frame.blocker = blocker
            frame.features = grammar.none
            frame.part = nil
            frame.qualifier = nil
            return
        }
        let acts = grammar.exclusive.contains { said.tells($0) }
        guard !said.heads.isEmpty || (acts && !frame.isAmong) else { return }
        frame.blocker = nil
        frame.features = resolved
        for dimension in grammar.partDimensions { frame.features[dimension] = 0 }
        if !said.heads.isEmpty || said.part != nil { frame.part = said.part }
        if said.otherUnit { frame.part = ReasonID.otherUnit }
        if !said.heads.isEmpty { frame.qualifier = said.qualifier }
    }

    // MARK: Zeros by words

    /// 未收到…申请, 没有行政复议, 行政诉讼均未发生: 0 for each noun that is denied.
    private mutating func readZero(_ clause: [ClauseToken], quote: Range<Int>) {
        guard let negator = clause.lastIndex(where: { isRole($0) { if case .negator = $0 { true } else { false } } }) else { return }
        let behind = clause[(negator + 1)...]
        guard startsDenial(behind) else { return }
        var mention = reader.mention(behind, atClauseStart: false)
        var first = negator
        let denied = denies(mention)
        if !denied {
            // The nouns stand before: nothing but verbs of occurrence may follow.
            guard behind.allSatisfy(isPlain) else { return }
            let before = reader.mention(clause[..<negator], atClauseStart: true)
            guard denies(before) else { return }
            mention = before
            first = clause.startIndex
        } else {
            let before = reader.mention(clause[..<negator], atClauseStart: true)
            if before.otherUnit { mention.otherUnit = true }
            mention.part = mention.part ?? before.part
            mention.qualifier = mention.qualifier ?? before.qualifier
            mention.otherPeriod = mention.otherPeriod ?? before.otherPeriod
        }
        guard mention.blocker == nil else { return }
        let heads = mention.heads.isEmpty ? [nil] : mention.heads.map(Optional.some)
        for head in heads {
            var said = mention
            said.heads = head.map { [$0] } ?? []
            let resolved = resolve(said)
            let range = clause[first].start..<(clause.last?.end ?? clause[first].end)
            counts.append(
                Count(
                    value: .zero, token: nil, range: range, quote: quote, features: resolved.features, alternatives: resolved.alternatives,
                    own: said.ownFeatures(grammar), obstacle: resolved.obstacle, qualifier: said.qualifier, isZeroByWords: true,
                    sentence: sentence, isAmong: frame.isAmong, isDistributed: false, isOpen: false, isBareTotal: false, group: group,
                    segment: segment))
        }
    }

    private func denies(_ mention: Mention) -> Bool {
        !mention.heads.isEmpty || mention.weakHead != nil
            || mention.features.indices.contains { mention.features[$0] != 0 && grammar.implied[$0].contains { $0 != 0 } }
            || grammar.acts.contains { mention.tells($0) }
    }

    /// What may follow a negator at once: a verb, a noun of the grammar, or a phrase that modifies it. Anything unknown (未完善) denies something else.
    private func startsDenial(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        for token in tokens {
            guard case .word(let number) = token.kind else { return false }
            switch grammar.roles[number] {
            case .feature, .head, .weakHead, .occurrence, .modifierOpen, .modifierClose: return true
            case .neutral, .ownSubject, .qualifier, .part, .connector: continue
            default: return false
            }
        }
        return tokens.isEmpty
    }

    private func isPlain(_ token: ClauseToken) -> Bool {
        isRole(token) {
            switch $0 {
            case .occurrence, .neutral, .feature: true
            default: false
            }
        }
    }

    private func isRole(_ token: ClauseToken, _ test: (CompiledGrammar.Role) -> Bool) -> Bool {
        if case .word(let number) = token.kind { test(grammar.roles[number]) } else { false }
    }
}

extension Mention {
    /// All that the words themselves tell, nouns included.
    func ownFeatures(_ grammar: CompiledGrammar) -> CompiledGrammar.Features {
        var own = features
        for (dimension, value) in (heads.last ?? grammar.none).enumerated() where value != 0 { own[dimension] = value }
        return own
    }
}
