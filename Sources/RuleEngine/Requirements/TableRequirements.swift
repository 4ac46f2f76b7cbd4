import AuditModel
import DocumentModel

extension Examination {
    /// The finding stands at the first figure of the table that tells the form, else at the first of all, else at the report.
    func formDue() -> Tally {
        var tally = Tally()
        guard let year = report.identity.year else { return tally }
        let due = pack.form(dueIn: year)
        guard !form.isDue(in: year), form.id != due.id else {
            tally.satisfied()
            return tally
        }
        let figures = slots.indices.filter { !slots[$0].isAbsent }
        let first = figures.first { form.tables[form.indicators[$0].table].tellsForm } ?? figures.first
        let place = first.map { index in
            let table = form.tables[form.indicators[index].table]
            return Evidence(
                place: report.figures[index]?.place ?? reportPlace, quote: report.figures[index]?.quote ?? "", label: table.name)
        }
        tally.violated(
            Offence(evidence: [place ?? wholeReport], values: [.found: form.name, .expected: due.name], subject: "form"))
        return tally
    }

    func tablesPresent() -> Tally {
        var tally = Tally()
        for (number, table) in form.tables.enumerated() where table.isRequired {
            if hasTable(number) {
                tally.satisfied()
            } else if let remark = report.unread(in: document.section(table.section)) {
                tally.undetermined(unread(table, remark))
            } else if traces(of: table).hasMost(of: table) {
                tally.undetermined(unread(table.name, table.id, of: table))
            } else {
                tally.violated(
                    Offence(
                        evidence: [missingPart(of: table, label: table.name)], values: [.table: table.name], subject: table.id,
                        concerns: ids(table.grid.flatMap { $0 })))
            }
        }
        return tally
    }

    /// A table that may be a picture, or stand on a page without text.
    private func unread(_ table: FormTable, _ remark: Remark) -> Gap {
        let part = missingPart(of: table, label: table.name)
        let place = remark.place.locator == .document ? Place(part.place.locator, remark.place.position) : remark.place
        return Gap(
            evidence: [Evidence(place: place, quote: "", label: table.name)], reason: EngineWording.unread(remark.kind, table.name),
            subject: table.id)
    }

    private func traces(of table: FormTable) -> TableTraces { TableTraces(document.section(table.section), figures: report.figures) }

    /// What stands there in a shape that does not tell which figure is which.
    private func unread(_ name: LocalizedText, _ subject: String, of table: FormTable) -> Gap {
        Gap(evidence: [missingPart(of: table, label: name)], reason: EngineWording.shapeless(name), subject: subject)
    }

    func linesPresent() -> Tally {
        var tally = Tally()
        for (number, table) in form.tables.enumerated() where hasTable(number) {
            // A table that goes on over a page without text lacks what stands there.
            if let remark = report.unread(in: document.section(table.section)), remark.kind == .unreadablePage {
                tally.undetermined(unread(table, remark))
                continue
            }
            if isComplete(table) {
                tally.satisfied()
                continue
            }
            let missingRows = Set(table.rows.indices.filter { table.rows[$0].standsFor.isEmpty && isMissing(table.grid[$0]) })
            lazy var traces = self.traces(of: table)
            let substituted = reportSubstitutedRows(of: table, missing: missingRows, &tally)
            for row in table.rows.indices where table.rows[row].standsFor.isEmpty && !substituted.contains(row) {
                if missingRows.contains(row), traces.hasRow(row, of: table) {
                    tally.undetermined(unread(table.rows[row].name, "\(table.id).row.\(table.rows[row].id)", of: table))
                } else if missingRows.contains(row) {
                    tally.violated(missingLine(table.rows[row], .row, of: table, table.grid[row]))
                } else {
                    tally.satisfied()
                }
            }
            var missingColumns: Set<Int> = []
            for column in table.columns.indices {
                let rows = table.rows.indices.filter { table.rows[$0].standsFor.isEmpty && table.grid[$0][column] != nil }
                // Where all rows of a column are missing, it is they that are missing.
                guard rows.contains(where: { !missingRows.contains($0) }) else { continue }
                if isMissing(rows.map { table.grid[$0][column] }) {
                    missingColumns.insert(column)
                    if traces.hasColumn(column, of: table, missing: rows.count) {
                        tally.undetermined(unread(table.columns[column].name, "\(table.id).column.\(table.columns[column].id)", of: table))
                        continue
                    }
                    tally.violated(missingLine(table.columns[column], .column, of: table, table.grid.map { $0[column] }))
                } else {
                    tally.satisfied()
                }
            }
            // A column that is there for some rows only, as where rows stand side by side.
            for row in table.rows.indices where table.rows[row].standsFor.isEmpty && !missingRows.contains(row) {
                for column in table.columns.indices where !missingColumns.contains(column) {
                    guard let index = table.grid[row][column], slots[index].isAbsent else { continue }
                    if traces.hasColumn(column, of: table, missing: 1) {
                        tally.undetermined(unread(form.indicators[index].label, form.indicators[index].id.description, of: table))
                        continue
                    }
                    tally.violated(missingCell(form.indicators[index], of: table))
                }
            }
        }
        return tally
    }

    /// Whether the report has every cell of a table that has cells, those of rows that stand for others not counted.
    private func isComplete(_ table: FormTable) -> Bool {
        var count = 0
        for row in table.rows.indices where table.rows[row].standsFor.isEmpty {
            for index in table.grid[row] {
                guard let index else { continue }
                if slots[index].isAbsent { return false }
                count += 1
            }
        }
        return count > 0
    }

    /// True when the report has at least one cell of the form's table of that index.
    func hasTable(_ number: Int) -> Bool {
        form.tables[number].grid.contains { row in row.contains { $0.map { !slots[$0].isAbsent } ?? false } }
    }

    /// True for a line that the form has, and the report has nothing of.
    private func isMissing(_ line: [Int?]) -> Bool {
        let indices = line.compactMap { $0 }
        return !indices.isEmpty && indices.allSatisfy { slots[$0].isAbsent }
    }

    /// Where one row stands for several missing ones they make one finding, at that row. Returns the rows that are reported so.
    private func reportSubstitutedRows(of table: FormTable, missing: Set<Int>, _ tally: inout Tally) -> Set<Int> {
        var reported: Set<Int> = []
        for (number, row) in table.rows.enumerated() where !row.standsFor.isEmpty && !isMissing(table.grid[number]) {
            let replaced = table.rows.indices.filter { missing.contains($0) && row.standsFor.contains(table.rows[$0].id) }
            // The last cell is the total where there is one.
            guard !replaced.isEmpty, let cell = table.grid[number].last(where: { $0.map { !slots[$0].isAbsent } ?? false }) ?? nil else {
                continue
            }
            let names = EngineWording.list(replaced.map { table.rows[$0].name })
            tally.violated(
                Offence(
                    evidence: [evidence(figure: cell)],
                    values: [.table: table.name, .row: names, .column: LocalizedText(verbatim: ""), .indicator: names],
                    subject: "\(table.id).\(row.id)", concerns: replaced.flatMap { ids(table.grid[$0]) }))
            reported.formUnion(replaced)
        }
        return reported
    }

    private func ids(_ figures: [Int?]) -> [Indicator.ID] { figures.compactMap { $0.map { form.indicators[$0].id } } }

    private func missingLine(
        _ line: FormTable.Line, _ placeholder: Placeholder, of table: FormTable, _ figures: [Int?]
    ) -> Offence {
        var offence = Offence(
            evidence: [missingPart(of: table, label: line.name)],
            values: [
                .table: table.name, .row: LocalizedText(verbatim: ""), .column: LocalizedText(verbatim: ""), .indicator: line.name,
            ],
            subject: "\(table.id).\(placeholder.rawValue).\(line.id)", concerns: ids(figures))
        offence.values[placeholder] = line.name
        return offence
    }

    private func missingCell(_ indicator: Indicator, of table: FormTable) -> Offence {
        Offence(
            evidence: [missingPart(of: table, label: indicator.label)],
            values: [
                .table: table.name, .row: indicator.label, .column: LocalizedText(verbatim: ""), .indicator: indicator.label,
            ], subject: indicator.id, concerns: [indicator.id])
    }

    private func missingPart(of table: FormTable, label: LocalizedText) -> Evidence {
        Evidence(place: nearestPlace(section: table.section, in: report), quote: "", label: label)
    }
}
