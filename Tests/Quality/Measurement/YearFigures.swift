/// What a year's report says in its tables, and the fee that it gives an account of.
struct YearFigures: Sendable {
    static let fee = "information-fee"
    static let columns = ["natural-person", "business", "research", "welfare", "legal-service", "other-organization"]
    static let outcomes = ["upheld", "corrected", "other", "pending"]
    static let groups = ["review", "litigation.direct", "litigation.after-review"]
    private static let refused = [
        "state-secret", "law-prohibits", "security-stability", "third-party-rights", "internal-affairs", "process-information",
        "enforcement-file", "administrative-inquiry",
    ]
    private static let unable = ["not-held", "must-be-created", "still-unclear"]
    private static let unprocessed = ["petition", "repeated", "publication", "excessive", "confirmation"]

    let form: String
    /// By indicator. Counts; amounts of money in 元.
    var values: [String: Int] = [:]

    init(form: String) { self.form = form }

    subscript(id: String) -> Int {
        get { values[id] ?? 0 }
        set { values[id] = newValue }
    }

    /// The rows of results, without their total.
    static func results(_ form: String) -> [String] {
        ["granted", "partial"] + refused.map { "refused." + $0 } + unable.map { "unable." + $0 } + unprocessed.map { "unprocessed." + $0 }
            + (form == "2019" ? ["other"] : ["other.not-corrected", "other.fee-unpaid", "other.other"])
    }

    static func rows(_ form: String) -> [String] {
        ["new", "carried-in"] + results(form).map { "result." + $0 } + ["result.total", "carried-over"]
    }

    func isAmount(_ id: String) -> Bool { id.hasSuffix(".amount") }

    /// What the cell of an indicator says: amounts in 万元.
    func text(_ id: String) -> String {
        isAmount(id) ? NumberNotation.tenThousandth(self[id]) : String(self[id])
    }

    /// Fills in all totals from what they are totals of.
    mutating func addUp() {
        for column in Self.columns {
            self["applications.result.total.\(column)"] = Self.results(form).reduce(0) { $0 + self["applications.result.\($1).\(column)"] }
        }
        for row in Self.rows(form) {
            self["applications.\(row).total"] = Self.columns.reduce(0) { $0 + self["applications.\(row).\($1)"] }
        }
        for group in Self.groups {
            self["challenges.\(group).total"] = Self.outcomes.reduce(0) { $0 + self["challenges.\(group).\($1)"] }
        }
    }

    /// Whether a figure of both years went up or down abruptly, or nearly so.
    func jumps(from last: YearFigures) -> Bool {
        values.contains { id, value in
            guard let before = last.values[id], before != value else { return false }
            let (low, high) = (min(value, before), max(value, before))
            return high - low > (isAmount(id) ? 200_000 : 60) && (low == 0 || high > 3 * low)
        }
    }
}
