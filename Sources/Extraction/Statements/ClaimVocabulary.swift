import AuditModel

/// The words of claims in a trie of their own. A class for the same reason as `CompiledGrammar`.
final class ClaimVocabulary: Sendable {
    typealias Role = StatementGrammar.ClaimWord.Role

    let trie: WordTrie
    /// Those of the words without which a clause makes no claim and sets no time.
    private let triggers: WordTrie
    let roles: [Role]
    /// For each word the features that a rate is of; none for other words.
    let features: [Features]

    init(_ words: [StatementGrammar.ClaimWord], features: ([StatementGrammar.Feature]) -> Features) {
        var trie = WordTrie(capacity: words.count * 5 / 2)
        var triggers = WordTrie()
        for (number, word) in words.enumerated() {
            trie.insert(word.text.unicodeScalars, number: number)
            if Self.isTrigger(word.role) { triggers.insert(word.text.unicodeScalars, number: number) }
        }
        self.trie = trie
        self.triggers = triggers
        roles = words.map(\.role)
        self.features = words.map { word in
            if case .rate(let list) = word.role { features(list) } else { .none }
        }
    }

    /// Whether a word may be the heart of a claim; without one a clause makes none.
    static func isTelling(_ role: Role) -> Bool {
        switch role {
        case .rise, .fall, .riseTo, .fallTo, .level, .similar, .share, .rate, .ownRate, .outcome, .settled, .lone, .ratio, .times,
            .fraction:
            true
        // 不到办结总量的5%
        case .approximate(.under), .approximate(.over): true
        default: false
        }
    }

    /// Whether a word compares with last year and so sets the time of the clauses that follow.
    static func setsTime(_ role: Role) -> Bool {
        switch role {
        case .base, .than, .otherBase, .earlier: true
        default: false
        }
    }

    /// Whether a clause without words of the role makes no claim and sets no time.
    static func isTrigger(_ role: Role) -> Bool { isTelling(role) || setsTime(role) }

    /// False where none of the words begins, without which a clause makes no claim and sets no time: most clauses are done with then.
    func mayTell(_ scalars: [UInt32], in range: Range<Int>) -> Bool { firstTelling(scalars, in: range) != nil }

    /// Whether a word for last year stands at a place.
    func isLastYear(_ scalars: [UInt32], at place: Int) -> Bool {
        trie.longestMatch(in: scalars, at: place).map { roles[$0.number] == .earlier } ?? false
    }

    /// Whether a word that compares stands at a place, and one for last year right behind it (与上年, 低于上年).
    func comparesWithLastYear(_ scalars: [UInt32], at place: Int) -> Bool {
        guard let word = trie.longestMatch(in: scalars, at: place) else { return false }
        return [.than, .rise, .fall].contains(roles[word.number]) && isLastYear(scalars, at: word.end)
    }

    /// Where the first of those words begins.
    func firstTelling(_ scalars: [UInt32], in range: Range<Int>) -> Int? {
        range.first { triggers.holds(at: $0, in: scalars) }
    }
}

/// A piece of a clause as claims are read from it.
struct ClaimItem {
    enum Kind {
        /// By the number of the word.
        case word(Int)
        /// By its place in the paragraph's list of numbers.
        case number(Int)
        case unknown
    }

    let kind: Kind
    /// Scalars of the clause text.
    let start: Int
    let end: Int
}

/// A claim before the statements that it is about are bound. A class, since the reader has room for some that few clauses make.
final class ClaimDraft {
    enum Subject {
        /// Numbers of the sentence, by their places among the counts, the likeliest first.
        case counts([Int])
        /// What the clause itself names.
        case told(Features)
        /// One of several such, the likeliest first.
        case anyOf([Features])
        /// Several such, added up.
        case sum([Features])
        /// Numbers of the sentence, by their places among the counts, added up.
        case both([Int])
    }

    /// A number with its measure word.
    struct Amount {
        let value: Quantity
        let measure: Int
        /// The scalar where the number begins.
        let start: Int
        /// Words say that it is last year's.
        var isLastYears = false
    }

    enum Assertion {
        case change(Claim.Direction)
        case percent(Claim.Direction, Claim.Stated)
        case difference(Claim.Direction, Amount)
        /// By so much, or above or below what was so much last year (高于上年32件).
        case either(Claim.Direction, Amount)
        case multiple(Claim.Stated)
        case level
        case similar
        case share(Claim.Stated)
        /// The features of what is counted, and its percentage of all.
        case rate(Claim.Stated)
        /// The percentage that a number is of a greater one before it.
        case ownRate(Claim.Stated)
        case outcome(String)
        /// From one percentage to another.
        case moved(Claim.Direction, from: Quantity, to: Quantity)
        /// `base` is last year's.
        case was
    }

    let assertion: Assertion
    let subject: Subject
    let base: Amount?
    /// The scalars of the words that make the claim.
    let quote: Range<Int>
    /// What a share's own words name that it is one of (占办结总数的46%); nil where they name nothing.
    let whole: Features?
    /// From 0 in its paragraph.
    let sentence: Int
    /// Its clause says nothing else.
    let isLone: Bool

    init(
        _ assertion: Assertion, of subject: Subject, base: Amount?, quote: Range<Int>, whole: Features? = nil, sentence: Int = 0,
        isLone: Bool = false
    ) {
        self.isLone = isLone
        self.assertion = assertion
        self.subject = subject
        self.base = base
        self.quote = quote
        self.whole = whole
        self.sentence = sentence
    }

    /// The same with the counts' places put in order.
    func placed(by places: [Int]) -> ClaimDraft {
        let subject: Subject
        switch self.subject {
        case .counts(let list): subject = .counts(list.map { places[$0] })
        case .both(let list): subject = .both(list.map { places[$0] })
        case .told, .anyOf, .sum: return self
        }
        return ClaimDraft(assertion, of: subject, base: base, quote: quote, whole: whole, sentence: sentence, isLone: isLone)
    }
}
