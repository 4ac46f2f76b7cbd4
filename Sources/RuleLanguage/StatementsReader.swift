import AuditModel
import XML

/// A feature that a file names, and where.
struct FeatureReference {
    let feature: StatementGrammar.Feature
    let file: PackFile
    let element: XMLElement
    let attribute: String
}

/// Builds the statement grammar from its file and checks it against the forms.
struct StatementsReader {
    private let file: PackFile
    private let indexes: [IndicatorIndex]
    private var dimensionNames = Names(.dimension)
    private var dimensions: [StatementGrammar.Dimension] = []
    private var references: [FeatureReference]
    private var reasonNames = Names(.reason)
    private var reasons: [StatementGrammar.Reason] = []
    private var words: WordReader
    private var claims: ClaimWordReader

    /// - Parameter contexts: the features that the forms' sections name.
    static func statements(
        in file: PackFile, indexes: [IndicatorIndex], sections: Names, contexts: [FeatureReference], diagnosis: inout Diagnosis
    ) -> StatementGrammar {
        var reader = StatementsReader(file: file, indexes: indexes, contexts: contexts)
        return reader.read(sections: sections, &diagnosis)
    }

    /// The identifiers of the figures, in the order of the file.
    static func figureNames(in file: PackFile) -> [String] {
        file.root.children.compactMap { $0.name == "figure" ? $0.attribute("id") : nil }
    }

    private init(file: PackFile, indexes: [IndicatorIndex], contexts: [FeatureReference]) {
        self.file = file
        self.indexes = indexes
        references = contexts
        words = WordReader(file: file)
        claims = ClaimWordReader(file: file)
    }

    private mutating func read(sections: Names, _ diagnosis: inout Diagnosis) -> StatementGrammar {
        let children = file.root.children.map { ($0.name, $0) }
        for attribute in ["sections", "in-passing"] {
            sections.expect(file.root.list(attribute), in: file, at: file.root, attribute: attribute, diagnosis: &diagnosis)
        }
        // Names first: words and figures refer to what stands before and behind them.
        for (name, element) in children where name == "dimension" { readDimension(element, &diagnosis) }
        for (name, element) in children where name == "reason" { readReason(element, &diagnosis) }
        if dimensions.count > StatementGrammar.dimensionLimit {
            diagnosis.note(.tooManyDimensions(limit: StatementGrammar.dimensionLimit), in: file, at: file.root)
        }
        if !dimensions.contains(where: { $0.kind == .topic }) { diagnosis.note(.noTopic, in: file, at: file.root) }
        for reason in StatementGrammar.builtInReasons where !reasonNames.contains(reason) {
            diagnosis.note(.reasonWithoutText(reason), in: file, at: file.root)
        }
        for (name, element) in children where name == "words" {
            refer("feature", of: element)
            refer("of-last-year", of: element)
            words.read(element, reasons: reasonNames, diagnosis: &diagnosis)
        }
        for (name, element) in children where name == "claim-words" {
            refer("feature", of: element)
            claims.read(element, diagnosis: &diagnosis)
        }
        checkValues(&diagnosis)
        for reference in references {
            dimensionNames.expect(
                reference.feature.dimension, in: reference.file, at: reference.element, attribute: reference.attribute,
                diagnosis: &diagnosis)
        }
        var figures = FigureReader(
            file: file, indexes: indexes, dimensions: dimensions, names: dimensionNames, given: references.map(\.feature),
            units: words.units,
            measures: words.measures, claims: Names(.outcome, StatementGrammar.claimFigures + claims.outcomes.map(\.id)))
        for (name, element) in children where name == "figure" { figures.read(element, &diagnosis) }
        figures.checkUse(of: references, &diagnosis)
        for outcome in claims.outcomes {
            Names(.outcome, figures.figures.compactMap(\.claim)).expect(
                outcome.id, in: file, at: outcome.element, attribute: "outcome", diagnosis: &diagnosis)
        }
        return StatementGrammar(
            sections: file.root.list("sections"), inPassing: Set(file.root.list("in-passing")), yearWords: yearWords,
            dimensions: dimensions, words: words.words,
            claimWords: claims.words, figures: figures.figures, reasons: reasons)
    }

    private func checkValues(_ diagnosis: inout Diagnosis) {
        let limit = StatementGrammar.valueLimit
        for dimension in dimensions {
            let values = Set(references.lazy.map(\.feature).filter { $0.dimension == dimension.id }.map(\.value))
            guard values.count > limit else { continue }
            diagnosis.note(.invalid(message: "The dimension '\(dimension.id)' has more than \(limit) values."), in: file, at: file.root)
        }
    }

    private var yearWords: StatementGrammar.YearWords? {
        guard let last = file.root.attribute("last-year"), let this = file.root.attribute("this-year"),
            let next = file.root.attribute("next-year")
        else { return nil }
        return StatementGrammar.YearWords(last: line(of: last), this: line(of: this), next: line(of: next))
    }

    private mutating func refer(_ attribute: String, of element: XMLElement) {
        for feature in features(in: element.list(attribute)) {
            references.append(FeatureReference(feature: feature, file: file, element: element, attribute: attribute))
        }
    }

    private mutating func readDimension(_ element: XMLElement, _ diagnosis: inout Diagnosis) {
        let id = diagnosis.value("id", of: element, in: file)
        dimensionNames.add(id, in: file, at: element, diagnosis: &diagnosis)
        var expansions: [String: [String]] = [:]
        var joins: [StatementGrammar.Dimension.Join] = []
        for child in element.children {
            let value = diagnosis.value("value", of: child, in: file)
            if child.name == "join" {
                let parts = child.list("of")
                for (attribute, value) in [("value", value)] + parts.map({ ("of", $0) }) {
                    references.append(
                        FeatureReference(feature: .init(dimension: id, value: value), file: file, element: child, attribute: attribute))
                }
                joins.append(.init(value: value, parts: Set(parts)))
                continue
            }
            if expansions.updateValue(child.list("to"), forKey: value) != nil {
                diagnosis.note(
                    .repeated(.word, value, first: file.place(of: element)), in: file, at: child, attribute: "value", word: value)
            }
        }
        refer("implies", of: element)
        guard let kind = diagnosis.choice("kind", of: element, in: file, as: StatementGrammar.Dimension.Kind.self) else { return }
        if kind == .topic, let first = dimensions.first(where: { $0.kind == .topic }) {
            diagnosis.note(.secondTopic(first: first.id), in: file, at: element, attribute: "kind")
        }
        dimensions.append(
            StatementGrammar.Dimension(
                id: id, kind: kind, standard: element.attribute("standard").map(line(of:)), implies: features(in: element.list("implies")),
                expansions: expansions, joins: joins))
    }

    private mutating func readReason(_ element: XMLElement, _ diagnosis: inout Diagnosis) {
        let id = diagnosis.value("id", of: element, in: file)
        reasonNames.add(id, in: file, at: element, diagnosis: &diagnosis)
        let text = diagnosis.localized(element.children, named: "text", of: element, in: file)
        reasons.append(
            StatementGrammar.Reason(
                id: id, text: text, yields: element.flag("yields") ?? false, passes: element.flag("passes") ?? false,
                isUnsought: element.flag("unsought") ?? false, registers: element.flag("registers") ?? false,
                stands: element.flag("stands") ?? false, isRest: element.flag("rest") ?? false,
                reaches: element.flag("reaches") ?? false, isTimeless: element.flag("timeless") ?? false,
                isOfOwn: element.flag("of-own") ?? false))
    }
}
