import AuditModel
import XML

/// Builds the passage grammar from its file.
enum PassagesReader {
    /// The attributes of a part that name vocabularies.
    private static let lists = [
        "evidence", "denial", "hints", "heads", "tails", "leads", "ends", "namings", "tellings", "closings", "turns", "stills",
    ]

    /// The parts and vocabularies of a file. Whether there are the sections that it names is left to `checkSections`, so that forms may be read meanwhile.
    static func passages(in file: PackFile, diagnosis: inout Diagnosis) -> PassageGrammar {
        var parts: [PassageGrammar.Part] = []
        var vocabularies: [String: [String]] = [:]
        var partNames = Names(.part)
        var vocabularyNames = Names(.vocabulary)
        var cues: [String: [ExactText: XMLElement]] = [:]
        for child in file.root.children where child.name != "excuse" {
            let id = diagnosis.value("id", of: child, in: file)
            if child.name == "part" {
                let section = diagnosis.value("section", of: child, in: file)
                partNames.add(id, in: file, at: child, diagnosis: &diagnosis)
                let part = PassageGrammar.Part(
                    id: id, section: section, cues: child.children.flatMap { words(in: $0.text) },
                    covers: child.attribute("covers").map { words(in: $0) } ?? [], evidence: child.attribute("evidence"),
                    denial: child.attribute("denial"), hints: child.attribute("hints"), heads: child.attribute("heads"),
                    tails: child.attribute("tails"), leads: child.attribute("leads"), ends: child.attribute("ends"),
                    namings: child.attribute("namings"), tellings: child.attribute("tellings"), closings: child.attribute("closings"),
                    turns: child.attribute("turns"), stills: child.attribute("stills"))
                for cue in part.cues {
                    if let first = cues[section, default: [:]].updateValue(child, forKey: ExactText(text: cue)) {
                        diagnosis.note(.wordTwice(word: cue, first: file.place(of: first)), in: file, at: child)
                    }
                }
                parts.append(part)
            } else {
                vocabularyNames.add(id, in: file, at: child, diagnosis: &diagnosis)
                vocabularies[id] = words(in: child.text)
            }
        }
        for child in file.root.children where child.name == "part" {
            for other in child.attribute("covers").map({ words(in: $0) }) ?? [] {
                partNames.expect(other, in: file, at: child, attribute: "covers", diagnosis: &diagnosis)
            }
            for attribute in Self.lists {
                guard let vocabulary = child.attribute(attribute) else { continue }
                vocabularyNames.expect(vocabulary, in: file, at: child, attribute: attribute, diagnosis: &diagnosis)
            }
        }
        return PassageGrammar(parts: parts, vocabularies: vocabularies)
    }

    /// Notes sections that no form has.
    static func checkSections(in file: PackFile, _ sections: Names, diagnosis: inout Diagnosis) {
        for part in file.root.children(named: "part") {
            sections.expect(part.attribute("section") ?? "", in: file, at: part, attribute: "section", diagnosis: &diagnosis)
        }
    }
}
