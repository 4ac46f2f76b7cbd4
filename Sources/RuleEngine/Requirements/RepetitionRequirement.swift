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
        var prescribed = WordList.none
        if let vocabulary = terms.prescribed { prescribed = try workshop.words(vocabulary) }
        let mask = repetitionMask
        let sources = (new: PassageSource(report), old: PassageSource(previous))
        for key in terms.sections.isEmpty ? form.sections.map(\.entry.key) : terms.sections {
            let parts: [String?] = terms.parts.isEmpty ? [nil] : terms.parts.filter { !terms.exempt.contains($0) }
            for part in parts {
                let text = { (source: PassageSource) in
                    RunningText(
                        of: source, section: key, part: part, isFirst: part == parts[0], exempt: terms.exempt, prescribed: prescribed)
                }
                let new = text(sources.new)
                guard let place = new.place else { continue }
                let length = new.visibleCount
                guard length >= terms.minimum else {
                    tally.satisfied()
                    continue
                }
                let old = text(sources.old)
                let masked = (new: mask.characters(of: new.scalars), old: mask.characters(of: old.scalars))
                guard let oldPlace = old.place, Self.sharesEnough(masked.new, masked.old, terms) else {
                    tally.satisfied()
                    continue
                }
                let measured = repetition(ofMasked: masked.new, against: masked.old, length: length)
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
        // Texts of different lengths are not alike, whatever stands in them.
        guard terms.reaches(2 * Double(min(new.count, old.count)) / Double(max(1, new.count + old.count))) else { return false }
        // Characters that fall into one bucket count as one: that can only raise what seems shared.
        let buckets = 4096
        var counts = [Int32](repeating: 0, count: buckets)
        for character in old { counts[Int(character) % buckets] += 1 }
        var shared = 0
        for character in new where counts[Int(character) % buckets] > 0 {
            counts[Int(character) % buckets] -= 1
            shared += 1
        }
        return terms.reaches(2 * Double(shared) / Double(max(1, new.count + old.count)))
    }

    /// What the reports call their unit, each name once.
    static func names(of reports: [Report]) -> [String] {
        var names: [String] = []
        for identity in reports.map(\.identity) {
            let all = identity.ownNames + [identity.unit, identity.titleUnit?.value, identity.signatureUnit?.value].compactMap { $0 }
            names += all.filter { name in !names.contains { $0.utf8.elementsEqual(name.utf8) } }
        }
        return names
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

/// A report with its passages by section.
private struct PassageSource {
    let report: Report
    let passages: [String?: [Passage]]

    init(_ report: Report) {
        self.report = report
        passages = Dictionary(grouping: report.narrative.passages.lazy.filter { !$0.isLabel }, by: \.section)
    }
}

/// The text of a section, or of one of its parts, without headings, tables and prescribed sentences.
private struct RunningText {
    /// The characters of the sentences, joined without what stood between them.
    let scalars: [UInt32]
    /// The section or subsection in which the first sentence stands; nil for an empty text.
    let place: Place?

    init(of source: PassageSource, section key: String, part: String?, isFirst: Bool, exempt: [String], prescribed: WordList) {
        let report = source.report
        var first: Locator?
        let passages = source.passages[key] ?? []
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
        var scalars: [UInt32] = []
        scalars.reserveCapacity(pieces.reduce(0) { $0 + $1.text.utf8.count } / 2)
        for piece in pieces {
            UTF8Text.bytes(of: piece.text) { bytes in
                for sentence in TextPieces.sentences.ranges(in: bytes) {
                    guard prescribed.isEmpty || prescribed.firstMatch(in: bytes, range: sentence) == nil else { continue }
                    UTF8Text.append(bytes, sentence, to: &scalars)
                    first = first ?? piece.place.locator
                }
            }
        }
        self.scalars = scalars
        place = first.flatMap { first in
            // A part has the subsection to itself as a rule; a text of several sections is that of the whole.
            let path = part == nil ? Array(first.section.prefix(1)) : first.section
            return report.document.section(at: path)?.place
        }
    }

    var text: String {
        var text = String.UnicodeScalarView()
        for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { text.append(scalar) } }
        return String(text)
    }

    /// How many of the characters are no blanks.
    var visibleCount: Int { scalars.count { !Blank.contains($0) } }
}
