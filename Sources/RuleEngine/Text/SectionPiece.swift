import DocumentModel

/// One block of a section, its subsections included.
struct SectionPiece {
    enum Kind {
        /// The heading of a subsection.
        case heading
        case paragraph
        case cell
    }

    let kind: Kind
    let text: BlockText
    let locator: Locator

    var place: Place { Place(locator, text.start) }
}

extension Section {
    /// Paragraphs and the headings of subsections in document order.
    var pieces: [SectionPiece] {
        var pieces: [SectionPiece] = []
        appendPieces(to: &pieces, withCells: false)
        return pieces
    }

    /// As `pieces`, with the cells of tables: many more.
    var piecesWithCells: [SectionPiece] {
        var pieces: [SectionPiece] = []
        appendPieces(to: &pieces, withCells: true)
        return pieces
    }

    /// Adds them to others; see `pieces`.
    func appendPieces(to pieces: inout [SectionPiece], withCells: Bool) {
        // By index: to walk through blocks themselves would copy each.
        for index in blocks.indices {
            switch blocks[index] {
            case .paragraph(let paragraph):
                pieces.append(SectionPiece(kind: .paragraph, text: paragraph.text, locator: locator(of: paragraph)))
            case .table(let table) where withCells:
                for cell in table.cells { pieces.append(SectionPiece(kind: .cell, text: cell.text, locator: locator(of: cell, in: table))) }
            case .table: break
            }
        }
        for subsection in subsections {
            if let heading = subsection.heading {
                pieces.append(SectionPiece(kind: .heading, text: heading.text, locator: subsection.locator))
            }
            subsection.appendPieces(to: &pieces, withCells: withCells)
        }
    }

    /// True when a table stands in the section or below.
    var holdsTable: Bool {
        blocks.contains { if case .table = $0 { true } else { false } } || subsections.contains(where: \.holdsTable)
    }
}
