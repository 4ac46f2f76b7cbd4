import DocumentModel

extension TitleMatcher {
    /// The entry whose heading a line is by itself, without regard to the lines around it; nil when it is none, or cannot be told.
    func entry(openedBy string: String) -> Int? {
        guard !outline.entries.isEmpty, string.utf8.count <= 4 * HeadingLine.lookahead, mayOpen(string), mayHoldHeading(string),
            let line = HeadingLine(possiblyIn: string)
        else { return nil }
        let isNumbered = line.ordinal.map { !$0.isWeak } ?? false
        if line.isTitle || (line.endsWithStop && isNumbered), let match = exact(line.key) { return match.entry }
        guard isNumbered else { return nil }
        if let (match, _) = RunInHeading.find(in: string, line, self) { return match.entry }
        guard line.isTitle, let found = match(line.key), line.ordinal?.number == outline.entries[found.entry].ordinal else { return nil }
        return found.entry
    }

    /// False for a line that begins with an ideograph with which neither a number nor a title begins, and for a mere figure: most lines are told
    /// from that alone.
    private func mayOpen(_ string: String) -> Bool {
        for scalar in string.unicodeScalars where !Blank.contains(scalar.value) && !HeadingLine.opensEmphasis(scalar.value) {
            guard 0x4E00...0x9FFF ~= scalar.value else { return mayBegin(with: scalar.value) || !Self.isFigure(string) }
            return mayBegin(with: scalar.value) || OrdinalScanner.mayBegin(with: scalar.value)
        }
        return false
    }

    /// Whether a line has nothing but digits, marks and blanks of ASCII.
    private static func isFigure(_ string: String) -> Bool { string.utf8.allSatisfy { $0 < 0x80 && !(0x61...0x7A).contains($0 | 0x20) } }
}
