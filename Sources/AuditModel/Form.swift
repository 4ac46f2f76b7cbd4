package import DocumentModel

/// One figure that a form prescribes.
package struct Indicator: Hashable, Sendable {
    /// The identifier, such as `applications.new.total`.
    package typealias ID = String

    /// Which numbers the cell may hold.
    package enum Kind: String, Hashable, Sendable {
        /// A whole number, not negative.
        case count
        /// A decimal number in the form's unit (ten thousand yuan for fees).
        case amount
        /// A whole number that may be negative, such as a change.
        case change
    }

    /// Unique within its form; a figure that two forms have in common bears the same in both.
    package let id: ID
    /// The index of its table, row and column in the form, each counted from 0.
    package let table: Int
    /// See `table`.
    package let row: Int
    /// See `table`.
    package let column: Int
    /// As the form says for the row, else for the column, else `count`.
    package let kind: Kind
    /// How people call it: row and column.
    package let label: LocalizedText
    /// True for a figure of a row that stands for others (see `FormTable.Line.standsFor`).
    package let isSubstitute: Bool

    package init(id: ID, table: Int, row: Int, column: Int, kind: Kind, label: LocalizedText, isSubstitute: Bool) {
        self.id = id
        self.table = table
        self.row = row
        self.column = column
        self.kind = kind
        self.label = label
        self.isSubstitute = isSubstitute
    }
}

/// One table of a form. Its figures are where its rows and columns cross, so far as the form has a figure there.
package struct FormTable: Hashable, Sendable {
    /// One row or one column.
    package struct Line: Hashable, Sendable {
        /// Its part of the indicators' identifiers, such as `result.refused.state-secret` or `natural-person`.
        package let id: String
        /// The form's label, without those of the groups it stands in.
        package let label: String
        /// Other labels that mean the same.
        package let variants: [String]
        /// The labels of the groups that it stands in, outermost first; empty when it stands in none.
        package let groups: [String]
        /// How people call it.
        package let name: LocalizedText
        /// The ids of the rows that this row stands for where a report has one row in place of several; empty for a row of the form itself.
        package let standsFor: [String]

        package init(id: String, label: String, variants: [String], groups: [String], name: LocalizedText, standsFor: [String]) {
            self.id = id
            self.label = label
            self.variants = variants
            self.groups = groups
            self.name = name
            self.standsFor = standsFor
        }
    }

    /// `applications`; the first part of its indicators' identifiers.
    package let id: String
    /// The key of the section that it stands in.
    package let section: String
    /// How people call the table.
    package let name: LocalizedText
    /// In the form's order, the rows that stand for others included.
    package let rows: [Line]
    /// In the form's order.
    package let columns: [Line]
    /// For each row, then each column: the index of the indicator in the form; nil where the form has none.
    package let grid: [[Int?]]
    /// True when a report without the table is incomplete.
    package let isRequired: Bool
    /// True when the form is told by this table, where other forms have most of the rest in common.
    package let tellsForm: Bool

    package init(
        id: String, section: String, name: LocalizedText, rows: [Line], columns: [Line], grid: [[Int?]], isRequired: Bool = true,
        tellsForm: Bool = false
    ) {
        self.id = id
        self.isRequired = isRequired
        self.tellsForm = tellsForm
        self.section = section
        self.name = name
        self.rows = rows
        self.columns = columns
        self.grid = grid
    }
}

extension FormTable {
    /// The labels as a reader needs them.
    package var vocabulary: TableVocabulary {
        func lines(_ lines: [Line]) -> [TableVocabulary.Line] {
            lines.map { TableVocabulary.Line(labels: [$0.label] + $0.variants, groups: $0.groups) }
        }
        return TableVocabulary(rows: lines(rows), columns: lines(columns))
    }
}

/// One section that a form prescribes.
///
/// A class, since it is looked up by every rule that goes through sections.
package final class FormSection: Hashable, Sendable {
    /// The shape in which the reader knows the section.
    package let entry: Outline.Entry
    /// True when a report without the section is incomplete.
    package let required: Bool
    /// Features of the narrative in this section (dimension and value, by name), such as topic = application; see `StatementGrammar`.
    package let context: [StatementGrammar.Feature]

    package init(entry: Outline.Entry, required: Bool, context: [StatementGrammar.Feature]) {
        self.entry = entry
        self.required = required
        self.context = context
    }

    package static func == (left: FormSection, right: FormSection) -> Bool {
        left === right || left.entry == right.entry && left.required == right.required && left.context == right.context
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(entry)
        hasher.combine(required)
        hasher.combine(context)
    }
}

/// The officially prescribed shape of a report.
package struct Form: Hashable, Sendable {
    /// `2021`.
    package let id: String
    /// How people call the form.
    package let name: LocalizedText
    /// The first and the last reporting year for which it is due, or may be used; nil: no bound.
    package let firstYear: Int?
    /// See `firstYear`.
    package let lastYear: Int?
    /// In the form's order.
    package let sections: [FormSection]
    /// In the form's order.
    package let tables: [FormTable]
    /// All figures, tables in order, row by row; substitutes where their row stands.
    package let indicators: [Indicator]
    /// The indicators' identifiers, taken apart.
    package let identifiers: IdentifierTree
    private let positions: [Indicator.ID: Int]

    /// Indexes the indicators by identifier; of several with one identifier the last is found.
    package init(
        id: String, name: LocalizedText? = nil, firstYear: Int? = nil, lastYear: Int? = nil, sections: [FormSection], tables: [FormTable],
        indicators: [Indicator]
    ) {
        self.id = id
        self.name = name ?? LocalizedText(chinese: id, english: id)
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.sections = sections
        self.tables = tables
        self.indicators = indicators
        var positions: [Indicator.ID: Int] = [:]
        for (index, indicator) in indicators.enumerated() { positions[indicator.id] = index }
        self.positions = positions
        identifiers = IdentifierTree(indicators)
    }

    /// Whether reports on that year may follow the form.
    package func isDue(in year: Int) -> Bool { year >= firstYear ?? year && year <= lastYear ?? year }

    /// The index of an indicator by its identifier; nil when the form has none of that name.
    package func index(of id: Indicator.ID) -> Int? { positions[id] }

    /// The indices of the indicators that a pattern means: the one of that identifier, or, where `*` stands for any one segment, all that fit, without
    /// the substitutes. Empty when the form has none.
    package func indices(matching pattern: String) -> [Int] {
        guard pattern.utf8.contains(UInt8(ascii: "*")) else { return index(of: pattern).map { [$0] } ?? [] }
        return identifiers.path(pattern).map { identifiers.indicators(along: $0).filter { !indicators[$0].isSubstitute } } ?? []
    }

    /// The section of that key; nil when the form has none.
    package func section(_ key: String) -> FormSection? { sections.first { $0.entry.key == key } }

    /// The sections as a reader needs them, in the form's order.
    package var outline: Outline { Outline(entries: sections.map(\.entry), tables: tables.map(\.vocabulary)) }

    /// The index of the substitute whose row stands for the row of this indicator, in the same column; nil when there is none.
    package func substitute(for index: Int) -> Int? {
        let indicator = indicators[index]
        let table = tables[indicator.table]
        let rowID = table.rows[indicator.row].id
        guard let row = table.rows.firstIndex(where: { $0.standsFor.contains(rowID) }) else { return nil }
        return table.grid[row][indicator.column]
    }
}
