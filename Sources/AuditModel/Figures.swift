package import DocumentModel

/// What stands in the cell of an indicator. The four are never mixed up: none but a number is ever computed with.
package enum FigureValue: Hashable, Sendable {
    case number(Quantity)
    /// An empty cell.
    case blank
    /// `/`, `-`, `—`, or words for not applicable.
    case notApplicable
    /// Anything else.
    case text

    /// Nil for everything but a number: no stand-in is ever made up.
    package var number: Quantity? {
        if case .number(let quantity) = self { quantity } else { nil }
    }

    /// The contract's word for it.
    package var kind: String {
        switch self {
        case .number: "number"
        case .blank: "blank"
        case .notApplicable: "not-applicable"
        case .text: "text"
        }
    }
}

/// A figure as a report's table states it.
///
/// A class, since a report has hundreds, of which most are only asked for their values: one reference is handed around instead of the quote and the place.
package final class Figure: Hashable, Sendable {
    /// Told from `quote` alone.
    package let value: FigureValue
    /// The characters of the cell.
    package let quote: String
    /// Of the cell, and of its first character in the source.
    package let place: Place

    package init(value: FigureValue, quote: String, place: Place) {
        self.value = value
        self.quote = quote
        self.place = place
    }

    package static func == (left: Figure, right: Figure) -> Bool {
        left === right || left.value == right.value && left.quote == right.quote && left.place == right.place
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(value)
        hasher.combine(quote)
        hasher.combine(place)
    }
}

/// The figures of one report's tables.
package struct Figures: Hashable, Sendable {
    /// The form that the tables follow.
    package let form: Form
    /// One for each indicator of the form, in its order; nil where the report has no such cell.
    package let values: [Figure?]

    /// - Precondition: one value for each indicator of the form.
    package init(form: Form, values: [Figure?]) {
        precondition(values.count == form.indicators.count, "one figure for each indicator")
        self.form = form
        self.values = values
    }

    /// By the index of the indicator in the form; nil where the report has no such cell.
    package subscript(index: Int) -> Figure? { values[index] }

    /// By identifier; nil where the form has no such indicator or the report no such cell.
    package subscript(id: Indicator.ID) -> Figure? { form.index(of: id).flatMap { values[$0] } }

    /// True when the report has at least one cell of the form's table of that index.
    package func hasTable(_ table: Int) -> Bool {
        values.indices.contains { form.indicators[$0].table == table && values[$0] != nil }
    }
}
