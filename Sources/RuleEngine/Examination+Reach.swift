import AuditModel
import DocumentModel
import Patterns

extension Examination {
    /// Whether a rule or condition with that applicability holds for the report.
    ///
    /// What fails for certain goes before what is not known, and a premise that cannot be judged before a kind that is not known.
    func reach(of applicability: Applicability) throws(RuleFailure) -> Reach {
        let identity = report.identity
        let kinds = [
            (applicability.standing(level: identity.level), EngineWording.unknownLevel),
            (applicability.standing(scope: identity.scope), EngineWording.unknownScope),
            (applicability.standing(year: identity.year), EngineWording.unknownReportingYear),
        ]
        if kinds.contains(where: { $0.0 == .fails }) { return .fails }
        var gap: Gap?
        for premise in applicability.premises {
            switch try standing(of: premise) {
            case .holds: break
            case .fails: return .fails
            case .unsure(let reason): gap = gap ?? Gap(evidence: [wholeReport], reason: reason)
            case .undetermined(let found): gap = gap ?? found
            }
        }
        if let gap { return .undetermined(gap) }
        if let unknown = kinds.first(where: { $0.0 == .unknown }) { return .unsure(EngineWording.mayNotHold(unknown.1)) }
        return .holds
    }

    private func standing(of premise: Premise) throws(RuleFailure) -> Reach {
        switch premise {
        case .comparison(let comparison): return standing(of: comparison)
        case .section(let key, let isPresent):
            if document.section(key) != nil { return isPresent ? .holds : .fails }
            return unread(key, in: nil) ?? (isPresent ? .fails : .holds)
        case .words(let key, let vocabulary, let isPresent):
            guard let section = searchable.section(key) else { return unread(key, in: nil) ?? .fails }
            let words = try workshop.words(vocabulary)
            if section.body.contains(where: { words.occurs(in: searchable.pieces[$0].text.string) }) { return isPresent ? .holds : .fails }
            return unread(key, in: document.section(key)) ?? (isPresent ? .fails : .holds)
        }
    }

    /// Nil unless something that was not read may be, or stand in, the section.
    private func unread(_ key: String, in section: Section?) -> Reach? {
        guard let remark = report.unread(in: section) else { return nil }
        let title = LocalizedText(verbatim: form.section(key)?.entry.title ?? key)
        let evidence = section.map { self.evidence($0) } ?? wholeReport
        return .undetermined(Gap(evidence: [evidence], reason: EngineWording.unread(remark.kind, title), isSilent: true))
    }

    /// Figures of last year without last year's report, and of another form, say that the rule does not hold. Where the report lacks all of the figures
    /// its table is missing, which is a finding of its own.
    private func standing(of comparison: FigureComparison) -> Reach {
        guard let instance = workshop.instance(of: comparison.figures, form: form, previous: previous?.figures.form) else { return .fails }
        let values = EquationSystem.Values(current: slots, previous: previousSlots)
        if let (left, right) = equations.sums(instance, with: values),
            let left = left.adding(comparison.left), let right = right.adding(comparison.right)
        {
            return comparison.relation.holds(left, right) ? .holds : .fails
        }
        let operands = equations.operands(of: instance.left, in: values) + equations.operands(of: instance.right, in: values)
        let missing = operands.filter { values[$0].number == nil }
        let shown = (missing.filter { !$0.isPrevious } + missing.filter(\.isPrevious)).compactMap {
            $0.isPrevious ? previousEvidence(figure: $0.index) : evidence(figure: $0.index)
        }
        let isMissing = !operands.isEmpty && operands.allSatisfy { values[$0].isAbsent }
        return .undetermined(
            Gap(
                evidence: shown.isEmpty || shown[0].origin == .previous ? [wholeReport] + shown : shown,
                reason: shown.isEmpty ? EngineWording.tooLong : EngineWording.missing(shown), subject: "when", isSilent: isMissing))
    }

    /// Whether words make lawful what a condition objects to.
    func isLawful(_ offence: Offence, by exceptions: [WordException]) throws(RuleFailure) -> Bool {
        for exception in exceptions {
            let own = offence.evidence.first { $0.origin == .current }?.place.locator.section.first
            let sections = document.sections.filter { section in
                exception.sections.isEmpty
                    ? section.path.first == own : section.key.map(exception.sections.contains) ?? false
            }
            let pieces = sections.flatMap { section in
                (section.heading.map { [$0.text.string] } ?? []) + section.pieces.map(\.text.string)
            }
            switch exception.words {
            case .vocabulary(let id):
                let words = try workshop.words(id)
                if pieces.contains(where: { words.occurs(in: $0) }) { return true }
            case .pattern(let source):
                let pattern = try workshop.pattern(source)
                if pieces.contains(where: { pattern.matches($0) }) { return true }
            }
        }
        return false
    }
}
