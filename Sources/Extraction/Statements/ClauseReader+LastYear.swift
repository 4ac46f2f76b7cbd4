import AuditModel

/// Numbers that the text says were last year's.
extension ClauseReader {
    /// Notes a number that is told as this year's are, but for its time (上年新收申请9件).
    func noteStatedBase(_ number: NumberToken, quote: Range<Int>) {
        guard let count = counts.last, count.look.contains(.lastYears), let measure = number.measure else { return }
        let amount = ClaimDraft.Amount(value: number.value, measure: measure, start: number.start, isLastYears: true)
        comparison.stated = (amount, count.features)
        completeChange(with: amount, of: count.features)
        claims.append(ClaimDraft(.was, of: .counts([counts.endIndex - 1]), base: amount, quote: quote, sentence: sentence))
    }

    /// 申请增至上年的4倍，新收12件，上年新收3件: what the sentence's last change was told from stands behind it.
    private func completeChange(with base: ClaimDraft.Amount, of features: Features) {
        guard let index = claims.indices.last, case let claim = claims[index], claim.sentence == sentence, claim.base == nil,
            Self.isChange(claim.assertion), let figure = grammar.figure(for: features), base.start > claim.quote.upperBound,
            !text.scalars[claim.quote.upperBound..<base.start].contains(where: ScalarText.isSemicolon)
        else { return }
        let told: Features?
        switch claim.subject {
        case .counts(let list): told = list.first.map { counts[$0].features }
        case .told(let features): told = features
        case .anyOf, .sum, .both: told = nil
        }
        // 增长5%，承接上年3件: what is left of that year is none of all that it had.
        let isOwn = counts.suffix(Self.besideLimit).contains { $0.range.lowerBound == base.start && $0.obstacle == nil }
        guard let told, !isOwn, !isOfYearBefore(features) else { return }
        // 申请: of the noun alone, which the number behind it makes precise.
        let isOfNoun =
            told[topic] == features[topic] && told[topic] != 0
            && !told.tells(grammar.exclusive.union(grammar.partMask).union(grammar.partyMask))
        guard isOfNoun || grammar.figure(for: told) == figure && told.conflicts(with: features).isEmpty else { return }
        claims[index] = ClaimDraft(
            claim.assertion, of: claim.subject, base: base, quote: claim.quote, whole: claim.whole, sentence: claim.sentence)
    }

    /// Whether the one time that is told before a place in its sentence is last year, and none of this year's up to `end`.
    func isLastYears(before position: Int, to end: Int) -> Bool {
        guard let vocabulary = grammar.claims else { return false }
        var isSo = false
        var index = firstToken
        let limit = index + Self.spanLimit
        while index < tokens.endIndex, case let token = tokens[index], token.start < end {
            index += 1
            if index > limit { return false }
            switch token.kind {
            // 上年收到的申请中有3件在本年办结: some of them.
            case .word where token.start < position && token.end == token.start + 1 && Self.isWithin(text.scalars[token.start]):
                return false
            // 上年收到的申请，有3件在本年办结
            case .word where token.start > position: if token.has(.ownPeriod) { return false }
            case .word where token.has(.ownVerb): isSo = false
            case .word(let number):
                let role = claimRole(token, vocabulary)
                // 截至上年底累计收到12件
                if case .otherBase? = role { return false }
                guard case .otherPeriod = grammar.roles[Int(number)] else { break }
                guard case .earlier? = role else { return false }
                isSo = true
            // 上年6月收到3件: nor is a part of the year.
            case .number(let number): if numbers[Int(number)].otherReason != nil { return false }
            default: break
            }
        }
        return isSo
    }

    private func isLastYear(_ token: ClauseToken) -> Bool {
        guard let vocabulary = grammar.claims, case .earlier? = claimRole(token, vocabulary) else { return false }
        return true
    }

    /// The role that a word has among those of claims; nil for none.
    private func claimRole(_ token: ClauseToken, _ vocabulary: ClaimVocabulary) -> ClaimVocabulary.Role? {
        vocabulary.trie.longestMatch(in: text.scalars, at: token.start).flatMap { $0.end == token.end ? vocabulary.roles[$0.number] : nil }
    }

    /// Whether what is counted is named in its own sentence.
    func isNamedHere(_ said: Mention) -> Bool {
        said.hasTopic || said.weakHead != nil || said.features[topic] != 0
            || counts.suffix(Self.besideLimit).contains {
                // 办结申请9件，上年办结8件: be it by a noun that says little.
                $0.sentence == sentence
                    && ($0.look.contains(.noun) || $0.own[topic] != 0
                        || $0.obstacle == nil && $0.features[topic] != 0 && !$0.look.contains(.untold) && !$0.isZeroByWords)
            }
    }

    /// No sentence that somebody wrote has more numbers.
    private static let besideLimit = 32

    /// 上年办结12件，其中予以公开9件: the whole before is last year's.
    var isOfLastYears: Bool {
        guard let last = counts.last, last.sentence == sentence else { return false }
        return last.look.contains(.lastYears)
    }

    /// Whether last year stands in the sentence before all that says what is counted.
    var opensWithPeriod: Bool {
        for token in tokens[firstToken...].prefix(Self.openingLimit) {
            guard case .word(let number) = token.kind else {
                if case .unknown = token.kind { continue }
                return false
            }
            if case .otherPeriod = grammar.roles[Int(number)] { return isLastYear(token) }
            if token.has(.feature) || token.has(.noun) || token.has(.part) { return false }
        }
        return false
    }

    /// The first token of the sentence.
    private var firstToken: Int { tokens.firstIndex(startingAt: sentenceStart) }

    /// In tokens: a time that a sentence opens with stands behind no more.
    private static let openingLimit = 6
    /// In tokens: no sentence that somebody wrote has more before a number, and each of its numbers asks.
    private static let spanLimit = 200

    /// 上年制发9件，本年制发8件，数量下降: what is compared with is the number that was told to be last year's.
    func noteStatedBase(before start: Int) {
        guard comparison.base == nil, let stated = comparison.stated, stated.amount.start < start else { return }
        comparison.base = stated.amount
        if comparison.time == .untold { comparison.time = .lastYear }
    }

    /// 新收12件，上年为9件: what the numbers before were. 新收12件（含上年9件）: that is some of them.
    func drafts(of subjects: [ClaimDraft.Subject], _ position: Int, _ clause: [ClauseToken], quote: Range<Int>) -> [ClaimDraft] {
        guard let base = comparison.base else { return [] }
        // 许可9件，没有处罚，上年为2件: of what there is none.
        let before = counts.suffix(Self.besideLimit).last { $0.range.lowerBound < base.start }
        if let before, before.isZeroByWords, before.sentence == sentence { return [] }
        let said = reader.mention(clause.prefix { $0.end <= position }, atClauseStart: true)
        guard !said.isAmong, !said.isOpen, !said.isContents, !said.isNegated, !said.hasUnknownTail, said.part == nil, said.plan == nil,
            !said.isOfSeveralPeriods, !frame.isAmong
        else { return [] }
        if case .counts(let list)? = subjects.first, let first = list.first {
            let own = counts.suffix(Self.besideLimit).first { $0.range.lowerBound == base.start }?.own ?? .none
            // 办结9件，上年新收12件: nor was it what a number with another act was.
            guard own.conflicts(with: counts[first].features).intersection(grammar.acts).isEmpty else { return [] }
            // 新收12件，同比增长50%，上年为9件
            completeChange(with: base, of: counts[first].features)
        }
        return subjects.map { ClaimDraft(.was, of: $0, base: base, quote: quote, sentence: sentence) }
    }

    /// Last year's number that the sentence gives, where it may be that of what a claim is about: in 新收9件，上年为12件，结转3件，比上年多1件 it is not.
    func base(of subject: ClaimDraft.Subject) -> ClaimDraft.Amount? {
        guard let base = comparison.base else { return nil }
        // 处罚比上年的9件多3件，强制12件，多1件: what a change was told from is no base of a number that comes behind.
        if comparison.spentBase == base.start, comparison.clauseStart > base.start, case .counts(let list) = subject,
            let first = list.first, counts[first].range.lowerBound > base.start
        {
            return nil
        }
        let told: Features
        switch subject {
        case .counts(let list): told = list.first.map { counts[$0].features } ?? .none
        case .told(let features): told = features
        case .anyOf(let all): told = all.first ?? .none
        case .sum, .both: return base
        }
        let stated = counts.suffix(Self.besideLimit).filter {
            $0.sentence == sentence && $0.obstacle == nil && !$0.look.contains(.lastYears) && $0.range.lowerBound != base.start
        }
        let own = comparison.stated.flatMap { $0.amount.start == base.start ? $0.features : nil }
        let owner = own ?? (stated.last { $0.range.lowerBound < base.start } ?? stated.first)?.features
        // 征收类9件，比上年的12件少3件；物业类升到5件: what is not known has the base of its own part of the sentence.
        if case .counts(let list) = subject, let first = list.first, counts[first].obstacle != nil,
            counts[first].range.lowerBound > base.start,
            let before = counts.suffix(Self.besideLimit).last(where: { $0.sentence == sentence && $0.range.lowerBound < base.start }),
            before.segment != counts[first].segment
        {
            return nil
        }
        guard let owner, let figure = grammar.figure(for: owner), let other = grammar.figure(for: told) else { return base }
        return figure == other ? base : nil
    }
}
