import AuditModel
import Dispatch
import Synchronization
import XML

/// The files of a pack by what they hold.
struct PackParts {
    /// The root elements that a part may have.
    static let roots = ["form", "identity", "statements", "passages", "rules"]

    private var forms: [PackFile] = []
    private var rules: [PackFile] = []
    private let identity: PackFile
    private let statements: PackFile
    private let passages: PackFile

    /// Sorts the files; refuses when one is missing or there are two where there can be one.
    init(_ files: [PackFile], manifest: PackManifest) throws(RulePackError) {
        var diagnosis = Diagnosis()
        var single: [String: PackFile] = [:]
        for file in files {
            switch file.root.name {
            case "form": forms.append(file)
            case "rules": rules.append(file)
            default:
                if let first = single.updateValue(file, forKey: file.root.name) {
                    diagnosis.note(.secondPart(root: file.root.name, first: first.name), in: file, at: file.root)
                }
            }
        }
        let missing = Self.roots.filter { root in !files.contains { $0.root.name == root } }
        for root in missing { diagnosis.note(.noPart(root: root), in: manifest.file, at: manifest.file.root) }
        try diagnosis.check()
        guard let identity = single["identity"], let statements = single["statements"], let passages = single["passages"] else {
            preconditionFailure("every single part is there when none is missing")
        }
        self.identity = identity
        self.statements = statements
        self.passages = passages
    }

    /// Builds the pack; refuses with everything that is wrong.
    func pack(manifest: PackManifest, digest: String, isThorough: Bool) throws(RulePackError) -> RulePack {
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
        let passages = PassagesReader.passages(in: passages, sections: sections, diagnosis: &diagnosis)
        let names = PackNames(
            forms: forms, indexes: indexes, figures: StatementsReader.figureNames(in: self.statements), passages: passages,
            identity: identity, manifest: manifest, isThorough: isThorough)
        // Of statements the rules need the figures' names only, so that both are read at the same time.
        let found = Mutex<(statements: (StatementGrammar, Diagnosis)?, rules: ([Rule], Diagnosis)?)>((nil, nil))
        let references = contexts
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            var own = Diagnosis()
            if number == 0 {
                let statements = StatementsReader.statements(
                    in: self.statements, indexes: indexes, sections: sections, contexts: references, diagnosis: &own)
                let result = (statements, own)
                found.withLock { $0.statements = result }
            } else {
                var ids = Names(.rule)
                var rules: [Rule] = []
                for file in self.rules { rules += RuleReader(file: file, names: names).rules(ids: &ids, diagnosis: &own) }
                let result = (rules, own)
                found.withLock { $0.rules = result }
            }
        }
        guard case (let (statements, ofStatements)?, let (rules, ofRules)?) = found.withLock({ $0 }) else {
            preconditionFailure("both were read")
        }
        diagnosis.add(ofStatements)
        diagnosis.add(ofRules)
        let order = [manifest.file.path] + manifest.parts.map { part in manifest.file.path.dropLast(manifest.file.name.count) + part.name }
        try diagnosis.check(order: order)
        return RulePack(
            id: manifest.id, version: manifest.version, digest: digest, title: manifest.title, forms: forms, statements: statements,
            passages: passages, identity: identity, rules: rules.sorted { $0.id < $1.id })
    }
}
