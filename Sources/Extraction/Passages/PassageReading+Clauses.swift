import DocumentModel

/// How texts are cut into sentences and clauses.
extension PassageReading {
    /// How many words before a cue are passed over.
    static let leadLimit = 5
    /// In scalars. Longer texts before a colon are clauses, and longer lines paragraphs.
    static let labelLimit = 40
    /// In scalars. Longer sentences are no titles.
    static let titleLimit = 24

    /// True for a short line that ends like no sentence.
    static func isHeadingLike(_ text: [UInt32]) -> Bool {
        guard text.count <= labelLimit, let last = text.last, !isSentenceEnd(last), !isColon(last) else { return false }
        return !text.contains { $0 == 0x3002 || $0 == 0x2C || $0 == 0x3B || isColon($0) }
    }

    /// Whether a cue stands in a heading or in a label.
    func announces(_ cue: CueSet.Match, _ text: [UInt32]) -> Bool {
        // A cell of a table that is written as text is a label as well.
        if cue.range.upperBound < text.count, text[cue.range.upperBound] == 0x7C { return true }
        let end = Self.clauseEnd(text, cue.range.upperBound..<min(text.count, cue.range.upperBound + Self.labelLimit))
        return end > cue.range.upperBound && Self.isColon(text[end - 1]) || Self.isHeadingLike(text)
    }

    static func isSentenceEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        // A bar parts the cells of a table that is written as text.
        case 0x0A, 0x0D, 0x2028, 0x2029, 0x21, 0x3B, 0x3F, 0x7C, 0x3002, 0xFF61, 0x2026: true
        default: false
        }
    }

    /// Whether a point of ASCII stands between ideographs.
    private static func isFullStop(_ text: [UInt32], _ index: Int) -> Bool {
        func isHan(_ scalar: UInt32) -> Bool { (0x4E00...0x9FFF).contains(scalar) }
        return text[index] == 0x2E && index > 0 && isHan(text[index - 1]) && (index + 1 == text.count || isHan(text[index + 1]))
    }

    static func isColon(_ scalar: UInt32) -> Bool { scalar == 0x3A || scalar == 0xFE55 }

    /// The index behind the sentence that starts at an index, with the marks and closing quotes behind its end.
    static func sentenceEnd(_ text: [UInt32], from start: Int) -> Int {
        var index = start
        while index < text.count, !isSentenceEnd(text[index]), !isFullStop(text, index) { index += 1 }
        if index < text.count, isFullStop(text, index) { index += 1 }
        while index < text.count, isSentenceEnd(text[index]) || isClosing(text[index]) { index += 1 }
        return index
    }

    static func isClosing(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x29, 0x2019, 0x201D, 0x300B, 0x300D, 0x300F, 0x3011: true
        default: false
        }
    }

    /// The index behind the first clause of a range.
    static func clauseEnd(_ text: [UInt32], _ range: Range<Int>) -> Int {
        for index in range {
            switch text[index] {
            case 0x2C, 0xFE50, 0x3A, 0xFE55, 0x2192, 0x7C, 0x2502, 0xFF5C: return index + 1
            default: continue
            }
        }
        return range.upperBound
    }

    /// The index of the first word of a clause: behind blanks, marks and an ordinal.
    static func lead(_ text: [UInt32], _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            if !isWord(text[index]) {
                index += 1
            } else if index == range.lowerBound, let end = nestedOrdinal(text, range) {
                index = end
            } else if let end = LabelText.ordinal(in: text, from: index), end < range.upperBound {
                index = end
            } else {
                break
            }
        }
        return index
    }

    /// True when a range has any character besides blanks and punctuation.
    static func speaks(_ text: [UInt32], _ range: Range<Int>) -> Bool { range.contains { isWord(text[$0]) } }

    static func isWord(_ scalar: UInt32) -> Bool { LabelText.isKept(scalar) && !Blank.contains(scalar) }

    /// Behind an ordinal of several numbers with which a clause begins (2.1, 5.2.1); nil where there is none.
    private static func nestedOrdinal(_ text: [UInt32], _ range: Range<Int>) -> Int? {
        let end = text[range].firstIndex { DigitNotation.decimal($0) == nil && $0 != 0x2E } ?? range.upperBound
        let numbers = text[range.lowerBound..<end].split(separator: 0x2E)
        // Longer ones are years.
        return end < range.upperBound && text[range.lowerBound..<end].dropLast().contains(0x2E) && numbers.allSatisfy { $0.count < 3 }
            ? end : nil
    }

    /// Where a list begins in a clause whose words before it are short enough for a label (改进措施1、…); nil where none does.
    static func listStart(_ text: [UInt32], _ clause: Range<Int>) -> Int? {
        clause.dropFirst(2).prefix(labelLimit).first { index in
            guard DigitNotation.decimal(text[index]) == 1, DigitNotation.decimal(text[index - 1]) == nil else { return false }
            let ordinal = ListOrdinal.found(in: text, index..<clause.upperBound)
            return ordinal?.number == 1 && ordinal?.depth == 2
        }
    }
}
