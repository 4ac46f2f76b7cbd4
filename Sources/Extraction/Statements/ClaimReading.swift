import AuditModel
import DocumentModel

/// Reads the claims off the items of one clause, by the roles of their words alone.
struct ClaimReading {
    struct Found {
        let assertion: ClaimDraft.Assertion
        /// The item that opens the claim: what it is about stands before.
        let firstItem: Int
        /// The number that is a change rather than a count.
        var amountItem: Int?
        /// The number that it is about, where that stands behind (增至15件).
        var subjectItem: Int?
        /// Too little is told to judge it: it only says what the next one is about.
        var isSilent = false
        /// How many of the numbers before it are taken together; nil where it is told of one thing.
        var together: Int?
        /// It takes no other word to say so of all (应办尽办): it may be a watchword as well.
        var isSettled = false
        /// Its clause says nothing else, so that it is of the last number before it.
        var isLone = false
    }

    typealias Role = StatementGrammar.ClaimWord.Role

    let items: [ClaimItem]
    let roles: [Role]
    let numbers: [NumberToken]
    let scalars: [UInt32]
    /// Whether a stretch of the text names nothing but what the grammar knows.
    let isKnown: (Range<Int>) -> Bool
    var found: [Found] = []
    /// Where the comparison of this clause begins.
    private var opening: Int?
    var isOffered = false
    /// The word of a share or rate of which nothing but what it was is told so far, and how it asserts one.
    var pendingShare: (item: Int, before: Quantity?, assert: (Claim.Stated) -> ClaimDraft.Assertion)?

    init(
        items: [ClaimItem], roles: [Role], numbers: [NumberToken], scalars: [UInt32], isKnown: @escaping (Range<Int>) -> Bool
    ) {
        self.items = items
        self.roles = roles
        self.numbers = numbers
        self.scalars = scalars
        self.isKnown = isKnown
    }

    mutating func read(_ comparison: inout ClauseReader.Comparison) {
        var index = 0
        while index < items.count {
            let next = readItem(at: index, &comparison)
            index = max(next, index + 1)
        }
    }

    func role(at index: Int) -> Role? {
        guard items.indices.contains(index), case .word(let number) = items[index].kind else { return nil }
        return roles[number]
    }

    /// Reads what begins at an item; returns the index behind it.
    private mutating func readItem(at index: Int, _ comparison: inout ClauseReader.Comparison) -> Int {
        if comparison.isShare, let rough = rough(at: index), !rough.isTimes {
            found.append(Found(assertion: .share(rough.stated), firstItem: index))
            return rough.end
        }
        guard let role = role(at: index) else {
            if case .unknown = items[index].kind { opening = nil }
            if comparison.isShare, case .number = items[index].kind, self.role(at: index + 1) == .percent {
                // 占总量的比重为：予以公开9件、30%
                return percentage(at: index, from: index) { .share($0) }
            }
            return index + 1
        }
        switch role {
        case .base:
            comparison.time = .lastYear
            opening = opening ?? index
        // 与上年的12件相比: the word that closes a comparison opens none.
        case .than where self.role(at: index - 1) == .earlier || index + 1 == items.count || isBase(index - 1, of: comparison): break
        // 增长5%和增长7%
        case .than where self.role(at: index - 1) == .percent && isJoint(index) && isDirection(index + 1): break
        case .than:
            opening = opening ?? index
            guard self.role(at: index + 1) == .earlier else {
                comparison.time = .other
                return index + 1
            }
            comparison.time = .lastYear
            return noteBase(behind: index + 1, &comparison)
        case .earlier:
            opening = opening ?? index
            if let end = roughMultiple(behind: index, from: opening ?? index) { return end }
            if let (number, unit) = number(behind: index), self.role(at: unit) == .times {
                return multiple(number, unit: unit, from: index, plus: .zero)
            }
            let next = noteBase(behind: index, &comparison)
            // 新收12件，上年为9件
            if next == items.count, next > index + 1, !isOwned(next - 1) {
                found.append(Found(assertion: .was, firstItem: opening ?? index))
            }
            // 为上年（2件）的3倍
            if next > index + 1, let (number, unit) = number(behind: next - 1), self.role(at: unit) == .times {
                return multiple(number, unit: unit, from: index, plus: .zero)
            }
            return next
        case .otherBase: comparison.time = .other
        case .plan:
            isOffered = true
        case .riseTo, .fallTo: return arrival(role == .riseTo ? .rise : .fall, at: index, &comparison)
        case .rise: return change(.rise, at: index, &comparison)
        case .fall: return change(.fall, at: index, &comparison)
        case .level, .similar: level(at: index, comparison)
        case .ratio(let factor):
            if comparison.time == .lastYear, !isDenied(index), !isOffered {
                found.append(Found(assertion: .multiple(Claim.Stated(factor, decimals: 0)), firstItem: opening ?? index))
            }
        case .together(let count):
            // 两者占40%, 两者合计占40%
            var next = index + 1
            while case .filler? = self.role(at: next) { next += 1 }
            guard case .share? = self.role(at: next) else {
                if count > 0 { isOffered = true }
                return index + 1
            }
            let first = found.count
            let end = share(at: next, &comparison)
            for place in found.indices.dropFirst(first) { found[place].together = count }
            return end
        case .share: return share(at: index, &comparison)
        case .rate: return rate(at: index) { .rate($0) }
        case .ownRate: return rate(at: index) { .ownRate($0) }
        case .all: return outcome(at: index)
        case .settled(let id):
            if !isDenied(index), !isOffered { found.append(Found(assertion: .outcome(id), firstItem: index, isSettled: true)) }
        case .lone(let id):
            if isAlone(index), !isOffered { found.append(Found(assertion: .outcome(id), firstItem: index, isLone: true)) }
        case .approximate(let side): return roughShare(side, at: index)
        case .upTo: if let end = shareReached(behind: index) { return end }
        case .outcome, .percent, .tenths, .times, .fraction, .negator, .filler: break
        }
        return index + 1
    }

    // MARK: Comparisons

    /// 与上年的12件相比: the number of the year before.
    private func isBase(_ index: Int, of comparison: ClauseReader.Comparison) -> Bool {
        guard index >= 0, let base = comparison.base else { return false }
        return items[index].start == base.start
    }

    /// 上年的12件: last year's number.
    private func noteBase(behind index: Int, _ comparison: inout ClauseReader.Comparison) -> Int {
        guard let (item, unit) = number(behind: index), case .number(let number) = items[item].kind, let measure = numbers[number].measure,
            !numbers[number].isInexact, role(at: unit) != .times
        else { return index + 1 }
        comparison.time = .lastYear
        if let last = lastOwned(behind: unit), case .number(let number) = items[last].kind, let measure = numbers[number].measure {
            comparison.base = ClaimDraft.Amount(
                value: numbers[number].value, measure: measure, start: numbers[number].start, isLastYears: true)
            return last + 1
        }
        if isJoint(item + 1), items.indices.contains(item + 2), case .number = items[item + 2].kind {
            // 较上年的12件、9件依次减少3件、1件: of which each is, is told by the order.
            comparison.time = .other
            comparison.base = nil
            return item + 1
        }
        comparison.base = ClaimDraft.Amount(value: numbers[number].value, measure: measure, start: numbers[number].start, isLastYears: true)
        return item + 1
    }

    private mutating func change(_ direction: Claim.Direction, at index: Int, _ comparison: inout ClauseReader.Comparison) -> Int {
        let first = opening ?? index
        if role(at: index + 1) == .earlier {
            // 少于上年，差3件: what is compared with stands behind.
            guard !isDenied(index), !isOffered else { return index + 2 }
            comparison.time = .lastYear
            if let either = either(direction, at: index + 2) {
                found.append(Found(assertion: either, firstItem: first, amountItem: index + 2))
                return index + 3
            }
            found.append(Found(assertion: .change(direction), firstItem: first))
            return noteBase(behind: index + 1, &comparison)
        }
        guard comparison.time != .other, !isDenied(first), !isDenied(index), !isOffered else { return index + 1 }
        let isTold = comparison.time == .lastYear
        var next = index + 1
        var isApproximate = false
        while let role = role(at: next) {
            switch role {
            // 多办结12件, 增长百分之12
            case .filler, .outcome, .percent: break
            case .approximate where isTold:
                if let end = roughChange(direction, at: next, from: first) { return end }
                isApproximate = true
            case .approximate: isApproximate = true
            case .fraction where isTold: return roughChange(direction, at: next, from: first) ?? next + 1
            case .upTo:
                if let end = shareReached(behind: next, direction) { return end }
                guard isTold || isStart(before: index), let (item, unit) = number(behind: next),
                    case .number(let number) = items[item].kind,
                    numbers[number].measure != nil
                else { return next + 1 }
                if self.role(at: unit) == .times { return multiple(item, unit: unit, from: first, plus: .zero) }
                noteStart(before: index, &comparison)
                if comparison.base != nil, !numbers[number].isInexact {
                    found.append(Found(assertion: .change(direction), firstItem: first, subjectItem: item))
                }
                return item + 1
            default: return next
            }
            next += 1
        }
        guard next < items.count else {
            found.append(Found(assertion: .change(direction), firstItem: first, isSilent: !isTold))
            return next
        }
        guard case .number(let number) = items[next].kind else { return next }
        if !isTold, role(at: next + 1) != .percent, role(at: next - 1) != .percent {
            // 净增12件，增长率为9%: of what the amount is, is told for what follows; by itself it may be of any time.
            guard numbers[number].measure != nil else { return next }
            let assertion = numbers[number].isInexact ? .change(direction) : difference(direction, numbers[number])
            found.append(Found(assertion: assertion ?? .change(direction), firstItem: first, amountItem: next, isSilent: true))
            return next + 1
        }
        // 增长率为12%: by how many per cent a year's figure rose is told against the year before, and so is what follows (净增5件).
        if comparison.time == .untold { comparison.time = .lastYear }
        if let end = roughChange(direction, at: next, from: first) { return end }
        return amount(direction, number, at: next, from: first, isApproximate: isApproximate)
    }

    /// 上年9件，本年上升为12件: what is told to have risen is the number behind.
    private mutating func arrival(_ direction: Claim.Direction, at index: Int, _ comparison: inout ClauseReader.Comparison) -> Int {
        if let end = shareReached(behind: index, direction) { return end }
        noteStart(before: index, &comparison)
        guard comparison.time == .lastYear || isStart(before: index), comparison.base != nil, !isDenied(index), !isOffered,
            let (item, unit) = number(behind: index), case .number(let number) = items[item].kind, numbers[number].measure != nil,
            role(at: unit) != .times, !numbers[number].isInexact
        else { return index + 1 }
        found.append(Found(assertion: .change(direction), firstItem: opening ?? index, subjectItem: item))
        return item + 1
    }

    /// Reads the amount of a change, a number at an item.
    private mutating func amount(
        _ direction: Claim.Direction, _ number: Int, at item: Int, from first: Int, isApproximate: Bool
    ) -> Int {
        let token = numbers[number]
        let isExact =
            (!token.isInexact || isByDirection(token, at: item)) && !isApproximate && !self.isApproximate(item + 2)
            && !self.isApproximate(item + 1)
        switch role(at: item + 1) {
        case .percent:
            let assertion: ClaimDraft.Assertion = isExact ? .percent(direction, stated(token)) : .change(direction)
            found.append(Found(assertion: assertion, firstItem: first))
            return goOn(behind: item + 2, from: first) { .percent(direction, $0) }
        case .times:
            guard isExact, direction == .rise else { return item + 2 }
            return multiple(item, unit: item + 1, from: first, plus: Quantity(1))
        default: break
        }
        // 百分之五
        if case .percent? = role(at: item - 1) {
            found.append(Found(assertion: isExact ? .percent(direction, stated(token)) : .change(direction), firstItem: first))
            return item + 1
        }
        guard let measure = token.measure else { return item + 1 }
        let difference = ClaimDraft.Amount(value: token.value, measure: measure, start: token.start)
        found.append(
            Found(
                assertion: isExact ? .difference(direction, difference) : .change(direction), firstItem: first, amountItem: item))
        return item + 1
    }

    /// `plus`: 增长2倍 is three times as much.
    private mutating func multiple(_ item: Int, unit: Int, from first: Int, plus: Quantity) -> Int {
        guard case .number(let number) = items[item].kind, !numbers[number].isInexact, !isApproximate(unit + 1), !isOffered,
            !isApproximate(item - 1), let value = numbers[number].value.adding(plus)
        else { return unit + 1 }
        found.append(
            Found(
                assertion: .multiple(Claim.Stated(value, decimals: stated(numbers[number]).decimals)), firstItem: first, amountItem: item))
        return unit + 1
    }

    private mutating func level(at index: Int, _ comparison: ClauseReader.Comparison) {
        guard comparison.time == .lastYear, !isDenied(index), !isOffered else { return }
        let isAbout = role(at: index) == .similar || isApproximate(index - 1)
        found.append(Found(assertion: isAbout ? .similar : .level, firstItem: opening ?? index))
    }

    // MARK: Shares

    /// 占51.85%, 占总数的51.85%.
    private mutating func share(at index: Int, _ comparison: inout ClauseReader.Comparison) -> Int {
        var next = index + 1
        while items.indices.contains(next), isOfWhole(next) { next += 1 }
        // 占答复总数901件的9.2%
        if items.indices.contains(next), case .number(let number) = items[next].kind, numbers[number].measure != nil,
            role(at: next + 1) == .filler
        {
            next += 1
            while case .filler? = role(at: next) { next += 1 }
        }
        if next >= items.count { comparison.isShare = true }
        // 上年占89%
        if role(at: index - 1) == .earlier { return next + 1 }
        return percentage(at: next, from: index) { .share($0) }
    }

    private mutating func rate(at index: Int, _ assertion: @escaping (Claim.Stated) -> ClaimDraft.Assertion) -> Int {
        var next = index + 1
        while let role = role(at: next) {
            switch role {
            case .filler, .upTo, .all: next += 1
            default: return percentage(at: next, from: index, assertion)
            }
        }
        return percentage(at: next, from: index, assertion)
    }

    private mutating func percentage(
        at item: Int, from first: Int, _ assertion: @escaping (Claim.Stated) -> ClaimDraft.Assertion
    ) -> Int {
        if let rough = rough(at: item), !rough.isTimes {
            // 由超过三分之一降为不到三成: the first is that of the time before.
            let isBefore = items[item].start > 0 && Self.isFrom(scalars[items[item].start - 1])
            if isBefore { pendingShare = (first, nil, assertion) }
            if !isOffered, !isDenied(first), !isBefore { found.append(Found(assertion: assertion(rough.stated), firstItem: first)) }
            return rough.end
        }
        if role(at: item) == .earlier, let (before, unit) = number(behind: item), role(at: unit) == .percent {
            // 占比由上年的44%降至40%
            pendingShare = (first, exactValue(at: before), assertion)
            return unit + 1
        }
        var item = item
        if case .percent? = role(at: item) { item += 1 }
        guard items.indices.contains(item), case .number(let number) = items[item].kind else { return item }
        let token = numbers[number]
        var end = item + 1
        if case .percent? = role(at: end) {
            end += 1
        } else {
            guard case .percent? = role(at: item - 1) else { return end }
        }
        // 公开率由44%变为48%: the first is that of the time before.
        let isBefore = token.start > 0 && Self.isFrom(scalars[token.start - 1])
        if isBefore { pendingShare = (first, exactValue(at: item), assertion) }
        guard !token.isInexact, !isApproximate(end), !isApproximate(item - 1), !isOffered, !isDenied(first), !isBefore
        else { return end }
        found.append(Found(assertion: assertion(stated(token)), firstItem: first))
        return goOn(behind: end, from: first, assertion)
    }

    /// The percentages that are listed behind one: 分别占14%、20%和66%.
    private mutating func goOn(behind end: Int, from first: Int, _ assertion: (Claim.Stated) -> ClaimDraft.Assertion) -> Int {
        var end = end
        while isJoint(end), items.indices.contains(end + 1), case .number(let number) = items[end + 1].kind, role(at: end + 2) == .percent,
            !numbers[number].isInexact
        {
            found.append(Found(assertion: assertion(stated(numbers[number])), firstItem: first))
            end += 3
        }
        return end
    }

    // MARK: All of them

    /// Whether a clause says nothing but what stands at an item.
    private func isAlone(_ index: Int) -> Bool {
        items.indices.allSatisfy { $0 == index || role(at: $0) == .filler }
    }

    /// 均已办结, 全部按时答复, 结果均为维持.
    private mutating func outcome(at index: Int) -> Int {
        var next = index + 1
        while let role = role(at: next) {
            switch role {
            case .filler, .all: next += 1
            case .outcome(let id), .lone(let id):
                if !isDenied(index), !isOffered { found.append(Found(assertion: .outcome(id), firstItem: index)) }
                return next + 1
            default: return next
            }
        }
        return next
    }
}
