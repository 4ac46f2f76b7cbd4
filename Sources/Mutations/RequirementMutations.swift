import AuditModel
import DocumentModel

/// The changes of what a condition requires.
struct RequirementMutations {
    let pack: RulePack
    /// Those for which the rule holds.
    let forms: [Form]

    func variants(of requirement: Condition.Requirement) -> [Variant<Condition.Requirement>] {
        switch requirement {
        case .sectionSubstance(let sections, let hollow, let whenEmpty):
            lists("sections", sections, among: sectionKeys).map {
                $0.map { .sectionSubstance(sections: $0, hollow: hollow, whenEmpty: whenEmpty) }
            } + [
                Variant(
                    "when-empty", .set(whenEmpty ? "false" : "true"),
                    .sectionSubstance(sections: sections, hollow: hollow, whenEmpty: !whenEmpty))
            ]
        case .partSubstance(let section, let part, let hollow):
            pack.passages.parts.filter { $0.section == section && $0.id != part }.map {
                Variant("part", .set($0.id), .partSubstance(section: section, part: $0.id, hollow: hollow))
            }
        case .account(let section, let parts, let evidence, let denial, let hollow, let general, let beside):
            account(section: section, parts: parts, evidence: evidence, denial: denial, hollow: hollow, general: general, beside: beside)
        case .cellsFilled(let kinds):
            lists("kinds", kinds, among: ["blank", "not-applicable", "text"]).map { $0.map { .cellsFilled(kinds: $0) } }
        case .equation(let equation):
            EquationMutations(forms: forms).variants(of: equation).map { $0.map { .equation($0) } }
        case .statementsAgree(let figures):
            // Without a list, each figure of the pack is dropped by itself.
            (figures.isEmpty ? [] : Variants.filters("figures", figures, among: pack.statements.figures.map(\.id)))
                .map { $0.map { .statementsAgree(figures: $0) } }
        case .periodYear(let period, let retrospect, let openers, let exempt):
            [
                Variant(
                    "period", .set(period ? "false" : "true"),
                    .periodYear(period: !period, retrospect: retrospect, openers: openers, exempt: exempt))
            ]
                + (openers == nil || period
                    ? []
                    : [Variant("openers", .dropped, .periodYear(period: period, retrospect: retrospect, openers: nil, exempt: exempt))])
                + (exempt.isEmpty
                    ? [] : [Variant("exempt", .dropped, .periodYear(period: period, retrospect: retrospect, openers: openers))])
        case .repetition(let sections, let parts, let exempt, let threshold, let minimum, let prescribed):
            repetition(
                sections: sections, parts: parts, exempt: exempt, threshold: threshold, minimum: minimum, prescribed: prescribed)
        case .paragraphsRepeated(let sections, let threshold, let minimum, let prescribed):
            repetition(sections: sections, parts: [], exempt: [], threshold: threshold, minimum: minimum, prescribed: prescribed).map {
                variant in
                variant.map { changed in
                    guard case .repetition(let sections, _, _, let threshold, let minimum, let prescribed) = changed else { return changed }
                    return .paragraphsRepeated(sections: sections, threshold: threshold, minimum: minimum, prescribed: prescribed)
                }
            }
        case .takenUp(let terms): FollowUpMutations.variants(of: terms).map { $0.map { .takenUp($0) } }
        case .itemsAnswered(let terms):
            Variants.shorter("ordinals", terms.ordinals).map { $0.map { .itemsAnswered(terms.with(ordinals: $0)) } }
                + [terms.minimum - 1, terms.minimum + 1].filter { $0 >= 0 }.map {
                    Variant("minimum", .set(String($0)), .itemsAnswered(terms.with(minimum: $0)))
                }
        case .abnormalChange(let factor, let minimum, let indicators):
            Variants.nudged("factor", factor).map {
                $0.map { .abnormalChange(factor: $0, minimum: minimum, indicators: indicators) }
            }
                + Variants.nudged("minimum", minimum).map {
                    $0.map { .abnormalChange(factor: factor, minimum: $0, indicators: indicators) }
                }
                + (Variants.shorter("indicators", indicators) + (indicators.isEmpty ? [] : [Variant("indicators", .dropped, [])]))
                .map { $0.map { .abnormalChange(factor: factor, minimum: minimum, indicators: $0) } }
        case .deadline(let limits): deadline(limits)
        case .forbidden(let pattern, let sections, let except):
            forbidden(pattern: pattern, sections: sections, except: except)
        case .xpath(let expression): XPathMutations.variants(of: expression).map { $0.map { .xpath($0) } }
        case .relation(let relation): RelationMutations(forms: forms).variants(of: relation).map { $0.map { .relation($0) } }
        default: TextMutations.variants(of: requirement)
        }
    }

    private var sectionKeys: [String] {
        var keys: [String] = []
        for key in forms.flatMap({ $0.sections.map(\.entry.key) }) where !keys.contains(key) { keys.append(key) }
        return keys
    }

    private func lists(_ part: String, _ names: [String], among known: [String]) -> [Variant<[String]>] {
        Variants.shorter(part, names) + Variants.longer(part, names, among: known)
    }

    private func account(
        section: String, parts: [String], evidence: String, denial: String?, hollow: String?, general: String?, beside: String?
    ) -> [Variant<Condition.Requirement>] {
        func made(
            parts: [String]? = nil, denial: String?? = nil, hollow: String?? = nil, general: String?? = nil, beside: String?? = nil
        ) -> Condition.Requirement {
            .account(
                section: section, parts: parts ?? givenParts, evidence: evidence, denial: denial ?? givenDenial,
                hollow: hollow ?? givenHollow, general: general ?? givenGeneral, beside: beside ?? givenBeside)
        }
        let (givenParts, givenDenial, givenHollow, givenGeneral, givenBeside) = (parts, denial, hollow, general, beside)
        let partLists =
            Variants.shorter("parts", parts) + (parts.isEmpty ? [] : [Variant("parts", .dropped, [])])
            + (parts.count > 1 ? [Variant("parts", .set(parts.reversed().joined(separator: " ")), Array(parts.reversed()))] : [])
        var variants = partLists.map { list in list.map { made(parts: $0) } }
        if denial != nil { variants.append(Variant("denial", .dropped, made(denial: .some(nil)))) }
        if hollow != nil { variants.append(Variant("hollow", .dropped, made(hollow: .some(nil)))) }
        if general != nil { variants.append(Variant("general", .dropped, made(general: .some(nil)))) }
        if beside != nil { variants.append(Variant("beside", .dropped, made(beside: .some(nil)))) }
        return variants
    }

    private func repetition(
        sections: [String], parts: [String], exempt: [String], threshold: Quantity, minimum: Int, prescribed: String?
    ) -> [Variant<Condition.Requirement>] {
        var variants: [Variant<Condition.Requirement>] = []
        for list in lists("sections", sections, among: parts.isEmpty ? sectionKeys : []) {
            variants.append(
                list.map {
                    .repetition(
                        sections: $0, parts: parts, exempt: exempt, threshold: threshold, minimum: minimum, prescribed: prescribed)
                })
        }
        for list in Variants.shorter("parts", parts) + (parts.isEmpty ? [] : [Variant("parts", .dropped, [])]) {
            variants.append(
                list.map {
                    .repetition(
                        sections: sections, parts: $0, exempt: exempt, threshold: threshold, minimum: minimum, prescribed: prescribed)
                })
        }
        for list in Variants.shorter("exempt", exempt) + (exempt.isEmpty ? [] : [Variant("exempt", .dropped, [])]) {
            variants.append(
                list.map {
                    .repetition(
                        sections: sections, parts: parts, exempt: $0, threshold: threshold, minimum: minimum, prescribed: prescribed)
                })
        }
        for share in Variants.nudged("threshold", threshold) {
            variants.append(
                share.map {
                    .repetition(sections: sections, parts: parts, exempt: exempt, threshold: $0, minimum: minimum, prescribed: prescribed)
                })
        }
        for length in [minimum - minimum / 10, minimum + minimum / 10] where length != minimum {
            variants.append(
                Variant(
                    "minimum", .set(String(length)),
                    .repetition(
                        sections: sections, parts: parts, exempt: exempt, threshold: threshold, minimum: length, prescribed: prescribed)))
        }
        if prescribed != nil {
            variants.append(
                Variant(
                    "prescribed", .dropped,
                    .repetition(
                        sections: sections, parts: parts, exempt: exempt, threshold: threshold, minimum: minimum, prescribed: nil)))
        }
        return variants
    }

    private func forbidden(pattern: String, sections: [String], except: [String]) -> [Variant<Condition.Requirement>] {
        var variants: [Variant<Condition.Requirement>] = []
        for alternative in PatternAlternatives.variants(of: pattern) {
            variants.append(alternative.within("pattern") { .forbidden(pattern: $0, sections: sections, except: except) })
        }
        for list in sections.isEmpty ? [] : Variants.filters("sections", sections, among: sectionKeys) {
            variants.append(list.map { .forbidden(pattern: pattern, sections: $0, except: except) })
        }
        for (index, exception) in except.enumerated() {
            let name = except.count == 1 ? "except" : "except.\(index + 1)"
            var rest = except
            rest.remove(at: index)
            variants.append(Variant(name, .dropped, .forbidden(pattern: pattern, sections: sections, except: rest)))
            for alternative in PatternAlternatives.variants(of: exception) {
                variants.append(
                    alternative.within(name) { changed in
                        var all = except
                        all[index] = changed
                        return .forbidden(pattern: pattern, sections: sections, except: all)
                    })
            }
        }
        return variants
    }

    private func deadline(_ limits: [Condition.Requirement.Limit]) -> [Variant<Condition.Requirement>] {
        var variants: [Variant<Condition.Requirement>] = []
        for (index, limit) in limits.enumerated() {
            let name = limits.count == 1 ? "limit" : "limit.\(index + 1)"
            var rest = limits
            rest.remove(at: index)
            if !rest.isEmpty { variants.append(Variant(name, .dropped, .deadline(rest))) }
            for changed in self.variants(of: limit) {
                variants.append(
                    changed.within(name) { changed in
                        var all = limits
                        all[index] = changed
                        return .deadline(all)
                    })
            }
        }
        return variants
    }

    private func variants(of limit: Condition.Requirement.Limit) -> [Variant<Condition.Requirement.Limit>] {
        func with(
            levels: [String]? = nil, scopes: [String]? = nil, day: (month: Int, day: Int)? = nil, severity: Severity? = nil
        ) -> Condition.Requirement.Limit {
            Condition.Requirement.Limit(
                levels: levels ?? limit.levels, scopes: scopes ?? limit.scopes, month: day?.month ?? limit.month,
                day: day?.day ?? limit.day, severity: severity ?? limit.severity)
        }
        var variants = Variants.shorter("levels", limit.levels).map { $0.map { with(levels: $0) } }
        variants += Variants.filters("scopes", limit.scopes, among: ["own", "roll-up", "unknown"]).map { $0.map { with(scopes: $0) } }
        var days: [(month: Int, day: Int)] = []
        if limit.day > 1 { days.append((limit.month, limit.day - 1)) }
        let isMonthsLast = CalendarDate(year: 2023, month: limit.month, day: limit.day + 1) == nil
        if !isMonthsLast { days.append((limit.month, limit.day + 1)) } else if limit.month < 12 { days.append((limit.month + 1, 1)) }
        variants += days.map { Variant("day", .set("\($0.month)-\($0.day)"), with(day: $0)) }
        if let severity = limit.severity { variants += Variants.severities("severity", severity).map { $0.map { with(severity: $0) } } }
        return variants
    }
}
