import DocumentModel

extension TitleMatcher {
    /// The UTF-8 length below which no line is a heading that `entry(openedBy:)` knows: that of the shortest title without its marks, two
    /// characters less for slips of the pen.
    var shortestHeading: Int {
        func length(_ string: String) -> Int {
            TitleKey.key(of: string).reduce(0) { $0 + (Unicode.Scalar($1).map { UTF8.width($0) } ?? 1) }
        }
        let lengths = outline.entries.flatMap { entry in
            ([entry.title] + entry.variants).map { length($0) - 6 } + entry.terms.map { $0.reduce(0) { $0 + length($1) } }
        }
        return lengths.min() ?? .max
    }

    /// The entry whose heading a line is by itself, without regard to the lines around it; nil when it is none, or cannot be told.
    func entry(openedBy string: String) -> Int? {
        guard !outline.entries.isEmpty, string.utf8.count <= 4 * HeadingLine.lookahead, let line = HeadingLine(possiblyIn: string) else {
            return nil
        }
        let isNumbered = line.ordinal.map { !$0.isWeak } ?? false
        if line.isTitle || (line.endsWithStop && isNumbered), let match = exact(line.key) { return match.entry }
        guard isNumbered else { return nil }
        if let (match, _) = RunInHeading.find(in: string, line, self) { return match.entry }
        guard line.isTitle, let found = match(line.key), line.ordinal?.number == outline.entries[found.entry].ordinal else { return nil }
        return found.entry
    }
}
