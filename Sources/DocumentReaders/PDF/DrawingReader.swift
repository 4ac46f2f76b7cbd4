/// Goes through the operators of a page's content and notes the lines that are drawn: strokes, and filled rectangles as thin as lines.
///
/// - Source: ISO 32000-1, annex A
struct DrawingReader {
    var sheet = PDFDrawing.Sheet()
    private var state: State
    private var saved: [State] = []
    private var resources: PDFValue
    private var paths: [Path] = []
    private var operands: [Double] = []
    private var lastName = ""
    private var stringBytes = 0
    /// In which direction text is set, before the page's own transformation.
    private var textDirection = (x: 1.0, y: 0.0)
    /// Whether the fonts met so far do not say what their codes mean, by name.
    private var fonts: [String: Bool] = [:]

    /// - Source: a page of tables has some 2,000 lines.
    private static let lines = 20_000
    private static let longestPath = 10_000
    /// Lines are thinner than this, in points, and longer than the second number.
    private static let thickness = 3.2
    /// In points: the height of a title's characters.
    private static let tallestCharacter = 60.0
    private static let length = 3.0

    private struct State {
        var transform: Transform
        var lineWidth = 1.0
        var fillsWhite = false
        var strokesWhite = false
        /// Whether the font does not say what its codes mean.
        var isUnmapped = false
    }

    private struct Path {
        var points: [(x: Double, y: Double)]
        var isCurved = false
        var isClosed = false
    }

    init(resources: PDFValue, transform: Transform) {
        self.resources = resources
        state = State(transform: transform)
    }

    /// - Parameter depth: how many forms the content is nested in.
    mutating func read(_ content: [UInt8], _ file: inout PDFFile, depth: Int) {
        var lexer = PDFLexer(content, at: 0)
        operands.removeAll()
        while true {
            lexer.skipBlanks()
            guard lexer.index < content.count else { break }
            let start = lexer.index
            switch content[start] {
            case 0x2B, 0x2D, 0x2E, 0x30...0x39: operands.append(Self.number(content, &lexer.index))
            case 0x28:
                _ = lexer.next()
                stringBytes += lexer.index - start - 2
            case 0x3C:
                let value = lexer.next()
                if case .string = value { stringBytes += max(0, lexer.index - start - 2) / 2 }
            case 0x2F: if case .name(let name) = lexer.next() { lastName = name }
            case 0x5B, 0x5D: lexer.index += 1
            default:
                while lexer.index < content.count, !PDFLexer.isDelimiter(content[lexer.index]) { lexer.index += 1 }
                if lexer.index == start { lexer.index += 1 }
                let length = lexer.index - start
                var code = 0
                if length <= 3 { for byte in content[start..<lexer.index] { code = code << 8 | Int(byte) } }
                if code == Self.inlineData {
                    addPicture()
                    skipInlineData(content, &lexer.index)
                } else {
                    apply(code, &file, depth: depth)
                }
                operands.removeAll(keepingCapacity: true)
            }
            if operands.count > 64 { operands.removeAll(keepingCapacity: true) }
        }
    }

    private static let inlineData = 0x4944

    private static func number(_ content: [UInt8], _ index: inout Int) -> Double {
        var isNegative = false
        var value = 0.0
        var scale = 0.0
        while index < content.count {
            switch content[index] {
            case 0x2D: isNegative = true
            case 0x2B: break
            case 0x2E: scale = 1
            case 0x30...0x39:
                value = value * 10 + Double(content[index] - 0x30)
                scale *= 10
            default: return (isNegative ? -value : value) / max(1, scale)
            }
            index += 1
        }
        return (isNegative ? -value : value) / max(1, scale)
    }

    /// A picture within the content ends with `EI` between blanks.
    private func skipInlineData(_ content: [UInt8], _ index: inout Int) {
        while index + 3 < content.count {
            if PDFLexer.isBlank(content[index]), content[index + 1] == 0x45, content[index + 2] == 0x49,
                PDFLexer.isBlank(content[index + 3])
            {
                index += 3
                return
            }
            index += 1
        }
        index = content.count
    }

    private func operand(_ index: Int) -> Double { index < operands.count ? operands[index] : 0 }

    private mutating func apply(_ code: Int, _ file: inout PDFFile, depth: Int) {
        switch code {
        case 0x71: if saved.count < 256 { saved.append(state) }  // q
        case 0x51: if let last = saved.popLast() { state = last }  // Q
        case 0x636D where operands.count >= 6:  // cm
            let map = Transform(a: operands[0], b: operands[1], c: operands[2], d: operands[3], e: operands[4], f: operands[5])
            state.transform = map.then(state.transform)
        case 0x77: state.lineWidth = operand(0)  // w
        case 0x6D: begin(operand(0), operand(1))  // m
        case 0x6C: extend(operand(0), operand(1))  // l
        case 0x63, 0x76, 0x79: curve()  // c v y
        case 0x68: if !paths.isEmpty { paths[paths.count - 1].isClosed = true }  // h
        case 0x7265 where operands.count >= 4:  // re
            begin(operands[0], operands[1])
            extend(operands[0] + operands[2], operands[1])
            extend(operands[0] + operands[2], operands[1] + operands[3])
            extend(operands[0], operands[1] + operands[3])
            if !paths.isEmpty { paths[paths.count - 1].isClosed = true }
        case 0x53: paint(strokes: true, fills: false)  // S
        case 0x73:  // s
            if !paths.isEmpty { paths[paths.count - 1].isClosed = true }
            paint(strokes: true, fills: false)
        case 0x66, 0x46, 0x662A: paint(strokes: false, fills: true)  // f F f*
        case 0x42, 0x422A, 0x62, 0x622A: paint(strokes: true, fills: true)  // B B* b b*
        case 0x6E: paths.removeAll(keepingCapacity: true)  // n
        case 0x67, 0x7267, 0x6B, 0x7363, 0x73636E: state.fillsWhite = isWhite  // g rg k sc scn
        case 0x47, 0x5247, 0x4B, 0x5343, 0x53434E: state.strokesWhite = isWhite  // G RG K SC SCN
        case 0x4254: textDirection = (1, 0)  // BT
        case 0x546D: textDirection = (operand(0), operand(1))  // Tm
        case 0x5466: state.isUnmapped = isUnmapped(lastName, &file)  // Tf
        case 0x546A, 0x544A, 0x27, 0x22:  // Tj TJ ' "
            sheet.textBytes += stringBytes
            let across = textDirection.x * state.transform.a + textDirection.y * state.transform.c
            let down = textDirection.x * state.transform.b + textDirection.y * state.transform.d
            if abs(down) > abs(across) { if down < 0 { sheet.upwardBytes += stringBytes } else { sheet.downwardBytes += stringBytes } }
            if state.isUnmapped { sheet.unmappedBytes += stringBytes }
            stringBytes = 0
        case 0x446F: draw(lastName, &file, depth: depth)  // Do
        case 0x7368: sheet.isPainted = true  // sh
        default: stringBytes = 0
        }
    }

    private var isWhite: Bool {
        switch operands.count {
        case 1, 3: operands.allSatisfy { $0 > 0.985 }
        case 4: operands.allSatisfy { $0 < 0.015 }
        default: false
        }
    }

    // MARK: Paths

    private mutating func begin(_ x: Double, _ y: Double) {
        guard paths.count < Self.longestPath else { return }
        paths.append(Path(points: [state.transform.point(x, y)]))
    }

    private mutating func extend(_ x: Double, _ y: Double) {
        guard !paths.isEmpty, paths[paths.count - 1].points.count < Self.longestPath else { return }
        paths[paths.count - 1].points.append(state.transform.point(x, y))
    }

    private mutating func curve() {
        guard !paths.isEmpty, operands.count >= 4 else { return }
        extend(operands[operands.count - 2], operands[operands.count - 1])
        paths[paths.count - 1].isCurved = true
    }

    private mutating func paint(strokes: Bool, fills: Bool) {
        if !paths.isEmpty, strokes && !state.strokesWhite || fills && !state.fillsWhite { sheet.isPainted = true }
        // What has curves is no ruling, nor are the straight pieces of a line of characters, whose outlines are drawn over them to make them bold.
        if paths.contains(where: \.isCurved) {
            let box = paths.dropFirst().reduce(Self.box(paths[0])) { $0.union(Self.box($1)) }
            let isText = min(box.width, box.height) < Self.tallestCharacter
            paths.removeAll { isText || $0.isCurved }
        }
        if strokes, !state.strokesWhite {
            let width = state.lineWidth * state.transform.scale
            for path in paths { stroke(path, width: width) }
        }
        if fills, !state.fillsWhite {
            if let frame { add(frame: frame) } else { for path in paths { fill(path) } }
        }
        paths.removeAll(keepingCapacity: true)
    }

    private mutating func stroke(_ path: Path, width: Double) {
        for (from, to) in zip(path.points, path.points.dropFirst()) { stroke(from, to, width) }
        if path.isClosed, path.points.count > 2, let last = path.points.last { stroke(last, path.points[0], width) }
    }

    private mutating func stroke(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ width: Double) {
        let half = width / 2
        let isLevel = abs(from.y - to.y) < 1
        guard isLevel || abs(from.x - to.x) < 1 else { return }
        // A line as wide as a bar may be a filled area, or a line across its own direction.
        if isLevel {
            add(Box(left: min(from.x, to.x), top: from.y - half, right: max(from.x, to.x), bottom: from.y + half))
        } else {
            add(Box(left: from.x - half, top: min(from.y, to.y), right: from.x + half, bottom: max(from.y, to.y)))
        }
    }

    private mutating func fill(_ path: Path) {
        guard 3...9 ~= path.points.count else { return }
        let box = Self.box(path)
        // Borders that meet at a slant are no rectangles, but as thin.
        add(box)
    }

    /// A rectangle within a rectangle, filled between the two.
    private var frame: (outer: Box, inner: Box)? {
        guard paths.count == 2, paths.allSatisfy({ 4...5 ~= $0.points.count }) else { return nil }
        let first = Self.box(paths[0])
        let second = Self.box(paths[1])
        let (outer, inner) = first.width >= second.width ? (first, second) : (second, first)
        let sides = [inner.left - outer.left, inner.top - outer.top, outer.right - inner.right, outer.bottom - inner.bottom]
        return sides.allSatisfy { 0...Self.thickness ~= $0 } ? (outer, inner) : nil
    }

    private mutating func add(frame: (outer: Box, inner: Box)) {
        let (outer, inner) = frame
        add(Box(left: outer.left, top: outer.top, right: outer.right, bottom: inner.top))
        add(Box(left: outer.left, top: inner.bottom, right: outer.right, bottom: outer.bottom))
        add(Box(left: outer.left, top: outer.top, right: inner.left, bottom: outer.bottom))
        add(Box(left: inner.right, top: outer.top, right: outer.right, bottom: outer.bottom))
    }

    private mutating func add(_ box: Box) {
        guard sheet.lines.count < Self.lines else {
            sheet.isWhole = false
            return
        }
        guard box.left.isFinite, box.right.isFinite, box.top.isFinite, box.bottom.isFinite else { return }
        if box.height <= Self.thickness, box.width >= Self.length, box.width > box.height {
            sheet.lines.append(RuledLine(isVertical: false, position: box.midY, start: box.left, end: box.right))
        } else if box.width <= Self.thickness, box.height >= Self.length {
            sheet.lines.append(RuledLine(isVertical: true, position: box.midX, start: box.top, end: box.bottom))
        }
    }

    private static func box(_ path: Path) -> Box {
        path.points.dropFirst().reduce(
            Box(left: path.points[0].x, top: path.points[0].y, right: path.points[0].x, bottom: path.points[0].y)
        ) {
            $0.union(Box(left: $1.x, top: $1.y, right: $1.x, bottom: $1.y))
        }
    }

    // MARK: Resources

    /// A picture fills the unit square.
    /// - Source: ISO 32000-1, 8.9.5.1
    private mutating func addPicture() {
        guard sheet.pictures.count < Self.lines else { return }
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map { state.transform.point($0.0, $0.1) }
        let box = Self.box(Path(points: corners))
        if box.left.isFinite, box.right.isFinite, box.top.isFinite, box.bottom.isFinite { sheet.pictures.append(box) }
    }

    private mutating func draw(_ name: String, _ file: inout PDFFile, depth: Int) {
        guard depth < 6, case .reference(let number) = resource("XObject", name, &file) else { return }
        let dictionary = file.resolved(.reference(number)).dictionary ?? [:]
        let kind = file.resolved(dictionary["Subtype"]).name
        if kind == "Image" { addPicture() }
        guard kind == "Form" else { return }
        guard let form = file.stream(number) else {
            sheet.isWhole = false
            return
        }
        let outer = (state, saved, resources, paths, fonts)
        saved = []
        paths = []
        if let own = form.dictionary["Resources"] {
            resources = own
            fonts = [:]
        }
        if let items = file.resolved(form.dictionary["Matrix"]).array {
            let matrix = items.compactMap(\.number)
            if matrix.count == 6 {
                state.transform = Transform(a: matrix[0], b: matrix[1], c: matrix[2], d: matrix[3], e: matrix[4], f: matrix[5])
                    .then(state.transform)
            }
        }
        read(form.content, &file, depth: depth + 1)
        (state, saved, resources, paths, fonts) = outer
    }

    private mutating func resource(_ kind: String, _ name: String, _ file: inout PDFFile) -> PDFValue? {
        let kinds = file.resolved(resources).dictionary
        return file.resolved(kinds?[kind]).dictionary?[name]
    }

    /// A composite font whose codes are numbers of its own and that has no map to Unicode.
    /// - Source: ISO 32000-1, 9.10.2
    private mutating func isUnmapped(_ name: String, _ file: inout PDFFile) -> Bool {
        if let known = fonts[name] { return known }
        let value = resource("Font", name, &file)
        let isUnmapped = file.isUnmapped(font: value)
        fonts[name] = isUnmapped
        return isUnmapped
    }
}

extension PDFFile {
    fileprivate mutating func isUnmapped(font value: PDFValue?) -> Bool {
        guard let font = resolved(value).dictionary, resolved(font["Subtype"]).name == "Type0", font["ToUnicode"] == nil else {
            return false
        }
        guard let encoding = resolved(font["Encoding"]).name, encoding.hasPrefix("Identity") else { return false }
        guard let descendant = resolved(font["DescendantFonts"]).array?.first else { return false }
        let system = resolved(resolved(descendant).dictionary?["CIDSystemInfo"]).dictionary
        return resolved(system?["Ordering"]).string == "Identity"
    }
}
