/// What a clause names for the numbers that come behind it in its sentence.
struct Spoken {
    /// The two that 前者 and 后者 mean.
    indirect enum Pair {
        case told(Mention)
        /// By their places among the counts.
        case counts(Int, Int)
    }

    /// Several things named before 分别 (许可、处罚、强制三类，本年分别为…), with what else their clause tells.
    @Apart var list: Mention?
    /// The list that the numbers of the last clause were shared out to by 分别.
    @Apart var sharedOut: Mention?
    /// This year and another named together (上年和本年…分别为); nil stands for this year.
    var periods: [ReasonID?] = []
    /// What numbers are parts of that 分别 gives without saying what each is (金额依次为100元、500元).
    @Apart var whole: Mention?
    var pair: Pair?
    /// What the last number of the sentence that ended in some way is told by (未审结的案件5件).
    var ended: Features?
    /// A dash stands behind the last number.
    var isDashed = false

    /// Keeps what is large and hardly ever there behind a reference: each sentence begins with nothing of it.
    @propertyWrapper
    struct Apart {
        private var box: Box?

        private final class Box {
            let mention: Mention

            init(_ mention: Mention) { self.mention = mention }
        }

        var wrappedValue: Mention? {
            get { box?.mention }
            set { box = newValue.map(Box.init) }
        }
    }

    /// What is left of it behind a semicolon: 收费和处理费是两回事：前者9万元；后者未收取.
    var behindSemicolon: Spoken {
        var kept = Spoken()
        if case .told? = pair { kept.pair = pair }
        return kept
    }
}
