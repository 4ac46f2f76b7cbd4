import AuditModel
import DocumentModel

/// What a report states of things that the form does not know, by the words that it states them in: which of last year's numbers is the same as one of this
/// year's, nothing but those words can tell.
struct StatedAlike {
    /// By what is left of the words without those that say nothing; nil for those that state several numbers.
    private var statements: [String: Statement?] = [:]

    /// In Han characters: fewer do not tell what is counted.
    private static let least = 4

    /// - Parameters:
    ///   - silent: lists of words that say nothing of what is counted.
    ///   - rough: words by which a number is rough; such a one is left out, and so is one that is not written in digits to the last: rounded numbers of two
    ///     years do not tell by how many percent they differ.
    init(_ all: [Statement], without silent: [WordList], rough: WordList) {
        for statement in all where statement.state == .unbound && !statement.isZeroByWords && !rough.occurs(in: statement.quote) {
            guard let key = Self.key(statement, silent) else { continue }
            if let known = statements[key] {
                if known?.value != statement.value { statements[key] = .some(nil) }
            } else {
                statements[key] = statement
            }
        }
    }

    /// The one number that is stated in the words of a statement of another year; nil where there is none, or several.
    func statement(like other: Statement, without silent: [WordList]) -> Statement? {
        Self.key(other, silent).flatMap { statements[$0] ?? nil }
    }

    /// The words of a statement, with a mark in the place of its number; nil where they tell too little.
    private static func key(_ statement: Statement, _ silent: [WordList]) -> String? {
        let start = statement.numberRange.lowerBound - statement.range.lowerBound
        let end = statement.numberRange.upperBound - statement.range.lowerBound
        var key: [UInt8] = []
        var count = 0
        let isWhole = UTF8Text.bytes(of: statement.quote) { bytes -> Bool in
            guard start >= 0, end <= bytes.count, start < end, Self.isExact(bytes, from: start, to: end) else { return false }
            var offset = 0
            while offset < bytes.count {
                if offset == start {
                    key.append(0x23)
                    offset = end
                    continue
                }
                if offset < start, let length = WordList.longest(of: silent, in: bytes, at: offset), offset + length <= start {
                    offset += length
                    continue
                }
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                // Another number may be anything.
                if DigitNotation.decimal(scalar.value) != nil { return false }
                if (0x4E00...0x9FFF).contains(scalar.value) {
                    key += bytes[offset..<offset + scalar.width]
                    count += 1
                }
                offset += scalar.width
            }
            return true
        }
        return isWhole && count >= least ? String(decoding: key, as: UTF8.self) : nil
    }

    /// Whether a number is written in digits alone, and what parts thousands.
    private static func isExact(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
        var offset = start
        while offset < end {
            let scalar = UTF8Text.scalar(in: bytes, at: offset)
            guard
                DigitNotation.decimal(scalar.value) != nil || scalar.value == 0x2C || scalar.value == 0xFF0C || Blank.contains(scalar.value)
            else {
                return false
            }
            offset += scalar.width
        }
        return true
    }
}

extension Examination {
    /// What last year's report states in the words of one of this year's statements; nil where this year's states several numbers in them as well.
    func lastYears(_ statement: Statement) -> Statement? {
        guard previous != nil, let known = statedAlike, known.own.statement(like: statement, without: known.silent) != nil else {
            return nil
        }
        return known.earlier.statement(like: statement, without: known.silent)
    }
}
