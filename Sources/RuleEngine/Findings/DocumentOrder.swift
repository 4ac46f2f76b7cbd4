import DocumentModel

/// Where places stand in the order of the document as it is, which need not be the order of its section numbers.
struct DocumentOrder {
    /// The blocks that places were asked for, by their names, numbered in the order in which they stand.
    private var ranks: [Locator: Int] = [:]

    /// `places`: those whose keys will be asked for.
    init(_ document: Document, places: [Place]) {
        var wanted: [[Int]: Set<Locator.Part>] = [:]
        for place in places { wanted[place.locator.section, default: []].insert(Self.block(of: place.locator.part)) }
        // The document itself comes before all that stands in it.
        ranks[.document] = 0
        var count = 1
        for section in document.sections { note(section, wanted, &count) }
    }

    private mutating func note(_ section: Section, _ wanted: [[Int]: Set<Locator.Part>], _ count: inout Int) {
        if let parts = wanted[section.path] {
            note(section.locator, count)
            for index in section.blocks.indices {
                let part: Locator.Part =
                    switch section.blocks[index] {
                    case .paragraph(let paragraph): .paragraph(paragraph.number)
                    case .table(let table): .table(table.number)
                    }
                if parts.contains(part) { note(Locator(section: section.path, part: part), count + 1 + index) }
            }
        }
        count += 1 + section.blocks.count
        for subsection in section.subsections { note(subsection, wanted, &count) }
    }

    private mutating func note(_ locator: Locator, _ rank: Int) {
        // Of two sections of one number the first one gives its name to both.
        if ranks[locator] == nil { ranks[locator] = rank }
    }

    private static func block(of part: Locator.Part) -> Locator.Part {
        if case .cell(let table, _, _) = part { .table(table) } else { part }
    }

    /// A key that sorts places.
    typealias Key = (block: Int, line: Int, column: Int)

    /// By block, then by row and column or by position. A block that is not known stands where its section begins; an unknown section stands first.
    func key(of place: Place) -> Key {
        let locator = place.locator
        func rank(_ block: Locator) -> Int { ranks[block] ?? ranks[Locator(section: locator.section)] ?? -1 }
        switch locator.part {
        case .cell(let table, let row, let column):
            return (rank(Locator(section: locator.section, part: .table(table))), row, column)
        case .section, .paragraph, .table:
            return (rank(locator), place.position.line ?? 0, place.position.column ?? 0)
        }
    }
}
