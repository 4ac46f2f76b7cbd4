import AuditModel

/// Reports with last year's of the same unit, and what is to be said about it.
struct Pairing {
    /// A report and last year's, if there is one.
    struct Pair: Sendable {
        let report: Report
        let previous: Report?
        /// The unit's reports of all years before, one for each year, the latest first; empty with fewer than two.
        var earlier: [Report] = []
    }

    private(set) var pairs: [Pair]
    private(set) var notices: [LocalizedText] = []
    private let earlier: [Report]

    /// - Parameters:
    ///   - current: the reports that are audited; each may be another's report of last year as well.
    ///   - earlier: reports that serve as last year's only; they come first.
    init(_ current: [Report], _ earlier: [Report], endings: [String]) {
        self.earlier = earlier
        let candidates = [earlier, current]
        let audited = current.map(\.identity)
        let searches = candidates.map { YearPairing($0.map(\.identity), audited: audited, endings: endings) }
        let years = searches.reduce(into: Set<Int>()) { $0.formUnion($1.years) }.sorted(by: >)
        var notices: [LocalizedText] = []
        /// The unit's report of a year, and those between which nothing decides.
        func report(of identity: Identity, in year: Int) -> (report: Report?, several: [Report]) {
            for (reports, search) in zip(candidates, searches) {
                switch search.report(of: identity, in: year) {
                case .none: continue
                case .one(let index): return (reports[index], [])
                case .several(let indices): return (nil, indices.map { reports[$0] })
                }
            }
            return (nil, [])
        }
        pairs = current.map { current in
            guard let year = current.identity.year else { return Pair(report: current, previous: nil) }
            let last = report(of: current.identity, in: year - 1)
            if !last.several.isEmpty { notices.append(InputWording.severalPrevious(current.source.path, last.several.map(\.source.path))) }
            var pair = Pair(report: current, previous: last.report)
            let others = years.filter { $0 < year }.map { ($0, report(of: current.identity, in: $0)) }
            pair.earlier = others.compactMap(\.1.report)
            guard pair.earlier.count > 1 else { return Pair(report: current, previous: last.report) }
            for (other, found) in others where other < year - 1 && !found.several.isEmpty {
                notices.append(InputWording.severalOfYear(current.source.path, other, found.several.map(\.source.path)))
            }
            return pair
        }
        self.notices = notices
    }

    /// Where one report was named and one of last year's: takes them for a pair though they name different units or no year, and says so. A year that is not
    /// the one before is never taken.
    mutating func takeLonePair() {
        guard pairs.count == 1, earlier.count == 1 else {
            for pair in pairs where pair.previous == nil { notices.append(InputWording.noneOfLastYear(pair.report.source.path)) }
            return
        }
        guard pairs[0].previous == nil else { return }
        let report = pairs[0].report
        let previous = earlier[0]
        if let year = report.identity.year, let before = previous.identity.year, year - 1 != before {
            notices.append(InputWording.wrongYear(report.source.path, previous: previous.source.path))
            return
        }
        notices.append(InputWording.otherUnit(report.source.path, previous: previous.source.path))
        pairs[0] = Pair(report: report, previous: previous)
    }
}
