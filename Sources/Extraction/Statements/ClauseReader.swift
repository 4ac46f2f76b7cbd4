import AuditModel

/// Reads the numbers of one paragraph, clause by clause, handing on what later clauses inherit: the topic, the flow of the last whole, a blocker.
///
/// A class, since it knows too much of a paragraph to be copied; it lives in the one thread that reads it.
final class ClauseReader {
    /// Brackets within a clause, and how many of its tokens stand before them.
    private typealias Bracket = (after: Int, tokens: ArraySlice<ClauseToken>)

    let reader: MentionReader
    let grammar: CompiledGrammar
    let text: ScalarText
    let numbers: [NumberToken]
    let tokens: [ClauseToken]
    let reportingYear: Int?
    let context: Features
    let topic: Int
    var counts: [Count] = []
    var claims: [ClaimDraft] = []
    /// Where numbers begin that are changes.
    var claimAmounts: Set<Int> = []
    var comparison = Comparison()
    var otherNumbers: [ReasonID: Int] = [:]
    var frame: Frame
    var sentence = 0
    /// A clause of the sentence before this one gives a percentage.
    var hasPercentage = false
    var segment = 0
    var group: Int?
    /// What the last number of this clause tells, for those listed behind it (制发规章1件、规范性文件8件).
    var listed: Mention?
    /// What a number of another year in the sentence is told by.
    var earlier: Mention?
    /// What the clause before tells, where it gives no number: a bare total behind it is told by that (予以公开，共12件).
    var announced: Mention?
    /// What the clause before this one tells, where neither gives a number: a share without a subject is told of that (部分公开较少，仅占5%).
    var named: Mention?
    /// What the clause before gives a rate of (行政诉讼维持率为60%), which a number with 中 behind it is all of.
    var rated: Mention?
    /// The time in a denial goes with the verb that is denied (上年没有结转).
    var isPeriodJoined = false
    /// How a number behind it ended, by the clause before, which gives none (因信息不存在，无法提供3件).
    var cause = Features.none
    /// The clause before gives no number and is the name of some who apply (企业以外的其他组织，申请3件).
    var namesParty = false
    /// A clause of the sentence behind its last number has words that the grammar does not know.
    var isQualified = false
    /// How many numbers the total that is read says that it adds up (两项合计); nil where it does not say.
    var summed: Int?
    /// The number that is being told of, in its unit.
    var statedValue: Quantity?
    /// The clause is a list of numbers without measure words.
    var isMeasureless = false
    /// What lists and pairs of the sentence are told of.
    var spoken = Spoken()
    /// What the numbers of the lines before tell, where the paragraph is a line of their list.
    var kindsAbove: [Features] = []
    private var groupCount = 0
    /// What was done with several nouns that a label names together.
    var labelActs = Features.none
    /// What the sentence is about, by the clause that opens it or the sentence before.
    var opening = Features.none
    /// Where the sentence begins.
    private(set) var sentenceStart = 0
    /// In scalars: a sentence that is but a name, and may be longer than any label is.
    private static let longestLabel = 20
    /// Whether the next paragraph may go on with this one's frame.
    private let isHandedOn: Bool
    /// Up to where something is known to state or claim something.
    private var tellingEnd: Int

    /// `context`: what section and headings tell; `inherited`: the frame of the paragraph before, when this one goes on with it.
    init(
        _ text: ScalarText, grammar: CompiledGrammar, ownNames: [[UInt32]], reportingYear: Int?, context: Features, inherited: Frame?,
        isHandedOn: Bool
    ) {
        self.text = text
        self.grammar = grammar
        self.reportingYear = reportingYear
        self.context = context
        let found = ClauseTokenizer.tokens(of: text, by: grammar)
        tokens = found.tokens
        numbers = found.numbers
        reader = MentionReader(grammar: grammar, text: text, ownNames: ownNames)
        topic = grammar.topicDimension
        frame = inherited ?? Frame(features: context)
        frame.namedSentence = nil
        frame.actSentence = nil
        opening = frame.blocker == nil ? frame.features : .none
        self.isHandedOn = isHandedOn
        tellingEnd = tokens.last { !$0.traits.isDisjoint(with: .stating) }?.end ?? 0
    }

    func read() {
        if tellsAny(behind: 0) { read(tokens[...]) }
    }

    /// Whether anything behind a place may state or claim something, or is to be handed on: most text is done with where nothing does.
    private func tellsAny(behind position: Int) -> Bool {
        if isHandedOn || position < tellingEnd { return true }
        guard let claim = grammar.claims?.firstTelling(text.scalars, in: position..<text.scalars.count) else { return false }
        tellingEnd = claim + 1
        return true
    }

    /// Reads a run of tokens; brackets within are read with a copy of the frame where they stand.
    private func read(_ tokens: ArraySlice<ClauseToken>) {
        var clause: [ClauseToken] = []
        var brackets: [Bracket] = []
        var clauseStart = tokens.first?.start ?? 0
        var titleDepth = 0
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            index += 1
            switch token.kind {
            case .titleOpen: titleDepth += 1
            case .titleClose: titleDepth = max(0, titleDepth - 1)
            case .stop:
                let isLabel = group == nil && clauseStart == sentenceStart && token.start - clauseStart <= Self.longestLabel
                finish(&clause, &brackets, from: clauseStart, to: token.start, isLabel: false)
                titleDepth = 0
                let label = isLabel && counts.last?.sentence != sentence ? announced : nil
                if isLabel { frame.namedSentence = nil }
                endSentence()
                announced = label
                sentenceStart = token.end
                opening = frame.blocker == nil ? frame.features : .none
                clauseStart = token.end
                if group == nil, !tellsAny(behind: clauseStart) { return }
            case .semicolon:
                finish(&clause, &brackets, from: clauseStart, to: token.start, isLabel: false)
                segment += 1
                endAside()
                announced = nil
                cause = .none
                spoken = spoken.behindSemicolon
                frame.isDistributed = false
                frame.isAnnounced = false
                clauseStart = token.end
            case .colon where tokens[index...].isAnswer && !clause.contains(where: { $0.has(.count) }): break
            case .dash where !clause.contains(where: { $0.has(.count) }):
                if !tokens[index...].isAnswer { clause.append(ClauseToken(.unknown, .unknownWord, from: token.start, to: token.end)) }
            case .comma:
                finish(&clause, &brackets, from: clauseStart, to: token.start, isLabel: false)
                clauseStart = token.end
            case .colon, .dash:
                // 发布120条信息：…: the noun may stand behind the number.
                let isAnnounced = clause.last { !$0.has(.noun) }.map { $0.has(.count) } ?? false || isBareLabel(clause)
                finish(&clause, &brackets, from: clauseStart, to: token.start, isLabel: true)
                if isAnnounced { frame.isAnnounced = true }
                if isAnnounced, case .dash = token.kind { spoken.isDashed = true }
                clauseStart = token.end
            case .open where titleDepth == 0:
                let end = tokens.closing(from: index)
                let inner = tokens[index..<end]
                let isTold = clause.contains { $0.has(.count) || $0.has(.result) }
                // 退出（废止）12件: what a word that is not known comes to.
                let isNamed = isTold || clause.contains { $0.has(.feature) }
                if !isTold && inner.tellsResultsAlone || !isNamed && inner.tellsKindsAlone,
                    tokens[end...].dropFirst().first.map({ !$0.has(.clauseEnd) }) ?? false
                {
                    // 法院支持（结果维持）的2件: what the words before it come to.
                    clause += inner
                } else if inner.listsKinds, !clause.contains(where: { $0.has(.count) }),
                    tokens[end...].dropFirst().first.map({ $0.has(.respectively) }) ?? false
                {
                    // 规范性文件（制发、废止）依次为3件、1件: the list is in the bracket.
                    clause += inner
                } else if inner.addsKinds, clause.contains(where: { $0.has(.kind) }), !clause.contains(where: { $0.has(.count) }) {
                    clause.append(ClauseToken(.listComma, [.joint, .listComma], from: token.start, to: token.end))
                    clause += inner.dropFirst()
                } else if !isTold, inner.tellsKindsAlone, isOfOtherNoun(clause) {
                    // 规范性文件…年底存量（现行有效）9件: what is told of another noun comes to what the bracket says.
                    clause = Array(inner)
                } else {
                    brackets.append((clause.count, inner))
                }
                index = min(end + 1, tokens.endIndex)
            case .number(let number) where titleDepth > 0:
                otherNumbers[numbers[Int(number)].otherReason ?? .title, default: 0] += 1
            case .word where titleDepth > 0: break
            default: clause.append(token)
            }
        }
        finish(&clause, &brackets, from: clauseStart, to: tokens.last?.end ?? clauseStart, isLabel: true)
        if group == nil { settle() }
    }

    private func endSentence() {
        if group == nil { settle() }
        endAside()
        sentence += 1
        segment = 0
        comparison = Comparison()
        announced = nil
        cause = .none
        namesParty = false
        spoken = Spoken()
        labelActs = .none
        hasPercentage = false
        isQualified = false
        earlier = nil
        frame.isAmong = false
        frame.isWithin = false
        frame.isContents = false
        frame.isOpen = false
        frame.isExemplary = false
        frame.isDistributed = false
        frame.isAnnounced = false
        frame.otherPeriod = nil
        frame.partPeriod = nil
        frame.sentencePeriod = nil
        frame.part = nil
        frame.qualifier = nil
        frame.party = .none
        if frame.isTrackOfPart { frame.features.clear(grammar.tracks) }
        frame.isTrackOfPart = false
    }

    /// `isLabel`: a colon or the end of the paragraph follows, so that the clause may announce what comes after.
    private func finish(
        _ clause: inout [ClauseToken], _ brackets: inout [Bracket], from start: Int, to end: Int, isLabel: Bool
    ) {
        defer {
            clause.removeAll(keepingCapacity: true)
            brackets.removeAll(keepingCapacity: true)
        }
        if clause.isEmpty, brackets.isEmpty { return }
        for index in clause.indices {
            if let brief = clause[index].brief, !grammar.isForRest(brief),
                isSpokenOf(brief, in: clause[..<index]) || isBeforeResults(clause[index], brief)
            {
                clause[index] = ClauseToken(.word(brief), grammar.traits[Int(brief)], from: clause[index].start, to: clause[index].end)
            }
        }
        let before = frame
        // Only brackets ask for them.
        var states: [(position: Int, frame: Frame)]? = brackets.isEmpty ? nil : []
        var figures: [Int] = []
        for (index, token) in clause.enumerated() {
            guard case .number(let number) = token.kind else { continue }
            if let reason = numbers[Int(number)].otherReason {
                otherNumbers[reason, default: 0] += 1
            } else {
                figures.append(index)
            }
        }
        listed = nil
        named = figures.isEmpty ? announced : nil
        if start == sentenceStart { noteOpeningPeriod(clause) }
        notePeriod(clause)
        if figures.isEmpty {
            var all = reader.mention(clause[...], atClauseStart: true)
            var isChange = false
            if all.part != nil, !all.isPartVerb,
                clause.suffix(2).contains(where: { $0.has(.percentage) }) || tellsDirection(from: start, to: end, last: true)
                    || tellsDirection(from: start, to: end)
                        && reader.mention(clause.prefix { !$0.has(.part) }[...], atClauseStart: true).hasHead
            {
                // 申请量同比增长12%，达到53件; 申请量下降，全年53件: the change is told, and not what follows.
                all.part = nil
                isChange = true
            }
            // 新收申请12件，对其中一些收取信息处理费，金额为600元: what another noun counts is no part.
            if all.hasTopic, frame.features[topic] != 0, all.features[topic] != frame.features[topic] { all.isAmong = false }
            if endsOtherPeriod(all) { frame.otherPeriod = nil }
            if all.isOwnPeriod { frame.sentencePeriod = nil }
            if all.isNegated || clause.contains(where: { $0.has(.absence) }) {
                isPeriodJoined = false
                readZero(clause, quote: start..<end)
                // 上年无结转，办结7件: the time goes with what is denied, and not with what follows.
                if isPeriodJoined { all.otherPeriod = nil }
            }
            tellBehind(all, from: start)
            if isShareOfPeriod(clause) { all.otherPeriod = nil }
            inherit(all, isLabel: isLabel)
            noteCause(all)
            namesParty = isOfParty(clause, all) || tellsOfParty(clause, all)
            if isQualified(clause[...]) { isQualified = true }
            note(all)
            rated = namedBeforeRate(clause)
            if isLabel, all.items.count > 1, all.blocker == nil, all.part == nil { labelActs = all.sharedActs(grammar.acts) }
            all.isOfChange = isChange && all.isWeaklyNamed
            // 申请量走高，增长12%，达到53件: the second change says nothing of its own.
            if let shared = namedBeforeShare(clause, from: start, to: end) {
                announced = shared
            } else if !(isChange && all.isWithoutName) {
                announced = all.announcesTotal || isChange && all.isPlainlyNamed || all.announcesAll ? all : nil
                if !cause.isEmpty, isOfCause(clause, all) { announced = nil }
            }
        } else {
            let first = counts.endIndex
            readNumbers(clause, at: figures, from: start, to: end, states: &states)
            notePair(from: first)
            rated = nil
            announced = namedAsItem(from: first)
            cause = .none
            namesParty = false
            isQualified = false
        }
        if clause.contains(where: { $0.has(.percentage) }) { hasPercentage = true }
        let spans = brackets.compactMap { bracket in
            bracket.tokens.first.flatMap { first in bracket.tokens.last.map { first.start..<$0.end } }
        }
        var after = frame
        // What the clause says of itself (同比增长) is no part of what it speaks of.
        frame = before
        // 申请（12件）与上年（9件）相同: a bracket that holds nothing but a number gives it to what is claimed.
        let lone = brackets.compactMap { $0.tokens.count == 1 ? $0.tokens.first : nil }.filter { $0.has(.count) }
        readClaims(clause, lone: lone, brackets: spans, from: start, to: end)
        // 申请12件，与上年相差不大，自然人9件: what follows is not of the year that is compared with.
        if figures.isEmpty, comparesWithLastYear(from: start, to: end) {
            after.otherPeriod = before.otherPeriod
            after.sentencePeriod = before.sentencePeriod
            after.partPeriod = before.partPeriod
            if after.part != .otherUnit {
                after.part = before.part
                after.isPartVerb = before.isPartVerb
            }
        }
        // 与上年（9件）相比，本年…: what follows is not of that year.
        if let base = comparison.base, lone.contains(where: { $0.start == base.start }) {
            after.otherPeriod = before.otherPeriod
            claimAmounts.insert(base.start)
        }
        frame = after
        if let last = figures.last, case .number(let number) = clause[last].kind,
            claimAmounts.contains(numbers[Int(number)].start) || frame.part != before.part && tellsDirection(from: start, to: end)
        {
            // 申请减少3件，全年12件: nor is a change the whole of what follows, or says what it is.
            frame.whole = before.whole
            frame.part = before.part
            frame.isPartVerb = before.isPartVerb
            // 上年9件，本年在此基础上增加3件，为12件: of what the number before was.
            announced = listed.flatMap { changed($0) ?? ($0.names || $0.hasHead ? nil : earlier) }
        }
        guard let states, !brackets.isEmpty, group == nil else { return }
        var passed = 0
        for (order, bracket) in brackets.enumerated() {
            let (named, stated) = (announced, counts.count)
            while passed < states.count, states[passed].position < bracket.after { passed += 1 }
            if states.first.map({ bracket.after <= $0.position }) ?? (bracket.after < clause.count || order > 0) {
                // 申请数（12件）与上年（9件）相同: what stands behind is not told of it yet. 予以公开（3件）、部分公开（2件）: each has its own.
                let first = order > 0 ? brackets[order - 1].after : 0
                let said = reader.mention(clause[first..<bracket.after].drop { $0.has(.joint) }, atClauseStart: order == 0)
                if order == 0 { frame = before }
                inherit(said, isLabel: isLabel)
                announced = said.isOpenTotal ? said : nil
            } else {
                frame = passed > 0 ? states[passed - 1].frame : (states.isEmpty ? after : before)
            }
            group = groupCount
            groupCount += 1
            read(bracket.tokens)
            // （一）行政复议情况。
            if counts.count == stated { announced = named }
            group = nil
        }
        frame = after
    }
}
