import AuditModel
import Auditing
import DocumentModel
import TestSupport

/// One report rendered and audited.
struct Trial {
    let subject: Case
    let rendering: Rendering
    let audit: Audit

    /// Nil where the report cannot be read, which is a failure of its own.
    init?(_ subject: Case, keepsGrid: Bool, auditor: Auditor) {
        self.subject = subject
        var random = SeededGenerator(seed: subject.seed &* 31 &+ 7)
        rendering = Rendering.any(&random, keepsGrid: keepsGrid)
        let other = Rendering.any(&random, keepsGrid: false)
        guard let report = try? auditor.report(of: rendering.bytes(subject.draft.specimen, seed: subject.seed), path: "current") else {
            return nil
        }
        let previous = subject.previous.flatMap {
            try? auditor.report(of: other.bytes($0.specimen, seed: subject.seed &+ 1), path: "previous")
        }
        audit = auditor.audit(report, previous: previous)
    }

    /// Violations that a user has to do something about.
    var alarms: [Finding] { audit.findings.filter { $0.verdict == .violated && $0.severity != .note } }

    /// Figures that were read otherwise than they stand there.
    var misread: [String] {
        let cells = subject.draft.specimen.values
        return audit.report.figures.form.indicators.enumerated().compactMap { index, indicator in
            guard let said = cells[indicator.id] else { return nil }
            let found = audit.report.figures[index]?.value.number
            return found == Quantity(said) ? nil : "\(indicator.id): \(found?.description ?? "-") for \(said)"
        }
    }

    /// What was taken for the unit or the year and is not; nil where both are right.
    var mistaken: String? {
        let identity = audit.report.identity
        let draft = subject.draft
        guard identity.unit != draft.office.unit || identity.year != draft.year else { return nil }
        return "\(identity.unit ?? "-") \(identity.year.map { "\($0)" } ?? "-") for “\(draft.title.map(\.text).joined())”"
    }

    enum Outcome { case found, elsewhere, asNote, missed }

    /// What a violated rule points at, for people.
    func evidence(of rules: [String]) -> String {
        audit.findings.filter { $0.verdict == .violated && rules.contains($0.rule) }.map { finding in
            "\(finding.rule) " + finding.evidence.map { "「\($0.quote.prefix(60))」\($0.place.locator)" }.joined()
        }.joined(separator: "; ")
    }

    /// Whether what was planted was found by a right rule at the right place.
    func outcome(_ expectation: Expectation) -> Outcome {
        let findings = audit.findings.filter {
            $0.verdict == .violated && (expectation.rules.isEmpty || expectation.rules.contains($0.rule))
        }
        let right = findings.filter { isRight($0, expectation.spot) }
        if right.contains(where: { $0.severity != .note || expectation.mayBeNote }) { return .found }
        if !right.isEmpty { return .asNote }
        return findings.isEmpty ? .missed : .elsewhere
    }

    /// Long quotes are cut at their ends.
    private static func uncut(_ quote: String) -> Substring {
        var rest = Substring(quote)
        while rest.first == "…" { rest = rest.dropFirst() }
        while rest.last == "…" { rest = rest.dropLast() }
        return rest
    }

    private func isRight(_ finding: Finding, _ spot: Expectation.Spot) -> Bool {
        switch spot {
        case .anywhere: return true
        case .section(let number):
            return finding.evidence.contains { $0.origin == .current && $0.place.locator.section.first == number }
        case .lastYear(let text):
            return finding.evidence.contains { $0.origin == .previous && $0.quote.contains(text) }
        case .cells(let ids):
            let places = ids.compactMap { audit.report.figures[$0]?.place.locator }
            return finding.evidence.contains { evidence in
                evidence.origin == .current
                    && (evidence.indicator.map { ids.contains($0) } == true || places.contains(evidence.place.locator))
            }
        case .text(let paragraph, let range):
            let text = DenseText(paragraph)
            let wanted = DenseText.range(range, in: paragraph)
            return finding.evidence.contains { evidence in
                evidence.origin == .current && text.places(of: DenseText(Self.uncut(evidence.quote))).contains { $0.overlaps(wanted) }
            }
        }
    }
}

/// A text without its blanks, which formats put where they like.
struct DenseText {
    let bytes: [UInt8]

    init(_ text: some StringProtocol) {
        bytes = text.utf8.contains { $0 == 0x20 || $0 == 0x0A || $0 >= 0x80 } ? Self.dense(text) : Array(text.utf8)
    }

    private static func dense(_ text: some StringProtocol) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace { bytes += Array(String(scalar).utf8) }
        return bytes
    }

    /// Where another text stands in it.
    func places(of other: DenseText) -> [Range<Int>] {
        let needle = other.bytes
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        return (0...(bytes.count - needle.count)).compactMap { start in
            guard bytes[start] == first, bytes[start..<start + needle.count].elementsEqual(needle) else { return nil }
            return start..<start + needle.count
        }
    }

    /// The range in the text without blanks of a UTF-8 range in the whole text.
    static func range(_ range: Range<Int>, in text: String) -> Range<Int> {
        let all = Array(text.utf8)
        let low = DenseText(String(decoding: all[..<min(all.count, range.lowerBound)], as: UTF8.self)).bytes.count
        let high = DenseText(String(decoding: all[..<min(all.count, range.upperBound)], as: UTF8.self)).bytes.count
        return low..<max(low, high)
    }
}
