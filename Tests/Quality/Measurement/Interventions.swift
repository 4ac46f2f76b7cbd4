import TestSupport

/// Changes of a year's figures that only last year's report shows.
enum Interventions {
    /// Last year's report carries over more than this year's takes in.
    static func carriedIn(_ last: inout YearFigures, _ current: inout YearFigures, _ random: inout SeededGenerator) -> Bool {
        let column = YearFigures.columns[Int.random(in: 0..<4, using: &random) == 0 ? 1 : 0]
        let more = Int.random(in: 1...9, using: &random)
        last["applications.carried-over.\(column)"] += more
        last["applications.new.\(column)"] += more
        last.addUp()
        return true
    }

    /// The stock of documents differs from last year's plus issued less repealed.
    static func stock(_ last: inout YearFigures, _ current: inout YearFigures, _ random: inout SeededGenerator) -> Bool {
        guard last.form == "2021" else { return false }
        current["disclosure.normative-documents.in-force"] += Int.random(in: 1...12, using: &random)
        return true
    }

    /// A number of decisions rises or falls abruptly.
    static func jump(_ last: inout YearFigures, _ current: inout YearFigures, _ random: inout SeededGenerator) -> Bool {
        let id = "disclosure.\(Bool.random(using: &random) ? "licensing" : "penalties").decisions"
        guard last.form == current.form, last[id] > 15 else { return false }
        let factor = Int.random(in: 9...25, using: &random)
        if Bool.random(using: &random), last[id] > 1200 {
            current[id] = last[id] / factor
        } else {
            current[id] = last[id] * factor + Int.random(in: 300...500, using: &random)
        }
        return true
    }

    /// The figures that `jump` may have changed.
    static let jumping: Set<String> = ["disclosure.licensing.decisions", "disclosure.penalties.decisions"]
}
