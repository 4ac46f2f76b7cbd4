/// Words of evidence, told apart by the comma with which a pack writes them before or behind, or the `…` behind those that have an object
/// and before those that need a head.
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
    fileprivate static let openEnd = Array("\u{2026}".utf8)
    private static let closingMark = Array("\u{FF0C}".utf8)

    /// Of a vocabulary, in its order.
    package init(_ words: [String]) {
        var (anywhere, opening, closing, headed, reaching): ([String], [String], [String], [String], [String]) = ([], [], [], [], [])
        for word in words {
            let scalars = word.unicodeScalars
            guard let first = scalars.first else { continue }
            if first == Self.mark { opening.append(String(scalars.dropFirst())) }
            if first == Self.ellipsis { headed.append(String(scalars.dropFirst())) }
            let (isClosing, isReaching) = (word.ends(with: Self.closingMark), word.isOpenEnded)
            if isClosing { closing.append(String(scalars.dropLast())) }
            if isReaching { reaching.append(String(scalars.dropLast())) }
            if first != Self.mark, first != Self.ellipsis, !isClosing, !isReaching { anywhere.append(word) }
        }
        (self.anywhere, self.opening, self.closing, self.headed, self.reaching) = (anywhere, opening, closing, headed, reaching)
    }
}

extension String {
    /// Whether the `…` stands at its end with which a pack writes words that go on.
    package var isOpenEnded: Bool { ends(with: EvidenceWords.openEnd) }

    /// By bytes: thousands of words are asked at every start.
    fileprivate func ends(with bytes: [UInt8]) -> Bool { utf8.last == bytes.last && utf8.suffix(bytes.count).elementsEqual(bytes) }
}
