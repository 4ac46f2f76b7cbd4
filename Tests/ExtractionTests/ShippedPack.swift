import AuditModel
import DocumentModel
import RuleLanguage

@testable import Extraction

/// The pack of this repository, with a finder made from it.
struct ShippedPack {
    let pack: RulePack
    let form: Form
    let grammar: CompiledGrammar

    static let directory: String = {
        let file: String = #filePath
        return file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
            + "/Rules/government-information-disclosure"
    }()

    private static let loaded: Result<ShippedPack, RulePackError> = {
        do throws(RulePackError) {
            let pack = try RulePackLoader.load(directory)
            let form = pack.forms[0]
            return .success(ShippedPack(pack: pack, form: form, grammar: CompiledGrammar(pack.statements, form: form)))
        } catch {
            return .failure(error)
        }
    }()

    static func load() throws(RulePackError) -> ShippedPack { try loaded.get() }

    /// A report of reporting year 2024 with one paragraph in a section; every figure of its tables is absurdly large, so that nothing agrees by chance.
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
        let values = form.indicators.enumerated().map { index, indicator -> Figure? in
            guard !indicator.isSubstitute else { return nil }
            let value = given[indicator.id] ?? 900_000_000 + index
            return Figure(value: .number(Quantity(value)), quote: String(value), place: Place(.document))
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

    /// Sums over all rows of a group are written with `*`, sums over all organizations as `organization`.
    private func short(_ indices: [Int]) -> String {
        let ids = indices.map { form.indicators[$0].id }
        let names = ids.map { id -> String in
            var name = id
            if name.hasPrefix("applications.") { name.removeFirst("applications.".count) }
            if name.hasSuffix(".total"), name != "result.total" { name.removeLast(".total".count) }
            for group in ["result.refused.", "result.unable.", "result.unprocessed.", "result.other."]
            where name.hasPrefix(group) && ids.count > 1 {
                return group + "*"
            }
            if name.hasPrefix("challenges.litigation."), ids.count > 1 { return "challenges.litigation.*" }
            if ids.count == 5, let dot = name.lastIndex(of: ".") { return name[..<dot] + ".organization" }
            return name
        }
        var unique: [String] = []
        for name in names where !unique.contains(name) { unique.append(name) }
        return unique.joined(separator: "+")
    }
}
