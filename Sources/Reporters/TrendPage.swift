import AuditModel

/// Each indicator's series over the years, as parts of pages, of text and of JSON.
enum TrendPage {
    static func write(_ trends: [Trend], noticing threshold: ChangeThreshold?, _ language: Language, _ html: inout HTMLWriter) {
        guard let years = trends.first?.points.map(\.year) else { return }
        html.element("h2", text: TrendWording.heading[language])
        html.element("p", [.class("soft")], text: TrendWording.basis[language])
        html.lineFeed()
        let (shown, others) = parted(trends, threshold)
        if shown.isEmpty {
            html.element("p", text: TrendWording.none(trends.count)[language])
        } else {
            table(shown, years, language, &html)
        }
        guard !others.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", text: TrendWording.others(others.count)[language])
            table(others, years, language, &html)
        }
        html.lineFeed()
    }

    /// Those that changed noticeably, and the others.
    static func parted(_ trends: [Trend], _ threshold: ChangeThreshold?) -> (noticeable: [Trend], others: [Trend]) {
        (trends.filter { $0.changes(beyond: threshold) }, trends.filter { !$0.changes(beyond: threshold) })
    }

    private static func table(_ trends: [Trend], _ years: [Int], _ language: Language, _ html: inout HTMLWriter) {
        html.element("table", [.class("changes")]) { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", text: PageWording.indicator[language])
                    html.element("th", text: TrendWording.chart[language])
                    for year in years { html.element("th", [.class("n")], text: String(year)) }
                }
            }
            for trend in trends {
                html.element("tr") { html in
                    html.element("td", [.title(trend.id)], text: trend.label[language])
                    html.element("td") { html in
                        // A level line tells nothing that the figures beside it do not.
                        if trend.changes(beyond: nil) { TrendChart(trend).write(language, &html) }
                    }
                    for point in trend.points {
                        html.element("td", [.class("n")], text: point.value == nil ? "" : TrendWording.value(point.value, language))
                    }
                }
                html.lineFeed()
            }
        }
        html.lineFeed()
    }
}

/// A small line chart. Its lowest line is 0, or the least number where that is below.
struct TrendChart {
    private static let width = 120
    private static let height = 32
    /// Left around the line, so that its points are seen whole.
    private static let margin = 4

    private let trend: Trend

    init(_ trend: Trend) {
        self.trend = trend
    }

    /// A point of the line; nil for what is no number, and for numbers too far apart to be drawn.
    private var places: [(x: Int, y: Int)?] {
        let numbers = trend.numbers.map(\.value)
        guard let first = trend.points.first?.year, let last = trend.points.last?.year, let least = numbers.min(),
            let most = numbers.max()
        else { return [] }
        let low = min(least, .zero)
        let high = max(most, .zero)
        let span = max(1, last - first)
        return trend.points.map { point in
            guard let value = point.value?.number, let above = value.subtracting(low), let range = high.subtracting(low) else { return nil }
            let part: Int
            if range.isZero {
                part = 0
            } else {
                guard let percent = above.percent(of: range, decimals: 0) else { return nil }
                part = Int(percent.significand)
            }
            return (
                Self.margin + (point.year - first) * (Self.width - 2 * Self.margin) / span,
                Self.height - Self.margin - part * (Self.height - 2 * Self.margin) / 100
            )
        }
    }

    func write(_ language: Language, _ html: inout HTMLWriter) {
        let places = places
        html.element(
            "svg",
            [
                .init("width", String(Self.width)), .init("height", String(Self.height)),
                .init("viewBox", "0 0 \(Self.width) \(Self.height)"),
                .init("role", "img"),
            ]
        ) { html in
            html.element("title", text: trend.label[language])
            html.element("desc", text: TrendWording.description(of: trend)[language])
            for index in places.indices.dropFirst() {
                // A year without a number, or without a report, parts the line.
                guard let before = places[index - 1], let after = places[index],
                    trend.points[index].year == trend.points[index - 1].year + 1
                else { continue }
                html.element(
                    "path",
                    [
                        .init("d", "M\(before.x) \(before.y)L\(after.x) \(after.y)"), .init("stroke", "currentColor"),
                        .init("stroke-width", "1.5"), .init("fill", "none"),
                    ]
                ) { _ in }
            }
            for case let place? in places {
                html.element(
                    "circle",
                    [.init("cx", String(place.x)), .init("cy", String(place.y)), .init("r", "2"), .init("fill", "currentColor")]
                ) { _ in }
            }
        }
    }
}

extension TextWriter {
    /// One line for each indicator that changed noticeably.
    mutating func trends(_ trends: [Trend], noticing threshold: ChangeThreshold?, _ language: Language) {
        guard !trends.isEmpty else { return }
        let (shown, others) = TrendPage.parted(trends, threshold)
        line()
        line(TrendWording.heading[language], .bold)
        let width = shown.map { DisplayWidth.columns(of: $0.label[language]) }.max() ?? 0
        for trend in shown {
            entry(indent: 2, label: trend.label[language], width: width + 2, TrendWording.description(of: trend)[language])
        }
        let rest = shown.isEmpty ? TrendWording.none(trends.count) : TrendWording.others(others.count)
        if shown.isEmpty || !others.isEmpty { line("  " + rest[language], .faint) }
    }
}

extension JSONWriter {
    /// The member `trends`: the series over the years, empty with fewer than three reports.
    mutating func trends(_ trends: [Trend], _ language: Language) {
        member("trends", array: trends) { json, trend in
            json.object(.line) {
                $0.member("id", trend.id)
                $0.member("label", trend.label[language])
                $0.member("points", array: trend.points) { json, point in
                    json.object {
                        $0.member("year", point.year)
                        $0.member("kind", point.value?.kind)
                        $0.member("value", point.value?.number?.description)
                    }
                }
            }
        }
    }
}
