import XML

/// A parsed page with the elements' meanings.
struct HTMLPage {
    let document: HTMLDocument
    let places: SourcePlaces
    private let tags: [HTMLTag]

    /// The attributes that a reader looks at.
    enum Attribute: Int, CaseIterable {
        case style, `class`, id, colspan, rowspan, hidden, href, name, content, property, type, start, value, reversed, role, width, height,
            title

        /// As pages have them, in the order of the cases.
        static let names = allCases.map { "\($0)" }
    }

    /// - Parameter hasPlaces: whether the source is what a person finds in the file.
    init(_ document: HTMLDocument, hasPlaces: Bool) {
        self.document = document
        places = hasPlaces ? SourcePlaces(document.source) : .none
        tags = document.names.map(HTMLTag.init(name:))
    }

    func tag(_ node: Int) -> HTMLTag { tags[Int(document.nodes[node].name)] }

    /// The index behind a node's subtree.
    func end(of node: Int) -> Int { Int(document.nodes[node].next) }

    func isElement(_ node: Int) -> Bool { document.nodes[node].kind == .element }

    /// An attribute's value in UTF-8; nil when the element does not have it.
    func bytes(_ attribute: Attribute, of node: Int) -> ArraySlice<UInt8>? {
        document.hasAttributes(node) ? document.attribute(attribute.rawValue, of: node) : nil
    }

    /// An attribute's value; nil when the element does not have it.
    func attribute(_ attribute: Attribute, of node: Int) -> String? {
        bytes(attribute, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A whole number that an attribute says; nil when it says none. Larger ones than a million are a million.
    func number(_ attribute: Attribute, of node: Int) -> Int? {
        guard let value = bytes(attribute, of: node) else { return nil }
        var number: Int?
        for byte in value {
            if byte >= 0x30, byte <= 0x39 {
                number = min(1_000_000, (number ?? 0) * 10 + Int(byte - 0x30))
            } else if number != nil || byte > 0x20 && byte != 0x2B {
                break
            }
        }
        return number
    }

    /// What an element's own style says.
    func style(of node: Int) -> PageStyle { bytes(.style, of: node).map { PageStyle($0) } ?? .plain }

    /// Whether an element is not shown: by its own word only, as style sheets are not read.
    func isHidden(_ node: Int, _ style: PageStyle) -> Bool {
        guard document.hasAttributes(node) else { return false }
        if let hidden = attribute(.hidden, of: node), hidden != "until-found" { return true }
        return style.isHidden
    }
}
