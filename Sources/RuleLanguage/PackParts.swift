import AuditModel
import Dispatch
import Synchronization
import XML

/// The files of a pack by what they hold.
struct PackParts {
    /// The root elements that a part may have.
    static let roots = requiredRoots + ["statements", "passages", "schema"]
    /// Those that a pack cannot be without.
    private static let requiredRoots = ["form", "identity", "rules"]
    /// Those that hold rules: of packs, and of Schematron.
    static let ruleRoots = ["rules", "schema"]

    private var forms: [PackFile] = []
    private var rules: [PackFile] = []
    private let identity: PackFile
    /// Nil for documents whose text states no figures of theirs.
    private let statements: PackFile?
    /// Nil where rules look no words up.
    private let passages: PackFile?

    /// Sorts the files; refuses when one is missing or there are two where there can be one.
    init(_ files: [PackFile], manifest: PackManifest) throws(RulePackError) {
        var diagnosis = Diagnosis()
        var single: [String: PackFile] = [:]
        for file in files {
            switch file.root.name {
            case "form": forms.append(file)
            case "rules", "schema": rules.append(file)
            default:
                if let first = single.updateValue(file, forKey: file.root.name) {
                    diagnosis.note(.secondPart(root: file.root.name, first: first.name), in: file, at: file.root)
                }
            }
        }
        let missing = Self.requiredRoots.filter { root in !files.contains { $0.root.name == root } }
        for root in missing { diagnosis.note(.noPart(root: root), in: manifest.file, at: manifest.file.root) }
        try diagnosis.check()
        guard let identity = single["identity"] else { preconditionFailure("it is there when it is not missing") }
        self.identity = identity
        statements = single["statements"]
        passages = single["passages"]
    }

    /// Builds the pack; refuses with everything that is wrong.
    func pack(
        manifest: PackManifest, digest: String, tailoring: Tailoring? = nil, isThorough: Bool
    ) throws(RulePackError) -> RulePack {
        var diagnosis = Diagnosis()
        var formNames = Names(.form)
        var forms: [Form] = []
        var contexts: [FeatureReference] = []
        for file in self.forms {
            let form = FormReader.form(in: file, others: forms, diagnosis: &diagnosis)
            formNames.add(form.id, in: file, at: file.root, diagnosis: &diagnosis)
            forms.append(form)
            contexts += FormReader.contexts(in: file)
        }
        forms.sort { $0.id > $1.id }
        let indexes = forms.map(IndicatorIndex.init)
        let sections = PackNames.sections(of: forms)
        let identity = IdentityReader.identity(in: identity, diagnosis: &diagnosis)
        if statements == nil, let first = contexts.first {
            diagnosis.note(
                .unknown(.dimension, first.feature.dimension, nearest: []), in: first.file, at: first.element, attribute: first.attribute)
        }

        let sources = tailoring?.sources(besides: manifest.sources, &diagnosis) ?? manifest.sources
        let settings = tailoring?.settings(&diagnosis) ?? [:]
        // Of statements the rules need the figures' names only, so that both are read at the same time.
        let found = Mutex<(statements: (StatementGrammar, Diagnosis)?, rules: (PassageGrammar, RuleSet, Diagnosis)?)>((nil, nil))
        let (allForms, references) = (forms, contexts)
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            var own = Diagnosis()
            if number == 0 {
                let grammar =
                    self.statements.map {
                        StatementsReader.statements(in: $0, indexes: indexes, sections: sections, contexts: references, diagnosis: &own)
                    } ?? .empty
                let result = (grammar, own)
                found.withLock { $0.statements = result }
            } else {
                var passages = self.passages.map { PassagesReader.passages(in: $0, sections: sections, diagnosis: &own) } ?? .empty
                if let tailoring { passages = tailoring.passages(besides: passages, &own) }
                let names = PackNames(
                    forms: allForms, indexes: indexes, figures: statements.map(StatementsReader.figureNames) ?? [], passages: passages,
                    identity: identity, sources: sources, settings: settings, isThorough: isThorough)
                let result = (passages, rules(names: names, manifest: manifest, tailoring: tailoring, &own), own)
                found.withLock { $0.rules = result }
            }
        }
        guard case (let (statements, ofStatements)?, let (passages, rules, ofRules)?) = found.withLock({ $0 }) else {
            preconditionFailure("both were read")
        }
        diagnosis.add(ofStatements)
        diagnosis.add(ofRules)
        let order = [manifest.file.path] + manifest.parts.map { part in manifest.file.path.dropLast(manifest.file.name.count) + part.name }
        try diagnosis.check(order: order + (tailoring?.source.files.map(\.path) ?? []))
        let byID = { (left: Rule, right: Rule) in left.id < right.id }
        return RulePack(
            id: manifest.id, version: manifest.version, digest: digest, title: manifest.title, instruments: sources, forms: forms,
            statements: statements, passages: passages, identity: identity, rules: (rules.tailored?.rules ?? rules.basis).sorted(by: byID),
            basis: rules.basis.sorted(by: byID), profile: rules.tailored?.profile)
    }

    /// The rules of a pack, and what a profile makes of them.
    private struct RuleSet: Sendable {
        let basis: [Rule]
        let tailored: (rules: [Rule], profile: Profile)?
    }

    private func rules(names: PackNames, manifest: PackManifest, tailoring: Tailoring?, _ diagnosis: inout Diagnosis) -> RuleSet {
        var ids = Names(.rule)
        var rules: [Rule] = []
        for file in self.rules { rules += Self.rules(in: file, names: names, ids: &ids, &diagnosis) }
        guard let tailoring else {
            RuleReader.checkCauses(of: rules, in: self.rules, ids: ids, diagnosis: &diagnosis)
            return RuleSet(basis: rules, tailored: nil)
        }
        var own: [Rule] = []
        for file in tailoring.ruleFiles { own += Self.rules(in: file, names: names, ids: &ids, &diagnosis) }
        let tailored = tailoring.tailor(rules, own: own, pack: manifest, &diagnosis)
        RuleReader.checkCauses(of: rules + own, in: self.rules + tailoring.ruleFiles, ids: ids, diagnosis: &diagnosis)
        return RuleSet(basis: rules, tailored: tailored)
    }

    private static func rules(in file: PackFile, names: PackNames, ids: inout Names, _ diagnosis: inout Diagnosis) -> [Rule] {
        guard SchematronReader.isSchema(file) else { return RuleReader(file: file, names: names).rules(ids: &ids, diagnosis: &diagnosis) }
        var reader = SchematronReader(file: file)
        return reader.rules(ids: &ids, diagnosis: &diagnosis)
    }
}
