import AuditModel
import DocumentModel
import Extraction
import TestSupport
import Testing

/// Tables that deviate from the form in ways drawn at random: whatever is bound has to be right, and what is legible has to be bound.
@Suite struct TableDeviationTests {
    static let binder = TableBinder(forms: TableForms.both)
    static let form = TableForms.form2021

    /// A grid as it is being deformed, and whether the form's cells can all still be told.
    private struct Draft {
        var rows: [[String?]]
        var isLegible = true
        var dropped: Set<String> = []
    }

    @Test("Deformed tables of applications bind rightly", arguments: 0..<150 as Range<UInt64>)
    func applications(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var draft = Draft(rows: TableGrids.applications(Self.form))
        if Bool.random(using: &generator) { shuffleColumns(&draft, labels: 3, headings: 2, using: &generator) }
        if Bool.random(using: &generator) { addColumn(&draft, labels: 3, headings: 2, using: &generator) }
        if Bool.random(using: &generator) { repeatGroups(&draft) }
        if Bool.random(using: &generator) { dropRows(&draft, headings: 2, using: &generator) }
        if Bool.random(using: &generator) { rewordLabels(&draft, using: &generator) }
        if Bool.random(using: &generator) { damageLabels(&draft, using: &generator) }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: tearRow(&draft, headings: 2, using: &generator)
        case 1: draft.rows = transposed(draft.rows)
        default: break
        }
        check(draft, table: 1, key: "applications", seed)
    }

    @Test("Deformed tables of challenges bind rightly", arguments: 0..<60 as Range<UInt64>)
    func challenges(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var draft = Draft(rows: TableGrids.challenges())
        if Bool.random(using: &generator) {
            for column in 0..<15 where column % 5 != 0 {
                draft.rows[0][column] = column < 5 ? "行政复议" : "行政诉讼"
                draft.rows[1][column] = column < 5 ? "" : column < 10 ? "未经复议直接起诉" : "复议后起诉"
            }
        }
        if Bool.random(using: &generator) { rewordLabels(&draft, using: &generator) }
        if Bool.random(using: &generator) { draft.rows.insert([] + Array(repeating: "", count: 15), at: 0) }
        if Bool.random(using: &generator) { draft.rows = transposed(draft.rows) }
        check(draft, table: 2, key: "challenges", seed)
    }

    private func check(_ draft: Draft, table: Int, key: String, _ seed: UInt64) {
        let binding = Self.binder.bind(TableGrids.document(key, draft.rows))
        let bound = TableGrids.bound(binding.figures)
        let expected = TableGrids.expected(binding.figures.form, tables: [table])
        for (id, quote) in bound where expected[id] != quote { Issue.record("seed \(seed): \(id) is \(quote), not \(expected[id] ?? "-")") }
        guard draft.isLegible else { return }
        let values = Set(draft.rows.flatMap { $0 }.compactMap { $0 })
        let missing = expected.filter { values.contains($0.value) && bound[$0.key] == nil }.keys.sorted()
        #expect(missing.isEmpty, "seed \(seed)")
    }

    // MARK: Deviations

    private func shuffleColumns(_ draft: inout Draft, labels: Int, headings: Int, using generator: inout SeededGenerator) {
        // A merged heading spreads over its columns first, so that each keeps it.
        for row in 0..<headings {
            for column in (labels + 2)..<(draft.rows[row].count - 1) where draft.rows[row][column] == "" && row == 0 {
                draft.rows[row][column] = TableForms.organizations
            }
        }
        var order = Array(labels..<draft.rows[0].count)
        order.shuffle(using: &generator)
        draft.rows = draft.rows.map { row in row.prefix(labels) + order.map { row[$0] } }
    }

    private func addColumn(_ draft: inout Draft, labels: Int, headings: Int, using generator: inout SeededGenerator) {
        let at = Int.random(in: labels...draft.rows[0].count, using: &generator)
        let name = ["小计", "备注", "同比增减", "单位"].randomElement(using: &generator) ?? ""
        for row in draft.rows.indices { draft.rows[row].insert(row == 1 ? name : row == 0 ? "" : "\(70000 + row)", at: at) }
        // Between the columns of a merged heading it stands below that; elsewhere an unnamed heading above would lend it its neighbour's.
        if at + 1 >= draft.rows[0].count || draft.rows[0][at + 1] != "" { draft.rows[0][at] = name }
    }

    private func repeatGroups(_ draft: inout Draft) {
        for column in 0..<2 {
            for row in 3..<draft.rows.count where draft.rows[row][column] == "" && draft.rows[row][2] != "" {
                draft.rows[row][column] = draft.rows[row - 1][column]
            }
        }
    }

    private func dropRows(_ draft: inout Draft, headings: Int, using generator: inout SeededGenerator) {
        // Only rows that no group label begins in: the label would be lost with the row.
        for row in draft.rows.indices.reversed() where row >= headings && draft.rows[row][0] == "" && draft.rows[row][1] == "" {
            if Int.random(in: 0..<4, using: &generator) == 0 { draft.rows.remove(at: row) }
        }
    }

    private func rewordLabels(_ draft: inout Draft, using generator: inout SeededGenerator) {
        for row in draft.rows.indices {
            for column in draft.rows[row].indices {
                guard let text = draft.rows[row][column], !text.isEmpty, Int(text) == nil else { continue }
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: draft.rows[row][column] = text.map(String.init).joined(separator: " ")
                case 1: draft.rows[row][column] = text.map(String.init).joined(separator: "\n")
                case 2: draft.rows[row][column] = text.replacing("（", with: "(").replacing("）", with: ")")
                case 3: draft.rows[row][column] = text.replacing(".", with: "．").replacing("、", with: "，")
                case 4: draft.rows[row][column] = "\u{3000}\(text)："
                default: break
                }
            }
        }
    }

    private func damageLabels(_ draft: inout Draft, using generator: inout SeededGenerator) {
        draft.isLegible = false
        for row in draft.rows.indices {
            for column in draft.rows[row].indices {
                guard let text = draft.rows[row][column], Int(text) == nil, text.count >= 6, Bool.random(using: &generator) else {
                    continue
                }
                var characters = Array(text)
                let at = Int.random(in: 2..<characters.count, using: &generator)
                if Bool.random(using: &generator) { characters.remove(at: at) } else { characters[at] = "囗" }
                draft.rows[row][column] = String(characters)
            }
        }
    }

    private func tearRow(_ draft: inout Draft, headings: Int, using generator: inout SeededGenerator) {
        draft.isLegible = false
        let row = Int.random(in: headings..<draft.rows.count, using: &generator)
        let column = Int.random(in: 3..<draft.rows[row].count, using: &generator)
        if Bool.random(using: &generator) { draft.rows[row].remove(at: column) } else { draft.rows[row].insert("9", at: column) }
    }

    private func transposed(_ rows: [[String?]]) -> [[String?]] {
        (0..<(rows.map(\.count).max() ?? 0)).map { column in rows.map { column < $0.count ? $0[column] : nil } }
    }
}
