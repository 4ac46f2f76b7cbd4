import AuditModel
import DocumentModel
import Patterns

/// Judges last year's problems by this year's account of them.
extension FollowUpFinder {
    /// What an account is read with.
    struct AccountSources {
        let new: Report
        let old: Report
        /// Those that say nothing of what an item is about.
        let words: [WordList]
    }

    /// What an account was found to tell.
    struct Judgement {
        /// By the item: what speaks of a problem by what was to be done about it.
        var answers: [Int: FollowUp.Answer] = [:]
        /// By the item that lists several problems: those of which nothing speaks.
        var dropped: [Int: [String]] = [:]
    }

    /// Settles what is unclear, and what only seems to be answered by words that belong to the answer to another problem.
    func judge(
        _ items: [PassageItem], _ traces: [Trace], _ states: inout [FollowUp.State], isSettled: Bool, in sentences: ReportSentences,
        _ sources: AccountSources
    ) -> Judgement {
        let judged = items.indices.filter { index in
            guard items[index].part == terms.part, !isSettled, !traces[index].isQuoted else { return false }
            return states[index] == .unclear || states[index] == .answered && !traces[index].isStrong(traces[index].other)
        }
        let listing = isSettled ? [] : items.indices.filter { items[$0].part == terms.part && !facets.facets(of: items[$0].text).isEmpty }
        guard !judged.isEmpty || !listing.isEmpty else { return Judgement() }
        let told = reading.items(of: account(of: sources.new), in: sources.new, needsEvidence: false)
        let problems = self.items(of: sources.old, part: terms.part, keepsAnnouncements: true)
        let announcing = problems.indices.filter { index in
            !items.contains { Self.isSame($0, problems[index]) }
                || index == 0 && problems.count > 1 && !problems[index].isNumbered
                    && ContentPairs.pairs(of: problems[index].text, without: sources.words).count < Self.leastShared
        }
        let remedies = AccountReading.remedies(
            measures(of: sources.old), for: problems.map(\.text), announcing: Set(announcing), without: sources.words, cues: reading.cues)
        let account = AccountReading(
            problems: problems.map(\.text), announcing: Set(announcing), remedies: remedies, sentences: told.map(\.text),
            without: sources.words, common: common)
        var answered: [Int: FollowUp.Answer] = [:]
        var open: [Int] = []
        var thin: [Int] = []
        for index in judged {
            guard let problem = problems.firstIndex(where: { Self.isSame(items[index], $0) }) else {
                continue
            }
            guard !announcing.contains(problem) else { continue }
            let trace = traces[index]
            if account.isTouched[problem] {
                guard states[index] == .unclear, let answer = account.answers[problem] else { continue }
                states[index] = .answered
                answered[index] = FollowUp.Answer(
                    text: told[answer.sentence].text, place: told[answer.sentence].place, shared: answer.shared)
                continue
            }
            states[index] = .unclear
            guard account.isWhole, !trace.isQuotedElsewhere else { continue }
            let own = trace.own?.shared ?? 0
            guard own < Self.leastShared || own * Trace.accountShare < trace.pairs else { continue }
            if trace.pairs < leastBesideAccount {
                if items[index].isSingle, !announces(index, of: items, in: sources.old) { thin.append(index) }
            } else if items[index].isSingle && told.count < problems.count || trace.pairs >= terms.minimum {
                open.append(index)
            }
        }
        let least = told.count < problems.count ? Self.leastShared : terms.minimum
        let silent = [common] + sources.words.dropFirst()
        // What others of them speak of as well tells none of them, where the account is too short for all.
        let shared = thin.map { item in
            told.count < problems.count
                ? Set(problems.filter { $0.text != items[item].text }.flatMap { ContentPairs.pairs(of: $0.text, without: silent) }) : []
        }
        open += unspoken(thin.map { items[$0].text }, shared, least, in: sentences, without: silent).map { thin[$0] }
        for index in open { states[index] = .notMentioned }
        let dropped = dropped(
            listing.filter { states[$0] == .answered }, of: items, among: problems, Set(announcing), remedies, told.map(\.text),
            in: sentences, sources)
        return Judgement(answers: answered, dropped: dropped)
    }

    /// Whether an item is another with its causes.
    static func isSame(_ item: PassageItem, _ whole: PassageItem) -> Bool {
        whole.place == item.place && whole.text.hasPrefix(item.text)
    }

    /// Whether a sentence of few words is followed by others in its paragraph: then it may say in general what they tell.
    private func announces(_ index: Int, of items: [PassageItem], in report: Report) -> Bool {
        guard !items[index].isNumbered, index + 1 < items.count else { return false }
        func isBeside(_ other: Int) -> Bool { items[other].place.locator == items[index].place.locator }
        guard isBeside(index + 1), !(index > 0 && isBeside(index - 1)) else { return false }
        // What a semicolon ends is one of several.
        let last = report.narrative.passages.first { $0.place == items[index].place }?.text.unicodeScalars.last?.value
        return last != 0x3B && last != 0xFF1B
    }

    /// Beside an account of the year before half as many words are enough, and it does not matter what is scattered over the report: that the account leaves an
    /// item out says more.
    private var leastBesideAccount: Int { max(1, terms.minimum - terms.minimum / 2) }

    /// What last year's report meant to do, each measure without number as its clauses.
    func measures(of report: Report) -> [[String]] {
        answeringParts.flatMap { items(of: report, part: $0, keepsAnnouncements: true) }.map { item in
            if item.isNumbered { return [item.text] }
            return UTF8Text.bytes(of: item.text) { bytes in TextPieces.clauses(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
            }
        }
    }

    /// Those of the texts of which not even the words of evidence stand in the account of the year before or among this year's items: words that others
    /// may hold as well are enough for that. `shared`: pairs of each text that do not count; `least`: of the others in a text that is looked at.
    func unspoken(
        _ texts: [String], _ shared: [Set<UInt32>], _ least: Int, in sentences: ReportSentences, without words: [WordList]
    ) -> [Int] {
        guard !texts.isEmpty else { return [] }
        let pairs = ContentPairs(texts, without: words)
        let own = zip(texts, shared).map { text, shared in ContentPairs.pairs(of: text, without: words).map { !shared.contains($0) } }
        var spoken: Set<Int> = []
        sentences.forEach { number, scalars in
            switch sentences.standing(of: number) {
            case .account: pairs.find(in: scalars) { item, number in if own[item][number] { spoken.insert(item) } }
            case .part(terms.part):
                var shared: [Int: Set<Int>] = [:]
                pairs.find(in: scalars) { item, number in if own[item][number] { shared[item, default: []].insert(number) } }
                // A problem of this year may have a word of another that says much by accident.
                for (item, found) in shared where found.count >= (own[item].count { $0 } >= terms.minimum ? Self.leastShared : 1) {
                    spoken.insert(item)
                }
            case .part, .other: break
            }
        }
        return texts.indices.filter { item in own[item].count { $0 } >= least && !spoken.contains(item) }
    }
}
