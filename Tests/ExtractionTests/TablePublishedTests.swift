import AuditModel
import DocumentModel
import DocumentReaders
import Extraction
import FoundationEssentials
import RuleLanguage
import TestSupport
import Testing

/// Published reports that lie beside the package; without them there is nothing to test.
@Suite struct TablePublishedTests {
    @Test("Every indicator is as was read by eye", arguments: TablePublished.names)
    func figures(_ name: String) throws {
        guard let document = try TablePublished.document(name), let truth = try TablePublished.truth()[name] else { return }
        let binding = TableBinder(forms: TableForms.both).bind(document)
        #expect(binding.isTold)
        #expect(binding.figures.form.id == truth.form)
        #expect(TableGrids.differences(binding.figures, truth.indicators).isEmpty)
        let kinds = binding.remarks.map(\.kind)
        #expect(kinds == (name.hasPrefix("宿迁") ? [.boundByPosition] : []))
    }

    @Test("The pack's form binds the same", arguments: TablePublished.names)
    func packForm(_ name: String) throws {
        let pack = try RulePackLoader.load(Project.rules)
        guard let document = try TablePublished.document(name), let truth = try TablePublished.truth()[name] else { return }
        let binding = TableBinder(forms: pack.forms).bind(document)
        #expect(binding.figures.form.id == truth.form)
        #expect(TableGrids.differences(binding.figures, truth.indicators).isEmpty)
        #expect(binding.remarks.map(\.kind) == (name.hasPrefix("宿迁") ? [.boundByPosition] : []))
    }

    @Test("The forms of these tests have the indicators of the reference")
    func indicators() throws {
        guard let lines = Project.text("../shared/reference/indicators.tsv")?.split(separator: "\n").dropFirst() else { return }
        for form in TableForms.both {
            let reference = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }.filter { $0[0] == form.id }
            let ours = form.indicators.filter { !$0.isSubstitute }
            #expect(ours.map(\.id) == reference.map { String($0[2]) })
            for (indicator, columns) in zip(ours, reference) {
                let table = form.tables[indicator.table]
                let row = table.rows[indicator.row]
                #expect(table.columns[indicator.column].label == columns[4])
                if table.id != "disclosure" { #expect((row.groups + [row.label]).joined(separator: "/") == columns[3]) }
            }
        }
    }
}

enum TablePublished {
    static let names = ["汉水桥街道-2022.txt", "宿迁市-2023.txt", "宿迁市-2024.txt"]

    struct Truth: Decodable {
        let form: String
        let unit: String?
        let year: Int?
        let indicators: [String: String]
    }

    static func document(_ name: String) throws -> Document? {
        guard let bytes = Project.publishedReport(name) else { return nil }
        return try DocumentReader.read(bytes, outline: TableForms.form2021.outline).document
    }

    static func truth() throws -> [String: Truth] {
        guard let bytes = Project.publishedReport("truth.json") else { return [:] }
        return try JSONDecoder().decode([String: Truth].self, from: Data(bytes))
    }
}
