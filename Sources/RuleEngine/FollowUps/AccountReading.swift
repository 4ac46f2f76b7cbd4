import Patterns

/// Which of last year's problems the sentences of this year's account of them are about.
///
/// A sentence is about the problem with which it has most in common: with what was said of it, and with what was to be done about it. Measures answer problems in
/// their order, as many as there are; where their numbers differ, they are shared out among the problems in order, sentences clause by clause, so that what they
/// have in common with them is most.
struct AccountReading {
    /// A sentence of the account that is about a problem, with how many pairs they have in common.
    struct Answer {
        let sentence: Int
        let shared: Int
    }

    /// What was to be done, or a clause of it.
    struct Remedy {
        let text: String
        /// The indices of the problems that it may answer.
        let problems: [Int]
        /// The number of the measure that it is, or is a clause of.
        let measure: Int
    }

    /// By the problem: whether a sentence is about it, or has something in common with it that no other problem explains.
    private(set) var isTouched: [Bool]
    /// By the problem: the sentence whose words show that it is about this one and no other, the one with most in common.
    private(set) var answers: [Answer?]
    /// Whether it is known of every sentence what it is about, and of one at least by words of its own.
    private(set) var isWhole = true

    /// - Source: one pair in common is a word that recurs
    private static let leastShared = 2
    /// Pairs that only the measure for a problem shares with a sentence about another.
    private static let leastElsewhere = 3
    /// A sentence that has more than so many times as much in common with the problem that it is about is about that alone.
    private static let likeShare = 4
    /// In characters: what two texts about different things seldom have in common. Of answers to the measurement's problems in other words two fifths do, of
    /// answers to other problems one in sixty.
    private static let leastCharacters = 3
    /// Pairs: as many show that a sentence is about a problem, whatever else there is.
    private static let leastTaken = 4
    /// More clauses of measures are not looked at.
    private static let limit = 256

    /// What a problem and its measures are about.
    private struct Subject {
        /// Of the problem itself.
        let own: Set<UInt32>
        /// Of the problem and of what was to be done about it alone.
        var sure: Set<UInt32>
        var pairs: Set<UInt32>
        var characters: Set<UInt32>
    }

    /// - Parameters:
    ///   - announcing: the indices of those problems that may only announce the others: measures are for them where they share a word.
    ///   - remedies: what was to be done, with the indices of the problems that each may answer.
    ///   - common: the words that say nothing beside those of evidence, which are among `words`.
    init(
        problems: [String], announcing: Set<Int>, remedies: [Remedy], sentences: [String], without words: [WordList], common: WordList
    ) {
        isTouched = [Bool](repeating: false, count: problems.count)
        answers = [Answer?](repeating: nil, count: problems.count)
        var subjects = problems.map {
            let pairs = Set(ContentPairs.pairs(of: $0, without: words))
            return Subject(own: pairs, sure: pairs, pairs: pairs, characters: ContentPairs.characters(of: $0, without: words))
        }
        for remedy in remedies {
            let pairs = ContentPairs.pairs(of: remedy.text, without: words)
            let characters = ContentPairs.characters(of: remedy.text, without: words)
            for problem in remedy.problems {
                subjects[problem].pairs.formUnion(pairs)
                if remedy.problems.count == 1 { subjects[problem].sure.formUnion(pairs) }
                subjects[problem].characters.formUnion(characters)
            }
        }
        // What is wrong may be all that a problem and what is said of it have in common.
        let whole = problems.map { Set(ContentPairs.pairs(of: $0, without: [common])) }
        // And with what was to be done about it: what names it there may be a fault elsewhere.
        var wholeSubjects = whole
        for remedy in remedies where remedy.problems.count == 1 {
            wholeSubjects[remedy.problems[0]].formUnion(ContentPairs.pairs(of: remedy.text, without: [common]))
        }
        let quotable = problems.map { QuotedText($0, common: common) }
        let quotableMeasures = remedies.map { (text: QuotedText($0.text, common: common), problems: $0.problems) }
        var isAnyKnown = false
        var isEachKnown = true
        var isGrazed = [Bool](repeating: false, count: problems.count)
        // Sentences that can be about no other problem.
        var isTaken = [Bool](repeating: false, count: sentences.count)
        // Of sentences that no more than one word shows to be about anything: the problems that share it.
        var left: [[Int]] = []
        for (number, sentence) in sentences.enumerated() {
            let pairs = Set(ContentPairs.pairs(of: sentence, without: words))
            let all = Set(ContentPairs.pairs(of: sentence, without: [common]))
            let alike = subjects.indices.filter { whole[$0].intersection(all).count >= Self.leastShared }
            guard pairs.count >= Self.leastShared else {
                for problem in alike { isTouched[problem] = true }
                continue
            }
            let characters = ContentPairs.characters(of: sentence, without: words)
            let text = QuotedText.characters(of: sentence)
            let shared = subjects.map { $0.pairs.intersection(pairs).count }
            var quoted = quotable.map { $0.shares(.naming, with: text) }
            for measure in quotableMeasures where measure.text.shares(.quotation, with: text) {
                for problem in measure.problems { quoted[problem] = true }
            }
            let most = shared.max() ?? 0
            var subject = subjects.indices.filter { quoted[$0] || most >= Self.leastShared && shared[$0] == most }
            if subject.isEmpty {
                let inCommon = wholeSubjects.map { $0.intersection(all).count }
                let most = inCommon.max() ?? 0
                if most >= Self.leastShared, inCommon.count(where: { $0 == most }) == 1 {
                    subject = inCommon.indices.filter { inCommon[$0] == most }
                }
            }
            if subject.count > 1 { subject = Self.unexplained(subject, subjects, pairs) }
            let isKnown = !subject.isEmpty
            if !isKnown {
                for problem in alike { isTouched[problem] = true }
                let inCommon = subjects.map { $0.characters.intersection(characters).count }
                let most = inCommon.max() ?? 0
                guard most >= Self.leastCharacters else {
                    left.append(subjects.indices.filter { shared[$0] > 0 })
                    continue
                }
                subject = subjects.indices.filter { inCommon[$0] == most || shared[$0] > 0 }
            }
            isAnyKnown = isAnyKnown || isKnown
            isTaken[number] = isKnown && subject.count == 1 && (shared[subject[0]] >= Self.leastTaken || quoted[subject[0]])
            isEachKnown = isEachKnown && isKnown && subject.count == 1
            let named = subject.reduce(into: Set<UInt32>()) { $0.formUnion(subjects[$1].own) }
            let mostOwn = subject.map { subjects[$0].own.intersection(pairs).count }.max() ?? 0
            let explainedPairs = subject.reduce(into: Set<UInt32>()) { $0.formUnion(subjects[$1].pairs) }
            let explained = subject.reduce(into: Set<UInt32>()) { $0.formUnion(subjects[$1].characters) }
            for problem in subjects.indices {
                let isAbout = subject.contains(problem)
                let rest = subjects[problem].pairs.intersection(pairs).subtracting(explainedPairs)
                // Problems that are named alike may both be meant, and one that is named more than what only its measures tell.
                let own = subjects[problem].own.intersection(pairs)
                let isAlike =
                    (own.intersection(named).count >= Self.leastShared || own.count >= Self.leastShared && own.count > mostOwn)
                    && own.count * Self.likeShare >= most
                let others = subjects[problem].characters.intersection(characters).subtracting(explained)
                // One word more is an accident in a sentence that is known to be about another.
                let isOwn = !rest.isDisjoint(with: subjects[problem].own)
                let isNamed =
                    isKnown ? rest.count >= (isOwn ? Self.leastShared : Self.leastElsewhere) : isOwn || rest.count >= Self.leastShared
                if isAbout || isNamed || isAlike {
                    isTouched[problem] = true
                } else if others.count >= Self.leastCharacters || !own.subtracting(named).isEmpty {
                    // Which measure was for which problem is not always known.
                    isGrazed[problem] = true
                }
                if isAbout, isKnown, subject.count == 1, shared[problem] > answers[problem]?.shared ?? -1 {
                    answers[problem] = Answer(sentence: number, shared: shared[problem])
                }
            }
        }
        // Characters in common say nothing where each of fewer sentences is about a problem of its own.
        if sentences.count >= problems.count || !isEachKnown {
            for problem in problems.indices where isGrazed[problem] { isTouched[problem] = true }
        }
        // Each is about the one problem with that word which nothing else answers.
        let isOpen = isTouched.map { !$0 }
        for problems in left {
            let open = problems.filter { isOpen[$0] }
            if open.count == 1, problems.count == 1 { isTouched[open[0]] = true } else { isWhole = false }
        }
        isWhole = isWhole && isAnyKnown
        // Those to which a sentence answers announce no more than themselves.
        if sentences.count >= problems.count - announcing.count(where: { answers[$0] == nil }) { touchInOrder(isTaken) }
    }

    /// Without the problems that have nothing in common with a sentence but what another of them has as well, and more. What only a measure that may be for either
    /// tells is the other's where the sentence has words of the other problem itself, and none of this one.
    private static func unexplained(_ subject: [Int], _ subjects: [Subject], _ sentence: Set<UInt32>) -> [Int] {
        let shared = subject.map { subjects[$0].pairs.intersection(sentence) }
        let own = subject.map { subjects[$0].own.intersection(sentence).count }
        return subject.indices.filter { one in
            !subject.indices.contains { other in
                shared[other].count >= shared[one].count + leastShared
                    && (shared[one].isSubset(of: subjects[subject[other]].sure)
                        || own[one] == 0 && own[other] >= leastShared && shared[one].isSubset(of: shared[other]))
            }
        }.map { subject[$0] }
    }

    /// A sentence that no problem needs may be for one of which nothing else speaks, where both stand between the same others.
    private mutating func touchInOrder(_ isTaken: [Bool]) {
        let needed = Set(answers.compactMap { $0?.sentence })
        for problem in isTouched.indices where !isTouched[problem] {
            let start = answers[..<problem].compactMap { $0?.sentence }.max().map { $0 + 1 } ?? 0
            let end = answers[(problem + 1)...].compactMap { $0?.sentence }.min() ?? isTaken.count
            if start < end, (start..<end).contains(where: { !needed.contains($0) && !isTaken[$0] }) { isTouched[problem] = true }
        }
    }

    // MARK: measures

    /// What was to be done, with the problems that each may answer.
    ///
    /// - Parameters:
    ///   - measures: each as its clauses, or as one where a number shows that it is one.
    ///   - cues: those that open measures.
    static func remedies(
        _ measures: [[String]], for problems: [String], announcing: Set<Int>, without words: [WordList], cues: WordList
    ) -> [Remedy] {
        let subjects = problems.map { Set(ContentPairs.pairs(of: $0, without: words)) }
        // What only leads to a measure answers nothing.
        let leads = words + [cues]
        let measures = measures.map { $0.filter { !ContentPairs.pairs(of: $0, without: leads).isEmpty } }.filter { !$0.isEmpty }
        let clauses = measures.flatMap(\.self).prefix(limit)
        let meant = announcing.isEmpty ? [] : Set(clauses.flatMap { ContentPairs.pairs(of: $0, without: words) })
        let ones = problems.indices.filter { !announcing.contains($0) || !subjects[$0].isDisjoint(with: meant) }
        let numbers = measures.enumerated().flatMap { number, clauses in clauses.map { _ in number } }
        return zip(zip(clauses, numbers), answered(measures, ones.map { subjects[$0] }, words)).map { clause, answered in
            Remedy(text: clause.0, problems: answered.map { ones[$0] }, measure: clause.1)
        }
    }

    /// Which problems each clause of the measures may answer.
    private static func answered(_ measures: [[String]], _ problems: [Set<UInt32>], _ words: [WordList]) -> [[Int]] {
        if measures.count == problems.count { return measures.enumerated().flatMap { index, clauses in clauses.map { _ in [index] } } }
        let clauses = measures.flatMap(\.self).prefix(limit)
        guard clauses.count >= problems.count, !problems.isEmpty else { return clauses.map { _ in Array(problems.indices) } }
        let shared = clauses.map { clause in
            let pairs = ContentPairs.pairs(of: clause, without: words)
            return problems.map { problem in pairs.count { problem.contains($0) } }
        }
        let ahead = bestSums(shared)
        let behind = Array(bestSums(shared.reversed().map { $0.reversed() }).reversed().map { Array($0.reversed()) })
        let best = ahead[clauses.count - 1][problems.count - 1] ?? 0
        return clauses.indices.map { clause in
            problems.indices.filter { problem in
                guard let before = ahead[clause][problem], let after = behind[clause][problem] else { return false }
                return before + after - shared[clause][problem] == best
            }
        }
    }

    /// For each clause and problem the greatest sum of what clauses up to that one have in common with their problems, when it answers that problem, each clause
    /// answers the problem of the one before or the next, and the first clause the first; nil where that cannot be.
    private static func bestSums(_ shared: [[Int]]) -> [[Int?]] {
        var sums: [[Int?]] = []
        for row in shared {
            sums.append(
                row.indices.map { problem in
                    guard let last = sums.last else { return problem == 0 ? row[0] : nil }
                    let before = [last[problem], problem > 0 ? last[problem - 1] : nil].compactMap(\.self).max()
                    return before.map { $0 + row[problem] }
                })
        }
        return sums
    }
}
