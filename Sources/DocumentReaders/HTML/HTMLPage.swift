import XML

/// A parsed page with the elements' meanings.
struct HTMLPage {
    let document: HTMLDocument
    let places: SourcePlaces
    private let tags: [HTMLTag]

    /// The attributes that a reader looks at.
    static let attributes = [
        "style", "class", "id", "colspan", "rowspan", "hidden", "href", "name", "content", "property", "http-equiv", "type", "start", "value",
        "reversed", "role", "width", "height", "src",
    ]

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

    /// A whole number that an attribute says; nil when it says none. Larger ones than a million are a million.
    func number(_ name: String, of node: Int) -> Int? {
        guard let value = document.attribute(name, of: node) else { return nil }
        var number: Int?
        for byte in value.utf8 {
            if byte >= 0x30, byte <= 0x39 {
                number = min(1_000_000, (number ?? 0) * 10 + Int(byte - 0x30))
            } else if number != nil || byte > 0x20 && byte != 0x2B {
                break
            }
        }
        return number
    }

    /// What an element's own style says, without blanks and in lower case; empty when it says nothing.
    func style(of node: Int) -> String {
        guard document.hasAttributes(node), let style = document.attribute("style", of: node) else { return "" }
        return String(decoding: style.utf8.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    }

    /// Whether an element is not shown: by its own word only, as style sheets are not read.
    func isHidden(_ node: Int, style: String) -> Bool {
        guard document.hasAttributes(node) else { return false }
        if let hidden = document.attribute("hidden", of: node), hidden != "until-found" { return true }
        return style.contains("display:none") || style.contains("visibility:hidden") || style.contains("mso-hide:all")
    }
}
