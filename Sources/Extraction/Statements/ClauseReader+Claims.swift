import AuditModel
import DocumentModel

extension ClauseReader {
    /// What a sentence compares with, so far.
    struct Comparison {
        enum Time {
            case untold
            case lastYear
            case other
        }

        var time = Time.untold
        /// Last year's number, where the sentence gives it.
        var base: ClaimDraft.Amount?
        /// Where that begins, if its own clause tells a change from it.
        var spentBase: Int?
        /// The first scalar of the clause that is read.
        var clauseStart = 0
        /// The last number of the sentence that its own words tell to be last year's, and what it counts.
        var stated: (amount: ClaimDraft.Amount, features: Features)?
        /// What the last change of the sentence was told of.
        var subject: ClaimDraft.Subject?
        /// What follows says of each number how much of the whole it is.
        var isShare = false
        /// A change that is told without saying since when.
        var pending: ClaimDraft?
        /// The same with its amount (净增12件); a percentage of it is one of last year's figure.
        var untimed: ClaimDraft?
        /// By how much a number is said to have changed; `of`: its place among the counts.
        var difference: (direction: Claim.Direction, amount: ClaimDraft.Amount, of: Int)?
        /// The scalar behind that change.
        var changeEnd: Int?
    }

    /// Reads the claims of one clause, whose numbers are counted already. `brackets`: what stands in them is read by itself, save the numbers that
    /// stand alone there, `lone`.
    func readClaims(
        _ clause: [ClauseToken], lone: [ClauseToken], brackets: [Range<Int>], from start: Int, to end: Int
    ) {
        let isTold = comparison.isShare
        let isAlone = isShareAlone(clause) || isPartOfWhole(clause, from: start)
        if isAlone { comparison.isShare = true }
        defer { if !isTold, isAlone { comparison.isShare = false } }
        guard let vocabulary = grammar.claims,
            vocabulary.mayTell(text.scalars, in: start..<end) || comparison.isShare || comparison.untimed != nil
        else { return }
        let alone = Set(lone.map(\.start))
        let numbered = lone.isEmpty ? clause : (clause + lone).sorted { $0.start < $1.start }
        let items = claimItems(
            numbered, vocabulary, brackets: brackets.filter { !alone.contains($0.lowerBound) }, from: start, to: end)
        if clause.contains(where: { $0.has(.count) }), comparison.untimed != nil, let untimed = comparison.untimed,
            untimed.quote.upperBound < start,
            let stated = counts.last, stated.range.lowerBound >= start, isOf(untimed, stated)
        {
            // 行政处罚决定增加3件，达到9件: against the year before.
            claims.append(untimed)
            comparison.untimed = nil
        }
        guard !items.isEmpty else { return }
        comparison.clauseStart = start
        noteStatedBase(before: start)
        var reading = ClaimReading(
            items: items, roles: vocabulary.roles, numbers: numbers, scalars: text.scalars
        ) { [reader] stretch in
            let words = clause.drop { $0.start < stretch.lowerBound }.prefix { $0.end <= stretch.upperBound }
            // 占无法提供件的9%
            if !words.isEmpty, words.allSatisfy({ $0.has(.measure) }) { return true }
            let named = reader.mention(words, atClauseStart: false)
            return (named.hasTopic || named.tellsAny) && !named.isHeadModified && !named.hasUnknownTail && !named.hasUnknownLead
                && named.part == nil && !named.otherUnit
        }
        reading.read(&comparison)
        if let draft = proportion(reading, items, clause, from: start, to: end) { claims.append(draft) }
        let subjects = distributed(reading.found.filter(Self.isListable), items, clause, from: start)
        var place = 0
        // 建议9件、提案3件，公开率分别为100%、66%: of which each is, is told by the order.
        let areRates = reading.found.count(where: Self.isRate) > 1
        for found in reading.found.prefix(Self.claimLimit) where !(areRates && Self.isRate(found)) && !isOfOthers(found, items, clause) {
            var amount: Int?
            if let index = found.amountItem, case .number(let number) = items[index].kind { amount = numbers[number].start }
            if let amount { claimAmounts.insert(amount) }
            var drafts: [ClaimDraft] = []
            if let subjects, Self.isListable(found) {
                if subjects.indices.contains(place) {
                    drafts = self.drafts(found, items, clause, of: [subjects[place]], from: start, to: end)
                }
                place += 1
            } else {
                drafts = self.drafts(found, items, clause, vocabulary, from: start, to: end)
            }
            if case .difference(let direction, let amount) = found.assertion, case .counts(let list)? = drafts.first?.subject,
                let index = list.first
            {
                comparison.difference = (direction, amount, index)
            }
            if !found.isSilent {
                if case .percent(let direction, _) = found.assertion, let untimed = comparison.untimed,
                    case .difference(let other, _) = untimed.assertion, direction == other
                {
                    claims.append(untimed)
                    comparison.untimed = nil
                }
                claims += drafts
            } else if amount == nil, let draft = drafts.first {
                comparison.pending = draft
            } else if case .difference = found.assertion {
                comparison.untimed = drafts.first
            }
        }
        if let base = comparison.base, base.start >= start, reading.found.contains(where: { Self.isChange($0.assertion) }) {
            comparison.spentBase = base.start
        }
        if let pending = comparison.pending, let base = comparison.base, base.start >= start {
            // 申请数量下降，全年12件，上年15件: what it is compared with comes last.
            comparison.pending = nil
            claims.append(ClaimDraft(pending.assertion, of: pending.subject, base: base, quote: pending.quote.lowerBound..<end))
        }
    }

    /// 四个季度分别为9件、12件，二季度占57%; 复议9件，上年未审结的2件在内，均获维持: whether a claim is of a part of the year, or of the last number before it, which is last
    /// year's.
    private func isOfOthers(_ found: ClaimReading.Found, _ items: [ClaimItem], _ clause: [ClauseToken]) -> Bool {
        switch found.assertion {
        case .share:
            let before = clause.prefix { $0.end <= items[found.firstItem].start }
            return !before.contains { $0.has(.count) } && reader.mention(before, atClauseStart: true).otherPeriod != nil
        case .outcome where found.isLone:
            return isOfOthers(lone: items)
        case .outcome:
            guard !found.isSettled, let last = counts.last, last.sentence == sentence else { return false }
            // 行政复议9件，系列案3件，均维持: of these alone, which are no figure.
            if last.obstacle != nil, !last.isAmong, !last.look.contains(.listed), last.group == nil, isOfMore(last) { return true }
            return last.look.contains(.otherTime) && last.obstacle?.isOfPack ?? false
                && counts.suffix(Self.partLimit).contains { $0.sentence == sentence && $0.obstacle == nil && $0.value > last.value }
        default: return false
        }
    }

    /// 行政复议3件：2件维持，1件12月受理，尚未审结: whether a claim that is all that its clause says is of anything else than the number right before it. With a
    /// number behind it, it is a label.
    private func isOfOthers(lone items: [ClaimItem]) -> Bool {
        guard let last = counts.last, last.sentence == sentence, last.obstacle == nil, !last.isAmong, let first = items.first,
            let end = items.last?.end, last.quote.upperBound <= first.start
        else { return true }
        func isHan(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) }
        let behind = text.scalars[end...].prefix(Self.labelReach)
        return text.scalars[last.quote.upperBound..<first.start].contains(where: isHan)
            || behind.prefix { !isHan($0) || DigitNotation.chinese($0) != nil }.contains {
                DigitNotation.decimal($0) != nil || DigitNotation.chinese($0) != nil
            }
    }

    /// In scalars: how far behind a label its number begins.
    private static let labelReach = 3

    /// Whether a greater number of the same measure that is a figure stands before a number in its sentence.
    private func isOfMore(_ last: Count) -> Bool {
        counts.suffix(Self.partLimit).contains {
            $0.sentence == last.sentence && $0.obstacle == nil && $0.value > last.value && $0.measure == last.measure
        }
    }

    /// 予以公开（9件，30%）: a percentage alone in the bracket of a part says how much of the whole that is.
    private func isShareAlone(_ clause: [ClauseToken]) -> Bool {
        guard let group, let first = clause.first, clause.count <= 2, first.has(.percentage), let last = counts.last,
            last.sentence == sentence, last.group == group || last.group == nil && first.start - last.range.upperBound <= 2
        else { return false }
        return last.features.tells(grammar.partMask) && clause.dropFirst().allSatisfy { $0.has(.unitOfNoCount) }
    }

    /// 信息90条，其中公告60条，接近七成: a proportion that is all that a clause says, right behind a part.
    private func isPartOfWhole(_ clause: [ClauseToken], from start: Int) -> Bool {
        guard clause.count <= Self.proportionLimit, clause.contains(where: { $0.has(.percentage) }), let last = counts.last,
            last.sentence == sentence, last.isAmong, start - last.range.upperBound <= Self.proportionLimit
        else { return false }
        return true
    }

    /// In tokens, and scalars: 接近七成左右, and a measure word with a comma.
    private static let proportionLimit = 4

    /// More claims than a clause makes. Each looks at the whole clause, so that the time of a clause without an end would grow with the square of its
    /// length.
    private static let claimLimit = 64

    /// Whether a stretch says that something rose or fell; `last`: with its last word, but for how (较快).
    func tellsDirection(from start: Int, to end: Int, last: Bool = false) -> Bool {
        guard let vocabulary = grammar.claims, vocabulary.mayTell(text.scalars, in: start..<end) else { return false }
        var index = start
        var isTold = false
        while index < end {
            guard let word = vocabulary.trie.longestMatch(in: text.scalars, at: index) else {
                index += 1
                isTold = false
                continue
            }
            switch vocabulary.roles[word.number] {
            case .rise, .fall:
                isTold = true
                if !last { return true }
            case .filler: break
            default: isTold = false
            }
            index = word.end
        }
        return isTold
    }

    /// The words, numbers and gaps of a clause; empty where no word may make a claim.
    private func claimItems(
        _ clause: [ClauseToken], _ vocabulary: ClaimVocabulary, brackets: [Range<Int>], from start: Int, to end: Int
    ) -> [ClaimItem] {
        let numerals = clause.compactMap { token -> (index: Int, start: Int, end: Int)? in
            guard case .number(let index) = token.kind else { return nil }
            let number = numbers[Int(index)]
            // A measure word belongs to its number, unless it tells what kind of claim it is (2倍).
            let isUnit = vocabulary.trie.longestMatch(in: text.scalars, at: number.end).map { $0.end == token.end } ?? false
            return (Int(index), number.start, isUnit ? number.end : max(number.end, token.end))
        }
        var nextNumeral = 0
        var nextBracket = 0
        var items: [ClaimItem] = []
        var isTelling = false
        var unknown: Int?
        var index = start
        func push(_ kind: ClaimItem.Kind, to stop: Int) {
            if let first = unknown { items.append(ClaimItem(kind: .unknown, start: first, end: index)) }
            unknown = nil
            items.append(ClaimItem(kind: kind, start: index, end: stop))
            index = stop
        }
        while index < end {
            while nextBracket < brackets.count, brackets[nextBracket].upperBound <= index { nextBracket += 1 }
            if nextBracket < brackets.count, brackets[nextBracket].contains(index) {
                index = brackets[nextBracket].upperBound
                continue
            }
            while nextNumeral < numerals.count, numerals[nextNumeral].start < index { nextNumeral += 1 }
            if nextNumeral < numerals.count, numerals[nextNumeral].start == index {
                push(.number(numerals[nextNumeral].index), to: max(numerals[nextNumeral].end, index + 1))
            } else if let word = vocabulary.trie.longestMatch(in: text.scalars, at: index), word.end <= end {
                if vocabulary.roles[word.number] == .negator, let told = wordOpened(at: index, beyond: word.end), told <= end {
                    unknown = unknown ?? index
                    index = told
                    continue
                }
                if ClaimVocabulary.isTelling(vocabulary.roles[word.number]) { isTelling = true }
                push(.word(word.number), to: word.end)
            } else if Self.isSilent(text.scalars[index]) {
                index += 1
            } else {
                unknown = unknown ?? index
                index += 1
            }
        }
        if let first = unknown { items.append(ClaimItem(kind: .unknown, start: first, end: end)) }
        // A word that compares with last year sets the time of the clauses that follow.
        let sets = items.contains { item in
            guard case .word(let number) = item.kind else { return false }
            return ClaimVocabulary.setsTime(vocabulary.roles[number])
        }
        return isTelling || sets || comparison.isShare ? items : []
    }

    /// 占不予公开件的9%: the end of a longer word that tells something and begins with a negator; nil for none.
    private func wordOpened(at index: Int, beyond end: Int) -> Int? {
        guard let word = grammar.trie.longestMatch(in: text.scalars, at: index), word.end > end else { return nil }
        return grammar.traits[word.number].contains(.feature) ? word.end : nil
    }

    /// Blanks, quotation marks, stars and brackets.
    private static func isSilent(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || scalar == 0x22 || scalar == 0x2A || (0x2018...0x201F).contains(scalar) || isBracket(scalar)
    }

    private static func isBracket(_ scalar: UInt32) -> Bool {
        scalar == 0x28 || scalar == 0x29 || scalar == 0xFF08 || scalar == 0xFF09
    }

    // MARK: What a claim is about

    private static func isRate(_ found: ClaimReading.Found) -> Bool {
        if case .rate = found.assertion { true } else { false }
    }

    private static func isListable(_ found: ClaimReading.Found) -> Bool {
        guard !found.isSilent, found.subjectItem == nil else { return false }
        switch found.assertion {
        case .percent, .difference, .either, .share, .multiple: return true
        case .change, .level, .similar, .rate, .ownRate, .outcome, .moved, .was: return false
        }
    }

    /// What each of several claims is about, where 分别 gives them out in order; empty where that cannot be told, nil where nothing is given out.
    private func distributed(
        _ found: [ClaimReading.Found], _ items: [ClaimItem], _ clause: [ClauseToken], from start: Int
    ) -> [ClaimDraft.Subject]? {
        guard found.count > 1, let first = found.first, clause.contains(where: { $0.has(.respectively) }) else { return nil }
        let position = items[first.firstItem].start
        let own = reader.mention(clause.prefix { $0.end <= position }, atClauseStart: true)
        if own.blocker != nil || own.part != nil && own.part != frame.part { return [] }
        var list = own
        if own.respectiveItems.count == found.count {
            list.items = own.respectiveItems
        } else if own.list.count != found.count, let spoken = spoken.list {
            list = spoken
        }
        if list.list.count == found.count {
            list.isEach = false
            let told = list.list.map { item in
                var said = list
                said.features = item
                return resolve(said, told: item, alternatives: [])
            }
            return told.contains { $0.obstacle != nil } ? [] : told.map { .told($0.features) }
        }
        // 予以公开3件、部分公开5件，分别占30%和50%
        let stated = statedBefore(position, sentences: 0)
        guard own.isSilent || own.isRespective && !own.tellsAny, stated.count >= found.count else { return [] }
        let last = Array(stated.prefix(found.count).reversed())
        let areListed = last.dropFirst().allSatisfy { counts[$0].look.contains(.listed) }
        return areListed && !counts[last[0]].look.contains(.listed) ? last.map { .counts([$0]) } : []
    }

    private func drafts(
        _ found: ClaimReading.Found, _ items: [ClaimItem], _ clause: [ClauseToken], of subjects: [ClaimDraft.Subject], from start: Int,
        to end: Int
    ) -> [ClaimDraft] {
        let isChange = Self.isChange(found.assertion)
        let whole = if case .share = found.assertion { whole(clause, behind: items[found.firstItem].end) } else { nil as Features? }
        return subjects.map { subject in
            var quote = start
            if case .counts(let list) = subject, let first = list.first {
                let first = counts[first].quote.lowerBound
                quote = end - first > Self.longestQuote ? start : min(start, first)
            }
            return ClaimDraft(
                found.assertion, of: subject, base: isChange ? base(of: subject) ?? base(of: subject, found.assertion) : nil,
                quote: quote..<end, whole: whole, sentence: sentence, isLone: found.isLone
            )
        }
    }

    private func drafts(
        _ found: ClaimReading.Found, _ items: [ClaimItem], _ clause: [ClauseToken], _ vocabulary: ClaimVocabulary, from start: Int,
        to end: Int
    ) -> [ClaimDraft] {
        if let index = found.subjectItem, case .number(let number) = items[index].kind {
            // 由上年的12件增至15件: the number behind is what it is about.
            let stated = counts.indices.filter { counts[$0].range.lowerBound == numbers[number].start }
            guard !stated.isEmpty else { return [] }
            return [ClaimDraft(found.assertion, of: .counts(stated), base: base(of: .counts(stated)), quote: start..<end)]
        }
        if case .moved = found.assertion {
            return [ClaimDraft(found.assertion, of: .counts([]), base: nil, quote: start..<end, sentence: sentence)]
        }
        let subjects = subjects(found, items, clause, vocabulary, from: start)
        if case .was = found.assertion { return drafts(of: subjects, items[found.firstItem].start, clause, quote: start..<end) }
        if Self.isChange(found.assertion) {
            comparison.subject = subjects.first
            comparison.changeEnd = items[found.amountItem ?? found.firstItem].end
        }
        return drafts(found, items, clause, of: subjects, from: start, to: end)
    }

    /// 信息90条，比上年多9条，增长10%: what a number was, where by how much it changed is told.
    private func base(of subject: ClaimDraft.Subject, _ assertion: ClaimDraft.Assertion) -> ClaimDraft.Amount? {
        guard case .percent(let direction, _) = assertion, case .counts(let list) = subject, let told = comparison.difference,
            told.of == list.first, told.direction == direction, case let count = counts[told.of], count.obstacle != nil, !count.isInexact,
            count.look.isDisjoint(with: [.otherTime, .lastYears]),
            count.measure.map({ grammar.measures[$0].word }) == grammar.measures[told.amount.measure].word,
            let value = direction == .rise ? count.value.subtracting(told.amount.value) : count.value.adding(told.amount.value),
            value > .zero
        else { return nil }
        return ClaimDraft.Amount(value: value, measure: told.amount.measure, start: told.amount.start)
    }

    /// What a share is said to be of (占新收申请数的…); nil where the clause does not name it.
    func whole(_ clause: [ClauseToken], behind position: Int) -> Features? {
        let whole = reader.mention(clause.drop { $0.start < position }, atClauseStart: false)
        guard whole.tellsAny || whole.hasHead || whole.weakHead != nil else { return nil }
        var features = whole.features
        if !whole.hasTopic, let weak = whole.weakHead { features.fill(weak) }
        return features
    }

    static func isChange(_ assertion: ClaimDraft.Assertion) -> Bool {
        switch assertion {
        case .change, .percent, .difference, .either, .multiple, .level, .similar: true
        case .share, .rate, .ownRate, .outcome, .moved, .was: false
        }
    }

    /// In scalars: a claim quoted with what it is about is to be read at a glance.
    private static let longestQuote = 80
}
