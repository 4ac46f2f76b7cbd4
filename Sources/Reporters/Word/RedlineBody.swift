import AuditModel
import DocumentDiff
import DocumentModel

/// Writes the text of a Word file with its tracked changes.
///
/// An inserted or deleted paragraph has its mark inserted or deleted as well, so that nothing is left of it. What was moved and edited is at its old
/// place moved away but for what was deleted of it, at its new place moved here but for what was inserted: no change stands within another, which
/// programs do not agree upon.
///
/// - Source: ISO/IEC 29500-1, 17.13.5.3 to 17.13.5.6 (ins, del), 17.13.5.21 to 17.13.5.26 (moves), 17.13.5.29 (pPrChange).
struct RedlineBody {
    /// How a run or a paragraph's mark is tracked.
    enum Change {
        case insertion, deletion, movedAway, movedHere

        var name: StaticString {
            switch self {
            case .insertion: "w:ins"
            case .deletion: "w:del"
            case .movedAway: "w:moveFrom"
            case .movedHere: "w:moveTo"
            }
        }
    }

    private let stamp: DiffWord.Stamp
    /// What the units are called that the texts are about.
    private let names: [String]
    /// Where the old and the new document's titles stand.
    private let titles: [Locator?]
    private var xml = WordMarkup()
    private var lastNumber = 0
    /// Changes by turns, since LibreOffice joins what was inserted at the end of a paragraph with a paragraph inserted behind it at the same time, and
    /// takes the mark between for inserted.
    private var hour = 0
    /// Whether a table stands before what comes next, with nothing that is sure to remain between.
    private var followsTable = false

    init(stamp: DiffWord.Stamp, names: [String], titles: [Locator?]) {
        self.names = names
        self.stamp = stamp
        self.titles = titles
    }

    /// The bytes of the part that holds the text.
    mutating func document(of merged: MergedDocument) -> [UInt8] {
        // Whether nothing that is sure to remain ends the text.
        var endsOpen = true
        xml.literal("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\n")
        for item in merged.items {
            switch item {
            case .line(let line):
                self.line(line)
                let remains = line.fate == .kept && !line.block.isRewritten(names)
                endsOpen = !remains
                if remains { followsTable = false }
            case .table(let table):
                guard table.columnCount > 0, !table.rows.isEmpty else { continue }
                // Two tables without a paragraph between them would be one.
                if followsTable { gap() }
                self.table(table)
                followsTable = true
                endsOpen = true
            }
        }
        // The mark of the last paragraph cannot be tracked.
        if endsOpen { gap() }
        xml.literal(WordParts.page)
        xml.literal("</w:body></w:document>")
        return xml.bytes
    }

    private mutating func gap() {
        xml.literal("<w:p><w:pPr><w:pStyle w:val=\"TableGap\"/></w:pPr></w:p>\n")
    }

    private mutating func line(_ line: MergedLine) {
        hour = 1 - hour
        switch line.fate {
        case .movedAway(let number), .movedHere(let number):
            let isAway = line.fate == .movedAway(number)
            let range = nextNumber()
            paragraph(
                line.block, style: style(isAway ? line.block.old : line.block.new, title: titles[isAway ? 0 : 1]), formerStyle: nil,
                mark: isAway ? .movedAway : .movedHere, kept: isAway ? .movedAway : .movedHere,
                range: (isAway ? "w:moveFromRangeStart" : "w:moveToRangeStart", number, range))
            xml.empty(isAway ? "w:moveFromRangeEnd" : "w:moveToRangeEnd", ["w:id": String(range)])
        case .kept where line.block.isRewritten(names):
            paragraph(line.block, style: style(line.block.old, title: titles[0]), formerStyle: nil, mark: .deletion, kept: .movedAway)
            hour = 1 - hour
            paragraph(line.block, style: style(line.block.new, title: titles[1]), formerStyle: nil, mark: .insertion, kept: .movedHere)
        case .kept:
            let style = self.style(line.block.new, title: titles[1])
            let former = self.style(line.block.old, title: titles[0])
            paragraph(line.block, style: style, formerStyle: former == style ? nil : former, mark: nil, kept: nil)
        case .inserted: paragraph(line.block, style: style(line.block.new, title: titles[1]), formerStyle: nil, mark: .insertion, kept: nil)
        case .deleted: paragraph(line.block, style: style(line.block.old, title: titles[0]), formerStyle: nil, mark: .deletion, kept: nil)
        }
        xml.literal("\n")
    }

    private func style(_ block: TextBlock?, title: Locator?) -> String {
        guard let block else { return "Normal" }
        if block.kind == .heading { return "Heading\(min(3, max(1, block.locator.section.count)))" }
        return title == block.locator ? "Title" : "Normal"
    }

    /// Writes a paragraph. Of one that is moved away nothing that was inserted is written, of one that is moved here nothing that was deleted.
    ///
    /// - Parameters:
    ///   - mark: how the paragraph's mark is tracked.
    ///   - kept: how the runs that are on both sides are tracked.
    private mutating func paragraph(
        _ block: BlockDelta?, style: String, formerStyle: String?, mark: Change?, kept: Change?,
        range: (name: StaticString, move: Int, number: Int)? = nil
    ) {
        xml.literal("<w:p><w:pPr>")
        xml.empty("w:pStyle", ["w:val": style])
        if let mark {
            xml.literal("<w:rPr>")
            xml.empty(mark.name, nextChange())
            xml.literal("</w:rPr>")
        }
        if let formerStyle {
            xml.element("w:pPrChange", nextChange()) { xml in
                xml.element("w:pPr") { $0.empty("w:pStyle", ["w:val": formerStyle]) }
            }
        }
        xml.literal("</w:pPr>")
        if let range {
            xml.empty(
                range.name,
                ["w:id": String(range.number), "w:author": stamp.author, "w:date": stamp.moment(hour: hour), "w:name": "move\(range.move)"])
        }
        for run in block?.displayRuns(names: names) ?? [] { self.run(run, kept: kept) }
        xml.literal("</w:p>")
    }

    private mutating func run(_ run: DisplayRun, kept: Change?) {
        switch run.operation {
        case .keep:
            guard let kept else { return Self.run(run.text, "w:t", &xml) }
            tracked(run.text, kept)
        case .insert: if kept != .movedAway { tracked(run.text, .insertion) }
        case .delete: if kept != .movedHere { tracked(run.text, .deletion) }
        }
    }

    private mutating func tracked(_ text: String, _ change: Change) {
        xml.element(change.name, nextChange()) { Self.run(text, change == .deletion ? "w:delText" : "w:t", &$0) }
    }

    /// Writes a run; its line feeds and tabs are elements of their own.
    private static func run(_ text: String, _ name: StaticString, _ xml: inout WordMarkup) {
        xml.literal("<w:r>")
        var piece = Substring()
        func flush() {
            if !piece.isEmpty { xml.element(name, ["xml:space": "preserve"]) { $0.text(piece) } }
        }
        var rest = text[...]
        while let end = rest.utf8.firstIndex(where: { $0 == 0x0A || $0 == 0x09 }) {
            piece = rest[..<end]
            flush()
            xml.literal(rest.utf8[end] == 0x0A ? "<w:br/>" : "<w:tab/>")
            rest = rest[rest.utf8.index(after: end)...]
        }
        piece = rest
        flush()
        xml.literal("</w:r>")
    }

    private mutating func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }

    private mutating func nextChange() -> WordMarkup.Attributes {
        ["w:id": String(nextNumber()), "w:author": stamp.author, "w:date": stamp.moment(hour: hour)]
    }

    // MARK: Tables

    private mutating func table(_ table: MergedTable) {
        let widths = ColumnWidths.widths(of: table, in: WordParts.textWidth)
        xml.literal(
            """
            <w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>\
            </w:tblPr><w:tblGrid>
            """)
        for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) }
        xml.literal("</w:tblGrid>\n")
        for row in table.rows { self.row(row, widths) }
        xml.literal("</w:tbl>\n")
    }

    private mutating func row(_ row: MergedTable.Row, _ widths: [Int]) {
        let change: Change? =
            switch row.fate {
            case .inserted: .insertion
            case .deleted: .deletion
            default: nil
            }
        xml.literal("<w:tr><w:trPr><w:cantSplit/>")
        if let change { xml.empty(change.name, nextChange()) }
        xml.literal("</w:trPr>")
        for cell in row.cells {
            xml.literal("<w:tc><w:tcPr>")
            let width = widths[(cell.column - 1)..<min(widths.count, cell.column - 1 + cell.columnSpan)].reduce(0, +)
            xml.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
            if cell.columnSpan > 1 { xml.empty("w:gridSpan", ["w:val": String(cell.columnSpan)]) }
            if cell.isContinued {
                xml.empty("w:vMerge")
            } else if cell.goesOn {
                xml.empty("w:vMerge", ["w:val": "restart"])
            }
            xml.literal("<w:vAlign w:val=\"center\"/></w:tcPr>")
            let isLong = (cell.block.map { max($0.oldText.utf8.count, $0.newText.utf8.count) } ?? 0) > Self.longCell
            paragraph(cell.block, style: isLong ? "CellText" : "CellFigure", formerStyle: nil, mark: change, kept: nil)
            xml.literal("</w:tc>")
        }
        xml.literal("</w:tr>\n")
    }

    /// Texts of more bytes (20 Chinese characters) begin at the left of their cells.
    private static let longCell = 60
}

extension BlockDelta {
    /// Whether nothing of it is shown as kept, so that two paragraphs read better than one.
    fileprivate func isRewritten(_ names: [String]) -> Bool {
        !oldText.isEmpty && !newText.isEmpty && displayRuns(names: names).allSatisfy { $0.operation != .keep }
    }
}
