package import DocumentModel

/// The outlines that documents are read by, made ready once for any number of them.
package struct PreparedOutlines: Sendable {
    /// In the order in which they are tried.
    let matchers: [TitleMatcher]
    /// Every heading of any of them: a reader has to know all, whichever outline it is of.
    let headings: TitleMatcher

    /// Of the outlines the one counts whose headings a text has most of and most surely; the first of several.
    package init(_ outline: Outline, others: [Outline] = []) {
        matchers = ([outline] + others).map(TitleMatcher.init)
        headings =
            others.isEmpty
            ? matchers[0]
            : TitleMatcher(Outline(entries: outline.entries + others.flatMap(\.entries), page: outline.page, tables: outline.tables))
    }
}
