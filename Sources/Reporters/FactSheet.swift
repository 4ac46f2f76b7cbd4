package import AuditModel
import DocumentModel

/// The figures of reports as a table for other programs.
package enum FactSheet {
    /// Tab-separated values: a header, then a row for each indicator that a report has, the reports in order. White space within a field becomes a
    /// blank, and what is not known is empty.
    package static func tsv(of reports: [Report]) -> [UInt8] {
        var bytes = Array("path\tunit\tyear\tindicator\tkind\tvalue\tat\n".utf8)
        for report in reports {
            let head = [report.source.path, report.identity.unit ?? "", report.identity.year.map(String.init) ?? ""].map(field)
            for (indicator, figure) in zip(report.figures.form.indicators, report.figures.values) {
                guard let figure else { continue }
                let fields =
                    head + [
                        field(indicator.id), figure.value.kind, figure.value.number?.description ?? "", figure.place.locator.description,
                    ]
                bytes += fields.joined(separator: "\t").utf8
                bytes.append(UInt8(ascii: "\n"))
            }
        }
        return bytes
    }

    /// One JSON object of format `gouji-facts-1`.
    package static func json(of reports: [Report], unreadable: [UnreadableInput], in language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("format", "gouji-facts-1")
            json.member("reports", array: reports) { json, report in
                json.object { json in
                    json.member("source", .line) { $0.source(report.source) }
                    json.member("report", .line) { $0.identity(of: report) }
                    json.member("indicators", array: zip(report.figures.form.indicators, report.figures.values)) { json, pair in
                        if let figure = pair.1 { json.indicator(pair.0, figure, language) }
                    }
                }
            }
            json.member("unreadable", array: unreadable) { $0.unreadable($1, language) }
        }
        return json.finished()
    }

    private static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(text.map { $0.isWhitespace || $0.isNewline ? " " : $0 })
    }
}
