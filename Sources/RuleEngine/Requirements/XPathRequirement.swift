import AuditModel
import XML

extension Examination {
    /// True of the expression's value, as XPath's `boolean()` takes it, is what is required.
    func xpath(_ source: String) throws(RuleFailure) -> Tally {
        let expression = try workshop.expression(source)
        let value: XPathValue
        do throws(XMLError) {
            value = try expression.value(in: xml.document(of: report))
        } catch {
            throw .expression(error)
        }
        var tally = Tally()
        if value.isTrue {
            tally.satisfied()
        } else {
            tally.violated(Offence(evidence: [wholeReport], values: [.found: EngineWording.value(of: value)], subject: source))
        }
        return tally
    }
}
