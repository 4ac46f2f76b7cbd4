/// Reads mentions off tokens.
struct MentionReader {
    let grammar: CompiledGrammar
    let text: ScalarText
    let ownNames: [[UInt32]]

    /// The longest name of a unit, in tokens: more than any has, and a bound on the work.
    private static let longestName = 12

    /// What the tokens say. `atClauseStart`: the first of them opens its clause, so that a name there is the subject.
    func mention(_ tokens: ArraySlice<ClauseToken>, atClauseStart: Bool) -> Mention {
        var builder = MentionBuilder(grammar: grammar)
        var beforeModifier: MentionBuilder?
        var isSubject = atClauseStart
        var isOfLastYear = false
        var isOfSome = false
        for (index, token) in zip(tokens.indices, tokens) {
            switch token.kind {
            case .word(let number):
                let role = grammar.roles[Int(number)]
                switch role {
                case .modifierOpen: beforeModifier = builder
                case .modifierClose:
                    if let before = beforeModifier {
                        builder.restore(before)
                        beforeModifier = nil
                    }
                // 2件行政复议之外: what stands behind a number and before that word is counted.
                case .excluding where !atClauseStart && index + 1 == tokens.endIndex: break
                // 12件列入下年台账: where it goes, not when it came.
                case .otherPeriod where !atClauseStart && isNextYear(token): break
                case .excluding: builder.restore(MentionBuilder(grammar: grammar))
                case .otherPeriod, .ownPeriod, .wholePeriod:
                    isOfLastYear = grammar.lastYears.contains(number)
                    builder.add(role)
                case .through:
                    isSubject = true
                    builder.add(role)
                case .unitSuffix:
                    builder.noteUnit()
                    if isSubject, let name = name(endingAt: index, in: tokens) { builder.noteSubject(isOther: !isOwn(name)) }
                case .feature, .weakFeature:
                    // 共收到
                    if grammar.totals.contains(text.scalars[token.start]) { builder.add(.total) }
                    if isListed(index, in: tokens) { builder.exemplify() }
                    if isApart(index, in: tokens), case .feature(let set) = role { builder.release(by: grammar.featureSets[Int(set)]) }
                    let turned =
                        grammar.ofLastYear[number].flatMap { isOfLastYear || builder.tells($0) ? $0 : nil }
                        ?? ofAllApplicants(index, role, in: tokens)
                    builder.addVerb(
                        role, turned: turned, isFirst: index == tokens.startIndex, isModified: isUnknown(before: index, in: tokens),
                        isOwnVerb: text.scalars[token.end - 1] != 0x7684 && isBehindNeutral(index, in: tokens),
                        isAttributive: isAttributive(index, in: tokens))
                    if hasTopicOfVerb(role, token) { builder.noteVerbTopic() }
                    if entersOwnPeriod(token) || isOfLastYear && turned != nil { builder.enterOwnPeriod() }
                    isSubject = false
                case .head, .weakHead:
                    if case .head = role, isListed(index, in: tokens) { builder.exemplify() }
                    builder.addNoun(
                        role, isModified: isModified(index, in: tokens), isDescribed: isBehindParticle(index, in: tokens),
                        isFirst: !atClauseStart && index == tokens.startIndex)
                    isSubject = false
                case .part, .otherAct, .total, .respectively, .each:
                    builder.add(role)
                    isSubject = false
                case .connector where isBetweenApplicants(index, in: tokens): isOfSome = true
                // 财务、人事等其他信息9条: the rest leaves nothing open.
                case .open where isRest(at: token.end): break
                default: builder.add(role)
                }
            case .listComma where isBetweenApplicants(index, in: tokens): isOfSome = true
            case .listComma: builder.join()
            case .unknown: builder.addUnknown()
            default: break
            }
        }
        var mention = builder.finish()
        mention.isOfSome = isOfSome
        return mention
    }

    /// Whether characters that the grammar does not know stand right before a noun, or before a particle in front of it (低保申请, 低保的申请).
    private func isModified(_ index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        if isUnknown(before: index, in: tokens) { return true }
        guard index > tokens.startIndex else { return false }
        switch tokens[index - 1].kind {
        case .word(let number):
            if case .blocker = grammar.roles[Int(number)] {
                // 在文件库栏目公布现行有效文件: a word that holds its verb is not what the noun before it modifies.
                return tokens[index - 1].end == tokens[index].start && !holdsVerb(tokens[index])
            }
            // 低保类申请
            let isParticle = grammar.roles[Int(number)].saysNothing || tokens[index - 1].has(.measure)
            guard isParticle, tokens[index - 1].end == tokens[index - 1].start + 1, index - 1 > tokens.startIndex,
                case .unknown = tokens[index - 2].kind
            else { return false }
            return true
        default: return false
        }
    }

    /// Whether what joins words stands between one for people in general and a kind of applicants (村民和企业提出的申请).
    private func isBetweenApplicants(_ index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        guard index > tokens.startIndex, index + 1 < tokens.endIndex, tokens[index - 1].has(.people),
            tokens[index - 1].end == tokens[index].start, tokens[index].end == tokens[index + 1].start,
            case .word(let number) = tokens[index + 1].kind, case .feature(let set) = grammar.roles[Int(number)]
        else { return false }
        return grammar.featureSets[Int(set)].tells(grammar.partyMask)
    }

    /// What a kind of applicants joined with people in general tells: that it is about applicants, of whatever kind. Nil for other words.
    private func ofAllApplicants(_ index: Int, _ role: CompiledGrammar.Role, in tokens: ArraySlice<ClauseToken>) -> Features? {
        guard index > tokens.startIndex, isBetweenApplicants(index - 1, in: tokens), case .feature(let set) = role else { return nil }
        var features = grammar.featureSets[Int(set)]
        for dimension in grammar.implyingDimensions where features[dimension] != 0 { features.fill(grammar.implied[dimension]) }
        features.clear(grammar.partyMask)
        return features
    }

    private func isBehindParticle(_ index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        index > tokens.startIndex && tokens[index - 1].end == tokens[index].start && text.scalars[tokens[index].start - 1] == 0x7684
    }

    /// Whether a noun tells what was done as well.
    private func holdsVerb(_ noun: ClauseToken) -> Bool {
        guard case .word(let number) = noun.kind, case .head(let set) = grammar.roles[Int(number)] else { return false }
        return grammar.featureSets[Int(set)].tells(grammar.acts)
    }

    /// Whether a word for all others begins at a place.
    private func isRest(at place: Int) -> Bool {
        grammar.briefs.longestMatch(in: text.scalars, at: place).map { grammar.isForRest(Int32($0.number)) } ?? false
    }

    /// Whether 等 stands right before a word and right behind another.
    private func isListed(_ index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        guard index > tokens.startIndex + 1, tokens[index - 1].end == tokens[index].start, tokens[index - 2].end == tokens[index - 1].start,
            case .word(let number) = tokens[index - 1].kind, case .open = grammar.roles[Int(number)]
        else { return false }
        return true
    }

    /// Whether characters that the grammar does not know, or a sign of lists behind them, part a word from the noun before it.
    private func isApart(_ index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        guard index > tokens.startIndex + 1 else { return false }
        let before = tokens[tokens.startIndex..<index]
        guard
            let noun = before.lastIndex(where: { token in
                if case .word(let number) = token.kind, case .blocker = grammar.roles[Int(number)] { true } else { false }
            })
        else { return false }
        return tokens[(noun + 1)..<index].contains { if case .unknown = $0.kind { true } else { false } }
    }

    /// Whether a word that says nothing stands right before a word (清理工作中废止).
    private func isBehindNeutral(_ index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        guard index > tokens.startIndex, case .word(let number) = tokens[index - 1].kind else { return false }
        return grammar.roles[Int(number)].saysNothing
    }

    /// Whether 的 ends a verb or stands right behind it, and a noun of the form's behind that.
    private func isAttributive(_ index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        let particle: UInt32 = 0x7684
        var next = index
        if text.scalars[tokens[index].end - 1] != particle {
            next += 1
            guard next < tokens.endIndex, tokens[next].end == tokens[next].start + 1, text.scalars[tokens[next].start] == particle else {
                return false
            }
        }
        guard next + 1 < tokens.endIndex, case .word(let number) = tokens[next + 1].kind else { return false }
        if case .head = grammar.roles[Int(number)] { return true }
        return false
    }

    /// Whether a verb tells a topic though it holds no noun.
    private func hasTopicOfVerb(_ role: CompiledGrammar.Role, _ token: ClauseToken) -> Bool {
        guard case .feature(let set) = role, case let features = grammar.featureSets[Int(set)], features[grammar.topicDimension] != 0,
            features.tells(grammar.acts)
        else { return false }
        return !(token.start..<token.end).contains { index in
            guard grammar.trie.mayBegin(with: text.scalars[index]), let word = grammar.trie.longestMatch(in: text.scalars, at: index),
                word.end <= token.end
            else { return false }
            switch grammar.roles[word.number] {
            case .head, .weakHead: return true
            default: return false
            }
        }
    }

    /// Whether a word for this year stands within a verb.
    private func entersOwnPeriod(_ token: ClauseToken) -> Bool {
        var index = token.start + 1
        while index < token.end {
            if grammar.trie.mayBegin(with: text.scalars[index]), let word = grammar.trie.longestMatch(in: text.scalars, at: index),
                word.end <= token.end, grammar.roles[word.number].traits.contains(.ownPeriod)
            {
                return true
            }
            index += 1
        }
        return false
    }

    private func isNextYear(_ token: ClauseToken) -> Bool {
        !grammar.nextYear.isEmpty && text.scalars[token.start..<token.end].starts(with: grammar.nextYear)
    }

    private func isUnknown(before index: Int, in tokens: ArraySlice<ClauseToken>) -> Bool {
        guard index > tokens.startIndex, tokens[index - 1].end == tokens[index].start else { return false }
        switch tokens[index - 1].kind {
        case .unknown: return true
        case .word(let number): if case .verb = grammar.roles[Int(number)] { return true } else { return false }
        default: return false
        }
    }

    /// The scalars of the unit's name that ends with a suffix: the run of unknown characters, suffixes and nouns before it. Nil where the suffix is
    /// no end of a name (市 in 市场), or nothing but suffixes stand there, which name nobody in particular (市, 区).
    private func name(endingAt index: Int, in tokens: ArraySlice<ClauseToken>) -> Range<Int>? {
        if index + 1 < tokens.endIndex, tokens[index + 1].start == tokens[index].end {
            switch tokens[index + 1].kind {
            case .unknown: return nil
            case .word(let number): if case .unitSuffix = grammar.roles[Int(number)] { return nil }
            default: break
            }
        }
        var start = index
        var hasName = false
        while start > tokens.startIndex, index - start < Self.longestName, tokens[start - 1].end == tokens[start].start {
            let previous = tokens[start - 1]
            if case .unknown = previous.kind {
                hasName = true
            } else if case .word(let number) = previous.kind {
                switch grammar.roles[Int(number)] {
                case .unitSuffix, .connector: break
                case .blocker, .verb: hasName = true
                default: return hasName ? tokens[start].start..<tokens[index].end : nil
                }
            } else {
                break
            }
            start -= 1
        }
        return hasName ? tokens[start].start..<tokens[index].end : nil
    }

    /// Whether a name is the reporting unit's: it ends as the unit's name does, begins it, or goes on from it with nothing but suffixes.
    private func isOwn(_ range: Range<Int>) -> Bool {
        let name = text.scalars[range]
        return ownNames.contains { own in
            if own.ends(with: name) || name.ends(with: own) || own.starts(with: name) { return true }
            return name.starts(with: own) && isSuffixes(name.dropFirst(own.count))
        }
    }

    /// 云溪区人民政府 is 云溪区, 云溪区财政局 is not.
    private func isSuffixes(_ rest: ArraySlice<UInt32>) -> Bool {
        var index = rest.startIndex
        while index < rest.endIndex {
            guard let word = grammar.trie.longestMatch(in: text.scalars, at: index), case .unitSuffix = grammar.roles[word.number] else {
                return false
            }
            index = word.end
        }
        return true
    }
}

extension Collection where Element == UInt32, Self: BidirectionalCollection {
    fileprivate func ends(with suffix: some BidirectionalCollection<UInt32>) -> Bool {
        !suffix.isEmpty && count >= suffix.count && reversed().starts(with: suffix.reversed())
    }
}
