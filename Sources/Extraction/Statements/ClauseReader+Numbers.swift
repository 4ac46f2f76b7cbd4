import AuditModel
import DocumentModel

extension ClauseReader {
    /// Reads a clause with numbers at `figures`; `states` gets the frame behind each of them, unless it is nil.
    func readNumbers(
        _ clause: [ClauseToken], at figures: [Int], from start: Int, to end: Int, states: inout [(position: Int, frame: Frame)]?
    ) {
        var leftStart = 0
        var isListed = false
        var distribution = Distribution()
        var listMention: Mention?
        var labels: Mention?
        var compared: Mention?
        var period: ReasonID?
        isMeasureless = self.isMeasureless(clause, at: figures)
        for (order, index) in figures.enumerated() {
            guard case .number(let position) = clause[index].kind else { continue }
            let number = numbers[Int(position)]
            let isLast = order + 1 == figures.count
            let next = isLast ? clause.count : figures[order + 1]
            leftStart = self.wholeStart(clause, from: leftStart, to: index, before: next) ?? leftStart
            var left = reader.mention(clause[leftStart..<index], atClauseStart: leftStart == 0)
            // 其余9件为不予处理5件和其他处理4件: each of these has its own number.
            let isOfOthers = !isLast && index > leftStart && clause[index - 1].has(.remaining)
            let rightEnd = isLast ? clause.count : isOfOthers ? index + 1 : split(clause, from: index + 1, to: next, behind: left)
            var right = noun(clause[index + 1..<rightEnd])
            if isLast, left.names, right.part != nil, clause[(index + 1)...].contains(where: { $0.has(.percentage) }) {
                // 行政复议3件较上年下降25%: what is told of it in per cent makes it no part.
                right.part = nil
                right.isPartVerb = false
            }
            let quoteStart = leftStart == 0 ? start : clause[leftStart].start
            let quoteEnd = isLast ? end : max(clause[rightEnd - 1].end, clause[index].end)
            if index > leftStart, clause[index - 1].has(.unit), !left.ownUnit, !left.otherUnit {
                // 承办科室4个: offices are what is counted.
                left.hasUnknownTail = true
            }
            if isNumberOfNouns(number, clause[leftStart..<index], left) { left.hasUnknownItem = true }
            if isOfOther(clause, from: leftStart, at: index, number, right) { left.hasUnknownItem = true }
            if left.isRespective || left.isEach && order == 0 && figures.count > 1 && clause.isBare(between: figures) {
                let isDirect = clause[leftStart..<index].last { !$0.has(.neutral) }.map { $0.has(.respectively) || $0.has(.each) } ?? false
                distribution = self.distribution(
                    left, over: figures.count, isDirect: isDirect || order == 0 && left.isRespective && clause.isBare(between: figures))
                if left.isRespective || !distribution.items.isEmpty { frame.isDistributed = true }
                noteSharing(distribution)
                // 各季度办结量依次为3件、5件: of what each is, is not told in the words of the form.
                if distribution.isUntold {
                    left.isUndistributed = true
                    left.isEach = false
                    spoken.whole = left
                }
            }
            let rest = index > leftStart ? rest(clause[index - 1]) : nil
            if let rest { left = rest }
            if let place = left.reference { left = referred(left, place) }
            if (frame.sentencePeriod ?? frame.otherPeriod) != nil, clause[leftStart..<index].contains(where: { $0.has(.ownVerb) }) {
                // 2023年，收到9件；2024年新收12件
                frame.sentencePeriod = nil
                frame.otherPeriod = nil
            }
            summed = left.isTotal && left.isBare ? clause[leftStart..<index].lazy.compactMap(summedCount).first : nil
            let isBareTotal = left.isTotal && left.isBare && summed == nil
            let isOfThisYear =
                left.isOwnPeriod || order == 0 && frame.otherPeriod == nil && clause[..<index].contains(where: { $0.has(.year) })
            if left.otherPeriod != nil, !left.tellsAny, !left.hasHead, left.weakHead == nil, order == 0, var told = announced {
                // 从办结数看，上年5件、本年7件
                told.otherPeriod = left.otherPeriod
                told.hasTopic = told.features[topic] != 0
                left = told
            }
            if left.isBare, !left.isTotal, !left.isAmong, right.isBare, order == 0 && isOfThisYear || left.isOwnPeriod, let told = earlier {
                // 上年收到申请9件，本年12件: both are told by the same words.
                let isOwn = left.isOwnPeriod
                left = told
                left.isOwnPeriod = isOwn
            } else if left.isBare, !left.isTotal, !left.isAmong, !isListed, let told = compared {
                // 申请由上年的5件增至7件: both are told by the same words.
                left = told
            } else if left.isBare, left.isTotal || left.isEmpty || left.isEach && figures.count == 1, order == 0, right.isBare,
                !isWholeOfNext(clause[index...]),
                let told = announced
            {
                // 收取信息处理费，合计500元; 申请量同比增长12%，达到53件; 新收申请（53件）: it is what was named, and no part of it.
                left = group == nil ? told : named(told)
                left.hasTopic = left.features[topic] != 0
            } else if left.isEmpty, order == 0, isWholeOfNext(clause[index...]), let told = rated {
                // 行政诉讼维持率为60%，20件中维持12件
                left = told
            } else if left.isBare, left.isTotal, right.hasTopic, order == 0, !left.isAmong, let told = announced, isSame(told, right) {
                // 办理依申请公开，共计12件申请: the noun says again what was named.
                left = told
                left.isTotal = true
                left.hasTopic = true
            } else if isBareTotal, right.isBare, order == 0, !left.isAmong, isAmountOfNamed(number) {
                // 对3件申请收取信息处理费，共600元
                left.features = frame.features
                left.hasTopic = true
                left.isBare = false
            } else if left.isBare, left.isTotal, right.isBare, isLast, order == 0, let told = spoken.whole {
                // 金额依次为100元、500元，共计600元
                left = told
                left.isUndistributed = false
                left.isRespective = false
            } else if isBareTotal, right.isBare, isLast, order == 0, !left.isAmong, let told = toldOfTimes(number, left) {
                left = told
            } else if isBareTotal, right.isBare, isLast, order == 0, !left.isAmong, isTotalOfParts, summands(number) == nil {
                // 自然人9件；商业企业3件；总计12件
                left.features = frame.features
                left.hasTopic = true
                left.isBare = false
            } else if isBareTotal, right.isBare, isLast, order == 0, !left.isAmong,
                let told = toldOfParties() ?? toldOfSentenceBefore(number)
            {
                left.features = told
                left.hasTopic = true
                left.isBare = false
            } else if isBareTotal, right.isBare, isLast, order == 0, !left.isAmong, let parts = partsOfUnits(number) {
                left.features = counts[parts[0]].features
                left.hasTopic = true
                left.isBare = false
            } else if isBareTotal, right.isBare, isLast, order == 0, !left.isAmong, isTotalOfKinds(number) {
                // 按件收取100元，按量收取200元，合计300元
                left.features = frame.features
                left.hasTopic = true
                left.isBare = false
                frame.part = nil
            } else if isBareTotal, right.isBare, isLast, order == 0, !left.isAmong, let told = toldOfKinds(number, left) {
                left = told
            } else if left.isSilent, right.isSilent, order == 0, !cause.isEmpty, !isBeforeResult(clause, rightEnd),
                !isWholeOfNext(clause[index...]),
                !(announced?.features.tells(grammar.acts) ?? false)
            {
                // 对逾期未缴费的，不再处理，计3件: it is what was named.
                left.features = cause
                left.isBare = false
            } else if order == 0, right.isSilent, isOfCause(left, clause[leftStart..<index]) {
                // 逾期未缴费，不再处理的申请3件: so are those that the noun alone speaks of.
                left.features = cause
            }
            if index > leftStart, order + 1 < figures.count, isArrived(clause, from: index, to: next), left.names {
                // 由5件增至7件
                left.otherPeriod = left.otherPeriod ?? .otherYear
                noteArrival(from: number)
            }
            compared = nil
            if left.otherPeriod != nil, left.names {
                compared = left
                compared?.otherPeriod = nil
                compared?.isOfChange = left.isWeaklyNamed
                earlier = compared
            }
            // 上年收到12件、办结10件: what is listed behind it is of that time as well.
            if left.isOwnPeriod { period = nil }
            if isListed, left.otherPeriod == nil, left.tellsAny { left.otherPeriod = period }
            if left.otherPeriod != nil, left.tellsAny || left.hasTopic { period = left.otherPeriod }
            if !distribution.items.isEmpty {
                // Each number takes its own item; what stands behind 分别 holds for all of them.
                left = item(distribution.items[order], of: distribution.mention ?? left)
            } else if !distribution.periods.isEmpty {
                // 上年和本年新收申请分别为5件、7件
                if order == 0 { listMention = left }
                left = listMention ?? left
                left.otherPeriod = distribution.periods[order]
                left.isOwnPeriod = left.otherPeriod == nil
            }
            var look: Count.Look = isListed ? .listed : []
            if left.hasVerb { look.insert(.verb) }
            if rest != nil { look.insert(.rest) }
            if frame.isAmongLate, frame.isAmong || left.isAmong { look.insert(.late) }
            if left.part != nil, !left.isPartVerb { look.insert(.part) }
            if left.hasUnit, !left.ownUnit, !left.otherUnit, left.qualifier == nil { look.insert(.unit) }
            if frame.isWithin { look.insert(.within) }
            if isBareTotal || summed != nil { look.insert(.bareTotal) }
            if left.isTotal { look.insert(.total) }
            if left.blocker != nil, !left.isBlockerAside { look.insert(.otherNoun) }
            if !left.hasHead, !left.tellsAny, left.weakHead == nil { look.insert(.nounBehind) }
            look.formUnion(self.look(clause, from: leftStart, at: index, left))
            if index > leftStart, clause[index - 1].end == clause[index].start {
                if clause[index - 1].has(.measure) { look.insert(.kind) }
                if endsWithParticle(clause[index - 1]), clause[index - 1].start > clause[leftStart].start || !isParticle(clause[index - 1])
                {
                    look.insert(.described)
                }
            }
            if isLast, right.isRespective, right.respectiveItems.isEmpty, right.list.count == figures.count, figures.count > 1 {
                // 3件、5件分别为予以公开、部分公开
                labels = right
                right = Mention()
            }
            if order == 0 { endParts(left, number) }
            add(
                number, left: left, right: right, quote: quoteStart..<quoteEnd, isLast: isLast,
                isQualified: isQualified(clause[leftStart..<index]), look: look,
                measure: number.measure ?? (distribution.items.isEmpty ? nil : measure(ofLast: figures, in: clause)))
            // 新收9件当中，网上提交5件
            if isLast, right.isAmong { noteAmong() }
            if isLast, order > 0, isListed, !right.isEach { endList(before: counts.endIndex - 1, like: right) }
            if isLast, let last = clause.last, last.end == last.start + 1, Self.isWithin(text.scalars[last.start]) { frame.isWithin = true }
            // 上年新收的9件中，自然人5件: of that year as well.
            if isLast, right.isAmong || frame.isWithin, let period = left.otherPeriod { frame.otherPeriod = period }
            states?.append((index, frame))
            leftStart = rightEnd
            isListed = false
            while leftStart < next, clause[leftStart].has(.joint) {
                leftStart += 1
                isListed = true
            }
        }
        if let labels { label(by: labels) }
    }

    private func add(
        _ number: NumberToken, left: Mention, right: Mention, quote: Range<Int>, isLast: Bool, isQualified: Bool, look: Count.Look,
        measure: Int?
    ) {
        if left.isAmong { noteAmong() }
        if endsOtherPeriod(left) { frame.otherPeriod = nil }
        if left.isOwnPeriod { frame.sentencePeriod = nil }
        if left.ownUnit, frame.part == .otherUnit { frame.part = nil }
        // 等 before a whole says nothing of its parts.
        if left.isOpen || right.isOpen, frame.isAmong || group != nil { frame.isOpen = true }
        if left.isExemplary || right.isExemplary { frame.isExemplary = true }
        var said = combined(left, right, isDescribed: look.contains(.described))
        if said.isVerbTopic, !said.hasTopic, said.weakHead == nil, let last = counts.last, last.sentence == sentence, last.group == group,
            last.features[topic] != 0, last.features[topic] == frame.features[topic]
        {
            // 行政复议8件，上年结转1件: of what is counted.
            said.features[topic] = frame.features[topic]
        }
        var look = look
        if let period = said.otherPeriod ?? frame.otherPeriod, !grammar.isTimeless(period) { look.insert(.otherTime) }
        if look.contains(.listed), let listed { takeOver(listed, to: &said, isPart: frame.isAmong || group != nil) }
        if !cause.isEmpty, said.items.isEmpty { caused(&said) }
        endLikeWhole(&said)
        releaseListed(&said, measure: measure)
        settleActOfAll(&said, right)
        // 涉及政府信息公开的行政复议3件: what they are all about divides nothing.
        if said.isContents, frame.whole?.sentence != sentence, holdsOwnMatter(quote) { said.isContents = false }
        statedValue = number.measure.flatMap { number.value.multiplied(by: grammar.measures[$0].factor) }
        defer { statedValue = nil }
        // 行政复议7件（维持3、纠正4）: in brackets the whole's measure is that of its parts.
        let measure = measure ?? (group != nil && said.features.tells(grammar.partMask) ? frame.whole?.measure : nil)
        let factor = measure.map { grammar.measures[$0].factor } ?? Quantity(1)
        settleActHead(&said, measure: measure)
        settleWeakHead(&said, measure: measure)
        guard var value = number.value.multiplied(by: factor) else {
            otherNumbers[.tooLong, default: 0] += 1
            return
        }
        // 申请件数为零
        let isNamed = left.hasHead || left.tellsAny || left.weakHead != nil && value.isZero
        // 行政复议为零、行政诉讼为零
        let endsItem = isLast || isMeasureless || value.isZero && DigitNotation.decimal(text.scalars[number.start]) == nil
        let isUnmeasured = measure == nil && (!(right.isBare && endsItem && isNamed) || isForeignAmount(said))
        var obstacle: ReasonID?
        let isNounBehind = !left.hasHead && !left.tellsAny && left.weakHead == nil
        if isNounBehind ? right.hasUnknownLead && (right.hasHead || right.tellsAny) : left.hasUnknownTail { obstacle = .unknownNoun }
        if left.hasUnknownItem, !left.isEach { obstacle = .unknownNoun }
        // 上年遗留的6个科室问题: what is counted stands behind it.
        if look.contains(.described), right.hasUnit, right.hasUnknownLead, !right.tellsAny, !right.hasHead { obstacle = .unknownNoun }
        if left.isUndistributed { obstacle = .noFeature }
        // 一件申请也未收到, 不予公开的一件也没有: none; else the noun behind the number, and what is denied of it.
        let isBehindNoun = !isNounBehind && !right.tellsAny && !right.hasHead && !right.hasUnknownLead && !right.hasUnknownTail
        // 未收到一件申请
        let isDeniedBefore = left.isNegated && !left.hasManner && !left.hasUnknownTail && left.part == nil && !left.hasHead
        let isNone =
            ((isNounBehind || isBehindNoun) && right.isNegated && !right.hasManner
                || isDeniedBefore && (right.hasTopic || right.weakHead != nil))
            && obstacle == nil && value == Quantity(1) && DigitNotation.decimal(text.scalars[number.start]) == nil
        if isNone { value = .zero } else if said.isNegated || isNounBehind && right.isNegated { obstacle = obstacle ?? .negated }
        if number.isInexact { obstacle = obstacle ?? .inexact }
        if isUnmeasured { obstacle = obstacle ?? .noMeasure }

        let parts =
            left.isTotal && right.isBare && isLast && left.otherPeriod == nil
            ? summands(number).map { counts[$0] } ?? lastSummed(number) : nil
        if summed != nil, parts == nil { obstacle = obstacle ?? .noFeature }
        if obstacle == .inexact || obstacle == nil, let parts, left.isBare || isOfSeveralTopics(parts, alike: left) {
            let all = parts.map(\.features)
            let differing = all.dropFirst().reduce(into: DimensionMask.none) { $0 = $0.union(all[0].conflicts(with: $1)) }
            var (features, joined) = (all[0], Array(all.dropFirst()))
            if let sum = grammar.sum(of: all, differingIn: differing) {
                features[sum.dimension] = sum.value
                joined = []
            }
            counts.append(
                Count(
                    value: value, measure: number.measure, otherMeasure: number.otherMeasure, isInexact: number.isInexact,
                    range: number.start..<number.end, quote: quote, features: features, joined: joined, alternatives: [],
                    own: .none, obstacle: obstacle, qualifier: frame.qualifier, isDoubtful: false, isQualified: false, isZeroByWords: false,
                    sentence: sentence,
                    isAmong: false, isDistributed: false, isAnnounced: false, isOpen: false, isBareTotal: true, group: nil, segment: segment
                ))
            // 直接起诉2件、复议后起诉3件，共5件: what follows is told of both tracks.
            frame.features.clear(differing.intersection(grammar.tracks))
            return
        }

        // 12件申请均已答复: all of them, so the number is that of the applications.
        let isAnswered = right.isEach && right.features.tells(grammar.acts)

        func count(_ told: Resolution, joined: [Features]) -> Count {
            // Of what is told of last year, too, the rest has to be told as well.
            let isOpen = told.isOfOtherTime && said.blocker == nil && obstacle == nil
            let isOfOtherTime = isOpen && isLastYears(before: number.start, to: quote.upperBound)
            var why = isOfOtherTime ? nil : said.blocker ?? told.obstacle ?? obstacle
            let figure = grammar.figure(for: told.features)
            let isDoubtful = frame.whole.map { whole in
                whole.sentence == sentence && value < whole.value && !told.features.tells(grammar.partMask)
                    && figure.map { grammar.overlap($0, whole.figure) } ?? false
            }
            let isLater = frame.whole.map { whole in
                whole.sentence == sentence && value < whole.value && !told.features.tells(grammar.partMask)
                    && (frame.isWithin || figure == whole.figure && isOfLaterAct(told.features))
            }
            // 办结90件，按时办结49件: some of them, by how it was done.
            if why == nil, said.hasManner, !said.hasTopic, let whole = frame.whole, whole.sentence == sentence, value < whole.value,
                told.features == frame.features
            {
                why = .noFeature
            }
            if why == nil, isTold(said, ofAnotherThanPartOf: value, measure) { why = .noFeature }
            var look = look
            if said.hasTopic { look.insert(.noun) }
            if frame.isOpen, !frame.isExemplary { look.insert(.comprised) }
            if !isOfOtherTime, isUntold(said), why == nil || why == .noTopic || why == frame.blocker { look.insert(.untold) }
            if why == nil, look.contains(.untold), isOfDenied(figure, value) { why = .noTopic }
            if why == nil, let reason = reasonOfWhole(said) { why = reason }
            // 复议9件，纠正2件，2件均因引用不准: of which it is so is told by the words before.
            let isOfBefore = !cause.isEmpty || counts.last.map { $0.sentence == sentence && $0.own.tells(grammar.partMask) } ?? false
            if why == nil, left.isSilent, right.isEach, isOfBefore, !told.features.tells(grammar.partMask) { why = .severalReadings }
            if why == nil, !look.isDisjoint(with: [.remaining, .besides]), !said.features.tells(grammar.partMask),
                isLeft(value, told.features, isMore: look.contains(.besides))
            {
                why = .severalReadings
            }
            let isOfSettled = isNounBehind && right.hasTopic && look.contains(.settled)
            let isOfParty = namesParty && told.features[topic] != 0 && !told.features.tells(grammar.partMask)
            let isOfExamples = isNounBehind && isOfExamples(right, told.features)
            if why == nil, isOfSettled || isOfParty || isOfExamples || isMoreThanAll(said, told.features, value) { why = .severalReadings }
            // 另有12件申请: of those counted before, or others.
            let isOfWhole = frame.whole != nil && !said.features.tells(grammar.exclusive.union(grammar.partMask).union(grammar.tracks))
            // 结转下年度9件。对3件申请不予公开: what was done with those before is not done with these.
            let isOfSentenceBefore =
                frame.actSentence != sentence && frame.whole.map { $0.sentence != sentence } ?? true
                && !said.features.tells(grammar.exclusive) && !frame.isAmong
                && group == nil
            // 新收申请9件。在这9件申请中: as many are those.
            let isSame =
                right.isWeaklyNamed && frame.whole.map { $0.sentence + 1 == sentence && $0.value == value && $0.figure == figure } ?? false
            if why == nil, isNounBehind, !isAnswered, !isSame, isOfSentenceBefore, told.features.tells(grammar.acts) {
                why = .severalReadings
            }
            if why == nil, isNounBehind, !isAnswered, !isSame, isOfWhole || !told.features.tells(grammar.exclusive) { why = .noAct }
            if isOfOtherTime {
                if why == nil, figure != nil, isNamedHere(said), said.qualifier == nil, frame.qualifier == nil, !isQualified,
                    !frame.isAmong || isOfLastYears
                {
                    look.insert(.lastYears)
                }
                why = told.obstacle
            }
            return Count(
                value: value, grain: number.grain?.multiplied(by: factor), measure: measure, otherMeasure: number.otherMeasure,
                isInexact: number.isInexact, range: number.start..<number.end, quote: quote,
                features: told.features, joined: joined, alternatives: told.alternatives, own: said.features, obstacle: why,
                qualifier: told.qualifier ?? said.qualifier
                    ?? (said.hasTopic && said.features.tells(grammar.exclusive) ? nil : frame.qualifier),
                isDoubtful: isDoubtful ?? false, isLater: isLater ?? false || said.isOfSome, isQualified: isQualified,
                isZeroByWords: isNone, sentence: sentence, isAmong: frame.isAmong,
                isDistributed: frame.isDistributed || group != nil, isAnnounced: frame.isAnnounced,
                isOpen: frame.isOpen, isBareTotal: look.contains(.bareTotal), group: group, segment: segment, addends: summed, look: look)
        }
        let isUnknown = obstacle == .unknownNoun
        if said.isEach, said.items.count > 1 {
            // 各, 均为: the number holds for each of the joined words.
            for item in said.items { counts.append(count(resolve(said, told: item, alternatives: []), joined: [])) }
            hand(
                on: said, resolved: resolve(said, told: said.features, alternatives: []).features, value: value, measure: measure,
                isUnknown: isUnknown)
        } else if said.itemsAdd, let first = said.items.first {
            let joined = said.items.dropFirst().map { resolve(said, told: $0, alternatives: []).features }
            let resolution = resolve(said, told: first, alternatives: [])
            counts.append(count(resolution, joined: joined))
            hand(
                on: said, resolved: resolution.features, value: value, measure: measure,
                isUnknown: isUnknown || resolution.obstacle == .unknownNoun)
        } else {
            let resolution = resolve(said, told: said.features, alternatives: said.alternatives)
            counts.append(count(resolution, joined: []))
            noteStatedBase(number, quote: quote)
            let results = grammar.partMask.intersection(grammar.exclusive)
            if resolution.obstacle == nil, said.features.tells(results), said.alternatives.isEmpty { spoken.ended = resolution.features }
            hand(
                on: said, resolved: resolution.features, value: value, measure: measure,
                isUnknown: isUnknown || resolution.obstacle == .unknownNoun)
        }
    }
}
