import DocumentModel

/// The names of the anchors of one audit's part of a page.
struct PageAnchors {
    /// The audit's number in the run, counted from 1.
    let number: Int

    var top: String { "a\(number)" }
    var findings: String { "a\(number)-findings" }
    var report: String { "a\(number)-report" }
    var comparison: String { "a\(number)-comparison" }
    /// What the anchors of changes begin with.
    var changes: String { "a\(number)-" }

    /// A finding by the number under which it is shown.
    func finding(_ finding: Int) -> String { "a\(number)-f\(finding)" }

    /// A place in the report.
    func place(_ locator: Locator) -> String { "a\(number)-\(Self.name(of: locator))" }

    /// A place in last year's report, as the comparison shows it.
    func previousPlace(_ locator: Locator) -> String { "a\(number)-old-\(Self.name(of: locator))" }

    private static func name(of locator: Locator) -> String {
        String(locator.description.map { $0 == "/" ? "-" : $0 })
    }
}
