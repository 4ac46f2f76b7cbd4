import AuditModel
import DocumentModel

extension Examination {
    func account(section key: String, parts: [String], evidence: String, denial: String?, hollow: String?) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let section = document.section(key) else { return tally }
        let words = try workshop.words(evidence)
        var denials = DenialList.none
        if let denial { denials = try workshop.denials(denial) }
        let texts = accountTexts(of: section, key, parts: parts)
        if texts.contains(where: { Self.gives(account: $0.text, words, denials) }) {
            tally.satisfied()
            return tally
        }
        if let hollow {
            let hollowWords = try workshop.words(hollow)
            if labelledTexts(key, part: parts.first).contains(where: { Self.says($0, besides: hollowWords, denials) }) {
                tally.satisfied()
                return tally
            }
        }
        var shown = [self.evidence(section)]
        let said = texts.first { text in text.text.unicodeScalars.contains { !Blank.contains($0.value) } }
        if let said { shown.append(Evidence(place: said.place, quote: said.text, label: EngineWording.place(said.place.locator))) }
        tally.violated(
            Offence(
                evidence: shown,
                values: [
                    .section: LocalizedText(verbatim: title(of: section)), .expected: EngineWording.content,
                    .found: said.map { LocalizedText(verbatim: UTF8Text.shortened($0.text, to: 60)) } ?? EngineWording.nothing,
                ]))
        return tally
    }

    /// The texts in which the account is looked for. A section that has the first of the parts gives it there or nowhere; in one that does not, it
    /// may stand in the others of the parts or before the first of all.
    private func accountTexts(of section: Section, _ key: String, parts: [String]) -> [(text: String, place: Place)] {
        let passages = report.narrative.passages.filter { $0.section == key }
        guard let first = parts.first, !passages.isEmpty else { return accountTexts(of: section) }
        let hasFirst = passages.contains { $0.part == first }
        return passages.filter { passage in
            guard !passage.isLabel else { return false }
            return hasFirst ? passage.part == first : passage.part.map(parts.contains) ?? true
        }.map { ($0.text, $0.place) }
    }

    /// The texts below the labels of a part, where no words are needed to know what they are about.
    private func labelledTexts(_ key: String, part: String?) -> [String] {
        guard let part else { return [] }
        var texts: [String] = []
        var isLabelled = false
        for passage in report.narrative.passages where passage.section == key {
            if passage.isLabel || passage.part != part {
                isLabelled = passage.part == part
            } else if isLabelled {
                texts.append(passage.text)
            }
        }
        return texts
    }

    /// The texts of a section as a whole. A subsection's heading says nothing by itself, but tells what the text under it is about: so it is put
    /// before the first of it.
    private func accountTexts(of section: Section) -> [(text: String, place: Place)] {
        var texts: [(text: String, place: Place)] = []
        var heading: SectionPiece?
        for piece in section.piecesWithCells where !piece.text.isEmpty {
            if piece.kind == .heading {
                if let heading, SubstanceScan.saysSomething(heading) { texts.append((heading.text.string, heading.place)) }
                heading = piece
            } else {
                texts.append(((heading.map { $0.text.string + " " } ?? "") + piece.text.string, piece.place))
                heading = nil
            }
        }
        if let heading, SubstanceScan.saysSomething(heading) { texts.append((heading.text.string, heading.place)) }
        return texts
    }

    /// True when something is left of a sentence without these words, and no denial reaches beyond its own words.
    static func says(_ sentence: String, besides words: WordList, _ denials: DenialList) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            var offset = 0
            var left = 0
            while offset < bytes.count {
                if denials.reaches(in: bytes, at: offset) { return false }
                if let length = denials.coverage(in: bytes, at: offset) ?? words.match(in: bytes, at: offset) {
                    offset += length
                } else {
                    // Han characters (U+4E00 to U+9FFF) only: figures and marks say nothing by themselves.
                    if (0xE4...0xE9).contains(bytes[offset]) { left += 1 }
                    offset += UTF8Text.width(of: bytes[offset])
                }
            }
            return left >= leastSaid
        }
    }

    /// The fewest characters left that say something.
    private static let leastSaid = 4

    /// True when a clause has one of the words outside of what the denials cover.
    static func gives(account text: String, _ words: WordList, _ denials: DenialList) -> Bool {
        UTF8Text.bytes(of: text) { bytes in
            TextPieces.clauses.ranges(in: bytes).contains { clause in
                var offset = clause.lowerBound
                while offset < clause.upperBound {
                    let rest = UnsafeBufferPointer(rebasing: bytes[0..<clause.upperBound])
                    if let length = denials.coverage(in: rest, at: offset) {
                        offset += length
                    } else if words.match(in: rest, at: offset) != nil {
                        return true
                    } else {
                        offset += UTF8Text.width(of: bytes[offset])
                    }
                }
                return false
            }
        }
    }
}
