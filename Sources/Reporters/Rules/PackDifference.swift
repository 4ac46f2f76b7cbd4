package import AuditModel
import DocumentModel

/// What changed from one state of a rule pack to another.
package struct PackDifference: Hashable, Sendable {
    /// A rule that both have, and in what it differs.
    package struct Change: Hashable, Sendable {
        /// As it was.
        package let old: Rule
        /// As it is.
        package let new: Rule
        /// At least one, in the order in which rules are written.
        package let aspects: [Aspect]
    }

    /// In what a rule differs.
    package enum Aspect: Hashable, Sendable {
        case severity(Severity, Severity)
        case title(LocalizedText, LocalizedText)
        /// The forms, levels, scopes, years or premises.
        case reach
        case sources(removed: [Citation], added: [Citation])
        case parameters
        /// What is required: as it was and as it is, sentence by sentence.
        case requirements(old: [LocalizedText], new: [LocalizedText])
        /// Messages, advice or the severity of single conditions.
        case wording
        case cases(removed: Int, added: Int)
    }

    /// What was taken out of and put into a list.
    package struct Exchange: Hashable, Sendable {
        /// What the list is called, such as `vocabulary.hollow`.
        package let list: String
        /// In the old order.
        package let removed: [String]
        /// In the new order.
        package let added: [String]
    }

    /// By id.
    package let addedRules: [Rule]
    /// By id.
    package let removedRules: [Rule]
    /// By rule.
    package let changedRules: [Change]
    /// Words, cues, figures, indicators and instruments; lists that are the same are left out.
    package let exchanges: [Exchange]

    /// Linear in the packs' sizes.
    package init(from old: (pack: RulePack, cases: [RuleCase]), to new: (pack: RulePack, cases: [RuleCase])) {
        let before = Dictionary(old.pack.rules.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.pack.rules.map(\.id))
        addedRules = new.pack.rules.filter { before[$0.id] == nil }
        removedRules = old.pack.rules.filter { !after.contains($0.id) }
        let oldCases = Dictionary(grouping: old.cases, by: \.rule)
        let newCases = Dictionary(grouping: new.cases, by: \.rule)
        changedRules = new.pack.rules.compactMap { rule in
            guard let earlier = before[rule.id] else { return nil }
            let aspects = Self.aspects(
                of: (earlier, old.pack, oldCases[rule.id] ?? []), (rule, new.pack, newCases[rule.id] ?? []))
            return aspects.isEmpty ? nil : Change(old: earlier, new: rule, aspects: aspects)
        }
        let (earlier, later) = (Self.lists(of: old.pack), Self.lists(of: new.pack))
        exchanges = Set(earlier.keys).union(later.keys).sorted().compactMap { name in
            Self.exchange(name, earlier[name] ?? [], later[name] ?? [])
        }
    }

    /// Whether nothing changed.
    package var isEmpty: Bool { addedRules.isEmpty && removedRules.isEmpty && changedRules.isEmpty && exchanges.isEmpty }

    private typealias Side = (rule: Rule, pack: RulePack, cases: [RuleCase])

    private static func aspects(of old: Side, _ new: Side) -> [Aspect] {
        var aspects: [Aspect] = []
        let (earlier, later) = (old.rule, new.rule)
        if earlier.severity != later.severity { aspects.append(.severity(earlier.severity, later.severity)) }
        if earlier.title != later.title { aspects.append(.title(earlier.title, later.title)) }
        let reaches = [earlier, later].map { rule in rule.conditions.map(\.applicability) + [rule.applicability] }
        if earlier.forms != later.forms || reaches[0] != reaches[1] { aspects.append(.reach) }
        if earlier.sources != later.sources {
            aspects.append(
                .sources(
                    removed: earlier.sources.filter { !later.sources.contains($0) },
                    added: later.sources.filter { !earlier.sources.contains($0) }))
        }
        if earlier.parameters != later.parameters { aspects.append(.parameters) }
        if earlier.conditions.map(\.requirement) != later.conditions.map(\.requirement)
            || earlier.conditions.map(\.exceptions) != later.conditions.map(\.exceptions)
        {
            aspects.append(.requirements(old: sentences(of: old), new: sentences(of: new)))
        } else if !zip(earlier.conditions, later.conditions).allSatisfy({
            $0.message == $1.message && $0.advice == $1.advice && $0.severity == $1.severity
        }) {
            aspects.append(.wording)
        }
        let (before, after) = (Set(old.cases.map(content)), Set(new.cases.map(content)))
        let (removed, added) = (before.subtracting(after).count, after.subtracting(before).count)
        if removed + added > 0 { aspects.append(.cases(removed: removed, added: added)) }
        return aspects
    }

    private static func sentences(of side: Side) -> [LocalizedText] {
        let wording = RequirementWording(names: PackWording(side.pack, forms: side.rule.forms))
        return side.rule.conditions.flatMap { condition in
            [wording.sentence(condition.requirement)] + condition.exceptions.map(wording.exception)
        }
    }

    /// A case without where it stands.
    private static func content(_ item: RuleCase) -> RuleCase {
        RuleCase(
            rule: item.rule, form: item.form, number: 0, place: "", verdict: item.verdict, places: item.places,
            severities: item.severities, report: item.report, previous: item.previous)
    }

    private static func lists(of pack: RulePack) -> [String: [String]] {
        var lists: [String: [String]] = [:]
        for (id, words) in pack.passages.vocabularies { lists["vocabulary.\(id)"] = words }
        for part in pack.passages.parts { lists["part.\(part.id)"] = part.cues }
        for word in pack.statements.words { lists["words.\(word.role.name)", default: []].append(word.text) }
        lists["figures"] = pack.statements.figures.map(\.id)
        lists["forms"] = pack.forms.map(\.id)
        for form in pack.forms {
            lists["form.\(form.id) indicators"] = form.indicators.map(\.id)
            lists["form.\(form.id) sections"] = form.sections.map { "\($0.entry.key)=\($0.entry.title)" }
        }
        lists["levels"] = pack.identity.levels.map { "\($0.id)=\($0.endings.joined(separator: ","))" }
        lists["sources"] = pack.instruments.map(\.document)
        return lists
    }

    private static func exchange(_ name: String, _ old: [String], _ new: [String]) -> Exchange? {
        let (before, after) = (Set(old), Set(new))
        let removed = old.filter { !after.contains($0) }
        let added = new.filter { !before.contains($0) }
        return removed.isEmpty && added.isEmpty ? nil : Exchange(list: name, removed: removed, added: added)
    }
}

/// What changed between two packs as text.
package enum PackDifferenceListing {
    /// Rules first, those that are new before those that are gone and those that differ; then the lists.
    package static func bytes(of difference: PackDifference, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        let width = 10
        for (rules, label, style) in [
            (difference.addedRules, PackDifferenceWording.added, TextWriter.Style.green),
            (difference.removedRules, PackDifferenceWording.removed, .red),
        ] {
            for rule in rules {
                let severity = AuditWording.severity(rule.severity)[language]
                text.entry(indent: 0, label: label[language], width: width, "\(rule.id)  \(severity)  \(rule.title[language])", style)
            }
        }
        for change in difference.changedRules {
            text.entry(
                indent: 0, label: PackDifferenceWording.changed[language], width: width,
                "\(change.new.id)  \(change.new.title[language])", .yellow)
            for aspect in change.aspects {
                for line in PackDifferenceWording.lines(aspect) {
                    text.entry(indent: 2, label: line.label[language], width: width, line.text[language])
                }
            }
        }
        for exchange in difference.exchanges {
            text.line(exchange.list, .bold)
            if !exchange.removed.isEmpty { text.entry(indent: 2, label: "−", width: 3, exchange.removed.joined(separator: " "), .red) }
            if !exchange.added.isEmpty { text.entry(indent: 2, label: "+", width: 3, exchange.added.joined(separator: " "), .green) }
        }
        text.line(PackDifferenceWording.summary(difference)[language], .bold)
        return text.bytes
    }
}
