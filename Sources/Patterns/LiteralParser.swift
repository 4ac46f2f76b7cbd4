/// Reads a pattern as far as its literals go.
///
/// What it does not know (flags, classes by name, more nesting than any pattern has) makes the whole pattern unknown.
struct LiteralParser {
    private static let depthLimit = 50
    /// Classes of more characters count as any character.
    private static let classLimit = 24

    private let source: [UInt32]
    private var index = 0
    private var depth = 0
    private var isKnown = true

    /// Strings one of which stands in everything that a pattern matches; nil when none are known, as for what is no pattern.
    static func literals(of source: String) -> [Literal]? {
        var parser = LiteralParser(source: source.unicodeScalars.map(\.value))
        let whole = parser.alternatives()
        guard parser.isKnown, parser.index == parser.source.count else { return nil }
        return whole.required
    }

    private init(source: [UInt32]) { self.source = source }

    private var next: UInt32? { index < source.count ? source[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar.value else { return false }
        index += 1
        return true
    }

    private mutating func giveUp() -> RequiredLiterals {
        isKnown = false
        index = source.count
        return .unknown
    }

    private mutating func alternatives() -> RequiredLiterals {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { return giveUp() }
        var parts = [sequence()]
        while take("|") { parts.append(sequence()) }
        return .any(of: parts)
    }

    private mutating func sequence() -> RequiredLiterals {
        var whole = RequiredLiterals.empty
        while let scalar = next, scalar != 0x7C, scalar != 0x29 { whole = whole.followed(by: repetition()) }
        return whole
    }

    private mutating func repetition() -> RequiredLiterals {
        var part = atom()
        while let bounds = quantifier() { part = part.repeated(atLeast: bounds.least, atMost: bounds.most) }
        return part
    }

    private mutating func quantifier() -> (least: Int, most: Int?)? {
        var bounds: (least: Int, most: Int?)?
        if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if take("?") {
            bounds = (0, 1)
        } else if let counted = counted() {
            bounds = counted
        }
        // Whether as little as possible is taken changes nothing here.
        if bounds != nil { _ = take("?") }
        return bounds
    }

    /// `{n}`, `{n,}` or `{n,m}`; a brace that begins none of these is a character like others.
    private mutating func counted() -> (least: Int, most: Int?)? {
        let start = index
        guard take("{"), let least = number() else {
            index = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = next == 0x7D ? nil : number() ?? -1 }
        guard take("}"), most.map({ $0 >= least }) ?? true else {
            index = start
            return nil
        }
        return (least, most)
    }

    /// Of at most four digits: RE2 allows a thousand repetitions.
    private mutating func number() -> Int? {
        let start = index
        var value = 0
        while let digit = next, (0x30...0x39).contains(digit), index < start + 4 {
            value = value * 10 + Int(digit - 0x30)
            index += 1
        }
        return index > start ? value : nil
    }

    private mutating func atom() -> RequiredLiterals {
        guard let scalar = next else { return .empty }
        index += 1
        switch Unicode.Scalar(scalar) {
        case "(": return group()
        case "[": return characterClass()
        case ".": return .unknown
        case "^", "$": return .empty
        case "\\": return escape().map(Self.part) ?? .unknown
        case "*", "+", "?": return giveUp()
        default: return .exactly([run(from: scalar)])
        }
    }

    /// A character with those behind it that stand for themselves and are not repeated: most of a pattern is made of them.
    private mutating func run(from first: UInt32) -> Literal {
        var run = Literal(first)
        while let scalar = next, !Self.isSpecial(scalar), index + 1 == source.count || !Self.isQuantifier(source[index + 1]),
            let longer = run.followed(by: Literal(scalar))
        {
            run = longer
            index += 1
        }
        return run
    }

    private static func isSpecial(_ scalar: UInt32) -> Bool {
        switch Unicode.Scalar(scalar) {
        case "(", ")", "[", ".", "^", "$", "\\", "|": true
        default: isQuantifier(scalar)
        }
    }

    private static func isQuantifier(_ scalar: UInt32) -> Bool {
        switch Unicode.Scalar(scalar) {
        case "*", "+", "?", "{": true
        default: false
        }
    }

    private mutating func group() -> RequiredLiterals {
        if take("?") {
            if take("P") {
                while let scalar = next, scalar != 0x3E { index += scalar == 0x29 ? source.count : 1 }
                guard take(">") else { return giveUp() }
            } else if !take(":") {
                return giveUp()
            }
        }
        let whole = alternatives()
        return take(")") ? whole : giveUp()
    }

    /// What one character may be.
    private enum Characters {
        case these([UInt32])
        /// No character at all: a place in the text.
        case place
    }

    private static func part(_ characters: Characters) -> RequiredLiterals {
        switch characters {
        case .these(let scalars): .exactly(scalars.map { Literal($0) })
        case .place: .empty
        }
    }

    /// What follows a backslash; nil for any character.
    private mutating func escape() -> Characters? {
        guard let scalar = next, let letter = Unicode.Scalar(scalar) else {
            _ = giveUp()
            return nil
        }
        index += 1
        switch letter {
        case "b", "B", "A", "z": return .place
        case "d": return .these(Array(0x30...0x39))
        // - Source: RE2's syntax: `\s` is [\t\n\f\r ]
        case "s": return .these([0x09, 0x0A, 0x0C, 0x0D, 0x20])
        case "D", "S", "w", "W": return nil
        case "p", "P":
            // A class by name: any character, as far as is known here.
            if take("{") { while let scalar = next, scalar != 0x7D { index += 1 } }
            index += 1
            return nil
        case "t": return .these([0x09])
        case "n": return .these([0x0A])
        case "f": return .these([0x0C])
        case "r": return .these([0x0D])
        case "x": return hexadecimal().map { .these([$0]) }
        default:
            // Other letters and digits mean something of which nothing is known here.
            if letter.isASCII, letter.properties.isAlphabetic || (0x30...0x39).contains(scalar) {
                _ = giveUp()
                return nil
            }
            return .these([scalar])
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        let isBraced = take("{")
        var digits = ""
        while let scalar = next.flatMap(Unicode.Scalar.init), scalar.properties.isASCIIHexDigit, isBraced || digits.count < 2 {
            digits.unicodeScalars.append(scalar)
            index += 1
        }
        guard let value = UInt32(digits, radix: 16), value <= 0x10FFFF, isBraced ? take("}") : digits.count == 2 else {
            _ = giveUp()
            return nil
        }
        return value
    }

    private mutating func characterClass() -> RequiredLiterals {
        let isNegated = take("^")
        var scalars: [UInt32] = []
        var isWide = isNegated
        var isFirst = true
        while let scalar = next, isFirst || scalar != 0x5D {
            isFirst = false
            // A class by name.
            if scalar == 0x5B, index + 1 < source.count, source[index + 1] == 0x3A { return giveUp() }
            guard let low = member() else {
                if !isKnown { return .unknown }
                isWide = true
                continue
            }
            if low.count == 1, next == 0x2D, index + 1 < source.count, source[index + 1] != 0x5D {
                index += 1
                guard let high = member(), high.count == 1, high[0] >= low[0] else { return giveUp() }
                if high[0] - low[0] >= UInt32(Self.classLimit) { isWide = true } else { scalars += low[0]...high[0] }
            } else {
                scalars += low
            }
        }
        guard take("]") else { return giveUp() }
        return isWide || scalars.count > Self.classLimit ? .unknown : .exactly(scalars.map { Literal($0) })
    }

    /// The characters that one member of a class stands for; nil when they are too many.
    private mutating func member() -> [UInt32]? {
        guard let scalar = next else { return nil }
        index += 1
        if scalar != 0x5C { return [scalar] }
        switch escape() {
        case .these(let scalars): return scalars
        case .place:
            _ = giveUp()
            return nil
        case nil: return nil
        }
    }
}
