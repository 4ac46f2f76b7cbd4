import AuditModel
import DocumentModel

/// What a sentence tells besides what it is about: a problem that a measure names, a year before that a sentence looks back at.
extension PassageReading {
    /// In scalars: how far from the beginning of its clause a name may begin.
    private static let namingLead = 12
    /// In clauses: how far a name may reach.
    private static let namingLimit = 3
    /// In scalars: shorter names say nothing.
    private static let leastNamed = 4

    /// Whether the text is of another time: an account without a heading ends with its paragraph.
    var isInAccount: Bool { part.map(openings.canEnd) ?? false && (isFirm || opened == count) }

    /// A part that a clause names, where it is nothing but the reason for what is done (针对…的问题，), and the index behind the clause that ends the name. Nil
    /// where the name tells nothing of its own, or tells of a time of its own.
    mutating func naming(_ text: [UInt32], _ clause: Range<Int>, to end: Int) -> (part: Int, name: Range<Int>, end: Int)? {
        let lead = Self.lead(text, clause)
        guard let found = openings.naming(text, in: lead..<min(clause.upperBound, lead + Self.namingLead)) else { return nil }
        var behind = clause.lowerBound
        for _ in 0..<Self.namingLimit where behind < end {
            behind = Self.clauseEnd(text, behind..<end)
            guard !Self.isColon(text[behind - 1]) else { return nil }
            var last = behind
            while last > found.end, !Self.isWord(text[last - 1]) { last -= 1 }
            guard openings.endsNaming(found.part, text, found.end..<last) else { continue }
            let name = found.end..<last
            let isOfAnotherTime = matches(text, clause.lowerBound..<behind).contains { openings.canEnd(opens[$0.part]) }
            guard name.count >= Self.leastNamed, !isOfAnotherTime, signs.reading(text, name).shown.contains(found.part) else { return nil }
            return (found.part, name, behind)
        }
        return nil
    }

    /// 改进措施。针对更新不够，…: whether a sentence behind a label of what answers begins with what names the other.
    func answersNamed(_ text: [UInt32], _ sentence: Range<Int>) -> Bool {
        guard let part, passages.last?.isLabel ?? false, case let lead = Self.lead(text, sentence),
            let found = openings.naming(text, in: lead..<min(sentence.upperBound, lead + Self.namingLead))
        else { return false }
        return signs.answer(to: found.part) == part
    }

    /// Whether a cue of what answers only begins to name what an account goes on with (针对…不足，).
    func isNamed(by cue: CueSet.Match, _ text: [UInt32], _ clause: Range<Int>) -> Bool {
        guard isInAccount, let part, cues.covered[part].contains(opens[cue.part]), !signs.needsClosing(opens[cue.part]),
            let named = openings.naming(text, in: Self.lead(text, clause)..<cue.range.upperBound), !ends(part, text, clause)
        else { return false }
        return signs.reading(text, named.end..<clause.upperBound).shown.contains(named.part)
    }

    /// The part of another time that a sentence looks back at without a cue that opens it, and tells to be at its end: it names the time, that something was
    /// told then, and what came of it.
    mutating func retold(_ text: [UInt32], _ sentence: Range<Int>) -> Int? {
        var clause = sentence.lowerBound
        while clause < sentence.upperBound {
            let end = Self.clauseEnd(text, clause..<sentence.upperBound)
            // A cue, or a label, opens what goes on behind it.
            if Self.isColon(text[end - 1]) || cue(text, clause..<end).map({ openings.canEnd(opens[$0.cue.part]) }) ?? false { return nil }
            for time in cues.matches(text, clause..<end) where openings.canEnd(opens[time.part]) {
                let part = opens[time.part]
                let rest = time.range.upperBound..<sentence.upperBound
                guard time.bond == .none || openings.tells(part, text, in: rest.lowerBound..<end),
                    let closing = openings.closing(part, text, in: sentence)
                else { continue }
                // What is wrong all the same, or at another time, is another matter.
                let last = max(closing, time.range.upperBound)
                let later = min(last, openings.lastEnd(part, text, in: rest) ?? last)
                if signs.reading(text, later..<sentence.upperBound).closing.isEmpty { return part }
            }
            clause = end
        }
        return nil
    }

    /// Whether a sentence is set against the part before it, and shows what wants an answer.
    func turnsAway(from part: Int, _ text: [UInt32], _ sentence: Range<Int>, _ reading: PassageSigns.Reading) -> Bool {
        let lead = Self.lead(text, sentence)
        return reading.shown.contains(where: signs.needsClosing) && openings.turnsAway(from: part, text, at: lead, to: sentence.upperBound)
    }

    /// Whether a list within the list of an account is none of its: all that it shows is what is answered elsewhere, or it is all in one paragraph, and nothing
    /// in it is at its end.
    func isAnotherTime(_ text: [UInt32], _ ordinal: ListOrdinal) -> Bool {
        guard let part, openings.canEnd(part) else { return false }
        let reading = signs.reading(text, text.indices)
        guard reading.shown.contains(where: signs.needsClosing) else { return false }
        if !reading.closing.isEmpty && reading.shown.allSatisfy(signs.needsClosing) { return true }
        let next = Self.sentenceEnd(text, from: 0)
        let isWhole = ListOrdinal.found(in: text, next..<text.count).map { $0.style == ordinal.style && $0.number == 2 } ?? false
        return isWhole && openings.closing(part, text, in: text.indices) == nil
    }

    /// （一）上年问题整改情况。…（二）解读滞后。…: whether an ordinal is that of the item behind the account's.
    func endsAccount(_ ordinal: ListOrdinal?) -> Bool {
        guard let account, let ordinal else { return false }
        return ordinal.style == account.style && ordinal.number == account.number + 1
    }

    mutating func leaveAccount() {
        part = nil
        isFirm = false
        account = nil
    }
}
