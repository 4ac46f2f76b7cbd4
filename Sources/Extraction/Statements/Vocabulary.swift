import AuditModel

/// Numbers for the names in a grammar.
struct Vocabulary: Sendable {
    /// For each dimension its values by name; value 1 is the first.
    private(set) var values: [[String]]
    /// The features of words, each set once.
    private(set) var featureSets: [Features] = []
    private(set) var measures: [CompiledGrammar.Measure] = []
    private(set) var reasons = StatementGrammar.builtInReasons
    private var dimensionNumbers: [String: Int] = [:]
    private var setNumbers: [Features: Int32] = [:]
    /// The last list of features and its number: the words of one list come one behind the other.
    private var lastSet: (list: [StatementGrammar.Feature], number: Int32)?
    private var reasonNumbers: [String: Int] = [:]
    private var units: [String: Int] = [:]
    private var measureWords: [String: Int] = [:]
    private let dimensions: [StatementGrammar.Dimension]

    init(_ grammar: StatementGrammar) {
        dimensions = grammar.dimensions
        values = Array(repeating: [], count: grammar.dimensions.count)
        for (number, dimension) in grammar.dimensions.enumerated() { dimensionNumbers[dimension.id] = number }
        for (number, reason) in reasons.enumerated() { reasonNumbers[reason] = number }
    }

    /// The features of a list; those that no word and no figure has are left out.
    func known(_ list: [StatementGrammar.Feature]) -> Features {
        var features = Features.none
        for feature in list {
            guard let dimension = dimensionNumbers[feature.dimension], let value = values[dimension].firstIndex(of: feature.value)
            else { continue }
            features[dimension] = value + 1
        }
        return features
    }

    /// For each dimension what its values mean when they are joined; values are numbers.
    mutating func joins() -> [[(parts: Set<Int>, value: Int)]] {
        dimensions.indices.map { dimension in
            dimensions[dimension].joins.map { join in
                (Set(join.parts.sorted().map { number(of: $0, in: dimension) }), number(of: join.value, in: dimension))
            }
        }
    }

    func isGroup(_ value: Int, of other: Int, in dimension: Int) -> Bool {
        guard value > 0, other > 0 else { return false }
        let names = values[dimension]
        let group = names[value - 1]
        let member = names[other - 1]
        return member.utf8.count > group.utf8.count && member.hasPrefix(group) && member.utf8.dropFirst(group.utf8.count).first == 0x2E
    }

    /// The value for all others of its kind behind a number of one kind: `other.other` behind `other.fee-unpaid`, `other` behind `granted`. A value that
    /// belongs to a group stands behind others of that group alone. Nil for none.
    func rest(_ rest: Int, behind value: Int, in dimension: Int) -> Int? {
        let names = values[dimension]
        if let dot = names[value - 1].lastIndex(of: ".") {
            return names.firstIndex(of: names[value - 1][...dot] + names[rest - 1]).map { $0 + 1 }
        }
        let groups = dimensions[dimension].expansions.filter { $0.value.contains(names[rest - 1]) }
        // 自然人9件、其他3件: those of the group that the kind makes up the whole with.
        let isBeside = dimensions[dimension].joins.contains { join in
            join.parts.contains(names[value - 1]) && groups.contains { join.parts.contains($0.key) }
        }
        return groups.isEmpty || isBeside || groups.contains { $0.value.contains(names[value - 1]) } ? rest : nil
    }

    /// The kinds that are told apart from a value, within its group or side by side, and are none of the values named.
    func kinds(beside value: Int, besides named: Set<Int>, in dimension: Int) -> [Int] {
        let names = values[dimension]
        let expansions = dimensions[dimension].expansions
        var kinds: Set<String>
        if let dot = names[value - 1].lastIndex(of: ".") {
            kinds = Set(names.filter { $0.hasPrefix(names[value - 1][...dot]) })
        } else {
            let lists = dimensions[dimension].joins.map(\.parts) + expansions.values.map { Set($0) }
            kinds = lists.filter { $0.contains(names[value - 1]) }.reduce(into: []) { $0.formUnion($1) }
        }
        kinds.remove(names[value - 1])
        for value in named where value > 0 { kinds.subtract(expansions[names[value - 1]] ?? [names[value - 1]]) }
        for value in named where value > 0 { kinds.remove(names[value - 1]) }
        return names.indices.filter { kinds.contains(names[$0]) }.map { $0 + 1 }
    }

    mutating func features(_ list: [StatementGrammar.Feature]) -> Features {
        var features = Features.none
        for feature in list {
            guard let dimension = dimensionNumbers[feature.dimension] else { continue }
            features[dimension] = number(of: feature.value, in: dimension)
        }
        return features
    }

    private mutating func number(of value: String, in dimension: Int) -> Int {
        if let index = values[dimension].firstIndex(of: value) { return index + 1 }
        values[dimension].append(value)
        return values[dimension].count
    }

    private mutating func set(_ list: [StatementGrammar.Feature]) -> Int32 {
        if let lastSet, lastSet.list == list { return lastSet.number }
        let features = features(list)
        let number = setNumbers[features] ?? Int32(featureSets.count)
        if Int(number) == featureSets.count {
            featureSets.append(features)
            setNumbers[features] = number
        }
        lastSet = (list, number)
        return number
    }

    private mutating func reason(_ name: String) -> ReasonID {
        if let number = reasonNumbers[name] { return ReasonID(number: number) }
        reasons.append(name)
        reasonNumbers[name] = reasons.count - 1
        return ReasonID(number: reasons.count - 1)
    }

    private mutating func unit(_ name: String) -> Int {
        if let number = units[name] { return number }
        units[name] = units.count
        return units.count - 1
    }

    mutating func role(of word: StatementGrammar.Word) -> CompiledGrammar.Role {
        switch word.role {
        case .feature(let list): return .feature(set(list))
        case .weakFeature(let list): return .weakFeature(set(list))
        case .head(let list): return .head(set(list))
        case .weakHead(let list): return .weakHead(set(list))
        // What it stands for where it counts; it is found in a trie of its own, as what names the form's own matter is.
        case .brief(let list): return .feature(set(list))
        case .blocker(let reason): return .blocker(self.reason(reason))
        case .measure(let name, let factor):
            let number = measureWords[word.text] ?? measureWords.count
            measureWords[word.text] = number
            measures.append(CompiledGrammar.Measure(word: number, unit: unit(name), factor: factor))
            return .measure(measures.count - 1)
        case .multiplier(let value): return .multiplier(value)
        case .negator: return .negator
        case .occurrence: return .occurrence
        case .manner: return .manner
        case .contents: return .contents
        case .through: return .through
        case .approximate: return .approximate
        case .approximateBehind: return .approximateBehind
        case .notCountBefore(let reason): return .notCountBefore(self.reason(reason))
        case .notCountAfter(let reason): return .notCountAfter(self.reason(reason))
        case .numberLabel(let reason): return .numberLabel(self.reason(reason))
        case .total: return .total
        case .among: return .among
        case .including: return .including
        case .comprising: return .comprising
        case .respectively: return .respectively
        case .each: return .each
        case .open: return .open
        case .connector: return .connector
        case .modifierOpen: return .modifierOpen
        case .modifierClose: return .modifierClose
        case .excluding: return .excluding
        case .part(let reason): return .part(self.reason(reason))
        case .otherAct(let reason): return .otherAct(self.reason(reason))
        case .qualifier(let reason): return .qualifier(self.reason(reason))
        case .otherPeriod(let reason): return .otherPeriod(self.reason(reason))
        case .plan(let reason): return .plan(self.reason(reason))
        case .ownPeriod: return .ownPeriod
        case .wholePeriod: return .wholePeriod
        case .ownSubject: return .ownSubject
        case .unitSuffix: return .unitSuffix
        case .verb: return .verb
        case .former: return .former
        case .latter: return .latter
        case .unrelated(let reason): return .unrelated(self.reason(reason))
        case .ownMatter(let reason): return .unrelated(self.reason(reason))
        case .predicate: return .predicate
        case .absence: return .absence
        case .arrival: return .arrival
        case .makingUp: return .makingUp
        case .remaining: return .remaining
        case .apart: return .apart
        case .people: return .people
        case .neutral: return .neutral
        }
    }

    mutating func figure(_ definition: StatementGrammar.Figure) -> CompiledGrammar.Figure {
        var requires: [(dimension: Int, values: [Int])] = []
        for (index, dimension) in dimensions.enumerated() {
            guard let wanted = definition.requires[dimension.id] else { continue }
            requires.append((index, wanted.sorted().map { number(of: $0, in: index) }))
        }
        let named = Self.placeholders(of: definition)
        let tolerated = dimensions.indices.filter { definition.tolerates.contains(dimensions[$0].id) || named.contains(dimensions[$0].id) }
        let needed = DimensionMask(requires.map(\.dimension))
        return CompiledGrammar.Figure(
            definition: definition, requires: requires, needed: needed, allowed: needed.union(DimensionMask(tolerated)),
            units: Set(definition.units.sorted().map { unit($0) }),
            measures: Set(definition.measures.compactMap { measureWords[$0] }), specificity: definition.requires.count)
    }

    /// The dimensions that stand in braces in a figure's readings. By bytes: searching strings for strings is dear at every start.
    private static func placeholders(of definition: StatementGrammar.Figure) -> Set<String> {
        var names: Set<String> = []
        for reading in definition.readings {
            for template in reading {
                var name: [UInt8]?
                for byte in template.utf8 {
                    switch byte {
                    case UInt8(ascii: "{"): name = []
                    case UInt8(ascii: "}"):
                        if let name { names.insert(String(decoding: name, as: UTF8.self)) }
                        name = nil
                    default: name?.append(byte)
                    }
                }
            }
        }
        return names
    }
}
