import AuditModel

/// Which words are of which number.
extension ClauseReader {
    /// What stands behind a number: up to 都, 均, 已 where the noun stands before it (两件规范性文件都附有说明).
    func noun(_ tokens: ArraySlice<ClauseToken>) -> Mention {
        let all = reader.mention(tokens, atClauseStart: false)
        guard all.blocker != nil || all.part != nil, let end = tokens.firstIndex(where: { $0.has(.each) || $0.has(.predicate) }) else {
            return all
        }
        var subject = reader.mention(tokens[..<end], atClauseStart: false)
        guard subject.hasTopic, subject.blocker == nil, subject.part == nil else { return all }
        subject.isEach = all.isEach
        return subject
    }

    /// 五类不予处理情形共9件: how many kinds there are of what the next number counts. `tokens` begin with the number's last.
    private func isNumberOfKinds(_ tokens: ArraySlice<ClauseToken>, to end: Int, behind left: Mention) -> Bool {
        guard left.isBare, !left.isAmong, !left.isTotal, let measure = tokens.first.flatMap({ measure(of: $0) }),
            tokens.startIndex + 1 < end,
            case .word(let last) = tokens[end - 1].kind, case .total = grammar.roles[Int(last)]
        else { return false }
        var told = reader.mention(tokens.prefix(upTo: end - 1).dropFirst(), atClauseStart: false).features
        guard told.tells(grammar.partMask) else { return false }
        for dimension in grammar.implyingDimensions where told[dimension] != 0 { told.fill(grammar.implied[dimension]) }
        return grammar.figure(for: told) != nil && grammar.figure(for: told, measure: grammar.measures[measure]) == nil
    }

    /// 向2名申请人收取信息处理费190元: whether only the next number, of another unit, can count what the words between tell. `tokens` begin with the number.
    private func isAmountOfNext(_ tokens: ArraySlice<ClauseToken>, at end: Int) -> Bool {
        guard tokens.startIndex + 1 < end, end < tokens.endIndex, let own = tokens.first.flatMap({ measure(of: $0) }),
            let next = measure(of: tokens[end]), grammar.measures[own].unit != grammar.measures[next].unit
        else { return false }
        let told = reader.mention(tokens[..<end].dropFirst(), atClauseStart: false).features
        // 对2件申请收取信息处理费190元, 对2件申请收取190元: the first noun, or that alone, may be what the number counts.
        let first = tokens[..<end].dropFirst().first { token in
            guard case .word(let word) = token.kind else { return false }
            switch grammar.roles[Int(word)] {
            case .head, .weakHead: return true
            default: return false
            }
        }
        guard let first, case let counted = reader.mention([first][...], atClauseStart: false).features,
            grammar.figure(for: counted, measure: grammar.measures[own]) == nil
        else { return false }
        return told[topic] != 0 && grammar.figure(for: told, measure: grammar.measures[own]) == nil
            && grammar.figure(for: told, measure: grammar.measures[next]) != nil
    }

    /// The measure word of a number, or that stands by itself.
    private func measure(of token: ClauseToken) -> Int? {
        if case .number(let number) = token.kind { return numbers[Int(number)].measure }
        return nil
    }

    /// Where the words between two numbers of a clause part.
    func split(_ clause: [ClauseToken], from start: Int, to end: Int, behind left: Mention) -> Int {
        if isWholeOfNext(clause[(start - 1)...]) { return start }
        if isNumberOfKinds(clause[(start - 1)...], to: end, behind: left) { return start }
        // 涉及6个部门的申请45件
        if start < end, isParticle(clause[start]), holdsWhatItCounts(clause[start - 1]) { return start + 1 }
        for index in start..<end {
            switch clause[index].kind {
            case .listComma: return index
            case .word(let number):
                switch grammar.roles[Int(number)] {
                // 15件分别为无法提供9件…: what is told behind 分别 is the next number's.
                case .among, .including, .comprising, .connector, .respectively: return index
                default: break
                }
            default: break
            }
        }
        if left.hasHead || isAmountOfNext(clause[(start - 1)...], at: end) { return start }
        if !left.tellsAny, let result = resultBehindNoun(clause[start..<end]) { return result }
        // 收到12件申请答复10件: a noun right behind a number that has only a verb is its noun; 涉及6个部门的申请45件: one that the grammar does not know, too.
        var nounEnd: Int?
        scanning: for index in start..<end {
            switch clause[index].kind {
            case .unknown where index == start: return index + 1
            case .word(let number):
                switch grammar.roles[Int(number)] {
                case .unitSuffix where index == start, .verb where index == start: return index + 1
                case .head, .weakHead, .blocker: nounEnd = index + 1
                case .total where nounEnd == nil && left.isBare:
                    // 两个渠道合计收到申请28件: what is counted of channels ends before the verb.
                    return index
                case .feature, .weakFeature:
                    if nounEnd != nil || left.tellsAny { break scanning }
                case .occurrence where nounEnd != nil: break scanning
                default: break
                }
            default: break
            }
        }
        if var nounEnd {
            while nounEnd < end, clause[nounEnd].has(.neutral) { nounEnd += 1 }
            return nounEnd
        }
        return left.tellsAny ? start : end
    }
}
