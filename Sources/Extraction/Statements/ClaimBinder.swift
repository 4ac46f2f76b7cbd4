import AuditModel
import DocumentModel

/// Finds the figures that the claims of one paragraph are about.
struct ClaimBinder {
    let grammar: CompiledGrammar
    /// Those of the paragraph, with the statement that each became.
    let counts: [Count]
    let statements: [Statement]

    /// What a claim is about, without its words.
    struct Binding {
        var assertion: Claim.Assertion
        var readings: [[Int]]
        var values: [Quantity] = []
        var base: Quantity?
        var isBaseLastYears = false
        var wholes: [[Int]] = []
        var statedWholes: [Quantity] = []
        var figure: String?
        /// The place of the statement whose value of last year is still to be found.
        var subject: Int?
    }

    /// Nil for a claim about what the form does not know, unless the text gives all that it takes to judge it.
    func binding(of draft: ClaimDraft, with binder: StatementBinder) -> Binding? {
        switch draft.assertion {
        case .outcome(let id): isOfSome(draft) ? nil : outcome(id, of: draft.subject, in: draft.sentence)
        case .rate(let percent):
            if case .counts(let list) = draft.subject {
                foreignRate(percent, of: list)
            } else {
                isOfForeign(draft) ? nil : rate(percent, of: draft.subject, with: binder)
            }
        case .ownRate(let percent): ownRate(percent, of: draft.subject)
        case .share(let percent): isOfForeign(draft) ? nil : share(percent, of: draft.subject, whole: draft.whole, with: binder)
        case .change(let direction): change(draft, with: binder) { _ in .change(direction, nil) }
        case .percent(let direction, let percent): change(draft, with: binder) { _ in .change(direction, .percent(percent)) }
        case .multiple(let times): change(draft, with: binder) { _ in .multiple(times) }
        case .level: change(draft, with: binder) { _ in .level }
        case .similar: change(draft, with: binder) { _ in .similar }
        case .difference(let direction, let amount):
            change(draft, with: binder) { scaled in scaled(amount).map { .change(direction, .difference($0)) } }
        case .either(let direction, let amount):
            change(draft, with: binder) { scaled in scaled(amount).map { .change(direction, .either($0)) } }
        case .moved(let direction, let before, let after):
            Binding(assertion: .change(direction, nil), readings: [], values: [after], base: before)
        case .was: isSummand(draft) ? nil : was(draft, with: binder)
        }
    }

    /// 公文90份，公开30份，占33.33%: what is part of what, is told by nothing but the order. So it is where the percentage follows from the numbers, but for a slip
    /// of the pen.
    private func foreignShare(_ percent: Claim.Stated, of part: Int, in larger: [Int]) -> Binding? {
        let wholes = larger.filter { $0 < part && counts[$0].sentence == counts[part].sentence && counts[$0].obstacle != nil }
        guard wholes.count == 1, counts[part].obstacle?.isOfPack ?? false,
            let exact = counts[part].value.percent(of: counts[wholes[0]].value, decimals: percent.decimals),
            Slip.mayTurn(exact.shifted(percent.decimals), into: percent.value.shifted(percent.decimals))
        else { return nil }
        return Binding(assertion: .share(percent), readings: [], values: [counts[part].value], statedWholes: [counts[wholes[0]].value])
    }

    /// 受理工单2764件，其中办结2731件，办结率98.81%: the last part of the sentence and its whole, but for a slip of the pen.
    private func foreignRate(_ percent: Claim.Stated, of list: [Int]) -> Binding? {
        guard let last = list.first, !counts[last].isInexact else { return nil }
        let larger = around(last).filter { isLike(counts[$0], counts[last]) && counts[$0].value >= counts[last].value && $0 != last }
        return foreignShare(percent, of: last, in: larger)
    }

    /// 公文90份，公开30份，公开比例33%: whether what is told without a number is of a sentence that counts nothing of the form.
    private func isOfForeign(_ draft: ClaimDraft) -> Bool {
        guard case .told = draft.subject else { return false }
        let beside = counts[start(of: draft.sentence)...].prefix(ClauseReader.partLimit).prefix { $0.sentence == draft.sentence }.filter {
            !$0.isZeroByWords
        }
        return beside.contains { $0.features[grammar.topicDimension] == 0 } && beside.allSatisfy { $0.obstacle?.isOfPack ?? false }
    }

    /// Where the counts of a sentence begin: they stand in the order of the text.
    private func start(of sentence: Int) -> Int {
        var (first, end) = (counts.startIndex, counts.endIndex)
        while first < end {
            let middle = first + (end - first) / 2
            if counts[middle].sentence < sentence { first = middle + 1 } else { end = middle }
        }
        return first
    }

    // MARK: Outcomes and rates

    /// 因征地引发的行政诉讼3件，尚在审理: whether a claim that says no more is of a number that is not all of its figure.
    private func isOfSome(_ draft: ClaimDraft) -> Bool {
        guard draft.isLone, case .counts(let list) = draft.subject, let first = list.first else { return draft.isLone }
        return statements[first].agrees != true
    }

    private func outcome(_ id: String, of subject: ClaimDraft.Subject, in sentence: Int) -> Binding? {
        guard let features = features(of: subject), let figure = grammar.figure(for: features, claim: id) else { return nil }
        let readings = grammar.readings(of: figure, features: features)
        guard !readings.isEmpty else { return nil }
        // 不予公开9件，其中3件均属过程性信息: a part that is not the figure's is none of them all.
        if case .counts(let list) = subject, let first = list.first, features.tells(grammar.partMask), statements[first].agrees != true {
            return nil
        }
        // 办结10件，其余2件结转下年度，均已按时答复: the paragraph itself says what is left.
        let denied = Set(readings.joined())
        let end = start(of: sentence + 2)
        let isExcepted = (max(0, end - Self.wholeReach)..<end).contains { index in
            let (count, statement) = (counts[index], statements[index])
            // What a later sentence says is told of something else, unless it is the one thing that may be left over.
            guard count.sentence <= sentence || denied.count == 1 && count.sentence == sentence + 1 else { return false }
            return statement.state == .bound && !statement.value.isZero && statement.agrees == true && !statement.indicators.isEmpty
                && denied.isSuperset(of: statement.indicators)
        }
        if isExcepted { return nil }
        // 复议9件，已审结7件，均获维持: of these alone, and not of those that are still open.
        if case .counts(let list) = subject, let first = list.first, statements[first].agrees == true,
            case let own = Set(statements[first].indicators), !own.isDisjoint(with: denied)
        {
            let kept = readings.map { $0.filter(own.contains) }
            return Binding(assertion: .none, readings: kept, figure: grammar.figures[figure].definition.id)
        }
        return Binding(assertion: .none, readings: readings, figure: grammar.figures[figure].definition.id)
    }

    private func features(of subject: ClaimDraft.Subject) -> Features? {
        switch subject {
        case .told(let features): return features
        case .anyOf, .sum, .both: return nil
        case .counts(let list):
            guard let first = list.first, statements[first].state != .unbound, counts[first].joined.isEmpty else { return nil }
            return counts[first].features
        }
    }

    private func rate(_ percent: Claim.Stated, of subject: ClaimDraft.Subject, with binder: StatementBinder) -> Binding? {
        guard case .told(let features) = subject, let part = binder.meaning(of: features),
            let whole = grammar.figure(for: features, claim: "rate") ?? grammar.figure(for: features, claim: "share")
        else { return nil }
        let wholes = grammar.readings(of: whole, features: features)
        guard !part.readings.isEmpty, !wholes.isEmpty else { return nil }
        return Binding(
            assertion: .share(percent), readings: part.readings, wholes: wholes, figure: grammar.figures[part.figure].definition.id)
    }

    // MARK: What was

    private func was(_ draft: ClaimDraft, with binder: StatementBinder) -> Binding? {
        guard case .counts(let list) = draft.subject, let first = list.first, counts[first].range.lowerBound == draft.base?.start else {
            // 承接上年9件: what agrees is this year's.
            if zip(counts, statements).contains(where: { $0.range.lowerBound == draft.base?.start && $1.agrees == true }) { return nil }
            let binding = change(draft, with: binder) { _ in .was }
            return binding?.readings.isEmpty ?? true || binding?.base == nil ? nil : binding
        }
        // 上年新收12件: what the number itself is told of. 上年未审结的3件复议、2件诉讼已结: what became of it is not told of then.
        let count = counts[first]
        if count.look.contains(.listed), count.own.tells(grammar.acts) || count.look.contains(.settled) { return nil }
        guard let meaning = binder.meaning(of: count.features, measure: count.measure), !meaning.readings.isEmpty,
            let value = count.value.multiplied(by: grammar.figures[meaning.figure].definition.scale)
        else { return nil }
        var readings = meaning.readings
        for features in count.alternatives {
            for reading in binder.meaning(of: features, measure: count.measure)?.readings ?? [] where !readings.contains(reading) {
                readings.append(reading)
            }
        }
        return Binding(
            assertion: .was, readings: readings, base: value, isBaseLastYears: true, figure: grammar.figures[meaning.figure].definition.id)
    }

    /// 应办12件，其中本年9件，上年3件: a number that makes up another with a third is what was left from last year, and not last year's figure.
    private func isSummand(_ draft: ClaimDraft) -> Bool {
        guard let base = draft.base else { return false }
        // They stand in the order of the text.
        var (place, end) = (counts.startIndex, counts.endIndex)
        while place < end {
            let middle = place + (end - place) / 2
            if counts[middle].range.lowerBound < base.start { place = middle + 1 } else { end = middle }
        }
        guard place < counts.endIndex, counts[place].range.lowerBound == base.start else { return false }
        let own = counts[place]
        let beside = counts[max(0, place - Self.besideLimit)..<min(counts.endIndex, place + Self.besideLimit)]
            .filter { $0.sentence == own.sentence && $0.range != own.range && $0.measure == own.measure }.map(\.value)
        return beside.contains { part in
            guard let sum = part.adding(own.value) else { return false }
            return !part.isZero && beside.contains(sum)
        }
    }

    /// How many numbers before and behind it are looked at.
    private static let besideLimit = 16

    // MARK: Shares

    private func share(
        _ percent: Claim.Stated, of subject: ClaimDraft.Subject, whole: Features?, with binder: StatementBinder
    ) -> Binding? {
        switch subject {
        case .sum(let list):
            // The first lawful reading of each.
            let parts = list.compactMap { binder.meaning(of: $0) }
            guard parts.count == list.count, let first = list.first, let wholes = wholes(of: first, percent, said: whole, with: binder)
            else { return nil }
            let reading = parts.compactMap(\.readings.first).reduce(into: [Int]()) { all, next in all += next.filter { !all.contains($0) } }
            return Binding(
                assertion: .share(percent), readings: [reading], wholes: wholes, figure: grammar.figures[parts[0].figure].definition.id)
        case .both(let list): return share(percent, ofBoth: list)
        case .anyOf(let list):
            let parts = list.compactMap { binder.meaning(of: $0) }
            let wholes = list.compactMap { self.wholes(of: $0) }
            guard parts.count == list.count, wholes.count == list.count else { return nil }
            return Binding(
                assertion: .share(percent), readings: parts.flatMap(\.readings), wholes: wholes.flatMap(\.self),
                figure: grammar.figures[parts[0].figure].definition.id)
        case .told(let features):
            guard let part = binder.meaning(of: features), let wholes = wholes(of: features, percent, said: whole, with: binder),
                !part.readings.isEmpty
            else { return nil }
            return Binding(
                assertion: .share(percent), readings: part.readings, wholes: wholes,
                figure: grammar.figures[part.figure].definition.id)
        case .counts(let list):
            guard let first = list.first, !counts[first].isInexact else { return nil }
            let (count, statement) = (counts[first], statements[first])
            let larger = around(first).filter { index in
                index != first && isLike(counts[index], count) && counts[index].value >= count.value && !counts[index].isInexact
            }
            guard statement.state != .unbound, let figure = statement.figure else {
                // What the form does not know is a share only of what the text says it is part of.
                let reach = percent.range == nil ? 1 : Self.roughReach
                let before = larger.filter { $0 < first && count.sentence - counts[$0].sentence <= reach }
                guard whole == nil, !before.isEmpty else { return nil }
                guard count.isAmong || count.group != nil || count.isDistributed else {
                    return listedWhole(of: first).map {
                        Binding(assertion: .share(percent), readings: [], values: [count.value], statedWholes: [$0])
                    } ?? foreignShare(percent, of: first, in: larger)
                }
                return Binding(
                    assertion: .share(percent), readings: [], values: [count.value], statedWholes: before.map { counts[$0].value })
            }
            // 不予处理9件，其他处理3件，两类占办结总数的30%: what is told of both has no whole of its own.
            let own = wholes(of: count.features, percent, said: whole, with: binder) ?? said(whole, of: count.features, with: binder)
            return Binding(
                assertion: .share(percent), readings: statement.readings, values: [statement.value] + withListed(first),
                wholes: own + named(whole, beside: count.features, with: binder),
                statedWholes: larger.filter { !isOfOtherAct($0, than: whole, of: count.features) }.map { statements[$0].value },
                figure: figure)
        }
    }

    /// The numbers among which the whole of a share is looked for: a paragraph of thousands takes no longer for each of them.
    func around(_ index: Int) -> Range<Int> { max(0, index - Self.wholeReach)..<min(counts.endIndex, index + Self.wholeReach) }

    /// In numbers.
    private static let wholeReach = 128
    /// In sentences: those who say 占近四成 may mean a whole that they told long before.
    static let roughReach = 4

    /// 予以公开9件、部分公开3件，占40%: the last alone, or with those that it is listed with.
    private func withListed(_ last: Int) -> [Quantity] {
        var values: [Quantity] = []
        var (index, sum) = (last, statements[last].value)
        while index > 0, values.count < Self.besideLimit, counts[index].look.contains(.listed), isLike(counts[index - 1], counts[index]),
            counts[index - 1].sentence == counts[index].sentence, statements[index - 1].state != .unbound,
            let more = sum.adding(statements[index - 1].value)
        {
            (index, sum) = (index - 1, more)
            values.append(sum)
        }
        return values
    }

    /// 予以公开9件，部分公开3件，两者占办结数的40%: both together.
    private func share(_ percent: Claim.Stated, ofBoth list: [Int]) -> Binding? {
        guard let first = list.first, let whole = wholes(of: counts[first].features), !whole.isEmpty,
            list.allSatisfy({ statements[$0].state == .bound && !counts[$0].isInexact && isLike(counts[$0], counts[first]) }),
            let value = Quantity.sum(of: list.map { statements[$0].value })
        else { return nil }
        let reading = list.compactMap { statements[$0].readings.first }.reduce(into: [Int]()) { all, next in
            all += next.filter { !all.contains($0) }
        }
        let larger = around(first).filter { !list.contains($0) && isLike(counts[$0], counts[first]) && counts[$0].value >= value }
        return Binding(
            assertion: .share(percent), readings: [reading], values: [value], wholes: whole,
            statedWholes: larger.filter { !counts[$0].isInexact }.map { statements[$0].value }, figure: statements[first].figure)
    }

    /// Counted by the same measure word.
    func isLike(_ left: Count, _ right: Count) -> Bool {
        guard let first = left.measure, let second = right.measure else { return false }
        return grammar.measures[first].word == grammar.measures[second].word
    }

    // MARK: Changes

    private func change(
        _ draft: ClaimDraft, with binder: StatementBinder,
        _ assertion: ((ClaimDraft.Amount) -> Quantity?) -> Claim.Assertion?
    ) -> Binding? {
        switch draft.subject {
        case .told(let features):
            guard let meaning = binder.meaning(of: features), !meaning.readings.isEmpty else { return nil }
            let figure = grammar.figures[meaning.figure]
            let scaled = { (amount: ClaimDraft.Amount) -> Quantity? in
                let measure = grammar.measures[amount.measure]
                guard figure.isCounted(by: measure) else { return nil }
                return amount.value.multiplied(by: measure.factor)?.multiplied(by: figure.definition.scale)
            }
            guard let assertion = assertion(scaled) else { return nil }
            return Binding(
                assertion: assertion, readings: meaning.readings, base: draft.base.flatMap(scaled),
                isBaseLastYears: draft.base?.isLastYears ?? false, figure: figure.definition.id)
        case .anyOf, .sum, .both: return nil
        case .counts(let list): return change(of: list, draft, assertion)
        }
    }

    private static func isExact(_ assertion: Claim.Assertion) -> Bool {
        if case .change(_, .some) = assertion { true } else { false }
    }

    private func change(
        of list: [Int], _ draft: ClaimDraft, _ assertion: ((ClaimDraft.Amount) -> Quantity?) -> Claim.Assertion?
    ) -> Binding? {
        guard let first = list.first, let measure = counts[first].measure else { return nil }
        let word = grammar.measures[measure].word
        let unit = grammar.measures[measure].unit
        let nearest = statements[first]
        let figure = nearest.figure.flatMap { id in grammar.figures.first { $0.definition.id == id } }
        let isKnown = nearest.state != .unbound && !nearest.readings.isEmpty
        let scale = isKnown ? figure?.definition.scale ?? Quantity(1) : Quantity(1)
        let scaled = { (amount: ClaimDraft.Amount) -> Quantity? in
            let other = grammar.measures[amount.measure]
            guard other.word == word || (other.unit == unit && !other.factor.isZero && figure?.definition.scale != Quantity(1)) else {
                return nil
            }
            return amount.value.multiplied(by: other.factor)?.multiplied(by: scale)
        }
        guard let assertion = assertion(scaled) else { return nil }
        let base = draft.base.flatMap(scaled)
        guard isKnown else {
            guard !counts[first].isInexact else { return nil }
            guard let base else {
                // 公开信息214条，其中公告81条、其他133条，总量较上年增长18.5%: of what is no part.
                let subject =
                    counts[first].isAmong ? list.first { !counts[$0].isAmong && isLike(counts[$0], counts[first]) } ?? first : first
                guard statements[subject].state == .unbound, !counts[subject].isInexact else { return nil }
                return Binding(assertion: assertion, readings: [], values: [counts[subject].value], subject: subject)
            }
            // 信息60条，其中公告38条、动态22条，较上年的50条增长20%: of the last part, or of all.
            let whole = counts[first].isAmong ? list.first { !counts[$0].isAmong && isLike(counts[$0], counts[first]) } : nil
            // 信息90条，上半年40条，下半年50条，比上年的80条多10条: by how much all of them rose may be told behind their parts.
            let others =
                Self.isExact(assertion)
                ? list.dropFirst().filter { isLike(counts[$0], counts[first]) && counts[$0].sentence == counts[first].sentence } : []
            return Binding(
                assertion: assertion, readings: [],
                values: ([whole, first].compactMap(\.self) + others).map { counts[$0].value }, base: base)
        }
        var readings: [[Int]] = []
        var values: [Quantity] = []
        for index in list where statements[index].state != .unbound && !statements[index].readings.isEmpty {
            guard isLike(counts[index], counts[first]), mayChange(counts[index], with: counts[first]) else { continue }
            readings += statements[index].readings.filter { !readings.contains($0) }
            if !counts[index].isInexact, !values.contains(statements[index].value) { values.append(statements[index].value) }
        }
        return Binding(
            assertion: assertion, readings: readings, values: values, base: base, isBaseLastYears: draft.base?.isLastYears ?? false,
            figure: nearest.figure)
    }

    /// Whether a change told behind a number may be that of one before it: 处罚12件；强制5件，同比增加 is told of the last alone.
    private func mayChange(_ other: Count, with nearest: Count) -> Bool {
        nearest.isAmong || nearest.group != nil || other.segment == nearest.segment && other.sentence == nearest.sentence
    }
}
