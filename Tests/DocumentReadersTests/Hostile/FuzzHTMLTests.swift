import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Pages that were damaged at random: whatever comes in, nothing crashes, grids are sound, and every place is true.
@Suite struct FuzzHTMLTests {
    /// Pieces that have a meaning for the reader.
    static let pieces = [
        "<", ">", "\"", "'", "&", "&#", "&nbsp;", "&#x4e00;", "<p>", "</p>", "<td>", "</td>", "<tr>", "</tr>", "<table>", "</table>",
        "<br>", "<!--", "-->",
        "<![if !x]>", "<span>", "</span>", "<b", "<div class=nav>", "</div>", "<pre>", "<li>", "<ol>", "</ol>", "<h2>", "<a href=x>",
        "</a>", "<script>", "</script>",
        "<style>", "<del>", "colspan=9 ", "rowspan=0 ", "一、总体情况", "\n", "\r\n", "\t", "|", "　", "\u{A0}", "\u{1}", "𠮷", "e\u{301}",
        "<body>", "</html>", "<?a", "</",
        "<title>", "<meta name=pubdate content=1>", "<img>", "<input>", "<x:y>", "</nothing>", "<th colspan=100000>", "<thead>", "<tfoot>",
        "<caption>",
    ]

    private func damaged(_ page: String, _ random: inout SeededGenerator) -> String {
        var scalars = Array(page.unicodeScalars)
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let place = Int.random(in: 0...scalars.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1: scalars.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars, at: place)
            case 2: scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 1...4, using: &random)))
            case 3: scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 1...400, using: &random)))
            default:
                let end = min(scalars.count, place + Int.random(in: 1...400, using: &random))
                scalars.insert(contentsOf: scalars[place..<end], at: Int.random(in: 0...scalars.count, using: &random))
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The first thing wrong with a table's grid.
    private func fault(of table: Table) -> String? {
        var covering = [Int?](repeating: nil, count: table.rowCount * table.columnCount)
        var previous = (0, 0)
        for (index, cell) in table.cells.enumerated() {
            guard (cell.row, cell.column) > previous else { return "cells out of order at \(index)" }
            previous = (cell.row, cell.column)
            guard cell.row + cell.rowSpan - 1 <= table.rowCount, cell.column + cell.columnSpan - 1 <= table.columnCount else {
                return "cell \(index) reaches out"
            }
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    let place = (row - 1) * table.columnCount + column - 1
                    if let other = covering[place] { return "cells \(other) and \(index) overlap" }
                    covering[place] = index
                }
            }
        }
        return covering == table.slots ? nil : "slots differ"
    }

    @Test("Damaged pages are read with true places and sound tables", arguments: SpecimenHTML.Dialect.allCases, 0..<4)
    func damagedPages(_ dialect: SpecimenHTML.Dialect, _ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 77)
        let whole = SpecimenHTML.page(of: Specimen(form2021: UInt64(seed)), dialect, seed: UInt64(seed))
        for round in 0..<10 {
            let page = damaged(whole, &random)
            let note: Comment = "\(dialect), seed \(seed), round \(round)"
            guard let document = try? DocumentReader.read(Array(page.utf8), outline: HTMLSupport.outline).document else { continue }
            if let misplaced = HTMLSupport.firstMisplaced(document, in: page) {
                Issue.record("\(dialect), seed \(seed), round \(round): \(misplaced)")
            }
            #expect(Support.tables(document).compactMap(fault) == [], note)
            #expect(document.sections.first?.path == [0], note)
            #expect(Set(document.allSections.map(\.path)).count == document.allSections.count, note)
        }
    }

    @Test("Without an outline a damaged page loses no visible character", arguments: 0..<10)
    func nothingLost(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) &+ 99)
        let specimen = Specimen(form2021: UInt64(seed))
        let page = SpecimenHTML.page(of: specimen, .semantic, seed: UInt64(seed))
        // Whole elements around and within the text change its look, not its words.
        var broken = page
        for piece in ["<b>", "</b>", "<span>", "</div>", "</font>", "<center>", "</i>", "<font size=2>"] {
            let ends = broken.ranges(of: "<p>").map(\.lowerBound)
            if let place = ends.randomElement(using: &random) { broken.insert(contentsOf: piece, at: place) }
        }
        func ink(_ page: String) throws -> String {
            let document = try DocumentReader.read(Array(page.utf8), outline: .none).document
            return Support.texts(document).map(\.1.string).joined().filter { !$0.isWhitespace }
        }
        #expect(try ink(broken) == ink(page))
    }

    @Test("Damaged bytes are read or refused, the same way each time", arguments: 0..<6)
    func damagedBytes(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 1000)
        let dialect = SpecimenHTML.Dialect.allCases.randomElement(using: &random) ?? .word
        let page = Array(SpecimenHTML.page(of: Specimen(form2021: 1), dialect, seed: 1).utf8)
        for _ in 0..<20 {
            var bytes = Bool.random(using: &random) ? Array(page.prefix(Int.random(in: 0...page.count, using: &random))) : page
            for _ in 0..<Int.random(in: 0...40, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 1...255, using: &random)
            }
            let first = Result { try DocumentReader.read(bytes, outline: HTMLSupport.outline) }
            let second = Result { try DocumentReader.read(bytes, outline: HTMLSupport.outline) }
            switch (first, second) {
            case (.success(let first), .success(let second)): #expect(first == second, "seed \(seed)")
            case (.failure(let first), .failure(let second)): #expect("\(first)" == "\(second)", "seed \(seed)")
            default: Issue.record("seed \(seed): the same bytes were read once and refused once")
            }
        }
    }
}
