/// A value in a PDF file, as far as page geometry needs it.
/// - Source: ISO 32000-1, 7.3
indirect enum PDFValue {
    /// Null, a truth value, or what is damaged.
    case null
    case number(Double)
    /// The number of an object elsewhere in the file.
    case reference(Int)
    case name(String)
    /// Its bytes as they stand, without what brackets them; of a long one, and of one in hexadecimal, nothing.
    case string(String)
    case array([PDFValue])
    case dictionary([String: PDFValue])
    /// A word such as `stream`, or a delimiter out of place.
    case keyword(String)

    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var name: String? { if case .name(let name) = self { name } else { nil } }
    var array: [PDFValue]? { if case .array(let items) = self { items } else { nil } }
    var string: String? { if case .string(let string) = self { string } else { nil } }
    var dictionary: [String: PDFValue]? { if case .dictionary(let items) = self { items } else { nil } }
    var reference: Int? { if case .reference(let number) = self { number } else { nil } }
    /// Whole numbers within ±2³¹.
    var integer: Int? { number.flatMap { abs($0) < 2_147_483_648 ? Int($0) : nil } }
}

/// Reads values one after the other. Always goes forward, so that damaged input ends.
struct PDFLexer {
    let bytes: [UInt8]
    var index: Int

    private static let deepest = 32

    init(_ bytes: [UInt8], at index: Int) {
        self.bytes = bytes
        self.index = max(0, index)
    }

    /// Nil at the end.
    mutating func next(depth: Int = 0) -> PDFValue? {
        skipBlanks()
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case 0x2F: return .name(name())
        case 0x28:
            let start = index + 1
            skipString()
            return .string(index - start < 64 ? String(decoding: bytes[start..<max(start, index - 1)], as: UTF8.self) : "")
        case 0x3C where index + 1 < bytes.count && bytes[index + 1] == 0x3C:
            index += 2
            return dictionary(depth)
        case 0x3C:
            index = bytes[index...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
            return .string("")
        case 0x5B:
            index += 1
            return array(depth)
        case 0x2B, 0x2D, 0x2E, 0x30...0x39: return numberOrReference()
        default: return keyword()
        }
    }

    mutating func skipBlanks() {
        while index < bytes.count {
            if bytes[index] == 0x25 {
                while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            } else if Self.isBlank(bytes[index]) {
                index += 1
            } else {
                return
            }
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte || byte == 0 }

    static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
        default: isBlank(byte)
        }
    }

    private mutating func name() -> String {
        index += 1
        let start = index
        while index < bytes.count, !Self.isDelimiter(bytes[index]) { index += 1 }
        let raw = bytes[start..<index]
        guard raw.contains(0x23) else { return String(decoding: raw, as: UTF8.self) }
        var name: [UInt8] = []
        var at = raw.startIndex
        while at < raw.endIndex {
            if raw[at] == 0x23, at + 2 < raw.endIndex,
                let code = UInt8(String(decoding: raw[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
            {
                name.append(code)
                at += 3
            } else {
                name.append(raw[at])
                at += 1
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func skipString() {
        var open = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x5C: index += 1
            case 0x28: open += 1
            case 0x29: open -= 1
            default: break
            }
            index += 1
            if open == 0 { return }
        }
        index = min(index, bytes.count)
    }

    private mutating func array(_ depth: Int) -> PDFValue {
        var items: [PDFValue] = []
        guard depth < Self.deepest else {
            index = bytes.count
            return .null
        }
        while let value = next(depth: depth + 1) {
            if case .keyword(let word) = value {
                if word == "]" { break }
                if word == "endobj" || word == "stream" { break }
                continue
            }
            items.append(value)
        }
        return .array(items)
    }

    private mutating func dictionary(_ depth: Int) -> PDFValue {
        var items: [String: PDFValue] = [:]
        guard depth < Self.deepest else {
            index = bytes.count
            return .null
        }
        while let key = next(depth: depth + 1) {
            guard case .name(let name) = key else {
                if case .keyword(let word) = key, word == ">>" || word == "endobj" || word == "stream" { break }
                continue
            }
            guard let value = next(depth: depth + 1) else { break }
            if case .keyword(let word) = value, word == ">>" { break }
            items[name] = value
        }
        return .dictionary(items)
    }

    private mutating func numberOrReference() -> PDFValue {
        let isWhole = 0x30...0x39 ~= bytes[index]
        let value = number()
        guard isWhole, value >= 0, value < 10_000_000, value == value.rounded() else { return .number(value) }
        let after = index
        skipBlanks()
        let generation = index
        while index < bytes.count, 0x30...0x39 ~= bytes[index], index - generation < 6 { index += 1 }
        if index > generation {
            skipBlanks()
            if index < bytes.count, bytes[index] == 0x52, index + 1 == bytes.count || Self.isDelimiter(bytes[index + 1]) {
                index += 1
                return .reference(Int(value))
            }
        }
        index = after
        return .number(value)
    }

    private mutating func number() -> Double {
        var isNegative = false
        var value = 0.0
        var scale = 0.0
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case 0x2D: isNegative = index == start || isNegative
            case 0x2B: break
            case 0x2E: if scale == 0 { scale = 1 }
            case 0x30...0x39:
                value = value * 10 + Double(bytes[index] - 0x30)
                scale *= 10
            default: return (isNegative ? -value : value) / max(1, scale)
            }
            index += 1
        }
        return (isNegative ? -value : value) / max(1, scale)
    }

    private mutating func keyword() -> PDFValue {
        let start = index
        if Self.isDelimiter(bytes[index]) {
            let isDouble = index + 1 < bytes.count && bytes[index] == 0x3E && bytes[index + 1] == 0x3E
            index += isDouble ? 2 : 1
        } else {
            while index < bytes.count, !Self.isDelimiter(bytes[index]) { index += 1 }
        }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        return word == "null" || word == "true" || word == "false" ? .null : .keyword(word)
    }
}
