/// Gives equal values the same small number, in the order in which they are first met.
package struct Interner<Value: Hashable> {
    private var idByValue: [Value: UInt32] = [:]

    /// The first value gets the number 0.
    package init() {}

    /// How many different values were met; ids are below it.
    package var count: Int { idByValue.count }

    /// The value's id, given now if the value is new.
    package mutating func id(of value: Value) -> UInt32 {
        let next = UInt32(truncatingIfNeeded: idByValue.count)
        if let known = idByValue[value] { return known }
        idByValue[value] = next
        return next
    }

    /// The values' ids in their order.
    package mutating func ids(of values: some Sequence<Value>) -> [UInt32] {
        values.map { id(of: $0) }
    }
}
