/// A law, regulation or notice that rules rest on.
package struct Instrument: Hashable, Sendable {
    /// Whether it holds.
    package enum Validity: Hashable, Sendable {
        case valid
        /// Another one took its place: the id of that.
        case superseded(by: String)
    }

    /// `regulation-711`; citations refer to it.
    package let id: String
    /// Its name with what tells it from others, as findings cite it.
    package let document: String
    /// Its name alone; nil where the pack gives none.
    package let title: String?
    /// Its number, as it is cited; nil where the pack gives none.
    package let number: String?
    /// Who issued it; nil where the pack does not say.
    package let issuer: String?
    /// When it was issued: `YYYY-MM-DD`, or as much of that as is certain; nil where the pack does not say.
    package let issued: String?
    /// Since when it holds, like `issued`; nil where the pack does not say.
    package let effective: String?
    /// As far as the pack knows.
    package let validity: Validity

    package init(
        id: String, document: String, title: String? = nil, number: String? = nil, issuer: String? = nil, issued: String? = nil,
        effective: String? = nil, validity: Validity = .valid
    ) {
        self.id = id
        self.document = document
        self.title = title
        self.number = number
        self.issuer = issuer
        self.issued = issued
        self.effective = effective
        self.validity = validity
    }
}
