import AuditModel

/// The frame of every page: one file without scripts and without anything fetched from elsewhere, so that it can be mailed and kept.
enum Page {
    static func bytes(title: String, language: Language, _ body: (inout HTMLWriter) -> Void) -> [UInt8] {
        var html = HTMLWriter()
        html.literal("<!DOCTYPE html>\n")
        html.element("html", [.init("lang", language.rawValue)]) { html in
            html.lineFeed()
            html.element("head") { html in
                html.literal(
                    """
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                    """)
                html.lineFeed()
                html.element("title", text: title)
                html.literal("\n<style>\n")
                html.literal(Stylesheet.css)
                html.literal("\n</style>\n")
            }
            html.lineFeed()
            html.element("body") { html in
                html.lineFeed()
                body(&html)
            }
            html.lineFeed()
        }
        html.lineFeed()
        return html.bytes
    }
}
