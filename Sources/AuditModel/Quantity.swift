/// An exact decimal number: an integer divided by a power of ten. Never floating point.
///
/// Values compare by what they are worth: 1.0 equals 1. At most 30 digits are held, so that sums of many thousand values cannot overflow.
package struct Quantity: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits with sign; without trailing zeros unless `scale` is 0.
    package let significand: Int128
    /// How many of the digits stand after the point, at least 0.
    package let scale: Int

    /// The most digits that a quantity may have.
    package static let digitLimit = 30
    package static let zero = Quantity(0)

    package init(_ integer: Int) {
        significand = Int128(integer)
        scale = 0
    }

    /// Normalises so that equal values have equal parts.
    package init(significand: Int128, scale: Int) {
        var significand = significand
        var scale = scale
        while scale > 0, significand % 10 == 0 {
            significand /= 10
            scale -= 1
        }
        self.significand = significand
        self.scale = scale
    }

    /// Reads an ASCII decimal such as `-12.50`; nil for anything else and for more digits than the limit.
    package init?(_ text: some StringProtocol) {
        var significand: Int128 = 0
        var scale = 0
        var digits = 0
        var negative = false
        var point = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: ".") where !point && digits > 0: point = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                guard digits <= Self.digitLimit else { return nil }
                significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
                if point { scale += 1 }
            default: return nil
            }
        }
        guard digits > 0, !(point && scale == 0) else { return nil }
        self.init(significand: negative ? -significand : significand, scale: scale)
    }

    package var isWhole: Bool { scale == 0 }
    package var isNegative: Bool { significand < 0 }
    package var isZero: Bool { significand == 0 }
    package var magnitude: Quantity { Quantity(significand: significand < 0 ? -significand : significand, scale: scale) }

    package static func + (left: Quantity, right: Quantity) -> Quantity {
        let scale = max(left.scale, right.scale)
        return Quantity(significand: left.scaled(to: scale) + right.scaled(to: scale), scale: scale)
    }

    package static func - (left: Quantity, right: Quantity) -> Quantity { left + -right }

    package static prefix func - (value: Quantity) -> Quantity { Quantity(significand: -value.significand, scale: value.scale) }

    /// The exact product; nil beyond the digit limit.
    package func multiplied(by factor: Quantity) -> Quantity? {
        let (product, overflow) = significand.multipliedReportingOverflow(by: factor.significand)
        guard !overflow, product.magnitude < Self.powerOfTen(Self.digitLimit).magnitude else { return nil }
        return Quantity(significand: product, scale: scale + factor.scale)
    }

    package static func < (left: Quantity, right: Quantity) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.scaled(to: scale) < right.scaled(to: scale)
    }

    /// The quotient times 100, rounded half away from zero to a number of decimals; nil for a divisor of 0 or beyond what can be held.
    package func percent(of divisor: Quantity, decimals: Int) -> Quantity? {
        guard !divisor.isZero, (0...6).contains(decimals) else { return nil }
        let scale = max(self.scale, divisor.scale)
        let (dividend, overflow) = scaled(to: scale).multipliedReportingOverflow(by: 2 * Self.powerOfTen(decimals + 2))
        guard !overflow else { return nil }
        let doubled = dividend / divisor.scaled(to: scale)
        let rounded = (doubled + (doubled < 0 ? -1 : 1)) / 2
        return Quantity(significand: rounded, scale: decimals)
    }

    /// Plain decimal digits without an exponent or separators, as the contract wants them.
    package var description: String {
        let digits = String(significand.magnitude)
        let sign = significand < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    private func scaled(to target: Int) -> Int128 { significand * Self.powerOfTen(target - scale) }

    private static func powerOfTen(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
