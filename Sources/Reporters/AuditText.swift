package import AuditModel
import DocumentModel

/// The run as text for a terminal, the conclusion of each report first.
package enum AuditText {
    /// The text as UTF-8 bytes.
    package static func bytes(of run: AuditRun, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        for (index, dossier) in run.dossiers.enumerated() {
            if index > 0 { text.line() }
            text.audit(dossier.audit, run.pack, language)
            text.trends(dossier.trends, noticing: run.pack.changeThreshold, language)
        }
        if !run.unreadable.isEmpty {
            if !run.dossiers.isEmpty { text.line() }
            text.line(AuditWording.unreadable[language], .bold)
            for input in run.unreadable { text.entry(indent: 2, label: input.path, width: 1, input.error[language], .red) }
        }
        if !run.waiverFindings.isEmpty {
            text.line()
            text.line(WaiverWording.heading[language], .bold)
            let (shown, absent) = WaiverWording.shown(run.waiverFindings)
            for finding in shown { text.waiverFinding(finding, language) }
            if absent > 0 { text.entry(indent: 2, label: "", width: 0, WaiverWording.absent(absent)[language], .faint) }
        }
        if run.dossiers.count + run.unreadable.count > 1 {
            text.line()
            text.line(AuditWording.total(run)[language], .bold)
        }
        return text.bytes
    }
}

extension TextWriter {
    /// The columns of the labels within a finding, in columns of the terminal.
    private static let labelWidth = 8

    fileprivate mutating func audit(_ audit: Audit, _ pack: RulePack, _ language: Language) {
        let report = audit.report
        line("\(AuditWording.subject(report.identity, language))  \(AuditWording.form(report.figures.form)[language])", .bold)
        entry(indent: 0, label: AuditWording.source[language], width: 10, report.source.path)
        if audit.previous != nil || pack.comparesYears {
            entry(
                indent: 0, label: AuditWording.previousSource[language], width: 10,
                audit.previous?.source.path ?? AuditWording.noPrevious[language])
        }
        if let profile = pack.profile {
            entry(
                indent: 0, label: AuditWording.profile[language], width: 10, AuditWording.profile(profile, language))
        }
        entry(
            indent: 0, label: AuditWording.conclusion[language], width: 10, AuditWording.summary(audit)[language],
            audit.conclusion == .compliant ? .green : audit.conclusion == .nonCompliant ? .red : .yellow)
        for (group, findings) in NumberedFinding.grouped(audit) {
            line()
            line(AuditWording.heading(group, findings)[language], Self.style(of: group))
            for finding in findings { self.finding(finding, pack, language) }
        }
        line()
        entry(indent: 0, label: AuditWording.verdicts[language], width: 10, AuditWording.verdicts(audit)[language])
        coverage(of: report, pack, language)
        guard !report.remarks.isEmpty else { return }
        line(AuditWording.remarks[language], .faint)
        for remark in report.remarks {
            entry(indent: 2, label: Self.place(remark.place, language), width: 22, RemarkWording.text(of: remark)[language])
        }
    }

    private static func style(of group: FindingGroup) -> Style {
        switch group {
        case .severity(.error): .red
        case .severity(.query): .yellow
        case .severity(.note): .blue
        case .undetermined, .waived: .faint
        }
    }

    fileprivate mutating func waiverFinding(_ finding: WaiverFinding, _ language: Language) {
        let style = Self.style(of: .severity(finding.severity))
        entry(
            indent: 2, label: AuditWording.severity(finding.severity)[language], width: Self.labelWidth,
            WaiverWording.message(finding)[language], style)
        entry(
            indent: 2, label: AuditWording.advice[language], width: Self.labelWidth, WaiverWording.advice(finding.fault)[language])
        entry(indent: 2, label: WaiverWording.place[language], width: Self.labelWidth, finding.waiver.source, .faint)
    }

    private static func place(_ place: Place, _ language: Language) -> String {
        [place.locator.description, PlaceWording.position(place.position)?[language]].compactMap(\.self).joined(separator: "  ")
    }

    private mutating func finding(_ numbered: NumberedFinding, _ pack: RulePack, _ language: Language) {
        let finding = numbered.finding
        let digits = String(numbered.number)
        let number = String(repeating: " ", count: max(0, 3 - digits.count)) + digits + ". "
        let title = pack.rules.first { $0.id == finding.rule }?.title[language] ?? ""
        if let cause = numbered.cause {
            let mark = styled("(\(WaiverWording.follows(from: cause)[language]))", .faint)
            rawLine("   " + number + styled(finding.rule, Self.style(of: FindingGroup(finding))) + " " + title + " " + mark)
            entry(indent: 8, label: "", width: 0, finding.message[language])
            if let first = finding.evidence.first {
                let place = "\(first.label[language])  \(Self.place(first.place, language))"
                entry(indent: 8, label: AuditWording.place[language], width: Self.labelWidth, place, .faint)
            }
            if let waiver = finding.waiver { self.waiver(waiver, indent: 8, language) }
            return
        }
        rawLine(number + styled(finding.rule, Self.style(of: FindingGroup(finding))) + " " + styled(title, .bold))
        entry(indent: 5, label: "", width: 0, finding.message[language])
        if let waiver = finding.waiver { self.waiver(waiver, indent: 5, language) }
        let evidence = EvidenceList(finding)
        for evidence in evidence.shown { self.evidence(evidence, language) }
        if !evidence.zeros.isEmpty {
            entry(
                indent: 5, label: AuditWording.place[language], width: Self.labelWidth,
                "\(AuditWording.zeroCells(evidence.zeros.count)[language])  "
                    + evidence.zeros.map(\.place.locator.description).joined(separator: " "))
        }
        if !finding.advice[language].isEmpty {
            entry(indent: 5, label: AuditWording.advice[language], width: Self.labelWidth, finding.advice[language])
        }
        for source in finding.sources {
            entry(
                indent: 5, label: AuditWording.law[language], width: Self.labelWidth, AuditWording.citation(source, language), .faint)
        }
    }

    private mutating func waiver(_ waiver: Waiver, indent: Int, _ language: Language) {
        entry(
            indent: indent, label: WaiverWording.waiver[language], width: Self.labelWidth, WaiverWording.terms(waiver)[language])
    }

    /// A short quote stands with its place, a long one below it.
    private mutating func evidence(_ evidence: Evidence, _ language: Language) {
        let origin = evidence.origin == .previous ? "\(PlaceWording.previousReport[language])  " : ""
        let quote = evidence.quote.isEmpty ? "" : QuoteWording.quoted(evidence.quote, language)
        let isShort = DisplayWidth.columns(of: quote) <= 12
        let place =
            "\(origin)\(evidence.label[language])\(isShort && !quote.isEmpty ? " \(quote)" : "")  \(Self.place(evidence.place, language))"
        entry(indent: 5, label: AuditWording.place[language], width: Self.labelWidth, place)
        if !isShort { entry(indent: 5, label: AuditWording.quote[language], width: Self.labelWidth, quote) }
    }

    private mutating func coverage(of report: Report, _ pack: RulePack, _ language: Language) {
        let tally = StatementTally(report.narrative)
        entry(indent: 0, label: AuditWording.coverage[language], width: 10, AuditWording.coverage(tally)[language])
        for statement in report.narrative.statements where statement.state != .bound {
            let reason = statement.reason.map { pack.statements.reason($0)[language] }
            let why = [AuditWording.statementState(statement)[language], reason].compactMap(\.self).joined(separator: ": ")
            entry(
                indent: 2, label: Self.place(statement.place, language), width: 22,
                "\(QuoteWording.quoted(statement.quote, language))  \(why)")
        }
        guard !tally.otherNumbers.isEmpty else { return }
        let others = tally.otherNumbers.map { "\(pack.statements.reason($0.id)[language]) \($0.count)" }.joined(separator: ", ")
        entry(indent: 2, label: AuditWording.otherNumbers[language], width: 22, others, .faint)
    }
}
