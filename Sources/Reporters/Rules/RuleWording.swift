import AuditModel

/// The words in which rules and their test cases are told.
enum RuleWording {
    static let severity = LocalizedText(chinese: "级别", english: "Severity")
    static let forms = LocalizedText(chinese: "适用格式", english: "Forms")
    static let allForms = LocalizedText(chinese: "全部", english: "all")
    static let cases = LocalizedText(chinese: "用例", english: "Cases")
    static let requirement = LocalizedText(chinese: "要求", english: "Requires")
    static let exception = LocalizedText(chinese: "例外", english: "Except")
    static let levels = LocalizedText(chinese: "适用单位", english: "Levels")
    static let scopes = LocalizedText(chinese: "适用范围", english: "Scopes")
    static let years = LocalizedText(chinese: "适用年度", english: "Years")
    static let premise = LocalizedText(chinese: "前提", english: "When")
    static let parameter = LocalizedText(chinese: "参数", english: "Parameter")
    static let causes = LocalizedText(chinese: "可能起因", english: "Because of")
    static let effects = LocalizedText(chinese: "可能引起", english: "Leads to")
    static let severalSections = LocalizedText(chinese: "全文或者几个部分", english: "The whole report, or several sections")
    static let message = LocalizedText(chinese: "内容", english: "Message")

    static let expected = LocalizedText(chinese: "应为", english: "expected")
    static let found = LocalizedText(chinese: "实为", english: "found")

    static func count(_ rules: Int) -> LocalizedText { LocalizedText(chinese: "共 \(rules) 条规则", english: "\(rules) rules") }

    static func lack(_ lack: CaseOutcome.Lack) -> LocalizedText {
        LocalizedText { language in
            let counts = lack.counts.map { count in
                let verdict = AuditWording.verdict(count.verdict)[language]
                return language == .chinese
                    ? "“\(verdict)”应有\(count.due)个，现有\(count.found)个" : "\(count.found) of \(count.due) \(verdict.lowercased())"
            }
            return language == .chinese
                ? "\(lack.rule) 用例不足：\(counts.joined(separator: "，"))" : "\(lack.rule) has too few cases: \(counts.joined(separator: ", "))"
        }
    }

    static func outcome(passed: Int, failed: Int, rules: Int) -> LocalizedText {
        LocalizedText(
            chinese: "\(rules) 条规则，\(passed + failed) 个用例：通过 \(passed)，失败 \(failed)",
            english: "\(rules) rules, \(passed + failed) cases: \(passed) passed, \(failed) failed")
    }

    static let sharedWords = LocalizedText(chinese: "各规则共用的词语", english: "words that rules share")

    static func action(_ action: Mutation.Action) -> LocalizedText {
        switch action {
        case .dropped: LocalizedText(chinese: "整个去掉", english: "dropped")
        case .without(let name): without([name])
        case .with(let name): LocalizedText(chinese: "加上 \(name)", english: "with \(name)")
        case .set(let value): LocalizedText(chinese: "改为 \(value)", english: "changed to \(value)")
        case .doubled(let name): LocalizedText(chinese: "\(name) 计两次", english: "\(name) counted twice")
        case .negated(let name): LocalizedText(chinese: "\(name) 加减互换", english: "the sign of \(name) changed")
        }
    }

    static func without(_ names: [String]) -> LocalizedText {
        let list = names.joined(separator: " ")
        return LocalizedText(chinese: "去掉 \(list)", english: "without \(list)")
    }

    static func idleExcuse(_ pattern: String) -> LocalizedText {
        LocalizedText(
            chinese: "没有未被发现的改动符合“\(pattern)”，请删去这一条", english: "no unnoticed change fits '\(pattern)'; remove this excuse")
    }

    static func mutations(_ mutants: Int, noticed: Int, excused: Int, unnoticed: Int) -> LocalizedText {
        LocalizedText(
            chinese: "\(mutants) 处改动：用例发现 \(noticed)，有书面理由 \(excused)，未被发现 \(unnoticed)",
            english: "\(mutants) changes: \(noticed) noticed by a case, \(excused) with a written reason, \(unnoticed) unnoticed")
    }

    static func outcome(passed: Int, failed: Int) -> LocalizedText {
        LocalizedText(
            chinese: "\(passed + failed) 个：通过 \(passed)，失败 \(failed)",
            english: "\(passed + failed): \(passed) passed, \(failed) failed")
    }

    static func years(from first: Int?, to last: Int?) -> LocalizedText {
        LocalizedText { language in
            switch (first, last, language) {
            case (let first?, let last?, _): "\(first)–\(last)"
            case (let first?, nil, .chinese): "\(first) 年度起"
            case (let first?, nil, .english): "from \(first)"
            case (nil, let last?, .chinese): "到 \(last) 年度为止"
            case (nil, let last?, .english): "until \(last)"
            case (nil, nil, _): ""
            }
        }
    }

    static func parameter(_ parameter: Parameter) -> LocalizedText {
        LocalizedText { language in
            let value =
                parameter.value == parameter.standard
                ? parameter.value
                : language == .chinese
                    ? "\(parameter.value)（规则自定 \(parameter.standard)）" : "\(parameter.value) (the rule's own: \(parameter.standard))"
            return "\(parameter.name) = \(value)  \(parameter.meaning[language])"
        }
    }

    /// Who issued it, when, since when it holds, and whether it still does.
    static func instrument(_ instrument: Instrument, among all: [Instrument]) -> LocalizedText {
        LocalizedText { language in
            let chinese = language == .chinese
            var parts: [String] = []
            if let number = instrument.number { parts.append(number) }
            if let issuer = instrument.issuer { parts.append(issuer) }
            if let issued = instrument.issued { parts.append(chinese ? "\(issued) 印发" : "issued \(issued)") }
            if let effective = instrument.effective { parts.append(chinese ? "\(effective) 起施行" : "in force since \(effective)") }
            switch instrument.validity {
            case .valid: parts.append(chinese ? "有效" : "valid")
            case .superseded(let id):
                let other = all.first { $0.id == id }.map { $0.number ?? $0.document } ?? id
                parts.append(chinese ? "已由\(other)取代" : "superseded by \(other)")
            }
            return parts.joined(separator: chinese ? "，" : ", ")
        }
    }

    static func trial(reports: Int, pairs: Int) -> LocalizedText {
        LocalizedText(
            chinese: "\(reports) 份报告，其中 \(pairs) 份有上一年度报告", english: "\(reports) reports, \(pairs) of them beside last year's")
    }
}
