import AuditModel
import DocumentModel
import XML

extension Examination {
    /// The most nodes that one assertion reports.
    private static let offenceLimit = 200

    /// Judges each node of an assertion's context. Not applicable where there is none.
    func assertion(_ assertion: Schematron.Assertion) throws(RuleFailure) -> Tally {
        let schema = assertion.schema
        let session = try schematron.session(of: schema, over: xml.document(of: report), with: workshop)
        let pattern = schema.patterns[assertion.pattern]
        let context = pattern.contexts[assertion.context]
        defer { for binding in pattern.bindings + context.bindings { session.unbind(binding.name) } }
        var tally = Tally()
        do throws(XMLError) {
            session.renew()
            for binding in pattern.bindings {
                try session.bind(binding.name, to: try workshop.expression(binding.value, in: schema), at: nil)
            }
        } catch {
            throw .expression(error)
        }
        let nodes = try schematron.nodes(of: assertion, in: session, with: workshop)
        do throws(XMLError) {
            session.renew()
            let test = try workshop.expression(assertion.test, in: schema)
            for node in nodes {
                for binding in context.bindings {
                    try session.bind(binding.name, to: try workshop.expression(binding.value, in: schema), at: node)
                }
                guard try session.isTrue(test, at: node) == assertion.isReport else {
                    tally.satisfied()
                    continue
                }
                guard tally.offences.count < Self.offenceLimit else { return tally.withRemarkOnLast(EngineWording.moreMatches) }
                var offence = Offence(evidence: [evidence(of: node.node)])
                offence.message = try text(assertion.message, of: schema, at: node, in: session)
                offence.advice = try text(assertion.advice, of: schema, at: node, in: session)
                tally.violated(offence)
            }
        } catch {
            throw .expression(error)
        }
        return tally
    }

    private func text(
        _ pieces: [[Schematron.Piece]], of schema: Schematron, at node: XPathSession.Spot, in session: XPathSession
    ) throws(XMLError) -> LocalizedText {
        var texts: [String] = []
        for pieces in pieces {
            var text = ""
            for piece in pieces {
                switch piece {
                case .text(let own): text += own
                case .value(let expression): text += try session.string(try workshop.expression(expression, in: schema), at: node)
                case .name(let path):
                    let source = path.map { "name(\($0))" } ?? "name()"
                    text += try session.string(try workshop.expression(source, in: schema), at: node)
                }
            }
            texts.append(UTF8Text.onOneLine(text))
        }
        return LocalizedText { language in Language.allCases.firstIndex(of: language).map { texts[$0] } ?? "" }
    }

    /// Where a node stands in the report.
    private func evidence(of node: XPathNode) -> Evidence {
        guard let element = node.element, let name = ReportXML.locator(of: element) else { return wholeReport }
        if let indicator = element.attribute("indicator"), element.name == "cell", let index = form.index(of: indicator) {
            return evidence(figure: index)
        }
        for section in document.allSections where name.hasPrefix(section.locator.description) {
            if section.locator.description == name { return evidence(section) }
            for block in section.blocks {
                switch block {
                case .paragraph(let paragraph) where section.locator(of: paragraph).description == name:
                    let locator = section.locator(of: paragraph)
                    let quote = element.name == "statement" ? element.text : paragraph.text.string
                    return Evidence(
                        place: Place(locator, paragraph.text.start), quote: UTF8Text.shortened(quote, to: Self.quoteLength),
                        label: EngineWording.place(locator))
                case .table(let table) where (name + "/").hasPrefix(section.locator(of: table).description + "/"):
                    let cell = table.cells.first { section.locator(of: $0, in: table).description == name }
                    let locator = cell.map { section.locator(of: $0, in: table) } ?? section.locator(of: table)
                    let text = cell ?? table.cells.first
                    return Evidence(
                        place: Place(locator, text?.text.start ?? .unknown), quote: cell?.text.string ?? "",
                        label: EngineWording.place(locator))
                default: break
                }
            }
        }
        return wholeReport
    }

    /// The most characters of a paragraph that is shown.
    private static let quoteLength = 60
}
