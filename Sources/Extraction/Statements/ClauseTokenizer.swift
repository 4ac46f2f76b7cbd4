import AuditModel
import DocumentModel

/// Cuts a paragraph into tokens. One pass; every character belongs to one token, save blanks, quotation marks, stars
/// and the marks of a list's items, which say nothing.
struct ClauseTokenizer {
    private let grammar: CompiledGrammar
    private let scalars: [UInt32]
    private var result = ClauseTokens()
    private var unknownStart: Int?
    /// Where the quotation marks close that are open here; numbers within are slogans and names, not counts.
    private var quoteEnd = 0

    static func tokens(of text: ScalarText, by grammar: CompiledGrammar) -> ClauseTokens {
        var tokenizer = ClauseTokenizer(grammar: grammar, scalars: text.scalars)
        tokenizer.run()
        return tokenizer.result
    }

    private init(grammar: CompiledGrammar, scalars: [UInt32]) {
        self.grammar = grammar
        self.scalars = scalars
        result.tokens.reserveCapacity(scalars.count / 3)
    }

    private mutating func run() {
        let (scalars, trie, numerals) = (scalars, grammar.trie, NumeralScanner.openings)
        var index = ItemMark.end(in: scalars)
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == 0x201C { quoteEnd = closingQuote(from: index) }
            if Self.isDash(scalar), index + 1 < scalars.count, Self.isDash(scalars[index + 1]) {
                index = push(.dash, .clauseEnd, index, index + 2)
                continue
            }
            // Most punctuation lies outside the ideographs.
            if scalar < 0x4E00 || scalar >= 0xFF00, let kind = Self.punctuation(scalar) {
                index = push(kind, Self.traits(of: kind), index, index + 1)
                continue
            }
            let word = trie.mayBegin(with: scalar) ? trie.longestMatch(in: scalars, at: index) : nil
            if numerals.mayHold(scalar), let numeral = NumeralScanner.numeral(in: scalars, at: index),
                let number = number(numeral, from: index), isNumber(number, numeral, over: word)
            {
                flush(to: index)
                noteBrief()
                result.numbers.append(number.token)
                index = push(.number(Int32(result.numbers.count - 1)), Self.traits(of: number.token), index, number.end)
            } else if let word {
                index = push(.word(Int32(word.number)), grammar.traits[word.number], index, word.end)
            } else if Self.saysNothing(scalar) {
                flush(to: index)
                index += 1
            } else {
                if unknownStart == nil { unknownStart = index }
                index += 1
            }
        }
        flush(to: index)
    }

    private mutating func push(_ kind: ClauseToken.Kind, _ traits: ClauseToken.Traits, _ start: Int, _ end: Int) -> Int {
        flush(to: start)
        result.tokens.append(ClauseToken(kind, traits, from: start, to: end))
        return end
    }

    private static func traits(of sign: ClauseToken.Kind) -> ClauseToken.Traits {
        switch sign {
        case .comma, .colon, .semicolon, .stop, .open: .clauseEnd
        case .listComma: [.joint, .listComma]
        default: []
        }
    }

    private static func traits(of number: NumberToken) -> ClauseToken.Traits {
        switch number.otherReason {
        case nil: .count
        case .year: .year
        default: .percentage
        }
    }

    private mutating func flush(to end: Int) {
        guard let start = unknownStart else { return }
        result.tokens.append(ClauseToken(.unknown, end - start > 1 ? .unknownWord : [], from: start, to: end))
        unknownStart = nil
    }

    /// Marks the last token before a number where it is a brief word, or the end of one (其他), that stands alone behind a sign, or behind a sign and what
    /// leads to parts (其中).
    private mutating func noteBrief() {
        guard let last = result.tokens.last else { return }
        var first = result.tokens.count
        if first > 2, isWithin(result.tokens[first - 2]), isWord(result.tokens[first - 3]),
            let word = grammar.briefs.longestMatch(in: scalars, at: last.start), word.end == last.end
        {
            // 新收件中公民9件
            result.tokens[first - 1].brief = Int32(word.number)
            return
        }
        while first > 0, result.tokens.count - first < 4, isWord(result.tokens[first - 1]) { first -= 1 }
        guard first < result.tokens.count else { return }
        if first > 0, case .number = result.tokens[first - 1].kind, result.tokens[first].has(.joint), first + 1 < result.tokens.count {
            // 企业9件以及其他3件
            first += 1
        } else if first > 0, !isBehindOrdinal(first) {
            switch result.tokens[first - 1].kind {
            case .word, .number, .unknown, .close, .titleClose: return
            default: break
            }
        }
        while first + 1 < result.tokens.count, leadsToParts(result.tokens[first]) { first += 1 }
        guard let word = grammar.briefs.longestMatch(in: scalars, at: result.tokens[first].start), word.end == last.end else { return }
        result.tokens[result.tokens.count - 1].brief = Int32(word.number)
    }

    /// Whether a token stands right behind the ordinal of an item: 3.其他9件, （3）其他9件.
    private func isBehindOrdinal(_ first: Int) -> Bool {
        var start = first - 1
        if case .close = result.tokens[start].kind, start > 1, case .open = result.tokens[start - 2].kind { start -= 1 }
        guard case .number(let number) = result.tokens[start].kind else { return false }
        if start == first - 1 { return result.numbers[Int(number)].otherReason == .listNumber }
        return start == 1 || result.tokens[start - 2].has(.clauseEnd)
    }

    private func isWithin(_ token: ClauseToken) -> Bool {
        token.end == token.start + 1 && ClauseReader.isWithin(scalars[token.start])
    }

    private func leadsToParts(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind else { return false }
        switch grammar.roles[Int(number)] {
        case .among, .including, .comprising: return true
        default: return false
        }
    }

    private func isWord(_ token: ClauseToken) -> Bool {
        switch token.kind {
        case .word, .unknown: true
        default: false
        }
    }

    private static func punctuation(_ scalar: UInt32) -> ClauseToken.Kind? {
        switch scalar {
        // 公开9件｜部分公开3件: a bar parts the items of a line.
        case 0xFF0C, 0x2C, 0xFF5C, 0x7C, 0x2502: .comma
        case 0xFF1A, 0x3A: .colon
        case 0x3001: .listComma
        case 0xFF1B, 0x3B: .semicolon
        case 0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F, 0x0A, 0x0D: .stop
        case 0xFF08, 0x28, 0x3014, 0x5B, 0x3010: .open
        case 0xFF09, 0x29, 0x3015, 0x5D, 0x3011: .close
        case 0x300A: .titleOpen
        case 0x300B: .titleClose
        default: nil
        }
    }

    private static func isDash(_ scalar: UInt32) -> Bool { scalar == 0x2014 || scalar == 0x2015 || scalar == 0x2500 }

    private static func saysNothing(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || scalar == 0x22 || scalar == 0x2A || (0x2018...0x201F).contains(scalar)
            || scalar < 0x4E00 && ItemMark.isBullet(scalar)
    }

    /// The closing mark within the sentence and 80 characters; the opening mark itself where there is none.
    private func closingQuote(from start: Int) -> Int {
        for index in start..<min(scalars.count, start + 80) {
            if scalars[index] == 0x201D { return index }
            if case .stop? = Self.punctuation(scalars[index]) { break }
        }
        return start
    }

    // MARK: Numbers

    /// What follows a numeral: multipliers, 余, a measure word, or what makes it no count. Nil for Chinese digits that no measure word follows:
    /// they are no number (一是, 三公).
    private func number(_ numeral: NumeralScanner.Numeral, from start: Int) -> (token: NumberToken, end: Int)? {
        var value = numeral.value
        var grain = numeral.isChinese ? nil : Quantity(significand: 1, scale: numeral.decimals)
        var end = numeral.end
        var isInexact = numeral.isRange
        var measure: Int?
        var otherMeasure: Int?
        var reason: ReasonID? = numeral.isTooLong ? .tooLong : nil
        var index = skipBlanks(end)
        var tokenEnd = end
        scanning: while let word = grammar.trie.longestMatch(in: scalars, at: index) {
            switch grammar.roles[word.number] {
            case .multiplier(let factor):
                guard let product = value.multiplied(by: Quantity(factor)) else {
                    reason = .tooLong
                    break scanning
                }
                value = product
                grain = grain?.multiplied(by: Quantity(factor))
                end = word.end
                tokenEnd = end
            case .approximate, .approximateBehind: isInexact = true
            case .measure(let number):
                measure = number
                tokenEnd = word.end
                if let joined = joinedMeasure(at: word.end) {
                    otherMeasure = joined.number
                    tokenEnd = joined.end
                }
                if isApproximate(at: tokenEnd) { isInexact = true }
                break scanning
            case .notCountAfter(let why):
                reason = reason ?? why
                break scanning
            default: break scanning
            }
            index = skipBlanks(word.end)
        }
        if numeral.isChinese, measure == nil, reason == nil, !isLoneZero(numeral, at: start) { return nil }
        if measure != nil, isDistributive(from: start, to: tokenEnd) { return nil }
        if reason == nil, measure == nil, isRangeSign(at: end) { reason = reasonBehindRange(at: end + 1) }
        let last = lastRole(endingAt: start)
        if reason == nil, case .notCountBefore(let why)? = last { reason = why }
        if reason == nil, measure == nil, case .numberLabel(let why)? = last { reason = why }
        if reason == nil, start < quoteEnd { reason = .quoted }
        if reason == nil, measure == nil, isListNumber(from: start, to: end) {
            reason = .listNumber
            // Its point is no word before what follows.
            if end < scalars.count, scalars[end] == 0x2E || scalars[end] == 0xFF0E { tokenEnd = end + 1 }
        }
        if isRange(before: start) || isRangeSign(at: skipBlanks(end)) { isInexact = true }
        var isByWordBefore = false
        if case .approximate? = last { isByWordBefore = !isInexact }
        let token = NumberToken(
            value: value, grain: grain, start: start, end: end, measure: measure, otherMeasure: otherMeasure,
            isInexact: isInexact || isByWordBefore,
            isInexactByWordBefore: isByWordBefore, otherReason: reason)
        return (token, tokenEnd)
    }

    /// 一件一档: one for each, of whatever there is.
    private func isDistributive(from start: Int, to end: Int) -> Bool {
        let one: UInt32 = 0x4E00
        guard scalars[start] == one else { return false }
        if end + 1 < scalars.count, scalars[end] == one, Self.punctuation(scalars[end + 1]) == nil { return true }
        guard start >= 2, scalars[start - 2] == one, case .measure? = lastRole(endingAt: start) else { return false }
        return true
    }

    /// A measure word in brackets or behind a stroke that goes with the one before it: 篇（条）, 件/次.
    private func joinedMeasure(at start: Int) -> (number: Int, end: Int)? {
        guard start < scalars.count else { return nil }
        let isOpened = Self.punctuation(scalars[start]).map { if case .open = $0 { true } else { false } } ?? false
        guard isOpened || scalars[start] == 0x2F || scalars[start] == 0xFF0F,
            let word = grammar.trie.longestMatch(in: scalars, at: start + 1), case .measure(let number) = grammar.roles[word.number]
        else { return nil }
        guard isOpened else { return (number, word.end) }
        guard word.end < scalars.count, case .close? = Self.punctuation(scalars[word.end]) else { return nil }
        return (number, word.end + 1)
    }

    /// Whether what could be a number is one, where a word of the grammar stands at the same place.
    private func isNumber(
        _ number: (token: NumberToken, end: Int), _ numeral: NumeralScanner.Numeral, over word: (number: Int, end: Int)?
    ) -> Bool {
        guard let word else { return true }
        if word.end < numeral.end { return true }
        if word.end == numeral.end { return number.token.measure != nil || isLoneZero(numeral, at: number.token.start) }
        // 发生行政复议一起, 收到一起行政复议: the adverb never stands between a noun and the end of its clause, nor before a noun.
        guard number.token.measure != nil, number.end == word.end, isBehindNoun(word) else { return false }
        if word.end == scalars.count || Self.punctuation(scalars[word.end]) != nil { return true }
        guard let next = grammar.trie.longestMatch(in: scalars, at: word.end), case .head = grammar.roles[next.number] else { return false }
        return true
    }

    /// Whether a word that says nothing stands right behind one that tells something.
    private func isBehindNoun(_ word: (number: Int, end: Int)) -> Bool {
        guard grammar.roles[word.number].saysNothing, unknownStart == nil, case .word(let last)? = result.tokens.last?.kind else {
            return false
        }
        switch grammar.roles[Int(last)] {
        // 新收申请件一起: what ends the noun may be a measure word by itself.
        case .feature, .weakFeature, .head, .weakHead, .blocker, .total, .measure: return true
        default: return false
        }
    }

    /// `1.` or `1、` at the beginning of a paragraph or sentence, or `（1）`.
    private func isListNumber(from start: Int, to end: Int) -> Bool {
        guard end < scalars.count else { return false }
        let before = start > 0 ? Self.punctuation(scalars[start - 1]) : nil
        if case .open? = before, case .close? = Self.punctuation(scalars[end]) { return true }
        guard [0x2E, 0xFF0E, 0x3001].contains(scalars[end]) else { return false }
        guard start > 0 else { return true }
        switch before {
        case .stop, .semicolon, .colon: return true
        default: return false
        }
    }

    /// 零 at the end of a clause is 0 without a measure word (均为零).
    private func isLoneZero(_ numeral: NumeralScanner.Numeral, at start: Int) -> Bool {
        guard numeral.value.isZero, numeral.end == start + 1 else { return false }
        return numeral.end == scalars.count || Self.punctuation(scalars[numeral.end]) != nil
    }

    /// Whether 以上 or 左右 stands behind a measure word.
    private func isApproximate(at index: Int) -> Bool {
        guard let word = grammar.trie.longestMatch(in: scalars, at: index), case .approximate = grammar.roles[word.number] else {
            return false
        }
        // 较上年9件多3件
        return word.end >= scalars.count || DigitNotation.decimal(scalars[word.end]) == nil
    }

    private func skipBlanks(_ start: Int) -> Int {
        var index = start
        while index < scalars.count, NumeralScanner.isBlank(scalars[index]) { index += 1 }
        return index
    }

    /// The role of the word that ends right before a place.
    private func lastRole(endingAt start: Int) -> CompiledGrammar.Role? {
        guard unknownStart == nil, let last = result.tokens.last, last.end == start, case .word(let number) = last.kind else { return nil }
        return grammar.roles[Int(number)]
    }

    /// What makes the second number of a range no count, and the first with it (1—12月).
    private func reasonBehindRange(at start: Int) -> ReasonID? {
        guard let numeral = NumeralScanner.numeral(in: scalars, at: start),
            let word = grammar.trie.longestMatch(in: scalars, at: numeral.end), case .notCountAfter(let reason) = grammar.roles[word.number]
        else { return nil }
        return reason
    }

    private func isRange(before start: Int) -> Bool {
        guard start >= 2, isRangeSign(at: start - 1) else { return false }
        return DigitNotation.decimal(scalars[start - 2]) != nil
    }

    /// — – ~ - between digits.
    private func isRangeSign(at index: Int) -> Bool {
        guard index < scalars.count, [0x2014, 0x2013, 0x7E, 0x2D, 0xFF5E, 0xFF0D].contains(scalars[index]) else { return false }
        return index + 1 < scalars.count && DigitNotation.decimal(scalars[index + 1]) != nil
    }
}
