import AuditModel
import DocumentModel

extension RequirementWording {
    /// An equality with its figures by name.
    func equation(_ equation: Equation) -> LocalizedText {
        LocalizedText { language in
            let sides = [equation.left, equation.right].map { side($0, language) }
            return reach(equation.instances, language) + sides.joined(separator: " = ") + (language == .chinese ? "。" : ".")
                + tolerance(equation.tolerance, language) + forms(equation.forms, language)
        }
    }

    private func tolerance(_ tolerance: Quantity, _ language: Language) -> String {
        switch language {
        case .chinese: tolerance.isZero ? "容差 0，须完全相等。" : "容差 \(tolerance)，相差不超过它即可。"
        case .english: tolerance.isZero ? " Tolerance 0: exactly." : " Tolerance \(tolerance): the sides may differ by no more."
        }
    }

    func relation(_ requirement: RelationRequirement) -> LocalizedText {
        LocalizedText { language in
            let given = requirement.given.map { comparison($0, language) }.joined(separator: language == .chinese ? "，" : " and ")
            let condition = given.isEmpty ? "" : language == .chinese ? "\(given)时，" : "where \(given): "
            return reach(requirement.instances, language) + condition + comparison(requirement.required, language)
                + (language == .chinese ? "。" : ".") + forms(requirement.forms, language)
        }
    }

    private func comparison(_ relation: Relation, _ language: Language) -> String {
        "\(weighted(relation.left, language)) \(relation.sign.rawValue) \(weighted(relation.right, language))"
    }

    private func weighted(_ terms: [Relation.Term], _ language: Language) -> String {
        terms.enumerated().map { index, term in
            let isNegative = term.factor < .zero
            let sign = isNegative ? (index == 0 ? "−" : " − ") : (index == 0 ? "" : " + ")
            let size = isNegative ? Quantity.zero.subtracting(term.factor) ?? term.factor : term.factor
            guard let figures = term.figures else { return sign + size.description }
            return sign + (size == Quantity(1) ? "" : "\(size) × ") + name(figures, language)
        }.joined()
    }

    /// A premise of a rule, as a clause.
    func premise(_ premise: Premise) -> LocalizedText {
        switch premise {
        case .comparison(let comparison):
            LocalizedText { language in
                let left = sum(comparison.figures.left, comparison.left, language)
                let right = sum(comparison.figures.right, comparison.right, language)
                return "\(left) \(comparison.relation.rawValue) \(right)"
            }
        case .section(let key, let isPresent):
            LocalizedText { language in
                let name = names.section(key)[language]
                return language == .chinese ? "\(isPresent ? "有" : "没有")\(name)部分" : "\(isPresent ? "there is" : "there is no") \(name)"
            }
        case .words(let key, let vocabulary, let isPresent):
            LocalizedText { language in
                let (section, words) = (names.section(key)[language], names.vocabulary(vocabulary)[language])
                return language == .chinese
                    ? "\(section)部分\(isPresent ? "有" : "没有")\(words)" : "\(section) has \(isPresent ? "one" : "none") of \(words)"
            }
        }
    }

    func exception(_ exception: WordException) -> LocalizedText {
        LocalizedText { language in
            let what: String
            switch exception.words {
            case .vocabulary(let id): what = names.vocabulary(id)[language]
            case .pattern(let pattern): what = pattern
            }
            let place = PackWording.list(exception.sections.map { names.section($0)[language] }, language)
            switch language {
            case .chinese: return "\(place.isEmpty ? "同一部分" : place)写有\(what)的除外。"
            case .english: return "Not where \(place.isEmpty ? "the section" : place) has \(what)."
            }
        }
    }

    private func reach(_ instances: Equation.Instances, _ language: Language) -> String {
        let (table, except, isRow): (String, [String], Bool)
        switch instances {
        case .once: return ""
        case .rows(let id, let lines): (table, except, isRow) = (id, lines, true)
        case .columns(let id, let lines): (table, except, isRow) = (id, lines, false)
        }
        let name = names.table(table)[language]
        let left = PackWording.list(except.map { names.line($0, of: table)[language] }, language)
        switch language {
        case .chinese: return "“\(name)”每一\(isRow ? "行" : "列")\(left.isEmpty ? "" : "（\(left)除外）")："
        case .english: return "In each \(isRow ? "row" : "column") of “\(name)”\(left.isEmpty ? "" : " (without \(left))"): "
        }
    }

    private func forms(_ ids: [String], _ language: Language) -> String {
        guard !ids.isEmpty else { return "" }
        let list = PackWording.list(ids.map { names.form($0)[language] }, language)
        return language == .chinese ? "（\(list)）" : " (\(list))"
    }

    private func sum(_ terms: [Equation.Term], _ number: Quantity, _ language: Language) -> String {
        guard !terms.isEmpty else { return number.description }
        return side(terms, language) + (number.isZero ? "" : " + \(number)")
    }

    private func side(_ terms: [Equation.Term], _ language: Language) -> String {
        terms.enumerated().map { index, term in
            let sign = term.isNegative ? (index == 0 ? "−" : " − ") : (index == 0 ? "" : " + ")
            return sign + name(term, language)
        }.joined()
    }

    private func name(_ term: Equation.Term, _ language: Language) -> String {
        let name = names.figures(term.pattern)[language]
        guard term.isPrevious else { return name }
        return language == .chinese ? "上一年度的\(name)" : "last year's \(name)"
    }
}
