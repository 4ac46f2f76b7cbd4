import DocumentModel

/// Where places stand in the order of the document as it is, which need not be the order of its section numbers.
struct DocumentOrder {
    /// Blocks by their names, numbered in the order in which they stand.
    private var ranks: [Locator: Int] = [:]

    init(_ document: Document) {
        // The document itself comes before all that stands in it.
        ranks[.document] = 0
        for section in document.allSections {
            note(section.locator)
            for block in section.blocks {
                switch block {
                case .paragraph(let paragraph): note(section.locator(of: paragraph))
                case .table(let table): note(section.locator(of: table))
                }
            }
        }
    }

    private mutating func note(_ locator: Locator) {
        // Of two sections of one number the first one gives its name to both.
        if ranks[locator] == nil { ranks[locator] = ranks.count }
    }

    /// A key that sorts places: by block, then by row and column or by position. A block that is not known stands where its section begins; an
    /// unknown section stands first.
    func key(of place: Place) -> [Int] {
        let locator = place.locator
        let section = ranks[Locator(section: locator.section)] ?? -1
        switch locator.part {
        case .cell(let table, let row, let column):
            return [ranks[Locator(section: locator.section, part: .table(table))] ?? section, row, column]
        case .section, .paragraph, .table:
            return [ranks[locator] ?? section, place.position.line ?? 0, place.position.column ?? 0]
        }
    }
}
