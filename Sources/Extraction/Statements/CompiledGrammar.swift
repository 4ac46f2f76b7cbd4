package import AuditModel

/// A statement grammar made ready for one form: words in a trie, features as numbers, figures with their readings as indicator indices.
///
/// Building it costs about as much as reading one report; it is built once for a pack and form and shared by all runs. A class, since the reader of
/// every clause has it at hand: one reference instead of two dozen.
package final class CompiledGrammar: Sendable {
    enum Role: Sendable {
        /// The number in `featureSets`.
        case feature(Int32)
        case weakFeature(Int32)
        case head(Int32)
        case weakHead(Int32)
        case blocker(ReasonID)
        /// The number in `measures`.
        case measure(Int)
        case multiplier(Int)
        case negator, occurrence, manner, contents, through, approximate, approximateBehind
        case notCountBefore(ReasonID)
        case notCountAfter(ReasonID)
        case numberLabel(ReasonID)
        case total, among, including, comprising, respectively, each, open, connector, modifierOpen, modifierClose, excluding
        case part(ReasonID)
        case otherAct(ReasonID)
        case qualifier(ReasonID)
        case otherPeriod(ReasonID)
        case plan(ReasonID)
        case ownPeriod, wholePeriod
        case ownSubject, unitSuffix, verb, former, latter, predicate, absence, arrival, makingUp, remaining, apart, people, neutral
        case unrelated(ReasonID)
    }

    /// A measure word in one of its units.
    struct Measure: Sendable {
        /// The number of the word, the same in all units.
        let word: Int
        let unit: Int
        let factor: Quantity
    }

    /// A class, since every number asks for several: one reference is handed around instead of a dozen.
    final class Figure: Sendable {
        let definition: StatementGrammar.Figure
        /// The dimensions that must be told, with the values that do.
        let requires: [(dimension: Int, values: [Int])]
        let needed: DimensionMask
        /// The dimensions that may be told.
        let allowed: DimensionMask
        let units: Set<Int>
        /// Numbers of measure words; empty: any.
        let measures: Set<Int>
        let specificity: Int

        init(
            definition: StatementGrammar.Figure, requires: [(dimension: Int, values: [Int])], needed: DimensionMask,
            allowed: DimensionMask, units: Set<Int>, measures: Set<Int>, specificity: Int
        ) {
            self.definition = definition
            self.requires = requires
            self.needed = needed
            self.allowed = allowed
            self.units = units
            self.measures = measures
            self.specificity = specificity
        }

        func isCounted(by measure: Measure) -> Bool {
            (units.isEmpty || units.contains(measure.unit)) && (measures.isEmpty || measures.contains(measure.word))
        }
    }

    let grammar: StatementGrammar
    /// The word for next year; empty for none.
    let nextYear: [UInt32]
    /// The words that tell a time of last year, by their numbers.
    let lastYears: Set<Int32>
    /// What words tell behind one of those in place of what they tell else, by their numbers.
    let ofLastYear: [Int32: Features]
    /// The acts among those features, each once.
    let actsOfLastYear: [Features]
    /// The word for last year; empty for none.
    let lastYear: [UInt32]
    let form: Form
    let meanings = MeaningShelf()
    let trie: WordTrie
    /// The scalars that are words for a total by themselves (共); a verb that begins with one tells that as well.
    let totals: Set<UInt32>
    /// The words that count only between a sign and a number.
    let briefs: WordTrie
    /// The words for the form's own matter.
    let ownMatters: WordTrie
    /// The words with which a text may state or claim something without a number.
    private let stating: WordTrie
    let roles: [Role]
    /// What tokens of each role are.
    let traits: [ClauseToken.Traits]
    let featureSets: [Features]
    let measures: [Measure]
    let figures: [Figure]
    /// What each of them needs and allows, apart from the rest: most are told from that. The most particular first, then in the pack's order.
    private let shapes: [(figure: Int, needed: DimensionMask, allowed: DimensionMask)]
    /// Nil where the grammar looks for no claims.
    let claims: ClaimVocabulary?
    /// For each dimension what its values tell about others.
    let implied: [Features]
    /// The dimensions that tell something about others.
    let implyingDimensions: [Int]
    /// The dimension that tells what is counted.
    let topicDimension: Int
    let topicMask: DimensionMask
    /// Acts and results: a number has one of its own words or of its whole.
    let exclusive: DimensionMask
    /// Results and parties: parts may differ in them.
    let partMask: DimensionMask
    let partyMask: DimensionMask
    let acts: DimensionMask
    let tracks: DimensionMask
    /// Results and parties, by number.
    let partDimensions: [Int]
    private let sections: Set<String>
    private let reasons: [String]
    /// What is counted for one of these is nothing that a noun which says little could speak of.
    private let yielding: Set<String>
    /// Nor is what is but named for one of these, in an earlier sentence.
    private let passing: Set<String>
    /// Nor is what is counted for one of these what such a noun speaks of later.
    private let unsought: Set<String>
    /// What is named for one of these keeps what the noun before it counts.
    private let registering: Set<String>
    private let parting: Set<String>
    private let standing: Set<String>
    private let rests: Set<String>
    private let reaching: Set<String>
    private let timeless: Set<String>
    private let foreign: Set<Int>
    private let vocabulary: Vocabulary
    /// For each dimension and value the number of the value that it is a kind of (`refused.state-secret` of `refused`); 0 for none.
    let parents: [[Int]]
    private let joins: [[(parts: Set<Int>, value: Int)]]
    private let plans: ReadingPlans

    /// - Precondition: the grammar has at most `StatementGrammar.dimensionLimit` dimensions, as those of loaded packs have.
    package init(_ grammar: StatementGrammar, form: Form) {
        precondition(grammar.dimensions.count <= StatementGrammar.dimensionLimit, "the loader refuses more dimensions")
        self.grammar = grammar
        nextYear = grammar.yearWords?.next.unicodeScalars.map(\.value) ?? []
        lastYear = grammar.yearWords?.last.unicodeScalars.map(\.value) ?? []
        self.form = form
        sections = Set(grammar.sections)
        var vocabulary = Vocabulary(grammar)
        var trie = WordTrie(capacity: grammar.words.count * 5 / 2)
        var roles: [Role] = []
        roles.reserveCapacity(grammar.words.count)
        var briefs = WordTrie()
        var ownMatters = WordTrie()
        var stating = WordTrie()
        let words = grammar.words
        // By index: thousands of words would be copied one by one.
        for number in words.indices {
            switch words[number].role {
            case .brief: briefs.insert(words[number].text.unicodeScalars, number: number)
            case .ownMatter: ownMatters.insert(words[number].text.unicodeScalars, number: number)
            default: trie.insert(words[number].text.unicodeScalars, number: number)
            }
            roles.append(vocabulary.role(of: words[number]))
            if !roles[number].traits.isDisjoint(with: .stating) { stating.insert(words[number].text.unicodeScalars, number: 0) }
        }
        for word in grammar.claimWords where ClaimVocabulary.isTrigger(word.role) {
            stating.insert(word.text.unicodeScalars, number: 0)
        }
        figures = grammar.figures.map { vocabulary.figure($0) }
        shapes = figures.enumerated().sorted { ($1.element.specificity, $0.offset) < ($0.element.specificity, $1.offset) }
            .map { ($0.offset, $0.element.needed, $0.element.allowed) }
        joins = vocabulary.joins()
        claims = grammar.claimWords.isEmpty ? nil : ClaimVocabulary(grammar.claimWords) { vocabulary.features($0) }
        let earlier = grammar.claimWords.compactMap { $0.role == .earlier ? $0.text : nil }
        lastYears = Set(
            words.indices.lazy.filter { index in
                guard case .otherPeriod = words[index].role else { return false }
                return earlier.contains { words[index].text.utf8.starts(with: $0.utf8) }
            }.map(Int32.init))
        ofLastYear = Dictionary(
            uniqueKeysWithValues: words.indices.lazy.filter { !words[$0].ofLastYear.isEmpty }.map {
                (Int32($0), vocabulary.features(words[$0].ofLastYear))
            })
        let implied = grammar.dimensions.map { vocabulary.features($0.implies) }
        self.implied = implied
        implyingDimensions = implied.indices.filter { !implied[$0].isEmpty }
        self.trie = trie
        self.briefs = briefs
        self.ownMatters = ownMatters
        self.stating = stating
        totals = Set(
            words.indices.lazy.filter { words[$0].role == .total && words[$0].text.unicodeScalars.count == 1 }
                .compactMap { words[$0].text.unicodeScalars.first?.value })
        self.roles = roles
        let kinds = grammar.dimensions.map(\.kind)
        func mask(_ wanted: [StatementGrammar.Dimension.Kind]) -> DimensionMask {
            DimensionMask(kinds.indices.filter { wanted.contains(kinds[$0]) })
        }
        topicDimension = kinds.firstIndex(of: .topic) ?? 0
        topicMask = mask([.topic])
        exclusive = mask([.act, .result])
        partMask = mask([.result, .party])
        partyMask = mask([.party])
        let acts = mask([.act])
        self.acts = acts
        actsOfLastYear = Array(
            Set(
                ofLastYear.values.map { told in
                    var told = told
                    told.clear(acts.complement)
                    return told
                })
        ).filter { !$0.isEmpty }
        tracks = mask([.track])
        partDimensions = kinds.indices.filter { kinds[$0] == .result || kinds[$0] == .party }
        featureSets = vocabulary.featureSets
        let results = partMask.intersection(exclusive)
        let sets = vocabulary.featureSets
        let thisYear = grammar.yearWords?.this
        traits = roles.indices.map { number in
            var traits = roles[number].traits
            guard case .feature(let set) = roles[number] else { return traits }
            if sets[Int(set)].tells(results) { traits.formUnion(.result) }
            if let thisYear, words[number].text.utf8.starts(with: thisYear.utf8) { traits.formUnion(.ownVerb) }
            return traits
        }
        measures = vocabulary.measures
        reasons = vocabulary.reasons
        yielding = Set(grammar.reasons.lazy.filter(\.yields).map(\.id))
        passing = Set(grammar.reasons.lazy.filter(\.passes).map(\.id))
        unsought = Set(grammar.reasons.lazy.filter(\.isUnsought).map(\.id))
        standing = Set(grammar.reasons.lazy.filter(\.stands).map(\.id))
        rests = Set(grammar.reasons.lazy.filter(\.isRest).map(\.id))
        timeless = Set(grammar.reasons.lazy.filter(\.isTimeless).map(\.id))
        reaching = Set(grammar.reasons.lazy.filter(\.reaches).map(\.id))
        parting = Set(grammar.reasons.lazy.filter(\.isOfOwn).map(\.id))
        registering = Set(grammar.reasons.lazy.filter(\.registers).map(\.id))
        parents = vocabulary.values.map { names in
            names.map { name in
                guard let dot = name.lastIndex(of: "."), let parent = names.firstIndex(of: String(name[..<dot])) else { return 0 }
                return parent + 1
            }
        }
        let stated = figures.filter { $0.definition.claim == nil && $0.definition.ownIdentifier == nil }
        foreign = Set(vocabulary.measures.indices.filter { measure in !stated.contains { $0.isCounted(by: vocabulary.measures[measure]) } })
        plans = ReadingPlans(grammar, form: form, values: vocabulary.values)
        self.vocabulary = vocabulary
    }

    func features(_ list: [StatementGrammar.Feature]) -> Features { vocabulary.known(list) }

    func reads(_ section: String) -> Bool { sections.contains(section) }

    /// False where neither a numeral stands in a text nor a word that denies or claims something: it states nothing then, whatever it is about.
    func mayState(_ scalars: [UInt32]) -> Bool {
        let numerals = NumeralScanner.openings
        return scalars.indices.contains { index in
            stating.holds(at: index, in: scalars)
                || numerals.mayHold(scalars[index]) && NumeralScanner.numeral(in: scalars, at: index) != nil
        }
    }

    /// The grammar's name of a reason.
    func name(of reason: ReasonID) -> String { reasons[Int(reason.number)] }

    func yields(_ reason: ReasonID) -> Bool { yielding.contains(name(of: reason)) }

    /// Whether no figure is counted by a measure word.
    func isForeign(_ measure: Int) -> Bool { foreign.contains(measure) }

    /// Whether what was so at the time is so still.
    func stands(_ reason: ReasonID) -> Bool { standing.contains(name(of: reason)) }

    /// Whether it is what is left besides what was told.
    func isRest(_ reason: ReasonID) -> Bool { rests.contains(name(of: reason)) }

    /// Whether words of that reason tell no time.
    func isTimeless(_ reason: ReasonID) -> Bool { timeless.contains(name(of: reason)) }

    /// Whether what stands behind a number of that reason may be of the same.
    func reaches(_ reason: ReasonID) -> Bool { reaching.contains(name(of: reason)) }

    func passes(_ reason: ReasonID) -> Bool { passing.contains(name(of: reason)) }

    func isUnsought(_ reason: ReasonID) -> Bool { unsought.contains(name(of: reason)) }

    /// Whether what is counted so is some of what a figure of the pack's own is.
    func isOfOwn(_ reason: ReasonID) -> Bool { parting.contains(name(of: reason)) }

    func registers(_ reason: ReasonID) -> Bool { registering.contains(name(of: reason)) }

    /// The topic that two others are together (行政复议 and 行政诉讼); 0 for none.
    func joint(_ first: Int, _ second: Int) -> Int { joins[topicDimension].first { $0.parts == [first, second] }?.value ?? 0 }

    /// The dimension in which joined features mean a sum, and its value; nil where they mean none. Topics that are joined are told each by itself.
    func sum(of items: [Features], differingIn dimensions: DimensionMask) -> (dimension: Int, value: Int)? {
        for dimension in joins.indices
        where dimension != topicDimension && !joins[dimension].isEmpty && dimensions == DimensionMask([dimension]) {
            let values = Set(items.map { $0[dimension] }).subtracting([0])
            if let join = joins[dimension].first(where: { $0.parts == values }) { return (dimension, join.value) }
        }
        return nil
    }

    /// Whether a value stands for a group that another belongs to: `unable` for `unable.not-held`.
    func isGroup(_ value: Int, of other: Int, in dimension: Int) -> Bool { vocabulary.isGroup(value, of: other, in: dimension) }

    /// Whether a brief word has a value in several dimensions of parts.
    func isForRest(_ brief: Int32) -> Bool {
        guard case .feature(let set) = roles[Int(brief)], case let all = featureSets[Int(set)] else { return false }
        return partDimensions.count { all[$0] != 0 } > 1
    }

    /// What such a word (其他) tells behind a number of one of them: the value in that dimension, and
    /// among the kinds of a group that of the group. Nil for any other brief word, and where it is none of the kinds.
    func rest(_ brief: Int32, behind told: Features) -> Features? {
        guard isForRest(brief), case .feature(let set) = roles[Int(brief)], case let all = featureSets[Int(set)] else { return nil }
        let shared = partDimensions.filter { all[$0] != 0 && told[$0] != 0 }
        guard shared.count == 1, let dimension = shared.first,
            let value = vocabulary.rest(all[dimension], behind: told[dimension], in: dimension)
        else { return nil }
        var features = Features.none
        features[dimension] = value
        return features
    }

    /// The kinds beside a value that are not named with it.
    func kinds(beside value: Int, besides named: Set<Int>, in dimension: Int) -> [Int] {
        vocabulary.kinds(beside: value, besides: named, in: dimension)
    }

    /// The figure whose wants are met by the features, the most particular first; the pack's order decides between equals. `measure`: only figures
    /// that are counted by it; nil: any.
    ///
    /// `claim`: only figures that claims of that kind are judged by; nil: only those that numbers state.
    func figure(for features: Features, measure: Measure? = nil, claim: String? = nil) -> Int? {
        let told = features.told
        return shapes.first { shape in
            guard told.isSuperset(of: shape.needed), shape.allowed.isSuperset(of: told), figures[shape.figure].definition.claim == claim
            else { return false }
            if let measure, !figures[shape.figure].isCounted(by: measure) { return false }
            return figures[shape.figure].requires.allSatisfy { $0.values.contains(features[$0.dimension]) }
        }?.figure
    }

    /// Whether two figures that differ are most likely one and the same indicator.
    func overlap(_ left: Int, _ right: Int) -> Bool {
        left != right && figures[left].definition.readings.first == figures[right].definition.readings.first
    }

    /// The readings of a figure for given features, as indicator indices; a reading that names no indicator of the form is left out.
    func readings(of figure: Int, features: Features) -> [[Int]] { plans.readings(of: figure, features: features) }
}
