import AuditModel

/// Reports with last year's of the same unit, and what is to be said about it.
struct Pairing {
    /// A report and last year's, if there is one.
    struct Pair: Sendable {
        let report: Report
        let previous: Report?
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
        let searches = candidates.map { YearPairing($0.map(\.identity), endings: endings) }
        var notices: [LocalizedText] = []
        pairs = current.map { report in
            for (reports, search) in zip(candidates, searches) {
                switch search.previous(of: report.identity) {
                case .none: continue
                case .one(let index): return Pair(report: report, previous: reports[index])
                case .several(let indices):
                    notices.append(InputWording.severalPrevious(report.source.path, indices.map { reports[$0].source.path }))
                    return Pair(report: report, previous: nil)
                }
            }
            return Pair(report: report, previous: nil)
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
