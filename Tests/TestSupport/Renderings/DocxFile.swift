/// The parts of a file of WordprocessingML around a body.
package struct DocxFile {
    /// The content of the element `body`, without the properties of its last section.
    package var body: String
    /// Whether the namespaces are those of the strict kind.
    package var isStrict = false
    /// The content of the part with the lists; two levels under number 7 unless told otherwise.
    package var numbering = DocxFile.headingLists
    /// The content of the part with the styles; `H1` and `H2` for headings unless told otherwise.
    package var styles = DocxFile.headingStyles
    /// What stands before the document's root, behind the declaration.
    package var prologue = ""

    package init(body: String, isStrict: Bool = false) {
        self.body = body
        self.isStrict = isStrict
    }

    private static let headingLists = """
        <w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>\
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H1"/><w:suff w:val="nothing"/>\
        <w:lvlText w:val="%1、"/></w:lvl>\
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="H2"/><w:suff w:val="nothing"/>\
        <w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
        """

    private static let headingStyles = """
        <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>\
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/>\
        <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>\
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>\
        <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        """

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    private var word: String {
        isStrict ? "http://purl.oclc.org/ooxml/wordprocessingml/main" : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    }

    private var relations: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    /// The part with the text.
    package var document: String {
        """
        \(Self.declaration)\(prologue)<w:document xmlns:w="\(word)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="\(relations)" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>\(body)<w:sectPr/></w:body></w:document>
        """
    }

    private func related(_ entries: [(String, String)]) -> String {
        let list = entries.enumerated().map { index, entry in
            "<Relationship Id=\"r\(index)\" Type=\"\(relations)/\(entry.0)\" Target=\"\(entry.1)\"/>"
        }
        return Self.declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + list.joined() + "</Relationships>"
    }

    /// All parts, those that tell the others first.
    package var members: [ZipWriter.Member] {
        let main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let types = """
            \(Self.declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/text/main.xml" ContentType="\(main).document.main+xml"/>\
            <Override PartName="/text/s.xml" ContentType="\(main).styles+xml"/>\
            <Override PartName="/text/lists/n.xml" ContentType="\(main).numbering+xml"/></Types>
            """
        return [
            ZipWriter.Member("[Content_Types].xml", types), ZipWriter.Member("_rels/.rels", related([("officeDocument", "text/main.xml")])),
            ZipWriter.Member("text/_rels/main.xml.rels", related([("styles", "s.xml"), ("numbering", "/text/lists/n.xml")])),
            ZipWriter.Member("text/main.xml", document),
            ZipWriter.Member("text/s.xml", "\(Self.declaration)<w:styles xmlns:w=\"\(word)\">\(styles)</w:styles>"),
            ZipWriter.Member("text/lists/n.xml", "\(Self.declaration)<w:numbering xmlns:w=\"\(word)\">\(numbering)</w:numbering>"),
        ]
    }

    /// The file.
    package var bytes: [UInt8] { ZipWriter.archive(members) }
}
