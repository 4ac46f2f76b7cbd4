package import AuditModel

/// Finds the report of the same unit for the year before.
package struct YearPairing: Sendable {
    /// What was found.
    package enum Match: Hashable, Sendable {
        /// Nothing of that unit and year.
        case none
        /// The index of the report among the candidates.
        case one(Int)
        /// The indices of candidates between which nothing decides.
        case several([Int])
    }

    private struct Candidate: Sendable {
        let index: Int
        let name: UnitName
        let report: Identity
    }

    private let byYear: [Int: [Candidate]]
    private let exact: [Int: [UnitName: [Candidate]]]
    private let endings: [String]

    /// - Parameters:
    ///   - candidates: what the reports say of themselves; those without unit or year match nothing.
    ///   - endings: the endings that a short form of a unit's name may lack.
    package init(_ candidates: [Identity], endings: [String]) {
        self.endings = endings
        var byYear: [Int: [Candidate]] = [:]
        for (index, identity) in candidates.enumerated() {
            guard let unit = identity.unit, let year = identity.year else { continue }
            byYear[year, default: []].append(Candidate(index: index, name: UnitName(unit, endings: endings), report: identity))
        }
        self.byYear = byYear
        exact = byYear.mapValues { Dictionary(grouping: $0, by: \.name) }
    }

    /// The candidate that is the same unit's report for the year before: the one of the same name, else the only one whose name resembles it. Where both a report
    /// of the unit alone and one that sums up are there, the scope decides.
    package func previous(of identity: Identity) -> Match {
        identity.year.map { report(of: identity, in: $0 - 1) } ?? .none
    }

    /// The years of the candidates.
    var years: Set<Int> { Set(byYear.keys) }

    /// The same for any year.
    func report(of identity: Identity, in year: Int) -> Match {
        guard let unit = identity.unit else { return .none }
        let name = UnitName(unit, endings: endings)
        var found = exact[year]?[name] ?? []
        if found.isEmpty { found = (byYear[year] ?? []).filter { $0.name.resembles(name) } }
        if found.count > 1 {
            let ofScope = found.filter { $0.report.scope == identity.scope }
            if !ofScope.isEmpty { found = ofScope }
        }
        switch found.count {
        case 0: return .none
        case 1: return .one(found[0].index)
        default: return .several(found.map(\.index))
        }
    }
}
