import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// PDF files that are damaged, or made to cost time and memory.
@Suite("Hostile PDF", .enabled(if: PDFSupport.hasPoppler, "pdftotext is not installed")) struct PDFHostileTests {
    private func read(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(ReadingError) -> Document {
        try DocumentReader.read(bytes, outline: Support.outline, limits: limits).document
    }

    /// A file of objects as they are given, numbered from 1; the first is the catalog. Streams are given with their content.
    private func file(_ objects: [String], trailer: String = "") -> [UInt8] {
        var text = "%PDF-1.7\n"
        for (index, object) in objects.enumerated() { text += "\(index + 1) 0 obj\n\(object)\nendobj\n" }
        return Array((text + "trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n0\n%%EOF\n").utf8)
    }

    private func stream(_ content: String, _ entries: String = "") -> String {
        "<<\(entries)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
    }

    private static let catalog = "<</Type/Catalog/Pages 2 0 R>>"
    private static let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    private static let text = "BT /F1 12 Tf 72 700 Td (Report of the year) Tj ET"

    /// One page with a content.
    private func page(_ content: String, box: String = "[0 0 595 842]", resources: String = "", more: [String] = []) -> [UInt8] {
        file(
            [
                Self.catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox\(box)/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>\(resources)>>>>", stream(content),
                Self.font,
            ] + more)
    }

    /// A file may cost 10 seconds; other tests run at the same time.
    private static let patience = Duration.seconds(40)

    @Test("A header and nothing else, or anything else, is damaged")
    func garbage() {
        var generator = SeededGenerator(seed: 1)
        let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for bytes in [Array("%PDF-1.7\n".utf8), Array("%PDF-1.7\n".utf8) + noise] {
            do {
                _ = try read(bytes)
                Issue.record("read")
            } catch {
                guard case .damaged(.pdf, _) = error else {
                    Issue.record("\(error)")
                    continue
                }
            }
        }
    }

    @Test("A file cut off anywhere is read in part, or refused as what it is")
    func cut() {
        let whole = PDFRendering.bytes(of: Specimen(form2021: 1), style: PDFStyle())
        for part in 1...8 {
            do { #expect(try !read(Array(whole[..<(whole.count * part / 9)])).sections.isEmpty) } catch {
                switch error {
                case .damaged(.pdf, _), .onlyPictures, .noCharacterMap: break
                default: Issue.record("\(error)")
                }
            }
        }
    }

    @Test("An encrypted file says so")
    func encrypted() {
        let key = String(repeating: "41", count: 32)
        let entries = "/Encrypt <</Filter/Standard/V 1/R 2/O <\(key)>/U <\(key)>/P -4>>/ID[<00><00>]"
        let bytes = file(
            [
                Self.catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
                stream(Self.text),
            ], trailer: entries)
        #expect(throws: ReadingError.encrypted(.pdf)) { try read(bytes) }
    }

    @Test("Of ten thousand pages the first are read, and that is said")
    func manyPages() throws {
        let kids = (0..<10_000).map { "\($0 + 5) 0 R" }.joined(separator: " ")
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
        let bytes = file(
            [Self.catalog, "<</Type/Pages/Kids[\(kids)]/Count 10000>>", stream(Self.text), Self.font]
                + Array(repeating: page, count: 10_000))
        let document = try read(bytes, limits: ReadingLimits(pages: 50))
        #expect(document.remarks.contains { $0.kind == .limitReached && $0.detail == "pages 50" && $0.place.position.page == 51 })
    }

    @Test("A page larger than any paper, and numbers beyond reason, are read")
    func largeNumbers() throws {
        let lines = "99999999999999999999999999 0 m 1 -99999999999999999999999999999999999999 l S 1e400 0 0 re f .. -- 7 w ] >> 0 0 m"
        for box in ["[0 0 100000 100000]", "[595 842 0 0]", "[-50 -50 545 792]", "[0 0]"] {
            let document = try read(page(Self.text + "\n" + lines, box: box))
            #expect(document.sections[0].paragraphs.map(\.text.string) == ["Report of the year"], "\(box)")
        }
    }

    @Test("Pages that are their own parents end")
    func loops() {
        let bytes = file([Self.catalog, "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"])
        let clock = ContinuousClock()
        let duration = clock.measure { #expect(throws: ReadingError.self) { try read(bytes) } }
        #expect(duration < Self.patience)
    }

    @Test("A file without pages is damaged")
    func noPages() {
        let bytes = file([Self.catalog, "<</Type/Pages/Kids[]/Count 0>>"])
        #expect(throws: ReadingError.self) { try read(bytes) }
    }

    @Test("Forms that draw one another without end are drawn so often and no more, or refused")
    func forms() {
        let drawing = String(repeating: "/X Do ", count: 2000)
        let form = stream(drawing, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
        let bytes = page(Self.text + " " + drawing, resources: "/XObject<</X 6 0 R>>", more: [form])
        let clock = ContinuousClock()
        // Poppler, too, may have to be ended.
        let duration = clock.measure {
            do { #expect(try read(bytes).sections[0].paragraphs.count == 1) } catch {
                #expect(error as? ReadingError == .tookTooLong("pdftotext", seconds: 5))
            }
        }
        #expect(duration < Self.patience)
    }

    @Test("A stream that unpacks to a hundred times its size costs what the limits allow")
    func bomb() {
        let packed = Deflated.blanks(150 << 20)
        let head = file([
            Self.catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        ])
        let object =
            Array("4 0 obj\n<</Filter/FlateDecode/Length \(packed.count)>>\nstream\n".utf8) + packed + Array("\nendstream\nendobj\n".utf8)
        let bytes = head + object + Array("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF\n".utf8)
        let clock = ContinuousClock()
        let duration = clock.measure { #expect(throws: ReadingError.self) { try read(bytes) } }
        #expect(duration < Self.patience)
    }

    @Test("Of more lines than a page has some are left out, and that is said")
    func lines() throws {
        var lines = ""
        for index in 0..<30_000 {
            lines += "\(index % 500) 0 m \(index % 500) \(index % 700 + 9) l S 0 \(index % 800) m 500 \(index % 800) l S "
        }
        let document = try read(page(Self.text + " " + lines))
        #expect(document.remarks.contains { $0.kind == .limitReached })
    }

    @Test("Values nested without end, and names and strings that never end, are passed over")
    func nesting() throws {
        let deep = String(repeating: "[", count: 100_000)
        for junk in [deep, String(repeating: "<<", count: 50_000), "(" + deep, "/" + String(repeating: "A", count: 100_000), "<" + deep] {
            let bytes = page(Self.text, more: [junk])
            let clock = ContinuousClock()
            let duration = clock.measure { _ = try? read(bytes) }
            #expect(duration < Self.patience)
        }
        #expect(try read(page(Self.text + " " + deep)).sections[0].paragraphs.count == 1)
    }

    @Test("Control characters are left out, and that is said")
    func controls() throws {
        var sheets = PDFSheets()
        sheets.begin(width: 595, height: 842)
        sheets.text("本年度的\u{0}报告\u{1}\u{7}没有表格", left: 90, bottom: 100, size: 12)
        let document = try read(sheets.bytes())
        #expect(document.sections[0].paragraphs.map(\.text.string) == ["本年度的报告没有表格"])
        #expect(document.remarks.map(\.kind) == [.unmappedCharacters])
    }

    @Test("Text in fonts that do not say what they mean is not taken for text")
    func unmapped() {
        var style = PDFStyle()
        style.packing.mapsCharacters = false
        let bytes = PDFRendering.bytes(of: Specimen(form2021: 1), style: style)
        #expect(throws: ReadingError.noCharacterMap(.pdf)) { try read(bytes) }
    }

    @Test("Pages without text are named, and a file of nothing else is refused")
    func pictures() throws {
        var sheets = PDFSheets()
        for _ in 0..<2 {
            sheets.begin(width: 595, height: 842)
            sheets.area(50, 50, 500, 700)
        }
        #expect(throws: ReadingError.onlyPictures(pages: 2)) { try read(sheets.bytes()) }
        sheets.begin(width: 595, height: 842)
        sheets.text("本年度没有收取信息处理费。", left: 90, bottom: 100, size: 12)
        let document = try read(sheets.bytes())
        #expect(document.remarks.map(\.kind) == [.unreadablePage, .unreadablePage] && document.remarks.map(\.detail) == ["1", "2"])
        #expect(document.sections[0].paragraphs.first?.text.start.page == 3)
    }

    @Test("Pictures without end and without size are read in bounded time")
    func manyPictures() throws {
        let picture = stream("x", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
        let many = String(repeating: "q 300 0 0 90 72 300 cm /P Do Q q 1e300 0 0 1e300 0 0 cm /P Do Q\n", count: 30_000)
        let bytes = page(Self.text + "\n" + many, resources: "/XObject<</P 6 0 R>>", more: [picture])
        var document: Document?
        let duration = try ContinuousClock().measure { document = try read(bytes) }
        #expect(document?.remarks.map { "\($0.kind) \($0.detail)" } == ["picture 1"])
        #expect(duration < Self.patience)
    }

    @Test("A header that stands later is found, and text that speaks of it stays text")
    func lateHeader() throws {
        let junk = Array(String(repeating: "x\n", count: 400).utf8)
        #expect(try DocumentReader.read(junk + page(Self.text), outline: .none).format == .pdf)
        #expect(try DocumentReader.read(Array("文件以 %PDF-1.7 开头\n".utf8), outline: .none).format == .text)
    }
}

/// Data in zlib's format that is much smaller than what it stands for.
/// - Source: RFC 1951, 3.2.6: a literal, then copies of 258 bytes from one byte before, 13 bits each.
private enum Deflated {
    static func blanks(_ count: Int) -> [UInt8] {
        var writer = Bits()
        writer.add(0b011, 3)
        writer.addReversed(0x30 + 0x20, 8)
        for _ in 0..<(count / 258) {
            writer.addReversed(0b1100_0101, 8)
            writer.addReversed(0, 5)
        }
        writer.addReversed(0, 7)
        return [0x78, 0x9C] + writer.bytes + [0, 0, 0, 0, 0, 0, 0, 0]
    }

    private struct Bits {
        var bytes: [UInt8] = []
        private var used = 8

        mutating func add(_ value: Int, _ count: Int) {
            for bit in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
                used += 1
            }
        }

        mutating func addReversed(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { add(value >> bit & 1, 1) }
        }
    }
}
