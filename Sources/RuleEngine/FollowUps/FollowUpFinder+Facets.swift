import AuditModel

/// Finds problems that were listed in one sentence with others, and of which this year's account says nothing.
extension FollowUpFinder {
    /// A problem of a sentence that lists several, with what it names that none of the others does.
    private struct Facet {
        let text: String
        let isListed: Bool
        let own: Set<UInt32>
        /// The same with words of evidence.
        let whole: Set<UInt32>
    }

    /// Of some items that list several problems and are answered: the problems of which nothing speaks, while another of the list is answered by words of its
    /// own. Such a problem names something, had a measure of its own, and neither it nor that measure is spoken of.
    ///
    /// - Parameters:
    ///   - listing: the indices of these items.
    ///   - problems: all of last year's, with what only announces them.
    ///   - remedies: what was to be done about these.
    func dropped(
        _ listing: [Int], of items: [PassageItem], among problems: [PassageItem], _ announcing: Set<Int>,
        _ remedies: [AccountReading.Remedy], _ told: [String], in sentences: ReportSentences, _ sources: AccountSources
    ) -> [Int: [String]] {
        guard !listing.isEmpty, !told.isEmpty else { return [:] }
        var texts: [String] = []
        var spans: [Range<Int>] = []
        var members: [(item: Int, problem: Int, facets: [Facet])] = []
        for (index, problem) in problems.enumerated() {
            let item = announcing.contains(index) ? nil : listing.first { Self.isSame(items[$0], problem) }
            let facets = item.map { self.facets(of: items[$0].text, sources) } ?? []
            if let item, !facets.isEmpty { members.append((item, index, facets)) }
            spans.append(texts.count..<texts.count + max(1, facets.count))
            texts += facets.isEmpty ? [problem.text] : facets.map(\.text)
        }
        guard !members.isEmpty, texts.count <= Self.facetLimit else { return [:] }
        var shared = remedies.map { remedy in
            AccountReading.Remedy(text: remedy.text, problems: remedy.problems.flatMap { Array(spans[$0]) }, measure: remedy.measure)
        }
        var apart: [[Bool]] = []
        for member in members {
            let own = remedies.indices.filter { remedies[$0].problems == [member.problem] }
            let start = spans[member.problem].lowerBound
            // As many, in one enumeration.
            if own.count == 1, let listed = FacetReading.members(of: remedies[own[0]].text, count: member.facets.count) {
                shared[own[0]] = AccountReading.Remedy(text: "", problems: [], measure: -1)
                shared += listed.enumerated().map { AccountReading.Remedy(text: $1, problems: [start + $0], measure: -1) }
                apart.append(member.facets.map(\.isListed))
                continue
            }
            let answered = Self.shared(own.map { remedies[$0] }, among: member.facets, sources)
            for (remedy, facets) in zip(own, answered.facets) {
                shared[remedy] = AccountReading.Remedy(
                    text: remedies[remedy].text, problems: facets.map { start + $0 }, measure: remedies[remedy].measure)
            }
            apart.append(answered.isApart ? member.facets.map { _ in true } : member.facets.map(\.isListed))
        }
        let account = AccountReading(
            problems: texts, announcing: Set(announcing.map { spans[$0].lowerBound }), remedies: shared, sentences: told,
            without: sources.words, common: common)
        guard account.isWhole else { return [:] }
        let silent = [common] + sources.words.dropFirst()
        var dropped: [Int: [String]] = [:]
        for ((item, problem, facets), apart) in zip(members, apart) where spans[problem].contains(where: { account.answers[$0] != nil }) {
            for ((facet, isApart), index) in zip(zip(facets, apart), spans[problem])
            where isApart && !account.isTouched[index] && Self.isDistinct(facet) {
                let own = shared.filter { $0.problems == [index] }.map(\.text)
                guard !own.isEmpty else { continue }
                let others = facets.filter { $0.text != facet.text }.reduce(into: Set<UInt32>()) { $0.formUnion($1.whole) }
                let text = ([facet.text] + own).joined(separator: "，")
                if !unspoken([text], [others.subtracting(facet.whole)], terms.minimum, in: sentences, without: silent).isEmpty {
                    dropped[item, default: []].append(facet.text)
                }
            }
        }
        return dropped
    }

    private func facets(of text: String, _ sources: AccountSources) -> [Facet] {
        let facets = facets.facets(of: text)
        let pairs = facets.map { Set(ContentPairs.pairs(of: $0.text, without: sources.words)) }
        let whole = facets.map { Set(ContentPairs.pairs(of: $0.text, without: [common] + sources.words.dropFirst())) }
        func apart(_ sets: [Set<UInt32>], _ index: Int) -> Set<UInt32> {
            sets.indices.reduce(into: sets[index]) { if $1 != index { $0.subtract(sets[$1]) } }
        }
        return facets.indices.map {
            Facet(text: facets[$0].text, isListed: facets[$0].isListed, own: apart(pairs, $0), whole: apart(whole, $0))
        }
    }

    /// Whether a problem names enough to be missed.
    private static func isDistinct(_ facet: Facet) -> Bool {
        facet.own.count >= leastShared || !facet.own.isEmpty && facet.whole.count > leastShared
    }

    /// Which of an item's problems each of its measures may answer: the one with which alone it has a word in common, else any between those that the measures
    /// before and behind it answer. What is left answers the only one of an enumeration that is left. `isApart`: whether each problem has a sentence of measures
    /// to itself, in their order.
    private static func shared(
        _ remedies: [AccountReading.Remedy], among facets: [Facet], _ sources: AccountSources
    ) -> (facets: [[Int]], isApart: Bool) {
        let direct = remedies.map { remedy -> Int? in
            let pairs = ContentPairs.pairs(of: remedy.text, without: sources.words)
            let found = facets.indices.filter { !facets[$0].own.isDisjoint(with: pairs) }
            return found.count == 1 ? found[0] : nil
        }
        let left = facets.indices.filter { !direct.contains($0) }
        let answered = remedies.indices.map { index -> [Int] in
            if let facet = direct[index] { return [facet] }
            let first = direct[..<index].compactMap(\.self).max() ?? 0
            let last = direct[(index + 1)...].compactMap(\.self).min() ?? facets.count - 1
            guard first <= last else { return Array(facets.indices) }
            if left.count == 1, facets[left[0]].isListed, (first...last).contains(left[0]) { return left }
            return Array(first...last)
        }
        var measures: [Int: Set<Int>] = [:]
        for (remedy, facet) in zip(remedies, direct) { if let facet { measures[remedy.measure, default: []].insert(facet) } }
        let numbers = Set(remedies.map(\.measure)).sorted()
        let isApart = numbers.count == facets.count && numbers.enumerated().allSatisfy { measures[$1] == [$0] }
        return (answered, isApart)
    }

    /// More problems are not told apart.
    private static let facetLimit = 64
}
