/// Something that a reader settled by itself or could not read, so that nothing is dropped in silence. It is no finding: it speaks of the reading.
package struct Remark: Hashable, Sendable {
    /// What was met, and what `detail` says of it.
    package enum Kind: String, Hashable, Sendable {
        /// Bytes that are no characters of the encoding were replaced. Detail: how many.
        case replacedBytes
        /// Characters that cannot be shown (control characters) were left out. Detail: how many.
        case droppedControls
        /// A table's merged cells were worked out from its shape.
        case resolvedSpans
        /// A row has more or fewer cells than its table; its figures were not bound. Detail: the numbers.
        case unevenRow
        /// A row or column was bound by its position, since it has no label. Detail: the form's label.
        case boundByPosition
        /// A label differs from the form's and was bound by likeness. Detail: the form's label.
        case boundByLikeness
        /// A row or column that the form does not know. Detail: its label.
        case unknownLabel
        /// A table that is none of the form's.
        case unknownTable
        /// A figure stands twice, and differently. A cell in the table's own section goes before one elsewhere, then one told by its label before
        /// one told by position or likeness, else the first counts; the place is that of the one that does not. Detail: the indicator.
        case repeatedFigure
        /// Input beyond a limit was left out. Detail: the limit.
        case limitReached
        /// The file's name ends like another format's. Detail: the media type of what it is.
        case wrongExtension
        /// The file was converted by another program before it was read. Detail: the program.
        case converted
        /// The text has tracked changes; it was read as if all were accepted. Detail: how many.
        case trackedChanges
        /// A page without text, such as a scan: nothing of it was read. Detail: the page.
        case unreadablePage
        /// Characters that the file gives no meaning to. Detail: how many.
        case unmappedCharacters
        /// A picture stands where text or a table is due; it was not read. Detail: how many.
        case picture
        /// A table within a cell; its text was read as the cell's.
        case nestedTable
        /// Text that is not shown, since it is marked as hidden or covered by a merged cell; it was left out. Detail: how many pieces.
        case hiddenText
        /// Notes at the foot of a page or at the end; they are no part of the text. Detail: how many.
        case footnotes
        /// Another document within this one; it was not read. Detail: how many.
        case embeddedDocument
        /// Digits that ran together were parted in the only way that the form's sums allow. Detail: the digits and the figures.
        case settledDigits
        /// Digits that ran together and that no way of parting, or more than one, lets agree with the form's sums; they were not bound. Detail: the
        /// digits.
        case unsettledDigits
        /// A line that recurs at the edges of pages was taken for a header or footer and left out. Detail: the line.
        case runningTitle
        /// Text that is shown at places of the page that could not be told; it was read in the order of the source. Detail: how many pieces.
        case unplacedText
        /// A list of contents, which is no part of the text, was left out. Detail: how many headings it names.
        case contentsList
    }

    /// Decides what people are told of it, together with the detail.
    package let kind: Kind
    /// Where it was met first; `Locator.document` for what concerns no single place.
    package let place: Place
    /// What the kind says; empty where it says nothing.
    package let detail: String

    package init(_ kind: Kind, at place: Place, detail: String = "") {
        self.kind = kind
        self.place = place
        self.detail = detail
    }
}
