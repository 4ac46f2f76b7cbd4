import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Files of WordprocessingML that are made to do harm: each is refused with its reason, or read as far as the limits go.
@Suite struct DocxHostileTests {
    private typealias Member = ZipWriter.Member

    private static let report = DocxFile(body: "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>")

    /// The file with other members in place of its own, by name; nil takes one away.
    private static func file(_ changes: [String: ZipWriter.Member?]) -> [UInt8] {
        var members = report.members.compactMap { member in
            changes.first { $0.key.utf8.elementsEqual(member.name) }.map(\.value) ?? member
        }
        let names = report.members.map { String(decoding: $0.name, as: UTF8.self) }
        for (name, member) in changes.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
            if let member { members.append(member) }
        }
        return ZipWriter.archive(members)
    }

    private static func main(_ text: String) -> [UInt8] { file(["text/main.xml": Member("text/main.xml", text)]) }

    private func error(_ bytes: [UInt8]) -> ReadingError? {
        do {
            _ = try DocumentReader.read(bytes, outline: Support.outline)
            return nil
        } catch {
            return error
        }
    }

    private func isDamaged(_ bytes: [UInt8]) -> Bool {
        if case .damaged(.docx, _) = error(bytes) { true } else { false }
    }

    @Test("A text that unpacks too far is refused unread")
    func bombs() {
        let bomb = Member("text/main.xml", repeating: 0x20, count: 40 << 20)
        #expect(error(Self.file(["text/main.xml": bomb])) == .expandsTooFar(limit: 32 << 20))
        // What is not read may be as large as it likes, within the whole.
        #expect(error(Self.file(["media/x.bin": Member("media/x.bin", repeating: 0, count: 50 << 20)])) == nil)
    }

    @Test("A size that lies, a checksum that is wrong, an encrypted part")
    func lies() throws {
        let text = Array(Self.report.document.utf8)
        var short = Member("text/main.xml", text)
        short.size -= 1
        var wrong = Member("text/main.xml", text)
        wrong.checksum ^= 1
        var secret = Member("text/main.xml", text)
        secret.flags |= 1
        #expect(isDamaged(Self.file(["text/main.xml": short])))
        #expect(isDamaged(Self.file(["text/main.xml": wrong])))
        #expect(error(Self.file(["text/main.xml": secret])) == .encrypted(.docx))
    }

    @Test("A document type, with or without entities, is refused")
    func documentTypes() {
        let entities = "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        let external = "<!DOCTYPE w:document SYSTEM \"file:///etc/passwd\">"
        for declaration in [entities, external] {
            var file = Self.report
            file.prologue = declaration
            #expect(error(file.bytes) == .forbiddenMarkup(.docx))
            #expect(
                error(Self.file(["_rels/.rels": Member("_rels/.rels", "\(declaration)<Relationships/>")])) == .forbiddenMarkup(.docx))
        }
        #expect(isDamaged(Self.main("<w:document>&xxe;</w:document>")))
    }

    @Test("Elements that nest without end are refused for that, not as damaged", arguments: ["w:p", "w:tbl", "w:sdt", "w:x"])
    func nesting(_ name: String) {
        for depth in [300, 20_000] {
            let text = String(repeating: "<\(name)>", count: depth) + String(repeating: "</\(name)>", count: depth)
            #expect(error(DocxFile(body: text).bytes) == .tooManyParts(limit: 256))
        }
    }

    @Test("A body of more than ten megabytes is read; a value or a comment as long is refused for its length, not as damaged")
    func largeBodies() throws {
        var random = SeededGenerator(seed: 1)
        // Text that does not pack to nothing.
        let text = (0..<1_000).map { _ in
            String((0..<1_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &random))) })
        }
        let paragraphs = text.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        let end = "<w:p><w:r><w:t>末</w:t></w:r></w:p>"
        let document = try DocumentReader.read(DocxFile(body: String(repeating: paragraphs, count: 11) + end).bytes, outline: .none)
            .document
        #expect(document.sections[0].paragraphs.count == 11_001 && document.remarks == [])
        let long = String(repeating: text.joined(), count: 11)
        for body in ["<w:p w:rsidR=\"\(long)\"/>", "<!--\(long)-->", "<?x \(long)?>"] {
            // What of them the parser passes over quickly, it does not measure.
            let error = error(DocxFile(body: body + end).bytes)
            #expect(error == .expandsTooFar(limit: 10_000_000) || error == nil && !body.hasPrefix("<w:p"))
        }
    }

    @Test("Tables within tables are read as deep as elements may nest")
    func nestedTables() throws {
        let depth = 60
        let text =
            String(repeating: "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", count: depth) + "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
            + String(repeating: "</w:tc></w:tr></w:tbl><w:p/>", count: depth)
        let document = try DocumentReader.read(DocxFile(body: text).bytes, outline: .none).document
        #expect(document.specimenDump == ["|  | 甲 |"])
    }

    @Test("A cell that claims a million columns takes those that are seen")
    func wideSpans() throws {
        func cell(_ span: Int) -> String {
            "<w:tc><w:tcPr><w:gridSpan w:val=\"\(span)\"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
        }
        let before = "<w:trPr><w:gridBefore w:val=\"1000000\"/></w:trPr>"
        let rows = [cell(1_000_000) + cell(-5), before + cell(1), cell(.max) + cell(1)].map { "<w:tr>\($0)</w:tr>" }
        let document = try DocumentReader.read(DocxFile(body: "<w:tbl>\(rows.joined())</w:tbl>").bytes, outline: .none).document
        #expect(document.specimenDump == ["| 甲 | 甲 |", "|  | 甲 |", "| 甲 | 甲 |"])
    }

    @Test("Rows without end are read as far as there is room, columns as well")
    func largeTables() throws {
        let cells = String(repeating: "<w:tc><w:p/></w:tc>", count: 1200)
        let wide = try DocumentReader.read(DocxFile(body: "<w:tbl><w:tr>\(cells)</w:tr></w:tbl>").bytes, outline: .none).document
        #expect(wide.remarks.map(\.detail) == ["columns 1000"])
        #expect(Support.tables(wide).map(\.columnCount) == [1000])
        let row = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
        let long = DocxFile(body: "<w:tbl>\(String(repeating: row, count: 300))</w:tbl>").bytes
        let cut = try DocumentReader.read(long, outline: .none, limits: ReadingLimits(cells: 100)).document
        #expect(Support.tables(cut).map(\.rowCount) == [50] && cut.remarks.map(\.detail) == ["cells 100"])
    }

    @Test("A million paragraphs are read as far as there is room, and that is said")
    func manyParagraphs() throws {
        let body = String(repeating: "<w:p><w:r><w:t>1</w:t></w:r></w:p>", count: 201_000)
        let reading = ProcessorTime.measure { try DocumentReader.read(DocxFile(body: body).bytes, outline: .none).document }
        #expect(try reading.result.get().remarks.map(\.detail) == ["paragraphs 200000"])
        #expect(reading.seconds < 60)
        #expect(error(DocxFile(body: String(repeating: "<w:p/>", count: 4_000_000)).bytes) == .tooManyParts(limit: 4_000_000))
    }

    @Test("Fields within fields without end are read in linear time")
    func nestedFields() throws {
        let open = "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        let close = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let runs = [(open, 30_000), ("<w:r><w:t>1</w:t></w:r>", 60_000), (close, 30_000)].map { String(repeating: $0, count: $1) }
        let bytes = DocxFile(body: "<w:p>\(runs.joined())</w:p>").bytes
        let reading = ProcessorTime.measure { try DocumentReader.read(bytes, outline: .none).document }
        #expect(try reading.result.get().sections[0].paragraphs.map(\.text.string.utf8.count) == [60_000])
        #expect(reading.seconds < 30)
    }

    @Test("Missing, misplaced and repeated parts")
    func parts() {
        #expect(error(Self.file(["text/s.xml": nil, "text/lists/n.xml": nil])) == nil)
        #expect(isDamaged(Self.file(["text/main.xml": nil])))
        #expect(isDamaged(Self.file(["text/main.xml": Member("text/main.xml", "")])))
        #expect(isDamaged(Self.main("<html/>")))
        #expect(isDamaged(Self.file(["text/s.xml": Member("text/s.xml", "<w:styles")])))
        var members = Self.report.members
        members.append(Member("TEXT/main.xml", "<x/>"))
        #expect(error(ZipWriter.archive(members)) == .damaged(.docx, detail: "text/main.xml stands twice"))
    }

    @Test("Relationships that lead out of the file lead nowhere")
    func relationships() throws {
        func relations(_ target: String, _ more: String = "") -> ZipWriter.Member {
            let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            return Member(
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="a" Type="\(type)" Target="\(target)" \(more)/></Relationships>
                """)
        }
        for target in ["file:///etc/passwd", "http://example.com/x", "../../etc/passwd"] {
            #expect(isDamaged(Self.file(["_rels/.rels": relations(target)])))
        }
        #expect(isDamaged(Self.file(["_rels/.rels": relations("text/main.xml", "TargetMode=\"External\"")])))
        // Steps upwards end at the root.
        #expect(error(Self.file(["_rels/.rels": relations("../../x/../text/./main.xml")])) == nil)
        #expect(error(Self.file(["_rels/.rels": nil, "word/document.xml": Member("word/document.xml", Self.report.document)])) == nil)
    }

    @Test("A file that is cut anywhere is refused")
    func cut() {
        let whole = Self.report.bytes
        for end in stride(from: 4, to: whole.count, by: 97) {
            guard let error = error(Array(whole[..<end])) else {
                Issue.record("cut at \(end)")
                continue
            }
            if case .damaged = error { continue }
            Issue.record("cut at \(end): \(error)")
        }
    }

    @Test("Files of other kinds are named")
    func otherKinds() {
        func kind(_ members: ZipWriter.Member...) -> SourceFormat { SourceFormat.found(in: ZipWriter.archive(members)) }
        func types(_ type: String) -> ZipWriter.Member {
            Member("[Content_Types].xml", "<Types><Override PartName=\"/x\" ContentType=\"application/\(type)\"/></Types>")
        }
        #expect(kind(types("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")) == .xlsx)
        #expect(kind(types("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")) == .pptx)
        #expect(kind(Member("mimetype", "application/vnd.oasis.opendocument.text")) == .odt)
        #expect(kind(Member("mimetype", "application/vnd.oasis.opendocument.spreadsheet")) == .ods)
        #expect(kind(Member("OFD.xml", "<ofd:OFD/>")) == .ofd)
        #expect(kind(Member("a.docx", "x")) == .zip)
        #expect(SourceFormat.found(in: Array("Rar!\u{1A}\u{7}\u{1}".utf8)) == .rar)
        #expect(SourceFormat.found(in: Array("{\\rtf1\\ansi".utf8)) == .rtf)
    }

    @Test("Bytes and markup changed at random are read or refused, never more", arguments: 0..<20)
    func damaged(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let structure = DocxRendering.Structure.allCases[Int(seed) % DocxRendering.Structure.allCases.count]
        let specimen = Specimen(form2021: seed)
        let body = {
            var rendering = DocxRendering(structure, seed: seed)
            return Array(rendering.body(specimen).utf8)
        }()
        let field = "<w:fldChar w:fldCharType=\"begin\"/>"
        let pieces = ["</w:p>", "<w:p>", "<w:tbl>", "<w:tc>", "w:val=\"\"", "<w:r>", "\"", "<", field, "9"]
        for round in 0..<20 {
            var changed = body
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<changed.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
                case 1: changed.removeSubrange(place..<min(changed.count, place + Int.random(in: 1...60, using: &random)))
                default: changed[place] = UInt8.random(in: 0x20...0x7E, using: &random)
                }
            }
            var file = DocxFile(body: String(decoding: changed, as: UTF8.self))
            if round % 4 == 0 { file.numbering = String(decoding: changed.prefix(4000), as: UTF8.self) }
            if round % 4 == 1 { file.styles = String(decoding: changed.prefix(4000), as: UTF8.self) }
            let first = error(file.bytes)
            #expect(first == error(file.bytes), "seed \(seed), round \(round)")
            var bytes = DocxFile(body: String(decoding: body, as: UTF8.self)).bytes
            for _ in 0..<8 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            _ = error(bytes)
        }
    }
}
