/// Something that stands beside a report and says something about it: in the page around it, in the properties of its file.
package struct Metadata: Hashable, Sendable {
    /// What the text is about.
    package enum Kind: String, Hashable, Sendable {
        /// The day on which it was published, as written there; may hold a time of day and words.
        case publicationDate = "publication-date"
        /// Who published it.
        case origin
        /// The title of the page or of the file.
        case title
    }

    /// What the text is about.
    package let kind: Kind
    /// As it stands, without the label before it. Never empty.
    package let text: String
    /// The section is always 0; the position is that of the text's first character, `.unknown` for the properties of a file.
    package let place: Place

    package init(kind: Kind, text: String, place: Place) {
        self.kind = kind
        self.text = text
        self.place = place
    }
}
