/// Specimens as pages of HTML, in the dialects that reports are published in.
package struct SpecimenHTML {
    /// Who makes pages in which way.
    package enum Dialect: String, CaseIterable, Sendable {
        /// Headings as `h2`, table heads, nothing else on the page.
        case semantic
        /// A word processor's export: `MsoNormal`, spans within spans, `o:p`, conditional comments, sections.
        case word
        /// A site builder's page with navigation, path, side bar, share links and footer.
        case site
        /// The same with other names, the content between comments, head data in `meta` and in a table of labels.
        case portal
        /// Tables within tables lay the page out; no end tags where none are needed; capitals.
        case layoutTables
        /// All is `p`, headings are bold, tables stand in `div`.
        case boldParagraphs
        /// An editor's output: ordinals in spans of their own, numbers split over spans, `section`s within `section`s.
        case splitSpans
        /// Tables broken in two, as they are by pages.
        case brokenTables
        /// Lists with automatic numbers for headings of the second rank.
        case lists
        /// Tables drawn with bars in `pre`; merged cells come out blank.
        case preformatted
        /// No spans: what a merged cell covers is blank.
        case emptyCells

        /// Whether the grid comes back cell for cell; else merged cells are blanks.
        package var keepsSpans: Bool { self != .preformatted && self != .emptyCells }
    }

    let specimen: Specimen
    let dialect: Dialect
    var random: SeededGenerator

    /// The page, in one of the many ways of its dialect.
    package static func page(of specimen: Specimen, _ dialect: Dialect, seed: UInt64) -> String {
        var writer = SpecimenHTML(specimen: specimen, dialect: dialect, random: SeededGenerator(seed: seed))
        return writer.page()
    }

    private mutating func page() -> String {
        switch dialect {
        case .semantic: semantic()
        case .word: word()
        case .site: site(content: blocks())
        case .portal: portal(content: blocks())
        case .layoutTables: layoutTables()
        default: plain()
        }
    }

    // MARK: What dialects have in common

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    /// Text as markup: some characters as references, lines broken between Chinese characters now and then.
    mutating func escaped(_ text: String, breaks: Bool = true) -> String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if breaks, previous.value >= 0x4E00, scalar.value >= 0x4E00, scalar.value < 0xA000, chance(1) {
                result += pick(["\n", "\r\n", "\n    "])
            }
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "“" where chance(50): result += "&ldquo;"
            case "”" where chance(50): result += "&rdquo;"
            default:
                if scalar.value >= 0x4E00, chance(1) {
                    result += chance(50) ? "&#\(scalar.value);" : "&#x\(String(scalar.value, radix: 16));"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
            previous = scalar
        }
        return result
    }

    /// White space that has no meaning between blocks.
    mutating func gap() -> String { pick(["\n", "\n\n", "", "\n\t", "\r\n", "\n<!-- -->\n"]) }

    mutating func table(_ rows: [[Specimen.Cell]], _ attributes: String = "", cell wrap: (inout SpecimenHTML, String) -> String) -> String {
        var text = "<table\(attributes)>" + gap()
        let isSectioned = chance(50)
        if isSectioned { text += "<tbody>" + gap() }
        for row in rows { text += self.row(row, wrap) + gap() }
        return text + (isSectioned ? "</tbody>" : "") + "</table>" + gap()
    }

    mutating func row(_ row: [Specimen.Cell], _ wrap: (inout SpecimenHTML, String) -> String) -> String {
        var text = "<tr>"
        for cell in row {
            let name = dialect == .semantic && cell.isLabel ? "th" : "td"
            let quote = pick(["\"", "'", ""])
            text += "<\(name)" + (cell.columnSpan > 1 ? " colspan=\(quote)\(cell.columnSpan)\(quote)" : "")
            text += (cell.rowSpan > 1 ? " rowspan=\(quote)\(cell.rowSpan)\(quote)" : "") + ">"
            text += wrap(&self, cell.text) + (chance(90) ? "</\(name)>" : "") + pick(["", "\n", " "])
        }
        return text + "</tr>"
    }

    /// The title and all blocks in the dialect's own way.
    mutating func blocks() -> String {
        var text = titleLine()
        for block in specimen.blocks {
            switch block {
            case .heading(let ordinal, let title, let level): text += heading(ordinal, title, level)
            case .paragraph(let string): text += paragraph(string)
            case .table(let rows): text += tables(rows)
            }
            text += gap()
        }
        return text
    }

    private mutating func titleLine() -> String {
        switch dialect {
        case .site, .portal: ""
        case .semantic: "<h1>\(specimen.titleLines.map { escaped($0) }.joined(separator: "<br>"))</h1>"
        default: specimen.titleLines.map { "<p align=center><b>\(escaped($0))</b></p>" }.joined()
        }
    }

    mutating func heading(_ ordinal: String, _ title: String, _ level: Int) -> String {
        switch dialect {
        case .semantic: return "<h\(level + 1)>\(ordinal)\(escaped(title))</h\(level + 1)>"
        case .splitSpans:
            return
                "<section><p><span style=\"font-size:16px\"><strong><span>\(ordinal)</span></strong></span><strong>\(escaped(title))</strong></p></section>"
        case .lists where level == 2: return "<li>\(escaped(title))"
        case .boldParagraphs: return "<p><strong>\(ordinal)\(escaped(title))</strong></p>"
        default: return "<p>&nbsp;&nbsp;&nbsp; \(ordinal)\(escaped(title))</p>"
        }
    }

    mutating func paragraph(_ text: String) -> String {
        switch dialect {
        case .splitSpans:
            return "<section><p style=\"text-indent:2em\">\(split(text))</p></section>"
        case .boldParagraphs: return "<div>　　\(escaped(text))<br/></div>"
        case .semantic: return "<p>\n    \(escaped(text))\n  </p>"
        default: return "<p>　　\(escaped(text))</p>"
        }
    }

    /// Spans around single characters and digits, with blanks in their tags only.
    private mutating func split(_ text: String) -> String {
        var result = "<span>"
        for character in text {
            result += escaped(String(character))
            if chance(20) {
                result += pick(["</span><span style=\"color: rgb(0, 0, 0);\">", "<em></em>", "</span><span\n>", "<b><i></i></b>"])
            }
        }
        return result + "</span>"
    }

    mutating func tables(_ rows: [[Specimen.Cell]]) -> String {
        switch dialect {
        case .preformatted: return "<pre>\n" + Self.drawn(rows) + "</pre>"
        case .emptyCells:
            let grid = Self.grid(rows)
            return table(grid.map { $0.map { Specimen.Cell($0 ?? "") } }) { $0.escaped($1) }
        case .brokenTables: return broken(rows)
        case .splitSpans: return table(rows) { "<p><span>\($0.split($1))</span></p>" }
        case .boldParagraphs: return "<div class=\"table-wrap\">" + table(rows, " border=1") { "\n<p>\($0.escaped($1))</p>\n" } + "</div>"
        default: return table(rows, pick(["", " border=\"1\"", " width=100% cellspacing=0"])) { $0.escaped($1) }
        }
    }

    /// Breaks a table below a row at which no cell but labels goes on; those begin once more, blank.
    private mutating func broken(_ rows: [[Specimen.Cell]]) -> String {
        let plain: (inout SpecimenHTML, String) -> String = { $0.escaped($1) }
        guard rows.count > 20 else { return table(rows, cell: plain) }
        let cut = Int.random(in: 6..<(rows.count - 3), using: &random)
        var upper = Array(rows[..<cut])
        var lower = Array(rows[cut...])
        var open: [(column: Int, rest: Int, columns: Int)] = []
        let places = Self.places(rows)
        for (row, cells) in upper.enumerated() {
            for (index, cell) in cells.enumerated() where row + cell.rowSpan > cut {
                upper[row][index] = Specimen.Cell(cell.text, rows: cut - row, columns: cell.columnSpan)
                open.append((places[row][index], row + cell.rowSpan - cut, cell.columnSpan))
            }
        }
        for item in open.sorted(by: { $0.column > $1.column }) {
            lower[0].insert(Specimen.Cell("", rows: item.rest, columns: item.columns), at: 0)
        }
        return table(upper, cell: plain) + gap() + table(lower, cell: plain)
    }

    /// For each row the columns at which its cells begin, from 0.
    static func places(_ rows: [[Specimen.Cell]]) -> [[Int]] {
        var covered: [Int] = []
        return rows.enumerated().map { row, cells in
            var column = 0
            return cells.map { cell in
                while column < covered.count, covered[column] > row { column += 1 }
                defer { column += cell.columnSpan }
                while covered.count < column + cell.columnSpan { covered.append(0) }
                for place in column..<(column + cell.columnSpan) { covered[place] = row + cell.rowSpan }
                return column
            }
        }
    }

    /// All places of a table; nil for those that a merged cell covers besides its first.
    static func grid(_ rows: [[Specimen.Cell]]) -> [[String?]] {
        let places = places(rows)
        let width = zip(rows, places).map { cells, starts in zip(cells, starts).map { $0.columnSpan + $1 }.max() ?? 0 }.max() ?? 0
        var grid = [[String?]](repeating: [String?](repeating: nil, count: width), count: rows.count)
        for (row, cells) in rows.enumerated() {
            for (index, cell) in cells.enumerated() { grid[row][places[row][index]] = cell.text }
        }
        return grid
    }

    private static func drawn(_ rows: [[Specimen.Cell]]) -> String {
        grid(rows).map { "| " + $0.map { ($0 ?? "").replacing("<", with: "&lt;") }.joined(separator: " | ") + " |\n" }.joined()
    }
}
