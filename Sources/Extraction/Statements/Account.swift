import AuditModel

/// Numbers that make up the one before them: what they tell is told of that one.
enum Account {
    /// How many parts of one number are looked at: this year's and last year's, what was done with it and what is left.
    private static let reach = 3

    /// Where the tables bear out a number, and those that follow in its sentence make it up, one that is told by another act and misses its figure may be but
    /// that part of it. With 其中 it is (办结54件，其中上年结转4件、本年新收50件), and no figure of its own; without, it may be (收到53件，已答复50件，其余3件结转下年), and
    /// the difference is to be explained.
    static func settle(_ bindings: inout [StatementBinder.Binding], of counts: [Count], by grammar: CompiledGrammar) {
        for whole in counts.indices.dropLast(2) where bindings[whole].agrees == true && mayBeWhole(counts[whole]) {
            for part in parts(of: whole, in: counts) where bindings[part].state == .bound && bindings[part].agrees == false {
                guard !counts[part].own.conflicts(with: counts[whole].features).intersection(grammar.acts).isEmpty else { continue }
                if counts[part].isAmong {
                    bindings[part] = StatementBinder.Binding(state: .unbound, value: counts[part].value, reason: .noFigure)
                } else {
                    bindings[part].isDoubted = true
                }
            }
        }
    }

    /// 自然人12件、企业3件、律师1件: parties that one list tells are told in one way. Where all but one agree in it, and that one in another that the others do not
    /// share, it misses; of which it is, is to be explained.
    static func settleParties(
        _ bindings: inout [StatementBinder.Binding], of counts: [Count], by grammar: CompiledGrammar, sum: ([Int]) -> Quantity?
    ) {
        func isParty(_ index: Int) -> Bool {
            bindings[index].state == .bound && counts[index].own.tells(grammar.partyMask) && !counts[index].own.tells(grammar.exclusive)
                && bindings[index].readings.count > 1 && !counts[index].isZeroByWords
        }
        var start = counts.startIndex
        while start < counts.endIndex {
            var end = start
            while end < counts.endIndex, end - start < partyLimit, isParty(end), counts[end].sentence == counts[start].sentence,
                counts[end].segment == counts[start].segment, bindings[end].figure == bindings[start].figure
            {
                end += 1
            }
            if end - start > 2 { settleParties(&bindings, start..<end, of: counts, sum: sum) }
            start = max(end, start + 1)
        }
    }

    private static func settleParties(
        _ bindings: inout [StatementBinder.Binding], _ list: Range<Int>, of counts: [Count], sum: ([Int]) -> Quantity?
    ) {
        let ways = list.map { bindings[$0].readings.count }.min() ?? 0
        func agreeing(_ way: Int) -> [Int] { list.filter { sum(bindings[$0].readings[way]) == bindings[$0].value } }
        let all = (0..<ways).map(agreeing)
        guard !all.contains(where: { $0.count == list.count }), let way = all.firstIndex(where: { $0.count == list.count - 1 }),
            let other = list.first(where: { !all[way].contains($0) }), bindings[other].agrees == true,
            let chosen = bindings[other].chosen, chosen < ways, all[chosen].count < list.count - 1
        else { return }
        bindings[other].chosen = way
        bindings[other].agrees = false
        bindings[other].isDoubted = true
    }

    /// No form knows more kinds of parties.
    private static let partyLimit = 12

    /// 镇机关收到15件，各村转来8件，合计23件: where a total is what the tables have for one of the numbers that it adds up, that number is but some of it.
    static func settleTotals(
        _ bindings: inout [StatementBinder.Binding], of counts: [Count], bearsOut: (StatementBinder.Binding, Quantity) -> Bool
    ) {
        for total in counts.indices.dropFirst(2) where counts[total].look.contains(.total) || counts[total].isBareTotal {
            guard mayBeWhole(counts[total]) else { continue }
            settleUnits(&bindings, total, of: counts)
            for part in summands(of: total, in: counts)
            where bindings[part].state == .bound && bindings[part].agrees == false && bearsOut(bindings[part], counts[total].value) {
                bindings[part] = StatementBinder.Binding(state: .unbound, value: counts[part].value, reason: .otherUnit)
            }
        }
    }

    /// 县政府制发3件，部门制发5件，共8件: of what several units have and of all of it, one is the figure: what the tables bear out, or else all, which may be of
    /// another scope.
    private static func settleUnits(_ bindings: inout [StatementBinder.Binding], _ total: Int, of counts: [Count]) {
        let parts = summands(of: total, in: counts)
        guard !parts.isEmpty, bindings[total].state == .bound,
            parts.allSatisfy({ counts[$0].features == counts[total].features && bindings[$0].state == .bound })
        else { return }
        let borneOut = parts.first { bindings[$0].agrees == true }
        let figure = bindings[total].agrees == true ? total : borneOut ?? total
        for index in parts.lowerBound...total where index != figure {
            bindings[index] = StatementBinder.Binding(state: .unbound, value: counts[index].value, reason: .otherUnit)
        }
        if bindings[figure].agrees != true { bindings[figure].isDoubted = true }
    }

    /// The numbers right before a total that it adds up; empty where it adds up none.
    private static func summands(of total: Int, in counts: [Count]) -> Range<Int> {
        var sum: Quantity? = .zero
        for part in counts.indices[..<total].suffix(summandReach).reversed() {
            let count = counts[part]
            guard count.sentence == counts[total].sentence, count.measure == counts[total].measure, count.group == nil, !count.isInexact,
                !count.isAmong, !count.isBareTotal
            else { break }
            sum = sum?.adding(count.value)
            if part < total - 1, sum == counts[total].value { return part..<total }
        }
        return total..<total
    }

    /// How many numbers before a total are looked at.
    private static let summandReach = 6

    private static func mayBeWhole(_ count: Count) -> Bool {
        count.value > .zero && count.measure != nil && !count.isAmong && !count.isZeroByWords && count.group == nil
    }

    /// The numbers right behind one that make it up; empty where none do.
    private static func parts(of whole: Int, in counts: [Count]) -> Range<Int> {
        var sum: Quantity? = .zero
        for part in counts.indices[(whole + 1)...].prefix(reach) {
            let count = counts[part]
            guard count.sentence == counts[whole].sentence, count.measure == counts[whole].measure, count.group == nil,
                !count.isInexact, count.value > .zero
            else { break }
            sum = sum?.adding(count.value)
            if part > whole + 1, sum == counts[whole].value { return whole + 1..<part + 1 }
        }
        return whole..<whole
    }
}
