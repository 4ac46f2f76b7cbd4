import AuditModel
import XML

/// Builds the waivers of one file.
struct WaiverReader {
    let file: PackFile
    /// The rules that there are, also those that a profile leaves out.
    let rules: [Rule.ID]

    func waivers(_ diagnosis: inout Diagnosis) -> [Waiver] {
        let known = Set(rules)
        return file.root.children.compactMap { element in
            let rule = diagnosis.value("rule", of: element, in: file)
            if !known.contains(rule) {
                diagnosis.note(
                    .unknown(.rule, rule, nearest: Names.nearest(to: rule, among: rules)), in: file, at: element, attribute: "rule")
            }
            let fingerprint = element.attribute("fingerprint").map(line(of:))
            let place = element.attribute("at").map(line(of:))
            if fingerprint == nil, place == nil {
                diagnosis.note(.attributeMissing(attribute: "fingerprint", because: "waiver"), in: file, at: element)
            }
            let text = diagnosis.value("until", of: element, in: file)
            let until = CalendarDate(text)
            if until == nil { diagnosis.note(.badValue(text), in: file, at: element, attribute: "until") }
            guard let until else { return nil }
            return Waiver(
                rule: rule, unit: diagnosis.value("unit", of: element, in: file), year: diagnosis.integer("year", of: element, in: file),
                fingerprint: fingerprint, at: place, reason: element.firstChild(named: "reason").map { line(of: $0.text) } ?? "",
                by: diagnosis.value("by", of: element, in: file), until: until, source: file.place(of: element))
        }
    }
}
