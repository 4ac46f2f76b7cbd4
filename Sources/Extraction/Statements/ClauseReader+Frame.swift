import AuditModel

extension ClauseReader {
    /// What a clause hands on.
    struct Frame {
        var features: Features
        /// Whose the last whole was, where it was somebody's (收到自然人申请9件，答复8件).
        var party = Features.none
        /// How the last whole ended, where it is one of those that ended so.
        var ending = Features.none
        var blocker: ReasonID?
        /// The sentence in which it was counted; nil where it was only named.
        var blockedSentence: Int?
        /// How many semicolons stood before it.
        var blockedSegment = 0
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
        /// The last whole: its sentence, figure and value.
        var whole: (sentence: Int, figure: Int, value: Quantity, measure: Int?)?
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

    /// Notes whether a sentence opens with the year before, for which 全年 in it then stands (回顾上年，全年办结9件; 上年全年办结9件，结转2件).
    mutating func noteOpeningPeriod(_ clause: [ClauseToken]) {
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

    /// Whether what a clause tells is of the reporting year, whatever time its sentence spoke of before.
    func endsOtherPeriod(_ mention: Mention) -> Bool {
        mention.isOwnPeriod && (mention.namesOwnPeriod || !frame.opensWithPeriod)
    }
}
