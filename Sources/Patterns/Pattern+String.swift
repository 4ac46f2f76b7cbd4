extension Pattern {
    /// Whether the pattern matches somewhere in the text. Native strings are read in place.
    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    /// The leftmost match within `range`, which counts UTF-8 bytes from 0; nil is the whole. Native strings are read in place.
    package func firstMatch(in text: String, range: Range<Int>? = nil) -> PatternMatch? {
        var text = text
        return text.withUTF8 { firstMatch(in: $0, range: range) }
    }

    /// As `allMatches(in:range:limit:)` over bytes. Native strings are read in place.
    package func allMatches(in text: String, range: Range<Int>? = nil, limit: Int) -> PatternMatches {
        var text = text
        return text.withUTF8 { allMatches(in: $0, range: range, limit: limit) }
    }
}
