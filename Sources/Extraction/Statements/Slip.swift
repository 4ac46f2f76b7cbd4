import AuditModel

/// Slips of the pen in numbers.
enum Slip {
    /// Whether one slip makes one whole number of another: a digit is another, left out or put in, or two neighbouring digits are swapped.
    static func mayTurn(_ meant: Quantity, into written: Quantity) -> Bool {
        guard let left = digits(of: meant), let right = digits(of: written) else { return false }
        if left.count == right.count {
            let differing = left.indices.filter { left[$0] != right[$0] }
            if differing.count < 2 { return true }
            guard differing.count == 2, differing[0] + 1 == differing[1] else { return false }
            return left[differing[0]] == right[differing[1]] && left[differing[1]] == right[differing[0]]
        }
        let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
        guard longer.count == shorter.count + 1 else { return false }
        let first = shorter.indices.first { shorter[$0] != longer[$0] } ?? shorter.count
        return shorter[first...].elementsEqual(longer[(first + 1)...])
    }

    /// Whether one slip makes one number of another, and that hardly by chance: of one digit each any may be another.
    static func isLikely(_ meant: Quantity, _ written: Quantity) -> Bool {
        guard let left = digits(of: meant), let right = digits(of: written), min(left.count, right.count) > 1 else { return false }
        return mayTurn(meant, into: written) || meant.subtracting(written).map { $0.magnitude <= Quantity(2) } ?? false
    }

    /// Whether parts make up their whole, or would with one number written otherwise: off by one or two, or by a slip in the whole or in one of them.
    static func mayPart(_ parts: [Quantity], from whole: Quantity) -> Bool {
        guard let sum = Quantity.sum(of: parts), let difference = sum.subtracting(whole), whole >= Quantity(10) else { return false }
        if difference.magnitude <= Quantity(2) || mayTurn(sum, into: whole) { return true }
        return parts.contains { part in part.subtracting(difference).map { mayTurn($0, into: part) } ?? false }
    }

    /// The same with the slips that parts which need not be all hardly show by chance: off by one or two, or two neighbouring digits swapped.
    static func maySlightlyPart(_ parts: [Quantity], from whole: Quantity) -> Bool {
        guard let sum = Quantity.sum(of: parts), let difference = sum.subtracting(whole), whole >= Quantity(10) else { return false }
        func isSwapped(_ meant: Quantity, _ written: Quantity) -> Bool {
            guard let left = digits(of: meant), let right = digits(of: written) else { return false }
            return mayTurn(meant, into: written) && left.sorted() == right.sorted()
        }
        if difference.magnitude <= Quantity(2) || isSwapped(sum, whole) { return true }
        return parts.contains { part in part.subtracting(difference).map { isSwapped($0, part) } ?? false }
    }

    /// Nil for what is no whole number above 0.
    private static func digits(of value: Quantity) -> [UInt8]? {
        guard value > .zero, value.isWhole else { return nil }
        return Array(value.description.utf8)
    }
}
