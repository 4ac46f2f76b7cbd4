import DocumentModel

/// Finds tables without drawn lines: rows of words that stand one below the other in columns.
enum AlignedTables {
    static func items(of lines: [TextLine], page: Int, matcher: TitleMatcher) -> [PageLayout.Placed] {
        lines.map { PageLayout.Placed(top: $0.box.top, item: .line($0)) }
    }
}
