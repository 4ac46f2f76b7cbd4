import AuditModel
import DocumentModel

/// Names figures, sections and the like as people call them.
struct PackWording {
    /// The most names that are listed one by one.
    /// - Source: a line of 80 columns holds some three labels of a form
    private static let listed = 3

    let pack: RulePack
    /// Those that are asked for names, the first first.
    let forms: [Form]

    /// - Parameter ids: the forms for which a rule holds; empty: all.
    init(_ pack: RulePack, forms ids: [String]) {
        self.pack = pack
        forms = pack.forms.filter { ids.isEmpty || ids.contains($0.id) }
    }

    /// What a term of an equation adds: a row or column by its name where the equation goes over the others, else the figure by its own.
    func figures(_ pattern: String) -> LocalizedText {
        let anyLine = Self.replacing("{row}", in: Self.replacing("{column}", in: pattern))
        for form in forms {
            let indices = form.indices(matching: anyLine)
            guard !indices.isEmpty else { continue }
            var names: [LocalizedText] = []
            for index in indices {
                let indicator = form.indicators[index]
                let table = form.tables[indicator.table]
                let name =
                    pattern.contains("{row}")
                    ? table.columns[indicator.column].name : pattern.contains("{column}") ? table.rows[indicator.row].name : indicator.label
                if !names.contains(name) { names.append(name) }
            }
            return Self.sum(names)
        }
        return LocalizedText { _ in pattern }
    }

    /// The section's title by its key.
    func section(_ key: String) -> LocalizedText {
        let title = forms.lazy.compactMap { $0.section(key)?.entry.title }.first ?? key
        return LocalizedText { language in language == .chinese ? "“\(title)”" : "“\(title)”" }
    }

    func table(_ id: String) -> LocalizedText {
        forms.lazy.flatMap(\.tables).first { $0.id == id }?.name ?? LocalizedText { _ in id }
    }

    /// The name of a row or column by its id.
    func line(_ id: String, of table: String) -> LocalizedText {
        let lines = forms.lazy.flatMap(\.tables).filter { $0.id == table }.flatMap { $0.rows + $0.columns }
        return lines.first { $0.id == id }?.name ?? LocalizedText { _ in id }
    }

    func form(_ id: String) -> LocalizedText { pack.forms.first { $0.id == id }?.name ?? LocalizedText { _ in id } }

    func statementFigure(_ id: String) -> LocalizedText {
        pack.statements.figures.first { $0.id == id }?.name ?? LocalizedText { _ in id }
    }

    /// The first words of a vocabulary, and how many there are.
    func vocabulary(_ id: String) -> LocalizedText {
        let words = pack.passages.vocabularies[id] ?? []
        let first = words.prefix(4)
        return LocalizedText { language in
            let list = Self.list(first.map { "“\($0)”" }, language)
            guard words.count > first.count else { return "\(list) (\(id))" }
            return language == .chinese ? "\(list)等 \(words.count) 个词（\(id)）" : "\(list) and others, \(words.count) words (\(id))"
        }
    }

    static func list(_ names: [String], _ language: Language) -> String { names.joined(separator: language == .chinese ? "、" : ", ") }

    static func list(_ names: [LocalizedText]) -> LocalizedText {
        LocalizedText { language in list(names.map { $0[language] }, language) }
    }

    private static func sum(_ names: [LocalizedText]) -> LocalizedText {
        guard names.count > 1 else { return names.first ?? LocalizedText { _ in "" } }
        return LocalizedText { language in
            let shown = names.prefix(listed).map { $0[language] }
            let list = list(shown, language)
            switch language {
            case .chinese: return names.count > listed ? "（\(list)等 \(names.count) 项之和）" : "（\(list)之和）"
            case .english: return names.count > listed ? "(\(names.count) figures: \(list) …)" : "(\(list) together)"
            }
        }
    }

    private static func replacing(_ slot: String, in pattern: String) -> String {
        pattern.split(separator: ".", omittingEmptySubsequences: false).map { $0 == slot ? "*" : $0 }.joined(separator: ".")
    }
}
