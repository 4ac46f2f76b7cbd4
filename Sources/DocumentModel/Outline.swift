/// The sections that a kind of report is due to have, as far as a reader needs them to tell a heading from a sentence.
package struct Outline: Hashable, Sendable {
    /// One section that is due, and how to know its heading.
    package struct Entry: Hashable, Sendable {
        /// The section's key, such as `applications`.
        package let key: String
        /// The section's place in the form, counted from 1.
        package let ordinal: Int
        /// The title as the form has it.
        package let title: String
        /// Other titles that mean the same section.
        package let variants: [String]
        /// Sets of words; a heading that holds all words of one set is the section's heading though its title is worded otherwise.
        package let terms: [[String]]

        package init(key: String, ordinal: Int, title: String, variants: [String] = [], terms: [[String]] = []) {
            self.key = key
            self.ordinal = ordinal
            self.title = title
            self.variants = variants
            self.terms = terms
        }
    }

    /// In the form's order.
    package let entries: [Entry]
    /// How to tell the report from the page that it was published on.
    package let page: PageVocabulary
    /// The tables that are due, of all forms, the newest form's first; a reader needs them only where a table has neither rules nor separators.
    package let tables: [TableVocabulary]

    package init(entries: [Entry], page: PageVocabulary = .empty, tables: [TableVocabulary] = []) {
        self.entries = entries
        self.page = page
        self.tables = tables
    }

    /// An outline of nothing: every text is one section 0.
    package static let none = Outline(entries: [])
}
