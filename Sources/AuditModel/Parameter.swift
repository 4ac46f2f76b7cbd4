/// A value that a rule leaves open to a profile: a threshold, a guard against small numbers, a day.
package struct Parameter: Hashable, Sendable {
    /// What its values are.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A decimal above 0 and at most 1.
        case share
        /// A decimal above 1.
        case factor
        /// A whole number of at least 0.
        case count
        /// A decimal of at least 0.
        case number
        /// A day of the year, written MM-DD.
        case day

        /// Whether a text is a value of that kind, in the one spelling that is read.
        package func allows(_ text: String) -> Bool {
            if self == .day { return Self.day(text) != nil }
            guard let value = Quantity(text), !value.isNegative, text.utf8.count <= Self.lengthLimit else { return false }
            switch self {
            case .share: return !value.isZero && value <= Quantity(1)
            case .factor: return value > Quantity(1)
            case .count: return value.isWhole
            case .number, .day: return true
            }
        }

        /// Month and day, each from 1; nil for a day that no year has.
        package static func day(_ text: String) -> (month: Int, day: Int)? {
            let bytes = Array(text.utf8)
            guard bytes.count == 5, bytes[2] == UInt8(ascii: "-") else { return nil }
            let digits = [0, 1, 3, 4].map { Int(bytes[$0]) - Int(UInt8(ascii: "0")) }
            guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
            let (month, day) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
            // A leap year has all days that any year has.
            return CalendarDate(year: 2000, month: month, day: day).map { ($0.month, $0.day) }
        }

        /// In characters; what is longer is no threshold.
        private static let lengthLimit = 18
    }

    /// Unique within its rule.
    package let name: String
    /// What its values are.
    package let kind: Kind
    /// The value that the rule itself gives.
    package let standard: String
    /// The value that holds: the profile's, else `standard`.
    package let value: String
    /// What it decides, in a few words.
    package let meaning: LocalizedText

    package init(name: String, kind: Kind, standard: String, value: String, meaning: LocalizedText) {
        self.name = name
        self.kind = kind
        self.standard = standard
        self.value = value
        self.meaning = meaning
    }
}
