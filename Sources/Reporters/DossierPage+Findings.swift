import AuditModel
import DocumentModel

extension DossierPage {
    /// The findings by severity, each linked to its places.
    func findings(_ html: inout HTMLWriter) {
        html.element("h2", [.id(anchors.findings)], text: AuditWording.findings[language])
        html.lineFeed()
        let groups = NumberedFinding.grouped(audit)
        if groups.isEmpty { html.element("p", text: AuditWording.noFindings[language]) }
        for (group, findings) in groups {
            html.element("h3") { html in
                html.text(AuditWording.heading(group, findings)[language])
                html.element("span", [.class("group")], text: AuditWording.meaning(group)[language])
            }
            html.lineFeed()
            for finding in findings { self.finding(finding, FindingGroup(finding.finding), &html) }
        }
    }

    private func finding(_ numbered: NumberedFinding, _ group: FindingGroup, _ html: inout HTMLWriter) {
        let finding = numbered.finding
        let style = numbered.cause == nil ? group.name : "\(group.name) consequence"
        html.element("article", [.class("finding \(style)"), .id(anchors.finding(numbered.number))]) { html in
            html.element("header") { html in
                html.element("span", [.class("badge")], text: "\(numbered.number) \(AuditWording.name(group)[language])")
                html.element("h4", text: pack.rules.first { $0.id == finding.rule }?.title[language] ?? finding.rule)
                html.element("span", [.class("mono soft")], text: finding.rule)
            }
            if let cause = numbered.cause {
                html.element("p", [.class("soft")]) { html in
                    html.element("a", [.href(anchors.finding(cause))], text: WaiverWording.follows(from: cause)[language])
                }
            }
            html.element("p", [.class("message")], text: finding.message[language])
            html.element("table", [.class("evidence")]) { html in
                let evidence = EvidenceList(finding)
                for evidence in evidence.shown { self.evidence(evidence, &html) }
                if !evidence.zeros.isEmpty { zeros(evidence.zeros, &html) }
            }
            html.element("dl") { html in
                if let waiver = finding.waiver {
                    html.element("dt", text: WaiverWording.waiver[language])
                    html.element("dd", text: WaiverWording.terms(waiver)[language])
                }
                // What mends the cause mends what follows from it.
                guard numbered.cause == nil else { return }
                if !finding.advice[language].isEmpty {
                    html.element("dt", text: AuditWording.advice[language])
                    html.element("dd", text: finding.advice[language])
                }
                html.element("dt", text: AuditWording.law[language])
                html.element("dd") { html in
                    for (index, source) in finding.sources.enumerated() {
                        if index > 0 { html.void("br") }
                        html.text(AuditWording.citation(source, language))
                    }
                }
            }
        }
        html.lineFeed()
    }

    private func evidence(_ evidence: Evidence, _ html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("td") { place(of: evidence, &$0) }
            html.element("td") { html in
                guard evidence.quote.isEmpty else {
                    html.text(QuoteWording.quoted(evidence.quote, language))
                    return
                }
                html.element("span", [.class("soft")], text: AuditWording.nothingStandsThere[language])
            }
        }
    }

    private func zeros(_ cells: [Evidence], _ html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("td", text: AuditWording.zeroCells(cells.count)[language])
            html.element("td", [.class("path")]) { html in
                for (index, cell) in cells.enumerated() {
                    if index > 0 { html.text(" ") }
                    html.element("a", [.href(anchor(of: cell)), .title(cell.label[language])], text: cell.place.locator.description)
                }
            }
        }
    }

    /// The statements that were not compared, each with the reason.
    func uncheckedStatements(_ html: inout HTMLWriter) {
        let statements = audit.report.narrative.statements.filter { $0.agrees == nil }
        let tally = StatementTally(audit.report.narrative)
        guard !statements.isEmpty || !tally.otherNumbers.isEmpty else { return }
        html.element("h2", text: PageWording.uncheckedStatements[language])
        html.lineFeed()
        if !statements.isEmpty {
            html.element("table") { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        for name in [AuditWording.place, AuditWording.quote, AuditWording.value, PageWording.reason] {
                            html.element("th", text: name[language])
                        }
                    }
                }
                for statement in statements { unchecked(statement, &html) }
            }
        }
        guard !tally.otherNumbers.isEmpty else { return }
        let others = tally.otherNumbers.map { "\(pack.statements.reason($0.id)[language]) \($0.count)" }.joined(separator: " · ")
        html.element("p", [.class("soft")], text: "\(AuditWording.otherNumbers[language])\(AuditWording.colon[language])\(others)")
    }

    private func unchecked(_ statement: Statement, _ html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("td") { place(statement.place, label: PlaceWording.name(of: statement.place.locator)[language], &$0) }
            html.element("td", text: QuoteWording.quoted(statement.quote, language))
            html.element("td", [.class("n")], text: statement.value.description)
            let reason = statement.reason.map { pack.statements.reason($0)[language] }
            html.element(
                "td",
                text: [AuditWording.statementState(statement)[language], reason].compactMap(\.self)
                    .joined(separator: AuditWording.colon[language]))
        }
        html.lineFeed()
    }
}
