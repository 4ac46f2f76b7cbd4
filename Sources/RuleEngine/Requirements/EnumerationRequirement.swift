import AuditModel
import DocumentModel

extension Examination {
    /// Goes through the clauses of each section. The first word opens a new list; what stands in title marks opens no clause.
    func enumerations(_ vocabulary: String) throws(RuleFailure) -> Tally {
        guard let words = pack.passages.vocabularies[vocabulary] else { throw .unknownVocabulary(vocabulary) }
        let list = try workshop.words(vocabulary)
        let filter = workshop.filter
        var candidates = searchable.candidates(filter.number(ofVocabulary: vocabulary), filter)[...]
        var tally = Tally()
        if candidates.isEmpty { return tally }
        for section in searchable.sections where section.hasHeading {
            // The last number of the list, from 0; nil outside of one.
            var last: Int?
            for index in section.body {
                if searchable.pieces[index].kind == .heading { last = nil }
                candidates = candidates.drop { $0 < index }
                guard candidates.first == index else { continue }
                let piece = searchable.pieces[index]
                var slips = 0
                UTF8Text.bytes(of: piece.text.string) { bytes in
                    for clause in TextPieces.clauses(in: bytes) {
                        let start = Self.wordStart(bytes, clause)
                        // The word may end with the mark that ends its clause (第一，).
                        guard start < clause.upperBound, let length = list.match(in: bytes, at: start),
                            let number = words.firstIndex(where: { $0.utf8.elementsEqual(bytes[start..<start + length]) })
                        else { continue }
                        tally.satisfied()
                        defer { last = number }
                        // A list may go on behind another that stands within an item: only forward jumps and repetitions are slips.
                        guard let before = last, number > 0, number > before + 1 || number == before, slips < Self.slipLimit else {
                            continue
                        }
                        slips += 1
                        tally.violated(
                            Offence(
                                evidence: [
                                    Evidence(
                                        place: Place(piece.locator, piece.text.position(atOffset: start)),
                                        quote: UTF8Text.surroundings(of: start..<start + length, in: piece.text.string, margin: 12),
                                        label: EngineWording.place(piece.locator))
                                ],
                                values: [
                                    .found: LocalizedText(verbatim: words[number]),
                                    .expected: LocalizedText(verbatim: words[min(before + 1, words.count - 1)]),
                                ]))
                    }
                }
            }
        }
        return tally
    }

    /// The most that are told of a paragraph: to look up where one stands takes as long as to read what is before it.
    private static let slipLimit = 100

    /// Behind blanks and quotation marks.
    private static func wordStart(_ bytes: UnsafeBufferPointer<UInt8>, _ clause: Range<Int>) -> Int {
        var index = clause.lowerBound
        while index < clause.upperBound {
            if bytes[index] == 0x20 || bytes[index] == 0x09 {
                index += 1
            } else if index + 2 < clause.upperBound, bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 {
                index += 3
            } else {
                break
            }
        }
        return index
    }
}
