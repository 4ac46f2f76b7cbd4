import AuditModel
import DocumentModel

/// Words that show something in a clause: most wherever they stand, those that the pack writes with a comma before them where they begin it, those with
/// one behind them where they end it, and those with `…` together with the rest of their clause.
struct EvidenceList: Sendable {
    private let anywhere: WordList
    private let opening: WordList
    private let closing: WordList
    private let reaching: WordList
    private let headed: WordList

    /// No words at all.
    static let none = EvidenceList([])

    init(_ list: [String]) {
        let words = EvidenceWords(list)
        anywhere = WordList(words.anywhere)
        opening = WordList(words.opening)
        closing = WordList(words.closing)
        reaching = WordList(words.reaching)
        headed = WordList(words.headed)
    }

    var isEmpty: Bool { anywhere.isEmpty && opening.isEmpty && closing.isEmpty && reaching.isEmpty && headed.isEmpty }

    /// The length in bytes of a word that shows something at an offset of a clause; nil when none does.
    ///
    /// - Parameters:
    ///   - bucket: of the offset, which lies within the clause.
    ///   - isHeaded: whether a head stands before it: then words that begin a clause may stand here.
    ///   - closes: whether nothing of the clause is left behind an offset.
    func match(in clause: UnsafeBufferPointer<UInt8>, at offset: Int, bucket: Int, isHeaded: Bool = false, closes: (Int) -> Bool) -> Int? {
        if reaching.match(in: clause, at: offset, bucket: bucket) != nil { return clause.count - offset }
        if let length = anywhere.match(in: clause, at: offset, bucket: bucket) { return length }
        if let length = closing.match(in: clause, at: offset, bucket: bucket), offset > 0, closes(offset + length) { return length }
        if isHeaded, let length = headed.match(in: clause, at: offset, bucket: bucket) { return length }
        guard let length = opening.match(in: clause, at: offset, bucket: bucket), isHeaded || Self.isOpening(clause, offset) else {
            return nil
        }
        return length
    }

    /// In characters: the longest ordinal.
    private static let ordinalLength = 4

    /// Whether nothing but an ordinal stands before an offset: numerals with marks, or with the verb with which clauses are counted.
    private static func isOpening(_ clause: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        var offset = 0
        var count = 0
        while offset < end {
            let scalar = UTF8Text.scalar(in: clause, at: offset)
            offset += scalar.width
            if Blank.contains(scalar.value) { continue }
            count += 1
            guard count <= ordinalLength, isOrdinal(scalar.value) else { return false }
        }
        return true
    }

    /// The offsets of the first characters of a clause, blanks apart, up to the first that is none of an ordinal.
    static func openings(of clause: UnsafeBufferPointer<UInt8>) -> [Int] {
        var offsets: [Int] = []
        var offset = 0
        while offset < clause.count, offsets.count <= ordinalLength {
            let scalar = UTF8Text.scalar(in: clause, at: offset)
            if !Blank.contains(scalar.value) {
                offsets.append(offset)
                guard isOrdinal(scalar.value) else { break }
            }
            offset += scalar.width
        }
        return offsets
    }

    private static func isOrdinal(_ scalar: UInt32) -> Bool {
        switch scalar {
        // 十, 是, 要, 第, 其, circled numbers.
        case 0x5341, 0x662F, 0x8981, 0x7B2C, 0x5176, 0x2460...0x2473: true
        default:
            DigitNotation.decimal(scalar) != nil || DigitNotation.chinese(scalar) != nil
                || Unicode.Scalar(scalar).map { !UTF8Text.isWordLike($0) } ?? true
        }
    }
}
