/// What is drawn on the pages of a file.
struct PDFDrawing {
    /// What is drawn on one page.
    struct Sheet {
        /// In points from the top left corner, as the page is looked at.
        var lines: [RuledLine] = []
        /// Where pictures stand, in the same terms.
        var pictures: [Box] = []
        /// Bytes of text in fonts that do not say what their codes mean.
        var unmappedBytes = 0
        /// Bytes of all text.
        var textBytes = 0
        /// Those whose lines run from bottom to top, and from top to bottom, as the page is looked at.
        var upwardBytes = 0
        var downwardBytes = 0
        /// By how many degrees it is turned to be looked at: 0, 90, 180 or 270.
        var rotation = 0
        /// Whether all of the page could be looked at.
        var isWhole = true
        /// Whether anything is drawn in another colour than white.
        var isPainted = false

        /// Whether nothing is to be seen; blanks are set as text, too.
        var isBlank: Bool { isWhole && !isPainted && pictures.isEmpty && unmappedBytes == 0 && textBytes < 16 }
    }

    /// One for each page in order; fewer when the file's tree of pages cannot be followed.
    private(set) var sheets: [Sheet] = []
    private var file: PDFFile
    private var visited: Set<Int> = []
    private let limit: Int

    /// - Parameter pages: at most so many.
    init(_ bytes: [UInt8], pages: Int) {
        file = PDFFile(bytes)
        limit = pages
        guard !file.isEncrypted else { return }
        let catalog = file.catalog()
        if case .reference(let number) = catalog["Pages"] { read(number, Inherited(), depth: 0) }
    }

    /// What a page takes over from the nodes above it.
    /// - Source: ISO 32000-1, 7.7.3.4
    private struct Inherited {
        var mediaBox: [Double] = [0, 0, 612, 792]
        var rotation = 0
        var resources: PDFValue = .null
    }

    private mutating func read(_ number: Int, _ inherited: Inherited, depth: Int) {
        guard depth < 50, sheets.count < limit, visited.insert(number).inserted, let node = file.resolved(.reference(number)).dictionary
        else {
            return
        }
        var inherited = inherited
        if let box = numbers(node["MediaBox"]), box.count == 4 {
            inherited.mediaBox = [min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])]
        }
        if let rotation = file.resolved(node["Rotate"]).integer { inherited.rotation = (rotation % 360 + 360) % 360 }
        if let resources = node["Resources"] { inherited.resources = resources }
        guard let kids = file.resolved(node["Kids"]).array, file.resolved(node["Type"]).name != "Page" else {
            sheets.append(sheet(node, inherited))
            return
        }
        for kid in kids { if case .reference(let number) = kid { read(number, inherited, depth: depth + 1) } }
    }

    private mutating func numbers(_ value: PDFValue?) -> [Double]? {
        guard let items = file.resolved(value).array else { return nil }
        var numbers: [Double] = []
        for item in items { if let number = file.resolved(item).number { numbers.append(number) } }
        return numbers
    }

    private mutating func sheet(_ page: [String: PDFValue], _ inherited: Inherited) -> Sheet {
        var references: [Int] = []
        if let parts = file.resolved(page["Contents"]).array {
            references = parts.compactMap(\.reference)
        } else if let number = page["Contents"]?.reference {
            references = [number]
        }
        var content: [UInt8] = []
        var isWhole = true
        for reference in references {
            guard let part = file.stream(reference)?.content else {
                isWhole = false
                continue
            }
            content += part
            content.append(0x0A)
        }
        let box = inherited.mediaBox
        let toView: Transform =
            switch inherited.rotation {
            case 90: Transform(a: 0, b: 1, c: 1, d: 0, e: -box[1], f: -box[0])
            case 180: Transform(a: -1, b: 0, c: 0, d: 1, e: box[2], f: -box[1])
            case 270: Transform(a: 0, b: -1, c: -1, d: 0, e: box[3], f: box[2])
            default: Transform(a: 1, b: 0, c: 0, d: -1, e: -box[0], f: box[3])
            }
        var reader = DrawingReader(resources: inherited.resources, transform: toView)
        reader.read(content, &file, depth: 0)
        reader.sheet.rotation = inherited.rotation
        // Stamps and fields are drawn beside the content.
        if page["Annots"] != nil { reader.sheet.isPainted = true }
        reader.sheet.isWhole = reader.sheet.isWhole && isWhole
        return reader.sheet
    }
}

/// An affine map of the plane.
struct Transform {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

    /// First this one, then the other.
    func then(_ other: Transform) -> Transform {
        Transform(
            a: a * other.a + b * other.c, b: a * other.b + b * other.d, c: c * other.a + d * other.c, d: c * other.b + d * other.d,
            e: e * other.a + f * other.c + other.e, f: e * other.b + f * other.d + other.f)
    }

    /// How much longer lines become, on the whole.
    var scale: Double { abs(a * d - b * c).squareRoot() }
}
