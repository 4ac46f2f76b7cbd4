import AuditModel
import XML

/// Reads the figures of a statement grammar and checks that they ask for features that words give, and name indicators that a form has.
struct FigureReader {
    private(set) var figures: [StatementGrammar.Figure] = []
    private let file: PackFile
    private let indexes: [IndicatorIndex]
    private let dimensions: [String: StatementGrammar.Dimension]
    private let dimensionNames: Names
    private let units: Names
    private let measures: Names
    /// What figures may be that claims are judged by.
    private let claims: Names
    private var names = Names(.figure)
    /// For each dimension the values that words, sections and standards give.
    private var given: [String: Names] = [:]
    /// For each dimension the values that figures ask for or that fit a reading.
    private var used: [String: Set<String>] = [:]
    /// Dimensions of which every value is in order: figures tolerate them.
    private var tolerated: Set<String> = []
    private var mentioned: Set<String> = []
    /// False once a reading is unsound, so that what it would have used is not known.
    private var isUseKnown = true
    /// For each form and dimension what may stand for its values, and for each of these the value.
    private var fillings: [[String: [[Int]]]] = []
    private var fillingValues: [[String: [String]]] = []
    /// For each pattern that was looked up whether some indicator fits: many figures have the same one.
    private var fitting: [String: Bool] = [:]

    init(
        file: PackFile, indexes: [IndicatorIndex], dimensions: [StatementGrammar.Dimension], names: Names,
        given features: [StatementGrammar.Feature], units: Names, measures: Names, claims: Names
    ) {
        self.claims = claims
        self.file = file
        self.indexes = indexes
        self.dimensions = Dictionary(dimensions.map { ($0.id, $0) }) { first, _ in first }
        dimensionNames = names
        self.units = units
        self.measures = measures
        var values: [String: [String]] = [:]
        for dimension in dimensions { values[dimension.id] = dimension.standard.map { [$0] } ?? [] }
        for feature in features { values[feature.dimension, default: []].append(feature.value) }
        given = values.mapValues { Names(.word, $0) }
        for index in indexes {
            var byDimension: [String: [[Int]]] = [:]
            var valuesByDimension: [String: [String]] = [:]
            for (dimension, names) in given {
                let expansions = self.dimensions[dimension]?.expansions ?? [:]
                for value in names.all {
                    // What a value expands to takes its place.
                    for filling in (expansions[value] ?? [value]).compactMap(index.path) {
                        byDimension[dimension, default: []].append(filling)
                        valuesByDimension[dimension, default: []].append(value)
                    }
                }
            }
            fillings.append(byDimension)
            fillingValues.append(valuesByDimension)
        }
    }

    mutating func read(_ element: XMLElement, _ diagnosis: inout Diagnosis) {
        let id = diagnosis.value("id", of: element, in: file)
        names.add(id, in: file, at: element, diagnosis: &diagnosis)
        let requires = requirements(of: element, &diagnosis)
        let tolerates = element.list("tolerates")
        dimensionNames.expect(tolerates, in: file, at: element, attribute: "tolerates", diagnosis: &diagnosis)
        tolerated.formUnion(tolerates)
        units.expect(element.list("units"), in: file, at: element, attribute: "units", diagnosis: &diagnosis)
        measures.expect(element.list("measures"), in: file, at: element, attribute: "measures", diagnosis: &diagnosis)

        var titles: [XMLElement] = []
        var readings: [[String]] = []
        for child in element.children {
            if child.name == "name" {
                titles.append(child)
            } else {
                readings.append(reading(child, &diagnosis))
            }
        }
        let own = element.attribute("own")
        if own == nil, readings.isEmpty { diagnosis.note(.noReading(figure: id), in: file, at: element) }
        if let own, !readings.isEmpty || indexes.contains(where: { $0.form.index(of: own) != nil }) {
            diagnosis.note(.attributeUseless(attribute: "own", because: "reading"), in: file, at: element, attribute: "own")
        }
        let scale = diagnosis.factor("scale", of: element, in: file)
        let claim = element.attribute("claim").map { line(of: $0) }
        if let claim { claims.expect(claim, in: file, at: element, attribute: "claim", diagnosis: &diagnosis) }
        let isAmbiguous = element.flag("ambiguous") ?? false
        for (attribute, because) in useless(claim: claim, isAmbiguous: isAmbiguous) where element.attribute(attribute) != nil {
            diagnosis.note(.attributeUseless(attribute: attribute, because: because), in: file, at: element, attribute: attribute)
        }
        figures.append(
            StatementGrammar.Figure(
                id: id, requires: requires, tolerates: Set(tolerates), units: Set(element.list("units")),
                measures: Set(element.list("measures")),
                scale: scale, readings: readings, isAmbiguous: isAmbiguous, isWider: element.flag("wider") ?? false,
                isStanding: element.flag("standing") ?? false, ownIdentifier: own,
                severity: diagnosis.choice("severity", of: element, in: file, as: Severity.self),
                name: diagnosis.localized(titles, named: "name", of: element, in: file), claim: claim))
    }

    /// Attributes that would say nothing: no number is bound to what claims are judged by, and of an ambiguous figure none is ever said to differ.
    private func useless(claim: String?, isAmbiguous: Bool) -> [(attribute: String, because: String)] {
        claim != nil
            ? [
                ("scale", "claim"), ("ambiguous", "claim"), ("wider", "claim"), ("standing", "claim"), ("severity", "claim"),
                ("measures", "claim"),
            ]
            : isAmbiguous ? [("severity", "ambiguous")] : []
    }

    private mutating func requirements(of element: XMLElement, _ diagnosis: inout Diagnosis) -> [String: Set<String>] {
        var requires: [String: Set<String>] = [:]
        for (dimension, values) in choices(in: element.list("requires")) {
            mentioned.insert(dimension)
            guard let known = given[dimension] else {
                dimensionNames.expect(dimension, in: file, at: element, attribute: "requires", diagnosis: &diagnosis)
                continue
            }
            for value in values where !known.contains(value) {
                diagnosis.note(
                    .valueNeverGiven(dimension: dimension, value: value, nearest: Names.nearest(to: value, among: known.all)), in: file,
                    at: element, attribute: "requires", word: value)
            }
            used[dimension, default: []].formUnion(values)
            if requires.updateValue(Set(values), forKey: dimension) != nil {
                diagnosis.note(
                    .repeated(.dimension, dimension, first: file.place(of: element)), in: file, at: element, attribute: "requires",
                    word: dimension)
            }
        }
        return requires
    }

    private mutating func reading(_ element: XMLElement, _ diagnosis: inout Diagnosis) -> [String] {
        let terms: [ExpressionParser.Term]
        do {
            terms = try ExpressionParser.plainSum(element.text)
        } catch {
            diagnosis.note(.badExpression(error.fault), in: file, at: element, textOffset: error.offset)
            isUseKnown = false
            return []
        }
        for term in terms {
            mentioned.formUnion(term.pattern.slots)
            let unknown = term.pattern.slots.filter { !dimensionNames.contains($0) }
            for name in unknown { diagnosis.note(dimensionNames.unknown(name), in: file, at: element, word: name) }
            if unknown.isEmpty, fits(term.pattern) { continue }
            isUseKnown = false
            guard unknown.isEmpty else { continue }
            let nearest = Names.nearest(to: term.pattern.text, among: indexes.flatMap { $0.form.indicators.map(\.id) })
            diagnosis.note(
                .matchesNothing(pattern: term.pattern.text, nearest: nearest), in: file, at: element, textOffset: term.offset)
        }
        return terms.map(\.pattern.text)
    }

    /// Whether an indicator of some form fits when the gaps are filled with values of their dimensions. Notes which values fit.
    private mutating func fits(_ pattern: IndicatorPattern) -> Bool {
        if let known = fitting[pattern.text] { return known }
        var fits = false
        let slots = pattern.slots
        for (place, index) in indexes.enumerated() {
            guard let fitting = index.fittingFillings(pattern, fillings: fillings[place]) else { continue }
            fits = true
            let values = slots.map { fillingValues[place][$0] ?? [] }
            for (slot, marks) in fitting.enumerated() {
                for filling in marks.indices where marks[filling] { used[slots[slot], default: []].insert(values[slot][filling]) }
            }
        }
        fitting[pattern.text] = fits
        return fits
    }

    /// Notes features that no figure has a use for: most likely the value is misspelt.
    func checkUse(of references: [FeatureReference], _ diagnosis: inout Diagnosis) {
        guard isUseKnown else { return }
        for reference in references {
            let dimension = reference.feature.dimension
            let value = reference.feature.value
            // A dimension that no figure mentions only keeps numbers from being figures: it has no values to mistake.
            guard mentioned.contains(dimension), !tolerated.contains(dimension), used[dimension]?.contains(value) != true,
                !others(of: dimension).contains(value)
            else { continue }
            diagnosis.note(
                .valueNeverUsed(
                    dimension: dimension, value: value,
                    nearest: Names.nearest(to: value, among: (used[dimension] ?? []).sorted() + indexes.flatMap(\.segments))),
                in: reference.file, at: reference.element, attribute: reference.attribute, word: value)
        }
    }

    private func others(of dimension: String) -> [String] {
        file.root.children.first { $0.name == "dimension" && $0.attribute("id") == dimension }?.list("others") ?? []
    }
}
