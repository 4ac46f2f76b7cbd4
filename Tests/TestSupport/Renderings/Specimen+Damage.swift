extension Specimen {
    /// What can happen to one figure on the way.
    package enum Damage: CaseIterable, Sendable {
        /// It was lost.
        case removed
        /// A blank came between its digits, or a second figure behind it.
        case split
        /// Its last digit was lost or, if it had only one, doubled.
        case altered
    }

    /// The specimen with one figure damaged, and which one; the figure is chosen by the seed.
    package func damaged(_ damage: Damage, seed: UInt64) -> (specimen: Specimen, table: Int, row: Int, column: Int) {
        var generator = SeededGenerator(seed: seed)
        var places: [(block: Int, row: Int, cell: Int)] = []
        for (number, block) in blocks.enumerated() {
            guard case .table(let rows) = block else { continue }
            for (row, cells) in rows.enumerated() {
                for (cell, item) in cells.enumerated() where !item.isLabel { places.append((number, row, cell)) }
            }
        }
        guard let place = places.randomElement(using: &generator), case .table(var rows) = blocks[place.block] else {
            return (self, 0, 0, 0)
        }
        let cell = rows[place.row][place.cell]
        let text =
            switch damage {
            case .removed: ""
            case .split: cell.text.count > 1 ? cell.text.prefix(1) + " " + cell.text.dropFirst() : cell.text + " " + cell.text
            case .altered: cell.text.count > 1 ? String(cell.text.dropLast()) : cell.text + cell.text
            }
        rows[place.row][place.cell] = Cell(String(text), rows: cell.rowSpan, columns: cell.columnSpan, isLabel: false)
        var blocks = blocks
        blocks[place.block] = .table(rows)
        let specimen = Specimen(
            form: form, unit: unit, year: year, title: title, blocks: blocks, values: values, published: published)
        return (specimen, place.block, place.row, place.cell)
    }
}
