import AuditModel

/// The identifiers of one form cut into their segments, so that patterns with `*` can be matched by comparing numbers.
struct IdentifierIndex: Sendable {
    let form: Form
    private let segments: [[Int]]
    private let numbers: [Substring: Int]

    init(_ form: Form) {
        var numbers: [Substring: Int] = [:]
        segments = form.indicators.map { indicator in
            indicator.id.split(separator: ".", omittingEmptySubsequences: false).map { segment in
                let number = numbers[segment] ?? numbers.count
                numbers[segment] = number
                return number
            }
        }
        self.numbers = numbers
        self.form = form
    }

    /// The indices of the indicators that a pattern means: the one of that identifier, or, where `*` stands for any one segment, all that fit, without
    /// the substitutes. Empty when the form has none.
    func indices(matching pattern: String) -> [Int] {
        guard pattern.utf8.contains(UInt8(ascii: "*")) else { return form.index(of: pattern).map { [$0] } ?? [] }
        let any = -1
        var wanted: [Int] = []
        for segment in pattern.split(separator: ".", omittingEmptySubsequences: false) {
            guard let number = segment == "*" ? any : numbers[segment] else { return [] }
            wanted.append(number)
        }
        return segments.indices.filter { index in
            let present = segments[index]
            guard present.count == wanted.count, !form.indicators[index].isSubstitute else { return false }
            for position in wanted.indices where wanted[position] != any && wanted[position] != present[position] { return false }
            return true
        }
    }
}
