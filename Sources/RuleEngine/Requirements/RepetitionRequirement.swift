import AuditModel
import DocumentDiff
import DocumentModel

/// What counts as repeating last year's text; see `Condition.Requirement.repetition`.
struct RepetitionTerms {
    let sections: [String]
    let parts: [String]
    let exempt: [String]
    let threshold: Quantity
    let minimum: Int
    let prescribed: String?

    /// - Source: a likeness is printed to a tenth of a percent, which tells 84.9 from 85
    func reaches(_ similarity: Double) -> Bool {
        var power = 1.0
        for _ in 0..<threshold.scale { power *= 10 }
        return similarity >= Double(threshold.significand) / power
    }
}

extension Examination {
    /// Measures passages against last year's. A passage of fewer characters than the minimum, prescribed sentences not counted, repeats nothing.
    func repeatedPassages(_ terms: RepetitionTerms) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let previous else { return tally }
        var prescribed = WordList([])
        if let vocabulary = terms.prescribed { prescribed = try workshop.words(vocabulary) }
        let mask = TextMask(names: Self.names(of: report) + Self.names(of: previous))
        for key in terms.sections.isEmpty ? form.sections.map(\.entry.key) : terms.sections {
            let parts: [String?] = terms.parts.isEmpty ? [nil] : terms.parts.filter { !terms.exempt.contains($0) }
            for part in parts {
                let new = RunningText(
                    of: report, section: key, part: part, isFirst: part == parts[0], exempt: terms.exempt, prescribed: prescribed)
                let old = RunningText(
                    of: previous, section: key, part: part, isFirst: part == parts[0], exempt: terms.exempt, prescribed: prescribed)
                guard let place = new.place else { continue }
                guard UTF8Text.visibleCount(of: new.text) >= terms.minimum, let oldPlace = old.place else {
                    tally.satisfied()
                    continue
                }
                guard Self.sharesEnough(mask.characters(of: new.text), mask.characters(of: old.text), terms) else {
                    tally.satisfied()
                    continue
                }
                let measured = repetition(of: new.text, against: old.text, masking: mask)
                guard terms.reaches(measured.similarity) else {
                    tally.satisfied()
                    continue
                }
                tally.violated(
                    offence(section: key, part: part, measured: measured, new: (new.text, place), old: (old.text, oldPlace)))
            }
        }
        return tally
    }

    /// Whether two texts could be alike enough if all the characters they share stood in one order. What is not need not be compared in full.
    private static func sharesEnough(_ new: [UInt32], _ old: [UInt32], _ terms: RepetitionTerms) -> Bool {
        // Characters that fall into one bucket count as one: that can only raise what seems shared.
        let buckets = 4096
        var counts = [Int](repeating: 0, count: buckets)
        for character in old { counts[Int(character) % buckets] += 1 }
        var shared = 0
        for character in new where counts[Int(character) % buckets] > 0 {
            counts[Int(character) % buckets] -= 1
            shared += 1
        }
        return terms.reaches(2 * Double(shared) / Double(max(1, new.count + old.count)))
    }

    private static func names(of report: Report) -> [String] {
        let identity = report.identity
        return identity.ownNames + [identity.unit, identity.titleUnit?.value, identity.signatureUnit?.value].compactMap { $0 }
    }

    private func offence(
        section key: String, part: String?, measured: Repetition, new: (text: String, place: Place), old: (text: String, place: Place)
    ) -> Offence {
        let length = 60
        let tenths = Quantity(significand: Int128((measured.similarity * 1000).rounded()), scale: 1)
        return Offence(
            evidence: [
                Evidence(
                    place: new.place, quote: UTF8Text.shortened(new.text, to: length), label: EngineWording.place(new.place.locator)),
                Evidence(
                    place: old.place, origin: .previous, quote: UTF8Text.shortened(old.text, to: length),
                    label: EngineWording.place(old.place.locator)),
            ],
            values: [
                .section: LocalizedText(verbatim: form.section(key)?.entry.title ?? key), .part: partName(part),
                .similarity: EngineWording.percent(tenths), .length: LocalizedText(verbatim: String(measured.length)),
            ],
            subject: part.map { "\(key)/\($0)" } ?? key)
    }

    /// A part is called by the first of its cues, in Chinese as in the report itself.
    private func partName(_ id: String?) -> LocalizedText {
        guard let id else { return LocalizedText(verbatim: "") }
        let cue = pack.passages.parts.first { $0.id == id }?.cues.first
        return LocalizedText(chinese: cue ?? id, english: id)
    }
}

/// The text of a section, or of one of its parts, without headings, tables and prescribed sentences.
private struct RunningText {
    /// Sentences joined without what stood between them.
    let text: String
    /// The section or subsection in which the first sentence stands; nil for an empty text.
    let place: Place?

    init(of report: Report, section key: String, part: String?, isFirst: Bool, exempt: [String], prescribed: WordList) {
        var text = ""
        var first: Locator?
        let passages = report.narrative.passages.filter { $0.section == key && !$0.isLabel }
        let pieces: [(text: String, place: Place)]
        if part != nil {
            let own = passages.filter { $0.part == part }
            // What stands before the first cue is the first part where nothing else is.
            let counted = own.isEmpty && isFirst ? passages.filter { $0.part == nil } : own
            pieces = counted.map { ($0.text, $0.place) }
        } else if passages.contains(where: { $0.part.map(exempt.contains) ?? false }) {
            pieces = passages.filter { !($0.part.map(exempt.contains) ?? false) }.map { ($0.text, $0.place) }
        } else {
            let all = report.document.section(key)?.pieces ?? []
            // Where a sentence follows its number on the same line, the line may have been taken for a heading.
            pieces = all.filter { SubstanceScan.saysSomething($0) }.map { ($0.text.string, $0.place) }
        }
        for piece in pieces {
            UTF8Text.bytes(of: piece.text) { bytes in
                for sentence in TextPieces.sentences.ranges(in: bytes) {
                    guard prescribed.isEmpty || prescribed.firstMatch(in: bytes, range: sentence) == nil else { continue }
                    text += String(decoding: UnsafeBufferPointer(rebasing: bytes[sentence]), as: UTF8.self)
                    first = first ?? piece.place.locator
                }
            }
        }
        self.text = text
        place = first.flatMap { first in
            // A part has the subsection to itself as a rule; a text of several sections is that of the whole.
            let path = part == nil ? Array(first.section.prefix(1)) : first.section
            return report.document.allSections.first { $0.path == path }?.place
        }
    }
}
