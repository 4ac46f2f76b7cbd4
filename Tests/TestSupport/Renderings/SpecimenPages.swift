/// A specimen as a program that keeps the look of pages gives it: lines of blanks and words, a form feed behind each page.
struct SpecimenPages {
    private(set) var text = ""
    private var lines: [String] = []
    private var page = 1
    /// Lines on a page, characters in a full line, whether blanks are counted by characters or by their width.
    private let height: Int
    private let width: Int
    private let countsCharacters: Bool
    private let indent: Int
    private let numbering: Int
    private var generator: SeededGenerator

    init(_ specimen: Specimen, _ source: inout SeededGenerator) {
        height = Int.random(in: 28...60, using: &source)
        width = Int.random(in: 22...40, using: &source)
        countsCharacters = Bool.random(using: &source)
        indent = Int.random(in: 2...4, using: &source)
        numbering = Int.random(in: 0...3, using: &source)
        generator = source
        for line in specimen.titleLines { write(String(repeating: " ", count: 8) + line) }
        write("")
        for block in specimen.blocks {
            switch block {
            case .heading(let ordinal, let title, _): write(String(repeating: " ", count: indent) + ordinal + title)
            case .paragraph(let paragraph): writeWrapped(paragraph)
            case .table(let rows):
                write("")
                for line in SpecimenTablePicture(SpecimenGrid(rows), countsCharacters: countsCharacters, &generator).lines { write(line) }
                write("")
            }
        }
        endPage()
        source = generator
    }

    private mutating func write(_ line: String) {
        lines.append(line)
        if lines.count == height { endPage() }
    }

    private mutating func endPage() {
        guard !lines.isEmpty else { return }
        text += lines.joined(separator: "\n") + "\n\n"
        let pad = String(repeating: " ", count: 20)
        switch numbering {
        case 0: text += pad + "- \(page) -\n"
        case 1: text += pad + "\(page)\n"
        case 2: text += pad + "第 \(page) 页\n"
        default: break
        }
        text += "\u{C}"
        page += 1
        lines = []
    }

    /// Digits and letters are not broken, marks do not begin a line.
    private mutating func writeWrapped(_ paragraph: String) {
        var line = String(repeating: " ", count: indent)
        var used = 4
        var units: [String] = []
        for character in paragraph {
            let isNarrow = character.isASCII && character != " "
            if isNarrow, let last = units.last?.last, last.isASCII, last != " " {
                units[units.count - 1].append(character)
            } else if "，。、；：）”》".contains(character), !units.isEmpty {
                units[units.count - 1].append(character)
            } else {
                units.append(String(character))
            }
        }
        for unit in units {
            let length = unit.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
            if used + length > 2 * width {
                write(unit == " " ? line + " " : line)
                line = ""
                used = 0
                if unit == " " { continue }
            }
            line += unit
            used += length
        }
        write(line)
    }
}

/// A table drawn with blanks: each cell in the middle of its places, broken within its width.
private struct SpecimenTablePicture {
    private(set) var lines: [String] = []

    private struct Word {
        let x: Int
        let text: String
    }

    init(_ grid: SpecimenGrid, countsCharacters: Bool, _ generator: inout SeededGenerator) {
        let figureWidth = Int.random(in: 3...5, using: &generator)
        let labelWidths = [
            Int.random(in: 2...5, using: &generator), Int.random(in: 3...7, using: &generator), Int.random(in: 9...20, using: &generator),
        ]
        let labels = grid.columnCount == 10 ? 3 : grid.columnCount == 15 ? 0 : 1
        // Characters of a column; between columns stand two blanks at least.
        let widths = (0..<grid.columnCount).map { column in
            labels == 3 && column < 3 ? labelWidths[column] : labels == 1 ? 14 : figureWidth
        }
        var starts = [0]
        for width in widths { starts.append(starts[starts.count - 1] + width + 2) }

        func pieces(_ cell: SpecimenGrid.Cell) -> [String] {
            let room = max(1, starts[min(cell.column + cell.columns, grid.columnCount)] - starts[cell.column] - 2)
            guard cell.isLabel else { return [cell.text] }
            var lines: [String] = []
            for character in cell.text {
                // No line begins with a closing mark.
                if let last = lines.last, last.count < room || "）”、。，".contains(character) {
                    lines[lines.count - 1].append(character)
                } else {
                    lines.append(String(character))
                }
            }
            return lines
        }
        // The height of each row is that of the highest cell that is its own.
        var heights = grid.rows.map { _ in 1 }
        for row in grid.rows.indices {
            for cell in grid.rows[row].compactMap({ $0 }) where cell.rows == 1 { heights[row] = max(heights[row], pieces(cell).count) }
        }
        for row in grid.rows.indices {
            for cell in grid.rows[row].compactMap({ $0 }) where cell.rows > 1 {
                let last = min(row + cell.rows, heights.count) - 1
                let sum = heights[row...last].reduce(0, +)
                if pieces(cell).count > sum { heights[last] += pieces(cell).count - sum }
            }
        }
        var tops = [0]
        for height in heights { tops.append(tops[tops.count - 1] + height) }
        var words: [[Word]] = Array(repeating: [], count: tops[tops.count - 1])
        for row in grid.rows.indices {
            for cell in grid.rows[row].compactMap({ $0 }) {
                let texts = pieces(cell)
                let bottom = tops[min(row + cell.rows, heights.count)]
                let first = tops[row] + (bottom - tops[row] - texts.count) / 2
                let left = starts[cell.column]
                let right = starts[min(cell.column + cell.columns, grid.columnCount)] - 2
                for (offset, text) in texts.enumerated() {
                    words[first + offset].append(Word(x: left + max(0, (right - left - text.count) / 2), text: text))
                }
            }
        }
        lines = words.map { words in
            var line = ""
            var at = 0
            for word in words.sorted(by: { $0.x < $1.x }) {
                let target = countsCharacters ? word.x : 2 * word.x
                let blanks = max(line.isEmpty ? 0 : 1, target - at)
                line += String(repeating: " ", count: blanks) + word.text
                at += blanks + word.text.reduce(0) { $0 + (countsCharacters || $1.isASCII ? 1 : 2) }
            }
            return line
        }
    }
}
