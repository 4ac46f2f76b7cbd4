import AuditModel
import DocumentModel
import XML

/// Builds the identity grammar from its file.
enum IdentityReader {
    static func identity(in file: PackFile, diagnosis: inout Diagnosis) -> IdentityGrammar {
        var lists: [String: [String]] = [:]
        var levels: [IdentityGrammar.Level] = []
        var names = Names(.level)
        var endings: [String: String] = [:]
        for child in file.root.children {
            guard child.name == "level" else {
                lists[child.name] = words(in: child.text)
                continue
            }
            let level = IdentityGrammar.Level(
                id: diagnosis.value("id", of: child, in: file), endings: child.list("endings"), sumsUp: child.flag("sums-up") ?? false,
                within: child.attribute("within"), places: child.list("places"), voices: child.list("voices"))
            names.add(level.id, in: file, at: child, diagnosis: &diagnosis)
            levels.append(level)
            for ending in level.endings {
                if let first = endings.updateValue(file.place(of: child), forKey: ending) {
                    diagnosis.note(.wordTwice(word: ending, first: first), in: file, at: child, attribute: "endings", word: ending)
                }
            }
        }
        for child in file.root.children where child.name == "level" {
            guard let other = child.attribute("within") else { continue }
            names.expect(other, in: file, at: child, attribute: "within", diagnosis: &diagnosis)
        }
        return IdentityGrammar(
            titles: lists["titles"] ?? [], levels: levels, titleNoise: lists["title-noise"] ?? [], ownScope: lists["own-scope"] ?? [],
            rollUpScope: lists["roll-up-scope"] ?? [], droppableEndings: lists["droppable-endings"] ?? [],
            minimumEvidence: diagnosis.integer("minimum-evidence", of: file.root, in: file),
            page: PageVocabulary(
                publicationLabels: lists["publication-labels"] ?? [], originLabels: lists["origin-labels"] ?? [],
                furniture: lists["page-furniture"] ?? []),
            firmOwnScope: lists["firm-own-scope"] ?? [], firmRollUpScope: lists["firm-roll-up-scope"] ?? [],
            ownUnits: lists["own-units"] ?? [],
            signedYearsLater: file.root.attribute("signed-years-later").flatMap { Int(line(of: $0)) } ?? 1,
            titleSubjects: lists["title-subjects"] ?? [], titleLinks: lists["title-links"] ?? [], titleHeads: lists["title-heads"] ?? [],
            selfReports: lists["self-reports"] ?? [], signatureWords: lists["signature-words"] ?? [],
            closingLabels: lists["closing-labels"] ?? [], ownStatements: lists["own-statements"] ?? [],
            notNames: lists["not-names"] ?? [])
    }
}
