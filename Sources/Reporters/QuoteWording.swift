import AuditModel

/// How quoted text is shown to people.
enum QuoteWording {
    /// The most characters of a quote that a line shows.
    static let limit = 120

    /// The text in quotation marks, white space in one blank; the middle of a long one is left out, and said to be.
    static func quoted(_ text: String, _ language: Language) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard flat.count > limit else { return "“\(flat)”" }
        let left = flat.count - limit
        let gap = language == .chinese ? "……（略 \(left) 字）……" : " … (\(left) characters left out) … "
        return "“\(flat.prefix(limit / 2))\(gap)\(flat.suffix(limit / 2))”"
    }
}
