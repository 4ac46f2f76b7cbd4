import AuditModel
import Auditing
import Foundation
import TestSupport
import Testing

@Suite("Published reports", .enabled(if: FileManager.default.fileExists(atPath: Project.published)))
struct PublishedReportTests {
    /// The text reports that the truth is told of.
    static var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: Project.published)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }

    @Test("unit, year, form and every indicator are as checked by eye", arguments: names)
    func truth(_ name: String) async throws {
        let data = try Data(contentsOf: URL(filePath: "\(Project.published)/truth.json"))
        let truth = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let entry = try #require(truth[name] as? [String: Any])
        let reading = await Batch.read(["\(Project.published)/\(name)"], with: try Project.auditor.get())
        let report = try #require(reading.reports.first)
        #expect(report.identity.unit == entry["unit"] as? String)
        #expect(report.identity.year == entry["year"] as? Int)
        #expect(report.figures.form.id == entry["form"] as? String)
        let indicators = try #require(entry["indicators"] as? [String: String])
        for (id, value) in indicators {
            #expect(report.figures[id]?.value.number?.description == value, "\(id)")
        }
        let found = zip(report.figures.form.indicators, report.figures.values).filter { $1 != nil }.map(\.0.id)
        #expect(Set(found).subtracting(indicators.keys).isEmpty)
    }
}
