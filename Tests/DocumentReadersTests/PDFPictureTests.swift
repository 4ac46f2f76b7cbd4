import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Pictures that stand on pages where a table or text is due.
@Suite("PDF pictures", .enabled(if: PDFSupport.hasPoppler, "pdftotext is not installed")) struct PDFPictureTests {
    /// A page with two sections; what is drawn stands between them.
    private func document(_ drawing: [String], pages: Int = 1) throws -> Document {
        var sheets = PDFSheets()
        for _ in 0..<pages {
            sheets.begin(width: 595, height: 842)
            for (index, title) in ["一、总体情况", "二、主动公开政府信息情况", "六、其他需要报告的事项"].enumerated() {
                sheets.text(title, left: 90, bottom: 150 + 220 * Double(index), size: 16)
                sheets.text("正文见下。", left: 122, bottom: 180 + 220 * Double(index), size: 16)
            }
            for operators in drawing { sheets.draw(operators) }
        }
        return try DocumentReader.read(sheets.bytes(), outline: Support.outline).document
    }

    /// Operators that draw a picture of one point between corners, measured from the bottom left.
    private func picture(_ left: Int, _ bottom: Int, _ width: Int, _ height: Int) -> String {
        "q \(width) 0 0 \(height) \(left) \(bottom) cm\nBI /W 1 /H 1 /CS /G /BPC 8 ID x EI\nQ"
    }

    private func remarks(_ document: Document) -> [String] {
        document.remarks.map { "\($0.kind) \($0.place.locator) \($0.detail)" }
    }

    @Test("A picture in a section is said of the section")
    func inSection() throws {
        let document = try document([picture(90, 300, 400, 120)])
        #expect(remarks(document) == ["picture s2 1"])
        #expect(document.sections.map { $0.paragraphs.map(\.text.string) } == [[], ["正文见下。"], ["正文见下。"], ["正文见下。"]])
    }

    @Test("A picture that was cut into strips is one, two are two")
    func strips() throws {
        let strips = (0..<12).map { picture(90, 300 + 10 * $0, 400, 10) }
        #expect(try remarks(document(strips)) == ["picture s2 1"])
        #expect(try remarks(document([picture(90, 300, 190, 120), picture(300, 300, 190, 120)])) == ["picture s2 2"])
    }

    @Test("Emblems, backgrounds of text, and pictures in headers of all pages are none that anything may stand in")
    func others() throws {
        #expect(try remarks(document([picture(90, 300, 100, 100)])) == [])
        #expect(try remarks(document([picture(0, 0, 595, 842)])) == [])
        #expect(try remarks(document([picture(90, 780, 400, 50)], pages: 2)).filter { $0.hasPrefix("picture") } == [])
    }

    @Test("A page on which nothing is drawn is blank, and one with a picture or a drawing alone is not read")
    func blankPages() throws {
        func remarks(_ drawing: String?) throws -> [String] {
            var sheets = PDFSheets()
            for page in 0..<2 {
                sheets.begin(width: 595, height: 842)
                if page == 0 { sheets.text("一、总体情况", left: 90, bottom: 150, size: 16) } else if let drawing { sheets.draw(drawing) }
            }
            return try self.remarks(DocumentReader.read(sheets.bytes(), outline: Support.outline).document)
                .filter { $0.hasPrefix("unreadablePage") }
        }
        #expect(try remarks(nil) == [])
        #expect(try remarks("1 1 1 rg 0 0 595 842 re f") == [])
        #expect(try remarks(picture(0, 0, 595, 842)) == ["unreadablePage s0 2"])
        #expect(try remarks("0 0 0 rg 100 100 200 200 re f") == ["unreadablePage s0 2"])
        #expect(try remarks("100 100 m 200 300 l S") == ["unreadablePage s0 2"])
    }
}
