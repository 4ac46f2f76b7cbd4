import TestSupport

/// Wrong numbers that come of slips.
enum Mutation {
    /// One digit is another one; nil only for what has no digits.
    static func digit(_ value: Int, _ random: inout SeededGenerator) -> Int? {
        var digits = Array(String(value).utf8)
        let place = Int.random(in: 0..<digits.count, using: &random)
        let low: UInt8 = place == 0 && digits.count > 1 ? 0x31 : 0x30
        let others = (low...0x39).filter { $0 != digits[place] }
        guard let other = others.randomElement(using: &random) else { return nil }
        digits[place] = other
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// Two neighbouring digits are exchanged; nil where that changes nothing or begins with 0.
    static func swap(_ value: Int, _ random: inout SeededGenerator) -> Int? {
        let digits = Array(String(value).utf8)
        let places = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] && !($0 == 0 && digits[1] == 0x30) }
        guard let place = places.randomElement(using: &random) else { return nil }
        var swapped = digits
        swapped.swapAt(place, place + 1)
        return Int(String(decoding: swapped, as: UTF8.self))
    }

    /// One or two more or less, never below 0.
    static func little(_ value: Int, _ random: inout SeededGenerator) -> Int? {
        let other = value + ([-2, -1, 1, 2].randomElement(using: &random) ?? 1)
        return other < 0 ? value + 1 : other
    }

    static func any(_ value: Int, _ random: inout SeededGenerator) -> Int? {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: digit(value, &random)
        case 1: swap(value, &random) ?? little(value, &random)
        default: little(value, &random)
        }
    }
}
