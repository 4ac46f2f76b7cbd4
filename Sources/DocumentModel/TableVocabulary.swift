/// The labels of one table that is due in a kind of report, by which a reader knows its rows where nothing but the words tells them from running text.
package struct TableVocabulary: Hashable, Sendable {
    /// One row or one column.
    package struct Line: Hashable, Sendable {
        /// Its wordings; at least one, the form's own first.
        package let labels: [String]
        /// The labels of the groups that it stands in, outermost first; empty when it stands in none.
        package let groups: [String]

        package init(labels: [String], groups: [String] = []) {
            self.labels = labels
            self.groups = groups
        }
    }

    /// In the form's order.
    package let rows: [Line]
    /// In the form's order.
    package let columns: [Line]

    package init(rows: [Line], columns: [Line]) {
        self.rows = rows
        self.columns = columns
    }
}
