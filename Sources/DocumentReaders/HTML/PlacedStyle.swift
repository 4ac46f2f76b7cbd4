import DocumentModel

/// What styles say of where an element stands and how large its characters are, in pixels.
struct PlacedStyle {
    var left: Double?
    var top: Double?
    /// From the lower edge of what it stands in.
    var bottom: Double?
    var fontSize: Double?
    /// By how much a transformation enlarges it.
    var scale: Double?
    /// Whether a place is said in a way that is not understood.
    var isUnclear = false

    /// Whether it stands at a place of its own.
    var isPlaced: Bool { left != nil && (top != nil || bottom != nil) }

    /// Adds declarations; those that were there give way. Linear in the bytes.
    mutating func read(_ declarations: ArraySlice<UInt8>) {
        for declaration in declarations.split(separator: 0x3B) {
            guard let first = declaration.firstIndex(where: { $0 > 0x20 }), let colon = declaration.firstIndex(of: 0x3A),
                1...17 ~= colon - first
            else { continue }
            let name = String(decoding: declaration[first..<colon], as: UTF8.self).lowercased().filter { $0 != " " }
            let value = declaration[(colon + 1)...]
            switch name {
            case "left": left = length(value)
            case "top": top = length(value)
            case "bottom": bottom = length(value)
            case "font-size": fontSize = Self.pixels(value)
            case "transform", "-webkit-transform": scale = Self.scale(value) ?? scale
            default: break
            }
        }
    }

    /// Puts what another style says in the place of what this one does.
    mutating func override(with other: PlacedStyle) {
        left = other.left ?? left
        top = other.top ?? top
        bottom = other.bottom ?? bottom
        fontSize = other.fontSize ?? fontSize
        scale = other.scale ?? scale
        isUnclear = isUnclear || other.isUnclear
    }

    private mutating func length(_ value: ArraySlice<UInt8>) -> Double? {
        let pixels = Self.pixels(value)
        if pixels == nil, !String(decoding: value, as: UTF8.self).contains("auto") { isUnclear = true }
        return pixels
    }

    /// - Source: CSS Values and Units 3, 6.2 (absolute lengths)
    private static func pixels(_ value: ArraySlice<UInt8>) -> Double? {
        let value = value.drop { $0 <= 0x20 }
        let number = value.prefix { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }
        guard number.count <= 24, let parsed = Double(String(decoding: number, as: UTF8.self)), abs(parsed) < 1e6 else { return nil }
        let rest = value[number.endIndex...].drop { $0 <= 0x20 }.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x25 }
        switch String(decoding: rest, as: UTF8.self).lowercased() {
        case "px": return parsed
        case "pt": return parsed * 4 / 3
        case "pc": return parsed * 16
        case "in": return parsed * 96
        case "cm": return parsed * 96 / 2.54
        case "mm": return parsed * 96 / 25.4
        case "" where parsed == 0 || rest.isEmpty: return parsed
        default: return nil
        }
    }

    /// Of `matrix(a, b, c, d, e, f)` and `scale(a)` the enlargement along the line.
    private static func scale(_ value: ArraySlice<UInt8>) -> Double? {
        let text = String(decoding: value, as: UTF8.self).lowercased()
        guard text.contains("matrix(") || text.contains("scale("), let open = value.firstIndex(of: 0x28) else { return nil }
        let number = value[(open + 1)...].drop { $0 <= 0x20 }.prefix { 0x30...0x39 ~= $0 || $0 == 0x2E }
        return Double(String(decoding: number, as: UTF8.self)).flatMap { 0.01...100 ~= $0 ? $0 : nil }
    }
}

/// The styles of a page's classes, as far as they say where elements stand.
struct PlacedClasses {
    private var styles: [[UInt8]: PlacedStyle] = [:]

    /// Reads style sheets: rules of single classes that hold for the screen. Linear in the bytes.
    mutating func read(_ sheet: ArraySlice<UInt8>) {
        var index = sheet.startIndex
        while let open = sheet[index...].firstIndex(of: 0x7B) {
            let selector = sheet[index..<open]
            if selector.contains(0x40) {
                // What holds for print, for instance; it may hold rules of its own.
                var depth = 1
                index = open + 1
                while index < sheet.endIndex, depth > 0 {
                    if sheet[index] == 0x7B { depth += 1 } else if sheet[index] == 0x7D { depth -= 1 }
                    index += 1
                }
                continue
            }
            let close = sheet[open...].firstIndex(of: 0x7D) ?? sheet.endIndex
            var style = PlacedStyle()
            style.read(sheet[(open + 1)..<close])
            for part in selector.split(separator: 0x2C) {
                let name = part.filter { $0 > 0x20 }
                guard name.first == 0x2E, !name.dropFirst().contains(0x2E) else { continue }
                styles[Array(name.dropFirst()), default: PlacedStyle()].override(with: style)
            }
            index = min(close + 1, sheet.endIndex)
        }
    }

    func style(of classes: ArraySlice<UInt8>) -> PlacedStyle {
        var style = PlacedStyle()
        for name in classes.split(separator: 0x20) { if let known = styles[Array(name)] { style.override(with: known) } }
        return style
    }
}
