import AuditModel
import DocumentModel
import Extraction
import RuleLanguage
import TestSupport
import Testing

/// Tables of specimens on both forms, whole and deformed at random: whatever is bound has to be right, and what is legible has to be bound or said.
@Suite struct SpecimenBindingTests {
    private static let binder = Result { TableBinder(forms: try RulePackLoader.load(Project.rules).forms) }
    private static let keys = ["disclosure", "applications", "challenges"]

    static func specimen(_ form: String, _ seed: UInt64) -> Specimen {
        form == "2019" ? Specimen(form2019: seed) : Specimen(form2021: seed)
    }

    /// The specimen's three tables as grids.
    static func grids(_ form: Form, _ seed: UInt64) -> [GridDraft] {
        let tables = specimen(form.id, seed).blocks.compactMap { block -> [[Specimen.Cell]]? in
            if case .table(let rows) = block { rows } else { nil }
        }
        return tables.enumerated().map { index, rows in
            let ids = form.indicators.filter { $0.table == index && !$0.isSubstitute }.map(\.id)
            return GridDraft(rows, ids: ids, start: 1000 + index * 1000)
        }
    }

    static func form(_ id: String) throws -> Form { try #require(try RulePackLoader.load(Project.rules).forms.first { $0.id == id }) }

    static func document(_ tables: [(key: String, tables: [Table])]) -> Document {
        Document(
            sections: [Section(path: [0])]
                + tables.enumerated().map { index, item in
                    Section(path: [index + 2], key: item.key, blocks: item.tables.map { .table($0) })
                })
    }

    @Test("A specimen's figures are bound as they stand", arguments: ["2021", "2019"], 0..<8 as Range<UInt64>)
    func whole(_ id: String, _ seed: UInt64) throws {
        let form = try Self.form(id)
        let tables = Self.specimen(id, seed).blocks.compactMap { block -> [[Specimen.Cell]]? in
            if case .table(let rows) = block { rows } else { nil }
        }
        let sections = zip(Self.keys, tables).map { key, rows -> (String, [Table]) in
            var grid = GridDraft(rows, ids: Self.ids(rows, form, key), start: 0)
            var figures = rows.flatMap { $0 }.filter { !$0.isLabel }.map(\.text)[...]
            for index in grid.items.indices where !grid.items[index].isLabel { grid.items[index].text = figures.removeFirst() }
            return (key, [grid.table(number: 1)])
        }
        let binding = try Self.binder.get().bind(Self.document(sections))
        #expect(binding.figures.form.id == id)
        #expect(binding.remarks.isEmpty)
        #expect(TableGrids.differences(binding.figures, Self.specimen(id, seed).values).isEmpty)
    }

    private static func ids(_ rows: [[Specimen.Cell]], _ form: Form, _ key: String) -> [String] {
        form.indicators.filter { form.tables[$0.table].id == key && !$0.isSubstitute }.map(\.id)
    }

    @Test("Deformed tables bind rightly or not at all", arguments: ["2021", "2019"], 0..<30 as Range<UInt64>)
    func deformed(_ id: String, _ seed: UInt64) throws {
        let form = try Self.form(id)
        var generator = SeededGenerator(seed: seed)
        var deformer = GridDeformer(&generator)
        var expected: [String: String] = [:]
        var illegible: Set<String> = []
        var sections: [(String, [Table])] = []
        for (key, grid) in zip(Self.keys, Self.grids(form, seed)) {
            let parts = deformer.deformed(grid, key: key)
            for part in parts { expected.merge(part.values) { $1 } }
            illegible.formUnion(deformer.illegible)
            sections.append((key, parts.enumerated().map { $1.table(number: $0 + 1) }))
        }
        let document = Self.document(sections)
        let binding = try Self.binder.get().bind(document, due: id)
        let bound = TableGrids.bound(binding.figures)
        let what = "form \(id), seed \(seed): \(deformer.log.joined(separator: "; "))"
        #expect(binding.figures.form.id == id, "\(what)")
        let wrong = bound.filter { expected[$0.key] != $0.value }.map { "\($0.key) is \($0.value), not \(expected[$0.key] ?? "-")" }
        if !wrong.isEmpty { Issue.record("\(wrong.count) wrong: \(wrong.sorted().prefix(3).joined(separator: ", ")); \(what)") }
        let missing = expected.keys.filter { bound[$0] == nil }.sorted()
        let isSaid = binding.remarks.contains { $0.place.locator.section == [2] }
        if !missing.isEmpty, !isSaid || !missing.allSatisfy(illegible.contains) {
            Issue.record("\(missing.count) missing: \(missing.prefix(3).joined(separator: ", ")); \(what)")
        }
        // Every place leads back to the characters.
        for figure in binding.figures.values {
            guard let figure, case .cell(let number, let row, let column) = figure.place.locator.part else { continue }
            let section = document.sections.first { $0.path == figure.place.locator.section }
            let cell = section?.tables.first { $0.number == number }?.cell(row: row, column: column)
            #expect(cell?.text.string == figure.quote && cell?.text.start == figure.place.position)
        }
    }
}
