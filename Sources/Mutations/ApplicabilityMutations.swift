import AuditModel

/// The changes of what a rule or condition holds for.
enum ApplicabilityMutations {
    /// - Parameter levels: those of the pack, by id.
    static func variants(of applicability: Applicability, levels: [String]) -> [Variant<Applicability>] {
        var variants: [Variant<Applicability>] = []
        if !applicability.levels.isEmpty {
            variants += Variants.filters("levels", applicability.levels, among: levels).map { $0.map { applicability.with(levels: $0) } }
        }
        if !applicability.scopes.isEmpty {
            variants += Variants.filters("scopes", applicability.scopes, among: ["own", "roll-up", "unknown"])
                .map { $0.map { applicability.with(scopes: $0) } }
        }
        if let first = applicability.firstYear {
            for year in [first - 1, first + 1] {
                variants.append(Variant("from", .set(String(year)), applicability.with(firstYear: year)))
            }
        }
        if let last = applicability.lastYear {
            for year in [last - 1, last + 1] {
                variants.append(Variant("until", .set(String(year)), applicability.with(lastYear: year)))
            }
        }
        for (index, premise) in applicability.premises.enumerated() {
            let name = "when.\(index + 1)"
            var rest = applicability.premises
            rest.remove(at: index)
            variants.append(Variant(name, .dropped, applicability.with(premises: rest)))
            for changed in changes(of: premise) {
                var all = applicability.premises
                all[index] = changed.value
                variants.append(changed.within(name) { _ in applicability.with(premises: all) })
            }
        }
        return variants
    }

    private static func changes(of premise: Premise) -> [Variant<Premise>] {
        switch premise {
        case .comparison(let comparison):
            return Relations.others(than: comparison.relation).map { relation in
                let changed = FigureComparison(
                    figures: comparison.figures, left: comparison.left, right: comparison.right, relation: relation)
                return Variant("test", .set(relation.rawValue), .comparison(changed))
            }
        case .section(let key, let isPresent):
            return [Variant("present", .set(isPresent ? "false" : "true"), .section(key, isPresent: !isPresent))]
        case .words(let section, let vocabulary, let isPresent):
            let other = isPresent ? "lacks" : "mentions"
            return [Variant("", .set(other), .words(section: section, vocabulary: vocabulary, isPresent: !isPresent))]
        }
    }
}

/// The signs of comparisons.
enum Relations {
    /// What a sign is easily taken for: its opposite, and the one that differs from it where both sides are equal.
    static func others(than relation: FigureComparison.Relation) -> [FigureComparison.Relation] {
        switch relation {
        case .equal: [.unequal, .atMost, .atLeast]
        case .unequal: [.equal, .less, .greater]
        case .less: [.atMost, .greater]
        case .atMost: [.less, .atLeast]
        case .greater: [.atLeast, .less]
        case .atLeast: [.greater, .atMost]
        }
    }
}

extension Applicability {
    fileprivate func with(
        levels: [String]? = nil, scopes: [String]? = nil, firstYear: Int? = nil, lastYear: Int? = nil, premises: [Premise]? = nil
    ) -> Applicability {
        Applicability(
            levels: levels ?? self.levels, scopes: scopes ?? self.scopes, firstYear: firstYear ?? self.firstYear,
            lastYear: lastYear ?? self.lastYear, premises: premises ?? self.premises)
    }
}
