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

    /// The threshold as a likeness is measured.
    /// - Source: it is printed to a tenth of a percent, which tells 84.9 from 85
    var least: Double {
        var power = 1.0
        for _ in 0..<threshold.scale { power *= 10 }
        return (Int(exactly: threshold.significand).map { Double($0) } ?? Double(threshold.significand)) / power
    }
}

extension Examination {
    /// Measures passages against last year's. A passage of fewer characters than the minimum, prescribed sentences not counted, repeats nothing.
    func repeatedPassages(_ terms: RepetitionTerms) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let previous else { return tally }
        let mask = try workshop.mask(prescribed: terms.prescribed).naming(as: namesMask)
        let least = terms.least
        for key in terms.sections.isEmpty ? form.sections.map(\.entry.key) : terms.sections {
            let parts: [String?] = terms.parts.isEmpty ? [nil] : terms.parts.filter { !terms.exempt.contains($0) }
            for part in parts {
                let new = RunningText(of: report, section: key, part: part, isFirst: part == parts[0], terms.exempt)
                let text = new.masked(mask)
                if text.characters.isEmpty { continue }
                lazy var old = RunningText(of: previous, section: key, part: part, isFirst: part == parts[0], terms.exempt)
                guard text.length >= terms.minimum, let measured = repetition(of: text, against: old, from: least, mask),
                    let place = new.place(mask, in: document), let oldPlace = old.place(mask, in: previous.document)
                else {
                    tally.satisfied()
                    continue
                }
                tally.violated(
                    offence(section: key, part: part, measured: measured, new: (new.quote, place), old: (old.quote, oldPlace)))
            }
        }
        return tally
    }

    /// Measures each paragraph of a section against those of last year's, unless the section as a whole repeats that.
    ///
    /// Of more paragraphs than a section of such a report has, the first are looked at; each is measured against no more than a few that have about its
    /// length and its characters, so that a text made up of thousands takes no longer.
    func repeatedParagraphs(_ terms: RepetitionTerms) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let previous else { return tally }
        let mask = try workshop.mask(prescribed: terms.prescribed).naming(as: namesMask)
        let least = terms.least
        for key in terms.sections {
            let new = RunningText(of: report, section: key, part: nil, isFirst: true, [])
            let old = RunningText(of: previous, section: key, part: nil, isFirst: true, [])
            let paragraphs = new.paragraphs(mask, from: terms.minimum)
            guard !paragraphs.isEmpty else { continue }
            if repetition(of: new.masked(mask), against: old, from: least, mask) != nil {
                tally.satisfied()
                continue
            }
            let earlier = old.paragraphs(mask, from: terms.minimum / 2)
            for paragraph in paragraphs {
                let alike = earlier.lazy.filter { mayRepeat(paragraph.masked, $0.masked, from: least) }.prefix(Self.alikeLimit)
                let found = alike.map { (repetition: DocumentDiff.repetition(of: paragraph.masked, against: $0.masked), piece: $0.piece) }
                    .first { $0.repetition.similarity >= least }
                guard let found else {
                    tally.satisfied()
                    continue
                }
                tally.violated(
                    offence(
                        section: key, part: nil, measured: found.repetition, new: Self.shown(paragraph.piece), old: Self.shown(found.piece))
                )
            }
        }
        return tally
    }

    /// As many paragraphs of last year's each is measured against.
    private static let alikeLimit = 4

    private static func shown(_ piece: (text: String, place: Place)) -> (text: String, place: Place) {
        (UTF8Text.shortened(piece.text, to: RunningText.quoteLength), piece.place)
    }

    /// Nil where the similarity is less than the least. Most texts are told apart by their lengths, or by their characters in whatever order.
    private func repetition(of new: TextMask.Masked, against old: RunningText, from least: Double, _ mask: TextMask) -> Repetition? {
        guard mayRepeat(new, upTo: old.length, from: least) else { return nil }
        let old = old.masked(mask)
        guard !old.characters.isEmpty, mayRepeat(new, old, from: least) else { return nil }
        let measured = DocumentDiff.repetition(of: new, against: old)
        return measured.similarity >= least ? measured : nil
    }

    private func offence(
        section key: String, part: String?, measured: Repetition, new: (text: String, place: Place), old: (text: String, place: Place)
    ) -> Offence {
        let tenths = Quantity(significand: Int128((measured.similarity * 1000).rounded()), scale: 1)
        return Offence(
            evidence: [
                Evidence(place: new.place, quote: new.text, label: EngineWording.place(new.place.locator)),
                Evidence(place: old.place, origin: .previous, quote: old.text, label: EngineWording.place(old.place.locator)),
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

/// The text of a section, or of one of its parts, without headings and tables.
private struct RunningText {
    private let pieces: [(text: String, place: Place)]
    private let isPart: Bool

    /// In characters: what is shown of a text.
    static let quoteLength = 60

    init(of report: Report, section key: String, part: String?, isFirst: Bool, _ exempt: [String]) {
        isPart = part != nil
        let all = report.narrative.passages
        let passages = all.indices.filter { all[$0].section == key && !all[$0].isLabel }
        let isExempt = { (index: Int) in all[index].part.map(exempt.contains) ?? false }
        let counted: [Int]
        if part != nil {
            let own = passages.filter { all[$0].part == part }
            // What stands before the first cue is the first part where nothing else is.
            counted = own.isEmpty && isFirst ? passages.filter { all[$0].part == nil } : own
        } else if passages.contains(where: isExempt) {
            counted = passages.filter { !isExempt($0) }
        } else {
            let all = report.document.section(key)?.pieces ?? []
            // Where a sentence follows its number on the same line, the line may have been taken for a heading.
            pieces = all.filter { SubstanceScan.saysSomething($0) }.map { ($0.text.string, $0.place) }
            return
        }
        pieces = counted.map { (all[$0].text, all[$0].place) }
    }

    /// All of it, as far as it counts.
    func masked(_ mask: TextMask) -> TextMask.Masked { mask.masked(pieces.map(\.text)) }

    /// More than a section has.
    private static let paragraphLimit = 200

    /// Its first paragraphs of so many characters that count.
    func paragraphs(_ mask: TextMask, from minimum: Int) -> [(piece: (text: String, place: Place), masked: TextMask.Masked)] {
        pieces.lazy.compactMap { piece in
            guard UTF8Text.scalarCount(of: piece.text) >= minimum, case let masked = mask.masked([piece.text]), masked.length >= minimum
            else {
                return nil
            }
            return (piece, masked)
        }.prefix(Self.paragraphLimit).map(\.self)
    }

    /// In characters: no fewer than count.
    var length: Int { pieces.reduce(0) { $0 + UTF8Text.scalarCount(of: $1.text) } }

    /// The section or subsection in which the first sentence that counts stands; nil where none does.
    func place(_ mask: TextMask, in document: Document) -> Place? {
        guard let first = pieces.first(where: { !mask.masked($0.text).characters.isEmpty })?.place.locator else { return nil }
        // A part has the subsection to itself as a rule; a text of several sections is that of the whole.
        let path = isPart ? first.section : Array(first.section.prefix(1))
        return document.allSections.first { $0.path == path }?.place
    }

    /// The beginning.
    var quote: String { UTF8Text.shortened(pieces.map(\.text).joined(), to: Self.quoteLength) }
}
