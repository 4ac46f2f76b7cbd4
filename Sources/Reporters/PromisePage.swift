import AuditModel
import DocumentModel

/// What became of last year's problems and measures, as parts of pages, of text and of JSON.
enum PromisePage {
    /// - Parameter place: writes a place in the new document with a link, or by name alone.
    static func write(_ carryover: Carryover?, _ language: Language, place: (Place, inout HTMLWriter) -> Void, _ html: inout HTMLWriter) {
        guard let carryover, !carryover.followUps.isEmpty else { return }
        html.element("h3", text: CarryoverWording.followUpHeading[language])
        html.element("table", [.class("changes")]) { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", text: CarryoverWording.lastYear[language])
                    html.element("th", text: CarryoverWording.state[language])
                    html.element("th", text: CarryoverWording.thisYear[language])
                    html.element("th", [.class("n")], text: CarryoverWording.overlap[language])
                }
            }
            var part: String?
            for followUp in carryover.followUps {
                if followUp.item.part != part {
                    part = followUp.item.part
                    html.element("tr") { html in
                        html.element(
                            "th", [HTMLWriter.Attribute("colspan", "4")],
                            text: carryover.partNames[followUp.item.part]?[language] ?? followUp.item.part)
                    }
                    html.lineFeed()
                }
                row(followUp, language, place, &html)
            }
        }
        html.element("p", [.class("soft")], text: CarryoverWording.basis[language])
        html.lineFeed()
    }

    private static func row(
        _ followUp: FollowUp, _ language: Language, _ place: (Place, inout HTMLWriter) -> Void, _ html: inout HTMLWriter
    ) {
        html.element("tr") { html in
            html.element("td") { html in
                html.text(followUp.item.text)
                html.element("span", [.class("tag")], text: CopiedTextPage.name(followUp.item.place, language))
            }
            html.element("td") { html in
                html.element("span", [.class("badge \(style(of: followUp.state))")], text: CarryoverWording.state(followUp.state)[language])
            }
            html.element("td") { html in
                guard followUp.state != .notMentioned, let answer = followUp.answer else { return }
                html.text(answer.text)
                html.element("span", [.class("tag")]) { place(answer.place, &$0) }
            }
            html.element("td", [.class("n")], text: CarryoverWording.overlap(followUp))
        }
        html.lineFeed()
    }

    private static func style(of state: FollowUp.State) -> String {
        switch state {
        case .answered: "compliant"
        case .repeated: "note"
        case .notMentioned: "query"
        case .unclear: "plain"
        }
    }
}

extension TextWriter {
    mutating func promises(_ carryover: Carryover?, _ language: Language) {
        guard let carryover, !carryover.followUps.isEmpty else { return }
        line()
        line(CarryoverWording.followUpHeading[language], .bold)
        var part: String?
        for followUp in carryover.followUps {
            if followUp.item.part != part {
                part = followUp.item.part
                line("  " + (carryover.partNames[followUp.item.part]?[language] ?? followUp.item.part), .faint)
            }
            let state = "\(CarryoverWording.state(followUp.state)[language]) \(CarryoverWording.overlap(followUp))"
            entry(
                indent: 2, label: state, width: 16,
                "\(CopiedTextPage.name(followUp.item.place, language))  \(QuoteWording.quoted(followUp.item.text, language))",
                followUp.state == .notMentioned ? .yellow : .plain)
            guard followUp.state != .notMentioned, let answer = followUp.answer else { continue }
            entry(
                indent: 2, label: "", width: 16,
                "→ \(CopiedTextPage.name(answer.place, language))  \(QuoteWording.quoted(answer.text, language))", .faint)
        }
    }
}

extension JSONWriter {
    /// The member `promises`: last year's problems and measures one by one; empty where none could be told.
    mutating func promises(_ followUps: [FollowUp]) {
        member("promises", array: followUps) { json, followUp in
            json.object(.line) {
                $0.member("part", followUp.item.part)
                $0.member("state", followUp.state.rawValue)
                $0.member("text", followUp.item.text)
                $0.member("old") { $0.place(followUp.item.place) }
                if followUp.state != .notMentioned, let answer = followUp.answer {
                    $0.member("answer", answer.text)
                    $0.member("new") { $0.place(answer.place) }
                    $0.member("shared", answer.shared)
                } else {
                    $0.null("answer")
                    $0.null("new")
                    $0.member("shared", 0)
                }
                $0.member("pairs", followUp.pairs)
                $0.member("found", followUp.found)
            }
        }
    }
}
