import AuditModel
import DocumentModel

extension Examination {
    /// Sentences are compared without blanks; headings and cells are none, nor is a line before the first heading that nothing ends: a title that a
    /// page shows twice. One that states figures may stand in another section as well.
    func sentencesRepeated(minimum: Int, prescribed: String) throws(RuleFailure) -> Tally {
        let exempt = try workshop.words(prescribed)
        var tally = Tally()
        // Of the sentences that say the same the first one, and the first that is not exempt; blanks may part a prescribed word.
        var known: [Sentence] = []
        // The last one of each hash; of the few that agree the characters are compared.
        var last: [UInt64: Int] = [:]
        for (section, (text, sentences)) in zip(document.sections, zip(searchable.sections, searchable.sentences)) {
            for (piece, ranges) in zip(text.pieces, sentences) where piece.kind == .paragraph {
                for range in ranges
                where range.count >= minimum && (text.hasHeading || range.count < piece.text.string.utf8.count) {
                    let key = UTF8Text.bytes(of: piece.text.string) {
                        Self.key(of: $0, range, section: section.path[0], minimum: minimum)
                    }
                    guard let (hash, figuresIn) = key else { continue }
                    let before = last.updateValue(known.count, forKey: hash)
                    let sentence = Sentence(piece: piece, range: range, section: figuresIn, before: before)
                    var alike: [Sentence] = []
                    var next = before
                    while let index = next {
                        if known[index].says(sentence) { alike.append(known[index]) }
                        next = known[index].before
                    }
                    // Whether it is exempt makes no difference to a sentence that stands there once.
                    let isExempt = alike.isEmpty && tally.isSatisfied ? nil : sentence.holds(exempt)
                    if isExempt == false { tally.satisfied() }
                    let earlier = alike.last { !$0.holds(exempt) }
                    if alike.isEmpty || isExempt == false && earlier == nil {
                        known.append(sentence)
                    } else {
                        last[hash] = before
                    }
                    guard isExempt == false, let earlier else { continue }
                    let evidence = [sentence.evidence, earlier.evidence]
                    tally.violated(
                        Offence(
                            evidence: evidence,
                            values: [
                                .found: LocalizedText(verbatim: UTF8Text.shortened(evidence[0].quote, to: 40)), .other: evidence[1].label,
                            ]))
                }
            }
        }
        return tally
    }

    private struct Sentence {
        let piece: SectionPiece
        let range: Range<Int>
        /// Of a sentence that states figures the section that it stands in; nil for others.
        let section: Int?
        /// The one before of the same hash, by its number.
        let before: Int?

        var evidence: Evidence {
            Evidence(
                place: Place(piece.locator, piece.text.position(atOffset: range.lowerBound)), quote: piece.text.substring(range),
                label: EngineWording.place(piece.locator))
        }

        /// Whether one of the words stands in it.
        func holds(_ words: WordList) -> Bool {
            UTF8Text.bytes(of: piece.text.string) { words.firstMatch(in: $0, range: range) != nil }
        }

        /// Whether both say the same, blanks apart.
        func says(_ other: Sentence) -> Bool {
            section == other.section && characters == other.characters
        }

        private var characters: [UInt8] { piece.text.substring(range).utf8.filter { $0 > 0x20 } }
    }

    /// A hash of a sentence (FNV-1a over its bytes without blanks); nil for one that is too short, in characters.
    private static func key(
        of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, section: Int, minimum: Int
    ) -> (hash: UInt64, section: Int?)? {
        guard range.count >= minimum else { return nil }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var count = 0
        var hasDigit = false
        for index in range {
            let byte = bytes[index]
            guard byte > 0x20 else { continue }
            if byte & 0xC0 != 0x80 { count += 1 }
            if byte &- 0x30 < 10 { hasDigit = true }
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        guard count >= minimum else { return nil }
        return (hash, hasDigit ? section : nil)
    }

    /// Looks at Han characters, of three bytes each: what stands at a distance equals what stands here.
    func wordsDoubled(lawful: String, endings: String) throws(RuleFailure) -> Tally {
        let lawfulWords = try workshop.words(lawful)
        let endingWords = try workshop.words(endings)
        var tally = Tally()
        for section in searchable.sections(with: workshop) {
            for piece in section.pieces {
                tally.satisfied()
                let found = UTF8Text.bytes(of: piece.text.string) { Self.doublings(in: $0, lawfulWords, endingWords) }
                for range in found {
                    tally.violated(
                        Offence(
                            evidence: [
                                Evidence(
                                    place: Place(piece.locator, piece.text.position(atOffset: range.lowerBound)),
                                    quote: UTF8Text.surroundings(of: range, in: piece.text.string, margin: 10),
                                    label: EngineWording.place(piece.locator))
                            ], values: [.found: LocalizedText(verbatim: piece.text.substring(range))]))
                }
            }
        }
        return tally
    }

    /// In characters: the longest word that is looked for.
    private static let longestWord = 6

    /// The doublings in the order in which they end, none within another.
    private static func doublings(in bytes: UnsafeBufferPointer<UInt8>, _ lawful: WordList, _ endings: WordList) -> [Range<Int>] {
        var candidates: [Range<Int>] = []
        for length in 2...longestWord {
            let width = 3 * length
            // A run that repeats what stands a word before it, and is a word long, holds one of these places.
            var place = 2 * width - 1
            while place < bytes.count {
                guard bytes[place] == bytes[place - width] else {
                    place += width
                    continue
                }
                var start = place
                while start > width, bytes[start - 1] == bytes[start - 1 - width] { start -= 1 }
                var end = place + 1
                while end < bytes.count, bytes[end] == bytes[end - width] { end += 1 }
                while start < end, !isHan(bytes[start]) { start += 1 }
                if end - start >= width { candidates.append(start - width..<start + width) }
                // Behind a run, however long, it is not looked at again.
                place += (max(end, place + 1) - place + width - 1) / width * width
            }
        }
        guard !candidates.isEmpty else { return [] }
        var found: [Range<Int>] = []
        for range in candidates.sorted(by: { ($0.upperBound, $0.count) < ($1.upperBound, $1.count) }) {
            if isHanOnly(bytes, range), lawful.match(in: bytes, at: range.lowerBound) == nil,
                endings.match(in: bytes, at: range.upperBound) == nil, found.last.map({ $0.upperBound <= range.lowerBound }) ?? true
            {
                found.append(range)
            }
        }
        return found
    }

    private static func isHan(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

    /// True for a run of Han characters that are not all the same one.
    private static func isHanOnly(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var isVaried = false
        for index in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
            guard isHan(bytes[index]) else { return false }
            if (0..<3).contains(where: { bytes[index + $0] != bytes[range.lowerBound + $0] }) { isVaried = true }
        }
        return isVaried
    }
}
