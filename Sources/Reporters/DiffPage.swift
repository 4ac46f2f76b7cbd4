package import AuditModel
import DocumentDiff
import DocumentModel

/// The comparison of two texts as one self-contained HTML file.
package enum DiffPage {
    /// The page as UTF-8 bytes.
    ///
    /// - Parameter kinds: those that are shown at first; the reader can call up the others.
    package static func bytes(
        of comparison: Comparison, in language: Language, showing kinds: Set<ChangeKind> = Set(ChangeKind.allCases)
    ) -> [UInt8] {
        let name = ComparisonWording.heading[language]
        return Page.bytes(title: name, language: language, hasComparison: true) { html in
            html.element("section", [.class("sheet wide")]) { html in
                html.element("div", [.class("masthead")]) { html in
                    html.element("h1", text: name)
                }
                html.element("table", [.class("facts")]) { html in
                    side(comparison.old, ComparisonWording.old[language], language, &html)
                    side(comparison.new, ComparisonWording.new[language], language, &html)
                }
                html.element("p", text: ComparisonWording.summary(of: comparison.delta)[language])
                if !comparison.delta.isMinimal { html.element("p", text: ComparisonWording.approximate[language]) }
                html.lineFeed()
                if !comparison.changes.isEmpty {
                    html.element("h2", text: PageWording.indicatorChanges[language])
                    ChangePage.write(
                        comparison.changes, language, sides: [ComparisonWording.old, ComparisonWording.new], reference: { _, _ in }, &html)
                }
                let name = { (place: Place, html: inout HTMLWriter) in html.text(CopiedTextPage.name(place, language)) }
                PromisePage.write(comparison.carryover, language, place: name, &html)
                CopiedTextPage.write(comparison.carryover, language, place: name, &html)
                html.element("h2", text: ComparisonWording.text[language])
                ComparisonPage(
                    comparison.outline, mask: comparison.mask, language: language, leavesFigures: !comparison.changes.isEmpty, prefix: "",
                    shownKinds: kinds
                ).write(&html)
                html.element("footer", [.class("colophon")]) { html in
                    html.element("p", text: "\(PageWording.madeBy[language]) \(Tool.name) \(Tool.version)")
                    html.element("p", [.class("mono")], text: comparison.old.source.digest)
                    html.element("p", [.class("mono")], text: comparison.new.source.digest)
                }
            }
        }
    }

    private static func side(_ side: Comparison.Side, _ name: String, _ language: Language, _ html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("th", text: name)
            html.element("td") { html in
                if let identity = side.identity, identity.unit != nil || identity.year != nil {
                    html.text(AuditWording.subject(identity, language) + " · ")
                }
                html.element("span", [.class("path")], text: side.source.path)
            }
        }
    }
}
