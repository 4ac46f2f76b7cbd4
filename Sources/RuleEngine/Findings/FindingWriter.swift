import AuditModel
import Digest
import DocumentModel

/// Puts drafts in order and into words.
struct FindingWriter {
    private let examination: Examination
    private var report: Report { examination.report }
    private var pack: RulePack { examination.pack }
    /// What the marks of all findings have in common.
    private let identity: [UInt8]

    /// The most characters of a quotation inside a message.
    private static let quoteLength = 60
    /// How many hexadecimal digits a fingerprint has: 64 bits, enough to tell the findings of all reports ever audited from one another.
    private static let fingerprintLength = 16
    /// In bytes: what the id of a rule and the number of an occurrence seldom exceed.
    private static let usualLength = 32

    init(_ examination: Examination) {
        self.examination = examination
        let identity = examination.report.identity
        self.identity = Array("\(identity.unit ?? "")\0\(identity.year.map(String.init) ?? "")\0".utf8)
    }

    /// The findings by severity (errors first), then in document order, then by rule, then as the rule found them.
    func findings(of drafts: [Draft]) -> [Finding] {
        let order = DocumentOrder(report.document, places: drafts.map { $0.evidence[0].place })
        let keys = drafts.enumerated().map { number, draft in
            (severity: severity(of: draft), place: order.key(of: draft.evidence[0].place), rule: draft.rule, number: number)
        }
        let sorted = keys.sorted { left, right in
            if left.severity != right.severity { return left.severity > right.severity }
            if left.place != right.place { return left.place < right.place }
            return (left.rule, left.number) < (right.rule, right.number)
        }
        var occurrences: [Marks: Int] = Dictionary(minimumCapacity: drafts.count)
        let items = sorted.map { key in
            let marks = marks(of: drafts[key.number])
            occurrences[marks, default: -1] += 1
            return CauseSearch.Item(
                draft: drafts[key.number], severity: key.severity, fingerprint: Self.fingerprint(marks, occurrences[marks, default: 0]))
        }
        let causes = CauseSearch(items, examination.workshop.causeRelations).causes()
        return zip(items, causes).map { finding(of: $0, cause: $1) }
    }

    private func severity(of draft: Draft) -> Severity {
        switch draft.outcome {
        case .violated(let offence):
            let rules = pack.rules
            let severity =
                rules[draft.rule].grade ?? offence.severity ?? rules[draft.rule].conditions[draft.condition].severity
                ?? rules[draft.rule].severity
            return min(severity, offence.ceiling ?? severity)
        case .undetermined: return .note
        }
    }

    private func finding(of item: CauseSearch.Item, cause: String?) -> Finding {
        let draft = item.draft
        let rule = pack.rules[draft.rule]
        let message: LocalizedText
        let advice: LocalizedText
        let verdict: Verdict
        switch draft.outcome {
        case .violated(let offence):
            let value = { self.value(of: $0, for: offence) }
            let templates = examination.workshop.templates(rule: draft.rule, condition: draft.condition)
            verdict = .violated
            message = offence.message ?? templates.message.filled(with: value)
            var additions = offence.remark.map { [$0] } ?? []
            if let repair = offence.repair, !templates.haveRepair { additions.append(repair) }
            advice = additions.reduce(offence.advice ?? templates.advice.filled(with: value)) { text, addition in
                LocalizedText(chinese: text.chinese + addition.chinese, english: text.english + " " + addition.english)
            }
        case .undetermined(let gap):
            verdict = .undetermined
            message = EngineWording.undetermined(rule.title, because: gap.reason)
            advice = gap.isFailure ? EngineWording.mendRule : EngineWording.mendMissing
        }
        return Finding(
            rule: rule.id, severity: item.severity, verdict: verdict, message: message, advice: advice,
            sources: rule.sources(for: report.figures.form.id),
            evidence: draft.evidence, fingerprint: item.fingerprint, cause: cause)
    }

    /// What stands for a placeholder: the offence's own, else what every offence has.
    private func value(of name: Placeholder, for offence: Offence) -> LocalizedText? {
        if let own = offence.values[name] { return own }
        switch name {
        case .unit: return report.identity.unit.map { LocalizedText(verbatim: $0) } ?? EngineWording.unknownUnit
        case .year: return report.identity.year.map { LocalizedText(verbatim: String($0)) } ?? EngineWording.unknownYear
        case .quote: return LocalizedText(verbatim: UTF8Text.shortened(offence.evidence[0].quote, to: Self.quoteLength))
        case .section: return sectionName(of: offence.evidence[0].place.locator)
        case .repair: return offence.repair
        default: return nil
        }
    }

    private func section(of locator: Locator) -> Section? { report.document.sections.first { $0.path.first == locator.section.first } }

    private func sectionName(of locator: Locator) -> LocalizedText {
        guard let section = section(of: locator), let heading = section.heading else { return EngineWording.report }
        return LocalizedText(verbatim: section.key.flatMap { report.figures.form.section($0)?.entry.title } ?? heading.title)
    }

    /// What names a finding whatever lines or paragraphs are put before it, each part with a zero behind it.
    private struct Marks: Hashable {
        var bytes: [UInt8] = []

        // Hashed at once rather than byte by byte.
        func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    private func marks(of draft: Draft) -> Marks {
        let first = draft.evidence[0]
        let place = draft.subject ?? first.indicator ?? section(of: first.place.locator)?.key ?? first.place.locator.description
        var marks = Marks()
        marks.bytes.reserveCapacity(identity.count + place.utf8.count + first.quote.utf8.count + Self.usualLength)
        marks.bytes += pack.rules[draft.rule].id.utf8
        marks.bytes.append(0)
        marks.bytes += identity
        marks.bytes += place.utf8
        marks.bytes.append(0)
        marks.bytes += first.quote.utf8
        marks.bytes.append(0)
        return marks
    }

    private static func fingerprint(_ marks: Marks, _ occurrence: Int) -> String {
        var bytes = marks.bytes
        bytes += String(occurrence).utf8
        bytes.append(0)
        return String(decoding: SHA256.hexDigest(of: bytes).utf8.prefix(fingerprintLength), as: UTF8.self)
    }
}
