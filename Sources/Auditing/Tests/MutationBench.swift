import AuditModel
import Extraction
import Mutations
import RuleEngine

/// Holds the test cases of a pack against mutants of it.
struct MutationBench: Sendable {
    private let pack: RulePack
    private let cases: [Rule.ID: [SearchableCase]]

    /// - Parameter cases: in the pack's order; those that fail on the pack itself are left out.
    init(pack: RulePack, cases: [SearchableCase]) {
        self.pack = pack
        let byRule = Dictionary(grouping: cases) { $0.prepared.expected.rule }
        var passing: [Rule.ID: [SearchableCase]] = [:]
        for rule in pack.rules {
            let engine = Engine(pack.with(rules: [rule]))
            passing[rule.id] = (byRule[rule.id] ?? []).filter { Self.isMet($0.prepared, by: engine) }
        }
        self.cases = passing
    }

    /// Whether a case fails on the mutant.
    func notices(_ mutant: Mutant) -> Bool {
        switch mutant.change {
        case .rule(let rule):
            let engine = Engine(pack.with(rules: [rule]))
            return (cases[rule.id] ?? []).contains { !Self.isMet($0.prepared, by: engine) }
        case .vocabulary(let id, let words):
            var vocabularies = pack.passages.vocabularies
            vocabularies[id] = words
            let grammar = PassageGrammar(parts: pack.passages.parts, vocabularies: vocabularies)
            // The words by which parts are told divide the sections as well.
            let isOfPart = pack.passages.parts.contains {
                [
                    $0.evidence, $0.denial, $0.hints, $0.heads, $0.tails, $0.leads, $0.ends, $0.namings, $0.tellings, $0.closings, $0.turns,
                    $0.stills,
                ].contains(id)
            }
            if isOfPart {
                return notices(passages: grammar, vocabulary: id, word: mutant.word)
            }
            return pack.rules.filter { $0.vocabularies.contains(id) }.contains { rule in
                let engine = Engine(pack.with(rules: [rule], passages: grammar))
                return cases(of: rule, with: mutant.word).contains { !Self.isMet($0, by: engine) }
            }
        case .passages(let parts):
            return notices(passages: PassageGrammar(parts: parts, vocabularies: pack.passages.vocabularies), word: mutant.word)
        case .statements(let grammar): return notices(statements: grammar, word: mutant.word, figure: mutant.figure)
        }
    }

    /// - Parameter vocabulary: one that was changed; nil where only what parts begin with was.
    private func notices(passages grammar: PassageGrammar, vocabulary: String? = nil, word: String?) -> Bool {
        let finder = PassageFinder(grammar)
        for rule in pack.rules
        where rule.conditions.contains(where: { $0.requirement.readsParts }) || rule.vocabularies.contains(where: { $0 == vocabulary }) {
            let engine = Engine(pack.with(rules: [rule], passages: grammar))
            for item in cases(of: rule, with: word) {
                let isMet = Self.isMet(item, by: engine) { report in
                    let narrative = report.narrative
                    return Narrative(
                        statements: narrative.statements, breakdowns: narrative.breakdowns, otherNumbers: narrative.otherNumbers,
                        passages: finder.passages(in: report.document, year: report.identity.year), claims: narrative.claims)
                }
                if !isMet { return true }
            }
        }
        return false
    }

    private func notices(statements make: @Sendable () -> StatementGrammar, word: String?, figure: String?) -> Bool {
        let concerned = pack.rules.filter { $0.conditions.contains { $0.requirement.readsStatements } }
            .map { rule in
                let cases = cases(of: rule, with: word).filter { item in
                    // Claims are judged by figures that no number is bound to.
                    figure == nil || !item.report.narrative.claims.isEmpty
                        || item.report.narrative.statements.contains { $0.figure == figure }
                }
                return (rule: rule, cases: cases)
            }
        guard concerned.contains(where: { !$0.cases.isEmpty }) else { return false }
        let grammar = make()
        var finders: [String: StatementFinder] = [:]
        for (rule, cases) in concerned where !cases.isEmpty {
            let engine = Engine(pack.with(rules: [rule], statements: grammar))
            for item in cases {
                let form = item.report.figures.form
                let finder = finders[form.id] ?? StatementFinder(CompiledGrammar(grammar, form: form))
                finders[form.id] = finder
                let narrative = finder.narrative(of: item.report)
                // A word makes no difference where what is stated stays the same; how grave a figure is stands in the grammar alone.
                if word != nil, narrative == item.report.narrative { continue }
                let previous = item.previous.map { $0.with(narrative: finder.narrative(of: $0)) }
                if !Self.isMet(item, by: engine, report: item.report.with(narrative: narrative), previous: previous) { return true }
            }
        }
        return false
    }

    /// The cases of a rule in whose reports a word stands; all without a word.
    private func cases(of rule: Rule, with word: String?) -> [PreparedCase] {
        guard let all = cases[rule.id] else { return [] }
        guard let word else { return all.map(\.prepared) }
        return all.filter { $0.holds(word) }.map(\.prepared)
    }

    /// - Parameter narrative: what takes the place of what a report states; nil leaves it as it was read.
    private static func isMet(_ item: PreparedCase, by engine: Engine, narrative: ((Report) -> Narrative)? = nil) -> Bool {
        guard let narrative else { return isMet(item, by: engine, report: item.report, previous: item.previous) }
        return isMet(
            item, by: engine, report: item.report.with(narrative: narrative(item.report)),
            previous: item.previous.map { $0.with(narrative: narrative($0)) })
    }

    private static func isMet(_ item: PreparedCase, by engine: Engine, report: Report, previous: Report?) -> Bool {
        let (verdicts, findings) = engine.judge(report: report, previous: previous)
        let rule = item.expected.rule
        return item.isMet(by: verdicts.first { $0.rule == rule }?.verdict, findings.filter { $0.rule == rule }, report.narrative)
    }
}

extension StatementFinder {
    fileprivate func narrative(of report: Report) -> Narrative {
        narrative(of: report.document, figures: report.figures, identity: report.identity, passages: report.narrative.passages)
    }
}

extension Report {
    fileprivate func with(narrative: Narrative) -> Report {
        Report(source: source, document: document, identity: identity, figures: figures, narrative: narrative, remarks: remarks)
    }
}

extension RulePack {
    /// The same pack with other rules, words or figures.
    fileprivate func with(rules: [Rule], passages: PassageGrammar? = nil, statements: StatementGrammar? = nil) -> RulePack {
        RulePack(
            id: id, version: version, digest: digest, title: title, instruments: instruments, forms: forms,
            statements: statements ?? self.statements,
            passages: passages ?? self.passages, identity: identity, rules: rules)
    }
}
