import AuditModel
import DocumentDiff
import DocumentModel

/// One audit's part of a page.
struct DossierPage {
    let audit: Audit
    let delta: DocumentDelta?
    let carryover: Carryover?
    let trends: [Trend]
    let pack: RulePack
    let language: Language
    let anchors: PageAnchors
    let marks: DocumentMarks
    /// The anchors of places that the page shows, so that no link leads nowhere.
    let shownPlaces: Set<Locator>
    /// The places that something on the page links to. Only these cells get an anchor, since tables have hundreds.
    let linkedPlaces: Set<Locator>
    /// The same for last year's report in the comparison.
    let citedOfLastYear: Set<Locator>

    init(_ dossier: Dossier, pack: RulePack, language: Language, number: Int) {
        audit = dossier.audit
        delta = dossier.delta
        carryover = dossier.carryover
        trends = dossier.trends
        self.pack = pack
        self.language = language
        anchors = PageAnchors(number: number)
        marks = DocumentMarks(dossier.audit)
        shownPlaces = ReportPage.places(of: dossier.audit.report.document)
        let evidence = audit.findings.flatMap(\.evidence).filter { $0.origin == .current }.map(\.place.locator)
        linkedPlaces = Set(evidence + audit.report.remarks.map(\.place.locator))
        let cited = Set(audit.findings.flatMap(\.evidence).filter { $0.origin == .previous }.map(\.place.locator))
        citedOfLastYear = cited.intersection(dossier.delta?.blocks.compactMap(\.old?.locator) ?? [])
    }

    func write(_ html: inout HTMLWriter) {
        html.element("section", [.class("sheet"), .id(anchors.top)]) { html in
            masthead(&html)
            conclusion(&html)
            findings(&html)
            annotatedReport(&html)
            uncheckedStatements(&html)
            comparison(&html)
            TrendPage.write(trends, noticing: pack.changeThreshold, language, &html)
            remarks(&html)
            ruleOutcomes(&html)
            colophon(&html)
        }
        html.lineFeed()
    }

    private func masthead(_ html: inout HTMLWriter) {
        let identity = audit.report.identity
        html.element("div", [.class("masthead")]) { html in
            html.element("p", [.class("kicker")], text: "\(pack.title[language]) · \(AuditWording.heading[language])")
            html.element("h1", text: AuditWording.subject(identity, language))
        }
        html.lineFeed()
        html.element("table", [.class("facts")]) { html in
            row(PageWording.title, identity.title?.value ?? PageWording.unknown[language], &html)
            row(PageWording.form, AuditWording.form(audit.report.figures.form)[language], &html)
            row(AuditWording.source, audit.report.source.path, &html, isPath: true)
            if let profile = pack.profile { row(AuditWording.profile, AuditWording.profile(profile, language), &html) }
            if let previous = audit.previous {
                row(AuditWording.previousSource, previous.source.path, &html, isPath: true)
            } else {
                row(AuditWording.previousSource, AuditWording.noPrevious[language], &html)
            }
        }
        html.lineFeed()
    }

    private func row(_ name: LocalizedText, _ value: String, _ html: inout HTMLWriter, isPath: Bool = false) {
        html.element("tr") { html in
            html.element("th", text: name[language])
            html.element("td", [isPath ? .class("path") : nil], text: value)
        }
    }

    private func conclusion(_ html: inout HTMLWriter) {
        html.element("div", [.class("verdict \(audit.conclusion.rawValue)")]) { html in
            html.element(
                "strong",
                text: "\(AuditWording.conclusion[language])\(AuditWording.colon[language])\(AuditWording.summary(audit)[language])")
            html.element(
                "p", text: "\(AuditWording.verdicts[language])\(AuditWording.colon[language])\(AuditWording.verdicts(audit)[language])")
            html.element(
                "p",
                text:
                    "\(AuditWording.coverage[language])\(AuditWording.colon[language])\(AuditWording.coverage(StatementTally(audit.report.narrative))[language])"
            )
        }
        html.lineFeed()
    }

    private func remarks(_ html: inout HTMLWriter) {
        guard !audit.report.remarks.isEmpty else { return }
        html.element("h2", text: AuditWording.remarks[language])
        html.element("table") { html in
            for remark in audit.report.remarks {
                html.element("tr") { html in
                    html.element("td") { place(remark.place, label: PlaceWording.name(of: remark.place.locator)[language], &$0) }
                    html.element("td", text: RemarkWording.text(of: remark)[language])
                }
            }
        }
        html.lineFeed()
    }

    private func ruleOutcomes(_ html: inout HTMLWriter) {
        html.element("h2", text: PageWording.ruleOutcomes[language])
        html.element("ul", [.class("rules")]) { html in
            for outcome in audit.verdicts {
                html.element("li") { html in
                    html.element("span", [.class("id mono")], text: outcome.rule)
                    html.element("span", [.class("name")], text: pack.rules.first { $0.id == outcome.rule }?.title[language] ?? "")
                    html.element("span", [.class(outcome.verdict.rawValue)], text: AuditWording.verdict(outcome.verdict)[language])
                }
            }
        }
        html.lineFeed()
    }

    private func colophon(_ html: inout HTMLWriter) {
        html.element("footer", [.class("colophon")]) { html in
            html.element(
                "p",
                text:
                    "\(PageWording.madeBy[language]) \(Tool.name) \(Tool.version) · \(PageWording.rulePack[language]) \(pack.id) \(pack.version)"
            )
            digest(PageWording.rulePack, pack.digest, &html)
            if let profile = pack.profile { digest(AuditWording.profile, profile.digest, &html) }
            digest(AuditWording.source, audit.report.source.digest, &html)
            if let previous = audit.previous { digest(AuditWording.previousSource, previous.source.digest, &html) }
        }
    }

    private func digest(_ name: LocalizedText, _ digest: String, _ html: inout HTMLWriter) {
        html.element("p") { html in
            html.text(name[language] + " ")
            html.element("span", [.class("mono")], text: digest)
        }
    }

    /// Writes a place with a link to it, so far as the page shows it.
    func place(_ place: Place, label: String, _ html: inout HTMLWriter) {
        html.element("a", [.href(anchor(of: place.locator))], text: label)
        position(place, &html)
    }

    /// Writes where a piece of evidence stands, with a link to it.
    func place(of evidence: Evidence, _ html: inout HTMLWriter) {
        if evidence.origin == .previous { html.text(PlaceWording.previousReport[language] + " · ") }
        html.element("a", [.href(anchor(of: evidence))], text: evidence.label[language])
        position(evidence.place, &html)
    }

    /// The anchor of a piece of evidence, or of what comes nearest.
    func anchor(of evidence: Evidence) -> String {
        switch evidence.origin {
        case .current: anchor(of: evidence.place.locator)
        case .previous:
            citedOfLastYear.contains(evidence.place.locator) ? anchors.previousPlace(evidence.place.locator) : anchors.comparison
        }
    }

    private func anchor(of locator: Locator) -> String {
        shownPlaces.contains(locator) ? anchors.place(locator) : anchors.report
    }

    private func position(_ place: Place, _ html: inout HTMLWriter) {
        html.text(" ")
        let position = PlaceWording.position(place.position)?[language]
        html.element("span", [.class("path")], text: [place.locator.description, position].compactMap(\.self).joined(separator: " · "))
    }
}
