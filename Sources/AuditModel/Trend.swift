/// What one indicator was, year by year.
package struct Trend: Hashable, Sendable {
    /// The indicator in one year's report.
    package struct Point: Hashable, Sendable {
        /// The reporting year.
        package let year: Int
        /// As that report states it; nil where it has no such cell.
        package let value: FigureValue?

        package init(year: Int, value: FigureValue?) {
            self.year = year
            self.value = value
        }
    }

    /// The same in all years: what forms call by one name is one series, whichever forms they are.
    package let id: Indicator.ID
    /// As the newest form that has it words it.
    package let label: LocalizedText
    /// One for each report at hand, the oldest first.
    package let points: [Point]

    package init(id: Indicator.ID, label: LocalizedText, points: [Point]) {
        self.id = id
        self.label = label
        self.points = points
    }

    /// The points that hold a number; nothing stands in for the others.
    package var numbers: [(year: Int, value: Quantity)] {
        points.compactMap { point in point.value?.number.map { (point.year, $0) } }
    }

    /// Whether any two numbers that follow one another differ by as much; by anything where nothing says by how much.
    package func changes(beyond threshold: ChangeThreshold?) -> Bool {
        zip(numbers, numbers.dropFirst()).contains { before, after in
            threshold?.isExceeded(from: before.value, to: after.value) ?? (before.value != after.value)
        }
    }

    /// In how many years an indicator needs a number to have a series.
    package static let fewestNumbers = 3

    /// The series of all indicators with a number in at least three of the years, in the newest form's order, then those that only older forms know.
    ///
    /// - Parameter reports: one for each year, in any order.
    package static func trends(of reports: [(year: Int, figures: Figures)]) -> [Trend] {
        guard reports.count >= fewestNumbers else { return [] }
        let ordered = reports.sorted { $0.year < $1.year }
        var seen: Set<Indicator.ID> = []
        var trends: [Trend] = []
        for report in ordered.reversed() {
            for indicator in report.figures.form.indicators where seen.insert(indicator.id).inserted {
                let points = ordered.map { Point(year: $0.year, value: $0.figures[indicator.id]?.value) }
                let trend = Trend(id: indicator.id, label: indicator.label, points: points)
                if trend.numbers.count >= fewestNumbers { trends.append(trend) }
            }
        }
        return trends
    }
}
