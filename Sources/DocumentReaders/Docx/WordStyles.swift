import XML

/// The styles of a file with what they inherit.
///
/// - Source: ISO/IEC 29500-1, 17.7
struct WordStyles {
    /// What a style says of paragraphs or characters.
    struct Properties {
        /// From 0, nil for body text.
        var outlineLevel: Int?
        var isHidden: Bool?
        /// 0 for a style that takes the numbering away.
        var numbering: Int?
        var numberingLevel: Int?
        /// The style that the numbering comes from.
        var numberingStyle: String?
    }

    private struct Style {
        var base: String?
        var own = Properties()
    }

    private let resolved: [String: Properties]
    /// The style of paragraphs that name none, and what it says.
    let defaultParagraph: String?
    let defaultProperties: Properties

    static let none = WordStyles(styles: [:], defaultParagraph: nil)

    private init(styles: [String: Style], defaultParagraph: String?) {
        let resolved = styles.mapValues { Self.properties(of: $0, in: styles) }
        self.resolved = resolved
        self.defaultParagraph = defaultParagraph
        defaultProperties = defaultParagraph.flatMap { resolved[$0] } ?? Properties()
    }

    init(_ tape: XMLTape) {
        var styles: [String: Style] = [:]
        var defaultParagraph: String?
        for item in tape.children(of: 0) where tape.word(item) == .style {
            guard let id = tape.value(.styleId, at: item) else { continue }
            let isParagraph = tape.value(.type, at: item) ?? "paragraph" == "paragraph"
            if isParagraph, ["1", "true", "on"].contains(tape.value(.isDefault, at: item) ?? "") { defaultParagraph = id }
            var style = Style()
            for part in tape.children(of: item) {
                switch tape.word(part) {
                case .basedOn: style.base = tape.value(at: part)
                case .name:
                    // Programs may leave the levels of the headings that they bring along unsaid.
                    let words = (tape.value(at: part) ?? "").lowercased().split(separator: " ")
                    if isParagraph, words.count == 2, words[0] == "heading", let level = Int(words[1]), 1...9 ~= level {
                        style.own.outlineLevel = style.own.outlineLevel ?? level - 1
                    }
                case .pPr: Self.read(tape, paragraph: part, of: id, into: &style.own)
                case .rPr: style.own.isHidden = tape.child(.vanish, of: part).map { tape.isOn(at: $0) }
                default: break
                }
            }
            styles[id] = style
        }
        self.init(styles: styles, defaultParagraph: defaultParagraph)
    }

    private static func read(_ tape: XMLTape, paragraph: Int, of id: String, into own: inout Properties) {
        if let level = tape.child(.outlineLvl, of: paragraph).flatMap({ tape.number(at: $0) }) { own.outlineLevel = level }
        guard let numbering = tape.child(.numPr, of: paragraph) else { return }
        own.numbering = tape.child(.numId, of: numbering).flatMap { tape.number(at: $0) }
        own.numberingLevel = tape.child(.ilvl, of: numbering).flatMap { tape.number(at: $0) }
        own.numberingStyle = id
    }

    /// What a style says, with what it takes over from those that it is based on; nothing for a style that is not there.
    func properties(of id: String?) -> Properties { id.flatMap { resolved[$0] } ?? Properties() }

    /// What paragraphs say that name a style, or none.
    func properties(ofParagraph id: String?) -> Properties { id.map { properties(of: $0) } ?? defaultProperties }

    /// Of a chain of styles the first 32 count; one that leads back into itself has no end.
    private static func properties(of style: Style, in styles: [String: Style]) -> Properties {
        var found = Properties()
        var next: Style? = style
        for _ in 0..<32 {
            guard let style = next else { break }
            let own = style.own
            found.outlineLevel = found.outlineLevel ?? own.outlineLevel
            found.isHidden = found.isHidden ?? own.isHidden
            if found.numbering == nil, own.numbering != nil {
                found.numbering = own.numbering
                found.numberingStyle = own.numberingStyle
            }
            found.numberingLevel = found.numberingLevel ?? own.numberingLevel
            next = style.base.flatMap { styles[$0] }
        }
        return found
    }
}
