import AuditModel
import DocumentModel

/// One section on its way through its cues.
struct PassageReading {
    private let key: String
    let cues: CueSet
    let signs: PassageSigns
    let openings: ClauseOpenings
    let year: Int?
    /// The part that the text belongs to now, by its index; nil before the first cue.
    var part: Int? {
        didSet {
            if part != oldValue { opened = count }
            if let part, signs.needsClosing(part) { isAsked = true }
        }
    }
    /// Whether anything that wants an answer was told, or a cue told what part the text belongs to: before that what seems to be answers may be something else.
    private var isAsked = false
    /// Whether what wants an answer was told by nothing but names.
    private var namesOnly = true
    /// Whether a heading or a label on a line of its own opened it, so that what the text says does not matter.
    var isFirm = false
    /// The block in which the part was opened, by its number.
    var opened = 0
    /// For each part the one that its cues open below the present heading: below 上年度存在的问题, 存在问题 opens what the heading names.
    var opens: [Int]
    /// The part with which the last item of a list began, by the kind of its ordinals.
    private var lists: [ListOrdinal.Style: Int?] = [:]
    /// The ordinal of the heading, label or title that opened the account of another time: with the next of them it is at its end.
    var account: ListOrdinal?
    /// How deep the list stands whose items are paragraphs; see `ListOrdinal.depth`.
    private var depth: Int?
    /// Whether the present paragraph is one: labels in it are the item's.
    private var isItem = false
    /// Whether paragraphs below the present heading or label are items of a list.
    private(set) var hasItems = false
    /// What the columns of lines belong to, with their headings; empty outside of such lines.
    var columns: [(part: Int?, text: TracedText, heading: Range<Int>, locator: Locator)] = []
    /// The section, and those that go on with it.
    private let sections: [Section]
    /// The headings and paragraphs of the sections, and how many of them were read, the present one included.
    private let texts: [BlockText]
    private(set) var count = 0
    /// For each part that was asked for: the number of the block, the index from which it was searched, and where the last word that ends the part
    /// begins; -1 for none.
    var lastEnds: [Int: (block: Int, from: Int, last: Int)] = [:]
    /// The last of them that speaks of the time by which a part ends; looked for where a year is asked after.
    private(set) lazy var lastEnd: Int? = texts.lastIndex { text in
        let scalars = TracedText(text, year: year).scalars
        return cues.parts.indices.contains { openings.lastEnd($0, scalars, in: scalars.indices) != nil }
    }
    private(set) var passages: [Passage] = []
    /// How many of them stood before the present block.
    private var block = 0

    init(key: String, cues: CueSet, signs: PassageSigns, openings: ClauseOpenings, year: Int?, sections: [Section]) {
        self.key = key
        self.cues = cues
        self.signs = signs
        self.openings = openings
        self.year = year
        texts = sections.flatMap(Self.texts)
        self.sections = sections
        opens = Array(cues.parts.indices)
    }

    private static func texts(of section: Section) -> [BlockText] {
        (section.heading.map { [$0.text] } ?? []) + section.paragraphs.map(\.text) + section.subsections.flatMap(texts)
    }

    mutating func read() { for (index, section) in sections.enumerated() { read(section, isFirst: index == 0) } }

    private mutating func read(_ section: Section, isFirst: Bool) {
        let outer = opens
        if let heading = section.heading {
            count += 1
            let text = TracedText(heading.text, year: year)
            let all = 0..<text.scalars.count
            // A line that neither opens a part nor has anything below it was no heading.
            if section.path.count > 1, section.blocks.isEmpty, section.subsections.isEmpty, matches(text.scalars, all).isEmpty {
                readSentence(text, all, section.locator, isFirst: true)
                return
            }
            // The section's own heading names what the form wants there, not which part comes first.
            if section.path.count > 1 || !isFirst { settle(text.scalars, all, isHeading: true) }
            append(text, all, section.locator, isLabel: true)
        }
        for block in section.blocks {
            switch block {
            case .paragraph(let paragraph): read(paragraph.text, section.locator(of: paragraph))
            case .table(let table): read(table, in: section)
            }
        }
        for subsection in section.subsections { read(subsection, isFirst: isFirst) }
        opens = outer
    }

    private mutating func read(_ block: BlockText, _ locator: Locator) {
        count += 1
        self.block = passages.count
        let text = TracedText(block, year: year)
        let all = 0..<text.scalars.count
        if readColumns(text, locator) { return }
        isItem = ListOrdinal.found(in: text.scalars, all) != nil || isCounted(text.scalars)
        if Self.isHeadingLike(text.scalars), tells(text.scalars, all) {
            settle(text.scalars, all, isHeading: false)
            append(text, all, locator, isLabel: true)
            return
        }
        var start = 0
        // The ordinal of the last item that begins with a title (一是上年问题改进情况。…二是当前存在的问题。…).
        var titled: ListOrdinal?
        while start < all.upperBound {
            let end = Self.sentenceEnd(text.scalars, from: start)
            let ordinal = ListOrdinal.found(in: text.scalars, start..<end)
            let isNext = titled.map { $0.style == ordinal?.style && $0.number + 1 == ordinal?.number } ?? false
            if start == 0 || isNext, isTitle(text.scalars, start..<end), end < all.upperBound {
                settle(text.scalars, start..<end, isHeading: false)
                append(text, start..<end, locator, isLabel: true)
                isFirm = false
                titled = ordinal
            } else {
                readSentence(text, start..<end, locator, isFirst: start == 0)
            }
            start = end
        }
    }

    private mutating func readSentence(_ text: TracedText, _ sentence: Range<Int>, _ locator: Locator, isFirst: Bool) {
        if !isFirm, !isInAccount, let retold = retold(text.scalars, sentence) {
            let outer = part
            part = retold
            append(text, sentence, locator, isLabel: false)
            part = outer
            return
        }
        var ordinal = ListOrdinal.found(in: text.scalars, sentence)
        if endsAccount(ordinal) {
            leaveAccount()
            ordinal = nil
        }
        turn(text.scalars, sentence, ordinal, isFirst: isFirst, hasCue: leadingCue(text.scalars, sentence) != nil)
        var piece = sentence.lowerBound
        var clause = sentence.lowerBound
        // The part that the clause before opened and said no more: it tells the time of this one.
        var timed: Int?
        while clause < sentence.upperBound {
            var end = Self.clauseEnd(text.scalars, clause..<sentence.upperBound)
            var isLabel = end - clause <= Self.labelLimit && Self.isColon(text.scalars[end - 1])
            if !isLabel, let list = Self.listStart(text.scalars, clause..<end), isCue(text.scalars, clause..<list) {
                // 改进措施1、…；2、…: the colon is left out.
                end = list
                isLabel = true
            }
            var begun: ListOrdinal?
            var listed: Int?
            // A label in the paragraph leads to the list that begins here.
            let isListed =
                clause == piece && passages.last.map { $0.isLabel && $0.place.locator == locator } ?? false
                && ListOrdinal.found(in: text.scalars, clause..<end)?.number == 1
            if isLabel, !isFirst || clause > sentence.lowerBound || isItem, isToldOfAll(text.scalars, clause..<end) {
                append(text, piece..<clause, locator, isLabel: false)
                append(text, clause..<end, locator, isLabel: true)
                piece = end
            } else if isLabel, tells(text.scalars, clause..<end) {
                append(text, piece..<clause, locator, isLabel: false)
                settle(text.scalars, clause..<end, isHeading: false, isOnLine: end < text.scalars.count)
                append(text, clause..<end, locator, isLabel: true)
                piece = end
                if part == nil, end < sentence.upperBound {
                    let rest = end..<sentence.upperBound
                    turn(text.scalars, rest, nil, isFirst: false, hasCue: leadingCue(text.scalars, rest) != nil)
                }
                // Text behind it in its paragraph is what it announces.
                isFirm = isFirm && end == text.scalars.count
            } else if namesOnly, !isFirm, !isInAccount,
                let naming = naming(text.scalars, clause..<end, to: sentence.upperBound)
            {
                append(text, piece..<clause, locator, isLabel: false)
                part = naming.part
                append(text, naming.name, locator, isLabel: false)
                part = signs.answer(to: naming.part)
                isAsked = true
                namesOnly = true
                piece = naming.end
                end = naming.end
            } else if let (cue, isClosing) = cue(text.scalars, clause..<end) {
                if !openings.canEnd(opens[cue.part]) { isAsked = true }
                begun = ListOrdinal.begun(in: text.scalars, cue.range.upperBound..<end)
                // Below its label an item of an account says what it answers.
                let isOfAccount = isFirst && ordinal != nil && isAnswered(by: cue) || isNamed(by: cue, text.scalars, clause..<end)
                let cued = isOfAccount ? part ?? opens[cue.part] : opens[cue.part]
                let opened = timed.flatMap { cues.covered[$0].contains(cued) && signs.needsClosing(cued) ? $0 : nil } ?? cued
                timed = Self.speaks(text.scalars, cue.range.upperBound..<end) ? nil : opened
                if opened != part {
                    // What comes before an answer was what it answers; what a sentence begins with leads to what it tells.
                    if part == nil { part = signs.question(to: opened) ?? (signs.needsClosing(opened) ? opened : nil) }
                    if !isClosing { append(text, piece..<clause, locator, isLabel: false) }
                    if let part, part != opened { claim(part, from: 0) }
                    // What the first item of a list tells of the year before does not make its list an account of it.
                    if openings.canEnd(opened), isListed { listed = part }
                    part = opened
                    isFirm = false
                    // What a clause ends with tells what its sentence was about.
                    if !isClosing { piece = clause }
                }
                if end == sentence.upperBound, piece == clause, !isClosing,
                    !Self.speaks(text.scalars, behindCues(text.scalars, cue, to: end)..<end)
                {
                    append(text, piece..<end, locator, isLabel: true)
                    piece = end
                }
            }
            // A list may begin behind a clause that says when (明年，一是…).
            let counted =
                begun ?? (clause == sentence.lowerBound ? ordinal : ListOrdinal.found(in: text.scalars, clause..<end))
                ?? ListOrdinal.begun(in: text.scalars, clause..<end)
            if let counted, clause == sentence.lowerBound || counted.number == 1 { lists[counted.style] = .some(listed ?? part) }
            clause = end
        }
        // A line that ends with a colon and says no more announces what follows.
        let announces =
            sentence.count == text.scalars.count && sentence.count <= Self.labelLimit && Self.isColon(text.scalars[sentence.upperBound - 1])
            && Self.clauseEnd(text.scalars, sentence) == sentence.upperBound
        append(text, piece..<sentence.upperBound, locator, isLabel: announces)
    }

    /// Takes the part that a sentence without a cue begins with: that of the list whose item it is, or that which its words show.
    private mutating func turn(_ text: [UInt32], _ sentence: Range<Int>, _ ordinal: ListOrdinal?, isFirst: Bool, hasCue: Bool) {
        var isAnew = false
        if isFirst, let ordinal {
            // A list that begins anew is no longer the one that the heading announces.
            isAnew = ordinal.number == 1 && lists[ordinal.style] != nil
            let isOuter = ordinal.number == 1 && hasItems && isOutside(ordinal)
            if isAnew || isOuter || ordinal.number == 1 && hasItems && isAnotherTime(text, ordinal) { isFirm = false }
            depth = ordinal.depth
            if ordinal.number > 1 { lists = lists.filter { $0.key == ordinal.style } }
            hasItems = true
        } else if isFirst, hasItems {
            // Nor is what follows a list of paragraphs.
            isFirm = false
        }
        guard !isFirm else { return }
        if let ordinal, ordinal.number > 1 {
            // A list that began within a sentence (问题是：（1）…；（2）…) goes on.
            guard let begun = lists[ordinal.style] else { return }
            part = begun
            // But an item of an account may be of another time.
            if let begun, !ends(begun, text, sentence) { return }
        }
        guard !hasCue, !answersNamed(text, sentence) else { return }
        var reading = signs.reading(text, sentence)
        // What only may be an answer is none where nothing was asked.
        if reading.isLikely, let first = reading.first, !signs.needsClosing(first), part.map(openings.canEnd) ?? true {
            reading = PassageSigns.Reading()
        }
        if isFirst, let part, openings.canEnd(part), opened < count {
            // An account without a heading ends with its paragraph. A list may go on with it.
            if ordinal == nil || reading.told.map(signs.needsClosing) ?? false { self.part = reading.told }
            return
        }
        // Where things were listed and a list begins anew, what answers them is listed.
        if isAnew, let part, let next = signs.answer(to: part), reading.first ?? next == next {
            self.part = next
            return
        }
        guard let earliest = reading.first else {
            // What an account goes on with about another time is told by what follows.
            if let part, ends(part, text, sentence) { self.part = nil }
            return
        }
        let strongest = reading.told ?? earliest
        guard let part else {
            self.part = strongest
            if signs.needsClosing(strongest) { claim(strongest, from: block) }
            return
        }
        let isEnd = ends(part, text, sentence) || turnsAway(from: part, text, sentence, reading)
        let mayEnd = isFirst || isEnd
        let first = isEnd ? strongest : earliest
        guard first != part else { return }
        // What a label announces within its paragraph ends with it.
        let isOver = isFirst && openings.canEnd(part)
        // What semicolons part is of one kind.
        let isListed = text[..<sentence.lowerBound].last { !Blank.contains($0) } == 0x3B
        let isFirstAsked =
            !isAsked && !isListed && signs.question(to: part) == first && reading.shown.allSatisfy(signs.needsClosing)
            && !signs.hints(at: part, text, sentence)
        let isShown =
            signs.needsClosing(first) ? isOver || isFirstAsked || reading.closing.contains(first) : reading.closing.isEmpty
        // What has no signs of its own is told to its end: a paragraph's.
        if isShown, signs.has(part) || mayEnd && signs.needsClosing(first) {
            self.part = first
        } else if isEnd, reading.shown.contains(where: signs.needsClosing) {
            self.part = nil
        }
    }

    /// Whether a sentence, heading or label begins with what tells that a part may be at its end.
    func ends(_ part: Int, _ text: [UInt32], _ range: Range<Int>) -> Bool {
        let start = ListOrdinal.found(in: text, range)?.end ?? range.lowerBound
        let lead = Self.lead(text, start..<range.upperBound)
        return openings.end(part, text, at: lead, to: range.upperBound)
            || openings.turns(part, text, lead..<Self.clauseEnd(text, lead..<range.upperBound))
    }

    /// Whether a list stands outside of the one whose items are paragraphs: by its depth, or since its items are clauses, where the text may be of another
    /// time.
    private func isOutside(_ ordinal: ListOrdinal) -> Bool {
        guard let depth else { return false }
        return ordinal.depth.map { $0 < depth } ?? part.map(openings.canEnd) ?? false
    }

    /// Gives what was read last in no part to one.
    private mutating func claim(_ part: Int, from start: Int) {
        for index in passages.indices.reversed() {
            let passage = passages[index]
            guard index >= start, passage.part == nil, !passage.isLabel else { return }
            passages[index] = Passage(section: key, part: cues.parts[part], isLabel: false, text: passage.text, place: passage.place)
        }
    }

    /// Takes the part of a heading or label: that of its cues if they are one part's, or one's that covers the others; no part if they are several's;
    /// the one before if there are none.
    ///
    /// - Parameter isOnLine: whether more stands behind it in its paragraph, which may be an item's: then the list goes on.
    private mutating func settle(_ text: [UInt32], _ range: Range<Int>, isHeading: Bool, isOnLine: Bool = false) {
        let found = matches(text, range)
        let ordinal = ListOrdinal.found(in: text, range)
        guard let first = found.first else {
            // What is told next is told by its words.
            if isAtEnd(text, range) || endsAccount(ordinal) { leaveAccount() }
            return
        }
        isAsked = true
        let opened = found.map { opens[$0.part] }
        let isOne = opened.allSatisfy { $0 == opens[first.part] }
        part = isOne ? opens[first.part] : found.first { isWhole($0, among: found, text, range) }.map { opens[$0.part] }
        isFirm = part != nil
        account = part.map(openings.canEnd) ?? false ? ordinal : nil
        if isHeading || !isItem && !isOnLine {
            lists = [:]
            hasItems = false
        }
        guard isHeading else { return }
        for match in found {
            for narrowed in cues.narrowed(by: match, text, to: range.upperBound) { opens[narrowed] = match.part }
        }
    }

    /// Whether the part of a cue covers those of the others in a heading: none of them is told of another time.
    private func isWhole(_ cue: CueSet.Match, among found: [CueSet.Match], _ text: [UInt32], _ range: Range<Int>) -> Bool {
        let whole = opens[cue.part]
        return found.allSatisfy { other in
            let part = opens[other.part]
            guard part != whole else { return true }
            guard cues.covered[whole].contains(part) else { return false }
            return other.range.lowerBound < cue.range.lowerBound
                || openings.lastEnd(whole, text, in: cue.range.upperBound..<other.range.upperBound) == nil
        }
    }

    /// Whether a heading or label has a cue, or says that the part before it is at its end.
    private mutating func tells(_ text: [UInt32], _ range: Range<Int>) -> Bool { isAtEnd(text, range) || !matches(text, range).isEmpty }

    /// Whether a heading or label begins with what tells that the part before it is at its end.
    private func isAtEnd(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        part.map { ends($0, text, range) } ?? false
    }

    /// Whether a cue is one of what the account covers to which a label on a line of its own has led.
    private func isAnswered(by cue: CueSet.Match) -> Bool {
        guard isFirm, let part, openings.canEnd(part) else { return false }
        return cues.covered[part].contains(opens[cue.part]) && !signs.needsClosing(opens[cue.part])
    }

    /// Whether a label within a paragraph names only what its part covers: below 上年问题及改进, 改进 opens nothing of its own. Where no heading tells, that
    /// holds for what answers, and for a label that does not begin with what it names (更新不及时问题：).
    private mutating func isToldOfAll(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        guard let part, openings.canEnd(part), !isAtEnd(text, range), isFirm || !openings.isOfNow(part, text, range) else { return false }
        let found = matches(text, range).map { opens[$0.part] }
        let isNamed = leadingCue(text, range) == nil && openings.lastEnd(part, text, in: range) == nil
        return !found.isEmpty
            && found.allSatisfy { $0 == part || cues.covered[part].contains($0) && (isFirm || isNamed || !signs.needsClosing($0)) }
    }

    mutating func append(_ text: TracedText, _ range: Range<Int>, _ locator: Locator, isLabel: Bool) {
        var range = range
        while let first = range.first, Blank.contains(text.scalars[first]) { range = range.dropFirst() }
        while let last = range.last, Blank.contains(text.scalars[last]) { range = range.dropLast() }
        guard Self.speaks(text.scalars, range) else { return }
        if !isLabel, let part, signs.needsClosing(part) { namesOnly = false }
        passages.append(
            Passage(
                section: key, part: part.map { cues.parts[$0] }, isLabel: isLabel, text: text.string(range),
                place: Place(locator, text.position(range.lowerBound))))
    }
}
