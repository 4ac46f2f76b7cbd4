/// A specimen as a page that a browser prints.
package enum PrintPage {
    /// The page's markup; seeds differ in fonts, sizes, borders, indents and widths.
    package static func html(of specimen: Specimen, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        func pick(_ values: [String]) -> String { values.randomElement(using: &generator) ?? "" }
        let border = pick(["1px solid #000", "1px solid #999", "0.5pt solid black", "2px solid #000"])
        let collapse = pick(["collapse", "collapse", "separate; border-spacing: 0"])
        let style = """
            @page { size: \(pick(["A4", "A4", "A4 landscape", "Letter"])); margin: \(pick(["20mm", "25mm 28mm"])); }
            body { font: \(pick(["12pt", "14pt", "16px"]))/\(pick(["1.5", "1.75", "2"])) sans-serif; }
            h1 { text-align: center; font-size: 1.5em; } h2, h3, p { font-size: 1em; \(pick(["text-indent: 2em; margin: 0;", "margin: 0.8em 0;", "text-indent: 2em; text-align: justify;"])) }
            p.end { text-align: right; }
            table { border-collapse: \(collapse); width: 100%; font-size: \(pick(["9pt", "10pt"])); line-height: 1.3; }
            td { border: \(border); padding: \(pick(["2px", "4px"])); \(pick(["text-align: center;", ""])) }
            """
        var lines = ["<h1>\(specimen.title)</h1>"]
        for (index, block) in specimen.blocks.enumerated() {
            switch block {
            case .heading(let ordinal, let title, let level): lines.append("<h\(level + 1)>\(ordinal)\(title)</h\(level + 1)>")
            case .paragraph(let text): lines.append("<p\(index >= specimen.blocks.count - 2 ? " class='end'" : "")>\(text)</p>")
            case .table(let rows):
                let body = rows.map { cells in
                    "<tr>" + cells.map { "<td rowspan=\($0.rowSpan) colspan=\($0.columnSpan)>\($0.text)</td>" }.joined() + "</tr>"
                }
                lines.append("<table>" + body.joined() + "</table>")
            }
        }
        return "<!DOCTYPE html><html><head><meta charset=utf-8><title>\(specimen.title)</title><style>\(style)</style></head><body>"
            + lines.joined(separator: "\n") + "</body></html>"
    }
}
