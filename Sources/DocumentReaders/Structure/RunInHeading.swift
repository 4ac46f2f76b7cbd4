import DocumentModel

/// A heading that is followed by text on the same line: `六、其他事项：无`.
enum RunInHeading {
    /// The entry whose title stands word for word between the number and a colon, full stop or blank, and the UTF-8 offset of the text that follows.
    static func find(in string: String, _ line: HeadingLine, _ matcher: TitleMatcher) -> (TitleMatcher.Match, Int)? {
        guard let first = line.key.first, matcher.mayBegin(with: first) else { return nil }
        var offset = 0
        var title: [UInt32] = []
        var found: (TitleMatcher.Match, Int)?
        for (index, value) in string.scalarValues(atMost: HeadingLine.lookahead).enumerated() {
            let isBlank = Blank.contains(value)
            let isMark = value == 0x3A || value == 0xFF1A || value == 0x3002
            if let found, !isBlank, !isMark { return (found.0, offset) }
            offset += ScalarDecoding.width(value)
            guard index >= line.titleStart else { continue }
            if found == nil, isBlank || isMark, let match = matcher.exact(TitleKey.key(of: title)) { found = (match, offset) }
            if found == nil { title.append(value) }
            if title.count > 2 * HeadingLine.longestTitle || (isMark && found == nil) { return nil }
        }
        return nil
    }
}
