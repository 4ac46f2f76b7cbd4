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
        var (anywhere, opening, closing, headed, reaching): ([String], [String], [String], [String], [String]) = ([], [], [], [], [])
        for word in words {
            let scalars = word.unicodeScalars
            guard let first = scalars.first, let last = scalars.last else { continue }
            if first == Self.mark { opening.append(String(scalars.dropFirst())) }
            if first == Self.ellipsis { headed.append(String(scalars.dropFirst())) }
            if last == Self.mark { closing.append(String(scalars.dropLast())) }
            if last == Self.ellipsis { reaching.append(String(scalars.dropLast())) }
            let isPlain = first != Self.mark && first != Self.ellipsis && last != Self.mark && last != Self.ellipsis
            if isPlain { anywhere.append(word) }
        }
        (self.anywhere, self.opening, self.closing, self.headed, self.reaching) = (anywhere, opening, closing, headed, reaching)
    }
}
