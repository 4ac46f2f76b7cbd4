import AuditModel

/// What a share may be of.
extension ClaimBinder {
    /// What a whole that the text names may mean, where it is of another topic than its part (行政复议占新收申请的…).
    func named(_ whole: Features?, beside part: Features, with binder: StatementBinder) -> [[Int]] {
        let topic = grammar.topicDimension
        guard let whole, whole[topic] != 0, whole[topic] != part[topic] else { return [] }
        return (binder.meaning(of: whole)?.readings ?? []) + (wholes(of: whole) ?? [])
    }

    /// What a whole that the text names means, of the topic of its part.
    func said(_ whole: Features?, of part: Features, with binder: StatementBinder) -> [[Int]] {
        guard var whole else { return [] }
        whole.fill(part, in: grammar.topicMask)
        return binder.meaning(of: whole)?.readings ?? []
    }

    /// Those of which something may be a share; of a rough one that which the text names, where it does: of a smaller whole so much is easily true.
    func wholes(
        of features: Features, _ percent: Claim.Stated, said whole: Features?, with binder: StatementBinder
    ) -> [[Int]]? {
        let (said, all) = (said(whole, of: features, with: binder), wholes(of: features))
        if said.isEmpty { return all }
        if percent.range != nil { return said }
        guard tellsAct(whole, of: features) else { return all }
        // 占收到申请的: with those of last year, or without.
        return said.count { all?.contains($0) ?? false } > 1 ? all : said
    }

    /// 占办结总数的30%: whether the whole that the text names is told by what was done with it. What reviews are a share of, is not told by that alone
    /// (相当于答复总数的10%).
    private func tellsAct(_ whole: Features?, of part: Features) -> Bool {
        guard let whole, whole.tells(grammar.acts) else { return false }
        return whole[grammar.topicDimension] != 0 || part.tells(grammar.partMask)
    }

    /// 收到20件，办结18件，公开9件，占办结数的45%: whether a number is that of all with which something else was done than with the whole named.
    func isOfOtherAct(_ index: Int, than whole: Features?, of part: Features) -> Bool {
        guard let whole, tellsAct(whole, of: part), statements[index].state != .unbound, counts[index].features.tells(grammar.acts) else {
            return false
        }
        return whole.agreements(with: counts[index].features).intersection(grammar.acts).isEmpty
    }

    /// 新收87件。网上54件，占六成，信函28件，当面5件: what the parts of one kind that a number is listed with make up, where that was counted before.
    func listedWhole(of index: Int) -> Quantity? {
        let count = counts[index]
        guard let kind = count.obstacle, kind.isOfPack else { return nil }
        func isListed(_ other: Int) -> Bool {
            counts[other].sentence == count.sentence && counts[other].obstacle == kind && isLike(counts[other], count)
        }
        let near = around(index)
        let first = near.prefix { $0 < index }.last { !isListed($0) }.map { $0 + 1 } ?? near.lowerBound
        let parts = near.dropFirst(first - near.lowerBound).prefix(while: isListed)
        guard parts.count > 1, let sum = Quantity.sum(of: parts.map { counts[$0].value }) else { return nil }
        let isCounted = near.prefix { $0 < first }.contains {
            counts[$0].value == sum && isLike(counts[$0], count) && count.sentence - counts[$0].sentence <= Self.roughReach
        }
        return isCounted ? sum : nil
    }

    /// 案卷48宗，优良41宗，优良率85.4%: the greater numbers before it in its sentence are what it may be a share of.
    func ownRate(_ percent: Claim.Stated, of subject: ClaimDraft.Subject) -> Binding? {
        guard case .counts(let list) = subject, let part = list.first, !counts[part].isInexact else { return nil }
        let wholes = around(part).filter {
            $0 < part && counts[$0].sentence == counts[part].sentence && isLike(counts[$0], counts[part]) && !counts[$0].isInexact
                && counts[$0].value > counts[part].value
        }
        guard !wholes.isEmpty else { return nil }
        return Binding(
            assertion: .share(percent), readings: [], values: [counts[part].value], statedWholes: wholes.map { counts[$0].value })
    }

    func wholes(of features: Features) -> [[Int]]? {
        grammar.figure(for: features, claim: "share").map { grammar.readings(of: $0, features: features) }
    }
}
