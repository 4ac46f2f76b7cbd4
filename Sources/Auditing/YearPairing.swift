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
    /// By the names that a report gives its unit elsewhere than in its title.
    private let byOtherName: [Int: [UnitName: [Candidate]]]
    private let audited: [Int: Set<UnitName>]
    private let endings: [String]

    /// - Parameters:
    ///   - candidates: what the reports say of themselves; those without unit or year match nothing.
    ///   - audited: the reports for which one is looked for, so that no other unit gets what one of them has by name.
    ///   - endings: the endings that a short form of a unit's name may lack.
    package init(_ candidates: [Identity], audited: [Identity] = [], endings: [String]) {
        self.endings = endings
        self.audited = audited.reduce(into: [:]) { names, identity in
            guard let unit = identity.unit, let year = identity.year else { return }
            names[year, default: []].insert(UnitName(unit, endings: endings))
        }
        var byYear: [Int: [Candidate]] = [:]
        for (index, identity) in candidates.enumerated() {
            guard let unit = identity.unit, let year = identity.year else { continue }
            byYear[year, default: []].append(Candidate(index: index, name: UnitName(unit, endings: endings), report: identity))
        }
        self.byYear = byYear
        exact = byYear.mapValues { Dictionary(grouping: $0, by: \.name) }
        byOtherName = byYear.mapValues { candidates in
            candidates.reduce(into: [:]) { named, candidate in
                for name in Self.otherNames(of: candidate.report, endings: endings) { named[name, default: []].append(candidate) }
            }
        }
    }

    /// What signature and text call the unit where the title, by a slip, calls it something else.
    private static func otherNames(of identity: Identity, endings: [String]) -> Set<UnitName> {
        let names = [identity.signatureUnit, identity.textUnit, identity.textTitleUnit].compactMap {
            $0.map { UnitName($0.value, endings: endings) }
        }
        return Set(names).subtracting(identity.unit.map { [UnitName($0, endings: endings)] } ?? [])
    }

    /// The candidate that is the same unit's report for the year before: the one of the same name, else the only one whose name resembles it, else the one that
    /// is of the same name by signature or text. Where both a report of the unit alone and one that sums up are there, the scope decides.
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
        if found.isEmpty { found = otherwiseNamed(identity, name, in: year) }
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

    /// Those whose title names the unit as signature or text of the report do, or the other way round, in the order of the candidates: the slip of a title must
    /// not part two years. None that another report has by its title.
    private func otherwiseNamed(_ identity: Identity, _ name: UnitName, in year: Int) -> [Candidate] {
        let others = Self.otherNames(of: identity, endings: endings)
        let found = others.flatMap { exact[year]?[$0] ?? [] } + (byOtherName[year]?[name] ?? [])
        let taken = identity.year.flatMap { audited[$0] } ?? []
        let free = found.filter { !taken.contains($0.name) }
        return Dictionary(grouping: free, by: \.index).values.map { $0[0] }.sorted { $0.index < $1.index }
    }
}
