package import DocumentModel

/// A year or figure of last year's report that stands in a sentence taken over from it.
package struct Leftover: Hashable, Sendable {
    /// What this year's report should have instead.
    package enum Kind: Hashable, Sendable {
        /// Last year's reporting year, in place of this year's.
        case year(Int)
        /// Last year's figure: this year's table has another for the indicators, whose sum is meant where there are several.
        case figure([Indicator.ID], inTable: Quantity)
    }

    /// What it is.
    package let kind: Kind
    /// As it stands in both reports.
    package let text: String
    /// In this year's report.
    package let place: Place
    /// In last year's report.
    package let oldPlace: Place
    /// The passage that was taken over, as this year's report has it.
    package let passage: String

    package init(kind: Kind, text: String, place: Place, oldPlace: Place, passage: String) {
        self.kind = kind
        self.text = text
        self.place = place
        self.oldPlace = oldPlace
        self.passage = passage
    }
}
