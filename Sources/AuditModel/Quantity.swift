/// An exact decimal number: an integer divided by a power of ten. Never floating point.
///
/// Values compare by what they are worth: 1.0 equals 1. Nothing here overflows or rounds: what cannot be held is nil. What is read or multiplied
/// has at most 30 digits, so that a hundred million values with as many decimals as one another can be added. What cannot be held is the sum of
/// values far apart, such as 30 digits before the point and 29 after it.
package struct Quantity: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits with sign; without trailing zeros unless `scale` is 0.
    package let significand: Int128
    /// How many of the digits stand after the point, at least 0.
    package let scale: Int

    /// The most digits that a quantity may have when it is read or multiplied, and the most of them after the point.
    /// - Source: `Int128` holds 38 digits; eight are kept for carries.
    package static let digitLimit = 30
    /// What a sum of nothing is.
    package static let zero = Quantity(0)

    /// A whole number.
    package init(_ integer: Int) {
        significand = Int128(integer)
        scale = 0
    }

    /// Normalises so that equal values have equal parts.
    /// - Precondition: `scale` is not negative and `significand` has a positive counterpart.
    package init(significand: Int128, scale: Int) {
        precondition(scale >= 0 && significand > .min, "a quantity has decimals, and a magnitude")
        var significand = significand
        var scale = scale
        // Machine words divide in a fraction of the time.
        if scale > 0, var short = Int(exactly: significand) {
            while scale > 0, short % 10 == 0 {
                short /= 10
                scale -= 1
            }
            significand = Int128(short)
        }
        while scale > 0, significand % 10 == 0 {
            significand /= 10
            scale -= 1
        }
        self.significand = significand
        self.scale = scale
    }

    /// Reads an ASCII decimal such as `-12.50`; nil for anything else, such as a plus sign, an exponent or no digit beside the point, and for more
    /// digits than the limit, zeros at either end included.
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

    /// True without decimals: 1.0 is whole.
    package var isWhole: Bool { scale == 0 }
    /// False for 0, which has no sign.
    package var isNegative: Bool { significand < 0 }
    /// True for 0 with any number of decimals.
    package var isZero: Bool { significand == 0 }
    /// The value without its sign.
    package var magnitude: Quantity { isNegative ? -self : self }

    /// The value with the other sign.
    package static prefix func - (value: Quantity) -> Quantity { Quantity(significand: -value.significand, scale: value.scale) }

    /// The exact sum; nil when it cannot be held.
    package func adding(_ other: Quantity) -> Quantity? {
        let common = max(scale, other.scale)
        if common == 0, let left = Int(exactly: significand), let right = Int(exactly: other.significand) {
            let (sum, overflow) = left.addingReportingOverflow(right)
            if !overflow { return Quantity(sum) }
        }
        guard let left = scaled(to: common), let right = other.scaled(to: common) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow || sum == .min ? nil : Quantity(significand: sum, scale: common)
    }

    /// The exact difference; nil when it cannot be held.
    package func subtracting(_ other: Quantity) -> Quantity? { adding(-other) }

    /// The exact sum, 0 of nothing; nil when it, or the sum of the first so many, cannot be held.
    package static func sum(of addends: [Quantity]) -> Quantity? {
        var total = Quantity.zero
        for addend in addends {
            guard let next = total.adding(addend) else { return nil }
            total = next
        }
        return total
    }

    /// The exact product; nil beyond the digit limit.
    package func multiplied(by factor: Quantity) -> Quantity? {
        let (digits, overflow) = significand.multipliedReportingOverflow(by: factor.significand)
        guard !overflow, digits > .min else { return nil }
        let product = Quantity(significand: digits, scale: scale + factor.scale)
        guard let bound = Self.bound, product.significand.magnitude < bound.magnitude else { return nil }
        return product.scale <= Self.digitLimit ? product : nil
    }

    package static func == (left: Quantity, right: Quantity) -> Bool { left.significand == right.significand && left.scale == right.scale }

    package static func < (left: Quantity, right: Quantity) -> Bool {
        let common = max(left.scale, right.scale)
        // Only one of the two is scaled. One that cannot be is further from 0 than the other.
        guard let first = left.scaled(to: common) else { return left.isNegative }
        guard let second = right.scaled(to: common) else { return !right.isNegative }
        return first < second
    }

    /// The quotient times 100, rounded half away from zero to a number of decimals from 0 to 6; nil for other numbers, for a divisor of 0 and when the
    /// computation cannot be held.
    package func percent(of divisor: Quantity, decimals: Int) -> Quantity? {
        let common = max(scale, divisor.scale)
        guard !divisor.isZero, (0...6).contains(decimals), let shift = Self.powerOfTen(decimals + 2),
            let numerator = scaled(to: common), let denominator = divisor.scaled(to: common)
        else { return nil }
        let (dividend, overflow) = numerator.multipliedReportingOverflow(by: 2 * shift)
        guard !overflow else { return nil }
        if dividend == 0 { return .zero }
        let doubled = dividend / denominator
        let rounded = (doubled + (doubled < 0 ? -1 : 1)) / 2
        return Quantity(significand: rounded, scale: decimals)
    }

    /// With the decimal point so many places further to the right; itself where that cannot be held.
    package func shifted(_ places: Int) -> Quantity {
        guard places > 0, let factor = Self.powerOfTen(places), let product = multiplied(by: Quantity(significand: factor, scale: 0)) else {
            return self
        }
        return product
    }

    /// Plain decimal digits without an exponent or separators, as the contract wants them.
    package var description: String {
        let digits = String(significand.magnitude)
        let sign = significand < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    /// The significand with that many decimals, at least as many as there are; nil when it cannot be held.
    private func scaled(to target: Int) -> Int128? {
        if target == scale || significand == 0 { return significand }
        guard let power = Self.powerOfTen(target - scale) else { return nil }
        let (product, overflow) = significand.multipliedReportingOverflow(by: power)
        return overflow ? nil : product
    }

    /// The least number that has more digits than the limit.
    private static let bound = powerOfTen(digitLimit)

    /// Nil beyond what an `Int128` holds.
    private static func powerOfTen(_ exponent: Int) -> Int128? {
        guard exponent <= 38 else { return nil }
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
