import AuditModel
import DocumentDiff
import DocumentModel

/// What a report has of last year's, as parts of pages, of text and of JSON.
enum CopiedTextPage {
    /// So many of the longest passages are shown.
    static let shownPassages = 10

    /// - Parameter place: writes a place in the new document with a link, or by name alone.
    static func write(_ carryover: Carryover?, _ language: Language, place: (Place, inout HTMLWriter) -> Void, _ html: inout HTMLWriter) {
        guard let carryover, carryover.copied.share != nil else { return }
        html.element("h3", text: CarryoverWording.copiedHeading[language])
        html.element("p", text: CarryoverWording.share(carryover.copied)[language])
        html.lineFeed()
        if !carryover.leftovers.isEmpty {
            html.element("h4", text: CarryoverWording.leftoverHeading[language])
            table([CarryoverWording.fault, CarryoverWording.passage], language, &html) { html in
                for leftover in carryover.leftovers {
                    html.element("tr") { html in
                        html.element("td", text: CarryoverWording.leftover(leftover)[language])
                        html.element("td", text: leftover.passage)
                        html.element("td") { place(leftover.place, &$0) }
                        html.element("td", text: name(leftover.oldPlace, language))
                    }
                    html.lineFeed()
                }
            }
        }
        let passages = carryover.copied.passages.prefix(shownPassages)
        if !passages.isEmpty {
            html.element("h4", text: CarryoverWording.passageHeading[language])
            table([CarryoverWording.length, CarryoverWording.passage], language, &html) { html in
                for passage in passages {
                    html.element("tr") { html in
                        html.element("td", [.class("n")], text: String(passage.length))
                        html.element("td", text: passage.text)
                        html.element("td") { place(passage.place, &$0) }
                        html.element("td", text: name(passage.oldPlace, language))
                    }
                    html.lineFeed()
                }
            }
        }
    }

    private static func table(
        _ names: [LocalizedText], _ language: Language, _ html: inout HTMLWriter, _ rows: (inout HTMLWriter) -> Void
    ) {
        html.element("table", [.class("changes")]) { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    for name in names + [CarryoverWording.here, CarryoverWording.there] { html.element("th", text: name[language]) }
                }
            }
            rows(&html)
        }
        html.lineFeed()
    }

    /// A place by name, with line or page where known.
    static func name(_ place: Place, _ language: Language) -> String {
        [PlaceWording.name(of: place.locator)[language], PlaceWording.position(place.position)?[language]].compactMap(\.self)
            .joined(separator: " · ")
    }
}

extension TextWriter {
    mutating func copiedText(_ carryover: Carryover?, _ language: Language) {
        guard let carryover, carryover.copied.share != nil else { return }
        line()
        line(CarryoverWording.copiedHeading[language], .bold)
        entry(indent: 2, label: "", width: 0, CarryoverWording.share(carryover.copied)[language])
        for leftover in carryover.leftovers {
            entry(
                indent: 2, label: places(leftover.place, leftover.oldPlace, language), width: 1,
                "\(CarryoverWording.leftover(leftover)[language])  \(QuoteWording.quoted(leftover.passage, language))", .yellow)
        }
        let passages = carryover.copied.passages.prefix(CopiedTextPage.shownPassages)
        guard !passages.isEmpty else { return }
        line("  " + CarryoverWording.passageHeading[language], .faint)
        for passage in passages {
            entry(
                indent: 2, label: places(passage.place, passage.oldPlace, language), width: 1,
                "\(passage.length)  \(QuoteWording.quoted(passage.text, language))")
        }
    }

    /// Where something stands last year and this.
    private func places(_ new: Place, _ old: Place, _ language: Language) -> String {
        [old, new].map { place in
            [place.locator.description, PlaceWording.position(place.position)?[language]].compactMap(\.self).joined(separator: " ")
        }.joined(separator: " → ")
    }
}

extension JSONWriter {
    /// The member `repetition`: what was carried over; null where that was not measured.
    mutating func repetition(_ carryover: Carryover?, _ language: Language) {
        guard let carryover else { return null("repetition") }
        member("repetition") { json in
            json.member("share", hundredths: carryover.copied.share.map(CarryoverWording.percent))
            json.member("passages", array: carryover.copied.passages.prefix(CopiedTextPage.shownPassages)) { json, passage in
                json.object(.line) {
                    $0.member("length", passage.length)
                    $0.member("text", passage.text)
                    $0.member("old") { $0.place(passage.oldPlace) }
                    $0.member("new") { $0.place(passage.place) }
                }
            }
            json.member("leftovers", array: carryover.leftovers) { json, leftover in
                json.object(.line) {
                    switch leftover.kind {
                    case .year:
                        $0.member("kind", "year")
                        $0.member("indicators", array: [] as [String]) { $0.string($1) }
                        $0.null("inTable")
                    case .figure(let indicators, let number):
                        $0.member("kind", "figure")
                        $0.member("indicators", array: indicators) { $0.string($1) }
                        $0.member("inTable", number.description)
                    }
                    $0.member("text", leftover.text)
                    $0.member("passage", leftover.passage)
                    $0.member("old") { $0.place(leftover.oldPlace) }
                    $0.member("new") { $0.place(leftover.place) }
                }
            }
        }
    }
}
