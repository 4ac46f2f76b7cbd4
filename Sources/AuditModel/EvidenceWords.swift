/// Words of evidence, told apart by the comma with which a pack writes them (`，把`, `少，`).
package struct EvidenceWords: Hashable, Sendable {
    /// Those that show something wherever they stand.
    package let anywhere: [String]
    /// Those that do where they begin their clause, without the comma before them.
    package let opening: [String]
    /// Those that do where they end it, without the comma behind them.
    package let closing: [String]

    private static let mark: Unicode.Scalar = "\u{FF0C}"

    /// Of a vocabulary, in its order.
    package init(_ words: [String]) {
        anywhere = words.filter { $0.unicodeScalars.first != Self.mark && $0.unicodeScalars.last != Self.mark }
        opening = words.filter { $0.unicodeScalars.first == Self.mark }.map { String($0.unicodeScalars.dropFirst()) }
        closing = words.filter { $0.unicodeScalars.last == Self.mark }.map { String($0.unicodeScalars.dropLast()) }
    }
}
