/// Renders specimens as files of WordprocessingML, in structures that programs and people make; a seed varies each.
package struct DocxRendering {
    /// How a document is built.
    package enum Structure: String, CaseIterable, Sendable {
        /// A run a paragraph, merged cells as Word writes them.
        case plain
        /// Runs, fields, links and revisions that part the text anywhere.
        case revised
        /// Headings whose numbers and levels come from styles and lists.
        case numbered
        /// Content controls at every level, text boxes, tables within cells, a frame around all.
        case controlled
        /// Strict namespaces, grids finer than the table, columns left free, cells merged to the right one by one.
        case strict
    }

    let structure: Structure
    var random: SeededGenerator
    /// The numbers that lists have come to, by level.
    private var counts = [0, 0]

    package init(_ structure: Structure, seed: UInt64) {
        self.structure = structure
        random = SeededGenerator(seed: seed)
    }

    /// The whole file.
    package static func file(_ specimen: Specimen, _ structure: Structure, seed: UInt64) -> [UInt8] {
        var rendering = DocxRendering(structure, seed: seed)
        return DocxFile(body: rendering.body(specimen), isStrict: structure == .strict).bytes
    }

    /// Whether something happens that happens so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    package mutating func body(_ specimen: Specimen) -> String {
        var parts = specimen.titleLines.map { title($0) }
        for block in specimen.blocks {
            switch block {
            case .heading(let ordinal, let title, let level): parts.append(heading(ordinal, title, level: level))
            case .paragraph(let text): parts.append(paragraph(text))
            case .table(let rows):
                parts.append(table(rows))
                parts.append("<w:p/>")
            }
            if structure == .revised, chance(10) { parts.append(deletedParagraph()) }
        }
        if structure == .controlled {
            parts = parts.map { chance(20) ? "<w:sdt><w:sdtPr/><w:sdtContent>\($0)</w:sdtContent></w:sdt>" : $0 }
            if chance(30) {
                return "<w:tbl><w:tblGrid><w:gridCol w:w=\"9000\"/></w:tblGrid><w:tr><w:tc>\(parts.joined())</w:tc></w:tr></w:tbl><w:p/>"
            }
        }
        return parts.joined()
    }

    // MARK: Paragraphs

    private mutating func title(_ text: String) -> String {
        guard structure == .controlled, chance(50) else { return paragraph(text, properties: "<w:jc w:val=\"center\"/>") }
        let content = "<w:txbxContent><w:p>\(run(text))</w:p></w:txbxContent>"
        return """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>\
            \(content)</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>\
            <v:textbox>\(content)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """
    }

    private mutating func heading(_ ordinal: String, _ title: String, level: Int) -> String {
        guard structure == .numbered, level <= 2 else {
            let bold = chance(50) ? "<w:outlineLvl w:val=\"\(level - 1)\"/>" : ""
            return paragraph(ordinal + title, properties: bold)
        }
        counts[level - 1] += 1
        if level == 1 { counts[1] = 0 }
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        let count = counts[level - 1]
        let expected = count <= 10 ? (level == 1 ? "\(numerals[count - 1])、" : "（\(numerals[count - 1])）") : ""
        // A number that a list does not come to is written out.
        guard expected == ordinal else { return paragraph(ordinal + title) }
        // Through the style, or by the paragraph itself.
        let own = "<w:numPr><w:ilvl w:val=\"\(level - 1)\"/><w:numId w:val=\"7\"/></w:numPr>"
        return paragraph(title, properties: chance(50) ? "<w:pStyle w:val=\"H\(level)\"/>" : own + "<w:outlineLvl w:val=\"\(level - 1)\"/>")
    }

    private mutating func deletedParagraph() -> String {
        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"x\"/></w:rPr></w:pPr><w:del w:id=\"2\" w:author=\"x\"><w:r><w:delText>已删去的一段9件</w:delText></w:r></w:del></w:p>"
    }

    mutating func paragraph(_ text: String, properties: String = "") -> String {
        let scalars = Array(text.unicodeScalars)
        if structure == .revised, chance(15), scalars.count > 2, properties.isEmpty {
            // Two paragraphs whose parting was deleted.
            let cut = Int.random(in: 1..<scalars.count, using: &random)
            let (first, second) = (Self.string(scalars[..<cut]), Self.string(scalars[cut...]))
            let mark = "<w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"x\"/></w:rPr></w:pPr>"
            return "<w:p>\(mark)\(runs(first))</w:p><w:p>\(runs(second))</w:p>"
        }
        let declared = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
        return "<w:p>\(declared)\(runs(text))</w:p>"
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

    private mutating func runs(_ text: String) -> String {
        switch structure {
        case .revised:
            var scalars = Array(text.unicodeScalars)[...]
            var parts: [String] = []
            while !scalars.isEmpty {
                let piece = scalars.prefix(Int.random(in: 1...6, using: &random))
                scalars = scalars.dropFirst(piece.count)
                parts.append(revised(Self.string(piece)))
            }
            return parts.joined()
        case .controlled where chance(20):
            return "<w:sdt><w:sdtPr/><w:sdtContent>\(run(text))</w:sdtContent></w:sdt>"
        default: return run(text)
        }
    }

    private mutating func revised(_ text: String) -> String {
        let run = run(text)
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return "<w:ins w:id=\"4\" w:author=\"x\">\(run)</w:ins>"
        case 1: return "\(run)<w:del w:id=\"5\" w:author=\"x\"><w:r><w:delText>7件</w:delText></w:r></w:del>"
        case 2: return "<w:hyperlink w:anchor=\"_x\">\(run)</w:hyperlink>"
        case 3: return "<w:smartTag w:element=\"date\"><w:smartTag w:element=\"y\">\(run)</w:smartTag></w:smartTag>"
        case 4: return "<w:fldSimple w:instr=\" HYPERLINK \\l x \">\(run)</w:fldSimple>"
        case 5:
            return """
                <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK \\l y </w:instrText></w:r>\
                <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(run)<w:r><w:fldChar w:fldCharType="end"/></w:r>
                """
        case 6: return "<w:proofErr w:type=\"spellStart\"/>\(run)<w:proofErr w:type=\"spellEnd\"/>"
        case 7: return "<w:bookmarkStart w:id=\"1\" w:name=\"b\"/>\(run)<w:bookmarkEnd w:id=\"1\"/>"
        case 8: return "\(run)<w:r><w:rPr><w:vanish/></w:rPr><w:t>88</w:t></w:r>"
        case 9: return "\(run)<w:moveFrom w:id=\"6\" w:author=\"x\"><w:r><w:t>迁走</w:t></w:r></w:moveFrom>"
        case 10: return "\(run)<w:r><w:lastRenderedPageBreak/></w:r>"
        case 11: return "\(run)<w:r><w:softHyphen/></w:r>"
        default: return run
        }
    }

    private mutating func run(_ text: String) -> String {
        let properties = chance(30) ? "<w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/></w:rPr>" : ""
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(escaped)</w:t></w:r>"
    }
}
