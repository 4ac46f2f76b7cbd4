import AuditModel
import DocumentModel

extension Examination {
    /// One finding for all labels of a section's tables that were known by likeness only.
    func labelsWorded() -> Tally {
        var tally = Tally()
        guard form.tables.indices.contains(where: hasTable) else { return tally }
        var sections: [[Int]] = []
        var labels: [[Int]: [(found: Evidence, expected: String)]] = [:]
        for remark in report.remarks where remark.kind == .boundByLikeness {
            let path = remark.place.locator.section
            let cell = cell(at: remark.place.locator)
            let quote = cell?.text.string ?? ""
            let evidence = Evidence(place: remark.place, quote: quote, label: EngineWording.place(remark.place.locator))
            if labels[path] == nil { sections.append(path) }
            labels[path, default: []].append((evidence, remark.detail))
        }
        for path in sections {
            guard let found = labels[path] else { continue }
            let shown = found.prefix(Self.shownLabels)
            tally.violated(
                Offence(
                    evidence: found.map(\.found),
                    values: [
                        .found: EngineWording.list(shown.map { EngineWording.quoted($0.found.quote) }),
                        .expected: EngineWording.list(shown.map { EngineWording.quoted($0.expected) }),
                    ], subject: "labels"))
        }
        if sections.isEmpty { tally.satisfied() }
        return tally
    }

    /// One finding for each row that stands before the one that the form has before it.
    func linesInOrder() -> Tally {
        var tally = Tally()
        for table in form.tables.indices where hasTable(table) {
            // By the columns of the form, the places of its figures from row to row.
            var columns: [Int: [(figure: Int, row: Int, table: Int)]] = [:]
            for (index, indicator) in form.indicators.enumerated() where indicator.table == table && !indicator.isSubstitute {
                guard let figure = report.figures[index], case .cell(let number, let row, _) = figure.place.locator.part else { continue }
                columns[indicator.column, default: []].append((index, row, number))
            }
            // All of them tell the same.
            guard let column = columns.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })?.value else { continue }
            let turned = zip(column, column.dropFirst()).filter { $0.table == $1.table && $0.row > $1.row }
            for (former, latter) in turned {
                tally.violated(
                    Offence(
                        evidence: [evidence(figure: latter.figure), evidence(figure: former.figure)],
                        values: [.found: form.indicators[latter.figure].label, .expected: form.indicators[former.figure].label],
                        subject: form.indicators[latter.figure].id))
            }
            if turned.isEmpty { tally.satisfied() }
        }
        return tally
    }

    /// How many labels a message names; all are in its evidence.
    private static let shownLabels = 3

    private func cell(at locator: Locator) -> Cell? {
        guard case .cell(let table, let row, let column) = locator.part else { return nil }
        let section = document.section(at: locator.section)
        return section?.tables.first { $0.number == table }?.cell(row: row, column: column)
    }

    /// The least number that does not come again by chance with others beside it.
    /// - Source: two digits
    private static let tellingNumber = Quantity(10)

    /// On another form than this year's tables are not compared: they count other things.
    func figuresRepeated(table id: String, minimum: Int) -> Tally {
        var tally = Tally()
        guard let previous, previous.figures.form.id == form.id, previousSlots.count == slots.count else { return tally }
        var equal: [Int] = []
        for (index, indicator) in form.indicators.enumerated() where form.tables[indicator.table].id == id {
            guard slots[index] == previousSlots[index] else {
                tally.satisfied()
                return tally
            }
            if slots[index].number?.isZero == false { equal.append(index) }
        }
        // Small numbers come again by themselves.
        let isTelling = equal.contains { slots[$0].number.map { $0 >= Self.tellingNumber } ?? false }
        guard equal.count >= minimum, isTelling, let first = equal.first else { return tally }
        let name = form.tables.first { $0.id == id }?.name ?? LocalizedText(verbatim: id)
        tally.violated(
            Offence(
                evidence: equal.prefix(ComputationText.fullLength).map { evidence(figure: $0) }
                    + [previousEvidence(figure: first)].compactMap { $0 },
                values: [.table: name, .length: LocalizedText(verbatim: String(equal.count))], subject: id))
        return tally
    }

    /// Statements that are bound to a figure of the pack's own.
    func multiples(of number: Quantity, figure: String) -> Tally {
        var tally = Tally()
        let statements = report.narrative.statements
        for index in statements.indices where statements[index].state == .bound && statements[index].figure == figure {
            let statement = statements[index]
            guard statement.firmness == .plain, !statement.value.isNegative else { continue }
            if Self.isMultiple(statement.value, of: number) {
                tally.satisfied()
            } else {
                tally.violated(
                    Offence(
                        evidence: [evidence(statement)],
                        values: [.value: LocalizedText(statement.value), .expected: LocalizedText(number), .figure: name(of: statement)],
                        subject: subject(of: statement)))
            }
        }
        return tally
    }

    private static func isMultiple(_ value: Quantity, of number: Quantity) -> Bool {
        guard value.isWhole, number.isWhole, !number.isZero else { return value.isZero }
        return value.significand % number.significand == 0
    }
}
