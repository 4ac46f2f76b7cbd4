import AuditModel
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

    /// Builds the pack; refuses with everything that is wrong. What does not depend on each other is read at the same time.
    ///
    /// - Parameter digest: asked for once.
    func pack(
        manifest: PackManifest, digest: @Sendable () -> String, tailoring: Tailoring? = nil, isThorough: Bool
    ) throws(RulePackError) -> RulePack {
        var diagnosis = Diagnosis()
        let (frame, ofText) = Parallel.both {
            var own = Diagnosis()
            let (forms, contexts) = readForms(&own)
            let identity = IdentityReader.identity(in: identity, diagnosis: &own)
            return (forms: forms, indexes: forms.map(IndicatorIndex.init), contexts: contexts, identity: identity, diagnosis: own)
        } _: {
            var own = Diagnosis()
            let passages = self.passages.map { PassagesReader.passages(in: $0, diagnosis: &own) } ?? .empty
            return (digest: digest(), passages: passages, diagnosis: own)
        }
        diagnosis.add(frame.diagnosis)
        diagnosis.add(ofText.diagnosis)
        let (forms, indexes, contexts) = (frame.forms, frame.indexes, frame.contexts)
        let sections = PackNames.sections(of: forms)
        if let file = self.passages { PassagesReader.checkSections(in: file, sections, diagnosis: &diagnosis) }
        if statements == nil, let first = contexts.first {
            diagnosis.note(
                .unknown(.dimension, first.feature.dimension, nearest: []), in: first.file, at: first.element, attribute: first.attribute)
        }

        let sources = tailoring?.sources(besides: manifest.sources, &diagnosis) ?? manifest.sources
        let settings = tailoring?.settings(&diagnosis) ?? [:]
        let passages = tailoring?.passages(besides: ofText.passages, &diagnosis) ?? ofText.passages
        // Of statements the rules need the figures' names only.
        let (ofStatements, ofRules) = Parallel.both {
            var own = Diagnosis()
            let grammar = statements.map {
                StatementsReader.statements(in: $0, indexes: indexes, sections: sections, contexts: contexts, diagnosis: &own)
            }
            return (grammar: grammar ?? .empty, diagnosis: own)
        } _: {
            var own = Diagnosis()
            let names = PackNames(
                forms: forms, indexes: indexes, figures: statements.map(StatementsReader.figureNames) ?? [], passages: passages,
                identity: frame.identity, sources: sources, settings: settings, isThorough: isThorough)
            let rules = self.rules(names: names, manifest: manifest, tailoring: tailoring, &own)
            return (rules: rules, diagnosis: own)
        }
        diagnosis.add(ofStatements.diagnosis)
        diagnosis.add(ofRules.diagnosis)
        let order = [manifest.file.path] + manifest.parts.map { part in manifest.file.path.dropLast(manifest.file.name.count) + part.name }
        try diagnosis.check(order: order + (tailoring?.source.files.map(\.path) ?? []))
        let rules = ofRules.rules
        let byID = { (left: Rule, right: Rule) in left.id < right.id }
        return RulePack(
            id: manifest.id, version: manifest.version, digest: ofText.digest, title: manifest.title, instruments: sources, forms: forms,
            statements: ofStatements.grammar, passages: passages, identity: frame.identity,
            rules: (rules.tailored?.rules ?? rules.basis).sorted(by: byID), basis: rules.basis.sorted(by: byID),
            profile: rules.tailored?.profile)
    }

    /// The forms, the newest first, and the features that their sections name.
    private func readForms(_ diagnosis: inout Diagnosis) -> (forms: [Form], contexts: [FeatureReference]) {
        var names = Names(.form)
        var forms: [Form] = []
        for file in self.forms {
            let form = FormReader.form(in: file, others: forms, diagnosis: &diagnosis)
            names.add(form.id, in: file, at: file.root, diagnosis: &diagnosis)
            forms.append(form)
        }
        return (forms.sorted { $0.id > $1.id }, self.forms.flatMap(FormReader.contexts))
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
