package import AuditModel

/// A statement grammar made ready for one form: words in a trie, features as numbers, figures with their readings as indicator indices.
///
/// Building it costs about as much as reading one report; it is built once for a pack and form and shared by all runs.
package struct CompiledGrammar: Sendable {
    /// One value for each dimension: 0 where the dimension is not told, else the value's number (from 1).
    typealias Features = [Int16]

    enum Role: Sendable {
        case feature(Features)
        case head(Features)
        case weakHead(Features)
        case blocker(reason: String)
        case measure(word: Int, unit: Int, factor: Quantity)
        case multiplier(Int)
        case negator, occurrence, approximate
        case notCountBefore(reason: String)
        case notCountAfter(reason: String)
        case total, among, respectively, each, open, connector, modifierOpen, modifierClose
        case part(reason: String)
        case qualifier(reason: String)
        case otherPeriod(reason: String)
        case ownSubject, unitSuffix, neutral
    }

    struct Figure: Sendable {
        let definition: StatementGrammar.Figure
        /// For each dimension the allowed values (numbers); nil where the figure does not ask for it.
        let requires: [[Int16]?]
        /// For each dimension, whether it may be there at all.
        let allows: [Bool]
        let units: Set<Int>
        /// Numbers of measure words; empty: any.
        let measures: Set<Int>
        let specificity: Int
    }

    let grammar: StatementGrammar
    let form: Form
    let trie: WordTrie
    let roles: [Role]
    let figures: [Figure]
    let dimensionCount: Int
    let implied: [Features]
    let kinds: [StatementGrammar.Dimension.Kind]
    /// The dimension that tells what is counted.
    let topicDimension: Int
    /// Acts and results: a number has one of its own words or of its whole.
    let exclusive: [Int]
    /// Results and parties: parts may differ in them.
    let partDimensions: [Int]
    let acts: [Int]
    let tracks: [Int]
    let sections: Set<String>
    private let dimensionNumbers: [String: Int]
    private let valueNames: [[String]]

    package init(_ grammar: StatementGrammar, form: Form) {
        self.grammar = grammar
        self.form = form
        sections = Set(grammar.sections)
        var vocabulary = Vocabulary(grammar)
        var trie = WordTrie()
        var roles: [Role] = []
        for word in grammar.words {
            trie.insert(word.text.unicodeScalars, number: roles.count)
            roles.append(vocabulary.role(of: word))
        }
        let figures = grammar.figures.map { vocabulary.figure($0) }
        implied = grammar.dimensions.map { vocabulary.features($0.implies) }
        self.trie = trie
        self.roles = roles
        self.figures = figures
        let kinds = grammar.dimensions.map(\.kind)
        self.kinds = kinds
        topicDimension = kinds.firstIndex(of: .topic) ?? 0
        exclusive = kinds.indices.filter { kinds[$0] == .act || kinds[$0] == .result }
        partDimensions = kinds.indices.filter { kinds[$0] == .result || kinds[$0] == .party }
        acts = kinds.indices.filter { kinds[$0] == .act }
        tracks = kinds.indices.filter { kinds[$0] == .track }
        dimensionCount = grammar.dimensions.count
        dimensionNumbers = vocabulary.dimensionNumbers
        valueNames = vocabulary.values
    }

    /// Nothing told in any dimension.
    var none: Features { Features(repeating: 0, count: dimensionCount) }

    func features(_ list: [StatementGrammar.Feature]) -> Features {
        var features = none
        for feature in list {
            guard let dimension = dimensionNumbers[feature.dimension], let value = valueNames[dimension].firstIndex(of: feature.value)
            else { continue }
            features[dimension] = Int16(value + 1)
        }
        return features
    }

    /// The names that a dimension's value stands for in readings: its expansion, itself, or the standard's when it is not told.
    private func names(of dimension: Int, in features: Features) -> [String] {
        let definition = grammar.dimensions[dimension]
        let told = features[dimension] == 0 ? definition.standard : valueNames[dimension][Int(features[dimension]) - 1]
        guard let told else { return [] }
        return definition.expansions[told] ?? [told]
    }

    /// The readings of a figure for given features, as indicator indices; a reading that names no indicator of the form is left out.
    func readings(of figure: Figure, features: Features) -> [[Int]] {
        figure.definition.readings.compactMap { reading in
            var indices: [Int] = []
            for template in reading {
                for id in identifiers(template, features: features) {
                    let found = matches(id)
                    if found.isEmpty { return nil }
                    indices += found
                }
            }
            return indices.isEmpty ? nil : indices
        }
    }

    private func identifiers(_ template: String, features: Features) -> [String] {
        var results = [""]
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let before = rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            let values = dimensionNumbers[name].map { names(of: $0, in: features) } ?? []
            results = results.flatMap { result in values.map { result + before + $0 } }
            rest = rest[rest.index(after: close)...]
        }
        return results.map { $0 + rest }
    }

    /// The form's indicators of an identifier in which `*` stands for any one segment; substitutes never match a `*`.
    private func matches(_ pattern: String) -> [Int] {
        guard pattern.utf8.contains(UInt8(ascii: "*")) else { return form.index(of: pattern).map { [$0] } ?? [] }
        let wanted = pattern.split(separator: ".")
        return form.indicators.indices.filter { index in
            let segments = form.indicators[index].id.split(separator: ".")
            guard segments.count == wanted.count, !form.indicators[index].isSubstitute else { return false }
            return zip(segments, wanted).allSatisfy { $1 == "*" || $0 == $1 }
        }
    }
}

/// Numbers for the names in a grammar.
private struct Vocabulary {
    var dimensionNumbers: [String: Int] = [:]
    var values: [[String]]
    private var units: [String: Int] = [:]
    private var measureWords: [String: Int] = [:]
    private let dimensions: [StatementGrammar.Dimension]

    init(_ grammar: StatementGrammar) {
        dimensions = grammar.dimensions
        values = Array(repeating: [], count: grammar.dimensions.count)
        for (number, dimension) in grammar.dimensions.enumerated() { dimensionNumbers[dimension.id] = number }
    }

    mutating func features(_ list: [StatementGrammar.Feature]) -> CompiledGrammar.Features {
        var features = CompiledGrammar.Features(repeating: 0, count: dimensions.count)
        for feature in list {
            guard let dimension = dimensionNumbers[feature.dimension] else { continue }
            features[dimension] = number(of: feature.value, in: dimension)
        }
        return features
    }

    private mutating func number(of value: String, in dimension: Int) -> Int16 {
        if let index = values[dimension].firstIndex(of: value) { return Int16(index + 1) }
        values[dimension].append(value)
        return Int16(values[dimension].count)
    }

    private mutating func unit(_ name: String) -> Int {
        let next = units.count
        return units[name, default: next].also { units[name] = $0 }
    }

    mutating func role(of word: StatementGrammar.Word) -> CompiledGrammar.Role {
        switch word.role {
        case .feature(let list): return .feature(features(list))
        case .head(let list): return .head(features(list))
        case .weakHead(let list): return .weakHead(features(list))
        case .blocker(let reason): return .blocker(reason: reason)
        case .measure(let name, let factor):
            let number = measureWords[word.text] ?? measureWords.count
            measureWords[word.text] = number
            return .measure(word: number, unit: unit(name), factor: factor)
        case .multiplier(let value): return .multiplier(value)
        case .negator: return .negator
        case .occurrence: return .occurrence
        case .approximate: return .approximate
        case .notCountBefore(let reason): return .notCountBefore(reason: reason)
        case .notCountAfter(let reason): return .notCountAfter(reason: reason)
        case .total: return .total
        case .among: return .among
        case .respectively: return .respectively
        case .each: return .each
        case .open: return .open
        case .connector: return .connector
        case .modifierOpen: return .modifierOpen
        case .modifierClose: return .modifierClose
        case .part(let reason): return .part(reason: reason)
        case .qualifier(let reason): return .qualifier(reason: reason)
        case .otherPeriod(let reason): return .otherPeriod(reason: reason)
        case .ownSubject: return .ownSubject
        case .unitSuffix: return .unitSuffix
        case .neutral: return .neutral
        }
    }

    mutating func figure(_ definition: StatementGrammar.Figure) -> CompiledGrammar.Figure {
        var requires = [[Int16]?](repeating: nil, count: dimensions.count)
        var allows = [Bool](repeating: false, count: dimensions.count)
        for (name, wanted) in definition.requires {
            guard let dimension = dimensionNumbers[name] else { continue }
            requires[dimension] = wanted.sorted().map { number(of: $0, in: dimension) }
            allows[dimension] = true
        }
        for name in definition.tolerates { dimensionNumbers[name].map { allows[$0] = true } }
        for (index, dimension) in dimensions.enumerated()
        where definition.readings.contains(where: { $0.contains { $0.contains("{\(dimension.id)}") } }) {
            allows[index] = true
        }
        return CompiledGrammar.Figure(
            definition: definition, requires: requires, allows: allows, units: Set(definition.units.sorted().map { unit($0) }),
            measures: Set(definition.measures.compactMap { measureWords[$0] }), specificity: definition.requires.count)
    }
}

extension Int {
    fileprivate func also(_ body: (Int) -> Void) -> Int {
        body(self)
        return self
    }
}
