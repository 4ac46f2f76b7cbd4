/// A specimen as one XML file of an office program.
/// - Source: OpenDocument 1.2, 3.1.2
package enum FlatOpenDocument {
    /// The file's text; seeds differ in sizes, borders, indents, headers and page numbers.
    package static func text(of specimen: Specimen, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        func pick(_ values: [String]) -> String { values.randomElement(using: &generator) ?? "" }
        let size = pick(["12pt", "14pt", "16pt"])
        let paragraph = pick([
            "fo:text-indent=\"2em\"", "fo:text-indent=\"1.1cm\" fo:text-align=\"justify\"", "fo:margin-bottom=\"0.35cm\"",
        ]).replacing("2em", with: size == "12pt" ? "24pt" : size == "14pt" ? "28pt" : "32pt")
        let border = pick(["0.5pt solid #000000", "0.05pt solid #000000", "1pt solid #444444"])
        let number = pick([
            "<text:page-number/>", "— <text:page-number/> —", "第<text:page-number/>页 共<text:page-count/>页",
            "<text:page-number/>/<text:page-count/>",
        ])
        let header = pick(["", "<style:header><text:p>政府信息公开</text:p></style:header>"])
        let cellSize = pick(["9pt", "10.5pt"])
        let align = pick(["center", "start"])
        var tables = 0
        var columnStyles = ""
        var body = "<text:p text:style-name=\"Title\">\(specimen.title)</text:p>"
        for (index, block) in specimen.blocks.enumerated() {
            switch block {
            case .heading(let ordinal, let title, let level):
                body += "<text:h text:style-name=\"Body\" text:outline-level=\"\(level)\">\(ordinal)\(title)</text:h>"
            case .paragraph(let text):
                body += "<text:p text:style-name=\"\(index >= specimen.blocks.count - 2 ? "End" : "Body")\">\(text)</text:p>"
            case .table(let rows):
                tables += 1
                let (markup, columns) = table(rows, name: "T\(tables)")
                body += markup
                columnStyles += columns
            }
        }
        let namespaces = ["office", "style", "text", "table"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }.joined(separator: " ")
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document \(namespaces) xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
             office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
            <office:styles>
            <style:default-style style:family="paragraph"><style:text-properties fo:font-size="\(size)" style:font-size-asian="\(size)"
             fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
            </office:styles>
            <office:automatic-styles>
            <style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
            <style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
            <style:style style:name="Body" style:family="paragraph"><style:paragraph-properties \(paragraph) fo:line-height="150%"/></style:style>
            <style:style style:name="End" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
            <style:style style:name="In" style:family="paragraph"><style:paragraph-properties fo:text-align="\(align)"/>
            <style:text-properties fo:font-size="\(cellSize)" style:font-size-asian="\(cellSize)"/></style:style>
            <style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border="\(border)"
             style:vertical-align="middle"/></style:style>
            <style:style style:name="Table" style:family="table"><style:table-properties style:width="16cm" table:align="center"/></style:style>
            \(columnStyles)
            <style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
             fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout>
            </office:automatic-styles>
            <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">\(header)
            <style:footer><text:p>\(number)</text:p></style:footer></style:master-page></office:master-styles>
            <office:body><office:text>\(body)</office:text></office:body></office:document>
            """
    }

    private static func table(_ rows: [[Specimen.Cell]], name: String) -> (markup: String, styles: String) {
        let columns = rows[0].reduce(0) { $0 + $1.columnSpan }
        let widths =
            columns == 10 ? [0.9, 2.6, 4.4] + Array(repeating: 8.1 / 7, count: 7) : Array(repeating: 16 / Double(columns), count: columns)
        let styles = widths.enumerated().map { index, width in
            "<style:style style:name=\"\(name).\(index)\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"\(width)cm\"/></style:style>"
        }.joined()
        var covered = Array(repeating: Array(repeating: false, count: columns), count: rows.count)
        var markup = "<table:table table:name=\"\(name)\" table:style-name=\"Table\">"
        markup += (0..<columns).map { "<table:table-column table:style-name=\"\(name).\($0)\"/>" }.joined()
        for (row, cells) in rows.enumerated() {
            markup += "<table:table-row>"
            var next = cells.makeIterator()
            for column in 0..<columns {
                guard !covered[row][column], let cell = next.next() else {
                    markup += "<table:covered-table-cell/>"
                    continue
                }
                for down in 0..<cell.rowSpan { for right in 0..<cell.columnSpan { covered[row + down][column + right] = true } }
                markup += "<table:table-cell table:style-name=\"Cell\" table:number-columns-spanned=\"\(cell.columnSpan)\""
                markup +=
                    " table:number-rows-spanned=\"\(cell.rowSpan)\"><text:p text:style-name=\"In\">\(cell.text)</text:p></table:table-cell>"
            }
            markup += "</table:table-row>"
        }
        return (markup + "</table:table>", styles)
    }
}
