import AuditModel

/// The frame of every page: one file without anything fetched from elsewhere, so that it can be mailed and kept. Only a comparison runs a script, and
/// does without where none may run.
enum Page {
    static func bytes(
        title: String, language: Language, hasComparison: Bool, _ body: (inout HTMLWriter) -> Void
    ) -> [UInt8] {
        var html = HTMLWriter()
        html.literal("<!DOCTYPE html>\n")
        html.element("html", [.init("lang", language.rawValue)]) { html in
            html.lineFeed()
            html.element("head") { html in
                html.literal(
                    """
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'
                    """)
                if hasComparison {
                    html.literal("; ")
                    html.literal(ComparisonScript.policy)
                }
                html.literal("\">")
                html.lineFeed()
                html.element("title", text: title)
                html.literal("\n<style>\n")
                html.literal(Stylesheet.css)
                if hasComparison { html.literal(Stylesheet.comparison) }
                html.literal(Stylesheet.dark)
                html.literal("\n</style>\n")
            }
            html.lineFeed()
            html.element("body") { html in
                html.lineFeed()
                body(&html)
                if hasComparison {
                    html.literal("<script>")
                    html.literal(ComparisonScript.script)
                    html.literal("</script>\n")
                }
            }
            html.lineFeed()
        }
        html.lineFeed()
        return html.bytes
    }
}
