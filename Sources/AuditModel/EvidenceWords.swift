/// Words of evidence, told apart by the comma with which a pack writes them (`，把`, `少，`) or the `…` behind those that have an object (`缺少…`)
/// and before those that need a head (`…公布`).
package struct EvidenceWords: Hashable, Sendable {
    /// Those that show something wherever they stand.
    package let anywhere: [String]
    /// Those that do where they begin their clause, without the comma before them.
    package let opening: [String]
    /// Those that do where they end it, without the comma behind them.
    package let closing: [String]

    /// Those that do only behind a head, as those that begin a clause do as well; without the mark before them.
    package let headed: [String]
    /// Those that show something with all that follows in their clause, without the mark behind them.
    package let reaching: [String]

    private static let ellipsis: Unicode.Scalar = "\u{2026}"
    private static let mark: Unicode.Scalar = "\u{FF0C}"

    /// Of a vocabulary, in its order.
    package init(_ words: [String]) {
        anywhere = words.filter { word in
            ![Self.mark, Self.ellipsis].contains(word.unicodeScalars.first)
                && word.unicodeScalars.last.map { $0 != Self.mark && $0 != Self.ellipsis } ?? false
        }
        opening = words.filter { $0.unicodeScalars.first == Self.mark }.map { String($0.unicodeScalars.dropFirst()) }
        reaching = words.filter { $0.unicodeScalars.last == Self.ellipsis }.map { String($0.unicodeScalars.dropLast()) }
        headed = words.filter { $0.unicodeScalars.first == Self.ellipsis }.map { String($0.unicodeScalars.dropFirst()) }
        closing = words.filter { $0.unicodeScalars.last == Self.mark }.map { String($0.unicodeScalars.dropLast()) }
    }
}
