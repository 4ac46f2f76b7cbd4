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

    /// 即12件中被纠正3件: 中 right behind it.
    func isWholeOfNext(_ number: NumberToken) -> Bool {
        var index = number.end
        // Behind the measure word.
        while index < text.scalars.count, index < number.end + 3 {
            if text.scalars[index] == 0x4E2D { return true }
            index += 1
        }
        return false
    }
}
