package import AuditModel
import DocumentModel

extension FigureValue {
    /// What the characters of a table cell say.
    ///
    /// A number may have full-width digits, a sign, a decimal point, separators of thousands and blanks inside (a number that was broken over
    /// two lines). Whatever is not wholly a number is text, a number with its unit too: nothing is ever taken for 0 that does not say 0. Linear.
    package init(cell string: String) {
        if let small = Self.smallNumber(string.utf8) {
            self = .number(Quantity(small))
            return
        }
        var scan = CellScan()
        for scalar in string.unicodeScalars {
            scan.add(scalar.value)
            if scan.isText { break }
        }
        self = scan.value
    }

    /// The common case, a handful of ASCII digits; nil for anything else.
    private static func smallNumber(_ bytes: String.UTF8View) -> Int? {
        var number = 0
        var count = 0
        for byte in bytes {
            guard byte &- 0x30 < 10, count < 15 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
            count += 1
        }
        return count > 0 ? number : nil
    }
}

/// The characters of one cell, folded to ASCII as they come.
private struct CellScan {
    private var digits: [UInt8] = []
    private var sawDash = false
    private var sawStroke = false
    private var sawOther = false
    private var blankBefore = false
    private var blankInside = false
    /// How far the cell's characters go along with the one word that means the same as a dash; nil once they do not.
    private var wordLength: Int? = 0

    private static let notApplicable = Array("不适用".unicodeScalars.map(\.value))

    mutating func add(_ scalar: UInt32) {
        if Blank.contains(scalar) {
            blankBefore = true
            return
        }
        let folded = LabelText.folded(scalar)
        if let length = wordLength, length < Self.notApplicable.count, Self.notApplicable[length] == scalar {
            wordLength = length + 1
        } else {
            wordLength = nil
        }
        switch folded {
        case 0x30...0x39, 0x2C, 0x2E:
            if blankBefore, let last = digits.last, last &- 0x30 < 10 { blankInside = true }
            append(folded)
        case 0x2B, 0x2D, 0x2212, 0xFE63:
            sawDash = sawDash || folded != 0x2B
            append(folded == 0x2B ? 0x2B : 0x2D)
        case 0x2010...0x2015, 0x2500:
            sawStroke = true
        case 0x2F, 0x2044, 0x2215:
            sawStroke = true
        default:
            sawOther = true
        }
        blankBefore = false
    }

    private mutating func append(_ scalar: UInt32) {
        digits.append(UInt8(scalar))
    }

    /// Whether it is text whatever follows.
    var isText: Bool { sawOther && wordLength == nil }

    var value: FigureValue {
        if sawOther { return wordLength == Self.notApplicable.count ? .notApplicable : .text }
        if digits.isEmpty { return sawStroke ? .notApplicable : .blank }
        if sawDash, digits.allSatisfy({ $0 == 0x2D }) { return .notApplicable }
        guard !sawStroke, let quantity = number else { return .text }
        return .number(quantity)
    }

    private var number: Quantity? {
        var rest = digits[...]
        var plain: [UInt8] = []
        if let sign = rest.first, sign == 0x2D || sign == 0x2B {
            if sign == 0x2D { plain.append(sign) }
            rest = rest.dropFirst()
        }
        let point = rest.firstIndex(of: 0x2E) ?? rest.endIndex
        let groups = rest[..<point].split(separator: 0x2C, omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty else { return nil }
        if groups.count > 1 {
            guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        // Digits that blanks keep apart are one number only where they can be: 0 0 is two.
        if blankInside, first.first == 0x30, groups.count > 1 || first.count > 1 { return nil }
        for group in groups { plain += group }
        plain += rest[point...]
        return Quantity(String(decoding: plain, as: UTF8.self))
    }
}
