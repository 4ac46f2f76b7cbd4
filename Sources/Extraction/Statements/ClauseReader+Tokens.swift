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
}
