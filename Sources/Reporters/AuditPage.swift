package import AuditModel

/// The run as one self-contained HTML file, to be read, printed on A4 and mailed.
package enum AuditPage {
    /// The page as UTF-8 bytes; with several reports an index stands first.
    package static func bytes(of run: AuditRun, in language: Language) -> [UInt8] {
        let subject = run.dossiers.count == 1 ? AuditWording.subject(run.dossiers[0].audit.report.identity, language) + " " : ""
        return Page.bytes(
            title: subject + AuditWording.heading[language], language: language, hasComparison: run.dossiers.contains { $0.delta != nil }
        ) { html in
            if run.dossiers.count != 1 || !run.unreadable.isEmpty || !run.waiverFindings.isEmpty { index(of: run, language, &html) }
            for (offset, dossier) in run.dossiers.enumerated() {
                DossierPage(dossier, pack: run.pack, language: language, number: offset + 1).write(&html)
            }
        }
    }

    private static func index(of run: AuditRun, _ language: Language, _ html: inout HTMLWriter) {
        html.element("section", [.class("sheet")]) { html in
            html.element("div", [.class("masthead")]) { html in
                html.element("p", [.class("kicker")], text: run.pack.title[language])
                html.element("h1", text: AuditWording.heading[language])
            }
            html.element("p", text: AuditWording.total(run)[language])
            if !run.dossiers.isEmpty { overview(of: run, language, &html) }
            if !run.unreadable.isEmpty { unreadable(run.unreadable, language, &html) }
            if !run.waiverFindings.isEmpty { waivers(run.waiverFindings, language, &html) }
        }
        html.lineFeed()
    }

    private static func overview(of run: AuditRun, _ language: Language, _ html: inout HTMLWriter) {
        html.element("table") { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", [.class("n")], text: PageWording.number[language])
                    html.element("th", text: PageWording.report[language])
                    html.element("th", text: AuditWording.conclusion[language])
                    for severity in Severity.allCases.reversed() {
                        html.element("th", [.class("n")], text: AuditWording.severity(severity)[language])
                    }
                    html.element("th", text: AuditWording.source[language])
                }
            }
            for (offset, dossier) in run.dossiers.enumerated() {
                let audit = dossier.audit
                html.element("tr") { html in
                    html.element("td", [.class("n")], text: String(offset + 1))
                    html.element("td") { html in
                        html.element(
                            "a", [.href(PageAnchors(number: offset + 1).top)],
                            text: AuditWording.subject(audit.report.identity, language))
                    }
                    html.element("td") { html in
                        html.element(
                            "span", [.class("badge \(audit.conclusion.rawValue)")],
                            text: AuditWording.conclusion(audit.conclusion)[language])
                    }
                    for severity in Severity.allCases.reversed() {
                        html.element("td", [.class("n")], text: String(audit.count(severity)))
                    }
                    html.element("td", [.class("path")], text: audit.report.source.path)
                }
                html.lineFeed()
            }
        }
    }

    private static func waivers(_ findings: [WaiverFinding], _ language: Language, _ html: inout HTMLWriter) {
        let (shown, absent) = WaiverWording.shown(findings)
        html.element("h2", text: WaiverWording.heading[language])
        if absent > 0 { html.element("p", [.class("soft")], text: WaiverWording.absent(absent)[language]) }
        guard !shown.isEmpty else { return }
        html.element("table") { html in
            for finding in shown {
                html.element("tr") { html in
                    html.element("td", text: AuditWording.severity(finding.severity)[language])
                    html.element(
                        "td", text: WaiverWording.message(finding)[language] + WaiverWording.advice(finding.fault)[language])
                    html.element("td", [.class("path")], text: finding.waiver.source)
                }
            }
        }
    }

    private static func unreadable(_ inputs: [UnreadableInput], _ language: Language, _ html: inout HTMLWriter) {
        html.element("h2", text: AuditWording.unreadable[language])
        html.element("table") { html in
            for input in inputs {
                html.element("tr") { html in
                    html.element("td", [.class("path")], text: input.path)
                    html.element("td", text: input.error[language])
                }
            }
        }
    }
}
