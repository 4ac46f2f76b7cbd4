import AuditModel
import DocumentDiff
import DocumentModel

extension ComparisonPage {
    /// Writes what changed, or the old place of what was moved.
    func entry(_ entry: ComparisonOutline.Entry, _ html: inout HTMLWriter) {
        switch entry.content {
        case .line(let line):
            if case .movedAway(let move) = line.fate { stub(line, move, &html) } else { row(line, entry, &html) }
        case .table(let table): self.table(table, entry, &html)
        }
    }

    private func row(_ line: MergedLine, _ entry: ComparisonOutline.Entry, _ html: inout HTMLWriter) {
        let block = line.block
        let head = block.kind == .heading ? " head" : ""
        html.element("div", [.class("row change \(Self.style(of: entry.change?.kinds ?? []))\(head)")] + target(entry)) { html in
            label(entry, &html) { html in
                if let relation = outline.relation(of: block) { html.text(" · " + relation[language]) }
                if block.state == .moved, let old = block.old {
                    html.text(" · " + ComparisonWording.movedFrom(PlaceWording.name(of: old.locator))[language])
                }
            }
            side(block, .old, &html)
            side(block, .new, &html)
        }
    }

    /// The anchor of a change, to which the keys lead.
    private func target(_ entry: ComparisonOutline.Entry) -> [HTMLWriter.Attribute?] {
        guard let change = entry.change else { return [] }
        return [.id(anchor(change.number)), .init("tabindex", "-1")]
    }

    /// Says what a change is and where.
    private func label(_ entry: ComparisonOutline.Entry, _ html: inout HTMLWriter, _ more: (inout HTMLWriter) -> Void = { _ in }) {
        html.element("p", [.class("what")]) { html in
            if let change = entry.change {
                html.element("a", [.href(anchor(change.number))], text: String(change.number))
                for kind in change.kinds { html.element("span", [.class("tag")], text: ComparisonWording.kind(kind)[language]) }
            }
            html.text(" " + place(of: entry))
            more(&html)
        }
    }

    private enum Side {
        case old, new
    }

    /// Writes a side of a row. The new one holds the deletions as well, for the view in one column.
    private func side(_ block: BlockDelta, _ side: Side, _ html: inout HTMLWriter) {
        let isMissing = side == .old ? block.old == nil : block.new == nil
        let name = side == .old ? "old" : "new"
        let anchor = side == .old ? block.old.flatMap { oldAnchor($0.locator) } : nil
        let runs = block.displayRuns(names: outline.names)
        // A side that has nothing in common with the other is easier to read without lines through and under all of it.
        let style = isMissing ? name + " none" : runs.contains { $0.operation == .keep } ? name : name + " whole"
        html.element("div", [.class(style), anchor.map { .id($0) }]) { html in
            for run in runs where side == .new || run.operation != .insert { Self.write(run, language, &html) }
        }
    }

    /// Writes a run; its change says what it is.
    static func write(_ run: DisplayRun, _ language: Language, _ html: inout HTMLWriter) {
        let title = run.kind.map { HTMLWriter.Attribute.title(ComparisonWording.kind($0)[language]) }
        switch run.operation {
        case .keep: html.text(run.text)
        case .insert: html.element("ins", [title], text: run.text)
        case .delete: html.element("del", [title], text: run.text)
        }
    }

    /// What stands at the old place of a line that was moved: where it went.
    private func stub(_ line: MergedLine, _ move: Int, _ html: inout HTMLWriter) {
        html.element("div", [.class("row stub")]) { html in
            html.element("p", [.class("what")]) { html in
                let place = line.block.new.map { PlaceWording.name(of: $0.locator) } ?? PlaceWording.name(of: .document)
                html.element(
                    "a", [.href(anchor(outline.changeByMove[move] ?? 1))], text: ComparisonWording.movedTo(place)[language])
            }
            html.element("div", [.class("old")], text: Self.shortened(line.block.oldText))
            html.element("div", [.class("new none")]) { _ in }
        }
    }

    // MARK: Tables

    private func table(_ table: MergedTable, _ entry: ComparisonOutline.Entry, _ html: inout HTMLWriter) {
        let kinds = entry.change?.kinds ?? []
        let isOpen = !(leavesFigures && kinds == [.number])
        html.element(
            "details",
            [.class("change \(Self.style(of: kinds))"), isOpen ? .init("open", "") : nil] + target(entry)
        ) { html in
            html.element("summary") { html in
                if let change = entry.change { html.text(String(change.number)) }
                for kind in kinds { html.element("span", [.class("tag")], text: ComparisonWording.kind(kind)[language]) }
                html.text(" \(place(of: entry)) · \(ComparisonWording.changedCells(table.changedCells(names: outline.names))[language])")
                if !isOpen { html.text(ComparisonWording.seeIndicators[language]) }
            }
            grid(table, &html)
        }
    }

    private func grid(_ table: MergedTable, _ html: inout HTMLWriter) {
        html.element("div", [.class("scroll")]) { html in
            html.element("table", [.class("merged")]) { html in
                for (index, row) in table.rows.enumerated() {
                    html.element("tr") { html in
                        for cell in row.cells where !cell.isContinued {
                            self.cell(cell, rowSpan: table.rowSpan(of: cell, from: index), &html)
                        }
                    }
                    html.lineFeed()
                }
            }
        }
    }

    private func cell(_ cell: MergedTable.Cell, rowSpan: Int, _ html: inout HTMLWriter) {
        let anchor = cell.block?.old.flatMap { oldAnchor($0.locator) }
        html.element(
            "td",
            [
                anchor.map { .id($0) }, cell.columnSpan > 1 ? .init("colspan", String(cell.columnSpan)) : nil,
                rowSpan > 1 ? .init("rowspan", String(rowSpan)) : nil,
            ]
        ) { html in
            for run in cell.block?.displayRuns(names: outline.names) ?? [] { Self.write(run, language, &html) }
        }
    }

    // MARK: What did not change

    func unchanged(_ run: ArraySlice<ComparisonOutline.Entry>, _ html: inout HTMLWriter) {
        html.element("details", [.class("same")]) { html in
            html.element("summary", text: summary(of: run))
            for entry in run {
                switch entry.content {
                case .line(let line):
                    html.element(
                        "p",
                        [
                            line.block.old.flatMap { oldAnchor($0.locator) }.map { .id($0) },
                            line.block.kind == .heading ? .class("head") : nil,
                        ],
                        text: line.block.newText)
                case .table(let table): grid(table, &html)
                }
            }
        }
    }

    private func summary(of run: ArraySlice<ComparisonOutline.Entry>) -> String {
        var lines = 0
        var cells = 0
        for entry in run {
            switch entry.content {
            case .line: lines += 1
            case .table(let table): cells += table.rows.reduce(0) { $0 + $1.cells.count { $0.block != nil } }
            }
        }
        var parts: [String] = []
        if lines > 0 { parts.append(ComparisonWording.unchanged(lines)[language]) }
        if cells > 0 { parts.append(ComparisonWording.unchangedCells(cells)[language]) }
        return parts.joined(separator: " · ")
    }
}

extension MergedTable {
    /// How many rows a cell covers as both tables are shown in one: down to where another begins.
    fileprivate func rowSpan(of cell: Cell, from row: Int) -> Int {
        var last = row
        for index in rows.indices.dropFirst(row + 1) {
            guard let below = rows[index].cells.first(where: { $0.column == cell.column }), below.isContinued else { break }
            last = index
        }
        return last - row + 1
    }
}
