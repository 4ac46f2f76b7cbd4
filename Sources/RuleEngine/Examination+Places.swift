import AuditModel
import DocumentModel

extension Examination {
    /// The report as a whole, for what has no nearer place.
    var wholeReport: Evidence {
        Evidence(place: reportPlace, quote: "", label: EngineWording.report)
    }

    var reportPlace: Place { Self.place(of: document) }

    private static func place(of document: Document) -> Place {
        Place(.document, document.sections.first?.place.position ?? .unknown)
    }

    /// The nearest place that exists for what is missing from a section: the section's heading, else the report.
    func nearestPlace(section key: String, in report: Report) -> Place {
        report.document.section(key)?.place ?? Self.place(of: report.document)
    }

    /// A section's heading as evidence.
    func evidence(_ section: Section) -> Evidence {
        Evidence(place: section.place, quote: section.heading?.text.string ?? "", label: EngineWording.place(section.locator))
    }

    /// A figure of this year's report as evidence, whether it is there or not. `index` counts the form's indicators.
    func evidence(figure index: Int) -> Evidence { evidence(figure: index, in: report, origin: .current) }

    /// A figure of last year's report as evidence; nil without one. `index` counts the indicators of last year's form.
    func previousEvidence(figure index: Int) -> Evidence? {
        previous.map { evidence(figure: index, in: $0, origin: .previous) }
    }

    private func evidence(figure index: Int, in report: Report, origin: Evidence.Origin) -> Evidence {
        let indicator = report.figures.form.indicators[index]
        guard let figure = report.figures[index] else {
            let table = report.figures.form.tables[indicator.table]
            return Evidence(
                place: nearestPlace(section: table.section, in: report), origin: origin, quote: "", indicator: indicator.id,
                label: indicator.label)
        }
        return Evidence(
            place: figure.place, origin: origin, quote: figure.quote, indicator: indicator.id, value: figure.value.number,
            label: indicator.label)
    }

    /// What the form calls a section; for others the title that is printed.
    func title(of section: Section) -> String {
        section.key.flatMap { form.section($0)?.entry.title } ?? section.heading?.title ?? ""
    }
}

extension LocalizedText {
    /// A text that is the same in every language: a figure, a quotation.
    init(verbatim text: String) { self.init(chinese: text, english: text) }

    init(_ quantity: Quantity) { self.init(verbatim: quantity.description) }
}
