import AuditModel

extension ClauseReader {
    mutating func readNumbers(
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
        // 等 before a whole says nothing of its parts.
        if left.isOpen || right.isOpen, frame.isAmong || group != nil { frame.isOpen = true }
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
        if number.isInexact { obstacle = obstacle ?? ReasonID.inexact }
        if number.measure == nil, !(right.isBare && isLast && (left.hasHead || left.tellsAny)) { obstacle = obstacle ?? ReasonID.noMeasure }
        counts.append(
            Count(
                value: value, token: number, range: number.start..<number.end, quote: quote, features: resolved.features,
                joined: resolved.joined,
                alternatives: resolved.alternatives, own: said.ownFeatures(grammar), obstacle: obstacle,
                qualifier: said.qualifier ?? (said.heads.isEmpty || !grammar.exclusive.contains { said.tells($0) } ? frame.qualifier : nil),
                isZeroByWords: false, sentence: sentence,
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
    func resolve(_ said: Mention) -> (
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
        if !said.heads.isEmpty { frame.qualifier = said.qualifier ?? (acts ? nil : frame.qualifier) }
    }
}
