import AuditModel
import XML

/// One assertion or report of a schema, before the schema is whole.
struct SchematronDraft {
    let element: XMLElement
    let id: String
    /// The expressions within its texts, with the elements and attributes that hold them.
    private(set) var expressions: [(expression: String, element: XMLElement, attribute: String)] = []
    private let severity: Severity
    private let patternTitle: String?
    private let citation: String?
    private let test: String
    private var message: [[Schematron.Piece]]
    private var advice: [[Schematron.Piece]]

    /// Nil, and noted, without a sound id. `rule` and `pattern` are the elements around it.
    init?(
        _ element: XMLElement, in file: PackFile, rule: XMLElement, pattern: XMLElement, diagnostics: [String: XMLElement],
        diagnosis: inout Diagnosis
    ) {
        self.element = element
        id = diagnosis.value("id", of: element, in: file)
        guard Self.isRuleID(id) else {
            if !id.isEmpty { diagnosis.note(.badRuleID(id), in: file, at: element, attribute: "id") }
            return nil
        }
        let (roles, place) = element.attribute("role") != nil ? (element.attribute("role"), element) : (rule.attribute("role"), rule)
        severity = roles.flatMap { Self.severities[line(of: $0).lowercased()] } ?? .error
        if let roles, Self.severities[line(of: roles).lowercased()] == nil {
            diagnosis.note(.badValue(roles), in: file, at: place, attribute: "role")
        }
        citation = element.attribute("see") ?? rule.attribute("see") ?? pattern.attribute("see")
        patternTitle = pattern.firstChild(named: "title").map { line(of: $0.text) }
        test = element.attribute("test") ?? ""
        let own = Self.pieces(of: element, in: file, &expressions, &diagnosis)
        let language = Self.language(of: element) ?? .chinese
        message = Language.allCases.map { _ in own }
        advice = Language.allCases.map { _ in [] }
        for name in element.list("diagnostics") {
            guard let diagnostic = diagnostics[name] else {
                diagnosis.note(
                    .unknown(.diagnostic, name, nearest: Names.nearest(to: name, among: diagnostics.keys.sorted())), in: file, at: element,
                    attribute: "diagnostics", word: name)
                continue
            }
            let pieces = Self.pieces(of: diagnostic, in: file, &expressions, &diagnosis)
            // In another language it says the same; in none of its own it says what to do.
            if let other = Self.language(of: diagnostic), other != language, let index = Language.allCases.firstIndex(of: other) {
                message[index] = pieces
            } else {
                for index in advice.indices { advice[index] += (advice[index].isEmpty ? [] : [.text(" ")]) + pieces }
            }
        }
    }

    func rule(of schema: Schematron, pattern: Int, context: Int, document: String) -> Rule {
        let assertion = Schematron.Assertion(
            schema: schema, pattern: pattern, context: context, test: test, isReport: element.name == "report", message: message,
            advice: advice)
        let text = { (pieces: [[Schematron.Piece]], gap: String?) in
            LocalizedText { language in
                Self.shown(Language.allCases.firstIndex(of: language).map { pieces[$0] } ?? [], gap: gap)
            }
        }
        return Rule(
            id: id, title: patternTitle.map { title in LocalizedText { _ in title } } ?? text(message, "…"), severity: severity, forms: [],
            sources: [Citation(document: document, at: citation)],
            conditions: [
                Condition(requirement: .assertion(assertion), severity: nil, message: text(message, nil), advice: text(advice, nil))
            ],
            caseCount: 0)
    }

    /// The text with expressions in braces, or with `gap` in the place of each, for those who read the rule.
    private static func shown(_ pieces: [Schematron.Piece], gap: String?) -> String {
        line(
            of: pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .value(let expression): gap ?? "{\(expression)}"
                case .name(let expression): gap ?? "{\(expression ?? "name")}"
                }
            }.joined())
    }

    private static func pieces(
        of element: XMLElement, in file: PackFile, _ expressions: inout [(expression: String, element: XMLElement, attribute: String)],
        _ diagnosis: inout Diagnosis
    ) -> [Schematron.Piece] {
        var pieces: [Schematron.Piece] = []
        for node in element.content {
            switch node {
            case .text(let text): pieces.append(.text(text))
            case .element(let child):
                switch (child.namespace == SchematronReader.namespace, child.name) {
                case (true, "value-of"):
                    let select = diagnosis.value("select", of: child, in: file)
                    expressions.append((select, child, "select"))
                    pieces.append(.value(select))
                case (true, "name"):
                    let path = child.attribute("path")
                    if let path { expressions.append((path, child, "path")) }
                    pieces.append(.name(path))
                case (true, "emph"), (true, "dir"), (true, "span"): pieces.append(.text(child.text))
                default: diagnosis.note(.unsupported("<\(child.name)>"), in: file, at: child)
                }
            }
        }
        return pieces
    }

    private static func language(of element: XMLElement) -> Language? {
        guard let code = element.language else { return nil }
        return Language.allCases.first { $0.rawValue.prefix(2) == code.prefix(2) }
    }

    /// The words of the pack and those that schemas use.
    private static let severities: [String: Severity] = [
        "error": .error, "fatal": .error, "query": .query, "warning": .query, "warn": .query, "note": .note, "info": .note,
        "information": .note,
    ]

    /// `TAB-05`, as the schema of packs wants it.
    private static func isRuleID(_ id: String) -> Bool {
        let parts = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && parts[0].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && parts[1].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
