import DocumentModel

/// Which cues of a text tell what it is about.
extension PassageReading {
    /// The cues of a text that count.
    mutating func matches(_ text: [UInt32], _ range: Range<Int>) -> [CueSet.Match] {
        let found = cues.matches(text, range)
        return found.contains { $0.bond != .none } ? cues.matches(text, range) { counts($0, text) } : found
    }

    /// Whether a cue counts. The year before opens an account of it only where it is set against this year later on: else it may be a year left standing,
    /// or the time since which things are as they are.
    mutating func counts(_ cue: CueSet.Match, _ text: [UInt32]) -> Bool {
        guard cue.bond != .none, openings.canEnd(cue.part) else { return true }
        if isEnded(cue.part, text, behind: cue.range.upperBound) { return true }
        return (cue.bond == .year || announces(cue, text)) && lastEnd.map { $0 >= count } ?? false
    }

    /// Whether a word that ends a part stands behind an index of the block that is read. The block is searched once, whatever it asks of it.
    private mutating func isEnded(_ part: Int, _ text: [UInt32], behind index: Int) -> Bool {
        if let known = lastEnds[part], known.block == count, known.from <= index { return known.last >= index }
        let last = openings.lastEnd(part, text, in: index..<text.count) ?? -1
        lastEnds[part] = (count, index, last)
        return last >= index
    }

    /// The cue with which a clause begins, behind what may stand before it.
    mutating func leadingCue(_ text: [UInt32], _ clause: Range<Int>) -> CueSet.Match? {
        var index = Self.lead(text, clause)
        for _ in 0..<Self.leadLimit {
            if let cue = cues.match(text, at: index, to: clause.upperBound, where: { counts($0, text) }) { return cue }
            guard let end = openings.lead(text, at: index, to: clause.upperBound) else { return countedCue(text, clause) }
            index = end
            while index < clause.upperBound, !Self.isWord(text[index]) { index += 1 }
        }
        return nil
    }

    /// The index behind a cue and those that follow it at once (明年我局将).
    func behindCues(_ text: [UInt32], _ cue: CueSet.Match, to end: Int) -> Int {
        var index = cue.range.upperBound
        for _ in 0..<Self.leadLimit {
            guard let next = cues.match(text, at: index, to: end)?.range.upperBound ?? openings.lead(text, at: index, to: end) else {
                break
            }
            index = next
        }
        return index
    }

    /// The cue of a part told of another time with which an item of a list begins that clauses count (一是上年度…).
    private mutating func countedCue(_ text: [UInt32], _ clause: Range<Int>) -> CueSet.Match? {
        guard let ordinal = ListOrdinal.found(in: text, clause), ordinal.depth == nil, ordinal.end < clause.upperBound else { return nil }
        let cue = cues.match(text, at: ordinal.end, to: clause.upperBound, where: { counts($0, text) })
        return cue.flatMap { openings.canEnd(opens[$0.part]) ? $0 : nil }
    }

    /// Whether a range is nothing but a cue, and what may stand before one.
    mutating func isCue(_ text: [UInt32], _ range: Range<Int>) -> Bool { leadingCue(text, range)?.range.upperBound == range.upperBound }

    /// The cue that tells what a clause is about, and whether the clause ends with it.
    mutating func cue(_ text: [UInt32], _ clause: Range<Int>) -> (cue: CueSet.Match, isClosing: Bool)? {
        if let cue = leadingCue(text, clause) { return (cue, false) }
        return closingCue(text, clause).map { ($0, true) }
    }

    /// A cue that is one only where it ends its clause, and does; nil below a heading that tells.
    private mutating func closingCue(_ text: [UInt32], _ clause: Range<Int>) -> CueSet.Match? {
        guard !isFirm, let last = text[clause].last, last == 0x2C || last == 0x3002 else { return nil }
        return matches(text, clause).last { $0.range.upperBound == clause.upperBound }
    }

    /// Whether a paragraph begins with a cue that counts (问题一：…).
    func isCounted(_ text: [UInt32]) -> Bool {
        guard let cue = cues.match(text, at: Self.lead(text, text.indices), to: text.count) else { return false }
        return DigitNotation.chinese(text[cue.range.upperBound - 1]) != nil
    }

    /// Whether a short sentence is the title of its paragraph, by the cue that it ends with.
    mutating func isTitle(_ text: [UInt32], _ sentence: Range<Int>) -> Bool {
        var end = sentence.upperBound
        while end > sentence.lowerBound, !Self.isWord(text[end - 1]) { end -= 1 }
        let sentence = sentence.lowerBound..<end
        guard sentence.count <= Self.titleLimit, !text[sentence].contains(where: { $0 == 0x2C || Self.isColon($0) }) else { return false }
        // 一是上年问题的整改。
        if let ordinal = ListOrdinal.found(in: text, sentence),
            let cue = cues.match(text, at: ordinal.end, to: end, where: { counts($0, text) }), openings.canEnd(opens[cue.part])
        {
            return true
        }
        for start in sentence {
            let cue = cues.match(text, at: start, to: end, where: { counts($0, text) })
            // What says of something that it has a fault is a sentence (队伍建设还有短板。).
            if let cue, cue.range.upperBound == end { return !signs.reading(text, sentence).closing.contains(opens[cue.part]) }
        }
        return false
    }
}
