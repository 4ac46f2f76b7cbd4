import AuditModel
import XML

/// Builds the rules of one Schematron schema: one for each assertion and report, whose id is the rule's.
///
/// What is not understood is refused: abstract patterns and rules, includes, `extends`, properties, keys and functions of XSLT.
/// - Source: ISO/IEC 19757-3
struct SchematronReader {
    static let namespace = "http://purl.oclc.org/dsdl/schematron"

    let file: PackFile
    private var prefixes: Set<String> = []
    private var diagnostics: [String: XMLElement] = [:]

    init(file: PackFile) {
        self.file = file
    }

    /// Whether a file is a schema.
    static func isSchema(_ file: PackFile) -> Bool { file.root.name == "schema" && file.root.namespace == namespace }

    /// - Parameter ids: the ids of all files' rules so far.
    mutating func rules(ids: inout Names, diagnosis: inout Diagnosis) -> [Rule] {
        let root = file.root
        if let binding = root.attribute("queryBinding"), !["xpath", "xslt"].contains(binding.lowercased()) {
            diagnosis.note(.unsupported("queryBinding=\"\(binding)\""), in: file, at: root, attribute: "queryBinding")
        }
        refuse(["title", "ns", "p", "phase", "let", "pattern", "diagnostics"], in: root, &diagnosis)
        let namespaces = root.children(named: "ns").map {
            Schematron.Namespace(
                prefix: diagnosis.value("prefix", of: $0, in: file), name: diagnosis.value("uri", of: $0, in: file))
        }
        prefixes = Set(namespaces.map(\.prefix))
        for diagnostic in root.children(named: "diagnostics").flatMap(\.children) {
            diagnostics[diagnosis.value("id", of: diagnostic, in: file)] = diagnostic
        }
        var variables: Set<String> = []
        let bindings = self.bindings(in: root, &variables, &diagnosis)
        var patterns: [Schematron.Pattern] = []
        var drafts: [(draft: SchematronDraft, pattern: Int, context: Int)] = []
        for element in activePatterns(&diagnosis) {
            refuse(["title", "p", "let", "rule"], in: element, &diagnosis)
            for attribute in ["abstract", "is-a", "documents"] where element.attribute(attribute) != nil {
                diagnosis.note(.unsupported("pattern/@\(attribute)"), in: file, at: element, attribute: attribute)
            }
            var known = variables
            let own = self.bindings(in: element, &known, &diagnosis)
            var contexts: [Schematron.Context] = []
            for rule in element.children(named: "rule") {
                let (context, found) = self.context(rule, of: element, variables: known, &diagnosis)
                drafts += found.map { ($0, patterns.count, contexts.count) }
                contexts.append(context)
            }
            patterns.append(Schematron.Pattern(bindings: own, contexts: contexts))
        }
        let schema = Schematron(path: file.path, namespaces: namespaces, bindings: bindings, patterns: patterns)
        let document = root.firstChild(named: "title").map { line(of: $0.text) } ?? file.name
        return drafts.map { item in
            ids.add(item.draft.id, in: file, at: item.draft.element, diagnosis: &diagnosis)
            return item.draft.rule(of: schema, pattern: item.pattern, context: item.context, document: document)
        }
    }

    /// All patterns, or those of the phase that the schema names as its default.
    private func activePatterns(_ diagnosis: inout Diagnosis) -> [XMLElement] {
        let root = file.root
        let patterns = root.children(named: "pattern")
        guard let phase = root.attribute("defaultPhase"), phase != "#ALL" else { return patterns }
        let phases = root.children(named: "phase")
        guard let chosen = phases.first(where: { $0.attribute("id") == phase }) else {
            diagnosis.note(
                .unknown(.phase, phase, nearest: phases.compactMap { $0.attribute("id") }), in: file, at: root, attribute: "defaultPhase")
            return patterns
        }
        refuse(["active", "p"], in: chosen, &diagnosis)
        let names = Names(.pattern, patterns.compactMap { $0.attribute("id") })
        let active = chosen.children(named: "active").map { element in
            let name = diagnosis.value("pattern", of: element, in: file)
            names.expect(name, in: file, at: element, attribute: "pattern", diagnosis: &diagnosis)
            return name
        }
        return patterns.filter { $0.attribute("id").map(active.contains) ?? false }
    }

    private func context(
        _ element: XMLElement, of pattern: XMLElement, variables: Set<String>, _ diagnosis: inout Diagnosis
    ) -> (context: Schematron.Context, drafts: [SchematronDraft]) {
        refuse(["let", "assert", "report", "p"], in: element, &diagnosis)
        if element.attribute("abstract") == "true" {
            diagnosis.note(.unsupported("rule/@abstract"), in: file, at: element, attribute: "abstract")
        }
        let source = diagnosis.value("context", of: element, in: file)
        let nodes = SchematronContext.expression(for: source)
        if let fault = XPathChecking.fault(of: source, variables: variables, prefixes: prefixes)
            ?? XPathChecking.fault(of: nodes, variables: variables, prefixes: prefixes)
        {
            diagnosis.note(
                fault.fault, in: file, at: element, attribute: "context", offset: min(fault.offset, source.utf8.count))
        }
        var known = variables
        let bindings = self.bindings(in: element, &known, &diagnosis)
        var drafts: [SchematronDraft] = []
        for child in element.children where child.name == "assert" || child.name == "report" {
            for attribute in ["subject", "properties"] where child.attribute(attribute) != nil {
                diagnosis.note(.unsupported("\(child.name)/@\(attribute)"), in: file, at: child, attribute: attribute)
            }
            check(diagnosis.value("test", of: child, in: file), in: child, "test", known, &diagnosis)
            if let draft = SchematronDraft(
                child, in: file, rule: element, pattern: pattern, diagnostics: diagnostics, diagnosis: &diagnosis)
            {
                for (expression, element, attribute) in draft.expressions { check(expression, in: element, attribute, known, &diagnosis) }
                drafts.append(draft)
            }
        }
        return (Schematron.Context(nodes: nodes, bindings: bindings), drafts)
    }

    /// The variables that an element binds; each may use those before it.
    private func bindings(in element: XMLElement, _ variables: inout Set<String>, _ diagnosis: inout Diagnosis) -> [Schematron.Binding] {
        var bindings: [Schematron.Binding] = []
        for child in element.children(named: "let") {
            let name = diagnosis.value("name", of: child, in: file)
            let value = diagnosis.value("value", of: child, in: file)
            check(value, in: child, "value", variables, &diagnosis)
            if !variables.insert(name).inserted {
                diagnosis.note(
                    .repeated(.variable, name, first: file.place(of: element)), in: file, at: child, attribute: "name")
            }
            bindings.append(Schematron.Binding(name: name, value: value))
        }
        return bindings
    }

    private func check(
        _ expression: String, in element: XMLElement, _ attribute: String, _ variables: Set<String>, _ diagnosis: inout Diagnosis
    ) {
        guard let (fault, offset) = XPathChecking.fault(of: expression, variables: variables, prefixes: prefixes) else { return }
        diagnosis.note(fault, in: file, at: element, attribute: attribute, offset: offset)
    }

    /// Notes every element that is not among those that are understood there.
    private func refuse(_ known: Set<String>, in element: XMLElement, _ diagnosis: inout Diagnosis) {
        for child in element.children where child.namespace != Self.namespace || !known.contains(child.name) {
            diagnosis.note(.unsupported("<\(child.name)>"), in: file, at: child)
        }
    }
}

/// Turns the contexts of Schematron into expressions.
enum SchematronContext {
    /// The nodes, wherever they stand, that match a pattern: each of its alternatives is looked for from every node, unless it begins at the root.
    static func expression(for pattern: String) -> String {
        var alternatives: [[UInt8]] = [[]]
        var depth = 0
        var quote: UInt8?
        for byte in pattern.utf8 {
            if let open = quote {
                if byte == open { quote = nil }
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
                case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: "|") where depth == 0:
                    alternatives.append([])
                    continue
                default: break
                }
            }
            alternatives[alternatives.count - 1].append(byte)
        }
        return alternatives.map { bytes in
            let text = line(of: String(decoding: bytes, as: UTF8.self))
            return text.hasPrefix("/") ? text : "//" + text
        }.joined(separator: " | ")
    }
}

/// Checks expressions of XPath 1.0.
enum XPathChecking {
    /// What is wrong with an expression, and where in it; nil when nothing is.
    static func fault(of expression: String, variables: Set<String> = [], prefixes: Set<String> = []) -> (fault: PackFault, offset: Int)? {
        do {
            _ = try XPathExpression(expression, variables: variables, prefixes: prefixes)
            return nil
        } catch .badXPath(_, let offset, let message) {
            return (.badXPath(message: message), offset)
        } catch {
            // Compiling fails in one other way only.
            return (.outOfMemory, 0)
        }
    }
}
