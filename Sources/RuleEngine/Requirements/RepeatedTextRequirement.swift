import AuditModel
import DocumentModel

extension Examination {
    /// Sentences are compared without blanks; headings and cells are none. One that states figures may stand in another section as well.
    func sentencesRepeated(minimum: Int, prescribed: String) throws(RuleFailure) -> Tally {
        let exempt = try workshop.words(prescribed)
        var tally = Tally()
        var first: [[UInt8]: Evidence] = [:]
        for section in document.sections {
            for piece in section.pieces where piece.kind == .paragraph {
                let found = UTF8Text.bytes(of: piece.text.string) { bytes in
                    TextPieces.sentences.ranges(in: bytes).compactMap { range -> (key: [UInt8], range: Range<Int>)? in
                        var key = bytes[range].filter { $0 > 0x20 }
                        if key.contains(where: { (0x30...0x39).contains($0) }) {
                            key.insert(UInt8(truncatingIfNeeded: section.path[0]), at: 0)
                        }
                        guard key.count >= minimum, Self.characters(key) >= minimum,
                            exempt.firstMatch(in: bytes, range: range) == nil
                        else { return nil }
                        return (key, range)
                    }
                }
                for (key, range) in found {
                    tally.satisfied()
                    let evidence = Evidence(
                        place: Place(piece.locator, piece.text.position(atOffset: range.lowerBound)), quote: piece.text.substring(range),
                        label: EngineWording.place(piece.locator))
                    guard let earlier = first.updateValue(evidence, forKey: key) else { continue }
                    first[key] = earlier
                    tally.violated(
                        Offence(
                            evidence: [evidence, earlier],
                            values: [
                                .found: LocalizedText(verbatim: UTF8Text.shortened(evidence.quote, to: 40)), .other: earlier.label,
                            ]))
                }
            }
        }
        return tally
    }

    private static func characters(_ bytes: [UInt8]) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

    /// Looks at Han characters, of three bytes each: what stands at a distance equals what stands here.
    func wordsDoubled(lawful: String, endings: String) throws(RuleFailure) -> Tally {
        let lawfulWords = try workshop.words(lawful)
        let endingWords = try workshop.words(endings)
        var tally = Tally()
        for section in searchable.sections(of: document, with: workshop) {
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

    private static func doublings(in bytes: UnsafeBufferPointer<UInt8>, _ lawful: WordList, _ endings: WordList) -> [Range<Int>] {
        var found: [Range<Int>] = []
        // For each length the first byte of the run that repeats at that distance.
        var runs = [Int](repeating: -1, count: longestWord + 1)
        var offset = 0
        while offset < bytes.count {
            guard isHan(bytes[offset]), offset + 3 <= bytes.count else {
                offset += UTF8Text.width(of: bytes[offset])
                for length in runs.indices { runs[length] = -1 }
                continue
            }
            for length in 2...longestWord {
                let other = offset - 3 * length
                guard other >= 0, bytes[other + 2] == bytes[offset + 2], bytes[other + 1] == bytes[offset + 1],
                    bytes[other] == bytes[offset]
                else {
                    runs[length] = -1
                    continue
                }
                if runs[length] < 0 { runs[length] = offset }
                guard offset + 3 - runs[length] == 3 * length else { continue }
                let range = (runs[length] - 3 * length)..<(offset + 3)
                if isHanOnly(bytes, range), lawful.match(in: bytes, at: range.lowerBound) == nil,
                    endings.match(in: bytes, at: range.upperBound) == nil, found.last.map({ $0.upperBound <= range.lowerBound }) ?? true
                {
                    found.append(range)
                }
            }
            offset += 3
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
