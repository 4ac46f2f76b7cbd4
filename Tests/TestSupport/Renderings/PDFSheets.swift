/// Writes PDF files of text, lines and rectangles, as plain as the format allows.
///
/// Places are in points from the top left corner of a page as it is looked at. Characters are half as wide as they are high below U+1000, else as
/// wide as high. No font is embedded; a map to Unicode tells what the codes mean.
/// - Source: ISO 32000-1
package struct PDFSheets {
    /// How a page is turned.
    package enum Turn: Sendable {
        case none
        /// Drawn sideways, and shown upright by `/Rotate`.
        case clockwise
        case counterclockwise
        /// Drawn sideways and left so.
        case sideways
    }

    /// How the file is put together.
    package struct Packing: Sendable {
        /// Whether contents go through zlib's format.
        package var packsContents = false
        /// Whether objects stand in an object stream where they may.
        package var packsObjects = false
        /// Whether the font says what its codes mean.
        package var mapsCharacters = true

        /// Nothing is packed.
        package init() {}
    }

    private struct Sheet {
        var width: Double
        var height: Double
        var turn: Turn
        var content = ""
    }

    private var sheets: [Sheet] = []
    private var codes: [UInt32: Int] = [:]

    /// No pages.
    package init() {}

    /// How many pages there are.
    package var count: Int { sheets.count }

    /// Begins a page; what is drawn from here on stands on it.
    package mutating func begin(width: Double, height: Double, turn: Turn = .none) {
        sheets.append(Sheet(width: width, height: height, turn: turn))
        draw("q")
        switch turn {
        case .none: break
        case .clockwise, .sideways: draw("0 1 -1 0 \(height) 0 cm")
        case .counterclockwise: draw("0 -1 1 0 0 \(width) cm")
        }
    }

    /// The width of a text.
    package static func width(_ text: String, size: Double, spacing: Double = 0) -> Double {
        text.unicodeScalars.reduce(0) { $0 + (isNarrow($1) ? 0.5 : 1) * size + spacing }
    }

    /// Whether a character is half as wide as high.
    package static func isNarrow(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x1000 }

    /// Draws a text.
    ///
    /// - Parameters:
    ///   - bottom: of the characters' boxes.
    ///   - spacing: added behind each character.
    package mutating func text(_ text: String, left: Double, bottom: Double, size: Double, spacing: Double = 0) {
        let hex = text.unicodeScalars.map { scalar in Self.hex(code(scalar.value), digits: 4) }.joined()
        draw("BT /F1 \(size) Tf \(spacing) Tc \(left) \(height - bottom + 0.12 * size) Td <\(hex)> Tj ET")
    }

    /// Strokes a line.
    package mutating func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, width: Double) {
        draw("\(width) w \(x0) \(height - y0) m \(x1) \(height - y1) l S")
    }

    /// Strokes a rectangle.
    package mutating func frame(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, width: Double) {
        draw("\(width) w \(x0) \(height - y1) \(x1 - x0) \(y1 - y0) re S")
    }

    /// Fills a rectangle.
    package mutating func area(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, gray: Double = 0) {
        draw("\(gray) g \(x0) \(height - y1) \(x1 - x0) \(y1 - y0) re f 0 g")
    }

    private var height: Double { sheets.last?.height ?? 0 }

    /// Adds operators as they are to the page.
    package mutating func draw(_ operators: String) {
        guard !sheets.isEmpty else { return }
        sheets[sheets.count - 1].content += operators + "\n"
    }

    private mutating func code(_ scalar: UInt32) -> Int {
        if let code = codes[scalar] { return code }
        codes[scalar] = codes.count + 0x21
        return codes.count + 0x20
    }

    private static func hex(_ value: Int, digits: Int) -> String {
        let hex = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - hex.count)) + hex
    }

    // MARK: The file

    /// The whole file.
    package func bytes(_ packing: Packing = Packing()) -> [UInt8] {
        var file = PDFObjects(packing)
        let kids = sheets.indices.map { "\(8 + 2 * $0) 0 R" }.joined(separator: " ")
        file.add(1, "<</Type/Catalog/Pages 2 0 R>>")
        file.add(2, "<</Type/Pages/Kids[\(kids)]/Count \(sheets.count)/Resources<</Font<</F1 3 0 R>>>>>>")
        let map = packing.mapsCharacters ? "/ToUnicode 6 0 R" : ""
        file.add(3, "<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[4 0 R]\(map)>>")
        let narrow = codes.filter { $0.key < 0x1000 }.values.sorted().map { "\($0)[500]" }.joined(separator: " ")
        file.add(
            4,
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor 5 0 R/DW 1000/W[\(narrow)]>>")
        file.add(
            5,
            "<</Type/FontDescriptor/FontName/Plain/Flags 4/Ascent 880/Descent -120/FontBBox[0 -120 1000 880]/ItalicAngle 0/CapHeight 700/StemV 80>>"
        )
        file.addStream(6, Array(characterMap.utf8))
        for (index, sheet) in sheets.enumerated() {
            let isTurned = sheet.turn != .none
            let box = isTurned ? "[0 0 \(sheet.height) \(sheet.width)]" : "[0 0 \(sheet.width) \(sheet.height)]"
            let rotate =
                switch sheet.turn {
                case .clockwise: 90
                case .counterclockwise: 270
                case .none, .sideways: 0
                }
            file.add(8 + 2 * index, "<</Type/Page/Parent 2 0 R/MediaBox\(box)/Rotate \(rotate)/Contents \(9 + 2 * index) 0 R>>")
            file.addStream(9 + 2 * index, Array((sheet.content + "Q\n").utf8))
        }
        return file.bytes(root: 1)
    }

    private var characterMap: String {
        let entries = codes.sorted { $0.value < $1.value }.map { scalar, code in
            let units = Unicode.Scalar(scalar).map { String($0).utf16.map { Self.hex(Int($0), digits: 4) }.joined() } ?? "FFFD"
            return "<\(Self.hex(code, digits: 4))> <\(units)>"
        }
        let blocks = stride(from: 0, to: entries.count, by: 100).map { start in
            let part = entries[start..<min(start + 100, entries.count)]
            return "\(part.count) beginbfchar\n" + part.joined(separator: "\n") + "\nendbfchar\n"
        }
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Plain-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + blocks.joined()
            + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    }
}

/// The objects of a file on their way to bytes.
private struct PDFObjects {
    private var output = Array("%PDF-1.7\n".utf8)
    private var offsets: [(number: Int, offset: Int)] = []
    private var packed: [(number: Int, text: String)] = []
    private let packing: PDFSheets.Packing

    init(_ packing: PDFSheets.Packing) { self.packing = packing }

    mutating func add(_ number: Int, _ text: String) {
        if packing.packsObjects { packed.append((number, text)) } else { write(number, Array(text.utf8)) }
    }

    mutating func addStream(_ number: Int, _ content: [UInt8], entries: String = "") {
        let data = packing.packsContents ? Self.stored(content) : content
        let filter = packing.packsContents ? "/Filter/FlateDecode" : ""
        write(number, Array("<<\(entries)\(filter)/Length \(data.count)>>\nstream\n".utf8) + data + Array("\nendstream".utf8))
    }

    private mutating func write(_ number: Int, _ bytes: [UInt8]) {
        offsets.append((number, output.count))
        output += Array("\(number) 0 obj\n".utf8) + bytes + Array("\nendobj\n".utf8)
    }

    mutating func bytes(root: Int) -> [UInt8] {
        let last = (offsets.map(\.number) + packed.map(\.number)).max() ?? 0
        if packing.packsObjects {
            var head = ""
            var body = ""
            for object in packed {
                head += "\(object.number) \(body.utf8.count) "
                body += object.text + "\n"
            }
            addStream(last + 1, Array((head + "\n" + body).utf8), entries: "/Type/ObjStm/N \(packed.count)/First \(head.utf8.count + 1)")
            return crossReferenceStream(root: root, number: last + 2, objectStream: last + 1)
        }
        let start = output.count
        var table = "xref\n0 \(last + 1)\n0000000000 65535 f \n"
        let byNumber = Dictionary(offsets.map { ($0.number, $0.offset) }, uniquingKeysWith: { $1 })
        for number in 1...last {
            let digits = String(byNumber[number] ?? 0)
            let isUsed = byNumber[number] != nil
            table += String(repeating: "0", count: 10 - digits.count) + digits + (isUsed ? " 00000 n \n" : " 65535 f \n")
        }
        return output + Array((table + "trailer\n<</Size \(last + 1)/Root \(root) 0 R>>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    private mutating func crossReferenceStream(root: Int, number: Int, objectStream: Int) -> [UInt8] {
        let start = output.count
        var rows: [[UInt8]] = Array(repeating: [0, 0, 0, 0, 0], count: number + 1)
        func row(_ kind: UInt8, _ value: Int) -> [UInt8] { [kind, UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)] }
        for entry in offsets { rows[entry.number] = row(1, entry.offset) + [0] }
        for (index, object) in packed.enumerated() { rows[object.number] = row(2, objectStream) + [UInt8(index & 255)] }
        rows[number] = row(1, start) + [0]
        addStream(number, Array(rows.joined()), entries: "/Type/XRef/Size \(number + 1)/W[1 3 1]/Root \(root) 0 R")
        return output + Array("startxref\n\(start)\n%%EOF\n".utf8)
    }

    /// Data in zlib's format, in blocks that are stored as they are.
    /// - Source: RFC 1950 2.2, RFC 1951 3.2.4
    private static func stored(_ content: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x78, 0x01]
        var a: UInt32 = 1
        var b: UInt32 = 0
        for byte in content {
            a = (a + UInt32(byte)) % 65521
            b = (b + a) % 65521
        }
        var start = 0
        repeat {
            let count = min(65535, content.count - start)
            let isLast = start + count == content.count
            let low = UInt8(count & 255)
            let high = UInt8(count >> 8)
            packed += [isLast ? 1 : 0, low, high, ~low, ~high]
            packed += content[start..<(start + count)]
            start += count
        } while start < content.count
        let sum = b << 16 | a
        return packed + [24, 16, 8, 0].map { UInt8(sum >> $0 & 255) }
    }
}
