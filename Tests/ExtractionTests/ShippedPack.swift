import AuditModel
import DocumentModel
import RuleLanguage
import TestSupport

@testable import Extraction

/// The pack of this repository, with a finder made from it.
struct ShippedPack {
    let pack: RulePack
    let form: Form
    let grammar: CompiledGrammar
    /// For every indicator a figure so large that nothing agrees with it by chance.
    private let absurd: [Figure?]

    private static let loaded: Result<ShippedPack, RulePackError> = {
        do throws(RulePackError) {
            let pack = try RulePackLoader.load(Project.rules)
            let form = pack.forms[0]
            let absurd = form.indicators.enumerated().map { $1.isSubstitute ? nil : figure(900_000_000 + $0) }
            return .success(
                ShippedPack(pack: pack, form: form, grammar: CompiledGrammar(pack.statements, form: form), absurd: absurd))
        } catch {
            return .failure(error)
        }
    }()

    private static func figure(_ value: Int) -> Figure {
        Figure(value: .number(Quantity(value)), quote: String(value), place: Place(.document))
    }

    static func load() throws(RulePackError) -> ShippedPack { try loaded.get() }

    /// A report of reporting year 2024 with one paragraph in a section.
    func narrative(_ text: String, in section: String, figures given: [String: Int] = [:], unit: String = "云溪区") -> Narrative {
        let ordinal = form.section(section)?.entry.ordinal ?? 1
        let paragraphs = text.split(separator: "\n").enumerated().map {
            Block.paragraph(Paragraph(number: $0 + 1, text: BlockText(String($1), at: SourcePosition(line: $0 + 1, column: 1))))
        }
        let document = Document(sections: [
            Section(path: [0]),
            Section(
                path: [ordinal], key: section, heading: Heading(text: BlockText("标题"), ordinal: ordinal, title: "标题"), blocks: paragraphs),
        ])
        var values = absurd
        for (id, value) in given {
            if let index = form.index(of: id) { values[index] = Self.figure(value) }
        }
        let identity = Identity(unit: unit, year: 2024, ownNames: [unit])
        return StatementFinder(grammar).narrative(of: document, figures: Figures(form: form, values: values), identity: identity)
    }

    /// The statements of a text in the corpus's notation.
    func states(_ text: String, in section: String) -> [String] { narrative(text, in: section).statements.map(notation) }

    func notation(_ statement: Statement) -> String {
        if let own = statement.ownIdentifier, statement.state == .bound { return "\(own)=\(statement.value)" }
        switch statement.state {
        case .unbound: return "~\(statement.reason ?? "")=\(statement.value)"
        case .ambiguous: return "?\(statement.reason ?? "")=\(statement.value)"
        case .bound: return short(statement.indicators) + "=\(statement.value)"
        }
    }

    /// Sums over the rows of a group, over both ways to court and over the organizations are written with `*`, `applications.` and `.total` left out.
    private func short(_ indices: [Int]) -> String {
        var names = indices.map { form.indicators[$0].id.split(separator: ".").map(String.init) }
        let groups: [[String]: Int] = [["applications", "result"]: 3, ["challenges", "litigation"]: 2]
        let organizations: Set = ["business", "research", "welfare", "legal-service", "other-organization"]
        func fold(_ place: Int, to name: String, where folds: ([String]) -> Bool) {
            var seen: [[String]: Int] = [:]
            func key(_ parts: [String]) -> [String] { parts.enumerated().map { $0.offset == place ? "" : $0.element } }
            for parts in names where folds(parts) { seen[key(parts), default: 0] += 1 }
            names = names.map { parts in
                guard folds(parts), seen[key(parts)] ?? 0 > 1 else { return parts }
                return parts.enumerated().map { $0.offset == place ? name : $0.element }
            }
        }
        for (prefix, place) in groups { fold(place, to: "*") { $0.starts(with: prefix) && $0.count > place + 1 } }
        for place in 2...4 { fold(place, to: "organization") { place < $0.count && organizations.contains($0[place]) } }
        var unique: [String] = []
        for parts in names {
            let name = (parts.first == "applications" ? parts.dropFirst() : parts[...]).joined(separator: ".")
            let short = name.hasSuffix(".total") ? String(name.dropLast(".total".count)) : name
            if !unique.contains(short) { unique.append(short) }
        }
        return unique.joined(separator: "+")
    }
}
