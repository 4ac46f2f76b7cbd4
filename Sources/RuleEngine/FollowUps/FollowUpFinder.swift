import AuditModel
import DocumentDiff
import DocumentModel

/// Tells what became of last year's problems and measures in this year's report.
///
/// A sentence takes an item up when it shares two or more of the item's pairs, and not only a small part of them. What falls short of that but is no
/// clear absence either is left unclear: an item that is said to be missing and is not costs more than one that is not noticed.
///
/// A class, since it is made once for a pack and handed around.
final class FollowUpFinder: Sendable {
    let terms: FollowUpTerms
    let reading: ItemReading
    let common: WordList
    /// Those and words of evidence, as they stand in the pack.
    private let commonAndFaults: WordList
    let settled: WordList
    /// By which a sentence that settles what it names means all there was.
    private let covering: WordList
    /// The cues of the part that accounts for the year before.
    let earlierCues: WordList
    /// What shows in a sentence about the year before that it is over.
    private let closings: WordList
    /// The parts of the section in which the items are answered.
    let answeringParts: [String]
    /// Divides items that list several problems.
    let facets: FacetReading
    private let mask = TextMask()
    private let filter: TextFilter

    /// - Source: one pair in common is a word that recurs
    static let leastShared = 2
    /// In characters that are in no common word: what names something.
    private static let namingLength = 4

    init(_ terms: FollowUpTerms, pack: RulePack, workshop: Workshop) throws(RuleFailure) {
        self.terms = terms
        let parts = pack.passages.parts.filter { $0.section == terms.section }
        let denials = try terms.denial.map(workshop.denials) ?? .none
        reading = ItemReading(
            ordinals: try workshop.lists(terms.ordinals),
            firstOrdinals: WordList(terms.ordinals.compactMap { pack.passages.vocabularies[$0]?.first }),
            cues: WordList(parts.flatMap(\.cues)), evidence: try workshop.evidence(terms.evidence), denials: denials,
            causes: try terms.causes.map(workshop.words) ?? .none, common: try workshop.words(terms.common))
        facets = FacetReading(
            evidence: try workshop.evidence(terms.evidence), denials: denials,
            tails: try parts.first { $0.id == terms.part }?.tails.map(workshop.words) ?? .none,
            consequences: try terms.consequences.map(workshop.words) ?? .none)
        common = try workshop.words(terms.common)
        let vocabularies = pack.passages.vocabularies
        commonAndFaults = WordList((vocabularies[terms.common] ?? []) + (vocabularies[terms.evidence] ?? []))
        settled = try workshop.words(terms.settled)
        covering = try terms.covering.map(workshop.words) ?? .none
        answeringParts = parts.map(\.id).filter { $0 != terms.part && $0 != terms.earlier }
        // Some name no more than the time (上年度…).
        earlierCues = WordList(
            (parts.first { $0.id == terms.earlier }?.cues ?? []).map { $0.hasSuffix("\u{2026}") ? String($0.dropLast()) : $0 })
        closings = try parts.first { $0.id == terms.earlier }?.closings.map(workshop.words) ?? .none
        filter = workshop.filter
    }

    /// A sentence by its number, and how many of an item's pairs stand in it.
    struct Match {
        let sentence: Int
        let shared: Int
    }

    /// What is known of one item.
    struct Trace {
        var pairs = 0
        /// Whether it is one of this year's items nearly to the letter.
        var isRetold = false
        /// Whether the account of the year before repeats some of it word for word.
        var isQuoted = false
        /// Whether the rest of the section does.
        var isQuotedElsewhere = false
        var found = 0
        /// The sentences that share most, by where they stand.
        var account: Match?
        var own: Match?
        var other: Match?

        var best: Match? {
            [account, other, own].compactMap(\.self).reduce(nil) { best, next in (best?.shared ?? 0) >= next.shared ? best : next }
        }

        /// One in so many of all pairs is enough in an account.
        static let accountShare = 5

        /// In an account of the year before two pairs in common are enough, if they are a fifth of all. Elsewhere sentences are about anything, and it takes three
        /// that are more than a third.
        func isStrong(_ match: Match?, isAccount: Bool = false) -> Bool {
            guard let match else { return false }
            if isAccount { return match.shared >= 2 && match.shared * Self.accountShare >= pairs }
            return match.shared >= 3 && match.shared * 3 > pairs
        }
    }

    /// Two items as alike as this are one, however few words tell what they are about.
    private static let retoldSimilarity = 0.7

    /// The items of last year's report in the parts that list any (its account of the year before it left out), in its order. `text`: the new report's.
    func followUps(of new: Report, _ text: SearchableText, since old: Report, parts: [String]) -> [FollowUp] {
        let items = parts.flatMap { self.items(of: old, part: $0) }.filter { $0.isNumbered || !isPast($0.text) }
        guard !items.isEmpty else { return [] }
        let sentences = ReportSentences(text, section: terms.section, passages(of: new), earlier: terms.earlier)
        // What the unit is called says nothing of what an item is about.
        let names = WordList(new.names(and: old))
        let silent = [commonAndFaults, names]
        let pairs = ContentPairs(items.map(\.text), without: silent)
        var traces = traces(of: items, pairs, in: sentences)
        for part in parts {
            let now = self.items(of: new, part: part).map { mask.masked($0.text) }
            for index in items.indices where items[index].part == part {
                let before = mask.masked(items[index].text)
                traces[index].isRetold = now.contains {
                    mayRepeat($0, before, from: Self.retoldSimilarity)
                        && repetition(of: $0, against: before).similarity >= Self.retoldSimilarity
                }
            }
        }
        let told = old.narrative.passages.filter { $0.section == terms.section && $0.part == terms.part && !$0.isLabel }.map(\.text)
        let candidates = text.candidates(filter.number(ofVocabulary: terms.settled), filter)
        let general = settlement(of: items, in: sentences, candidates, pairs, told: told, without: silent)
        let hasAccount = sentences.indices.contains { sentences.isAccount($0) }
        let unanswered = items.indices.filter {
            items[$0].part == terms.part && !traces[$0].isStrong(traces[$0].account, isAccount: true)
        }
        if !unanswered.isEmpty { noteQuotations(of: items, unanswered, in: sentences, &traces) }
        var states = zip(items, traces).map { state(of: $0, $1, $0.part == terms.part ? general : nil) }
        var judgement = Judgement()
        if hasAccount {
            judgement = judge(
                items, traces, &states, isSettled: general != nil, in: sentences, AccountSources(new: new, old: old, words: silent))
        }
        for index in items.indices where items[index].part != terms.part || !hasAccount {
            if isOpen(items[index], traces[index], states[index]) { states[index] = .notMentioned }
        }
        // A sentence without ordinal of which nothing is left says that there are problems, and names none.
        return items.indices.filter { items[$0].isNumbered || traces[$0].pairs > 0 }.flatMap { index in
            let trace = traces[index]
            var answer = trace.best
            switch states[index] {
            case .answered:
                answer =
                    trace.isQuoted || trace.isStrong(trace.account, isAccount: true)
                    ? trace.account : trace.isStrong(trace.other) ? trace.other : general
            case .repeated: answer = trace.own
            case .notMentioned, .unclear: if trace.best?.shared ?? 0 < Self.leastShared { answer = nil }
            }
            let whole = FollowUp(
                item: items[index], state: states[index],
                answer: answer.map {
                    FollowUp.Answer(text: sentences.string(of: $0.sentence), place: sentences.place(of: $0.sentence), shared: $0.shared)
                } ?? (states[index] == .answered ? judgement.answers[index] : nil), pairs: trace.pairs, found: trace.found)
            return [whole]
                + (judgement.dropped[index] ?? []).map {
                    FollowUp(item: items[index].with(text: $0), state: .notMentioned, answer: nil, pairs: 0, found: 0)
                }
        }
    }

    /// Whether last year's report says in a sentence what became of the year before it, which is no problem of its own.
    private func isPast(_ text: String) -> Bool {
        settled.occurs(in: text) || UTF8Text.bytes(of: text) { earlierCues.match(in: $0, at: 0) != nil }
            || earlierCues.occurs(in: text) && closings.occurs(in: text)
    }

    /// Notes of some items whether sentences of the section repeat them word for word.
    private func noteQuotations(of items: [PassageItem], _ indices: [Int], in sentences: ReportSentences, _ traces: inout [Trace]) {
        let texts = indices.map { (index: $0, text: QuotedText(items[$0].text, common: common)) }
        sentences.forEach { number, scalars in
            guard sentences.isOfSection(number) else { return }
            let characters = QuotedText.characters(of: scalars)
            let isAccount = sentences.isAccount(number)
            for (index, text) in texts where text.shares(isAccount ? .naming : .quotation, with: characters) {
                if isAccount { traces[index].isQuoted = true } else { traces[index].isQuotedElsewhere = true }
            }
        }
    }

    func items(of report: Report, part: String, keepsAnnouncements: Bool = false) -> [PassageItem] {
        let all = report.narrative.passages.filter { $0.section == terms.section }
        var own = all.filter { $0.part == part }
        // What stands before any cue is the part that has to be taken up, where nothing else is. In a table without headings it may be anything.
        if own.isEmpty, part == terms.part {
            own = all.filter { $0.part == nil && !$0.isLabel && !$0.place.locator.isCell }.map {
                Passage(section: $0.section, part: part, isLabel: false, text: $0.text, place: $0.place)
            }
        }
        return reading.items(of: own, in: report, needsEvidence: part == terms.part, keepsAnnouncements: keepsAnnouncements)
    }

    private func state(of item: PassageItem, _ trace: Trace, _ general: Match?) -> FollowUp.State {
        let most = trace.best?.shared ?? 0
        // An account of the year before is an answer though this year's list may share more words.
        if trace.isQuoted { return .answered }
        if trace.isStrong(trace.account, isAccount: true), (trace.account?.shared ?? 0) * 2 >= most { return .answered }
        if trace.isStrong(trace.other), (trace.other?.shared ?? 0) >= trace.own?.shared ?? 0 { return .answered }
        if trace.isRetold || trace.isStrong(trace.own) { return .repeated }
        if trace.isStrong(trace.other) { return .answered }
        if general != nil { return .answered }
        return .unclear
    }

    /// Whether nothing speaks of an item that is distinct enough to be missed, where there is no account of the year before.
    private func isOpen(_ item: PassageItem, _ trace: Trace, _ state: FollowUp.State) -> Bool {
        guard state == .unclear, trace.pairs >= max(1, terms.minimum), !trace.isQuotedElsewhere else { return false }
        return item.isSingle && trace.best?.shared ?? 0 < Self.leastShared && isFew(trace.found, of: trace.pairs)
    }

    /// Whether no more of the pairs than the threshold allows were found anywhere, exactly.
    private func isFew(_ found: Int, of pairs: Int) -> Bool {
        guard let allowed = terms.threshold.multiplied(by: Quantity(pairs)) else { return false }
        return Quantity(found) <= allowed
    }

    /// Whether a sentence counts as many problems, two or more, in a word for all of them (三个问题).
    private func counts(_ problems: Int, in sentence: String) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            guard let word = covering.firstMatch(in: bytes, range: 0..<bytes.count) else { return false }
            let first = UTF8Text.scalar(in: bytes, at: word.lowerBound).value
            return problems > 1 && (first == 0x4E24 ? 2 : DigitNotation.chinese(first).map { Int($0) }) == problems
        }
    }

    // MARK: this year's report

    /// The section's passages. What stands in no part below a label that speaks of the year before belongs to the account of it: such a label may name
    /// problems and measures as well, so that it opens no part by itself.
    private func passages(of report: Report) -> [Passage] {
        var isAccount = false
        // The paragraph of an account: what answers there, and no problem of this year before it, answers last year's.
        var paragraph: Locator?
        return report.narrative.passages.filter { $0.section == terms.section }.map { passage in
            if let part = passage.part {
                isAccount = !passage.isLabel && passage.place.locator == paragraph && answeringParts.contains(part)
                if !isAccount { paragraph = part == terms.earlier ? passage.place.locator : nil }
            } else if passage.isLabel {
                // The section's own heading may name everything.
                isAccount =
                    earlierCues.occurs(in: passage.text)
                    && !(passage.place.locator.section.count == 1 && passage.place.locator.part == .section)
            }
            guard isAccount else { return passage }
            return Passage(
                section: passage.section, part: terms.earlier, isLabel: passage.isLabel, text: passage.text, place: passage.place)
        }
    }

    /// This year's account of the year before; empty where there is none.
    func account(of report: Report) -> [Passage] { passages(of: report).filter { $0.part == terms.earlier } }

    private func traces(of items: [PassageItem], _ pairs: ContentPairs, in sentences: ReportSentences) -> [Trace] {
        var traces = pairs.counts.map { Trace(pairs: $0) }
        var everFound = pairs.counts.map { [Bool](repeating: false, count: $0) }
        var lastFound = pairs.counts.map { [Int](repeating: -1, count: $0) }
        var shared = [Int](repeating: 0, count: items.count)
        var touched: [Int] = []
        sentences.forEach { number, scalars in
            pairs.find(in: scalars) { item, pair in
                guard lastFound[item][pair] != number else { return }
                lastFound[item][pair] = number
                if shared[item] == 0 { touched.append(item) }
                shared[item] += 1
                if !everFound[item][pair] {
                    everFound[item][pair] = true
                    traces[item].found += 1
                }
            }
            for item in touched {
                let match = Match(sentence: number, shared: shared[item])
                shared[item] = 0
                switch sentences.standing(of: number) {
                case .account: if match.shared > traces[item].account?.shared ?? 0 { traces[item].account = match }
                case .part(items[item].part): if match.shared > traces[item].own?.shared ?? 0 { traces[item].own = match }
                case .part, .other: if match.shared > traces[item].other?.shared ?? 0 { traces[item].other = match }
                }
            }
            touched.removeAll(keepingCapacity: true)
        }
        return traces
    }

    /// The sentence that settles all of last year's items at once: a clause of it does so, and names none of them. Nil where none does.
    private func settlement(
        of items: [PassageItem], in sentences: ReportSentences, _ candidates: [Int], _ pairs: ContentPairs, told: [String],
        without words: [WordList]
    ) -> Match? {
        let problems = items.count { $0.part == terms.part }
        // 上年反映的分区不明、公告偏晚、文书不规范三方面问题: in other words than last year's, but as many as there were.
        if let all = sentences.indices.first(where: { sentences.isAccount($0) && counts(problems, in: sentences.string(of: $0)) }) {
            return Match(sentence: all, shared: 0)
        }
        let settling = sentences.holding(settled, in: candidates)
        if settling.isEmpty { return nil }
        lazy var toldPairs = ContentPairs(told, without: words)
        for number in settling {
            let sentence = sentences.string(of: number)
            guard sentences.isAccount(number) || earlierCues.occurs(in: sentence) else { continue }
            // 上年提出的信息偏少、更新较慢等问题已整改到位
            if covering.occurs(in: sentence) { return Match(sentence: number, shared: 0) }
            let clauses = UTF8Text.bytes(of: sentence) { bytes in
                // What settles them names nothing by itself.
                TextPieces.clauses(in: bytes).compactMap { clause in
                    settled.firstMatch(in: bytes, range: clause).map {
                        String(decoding: bytes[clause.lowerBound..<$0.lowerBound], as: UTF8.self) + "|"
                            + String(decoding: bytes[$0.upperBound..<clause.upperBound], as: UTF8.self)
                    }
                }
            }
            let isGeneral = clauses.contains { clause in
                var shared: [Int: Set<Int>] = [:]
                // Which report it is that told of them is no name of any.
                let clause = earlierCues.removed(from: clause)
                pairs.find(in: clause) { if items[$0].part == terms.part { shared[$0, default: []].insert($1) } }
                let most = max(shared.values.map(\.count).max() ?? 0, toldPairs.mostShared(with: clause)?.count ?? 0)
                let characters = QuotedText.characters(of: clause)
                let isQuoted = shared.keys.contains { QuotedText(items[$0].text, common: common).shares(.quotation, with: characters) }
                if isQuoted { return false }
                // One pair in common is an accident where the clause names nothing.
                guard most > 0 else { return true }
                // What is wrong is a name as well (资料积压的问题), that something is wrong is none.
                let named = ContentPairs.characters(of: clause, without: [common, reading.cues, earlierCues] + words.dropFirst())
                return most < Self.leastShared && named.count < Self.namingLength
            }
            if isGeneral { return Match(sentence: number, shared: 0) }
        }
        return nil
    }
}
