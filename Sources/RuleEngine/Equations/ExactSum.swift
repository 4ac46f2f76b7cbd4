import AuditModel

/// A sum of decimals that notices when it can no longer be held exactly, where adding quantities would stop the program.
struct ExactSum {
    private(set) var value = Quantity.zero
    /// False once an addend was too far apart in size and number of decimals; the value means nothing then.
    private(set) var isExact = true

    init() {}

    init(_ quantities: some Sequence<Quantity>) {
        for quantity in quantities { add(quantity) }
    }

    /// Nil when it could not be held.
    var exact: Quantity? { isExact ? value : nil }

    mutating func add(_ quantity: Quantity, negated: Bool = false) {
        let addend = negated ? -quantity.significand : quantity.significand
        let scale = max(value.scale, quantity.scale)
        guard let left = Self.scaled(value.significand, by: scale - value.scale),
            let right = Self.scaled(addend, by: scale - quantity.scale)
        else {
            isExact = false
            return
        }
        let (sum, overflow) = left.addingReportingOverflow(right)
        if overflow { isExact = false } else { value = Quantity(significand: sum, scale: scale) }
    }

    static func difference(_ left: Quantity, _ right: Quantity) -> Quantity? {
        var sum = ExactSum([left])
        sum.add(right, negated: true)
        return sum.exact
    }

    private static func scaled(_ significand: Int128, by exponent: Int) -> Int128? {
        var scaled = significand
        for _ in 0..<exponent {
            let (product, overflow) = scaled.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            scaled = product
        }
        return scaled
    }
}
