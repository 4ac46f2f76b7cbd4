/// How a specimen is laid out on pages.
package struct PDFStyle: Sendable {
    /// How the borders of cells are drawn.
    package enum Borders: CaseIterable, Sendable {
        /// A frame around each cell.
        case frames
        /// Lines from side to side, for each cell.
        case lines
        /// Filled rectangles as thin as lines.
        case areas
        /// The outer sides are left open.
        case open
        case none
    }

    package var borders = Borders.frames
    package var size = 12.0
    package var cellSize = 9.0
    /// From line to line, in sizes.
    package var leading = 1.6
    package var margin = 80.0
    /// Whether paragraphs begin two characters in; else there is room between them.
    package var indents = true
    /// Whether lines reach to the right margin.
    package var justifies = true
    package var header = ""
    /// With `#` for the page's number and `$` for how many there are; nil for none.
    package var pageNumber: String? = "- # -"
    package var numberIsLow = true
    /// Whether the pages of the second table lie on their side.
    package var turn = PDFSheets.Turn.none
    package var repeatsHeaders = false
    package var splitsRows = false
    /// Whether the characters of labels stand apart.
    package var spacesLabels = false
    /// Whether figures of more than two digits are broken.
    package var breaksFigures = false
    /// Whether labels stand in the middle of their cells.
    package var centresLabels = false
    package var shadesHeaders = false
    package var packing = PDFSheets.Packing()

    /// The plainest.
    package init() {}

    /// One at random.
    package init(seed: UInt64, borders: [Borders] = [.frames, .lines, .areas, .open]) {
        var generator = SeededGenerator(seed: seed)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
        self.borders = borders.randomElement(using: &generator) ?? .frames
        size = [10.5, 12, 14, 16].randomElement(using: &generator) ?? 12
        cellSize = [8, 9, 10.5].randomElement(using: &generator) ?? 9
        leading = Double.random(in: 1.35...1.9, using: &generator)
        margin = Double.random(in: 70...95, using: &generator)
        indents = chance(70)
        justifies = chance(60)
        header = chance(30) ? ["政府信息公开", "内部资料 请勿外传", "年度报告"].randomElement(using: &generator) ?? "" : ""
        pageNumber = ["- # -", "— # —", "#", "第#页", "#/$", "第 # 页 共 $ 页", nil].randomElement(using: &generator) ?? nil
        numberIsLow = chance(80)
        turn = chance(30) ? [.clockwise, .counterclockwise, .sideways].randomElement(using: &generator) ?? .none : .none
        repeatsHeaders = chance(30)
        splitsRows = chance(30)
        spacesLabels = chance(25)
        breaksFigures = chance(15)
        centresLabels = chance(50)
        shadesHeaders = chance(30)
        packing.packsContents = chance(50)
        packing.packsObjects = chance(30)
    }
}
