import AuditModel

extension ClauseReader {
    /// The counts of the sentence that a bare total behind them adds up (新收5件，上年结转2件，合计7件): alike in what they tell, and each of another thing.
    /// Nil where they are no such list; of verbs alone it takes just two, since 收到, 办结 and 结转 add up to nothing.
    func summands(_ number: NumberToken) -> Range<Int>? {
        guard group == nil, !frame.isAmong, let measure = number.measure else { return nil }
        let word = grammar.measures[measure].word
        var first = counts.endIndex
        while first > 0 {
            let count = counts[first - 1]
            guard count.sentence == sentence, count.segment == segment else { break }
            guard count.group == nil, count.obstacle == nil, !count.isAmong, !count.isBareTotal, !count.isZeroByWords, count.joined.isEmpty,
                count.alternatives.isEmpty, let other = count.measure, grammar.measures[other].word == word
            else { return nil }
            first -= 1
        }
        let parts = counts[first...]
        guard parts.count >= 2, let told = parts.first?.features.told, parts.allSatisfy({ $0.features.told == told }),
            Set(parts.map(\.features)).count == parts.count
        else { return nil }
        let differing = parts.dropFirst().reduce(into: DimensionMask.none) {
            $0 = $0.union(counts[first].features.conflicts(with: $1.features))
        }
        let isOfActs = !differing.intersection(grammar.acts).isEmpty
        return isOfActs && (parts.count > 2 || differing.intersection(grammar.acts) != differing) ? nil : first..<counts.endIndex
    }

    /// Whether the numbers of the sentence so far are parts, so that a bare total is that of what the sentence is about.
    var isTotalOfParts: Bool {
        guard group == nil, frame.blocker == nil, frame.features[topic] != 0, !frame.isAmong else { return false }
        let stated = counts.reversed().prefix { $0.sentence == sentence }
        // 自然人9件、法人3件、其他1件，共13件
        return stated.count(where: { $0.own.tells(grammar.partMask) }) > 1
            && stated.allSatisfy {
                ($0.own.tells(grammar.partMask) || $0.own.isEmpty) && $0.group == nil && !$0.isBareTotal
                    && $0.own.conflicts(with: frame.features).intersection(grammar.acts).isEmpty
            }
    }

    /// Whether a noun behind a number is what the clause before named, without saying what was done with it.
    func isSame(_ named: Mention, _ noun: Mention) -> Bool {
        named.features[topic] != 0 && named.features[topic] == noun.features[topic] && noun.items.isEmpty && noun.blocker == nil
            && noun.part == nil && !noun.isHeadModified && !noun.features.tells(grammar.exclusive.union(grammar.partMask))
    }

    /// Whether a bare total in another unit than the number before it is the amount of what the sentence speaks of.
    func isAmountOfNamed(_ number: NumberToken) -> Bool {
        guard let measure = number.measure, frame.blocker == nil, frame.part == nil, frame.features[topic] != 0, let last = counts.last,
            last.sentence == sentence, last.segment == segment, last.group == nil, let other = last.measure,
            grammar.measures[other].unit != grammar.measures[measure].unit
        else { return false }
        return grammar.figure(for: frame.features, measure: grammar.measures[measure]) != nil
    }

    /// A noun listed without a verb has the one before it (制发规章1件、规范性文件8件), where the grammar has a figure for that.
    /// `isPart`: of the parts of a whole it may have the result before that noun as well (其中未审结的复议3件、诉讼2件).
    func takeOver(_ listed: Mention, to said: inout Mention, isPart: Bool) {
        guard said.hasTopic, !said.isAmong, !said.features.tells(grammar.exclusive) else { return }
        if listed.isHeadModified { said.isHeadModified = true }
        if said.part == nil, listed.isPartVerb {
            said.part = listed.part
            said.isPartVerb = true
        }
        var features = said.features
        features.fill(listed.features, in: grammar.acts)
        if grammar.figure(for: features) != nil { said.features = features }
        guard isPart, listed.hasTopic, !said.features.tells(grammar.partMask) else { return }
        features = said.features
        features.fill(listed.features, in: grammar.partMask.intersection(grammar.exclusive))
        if features != said.features, grammar.figure(for: features) != nil { said.alternatives.append(features) }
    }
}
