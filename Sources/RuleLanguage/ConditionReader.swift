import AuditModel
import Patterns
import XML

/// Builds the conditions of one element within a rule: one, or one for each equation.
struct ConditionReader {
    let element: XMLElement
    let file: PackFile
    let names: PackNames
    /// Those of the forms for which the rule holds.
    let indexes: [IndicatorIndex]
    /// The rule's.
    let parameters: [Parameter]
    let kind: String

    init(element: XMLElement, file: PackFile, names: PackNames, indexes: [IndicatorIndex], parameters: [Parameter]) {
        self.parameters = parameters
        self.element = element
        self.file = file
        self.names = names
        self.indexes = indexes
        kind = element.name
    }

    mutating func conditions(_ diagnosis: inout Diagnosis) -> [Condition] {
        var messages: [XMLElement] = []
        var advice: [XMLElement] = []
        var others: [XMLElement] = []
        var exceptions: [WordException] = []
        for child in element.children {
            switch child.name {
            case "when": break
            case "unless": if let exception = exception(child, &diagnosis) { exceptions.append(exception) }
            case "message": messages.append(child)
            case "advice": advice.append(child)
            default: others.append(child)
            }
        }
        for text in messages + advice {
            Placeholders.check(text, of: kind, parameters: parameters, in: file, diagnosis: &diagnosis)
        }
        let message = parameters.filled(diagnosis.localized(messages, named: "message", of: element, in: file))
        let remedy = parameters.filled(diagnosis.localized(advice, named: "advice", of: element, in: file))
        let severity = diagnosis.choice("severity", of: element, in: file, as: Severity.self)
        let reach = ApplicabilityReader(
            element: element, file: file, names: names, indexes: indexes, parameters: parameters
        ).applicability(&diagnosis)
        return requirements(others, &diagnosis).map {
            Condition(
                requirement: $0, applicability: reach, exceptions: exceptions, severity: severity, message: message, advice: remedy)
        }
    }

    /// Nil, and noted, unless it has words or a pattern, and not both.
    private func exception(_ child: XMLElement, _ diagnosis: inout Diagnosis) -> WordException? {
        let keys = child.list("sections")
        sections.expect(keys, in: file, at: child, attribute: "sections", diagnosis: &diagnosis)
        guard let pattern = child.attribute("pattern") else {
            let words = diagnosis.value("words", of: child, in: file)
            names.vocabularies.expect(words, in: file, at: child, attribute: "words", diagnosis: &diagnosis)
            return WordException(words: .vocabulary(words), sections: keys)
        }
        if child.attribute("words") != nil {
            diagnosis.note(.attributeUseless(attribute: "words", because: "pattern"), in: file, at: child, attribute: "words")
        }
        if let (fault, offset) = fault(ofPattern: pattern) {
            diagnosis.note(fault, in: file, at: child, attribute: "pattern", offset: offset)
        }
        return WordException(words: .pattern(pattern), sections: keys)
    }

    private func requirements(_ children: [XMLElement], _ diagnosis: inout Diagnosis) -> [Condition.Requirement] {
        switch kind {
        case "sections-present": [.sectionsPresent]
        case "sections-in-order": [.sectionsInOrder]
        case "form-due": [.formDue]
        case "tables-present": [.tablesPresent]
        case "lines-present": [.linesPresent]
        case "cells-in-range": [.cellsInRange]
        case "statements-consistent": [.statementsConsistent]
        case "parts-add-up": [.partsAddUp]
        case "cells-filled": [.cellsFilled(kinds: element.list("kinds"))]
        case "section-substance":
            [
                .sectionSubstance(
                    sections: list("sections", in: sections, &diagnosis), hollow: name("hollow", in: names.vocabularies, &diagnosis) ?? "",
                    whenEmpty: element.flag("when-empty") ?? false)
            ]
        case "part-substance":
            name("section", in: sections, &diagnosis).map { section in
                [
                    .partSubstance(
                        section: section, part: parts("part", of: [section], &diagnosis).first ?? "",
                        hollow: name("hollow", in: names.vocabularies, &diagnosis) ?? "")
                ]
            } ?? []
        case "account": [account(&diagnosis)]
        case "equation":
            EquationReader(
                element: element, file: file, indexes: indexes(for: element.list("forms"), &diagnosis), parameters: parameters
            ).equations(children, &diagnosis).map { .equation($0) }
        case "relation":
            RelationReader(
                element: element, file: file, indexes: indexes(for: element.list("forms"), &diagnosis), parameters: parameters
            ).relations(children, &diagnosis).map { .relation($0) }
        case "claims-hold": [.claimsHold(kinds: element.list("kinds").compactMap { Claim.Kind(rawValue: $0) })]
        case "statements-agree": [.statementsAgree(figures: list("figures", in: names.figures, &diagnosis))]
        case "period-year":
            [
                .periodYear(
                    period: element.flag("period") ?? false, retrospect: name("retrospect", in: names.vocabularies, &diagnosis) ?? "",
                    openers: name("openers", in: names.vocabularies, &diagnosis), exempt: list("exempt", in: names.parts, &diagnosis))
            ]
        case "repetition": [repetition(&diagnosis)]
        case "paragraphs-repeated":
            [
                .paragraphsRepeated(
                    sections: list("sections", in: sections, &diagnosis),
                    threshold: diagnosis.quantity("threshold", of: element, in: file, as: .share, parameters: parameters),
                    minimum: diagnosis.integer("minimum", of: element, in: file, parameters: parameters),
                    prescribed: name("prescribed", in: names.vocabularies, &diagnosis))
            ]
        case "taken-up": [takenUp(&diagnosis)]
        case "items-answered": [itemsAnswered(&diagnosis)]
        case "abnormal-change":
            [
                .abnormalChange(
                    factor: diagnosis.quantity("factor", of: element, in: file, as: .factor, parameters: parameters),
                    minimum: diagnosis.quantity("minimum", of: element, in: file, as: .number, .count, parameters: parameters),
                    indicators: indicatorPatterns(&diagnosis))
            ]
        case "identity":
            diagnosis.choice("judge", of: element, in: file, as: Condition.Requirement.Identity.self).map { [.identity($0)] } ?? []
        case "deadline": [deadline(children, &diagnosis)]
        case "forbidden": [forbidden(children, &diagnosis)]
        case "xpath": [xpath(&diagnosis)]
        case "headings-worded": [.headingsWorded(misspelt: element.flag("misspelt") ?? false)]
        case "labels-worded": [.labelsWorded]
        case "lines-in-order": [.linesInOrder]
        case "brackets-paired": [.bracketsPaired]
        case "mentions", "section-length", "parts-announced", "title-matches", "figures-repeated", "sentences-repeated", "enumerations",
            "words-doubled", "self-names", "multiples", "year-named":
            [textual(children, &diagnosis)]
        default: unknownRequirement(&diagnosis)
        }
    }

    /// Those of the rule's forms that are listed; all where none is.
    private func indexes(for forms: [String], _ diagnosis: inout Diagnosis) -> [IndicatorIndex] {
        Names(.form, indexes.map(\.form.id)).expect(forms, in: file, at: element, attribute: "forms", diagnosis: &diagnosis)
        return forms.isEmpty ? indexes : indexes.filter { forms.contains($0.form.id) }
    }

    private func unknownRequirement(_ diagnosis: inout Diagnosis) -> [Condition.Requirement] {
        diagnosis.note(.unknown(.requirement, kind, nearest: []), in: file, at: element)
        return []
    }

    // MARK: names

    var sections: Names { PackNames.sections(of: indexes.map(\.form)) }

    func list(_ attribute: String, in known: Names, _ diagnosis: inout Diagnosis) -> [String] {
        let list = element.list(attribute)
        known.expect(list, in: file, at: element, attribute: attribute, diagnosis: &diagnosis)
        return list
    }

    /// Nil when the attribute is absent.
    func name(_ attribute: String, in known: Names, _ diagnosis: inout Diagnosis) -> String? {
        guard element.attribute(attribute) != nil else { return nil }
        let name = diagnosis.value(attribute, of: element, in: file)
        known.expect(name, in: file, at: element, attribute: attribute, diagnosis: &diagnosis)
        return name
    }

    /// The parts that an attribute names, each of which has to belong to one of the sections.
    private func parts(_ attribute: String, of sections: [String], _ diagnosis: inout Diagnosis) -> [String] {
        let parts = list(attribute, in: names.parts, &diagnosis)
        for part in names.passages.parts
        where parts.contains(part.id) && !sections.contains(part.section) && names.sections.contains(part.section) {
            diagnosis.note(
                .partOfOtherSection(part: part.id, section: part.section), in: file, at: element, attribute: attribute, word: part.id)
        }
        return parts
    }

    // MARK: requirements

    private func account(_ diagnosis: inout Diagnosis) -> Condition.Requirement {
        let section = name("section", in: sections, &diagnosis) ?? ""
        return .account(
            section: section, parts: parts("parts", of: [section], &diagnosis),
            evidence: name("evidence", in: names.vocabularies, &diagnosis) ?? "",
            denial: name("denial", in: names.vocabularies, &diagnosis),
            hollow: name("hollow", in: names.vocabularies, &diagnosis), general: name("general", in: names.vocabularies, &diagnosis),
            beside: parts("beside", of: [section], &diagnosis).first)
    }

    private func repetition(_ diagnosis: inout Diagnosis) -> Condition.Requirement {
        let sections = list("sections", in: sections, &diagnosis)
        return .repetition(
            sections: sections, parts: parts("parts", of: sections, &diagnosis), exempt: parts("exempt", of: sections, &diagnosis),
            threshold: diagnosis.quantity("threshold", of: element, in: file, as: .share, parameters: parameters),
            minimum: diagnosis.integer("minimum", of: element, in: file, parameters: parameters),
            prescribed: name("prescribed", in: names.vocabularies, &diagnosis))
    }

    private func takenUp(_ diagnosis: inout Diagnosis) -> Condition.Requirement {
        let section = name("section", in: sections, &diagnosis) ?? ""
        func words(_ attribute: String, _ diagnosis: inout Diagnosis) -> String {
            name(attribute, in: names.vocabularies, &diagnosis) ?? ""
        }
        return .takenUp(
            FollowUpTerms(
                section: section, part: parts("part", of: [section], &diagnosis).first ?? "",
                earlier: parts("earlier", of: [section], &diagnosis).first ?? "",
                ordinals: list("ordinals", in: names.vocabularies, &diagnosis), common: words("common", &diagnosis),
                evidence: words("evidence", &diagnosis), denial: name("denial", in: names.vocabularies, &diagnosis),
                causes: name("causes", in: names.vocabularies, &diagnosis),
                consequences: name("consequences", in: names.vocabularies, &diagnosis), settled: words("settled", &diagnosis),
                covering: name("covering", in: names.vocabularies, &diagnosis),
                minimum: diagnosis.integer("minimum", of: element, in: file, parameters: parameters),
                threshold: diagnosis.quantity("threshold", of: element, in: file, as: .share, parameters: parameters),
                withoutAccount: diagnosis.choice("without-account", of: element, in: file, as: Severity.self)))
    }

    private func itemsAnswered(_ diagnosis: inout Diagnosis) -> Condition.Requirement {
        let section = name("section", in: sections, &diagnosis) ?? ""
        return .itemsAnswered(
            AnswerTerms(
                section: section, part: parts("part", of: [section], &diagnosis).first ?? "",
                answers: parts("answers", of: [section], &diagnosis).first ?? "",
                ordinals: list("ordinals", in: names.vocabularies, &diagnosis),
                common: name("common", in: names.vocabularies, &diagnosis) ?? "",
                covering: name("covering", in: names.vocabularies, &diagnosis) ?? "",
                minimum: diagnosis.integer("minimum", of: element, in: file, parameters: parameters)))
    }

    private func indicatorPatterns(_ diagnosis: inout Diagnosis) -> [String] {
        let patterns = element.list("indicators")
        for text in patterns {
            guard let pattern = try? IndicatorPattern(text), pattern.slots.isEmpty, indexes.contains(where: { $0.hasMatch(pattern) }) else {
                let nearest = Names.nearest(to: text, among: indexes.flatMap { $0.form.indicators.map(\.id) })
                diagnosis.note(
                    .matchesNothing(pattern: text, nearest: nearest), in: file, at: element, attribute: "indicators", word: text)
                continue
            }
        }
        return patterns
    }

    private func deadline(_ limits: [XMLElement], _ diagnosis: inout Diagnosis) -> Condition.Requirement {
        .deadline(
            limits.map { limit in
                let levels = limit.list("levels")
                names.levels.expect(levels, in: file, at: limit, attribute: "levels", diagnosis: &diagnosis)
                let text = diagnosis.resolved("day", of: limit, in: file, as: [.day], parameters)
                let day = text.flatMap { Parameter.Kind.day($0) }
                // A day that the month lacks is no day in any year. Of a parameter's value that is said where it stands.
                if let text, day == nil, text == limit.attribute("day") {
                    diagnosis.note(.badValue(text), in: file, at: limit, attribute: "day")
                }
                return Condition.Requirement.Limit(
                    levels: levels, scopes: limit.list("scopes"), month: day?.month ?? 1, day: day?.day ?? 1,
                    severity: diagnosis.choice("severity", of: limit, in: file, as: Severity.self))
            })
    }

    private func forbidden(_ exceptions: [XMLElement], _ diagnosis: inout Diagnosis) -> Condition.Requirement {
        let pattern = element.attribute("pattern") ?? ""
        if let (fault, offset) = fault(ofPattern: pattern) {
            diagnosis.note(fault, in: file, at: element, attribute: "pattern", offset: offset)
        }
        var except: [String] = []
        for exception in exceptions {
            let text = exception.trimmedText
            if let (fault, offset) = fault(ofPattern: text) {
                diagnosis.note(fault, in: file, at: exception, textOffset: offset)
            }
            except.append(text)
        }
        return .forbidden(pattern: pattern, sections: list("sections", in: sections, &diagnosis), except: except)
    }

    func fault(ofPattern pattern: String) -> (fault: PackFault, offset: Int)? {
        do {
            if names.isThorough {
                _ = try Pattern(pattern)
            } else {
                try Pattern.checkSyntax(of: pattern)
            }
            return nil
        } catch .malformed(_, let offset, let message) {
            return (.badPattern(message: message), offset ?? 0)
        } catch .tooLarge {
            return (.patternTooLarge(limit: Pattern.memoryLimit), 0)
        } catch {
            return (.outOfMemory, 0)
        }
    }

    private func xpath(_ diagnosis: inout Diagnosis) -> Condition.Requirement {
        let test = element.attribute("test") ?? ""
        do {
            _ = try XPathExpression(test)
        } catch .badXPath(_, let offset, let message) {
            diagnosis.note(.badXPath(message: message), in: file, at: element, attribute: "test", offset: offset)
        } catch {
            // Compiling fails in one other way only.
            diagnosis.note(.outOfMemory, in: file, at: element, attribute: "test")
        }
        return .xpath(test)
    }
}
