import AuditModel
import DocumentDiff
import DocumentModel

/// What stands in the place of one indicator, as far as computing goes.
enum Slot: Equatable {
    /// The report has no such cell.
    case absent
    /// The cell is blank, not applicable or text.
    case unusable
    case number(Quantity)

    init(_ figure: Figure?) {
        switch figure?.value {
        case nil: self = .absent
        case .number(let quantity): self = .number(quantity)
        case .blank, .notApplicable, .text: self = .unusable
        }
    }

    var number: Quantity? {
        if case .number(let quantity) = self { quantity } else { nil }
    }

    var isAbsent: Bool {
        if case .absent = self { true } else { false }
    }
}

/// One report before the engine, with what many requirements ask of it.
///
/// A class, since it is handed around within a judgement, whose thread it lives in, and is too large to be copied for each rule.
final class Examination {
    let report: Report
    let previous: Report?
    let pack: RulePack
    let workshop: Workshop
    /// One for each indicator of the report's form.
    let slots: [Slot]
    /// One for each indicator of last year's form; empty without last year's report.
    let previousSlots: [Slot]
    /// The pack's equations, spelled out for the two forms.
    let equations: EquationSystem
    /// The pack's relations, spelled out for the two forms.
    let relationSystem: RelationSystem
    let form: Form
    let document: Document
    let xml = ReportXML()
    let schematron = SchematronRun()
    let searchable: SearchableText

    init(report: Report, previous: Report?, pack: RulePack, workshop: Workshop) {
        self.report = report
        self.previous = previous
        self.pack = pack
        self.workshop = workshop
        form = report.figures.form
        document = report.document
        searchable = SearchableText(report.document)
        slots = report.figures.values.map(Slot.init)
        previousSlots = previous?.figures.values.map(Slot.init) ?? []
        equations = workshop.equations(for: report.figures.form, previous: previous?.figures.form)
        relationSystem = workshop.relations(for: report.figures.form, previous: previous?.figures.form)
    }

    /// The outcome of one rule by its index: a tally for each of its conditions; a single one where that the rule holds cannot be told, and none where
    /// it does not.
    func tallies(rule index: Int) -> [Tally] {
        let rule = pack.rules[index]
        return limited(by: rule.applicability) {
            rule.conditions.indices.map { position in
                let condition = rule.conditions[position]
                let tallies = limited(by: condition.applicability) { () throws(RuleFailure) in
                    let range = equations.range(index, position)
                    let tally =
                        if case .relation = condition.requirement {
                            relations(relationSystem.instances(index, position))
                        } else {
                            try tally(of: condition.requirement, equationRange: range)
                        }
                    guard !condition.exceptions.isEmpty, !tally.offences.isEmpty else { return [tally] }
                    return [try tally.without { offence throws(RuleFailure) in try isLawful(offence, by: condition.exceptions) }]
                }
                return tallies.first ?? Tally()
            }
        }
    }

    private func limited(by applicability: Applicability?, _ body: () throws(RuleFailure) -> [Tally]) -> [Tally] {
        do throws(RuleFailure) {
            guard let applicability else { return try body() }
            switch try reach(of: applicability) {
            case .holds: return try body()
            case .fails: return []
            case .unsure(let reason): return try body().map { $0.unsure(reason) }
            case .undetermined(let gap):
                var tally = Tally()
                tally.undetermined(gap)
                return [tally]
            }
        } catch {
            var tally = Tally()
            tally.undetermined(Gap(evidence: [wholeReport], reason: EngineWording.failure(error), isFailure: true))
            return [tally]
        }
    }

    private func tally(of requirement: Condition.Requirement, equationRange: Range<Int>) throws(RuleFailure) -> Tally {
        switch requirement {
        case .sectionsPresent: sectionsPresent()
        case .sectionsInOrder: sectionsInOrder()
        case .sectionSubstance(let sections, let hollow, let whenEmpty):
            try sectionSubstance(sections: sections, hollow: hollow, whenEmpty: whenEmpty)
        case .account(let section, let parts, let evidence, let denial, let hollow, let general):
            try account(section: section, parts: parts, evidence: evidence, denial: denial, hollow: hollow, general: general)
        case .formDue: formDue()
        case .tablesPresent: tablesPresent()
        case .linesPresent: linesPresent()
        case .cellsFilled(let kinds): cellsFilled(kinds: kinds)
        case .cellsInRange: cellsInRange()
        case .equation(let equation): try equalities(equation, in: equationRange)
        // By the numbers of rule and condition, above.
        case .relation: Tally()
        case .claimsHold(let kinds): claimsHold(kinds: kinds)
        case .statementsAgree(let figures): statementsAgree(figures: figures)
        case .statementsConsistent: statementsConsistent()
        case .partsAddUp: partsAddUp()
        case .periodYear(let period, let retrospect, let openers, let exempt):
            try period ? periodYears() : leadingYears(retrospect: retrospect, openers: openers, exempt: exempt)
        case .yearNamed(let pattern): try yearsNamed(pattern)
        case .repetition(let sections, let parts, let exempt, let threshold, let minimum, let prescribed):
            try repeatedPassages(
                RepetitionTerms(
                    sections: sections, parts: parts, exempt: exempt, threshold: threshold, minimum: minimum,
                    prescribed: prescribed))
        case .takenUp(let terms): try itemsTakenUp(terms)
        case .abnormalChange(let factor, let minimum, let indicators):
            abnormalChanges(factor: factor, minimum: minimum, indicators: indicators)
        case .identity(let aspect): identity(aspect)
        case .deadline(let limits): publishedInTime(limits)
        case .forbidden(let pattern, let sections, let except):
            try forbidden(pattern: pattern, sections: sections, except: except)
        case .headingsWorded(let misspelt): headingsWorded(misspelt: misspelt)
        case .mentions(let section, let vocabularies, let minimum):
            try mentions(section: section, vocabularies: vocabularies, minimum: minimum)
        case .sectionLength(let section, let maximum): sectionLength(section, maximum: maximum)
        case .partsAnnounced(let pattern): try partsAnnounced(pattern)
        case .titleMatches(let pattern): try titleMatches(pattern)
        case .labelsWorded: labelsWorded()
        case .figuresRepeated(let table, let minimum): figuresRepeated(table: table, minimum: minimum)
        case .sentencesRepeated(let minimum, let prescribed): try sentencesRepeated(minimum: minimum, prescribed: prescribed)
        case .enumerations(let vocabulary): try enumerations(vocabulary)
        case .bracketsPaired: bracketsPaired()
        case .wordsDoubled(let lawful, let endings): try wordsDoubled(lawful: lawful, endings: endings)
        case .selfNames(let names): selfNames(names)
        case .multiples(let number, let figure): multiples(of: number, figure: figure)
        case .xpath(let expression): try xpath(expression)
        case .assertion(let assertion): try self.assertion(assertion)
        }
    }
}
