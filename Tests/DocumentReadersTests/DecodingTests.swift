import DocumentModel
import DocumentReaders
import Glibc
import Testing

@Suite struct DecodingTests {
    static let text = "某县年度报告\n一、总体情况\n本年公开信息12条。\n二、主动公开政府信息情况\n规章\t3\t0\n"

    private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    private func gb18030(_ text: String) throws -> [UInt8] {
        let converter = try #require(iconv_open("GB18030", "UTF-8"))
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map(CChar.init(bitPattern:))
        var output = [CChar](repeating: 0, count: input.count * 2)
        var left = input.count
        var room = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                _ = iconv(converter, &from, &left, &to, &room)
            }
        }
        #expect(left == 0)
        return output.dropLast(room).map(UInt8.init(bitPattern:))
    }

    private func dump(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> [String] {
        let reading = try DocumentReader.read(bytes, outline: Support.outline)
        #expect(reading.encoding == encoding)
        #expect(reading.mediaType == "text/plain")
        #expect(reading.document.remarks.isEmpty)
        #expect(Support.firstMisplaced(reading.document, in: Self.text) == nil)
        return Support.dump(reading.document)
    }

    @Test("The same text in every encoding gives the same document")
    func encodings() throws {
        let plain = try dump(Array(Self.text.utf8), .utf8)
        #expect(plain.count == 6)
        #expect(try dump([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), .utf8) == plain)
        #expect(try dump([0xFF, 0xFE] + utf16(Self.text, littleEndian: true), .utf16LittleEndian) == plain)
        #expect(try dump([0xFE, 0xFF] + utf16(Self.text, littleEndian: false), .utf16BigEndian) == plain)
        #expect(try dump(utf16(Self.text, littleEndian: true), .utf16LittleEndian) == plain)
        #expect(try dump(utf16(Self.text, littleEndian: false), .utf16BigEndian) == plain)
        #expect(try dump(gb18030(Self.text), .gb18030) == plain)
    }

    @Test("Characters of four bytes come through UTF-16 and GB18030")
    func rareCharacters() throws {
        let text = "𠮷村镇总体情况与㐀字说明，均为生僻字。"
        for bytes in [
            utf16(text, littleEndian: true), utf16(text, littleEndian: false), try gb18030(text + String(repeating: "情况", count: 20)),
        ] {
            let document = try DocumentReader.read(bytes, outline: Support.outline).document
            #expect(document.sections[0].paragraphs[0].text.string.hasPrefix(text))
        }
    }

    @Test("Pure ASCII in two-byte units is text, not binary")
    func wideASCII() throws {
        let reading = try DocumentReader.read(utf16("Annual report\nNothing to say.\n", littleEndian: true), outline: .none)
        #expect(reading.encoding == .utf16LittleEndian)
        #expect(reading.document.sections[0].paragraphs.count == 2)
    }

    @Test("Every kind of line end counts lines alike", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) throws {
        let source = "标题\n\n一、总体情况\n正文。".replacing("\n", with: end)
        let document = try Support.read(source).document
        #expect(document.sections[1].heading?.text.start == SourcePosition(line: 3, column: 1))
        #expect(document.sections[1].paragraphs[0].text.start == SourcePosition(line: 4, column: 1))
    }

    @Test("Damaged bytes are replaced, counted and said")
    func damage() throws {
        var bytes = Array("一、总体情况\n本年公开信息十二条，受理申请三件，均已办结。\n".utf8)
        bytes.insert(0xFF, at: 19)
        bytes.append(contentsOf: [0xE6, 0x94])
        let document = try DocumentReader.read(bytes, outline: Support.outline).document
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["replacedBytes 2"])
        #expect(document.sections[1].paragraphs.map(\.text.string) == ["\u{FFFD}本年公开信息十二条，受理申请三件，均已办结。", "\u{FFFD}"])
    }

    @Test("Damage in GB18030 and in UTF-16 is replaced, too")
    func otherDamage() throws {
        var bytes = try gb18030(String(repeating: "本年公开信息十二条。\n", count: 20))
        bytes.insert(0xFF, at: 21)
        let document = try DocumentReader.read(bytes, outline: Support.outline).document
        #expect(document.remarks.map(\.kind) == [.replacedBytes])
        #expect(document.sections[0].paragraphs.count == 20)
        let wide = [0xFF, 0xFE] + utf16("标题与正文，共两行文字，第二行。", littleEndian: true) + [0x00, 0xDC]
        #expect(try DocumentReader.read(wide, outline: .none).document.remarks.map(\.kind) == [.replacedBytes])
    }

    @Test("A few control characters are left out, and the columns stay those of the source")
    func controls() throws {
        let source = "\u{0C}一、总体情况\n本年\u{01}公开\u{0B}信息。\n"
        let document = try Support.read(source).document
        #expect(document.remarks.map { "\($0.kind) \($0.detail)" } == ["droppedControls 2"])
        #expect(document.sections[1].heading?.text.start == SourcePosition(line: 1, column: 2))
        #expect(document.sections[1].paragraphs[0].text.string == "本年公开信息。")
        #expect(Support.firstMisplaced(document, in: source) == nil)
    }

    @Test(
        "Of the characters around a line those that are blank are left out, and no others",
        arguments: [0x80...0x24F, 0x1670...0x1810, 0x1FF0...0x2070, 0x2FF0...0x3010, 0xFEF0...0xFF10] as [ClosedRange<UInt32>])
    func blanks(_ scalars: ClosedRange<UInt32>) throws {
        for scalar in scalars.compactMap(Unicode.Scalar.init) {
            let text = try Support.read("\(scalar)字\(scalar)").document.sections[0].paragraphs.map(\.text.string)
            let expected = Blank.contains(scalar.value) ? "字" : "\(scalar)字\(scalar)"
            #expect(text.joined() == expected, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(
        "What is no text is refused with its reason",
        arguments: [
            ([], .empty), (Array(" \n\t\r\n　\u{FEFF}".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
            (Array("正文\u{0}正文".utf8), .notText), ((0..<255).map { UInt8($0) }, .notText),
            ([UInt8](repeating: 0, count: 100), .notText), (Array(String(repeating: "\u{1}a", count: 20).utf8), .notText),
            ([0x50, 0x4B, 3, 4, 20], .damaged(.zip, detail: "the end is missing")),
            (Array("<?xml version=\"1.0\"?><report>正文</report>".utf8), .unsupported(.xml)),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .unsupported(.compound)),
            ([0xE9, 0x20, 0xE8, 0x20, 0xE0, 0x20, 0xE7, 0x20, 0x61], .notDecodable(encoding: nil)),
        ] as [([UInt8], ReadingError)])
    func refused(_ bytes: [UInt8], _ error: ReadingError) {
        #expect(throws: error) { try DocumentReader.read(bytes, outline: Support.outline) }
    }

    @Test("More bytes than the limit are refused before they are looked at")
    func tooLarge() {
        #expect(throws: ReadingError.tooLarge(limit: 10)) {
            try DocumentReader.read(Array("%PDF-123456".utf8), outline: .none, limits: ReadingLimits(bytes: 10, packedBytes: 10))
        }
    }
}
