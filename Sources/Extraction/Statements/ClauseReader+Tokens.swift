import AuditModel

extension ClauseReader {
    /// 的
    func isParticle(_ token: ClauseToken) -> Bool { token.end == token.start + 1 && text.scalars[token.start] == 0x7684 }

    /// 中, 里
    static func isWithin(_ scalar: UInt32) -> Bool { scalar == 0x4E2D || scalar == 0x91CC }

    func endsWithParticle(_ token: ClauseToken) -> Bool { text.scalars[token.end - 1] == 0x7684 }

    /// What stands right before and behind a number, or before it, that leaves open what it is of.
    func look(_ clause: [ClauseToken], from start: Int, at index: Int, _ left: Mention) -> Count.Look {
        var look: Count.Look = left.ownUnit ? .own : []
        if let token = clause[start..<index].lastIndex(where: { $0.has(.remaining) }) {
            look.insert(token == index - 1 ? .remaining : .besides)
        }
        if isDated(clause[start..<index]) { look.insert(.dated) }
        if clause[index].end < text.scalars.count, text.scalars[clause[index].end] == 0x5DF2 { look.insert(.settled) }
        return look
    }

    /// 3月办结9件, 于3月9日受理: whether a month that is not the year's end stands before a number.
    private func isDated(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        tokens.contains { token in
            guard case .number(let number) = token.kind, case let number = numbers[Int(number)], number.end < text.scalars.count else {
                return false
            }
            return text.scalars[number.end] == 0x6708 && number.value <= Quantity(12)
        } && !tokens.contains { $0.has(.ownPeriod) }
    }

    /// 为上年的92.9%: whether a percentage tells how much of another time's something is, so that it is not of that time.
    /// Not where another time is told as well (上年收到的为前年的92.9%).
    func isShareOfPeriod(_ clause: [ClauseToken]) -> Bool {
        let periods = clause.indices.filter { index in
            if clause[index].has(.year) { return true }
            guard case .word(let number) = clause[index].kind, case .otherPeriod = grammar.roles[Int(number)] else { return false }
            return true
        }
        return periods.count == 1
            && periods.contains { index in
                guard case .word = clause[index].kind else { return false }
                let rest = clause[(index + 1)...]
                let next = rest.first.map(isParticle) ?? false ? rest.dropFirst().first : rest.first
                // “十三五”的五年间: nor is a number of years.
                guard case .number(let number)? = next?.kind, let claims = grammar.claims,
                    let sign = claims.trie.longestMatch(in: text.scalars, at: numbers[Int(number)].end)
                else { return false }
                return [.percent, .tenths].contains(claims.roles[sign.number])
            }
    }

    /// Whether what is counted is told by none of the words before a number: a day, units, or what stands behind it.
    func isOfOther(_ clause: [ClauseToken], from start: Int, at index: Int, _ number: NumberToken, _ behind: Mention) -> Bool {
        isOfDay(clause[start..<index]) || isOfUnits(clause, at: index) || isOfQuoted(number, behind)
    }

    /// 集中在两个县: whether units are what is counted.
    private func isOfUnits(_ clause: [ClauseToken], at index: Int) -> Bool {
        index + 1 < clause.count && clause[index + 1].has(.unit) && clause[index].end == clause[index + 1].start
            && clause[index].has(.count)
    }

    /// “有效文件”“已废止文件”两个子库: whether quotations before a number name what is counted, and what that is stands behind it.
    private func isOfQuoted(_ number: NumberToken, _ behind: Mention) -> Bool {
        (behind.hasUnknownLead || behind.blocker != nil) && number.start > 0 && text.scalars[number.start - 1] == 0x201D
    }

    /// 12月27日收到的1件: whether the words before a number end with 的 and name a day or a month of it.
    private func isOfDay(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        guard let last = tokens.last, endsWithParticle(last) else { return false }
        return tokens.contains { token in
            guard case .number(let number) = token.kind, case let end = numbers[Int(number)].end, end < text.scalars.count else {
                return false
            }
            return text.scalars[end] == 0x6708 || text.scalars[end] == 0x65E5
        }
    }

    /// Behind the word that opens the whole of a share, where per cent follow the number (不予公开的占全部办结件50件的20%); nil for none.
    func wholeStart(_ clause: [ClauseToken], from start: Int, to index: Int, before next: Int) -> Int? {
        guard let opening = clause[start..<index].lastIndex(where: { $0.has(.makingUp) }), opening + 1 < index,
            clause[(index + 1)..<next].contains(where: { $0.has(.percentage) })
        else { return nil }
        return opening + 1
    }

    /// 前者 (0) or 后者 (1).
    func reference(_ token: ClauseToken) -> Int? {
        guard case .word(let number) = token.kind else { return nil }
        switch grammar.roles[Int(number)] {
        case .former: return 0
        case .latter: return 1
        default: return nil
        }
    }

    /// 即12件中被纠正3件, 即12件中的3件: 中 alone or with 的 right behind it. `tokens` begin with the number.
    func isWholeOfNext(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        guard let next = tokens.dropFirst().first, text.scalars[next.start] == 0x4E2D else { return false }
        return next.end == next.start + 1 || next.end == next.start + 2 && endsWithParticle(next)
    }

    /// 9件案件维持4件: of the first number no more is told than that they are cases.
    func isBeforeResult(_ clause: [ClauseToken], _ end: Int) -> Bool { end < clause.count && clause[end].has(.result) }

    /// Where a result stands right before a number, with nothing but a noun that says nothing between it and the number before (即4件案件维持3件).
    func resultBehindNoun(_ tokens: ArraySlice<ClauseToken>) -> Int? {
        guard let result = tokens.firstIndex(where: { $0.has(.result) }), result > tokens.startIndex,
            tokens[..<result].allSatisfy({ $0.has(.neutral) && $0.end > $0.start + 1 }),
            tokens[result...].allSatisfy({ $0.has(.result) || $0.has(.neutral) })
        else { return nil }
        return result
    }

    /// Whether words that the grammar does not know stand among tokens, or did so in the clauses before, behind the sentence's last number.
    func isQualified(_ tokens: ArraySlice<ClauseToken>) -> Bool { isQualified || tokens.contains { $0.has(.unknownWord) } }

    /// Whether the topic of a brief word is what the text speaks of, be it by a noun of its clause before it.
    func isSpokenOf(_ brief: Int32, in clause: ArraySlice<ClauseToken>) -> Bool {
        guard case .feature(let set) = grammar.roles[Int(brief)] else { return false }
        let told = grammar.featureSets[Int(set)]
        var wanted = told
        for dimension in grammar.implyingDimensions where told[dimension] != 0 { wanted.fill(grammar.implied[dimension]) }
        var named = clause.last { $0.has(.noun) }.map { topic(of: $0) }
        if named ?? 0 == 0, let last = clause.last, last.end == last.start + 1, Self.isWithin(text.scalars[last.start]) {
            // 新收申请中公民9件
            let opening = impliedTopic(self.named(reader.mention(clause, atClauseStart: true)).features, acts: true)
            if opening != 0 { named = opening }
        }
        var spoken = named ?? (frame.features[topic] != 0 ? frame.features[topic] : context[topic])
        if spoken == 0, let last = counts.last, last.sentence == sentence, last.obstacle == .noTopic, told[topic] == 0, wanted[topic] != 0 {
            // 办结9件，其中公开8件: what was done so may be of the form's.
            var features = last.features
            features.fill(wanted, in: grammar.topicMask)
            if grammar.figure(for: features) != nil { spoken = wanted[topic] }
        }
        if named == nil, let last = counts.last, last.sentence == sentence, last.obstacle == nil, last.own.tells(grammar.partMask),
            last.features[topic] == wanted[topic], wanted[topic] != 0
        {
            // 自然人9件，企业3件
            return true
        }
        return spoken != 0 && (named != nil || frame.blocker == nil) && (wanted[topic] == spoken || wanted[topic] == 0)
    }

    /// How many tokens behind a number are looked at for what else it is listed with.
    private static let lookAhead = 16

    /// 公开9件，部分公开3件，不予公开2件: a result listed with others of the same thing, before which nothing says what they are of.
    func isBeforeResults(_ token: ClauseToken, _ brief: Int32) -> Bool {
        guard case .feature(let set) = grammar.roles[Int(brief)], case let told = grammar.featureSets[Int(set)],
            told.tells(grammar.partMask.intersection(grammar.exclusive)), frame.blocker == nil, frame.features[topic] == 0
        else { return false }
        let wanted = impliedTopic(told, acts: true)
        guard wanted != 0 else { return false }
        var results: Set<Int32> = []
        let first = tokens.firstIndex(startingAt: token.end)
        for other in tokens[first...].prefix(Self.lookAhead) {
            if case .stop = other.kind { break }
            guard other.has(.result), case .word(let number) = other.kind, case .feature(let set) = grammar.roles[Int(number)],
                impliedTopic(grammar.featureSets[Int(set)], acts: true) == wanted
            else { continue }
            results.insert(number)
        }
        return results.count > 1
    }

    /// Whether a verb that is of one noun alone (年底存量) stands by itself in a sentence that counts another, or nothing but how that changed (减少).
    func isOfOtherNoun(_ clause: [ClauseToken]) -> Bool {
        if !clause.isEmpty, clause.count < 3, clause.allSatisfy({ $0.has(.part) }), frame.blocker == nil, frame.whole?.sentence == sentence
        {
            return true
        }
        guard frame.blocker == nil, frame.features[topic] != 0, frame.whole?.sentence == sentence,
            clause.contains(where: { $0.has(.feature) })
        else { return false }
        let said = reader.mention(clause[...], atClauseStart: true)
        return said.isVerbTopic && !said.hasTopic && said.weakHead == nil && said.features[topic] != frame.features[topic]
    }

    /// What a noun says is counted; 0 for what is none of the form's.
    private func topic(of noun: ClauseToken) -> Int {
        guard case .word(let number) = noun.kind else { return 0 }
        switch grammar.roles[Int(number)] {
        case .head(let set), .weakHead(let set): return grammar.featureSets[Int(set)][topic]
        default: return 0
        }
    }

    /// 予以公开9件、其他3件: all others of the kinds that the numbers before it are of.
    func rest(_ token: ClauseToken) -> Mention? {
        guard let brief = token.brief, let told = counts.isEmpty ? kindsAbove.last : lastOfList,
            let features = grammar.rest(brief, behind: told)
        else { return nil }
        var mention = Mention()
        mention.features = features
        mention.isBare = false
        return mention
    }

    /// What the last number tells, where it stands in one sentence, and in the same brackets, with what comes.
    private var lastOfList: Features? { counts.last.flatMap { $0.sentence == sentence && $0.group == group ? $0.own : nil } }

    /// What one number of a list that 分别 shares out takes.
    func item(_ features: Features, of list: Mention) -> Mention {
        var mention = list
        let shared = list.features
        mention.features = features
        mention.features.fill(shared)
        mention.hasTopic = features[topic] != 0
        mention.items = []
        mention.alternatives = []
        return mention
    }

    /// 6个部门的: a measure of nothing that the form counts, with what it counts in it.
    func holdsWhatItCounts(_ token: ClauseToken) -> Bool {
        guard case .number(let number) = token.kind, let measure = numbers[Int(number)].measure else { return false }
        let (word, unit) = (grammar.measures[measure].word, grammar.measures[measure].unit)
        let listed = grammar.figures.filter { $0.units.contains(unit) && !$0.measures.isEmpty }
        return !listed.isEmpty && !listed.contains { $0.measures.contains(word) }
    }

    func isOfSeveralTopics(_ mention: Mention) -> Bool {
        let topic = topic
        return mention.items.contains { $0[topic] != mention.items[0][topic] }
    }
}

extension [ClauseToken] {
    /// The index of the first token that begins at a place or behind it.
    func firstIndex(startingAt place: Int) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].start < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether nothing but signs and words of lists stands between the numbers at `figures`.
    func isBare(between figures: [Int]) -> Bool {
        zip(figures, figures.dropFirst()).allSatisfy { left, right in
            self[left + 1..<right].allSatisfy { $0.has(.joint) || $0.has(.neutral) }
        }
    }
}

extension ArraySlice<ClauseToken> {
    /// What stands behind a colon begins with a number or a denial (行政复议：3件; 行政诉讼：无): it belongs to what stands before.
    var isAnswer: Bool {
        guard let first = first(where: { !$0.has(.beforeNumber) }) else { return false }
        return first.has(.count) || first.has(.denial)
    }

    /// A bracket before a number takes in another kind (予以公开（含部分公开）70件): the number counts both.
    var addsKinds: Bool {
        guard let first, first.has(.inclusion) else { return false }
        let rest = dropFirst()
        return rest.contains { $0.has(.kind) }
            && rest.allSatisfy { $0.has(.listComma) || $0.has(.kind) || $0.has(.neutral) }
    }

    /// Nothing but a list of what the grammar counts stands here.
    var listsKinds: Bool {
        contains { $0.has(.joint) }
            && allSatisfy { $0.has(.joint) || $0.has(.kind) || $0.has(.noun) && $0.has(.feature) || $0.has(.neutral) }
    }

    /// Nothing but words that tell how something ended stand here.
    var tellsResultsAlone: Bool {
        contains { $0.has(.result) } && allSatisfy { $0.has(.result) || $0.has(.neutral) || $0.has(.joint) }
    }

    /// Nothing but one word that tells what was done or how it ended stands here.
    var tellsKindsAlone: Bool { count == 1 && allSatisfy { $0.has(.kind) } }

    /// The index of the bracket that closes the one before `start`, or the end of the sentence.
    func closing(from start: Int) -> Int {
        var depth = 1
        for index in start..<endIndex {
            switch self[index].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return endIndex
    }
}
