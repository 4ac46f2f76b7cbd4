/// What an element's own style says of how its text is read.
struct PageStyle {
    private(set) var isHidden = false
    private(set) var isBlock = false
    /// Whether white space within stands as it is.
    private(set) var isPreformatted = false
    /// Whether it draws a tab with other blanks, as a word processor writes one.
    private(set) var isTab = false
    /// The way in which a list's items are numbered; nil when nothing says.
    private(set) var listStyle: String?

    /// Says nothing.
    static let plain = PageStyle()

    private init() {}

    /// Linear in the bytes of the `style` attribute.
    init(_ style: ArraySlice<UInt8>) {
        var index = style.startIndex
        while index < style.endIndex {
            var end = index
            while end < style.endIndex, style[end] != 0x3B { end += 1 }
            read(style[index..<end])
            index = end + 1
        }
    }

    private mutating func read(_ declaration: ArraySlice<UInt8>) {
        guard let first = declaration.firstIndex(where: { $0 > 0x20 }), let colon = declaration.firstIndex(of: 0x3A) else { return }
        // Few properties matter; their first letters tell most others.
        switch declaration[first] | 0x20 {
        case 0x64, 0x6C, 0x6D, 0x76, 0x77: break
        default: return
        }
        let value = { Self.lowercased(declaration[(colon + 1)...]) }
        switch Self.lowercased(declaration[first..<colon]) {
        case "display":
            let value = value()
            if value.hasPrefix("none") { isHidden = true }
            if value.hasPrefix("block") || value.hasPrefix("list-item") { isBlock = true }
        case "visibility": if value().hasPrefix("hidden") { isHidden = true }
        case "mso-hide": if value().hasPrefix("all") { isHidden = true }
        case "white-space": if ["pre", "pre!important"].contains(value()) { isPreformatted = true }
        case "mso-tab-count": isTab = true
        case "list-style", "list-style-type": listStyle = value()
        default: break
        }
    }

    /// In lower case, without blanks.
    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.lazy.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
