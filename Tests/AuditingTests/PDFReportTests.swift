import AuditModel
import Auditing
import DocumentModel
import Foundation
import Processes
import TestSupport
import Testing

/// Reports as PDF, through to their figures.
@Suite("PDF reports", .enabled(if: ChildProcess.path(of: "pdftotext") != nil, "pdftotext is not installed"))
struct PDFReportTests {
    @Test("all indicators of tables without lines are exact", arguments: 1...40 as ClosedRange<UInt64>)
    func unruled(_ seed: UInt64) async throws {
        let specimen = Specimen(form2021: seed)
        var style = PDFStyle(seed: seed, borders: [.none])
        // Without lines nothing tells a broken figure from two.
        style.breaksFigures = false
        let path = NSTemporaryDirectory() + "gouji-\(UUID().uuidString).pdf"
        try Data(PDFRendering.bytes(of: specimen, style: style)).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let reading = await Batch.read([path], with: try Project.auditor.get())
        let report = try #require(reading.reports.first)
        #expect(report.identity.year == specimen.year)
        var wrong: [String] = []
        for (id, value) in specimen.values.sorted(by: { $0.key < $1.key }) {
            let found = report.figures[id]?.value.number
            if found == nil || found != Quantity(value) { wrong.append("\(id): \(value), \(found?.description ?? "nothing")") }
        }
        #expect(wrong.isEmpty, "\(wrong.count) of \(specimen.values.count) with \(style)")
    }

    static let published = ["淮安市洪泽区人民政府-2023.pdf", "淮安市洪泽区人民政府-2024.pdf"]

    @Test(
        "every indicator of a published report is as checked by eye", .enabled(if: Project.publishedReport("truth.json") != nil),
        arguments: published)
    func truth(_ name: String) async throws {
        let data = Data(try #require(Project.publishedReport("truth.json")))
        let truth = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let entry = try #require(truth[name] as? [String: Any])
        let reading = await Batch.read(["\(Project.published)/\(name)"], with: try Project.auditor.get())
        let report = try #require(reading.reports.first)
        // One of them names the city before the district.
        #expect(report.identity.unit?.hasSuffix(try #require(entry["unit"] as? String)) == true)
        #expect(report.identity.year == entry["year"] as? Int)
        #expect(report.figures.form.id == entry["form"] as? String)
        let indicators = try #require(entry["indicators"] as? [String: String])
        for (id, value) in indicators { #expect(report.figures[id]?.value.number?.description == value, "\(id)") }
        let paragraphs = report.document.allSections.flatMap(\.paragraphs).map(\.text.string)
        // Page numbers stand alone; what a page's end parted would end without a mark.
        #expect(!paragraphs.contains { $0.allSatisfy { "-—0123456789 ".contains($0) } })
        #expect(paragraphs.filter { $0.count > 60 }.allSatisfy { "。；：".contains($0.suffix(1)) })
    }
}
