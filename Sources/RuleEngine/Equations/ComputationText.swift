import AuditModel

/// Writes sums out as people would check them: `10 + 1 + 0 + 0`.
enum ComputationText {
    /// The most addends that are written out though some of them are 0.
    /// - Source: a line of A4 holds some eight addends of three digits
    static let fullLength = 8

    /// The sum of signed addends, without its result. Of a long sum the zeros are left out, and said to be.
    static func sum(_ addends: [(value: Quantity, isNegative: Bool)]) -> LocalizedText {
        let zeros = addends.count { $0.value.isZero }
        guard addends.count > fullLength, zeros > 1 else { return LocalizedText(verbatim: joined(addends)) }
        let rest = addends.filter { !$0.value.isZero }
        if rest.isEmpty { return EngineWording.allZero(count: zeros) }
        return EngineWording.sum(joined(rest), omittedZeros: zeros)
    }

    /// The sum with its result; the bare value for a single addend.
    static func equality(_ addends: [(value: Quantity, isNegative: Bool)], result: Quantity) -> LocalizedText {
        if addends.count == 1, !addends[0].isNegative { return LocalizedText(result) }
        let sum = sum(addends)
        return LocalizedText { "\(sum[$0]) = \(result)" }
    }

    private static func joined(_ addends: [(value: Quantity, isNegative: Bool)]) -> String {
        var text = ""
        for (index, addend) in addends.enumerated() {
            // U+2212, the sign that the figures of a table line up with.
            let sign = addend.isNegative ? "−" : "+"
            if index > 0 { text += " \(sign) " } else if addend.isNegative { text += "−" }
            text += addend.value.isNegative ? "(\(addend.value))" : addend.value.description
        }
        return text
    }
}
