package import AuditModel

/// All that can be changed of the figures that a pack's narratives may state.
package struct FigureMutations {
    private let pack: RulePack

    package init(_ pack: RulePack) {
        self.pack = pack
    }

    /// The mutants of the figures in their order, then those of the dimensions.
    package var mutants: [Mutant] {
        let grammar = pack.statements
        var mutants: [Mutant] = []
        for (index, figure) in grammar.figures.enumerated() {
            // A figure that comes to ask for less may take what was none of its own.
            func add(_ variant: Variant<StatementGrammar.Figure?>) {
                let isWider = variant.value.map { $0.requires.count < figure.requires.count } ?? false
                let part = variant.part.isEmpty ? "figure.\(figure.id)" : "figure.\(figure.id) \(variant.part)"
                let value = variant.value
                mutants.append(
                    Mutant(
                        Mutation(part: part, action: variant.action), rule: nil,
                        change: .statements {
                            var figures = grammar.figures
                            figures.replaceSubrange(index...index, with: value.map { [$0] } ?? [])
                            return grammar.with(figures: figures)
                        }, figure: isWider ? nil : figure.id))
            }
            add(Variant("", .dropped, nil))
            for variant in variants(of: figure) { add(variant.map { $0 }) }
        }
        for (index, dimension) in grammar.dimensions.enumerated() {
            for variant in variants(of: dimension) {
                let value = variant.value
                mutants.append(
                    Mutant(
                        Mutation(part: "dimension.\(dimension.id) \(variant.part)", action: variant.action), rule: nil,
                        change: .statements {
                            var dimensions = grammar.dimensions
                            dimensions[index] = value
                            return grammar.with(dimensions: dimensions)
                        }))
            }
        }
        return mutants
    }

    private func variants(of figure: StatementGrammar.Figure) -> [Variant<StatementGrammar.Figure>] {
        var variants: [Variant<StatementGrammar.Figure>] = []
        for (dimension, values) in figure.requires.sorted(by: { $0.key < $1.key }) {
            // What readings name has to be asked for, unless it has a standard.
            let isNamed = figure.readings.joined().contains { $0.contains("{\(dimension)}") }
            let hasStandard = pack.statements.dimension(dimension)?.standard != nil
            if figure.requires.count > 1, !isNamed || hasStandard {
                var rest = figure.requires
                rest[dimension] = nil
                variants.append(Variant("requires", .without(dimension), figure.with(requires: rest)))
            }
            for value in values.sorted() where values.count > 1 {
                var rest = figure.requires
                rest[dimension]?.remove(value)
                variants.append(Variant("requires \(dimension)", .without(value), figure.with(requires: rest)))
            }
        }
        for dimension in figure.tolerates.sorted() {
            variants.append(Variant("tolerates", .without(dimension), figure.with(tolerates: figure.tolerates.subtracting([dimension]))))
        }
        for (index, reading) in figure.readings.enumerated() {
            let name = "reading.\(index + 1)"
            var rest = figure.readings
            rest.remove(at: index)
            if !rest.isEmpty { variants.append(Variant(name, .dropped, figure.with(readings: rest))) }
            for shorter in Variants.shorter(name, reading) {
                var all = figure.readings
                all[index] = shorter.value
                variants.append(shorter.map { _ in figure.with(readings: all) })
            }
        }
        // No number is ever bound to what claims are judged by.
        guard figure.claim == nil else { return variants }
        if let tenfold = figure.scale.multiplied(by: Quantity(10)) {
            variants.append(Variant("scale", .set(tenfold.description), figure.with(scale: tenfold)))
        }
        if let severity = figure.severity {
            variants += Variants.severities("severity", severity).map { $0.map { figure.with(severity: $0) } }
        }
        if figure.readings.count > 1 {
            variants.append(
                Variant("ambiguous", .set(figure.isAmbiguous ? "false" : "true"), figure.with(isAmbiguous: !figure.isAmbiguous)))
        }
        if figure.isWider { variants.append(Variant("wider", .set("false"), figure.with(isWider: false))) }
        if figure.isStanding { variants.append(Variant("standing", .set("false"), figure.with(isStanding: false))) }
        return variants
    }

    private func variants(of dimension: StatementGrammar.Dimension) -> [Variant<StatementGrammar.Dimension>] {
        var variants: [Variant<StatementGrammar.Dimension>] = []
        if dimension.standard != nil { variants.append(Variant("standard", .dropped, dimension.with(standard: nil))) }
        if !dimension.implies.isEmpty { variants.append(Variant("implies", .dropped, dimension.with(implies: []))) }
        for (value, names) in dimension.expansions.sorted(by: { $0.key < $1.key }) {
            var rest = dimension.expansions
            rest[value] = nil
            variants.append(Variant("expand.\(value)", .dropped, dimension.with(expansions: rest)))
            for shorter in Variants.shorter("expand.\(value)", names) {
                var all = dimension.expansions
                all[value] = shorter.value
                variants.append(shorter.map { _ in dimension.with(expansions: all) })
            }
        }
        for index in dimension.joins.indices {
            var rest = dimension.joins
            let join = rest.remove(at: index)
            variants.append(Variant("join.\(join.value)", .dropped, dimension.with(joins: rest)))
        }
        return variants
    }
}

extension StatementGrammar.Figure {
    fileprivate func with(
        requires: [String: Set<String>]? = nil, tolerates: Set<String>? = nil, scale: Quantity? = nil, readings: [[String]]? = nil,
        isAmbiguous: Bool? = nil, isWider: Bool? = nil, isStanding: Bool? = nil, severity: Severity? = nil
    ) -> StatementGrammar.Figure {
        StatementGrammar.Figure(
            id: id, requires: requires ?? self.requires, tolerates: tolerates ?? self.tolerates, units: units, measures: measures,
            scale: scale ?? self.scale, readings: readings ?? self.readings, isAmbiguous: isAmbiguous ?? self.isAmbiguous,
            isWider: isWider ?? self.isWider, isStanding: isStanding ?? self.isStanding, ownIdentifier: ownIdentifier,
            severity: severity ?? self.severity, name: name, claim: claim)
    }
}

extension StatementGrammar.Dimension {
    fileprivate func with(standard: String?) -> StatementGrammar.Dimension {
        StatementGrammar.Dimension(id: id, kind: kind, standard: standard, implies: implies, expansions: expansions, joins: joins)
    }

    fileprivate func with(
        implies: [StatementGrammar.Feature]? = nil, expansions: [String: [String]]? = nil, joins: [StatementGrammar.Dimension.Join]? = nil
    ) -> StatementGrammar.Dimension {
        StatementGrammar.Dimension(
            id: id, kind: kind, standard: standard, implies: implies ?? self.implies, expansions: expansions ?? self.expansions,
            joins: joins ?? self.joins)
    }
}
