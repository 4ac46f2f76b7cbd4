import TestSupport

extension Planting {
    /// The tables with the section that each stands in.
    private var tables: [(section: Int, block: Int, rows: [[FormTables.Place]])] {
        draft.sections.indices.flatMap { section in
            draft.sections[section].blocks.indices.compactMap { block in
                if case .table(let rows) = draft.sections[section].blocks[block] { (section, block, rows) } else { nil }
            }
        }
    }

    private var allCells: [String] { tables.flatMap { $0.rows.flatMap { $0.compactMap(\.indicator) } } }

    func isCount(_ id: String) -> Bool { !id.hasSuffix(".amount") && !id.hasSuffix("-change") }

    private func text(of id: String) -> String? {
        for table in tables {
            for row in table.rows {
                if let place = row.first(where: { $0.indicator == id }) { return place.text }
            }
        }
        return nil
    }

    private mutating func write(_ text: String, in id: String) {
        for table in tables {
            var rows = table.rows
            for row in rows.indices {
                for column in rows[row].indices where rows[row][column].indicator == id { rows[row][column].text = text }
            }
            draft.sections[table.section].blocks[table.block] = .table(rows)
        }
    }

    mutating func missingTable() -> Expectation? {
        guard let table = pick(tables) else { return nil }
        draft.sections[table.section].blocks.remove(at: table.block)
        if draft.sections[table.section].blocks.isEmpty {
            draft.sections[table.section].blocks = [.paragraph(DraftParagraph(pieces: [plain("有关数据见附表。")]))]
        }
        return Expectation(rules: ["TAB-01"], spot: .section(table.section + 1), note: "section \(table.section + 1) without its table")
    }

    mutating func missingRow() -> Expectation? {
        guard let table = pick(tables.filter { $0.section != 3 }) else { return nil }
        var rows = table.rows
        // A row that holds a label over several rows cannot go by itself.
        let open = rows.indices.filter { row in
            rows[row].contains { $0.indicator != nil } && rows[row].allSatisfy { $0.rows == 1 }
        }
        guard let row = pick(open) else { return nil }
        let label = rows[row].first { $0.indicator == nil }?.text ?? ""
        for above in 0..<row {
            for column in rows[above].indices where rows[above][column].rows > row - above { rows[above][column].rows -= 1 }
        }
        let gone = rows.remove(at: row)
        draft.sections[table.section].blocks[table.block] = .table(rows)
        let isAlone = table.section == 1 && gone.count == 2
        return Expectation(
            rules: ["TAB-02"], spot: .section(table.section + 1), note: "without row \(label)\(isAlone ? " (the only one)" : "")",
            keepsGrid: true)
    }

    mutating func missingColumn() -> Expectation? {
        guard let table = pick(tables.filter { $0.section != 1 || draft.figures.form == "2021" }) else { return nil }
        var rows = table.rows
        let note: String
        switch table.section {
        case 1:
            let column = number(1...3)
            note = rows[1].remove(at: column).text
            for row in rows.indices where row != 1 {
                if rows[row].count == 4 { rows[row].remove(at: column) } else { rows[row][rows[row].count - 1].columns -= 1 }
            }
        case 2:
            let column = number(1...5)
            rows[0][1].columns -= 1
            rows[1][1].columns -= 1
            note = rows[2].remove(at: column - 1).text
            for row in rows.indices { rows[row].removeAll { $0.indicator?.hasSuffix(".\(YearFigures.columns[column])") == true } }
        default:
            let column = number(0...3)
            rows[0][0].columns -= 1
            note = rows[1].remove(at: column).text
            rows[3].remove(at: column)
        }
        draft.sections[table.section].blocks[table.block] = .table(rows)
        return Expectation(rules: ["TAB-02"], spot: .section(table.section + 1), note: "without column \(note)", keepsGrid: true)
    }

    mutating func cell(_ texts: [String], _ rule: String, among isOpen: (String) -> Bool) -> Expectation? {
        guard let id = pick(allCells.filter(isOpen)), let new = pick(texts), let old = text(of: id) else { return nil }
        write(new, in: id)
        return Expectation(rules: [rule], spot: .cells([id]), note: "\(id): \(old) → “\(new)”", keepsGrid: true)
    }

    /// Another number than stands in a cell.
    private mutating func change(_ id: String) -> String? {
        guard let text = text(of: id), let old = Int(text), let new = Mutation.any(old, &random) else { return nil }
        write("\(new)", in: id)
        return "\(id): \(old) → \(new)"
    }

    mutating func rowSum() -> Expectation? {
        guard let row = pick(YearFigures.rows(draft.figures.form)) else { return nil }
        let ids = (YearFigures.columns + ["total"]).map { "applications.\(row).\($0)" }
        guard let id = pick(ids), let note = change(id) else { return nil }
        return Expectation(rules: ["TAB-05"], spot: .cells(Set(ids)), note: note)
    }

    mutating func columnSum() -> Expectation? {
        guard let column = pick(YearFigures.columns + ["total"]) else { return nil }
        let ids = (YearFigures.results(draft.figures.form) + ["total"]).map { "applications.result.\($0).\(column)" }
        guard let id = pick(ids), let note = change(id) else { return nil }
        return Expectation(rules: ["TAB-06"], spot: .cells(Set(ids)), note: note)
    }

    mutating func balance() -> Expectation? {
        guard let column = pick(YearFigures.columns + ["total"]) else { return nil }
        let ids = ["new", "carried-in", "result.total", "carried-over"].map { "applications.\($0).\(column)" }
        guard let id = pick(ids), let note = change(id) else { return nil }
        return Expectation(rules: ["TAB-07"], spot: .cells(Set(ids)), note: note)
    }

    mutating func challengeSum() -> Expectation? {
        guard let group = pick(YearFigures.groups) else { return nil }
        let ids = (YearFigures.outcomes + ["total"]).map { "challenges.\(group).\($0)" }
        guard let id = pick(ids), let note = change(id) else { return nil }
        return Expectation(rules: ["TAB-08"], spot: .cells(Set(ids)), note: note)
    }
}
