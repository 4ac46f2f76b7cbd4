import AuditModel
import DocumentModel

/// What a section shows of a table of the form that no figure was bound to: labels that stand there in a shape that could not be read.
struct TableTraces {
    /// The ideographs of all that is no sentence, in document order.
    private var text = ""
    /// Those of the innermost label of each row that has a number.
    private var rows: Set<String> = []
    /// Those of each cell and of each line.
    private var labels: Set<String> = []

    /// How many numbers stand in cells and lines by themselves, less those that are figures.
    private var unreadNumbers: Int

    /// Nothing for a section that is not there. Linear in its text.
    ///
    /// - Parameter figures: those of the report.
    init(_ section: Section?, figures: Figures) {
        unreadNumbers = -figures.values.count { $0?.place.locator.section.first == section?.path.first && $0?.value.number != nil }
        for section in section?.withSubsections ?? [] {
            if let heading = section.heading { text += Self.ideographs(of: heading.text.string[...]) }
            for block in section.blocks {
                switch block {
                case .paragraph(let paragraph):
                    guard !paragraph.text.string.hasSuffix(Self.fullStop) else { continue }
                    text += Self.ideographs(of: paragraph.text.string[...])
                    labels.insert(Self.core(of: paragraph.text.string))
                    unreadNumbers += Self.numberCount(of: paragraph.text.string)
                case .table(let table): add(table)
                }
            }
        }
    }

    private mutating func add(_ table: Table) {
        var innermost: [String?] = Array(repeating: nil, count: table.rowCount + 1)
        var hasNumber = [Bool](repeating: false, count: table.rowCount + 1)
        for cell in table.cells where innermost.indices.contains(cell.row) {
            let label = Self.core(of: cell.text.string)
            text += Self.ideographs(of: cell.text.string[...])
            if label.isEmpty {
                if cell.text.string.utf8.contains(where: { 0x30...0x39 ~= $0 }) { hasNumber[cell.row] = true }
                unreadNumbers += Self.numberCount(of: cell.text.string)
            } else {
                innermost[cell.row] = label
                labels.insert(label)
            }
        }
        for (row, label) in innermost.enumerated() where hasNumber[row] {
            if let label { rows.insert(label) }
        }
    }

    /// Whether the label of a table's row stands there: one that is so short that it may stand anywhere only in a row with numbers, or where no other
    /// line of the table has the same.
    func hasRow(_ row: Int, of table: FormTable) -> Bool {
        let line = table.rows[row]
        return ([line.label] + line.variants).contains { label in
            let core = Self.core(of: label)
            if rows.contains(core) { return true }
            if unreadNumbers >= table.columns.count, labels.contains(core) || isScattered(core) { return true }
            guard labels.contains(core) else { return false }
            return core.unicodeScalars.count >= Self.telling || (table.rows + table.columns).count { Self.core(of: $0.label) == core } == 1
        }
    }

    /// Whether the label of a table's column stands there, and as many numbers that no figure took as are missing in it.
    func hasColumn(_ column: Int, of table: FormTable, missing count: Int) -> Bool {
        guard unreadNumbers >= count else { return false }
        let line = table.columns[column]
        return ([line.label] + line.variants).contains { labels.contains(Self.core(of: $0)) }
    }

    /// Whether a label stands there broken over lines, between which parts of others stand (没有现成信息需要另行 无法提 制作 供).
    private func isScattered(_ core: String) -> Bool {
        let sought = core.unicodeScalars
        guard sought.count >= Self.telling, let first = sought.first else { return false }
        let held = text.unicodeScalars
        return held.indices.contains { start in
            guard held[start] == first else { return false }
            var rest = sought[...]
            for scalar in held[start...].prefix(sought.count + min(Self.scatter, sought.count)) where scalar == rest.first {
                rest.removeFirst()
                if rest.isEmpty { return true }
            }
            return false
        }
    }

    /// Whether most labels of a table stand there, those apart that are so short that they may stand anywhere; or most of its numbers, which no row took.
    func hasMost(of table: FormTable) -> Bool {
        let figures = table.grid.reduce(0) { $0 + $1.count { $0 != nil } }
        if unreadNumbers * 4 >= figures * 3 { return true }
        let labels = Set((table.rows + table.columns).map { Self.core(of: $0.label) }.filter { $0.unicodeScalars.count >= Self.telling })
        let found = labels.count { ByteSearch.first($0, in: text) != nil }
        return !labels.isEmpty && found * 4 >= labels.count * 3
    }

    /// Characters of a label that stands in few places by chance.
    private static let telling = 4
    /// How many characters of other labels may stand within one that is broken.
    private static let scatter = 6
    private static let fullStop = "\u{3002}"

    /// A label's ideographs without its number and without what stands in brackets behind it.
    private static func core(of label: String) -> String {
        var rest = label[...]
        while let first = rest.unicodeScalars.first, !isIdeograph(first) {
            // A number in brackets.
            if isOpening(first), let end = rest.unicodeScalars.firstIndex(where: isClosing) {
                rest = rest[rest.unicodeScalars.index(after: end)...]
            } else {
                rest.unicodeScalars.removeFirst()
            }
        }
        if let mark = rest.unicodeScalars.prefix(3).firstIndex(where: { $0 == "\u{3001}" }) {
            rest = rest[rest.unicodeScalars.index(after: mark)...]
        }
        return ideographs(of: rest[..<(rest.unicodeScalars.firstIndex(where: isOpening) ?? rest.endIndex)])
    }

    private static func ideographs(of text: Substring) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where isIdeograph(scalar) { kept.append(scalar) }
        return String(kept)
    }

    /// How many numbers a text is made of; 0 where it is of anything else besides.
    private static func numberCount(of text: String) -> Int {
        var count = 0
        var isWithin = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x2E:
                if !isWithin { count += 1 }
                isWithin = true
            case 0x20: isWithin = false
            default: return 0
            }
        }
        return count
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { 0x4E00...0x9FFF ~= scalar.value }
    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "\u{FF08}" }
    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "\u{FF09}" }
}
