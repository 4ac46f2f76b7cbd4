import AuditModel

/// What a token is, by itself and by what stands around it.
extension ClauseReader {
    func isNeutral(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind else { return false }
        switch grammar.roles[Int(number)] {
        case .neutral, .predicate, .arrival: return true
        default: return false
        }
    }

    func isArrival(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .arrival = grammar.roles[Int(number)] { true } else { false }
    }

    func isOwnPeriod(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .ownPeriod = grammar.roles[Int(number)] { true } else { false }
    }

    func isAbsence(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .absence = grammar.roles[Int(number)] { true } else { false }
    }

    func isPart(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .part = grammar.roles[Int(number)] { true } else { false }
    }

    func isPredicate(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .predicate = grammar.roles[Int(number)] { true } else { false }
    }

    func isEach(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .each = grammar.roles[Int(number)] { true } else { false }
    }

    func isUnit(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .unitSuffix = grammar.roles[Int(number)] { true } else { false }
    }

    func isMeasure(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .measure = grammar.roles[Int(number)] { true } else { false }
    }

    /// 的
    func isParticle(_ token: ClauseToken) -> Bool { token.end == token.start + 1 && text.scalars[token.start] == 0x7684 }

    /// Whether nothing but signs and words of lists stands between the numbers of a clause from the first on.
    func areBare(_ clause: [ClauseToken], between figures: [Int]) -> Bool {
        zip(figures, figures.dropFirst()).allSatisfy { left, right in clause[left + 1..<right].allSatisfy { isJoint($0) || isNeutral($0) } }
    }

    /// 中, 里
    func isWithin(_ scalar: UInt32) -> Bool { scalar == 0x4E2D || scalar == 0x91CC }

    func endsWithParticle(_ token: ClauseToken) -> Bool { text.scalars[token.end - 1] == 0x7684 }

    /// 前者 (0) or 后者 (1).
    func reference(_ token: ClauseToken) -> Int? {
        guard case .word(let number) = token.kind else { return nil }
        switch grammar.roles[Int(number)] {
        case .former: return 0
        case .latter: return 1
        default: return nil
        }
    }

    func isRespectively(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .respectively = grammar.roles[Int(number)] { true } else { false }
    }

    func isJoint(_ token: ClauseToken) -> Bool {
        switch token.kind {
        case .listComma: true
        case .word(let number): if case .connector = grammar.roles[Int(number)] { true } else { false }
        default: false
        }
    }

    /// 即12件中被纠正3件: 中 alone right behind it. `tokens` begin with the number.
    func isWholeOfNext(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        guard let next = tokens.dropFirst().first else { return false }
        return next.end == next.start + 1 && text.scalars[next.start] == 0x4E2D
    }

    /// Whether words that the grammar does not know stand among tokens, or did so in the clauses before, behind the sentence's last number.
    func isQualified(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        isQualified
            || tokens.contains { token in
                if case .unknown = token.kind { token.end - token.start > 1 } else { false }
            }
    }

    /// Whether a number or a denial stands right behind a colon (行政复议：3件; 行政诉讼：无): it belongs to what stands before.
    func isAnswered(_ tokens: ArraySlice<ClauseToken>) -> Bool {
        for token in tokens {
            switch token.kind {
            case .number: return isCount(token)
            case .word(let number):
                switch grammar.roles[Int(number)] {
                case .total, .approximate: continue
                case .negator: return true
                default: return false
                }
            default: return false
            }
        }
        return false
    }

    /// Whether a bracket before a number takes in another kind (予以公开（含部分公开）70件): the number counts both.
    func addsKinds(_ bracket: ArraySlice<ClauseToken>) -> Bool {
        guard let first = bracket.first, case .word(let opener) = first.kind else { return false }
        switch grammar.roles[Int(opener)] {
        case .open, .including: break
        default: return false
        }
        return bracket.dropFirst().contains(where: { isKind($0) })
            && bracket.dropFirst().allSatisfy { token in
                switch token.kind {
                case .listComma: true
                case .word(let number): if case .neutral = grammar.roles[Int(number)] { true } else { isKind(token) }
                default: false
                }
            }
    }

    /// Whether the topic of a brief word is what the text speaks of.
    func isSpokenOf(_ brief: Int32) -> Bool {
        guard frame.blocker == nil, case .feature(let set) = grammar.roles[Int(brief)] else { return false }
        let told = grammar.featureSets[Int(set)]
        var wanted = told
        for dimension in grammar.implyingDimensions where told[dimension] != 0 { wanted.fill(grammar.implied[dimension]) }
        let spoken = frame.features[topic] != 0 ? frame.features[topic] : context[topic]
        return spoken != 0 && (wanted[topic] == spoken || wanted[topic] == 0)
    }

    /// Or another number that is neither a count nor a year.
    func isPercentage(_ token: ClauseToken) -> Bool {
        guard case .number(let number) = token.kind, let reason = numbers[Int(number)].otherReason else { return false }
        return reason != .year
    }

    /// % and what else makes the number before it no count.
    func isUnitOfNoCount(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .notCountAfter = grammar.roles[Int(number)] { true } else { false }
    }

    func isYear(_ token: ClauseToken) -> Bool {
        if case .number(let number) = token.kind { numbers[Int(number)].otherReason == .year } else { false }
    }

    func isKind(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .feature = grammar.roles[Int(number)] { true } else { false }
    }

    func isNoun(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind else { return false }
        switch grammar.roles[Int(number)] {
        case .head, .weakHead, .blocker: return true
        default: return false
        }
    }

    func isCount(_ token: ClauseToken) -> Bool {
        if case .number(let number) = token.kind { numbers[Int(number)].otherReason == nil } else { false }
    }

    /// The index of the bracket that closes the one before `start`, or the end of the sentence.
    func closing(_ tokens: ArraySlice<ClauseToken>, from start: Int) -> Int {
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

    func isOfSeveralTopics(_ mention: Mention) -> Bool { mention.items.contains { $0[topic] != mention.items[0][topic] } }

    func isFeature(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind else { return false }
        switch grammar.roles[Int(number)] {
        case .feature, .weakFeature, .head, .part, .otherAct: return true
        default: return false
        }
    }

    /// A word that tells how something ended.
    func isResult(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind, case .feature(let set) = grammar.roles[Int(number)] else { return false }
        return grammar.featureSets[Int(set)].tells(grammar.partMask.intersection(grammar.exclusive))
    }

    /// Whether a bracket holds nothing but words that tell how something ended.
    func tellsKindsAlone(_ bracket: ArraySlice<ClauseToken>) -> Bool {
        bracket.contains { isResult($0) } && bracket.allSatisfy { isResult($0) || isNeutral($0) || isJoint($0) }
    }

    /// Whether a clause ends here.
    func isBreak(_ token: ClauseToken) -> Bool {
        switch token.kind {
        case .comma, .colon, .semicolon, .stop, .dash, .open: true
        default: false
        }
    }
}
