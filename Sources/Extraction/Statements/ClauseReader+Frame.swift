import AuditModel

extension ClauseReader {
    /// What a clause hands on.
    struct Frame {
        var features: Features
        /// Whose the last whole was, where it was somebody's (收到自然人申请9件，答复8件).
        var party = Features.none
        /// A clause of the sentence that has no number names it (自然人方面，全年收到申请9件).
        var isPartyLed = false
        /// How the last whole ended, where it is one of those that ended so.
        var ending = Features.none
        var blocker: ReasonID?
        /// The topic of what the blocker is a register of (公布规范性文件目录，现行有效9件); 0 for none.
        var registered = 0
        /// The sentence in which it was named last without a number; nil where that was in another paragraph, or but a label.
        var namedSentence: Int?
        /// The sentence in which a clause without numbers told last what was done; nil where that was in another paragraph.
        var actSentence: Int?
        /// The sentence in which it was counted; nil where it was only named.
        var blockedSentence: Int?
        /// What was spoken of before it, where its sentence counted that and only names what is in the way (申请3件，引导申请人拨打热线): the next sentence goes on
        /// with it.
        var aside = Features.none
        /// How many semicolons stood before it.
        var blockedSegment = 0
        /// By which measure word it was counted.
        var blockedMeasure: Int?
        /// The form's own matter is named with the first of its sentence (信息公开咨询).
        var isBlockedOwn = false
        /// What was done with it (制发文件20件).
        var blockedActs = Features.none
        var part: ReasonID?
        /// The part is a verb, which one of a number's own takes the place of.
        var isPartVerb = false
        /// The track is that of a part (其中直接起诉3件): what follows may be told of the whole.
        var isTrackOfPart = false
        var qualifier: ReasonID?
        var otherPeriod: ReasonID?
        /// The sentence opens with that time (上年，全年…): the whole of a year is the whole of that one.
        var opensWithPeriod = false
        /// The time of the number that the sentence begins with, where it is not the reporting year: its parts are of that time as well.
        var partPeriod: ReasonID?
        /// The same where the sentence opens with that time: what follows is of it as well, up to words for this year.
        var sentencePeriod: ReasonID?
        /// The last whole: its sentence, figure and value.
        var whole: (sentence: Int, figure: Int, value: Quantity, measure: Int?)?
        /// The last whole is the sum of several nouns (行政复议和行政诉讼共9件): one of them is a part of it.
        var isWholeJoined = false
        /// The sentence has several wholes of one topic (新收15件，上年结转2件): of which a part is one is not told.
        var hasSeveralWholes = false
        var isAmong = false
        /// 不掌握的9件中，…: what follows in the sentence is some of what was counted.
        var isWithin = false
        /// 其中 stands behind a percentage of its sentence (办结率96%，其中…): what it is of was not counted before.
        var isAmongLate = false
        /// The topic that stands for the last two together, where both were counted in one list (行政复议3件、行政诉讼2件); 0 for none.
        var joint = 0
        /// What the matters are about is being told.
        var isContents = false
        var isOpen = false
        /// 等, 主要, 如 leave it open, and not just 包括.
        var isExemplary = false
        var isDistributed = false
        /// A colon stands behind the last number: what follows in the sentence may be its parts.
        var isAnnounced = false
    }

    /// A year that is not the reporting year, before anything that is counted, puts the rest of the sentence into that year.
    func notePeriod(_ clause: [ClauseToken]) {
        guard let reportingYear else { return }
        for (index, token) in clause.enumerated() {
            switch token.kind {
            case .number(let number):
                let number = numbers[Int(number)]
                guard number.otherReason == .year else {
                    if number.otherReason == nil { return }
                    continue
                }
                guard number.value >= Quantity(1980), number.value <= Quantity(2100), index == 0 || !clause[index - 1].has(.feature) else {
                    continue
                }
                frame.otherPeriod = number.value == Quantity(reportingYear) ? nil : .otherYear
            case .word: if token.has(.feature) { return }
            default: break
            }
        }
    }

    /// Notes whether a sentence opens with the year before, for which 全年 in it then stands (回顾上年，全年办结9件; 上年全年办结9件，结转2件).
    func noteOpeningPeriod(_ clause: [ClauseToken]) {
        frame.opensWithPeriod = false
        var rest = clause[...]
        if case .unknown? = rest.first?.kind { rest = rest.dropFirst() }
        guard let first = rest.first, case .word(let number) = first.kind, case .otherPeriod(let reason) = grammar.roles[Int(number)],
            !grammar.lastYear.isEmpty, text.scalars[first.start..<first.end].starts(with: grammar.lastYear)
        else { return }
        let next = rest.dropFirst().first
        guard next?.has(.wholePeriod) ?? true else { return }
        frame.opensWithPeriod = true
        if next != nil { frame.otherPeriod = reason }
    }

    /// 信息60条，分类为：1.公告38条: whether nothing in a clause before a colon is counted or told, so that what is counted right before it is what it divides.
    func isBareLabel(_ clause: [ClauseToken]) -> Bool {
        guard let last = counts.last, last.sentence == sentence, last.segment == segment, last.group == nil else { return false }
        return !clause.contains { $0.has(.count) || $0.has(.feature) || $0.has(.result) || $0.has(.noun) }
    }

    /// 与上年基本持平: whether a word that compares stands right before one for last year.
    func comparesWithLastYear(from start: Int, to end: Int) -> Bool {
        grammar.claims.map { claims in (start..<end).contains { claims.comparesWithLastYear(text.scalars, at: $0) } } ?? false
    }

    /// Whether what a clause tells is of the reporting year, whatever time its sentence spoke of before.
    func endsOtherPeriod(_ mention: Mention) -> Bool {
        mention.isOwnPeriod && (mention.namesOwnPeriod || !frame.opensWithPeriod)
    }
}
