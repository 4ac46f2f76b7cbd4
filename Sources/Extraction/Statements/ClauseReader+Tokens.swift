import AuditModel

/// What a token is, by itself and by what stands around it.
extension ClauseReader {
    func isNeutral(_ token: ClauseToken) -> Bool {
        if case .word(let number) = token.kind, case .neutral = grammar.roles[Int(number)] { true } else { false }
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

    func isYear(_ token: ClauseToken) -> Bool {
        if case .number(let number) = token.kind { numbers[Int(number)].otherReason == .year } else { false }
    }
}
