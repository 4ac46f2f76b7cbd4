import AuditModel
import DocumentDiff
import DocumentModel

/// Every indicator with last year's figure as a table, those that changed first in sight.
enum ChangePage {
    /// - Parameters:
    ///   - sides: what the columns of old and new figures are called.
    ///   - reference: writes links to the findings about an indicator behind its name.
    static func write(
        _ changes: [IndicatorChange], _ language: Language, sides: [LocalizedText], reference: (Indicator.ID, inout HTMLWriter) -> Void,
        _ html: inout HTMLWriter
    ) {
        let changed = changes.filter { $0.old != $0.new }
        if changed.isEmpty {
            html.element("p", text: PageWording.noChanges[language])
        } else {
            table(changed, language, sides, reference, &html)
        }
        let unchanged = changes.filter { $0.old == $0.new }
        guard !unchanged.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", text: PageWording.unchangedIndicators(unchanged.count)[language])
            table(unchanged, language, sides, reference, &html)
        }
        html.lineFeed()
    }

    private static func table(
        _ changes: [IndicatorChange], _ language: Language, _ sides: [LocalizedText], _ reference: (Indicator.ID, inout HTMLWriter) -> Void,
        _ html: inout HTMLWriter
    ) {
        html.element("table", [.class("changes")]) { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", text: PageWording.indicator[language])
                    for name in sides + [PageWording.change, PageWording.percent] {
                        html.element("th", [.class("n")], text: name[language])
                    }
                }
            }
            for change in changes {
                html.element("tr") { html in
                    html.element("td", [.title(change.id)]) { html in
                        html.text(change.label[language])
                        for mark in PageWording.marks(of: change) { html.element("span", [.class("tag")], text: mark[language]) }
                        reference(change.id, &html)
                    }
                    html.element("td", [.class("n")], text: AuditWording.figure(change.old)[language])
                    html.element("td", [.class("n")], text: AuditWording.figure(change.new)[language])
                    html.element("td", [.class("n")], text: change.change.map(SignedNumber.text(of:)) ?? "")
                    html.element("td", [.class("n")], text: change.percent.map { SignedNumber.text(of: $0) + "%" } ?? "")
                }
                html.lineFeed()
            }
        }
        html.lineFeed()
    }
}

/// Numbers with their sign, as changes are shown.
enum SignedNumber {
    static func text(of quantity: Quantity) -> String {
        quantity.isZero || quantity.isNegative ? quantity.description : "+\(quantity)"
    }
}

extension DossierPage {
    /// What the unit is called: does not count when it is measured how much was carried over, and is told apart from other words that changed.
    private var names: [String] {
        let identities = [audit.report.identity, audit.previous?.identity].compactMap(\.self)
        return identities.flatMap(\.names)
    }

    /// The comparison with last year's report: indicators, then the text; nothing without one.
    func comparison(_ html: inout HTMLWriter) {
        guard audit.previous != nil else { return }
        html.element("h2", [.id(anchors.comparison)], text: PageWording.comparison[language])
        html.lineFeed()
        html.element("h3", text: PageWording.indicatorChanges[language])
        var about: [Indicator.ID: [NumberedFinding]] = [:]
        for numbered in NumberedFinding.grouped(audit).flatMap(\.findings) {
            for id in Set(numbered.finding.evidence.compactMap(\.indicator)) { about[id, default: []].append(numbered) }
        }
        ChangePage.write(
            audit.changes, language, sides: [PageWording.lastYear, PageWording.thisYear],
            reference: { id, html in
                for numbered in about[id] ?? [] {
                    html.element(
                        "a", [.class("ref \(FindingGroup(numbered.finding).name)"), .href(anchors.finding(numbered.number))],
                        text: "[\(numbered.number)]")
                }
            }, &html)
        let link = { (place: Place, html: inout HTMLWriter) in
            self.place(place, label: PlaceWording.name(of: place.locator)[language], &html)
        }
        PromisePage.write(carryover, language, place: link, &html)
        CopiedTextPage.write(carryover, language, place: link, &html)
        guard let delta, let previous = audit.previous else { return }
        html.element("p", text: ComparisonWording.summary(of: delta)[language])
        let merged = MergedDocument(delta, from: previous.document, to: audit.report.document, keepsShapes: false)
        ComparisonPage(
            ComparisonOutline(merged, delta, names: names), mask: TextMask(names: names, prescribed: pack.prescribedWords),
            language: language, leavesFigures: true, prefix: anchors.changes,
            oldAnchor: { citedOfLastYear.contains($0) ? anchors.previousPlace($0) : nil }
        ).write(&html)
    }
}
