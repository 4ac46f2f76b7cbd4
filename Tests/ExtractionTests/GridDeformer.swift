import TestSupport

/// Deforms tables in the ways in which offices do.
struct GridDeformer {
    private var generator: SeededGenerator
    /// What was done, for the message of a failing test.
    private(set) var log: [String] = []
    /// Identifiers of which a reader may not be able to tell the figures any more; then it has to say so.
    private(set) var illegible: Set<String> = []

    init(_ generator: inout SeededGenerator) { self.generator = SeededGenerator(seed: generator.next()) }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
    private mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &generator) }

    /// The table in one part or two.
    mutating func deformed(_ original: GridDraft, key: String) -> [GridDraft] {
        var grid = original
        let before = log.count
        if chance(3) { dropRow(&grid, key) }
        if key == "applications" {
            if chance(3) { addSubtotalColumn(&grid) }
            if chance(4) { addSubtotalRow(&grid) }
        }
        if key == "disclosure", chance(4) { addTotalRow(&grid) }
        if key == "disclosure", chance(6) { dropHeadings(&grid) }
        if chance(4) { addNotes(&grid) }
        if key != "challenges", chance(4) { addUnits(&grid, key) }
        if chance(2) { respell(&grid) }
        if chance(2) { datedHeadings(&grid) }
        if chance(3) {
            let repeats = chance(2)
            log.append("\(key): merged cells \(repeats ? "repeated" : "left blank")")
            grid.unmerge(repeats: repeats)
        }
        if key == "challenges" {
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                log.append("challenges: transposed")
                grid.transpose()
            case 1: grid = threeRows(grid)
            default: break
            }
            return [grid]
        }
        defer { if log.count == before { log.append("\(key): whole") } }
        return chance(3) ? split(grid, key) : [grid]
    }

    // MARK: Rows and columns

    private mutating func dropRow(_ grid: inout GridDraft, _ key: String) {
        guard key == "applications" else { return }
        // Not the first of a group, whose label goes with it.
        let rows = grid.places.indices.filter { row in
            !grid.isHeading(row) && row > 8 && row + 2 < grid.places.count
                && grid.places[row - 1].contains { item in
                    item.map { grid.places[row].contains($0) && $0 != grid.places[row].first } ?? false
                }
        }
        guard let row = pick(rows) else { return }
        log.append("\(key): row \(row + 1) dropped")
        grid.places.remove(at: row)
    }

    private mutating func addSubtotalColumn(_ grid: inout GridDraft) {
        let column = chance(2) ? 9 : 4
        log.append("applications: subtotals in column \(column + 1)")
        grid.insertColumn(at: column, heading: column == 9 ? [1, 2] : [2], pick(["小计", "合计"]) ?? "") { String(9000 + $0) }
        // Under the heading of the organizations.
        if let organizations = grid.items.firstIndex(where: { $0.text == "法人或其他组织" }) { grid.places[1][column] = organizations }
    }

    private mutating func addSubtotalRow(_ grid: inout GridDraft) {
        guard let label = grid.items.firstIndex(where: { $0.text == "（四）无法提供" }),
            let last = grid.places.lastIndex(where: { $0.contains(label) })
        else { return }
        log.append("applications: a subtotal below row \(last + 1)")
        var row: [Int?] = grid.places[last]
        let lastLabel = row.lastIndex { $0.map { grid.items[$0].isLabel } ?? false } ?? 0
        row[lastLabel] = grid.add("小计")
        for column in row.indices.dropFirst(lastLabel + 1) { row[column] = grid.add(String(8000 + column), isLabel: false) }
        grid.insertRow(at: last + 1, row)
    }

    private mutating func addTotalRow(_ grid: inout GridDraft) {
        guard let row = grid.places.firstIndex(where: { line in line.contains { $0.map { grid.items[$0].text == "行政强制" } ?? false } })
        else { return }
        log.append("disclosure: a total below row \(row + 1)")
        var items: [Int?] = [grid.add("合计")]
        var last: Int?
        for column in 1..<grid.width {
            let item = grid.places[row][column]
            if let before = last, item == grid.places[row][column - 1] {
                items.append(before)
            } else {
                last = grid.add(String(7000 + column), isLabel: false)
                items.append(last)
            }
        }
        grid.insertRow(at: row + 1, items)
    }

    /// Leaves out the rows that name parts of the law, and all headings but the first, or either.
    private mutating func dropHeadings(_ grid: inout GridDraft) {
        let way = Int.random(in: 0..<3, using: &generator)
        if way != 0 { illegible.formUnion(grid.values.keys) }
        log.append("disclosure: without headings of groups \(way)")
        var isFirst = true
        grid.places.removeAll { line in
            guard let first = line.first.flatMap({ $0 }) else { return false }
            if grid.items[first].text.hasPrefix("第二十条") { return way != 1 }
            guard grid.items[first].text == "信息内容" else { return false }
            defer { isFirst = false }
            return way != 0 && !isFirst
        }
    }

    private mutating func addNotes(_ grid: inout GridDraft) {
        let text = pick(["", "含所属单位", "无"]) ?? ""
        log.append("a column of notes (\(text))")
        let headings = grid.places.indices.filter { grid.isHeading($0) && grid.places[$0].count == grid.width }
        grid.insertColumn(at: grid.width, heading: Set(headings.prefix(2)), "备注") { _ in text }
    }

    private mutating func addUnits(_ grid: inout GridDraft, _ key: String) {
        log.append("\(key): a column of units")
        let column = key == "applications" ? 3 : 1
        grid.insertColumn(at: column, heading: key == "applications" ? [0, 1, 2] : [1], pick(["单位", "计量单位"]) ?? "") { _ in "件" }
    }

    // MARK: Labels

    private mutating func respell(_ grid: inout GridDraft) {
        var count = 0
        for index in grid.items.indices where grid.items[index].isLabel && chance(5) {
            let text = grid.items[index].text
            guard text.count > 3 else { continue }
            grid.items[index].text = respelt(text)
            if grid.items[index].text != text {
                count += 1
                log.append("“\(grid.items[index].text)”")
            }
        }
    }

    private mutating func respelt(_ text: String) -> String {
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: return text.map(String.init).joined(separator: pick([" ", "　", "\u{A0}"]) ?? " ")
        case 1:
            let cut = text.index(text.startIndex, offsetBy: text.count / 2)
            return text[..<cut] + "\n" + text[cut...]
        case 2:
            return text.replacing("（", with: "(").replacing("）", with: ")").replacing("、", with: ",").replacing("“", with: "\"")
                .replacing("”", with: "\"")
        case 3:
            guard text.count >= 8 else { return text }
            var letters = Array(text)
            letters.remove(at: Int.random(in: 4..<letters.count - 1, using: &generator))
            return String(letters)
        case 4:
            guard text.count >= 8 else { return text }
            var letters = Array(text)
            letters[Int.random(in: 4..<letters.count - 1, using: &generator)] = "某"
            return String(letters)
        case 5: return text.replacing("、", with: ".").replacing("1.", with: "1．").replacing("2.", with: "2、")
        default: return text + (pick([" ", "：", "*", "　"]) ?? "")
        }
    }

    private mutating func datedHeadings(_ grid: inout GridDraft) {
        let way = Int.random(in: 0..<4, using: &generator)
        log.append("dated headings \(way)")
        for index in grid.items.indices where grid.items[index].text.hasPrefix("本年") {
            let rest = grid.items[index].text.dropFirst(2)
            grid.items[index].text =
                [
                    "本年(2023)\(rest)", "2023年\(rest)", "本年（2023年）\(rest)", "2023年度\(rest)",
                ][way]
        }
    }

    // MARK: Shapes

    /// One row for each of the three ways, below the five results.
    private mutating func threeRows(_ grid: GridDraft) -> GridDraft {
        log.append("challenges: three rows")
        var figures: [[Int?]] = [[], [], []]
        for line in grid.places {
            for item in line.compactMap({ $0 }) {
                guard let id = grid.items[item].id else { continue }
                let row = id.contains("review.") && !id.contains("litigation") ? 0 : id.contains("direct") ? 1 : 2
                if !figures[row].contains(item) { figures[row].append(item) }
            }
        }
        var result = grid
        let titles = chance(2) ? ["行政复议", "未经复议直接起诉", "复议后起诉"] : ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
        let corner = result.add(pick(["", "类别", "项目"]) ?? "")
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { result.add($0) }
        result.places = [[corner] + heads] + zip(titles, figures).map { [result.add($0)] + $1 }
        return result
    }

    /// Two tables where a page ends, the second with the headings again or without.
    private mutating func split(_ grid: GridDraft, _ key: String) -> [GridDraft] {
        let rows = grid.places.indices.filter { $0 > 5 && $0 + 2 < grid.places.count && !grid.isHeading($0) && !grid.isHeading($0 - 1) }
        guard let row = pick(rows) else { return [grid] }
        let repeats = key == "applications" && chance(2)
        log.append("\(key): split before row \(row + 1)\(repeats ? " with the headings again" : "")")
        var first = grid
        var second = grid
        first.places = Array(grid.places[..<row])
        second.places = (repeats ? Array(grid.places[..<3]) : []) + grid.places[row...]
        return [first, second]
    }
}
