import AuditModel
import DocumentModel
import Patterns

extension Examination {
    /// Sentences are compared without blanks; headings and cells are none, nor is a line before the first heading that nothing ends: a title that a
    /// page shows twice. One that states figures may stand in another section as well.
    func sentencesRepeated(minimum: Int, prescribed: String) throws(RuleFailure) -> Tally {
        let exempt = try workshop.words(prescribed)
        var tally = Tally()
        let all = searchable.sentences
        // Of the sentences that say the same the first one, and the first that is not exempt; blanks may part a prescribed word.
        var known: [KnownSentence] = []
        known.reserveCapacity(all.count)
        // The last one of each hash; of the few that agree the characters are compared.
        var last: [UInt64: Int] = Dictionary(minimumCapacity: all.count)
        for (number, section) in searchable.sections.enumerated() {
            for index in searchable.sentences(of: section.body) {
                let sentence = all[index]
                guard sentence.bytes.count >= minimum, searchable.pieces[sentence.piece].kind == .paragraph,
                    section.hasHeading || sentence.bytes.count < searchable.pieces[sentence.piece].text.string.utf8.count,
                    let (hash, hasDigit) = key(of: sentence, minimum: minimum)
                else { continue }
                let before = last.updateValue(known.count, forKey: hash)
                let own = KnownSentence(sentence: index, section: hasDigit ? document.sections[number].path[0] : nil, before: before)
                var alike: [Int] = []
                var next = before
                while let earlier = next {
                    if known[earlier].section == own.section, say(all[known[earlier].sentence], all[index]) {
                        alike.append(known[earlier].sentence)
                    }
                    next = known[earlier].before
                }
                // Whether it is exempt makes no difference to a sentence that stands there once.
                let isExempt = alike.isEmpty && tally.isSatisfied ? nil : holds(sentence, exempt)
                if isExempt == false { tally.satisfied() }
                let earlier = alike.last { !holds(all[$0], exempt) }
                if alike.isEmpty || isExempt == false && earlier == nil {
                    known.append(own)
                } else {
                    last[hash] = before
                }
                guard isExempt == false, let earlier else { continue }
                let evidence = [evidence(sentence), evidence(all[earlier])]
                tally.violated(
                    Offence(
                        evidence: evidence,
                        values: [
                            .found: LocalizedText(verbatim: UTF8Text.shortened(evidence[0].quote, to: 40)), .other: evidence[1].label,
                        ]))
            }
        }
        return tally
    }

    private struct KnownSentence {
        /// Its number in the report.
        let sentence: Int
        /// Of a sentence that states figures the section that it stands in; nil for others.
        let section: Int?
        /// The one before of the same hash, by its number among those that are known.
        let before: Int?
    }

    private func evidence(_ sentence: SearchableText.Sentence) -> Evidence {
        let piece = searchable.pieces[sentence.piece]
        return Evidence(
            place: Place(piece.locator, piece.text.position(atOffset: sentence.bytes.lowerBound)),
            quote: piece.text.substring(sentence.bytes), label: EngineWording.place(piece.locator))
    }

    /// Whether one of the words stands in a sentence.
    private func holds(_ sentence: SearchableText.Sentence, _ words: WordList) -> Bool {
        UTF8Text.bytes(of: searchable.pieces[sentence.piece].text.string) { words.firstMatch(in: $0, range: sentence.bytes) != nil }
    }

    /// Whether two sentences say the same, blanks apart.
    private func say(_ sentence: SearchableText.Sentence, _ other: SearchableText.Sentence) -> Bool {
        let scalars = searchable.decoded.scalars
        return scalars[sentence.scalars].filter { $0 > 0x20 } == scalars[other.scalars].filter { $0 > 0x20 }
    }

    /// A hash of a sentence's characters without blanks (as FNV-1a over them), and whether one of them is a digit; nil for one that has too few.
    private func key(of sentence: SearchableText.Sentence, minimum: Int) -> (hash: UInt64, hasDigit: Bool)? {
        searchable.decoded.scalars.withUnsafeBufferPointer { scalars in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var count = 0
            var hasDigit = false
            for index in sentence.scalars {
                let scalar = scalars[index]
                guard scalar > 0x20 else { continue }
                count += 1
                if scalar &- 0x30 < 10 { hasDigit = true }
                hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
            }
            return count < minimum ? nil : (hash, hasDigit)
        }
    }

    /// Looks at Han characters: what stands at a distance equals what stands here.
    func wordsDoubled(lawful: String, endings: String) throws(RuleFailure) -> Tally {
        let lawfulWords = try workshop.words(lawful)
        let endingWords = try workshop.words(endings)
        var tally = Tally()
        let decoded = searchable.decoded
        for index in searchable.pieces.indices {
            tally.satisfied()
            let candidates = decoded.scalars.withUnsafeBufferPointer { Self.doublings(in: $0, decoded.range(of: index)) }
            if candidates.isEmpty { continue }
            let piece = searchable.pieces[index]
            var end = 0
            var slips = 0
            var known = (scalar: decoded.range(of: index).lowerBound, byte: 0)
            for candidate in candidates where slips < Self.doublingLimit {
                let start = known.byte + searchable.bytes(from: known.scalar, to: candidate.lowerBound)
                known = (candidate.lowerBound, start)
                // A Han character takes three bytes.
                let range = start..<start + 3 * candidate.count
                guard range.lowerBound >= end else { continue }
                let isSlip = UTF8Text.bytes(of: piece.text.string) { bytes in
                    lawfulWords.match(in: bytes, at: range.lowerBound) == nil && endingWords.match(in: bytes, at: range.upperBound) == nil
                }
                guard isSlip else { continue }
                slips += 1
                end = range.upperBound
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
        return tally
    }

    /// The most that are told of a paragraph: to look up where one stands takes as long as to read what is before it.
    private static let doublingLimit = 100
    /// In characters: the longest word that is looked for.
    private static let longestWord = 6

    /// The doublings in the order in which they end.
    private static func doublings(in scalars: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for length in 2...longestWord {
            // A run that repeats what stands a word before it, and is a word long, holds one of these places.
            var place = range.lowerBound + 2 * length - 1
            while place < range.upperBound {
                guard scalars[place] == scalars[place - length] else {
                    place += length
                    continue
                }
                var start = place
                while start > range.lowerBound + length, scalars[start - 1] == scalars[start - 1 - length] { start -= 1 }
                var end = place + 1
                while end < range.upperBound, scalars[end] == scalars[end - length] { end += 1 }
                while start < end, !isHan(scalars[start]) { start += 1 }
                if end - start >= length, isHanOnly(scalars, start - length..<start + length) {
                    found.append(start - length..<start + length)
                }
                // Behind a run, however long, it is not looked at again.
                place += (end - place + length - 1) / length * length
            }
        }
        return found.count < 2 ? found : found.sorted { ($0.upperBound, $0.count) < ($1.upperBound, $1.count) }
    }

    /// U+4000 to U+9FFF.
    private static func isHan(_ scalar: UInt32) -> Bool { scalar &- 0x4000 < 0x6000 }

    /// True for a run of Han characters that are not all the same one.
    private static func isHanOnly(_ scalars: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Bool {
        range.allSatisfy { isHan(scalars[$0]) } && range.contains { scalars[$0] != scalars[range.lowerBound] }
    }
}
