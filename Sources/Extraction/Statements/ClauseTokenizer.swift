import AuditModel

/// Cuts a paragraph into tokens. One pass; every character belongs to exactly one token.
struct ClauseTokenizer {
    private let grammar: CompiledGrammar
    private let scalars: [UInt32]
    private var tokens: [ClauseToken] = []
    private var unknownStart: Int?
    /// Where the quotation marks close that are open here; numbers within are slogans and names, not counts.
    private var quoteEnd = 0

    static func tokens(of text: ScalarText, by grammar: CompiledGrammar) -> [ClauseToken] {
        var tokenizer = ClauseTokenizer(grammar: grammar, scalars: text.scalars)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(grammar: CompiledGrammar, scalars: [UInt32]) {
        self.grammar = grammar
        self.scalars = scalars
    }

    private mutating func run() {
        var index = 0
        while index < scalars.count {
            if scalars[index] == 0x201C { quoteEnd = closingQuote(from: index) }
            if let kind = punctuation(scalars[index]) {
                index = push(kind, index, index + 1)
                continue
            }
            let word = grammar.trie.longestMatch(in: scalars, at: index)
            if let numeral = NumeralScanner.numeral(in: scalars, at: index), word.map({ $0.end < numeral.end }) ?? true,
                let token = number(numeral, from: index)
            {
                index = push(.number(token), index, token.measure == nil ? token.end : measureEnd(after: token))
            } else if let word {
                index = push(.word(word.number), index, word.end)
            } else {
                if unknownStart == nil { unknownStart = index }
                index += 1
            }
        }
        flush(to: index)
    }

    private mutating func push(_ kind: ClauseToken.Kind, _ start: Int, _ end: Int) -> Int {
        flush(to: start)
        tokens.append(ClauseToken(kind: kind, start: start, end: end))
        return end
    }

    private mutating func flush(to end: Int) {
        guard let start = unknownStart else { return }
        tokens.append(ClauseToken(kind: .unknown, start: start, end: end))
        unknownStart = nil
    }

    private func punctuation(_ scalar: UInt32) -> ClauseToken.Kind? {
        switch scalar {
        case 0xFF0C, 0x2C: .comma
        case 0xFF1A, 0x3A: .colon
        case 0x3001: .listComma
        case 0xFF1B, 0x3B: .semicolon
        case 0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F, 0x0A, 0x0D: .stop
        case 0xFF08, 0x28, 0x3014, 0x5B: .open
        case 0xFF09, 0x29, 0x3015, 0x5D: .close
        case 0x300A: .titleOpen
        case 0x300B: .titleClose
        default: nil
        }
    }

    /// The closing mark within the sentence and 80 characters; the opening mark itself where there is none.
    private func closingQuote(from start: Int) -> Int {
        for index in start..<min(scalars.count, start + 80) {
            if scalars[index] == 0x201D { return index }
            if case .stop? = punctuation(scalars[index]) { break }
        }
        return start
    }

    // MARK: Numbers

    /// What follows a numeral: multipliers, 余, a measure word, or what makes it no count. Nil for Chinese digits that no measure word follows:
    /// they are no number (一是, 三公).
    private func number(_ numeral: NumeralScanner.Numeral, from start: Int) -> NumberToken? {
        var value = numeral.value
        var end = numeral.end
        var isInexact = false
        var measure: NumberToken.Measure?
        var reason: String? = nil
        var index = skipBlanks(end)
        scanning: while let word = grammar.trie.longestMatch(in: scalars, at: index) {
            switch grammar.roles[word.number] {
            case .multiplier(let factor):
                guard let product = value.multiplied(by: Quantity(factor)) else { return nil }
                value = product
                end = word.end
            case .approximate: isInexact = true
            case .measure(let number, let unit, let factor):
                measure = NumberToken.Measure(word: number, unit: unit, factor: factor)
                break scanning
            case .notCountAfter(let why):
                reason = why
                break scanning
            default: break scanning
            }
            index = skipBlanks(word.end)
        }
        if numeral.isChinese, measure == nil, reason == nil, !isLoneZero(numeral, at: start) { return nil }
        if reason == nil { reason = reasonBefore(start) ?? (start < quoteEnd ? ReasonID.quoted : nil) }
        if reason == nil, measure == nil, isListNumber(from: start, to: end) { reason = ReasonID.listNumber }
        if isRange(before: start) || isRangeSign(at: skipBlanks(end)) { isInexact = true }
        if approximates(before: start) { isInexact = true }
        return NumberToken(value: value, start: start, end: end, measure: measure, isInexact: isInexact, otherReason: reason)
    }

    /// `1.` or `1、` at the beginning of a paragraph or sentence.
    private func isListNumber(from start: Int, to end: Int) -> Bool {
        guard end < scalars.count, [0x2E, 0xFF0E, 0x3001].contains(scalars[end]) else { return false }
        var index = start
        while index > 0, NumeralScanner.isBlank(scalars[index - 1]) || scalars[index - 1] == 0x09 { index -= 1 }
        guard index > 0 else { return true }
        switch punctuation(scalars[index - 1]) {
        case .stop, .semicolon, .colon: return true
        default: return false
        }
    }

    /// 零 at the end of a clause is 0 without a measure word (均为零).
    private func isLoneZero(_ numeral: NumeralScanner.Numeral, at start: Int) -> Bool {
        guard numeral.value.isZero, numeral.end == start + 1 else { return false }
        return numeral.end == scalars.count || punctuation(scalars[numeral.end]) != nil
    }

    private func measureEnd(after token: NumberToken) -> Int {
        var index = skipBlanks(token.end)
        while let word = grammar.trie.longestMatch(in: scalars, at: index) {
            switch grammar.roles[word.number] {
            case .measure: return word.end
            case .approximate, .multiplier: index = skipBlanks(word.end)
            default: return token.end
            }
        }
        return token.end
    }

    private func skipBlanks(_ start: Int) -> Int {
        var index = start
        while index < scalars.count, NumeralScanner.isBlank(scalars[index]) { index += 1 }
        return min(index, scalars.count)
    }

    private func reasonBefore(_ start: Int) -> String? {
        if case .word(let number)? = lastTokenKind(endingAt: start), case .notCountBefore(let reason) = grammar.roles[number] {
            return reason
        }
        return nil
    }

    private func approximates(before start: Int) -> Bool {
        if case .word(let number)? = lastTokenKind(endingAt: start), case .approximate = grammar.roles[number] { return true }
        return false
    }

    private func lastTokenKind(endingAt start: Int) -> ClauseToken.Kind? {
        guard unknownStart == nil, let last = tokens.last, skipBlanks(last.end) >= start else { return nil }
        return last.kind
    }

    private func isRange(before start: Int) -> Bool {
        guard start >= 2, isRangeSign(at: start - 1) else { return false }
        return NumeralScanner.digit(scalars[start - 2]) != nil
    }

    /// — – ~ - between digits.
    private func isRangeSign(at index: Int) -> Bool {
        guard index < scalars.count, [0x2014, 0x2013, 0x7E, 0x2D, 0xFF5E, 0xFF0D].contains(scalars[index]) else { return false }
        return index + 1 < scalars.count && NumeralScanner.digit(scalars[index + 1]) != nil
    }
}
