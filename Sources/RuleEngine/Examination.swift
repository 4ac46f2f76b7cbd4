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
    /// The passages of those sections that were asked for.
    private var knownPassages: [(section: String, passages: [Passage])] = []
    /// What the unit is called.
    private(set) lazy var names = WordList(report.identity.names)
    /// Masks what the units of this report and of last year's are called.
    private(set) lazy var namesMask = TextMask(names: previous.map { report.names(and: $0) } ?? [])

    /// What both reports state of things that the form does not know, and the words that say nothing of what is counted; nil without last year's report.
    private(set) lazy var statedAlike: (own: StatedAlike, earlier: StatedAlike, silent: [WordList])? = previous.map { previous in
        let silent = [workshop.silentWords, WordList(report.names(and: previous))]
        return (
            StatedAlike(report.narrative.statements, without: silent, rough: workshop.roughWords),
            StatedAlike(previous.narrative.statements, without: silent, rough: workshop.roughWords), silent
        )
    }

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

    /// The narrative's passages of one section, labels included.
    func passages(of section: String) -> [Passage] {
        if let known = knownPassages.first(where: { $0.section == section }) { return known.passages }
        let own = report.narrative.passages.filter { $0.section == section }
        knownPassages.append((section, own))
        return own
    }

    /// Judges one rule by its index. Notes a tally for each of its conditions, by their index; a single one where that the rule holds cannot be told, and
    /// none where it does not.
    func judge(rule: Int, _ note: (_ condition: Int, Tally) -> Void) {
        let conditions = pack.rules[rule].conditions.indices
        switch reach(of: pack.rules[rule].applicability) {
        case .holds: for condition in conditions { note(condition, tally(rule: rule, condition: condition)) }
        case .fails: break
        case .unsure(let reason): for condition in conditions { note(condition, tally(rule: rule, condition: condition).unsure(reason)) }
        case .undetermined(let gap): note(0, Tally(gap))
        }
    }

    private func tally(rule: Int, condition: Int) -> Tally {
        do throws(RuleFailure) {
            switch reach(of: pack.rules[rule].conditions[condition].applicability) {
            case .holds: return try lawfulTally(rule: rule, condition: condition)
            case .fails: return Tally()
            case .unsure(let reason): return try lawfulTally(rule: rule, condition: condition).unsure(reason)
            case .undetermined(let gap): return Tally(gap)
            }
        } catch {
            return Tally(failure(error))
        }
    }

    private func failure(_ failure: RuleFailure) -> Gap {
        Gap(evidence: [wholeReport], reason: EngineWording.failure(failure), isFailure: true)
    }

    private func reach(of applicability: Applicability?) -> Reach {
        guard let applicability else { return .holds }
        do throws(RuleFailure) { return try reach(of: applicability) } catch { return .undetermined(failure(error)) }
    }

    /// Without the offences that words make lawful.
    private func lawfulTally(rule: Int, condition: Int) throws(RuleFailure) -> Tally {
        let tally = try self.tally(of: pack.rules[rule].conditions[condition].requirement, rule: rule, condition: condition)
        guard !tally.offences.isEmpty else { return tally }
        let exceptions = pack.rules[rule].conditions[condition].exceptions
        return exceptions.isEmpty ? tally : try tally.without { offence throws(RuleFailure) in try isLawful(offence, by: exceptions) }
    }

    private func tally(of requirement: Condition.Requirement, rule: Int, condition: Int) throws(RuleFailure) -> Tally {
        switch requirement {
        case .sectionsPresent: sectionsPresent()
        case .sectionsInOrder: sectionsInOrder()
        case .sectionSubstance(let sections, let hollow, let whenEmpty):
            try sectionSubstance(sections: sections, hollow: hollow, whenEmpty: whenEmpty)
        case .partSubstance(let section, let part, let hollow): try partSubstance(section: section, part: part, hollow: hollow)
        case .account(let section, let parts, let evidence, let denial, let hollow, let general, let beside):
            if let beside {
                try account(section: section, parts: parts, evidence: evidence, denial: denial, beside: beside)
            } else {
                try account(section: section, parts: parts, evidence: evidence, denial: denial, hollow: hollow, general: general)
            }
        case .formDue: formDue()
        case .tablesPresent: tablesPresent()
        case .linesPresent: linesPresent()
        case .cellsFilled(let kinds): cellsFilled(kinds: kinds)
        case .cellsInRange: cellsInRange()
        case .equation(let equation): try equalities(equation, in: equations.range(rule, condition))
        case .relation: relations(relationSystem.instances(rule, condition))
        case .claimsHold(let kinds): claimsHold(kinds: kinds)
        case .statementsAgree(let figures): statementsAgree(figures: figures)
        case .statementsConsistent: statementsConsistent()
        case .partsAddUp: partsAddUp()
        case .periodYear(let period, let retrospect, let openers, let exempt):
            try period ? periodYears() : leadingYears(retrospect: retrospect, openers: openers, exempt: exempt)
        case .yearNamed(let pattern, let ahead): try yearsNamed(pattern, ahead: ahead)
        case .repetition(let sections, let parts, let exempt, let threshold, let minimum, let prescribed):
            try repeatedPassages(
                RepetitionTerms(
                    sections: sections, parts: parts, exempt: exempt, threshold: threshold, minimum: minimum,
                    prescribed: prescribed))
        case .paragraphsRepeated(let sections, let threshold, let minimum, let prescribed):
            try repeatedParagraphs(
                RepetitionTerms(sections: sections, parts: [], exempt: [], threshold: threshold, minimum: minimum, prescribed: prescribed))
        case .takenUp(let terms): try itemsTakenUp(terms)
        case .itemsAnswered(let terms): try itemsAnswered(terms)
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
        case .linesInOrder: linesInOrder()
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
