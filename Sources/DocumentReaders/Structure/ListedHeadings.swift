import DocumentModel

/// Where the headings stand that a list of contents may name, by what they say and by the outlines' entries that they are.
struct ListedHeadings {
    /// The first block that is the heading of a section of an outline, word for word and without a page; nil when none is.
    private(set) var first: Int?
    private var last: [[UInt32]: Int] = [:]
    private var lastOfEntry: [Int: Int] = [:]
    private var entriesOfKey: [[UInt32]: [Int]] = [:]
    private let matchers: [TitleMatcher]

    /// - Parameter lines: of each block, where it is a line that may be a heading.
    init(_ lines: [HeadingLine?], _ matchers: [TitleMatcher]) {
        self.matchers = matchers
        for (index, line) in lines.enumerated() {
            guard let line else { continue }
            // Text may go on behind a title.
            let key = line.isTitle ? line.key : line.openingKey
            last[key] = index
            let entries = entriesOfKey[key] ?? entries(key)
            entriesOfKey[key] = entries
            for entry in entries { lastOfEntry[entry] = index }
            if first == nil, !entries.isEmpty, knows(key) { first = index }
        }
    }

    /// The entries of the outlines that a title means, counted through all of them.
    private func entries(_ key: [UInt32]) -> [Int] {
        matchers.enumerated().compactMap { number, matcher in matcher.match(key).map { $0.entry * matchers.count + number } }
    }

    /// Whether an outline has a section of such a title, or of what it is without digits at its end, which may be a page's.
    func knows(_ key: [UInt32]) -> Bool {
        let bare = Self.withoutPage(key)
        return matchers.contains { $0.exact(key) != nil || bare.count < key.count && $0.exact(bare) != nil }
    }

    /// Whether a heading of the same title, or of the same section, stands behind a block.
    func come(_ key: [UInt32], behind block: Int) -> Bool {
        isBehind(last[key], block) || isBehind(last[Self.withoutPage(key)], block)
            || (entriesOfKey[key] ?? entries(key)).contains { isBehind(lastOfEntry[$0], block) }
    }

    private func isBehind(_ index: Int?, _ block: Int) -> Bool { index.map { $0 > block } ?? false }

    /// A key without digits at its end.
    static func withoutPage(_ key: [UInt32]) -> [UInt32] {
        var key = key
        while let last = key.last, CellText.isDigit(last) { key.removeLast() }
        return key
    }
}
