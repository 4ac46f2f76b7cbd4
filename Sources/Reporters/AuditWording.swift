import AuditModel

/// The words in which audits are told to people, whatever the format.
enum AuditWording {
    static let heading = LocalizedText(chinese: "审核结果", english: "Audit")
    static let conclusion = LocalizedText(chinese: "结论", english: "Conclusion")
    static let colon = LocalizedText(chinese: "：", english: ": ")
    static let findings = LocalizedText(chinese: "审核发现", english: "Findings")
    static let noFindings = LocalizedText(chinese: "没有发现问题。", english: "Nothing was found.")
    static let place = LocalizedText(chinese: "位置", english: "Place")
    static let quote = LocalizedText(chinese: "原文", english: "Text")
    static let value = LocalizedText(chinese: "数值", english: "Value")
    static func zeroCells(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "其余 \(count) 格为 0", english: "\(count) more cells hold 0")
    }

    static let law = LocalizedText(chinese: "依据", english: "Basis")
    static let advice = LocalizedText(chinese: "建议", english: "Advice")
    static let nothingStandsThere = LocalizedText(chinese: "（此处没有内容）", english: "(nothing stands there)")
    static let source = LocalizedText(chinese: "文件", english: "File")
    static let previousSource = LocalizedText(chinese: "上年文件", english: "Last year's file")
    static let profile = LocalizedText(chinese: "验收口径", english: "Profile")

    /// What a profile is called, and what it changed.
    static func profile(_ profile: Profile, _ language: Language) -> String {
        let changes = [
            (
                profile.excluded.count,
                LocalizedText(chinese: "不用 \(profile.excluded.count) 条规则", english: "leaves out \(profile.excluded.count)")
            ),
            (profile.grades.count, LocalizedText(chinese: "改级 \(profile.grades.count) 条", english: "regrades \(profile.grades.count)")),
            (
                profile.settings.count,
                LocalizedText(chinese: "改参数 \(profile.settings.count) 个", english: "sets \(profile.settings.count) parameters")
            ),
            (profile.ownRules.count, LocalizedText(chinese: "增加 \(profile.ownRules.count) 条", english: "adds \(profile.ownRules.count)")),
        ].filter { $0.0 > 0 }.map { $0.1[language] }
        guard !changes.isEmpty else { return profile.title[language] }
        return switch language {
        case .chinese: "\(profile.title.chinese)（\(changes.joined(separator: "，"))）"
        case .english: "\(profile.title.english) (\(changes.joined(separator: ", ")))"
        }
    }

    static let noPrevious = LocalizedText(chinese: "没有上年报告，未作年际比较", english: "no report of last year; nothing was compared")
    static let unknownUnit = LocalizedText(chinese: "未写明单位", english: "unit not told")
    static let unknownYear = LocalizedText(chinese: "未写明年度", english: "year not told")
    static let coverage = LocalizedText(chinese: "正文数字", english: "Figures in the narrative")
    static let otherNumbers = LocalizedText(chinese: "不是统计数字的数", english: "numbers that are no figures")
    static let verdicts = LocalizedText(chinese: "规则", english: "Rules")
    static let remarks = LocalizedText(chinese: "读取说明", english: "Remarks on the reading")
    static let unreadable = LocalizedText(chinese: "未能读取", english: "Could not be read")

    /// Unit and year, or what is not known of them.
    static func subject(_ identity: Identity, _ language: Language) -> String {
        let unit = identity.unit ?? unknownUnit[language]
        guard let year = identity.year else { return "\(unit) · \(unknownYear[language])" }
        return switch language {
        case .chinese: "\(unit) \(year) 年度"
        case .english: "\(unit), \(year)"
        }
    }

    /// A form that is called by its year, else by its name.
    static func form(_ form: Form) -> LocalizedText {
        let isYear = form.id.utf8.count == 4 && form.id.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isYear ? LocalizedText(chinese: "\(form.id) 年格式", english: "form \(form.id)") : form.name
    }

    static func severity(_ severity: Severity) -> LocalizedText {
        switch severity {
        case .error: LocalizedText(chinese: "须改正", english: "Error")
        case .query: LocalizedText(chinese: "须说明", english: "Query")
        case .note: LocalizedText(chinese: "提示", english: "Note")
        }
    }

    static let waived = LocalizedText(chinese: "已豁免", english: "Waived")
    static let undetermined = LocalizedText(chinese: "无法判定", english: "Undetermined")

    /// What the groups of findings are about, a line under their heading.
    static func meaning(_ group: FindingGroup) -> LocalizedText {
        switch group {
        case .severity(.error): LocalizedText(chinese: "与表格、条文或上下文矛盾，必须改正", english: "must be corrected")
        case .severity(.query): LocalizedText(chinese: "须改正，或者说明理由", english: "must be corrected or explained")
        case .severity(.note): LocalizedText(chinese: "供参考", english: "worth knowing")
        case .undetermined: LocalizedText(chinese: "缺少数字，规则无从判定", english: "a needed figure is missing")
        case .waived: LocalizedText(chinese: "本单位已经接受，不计入结论", english: "accepted; without bearing on the conclusion")
        }
    }

    static func name(_ group: FindingGroup) -> LocalizedText {
        switch group {
        case .severity(let severity): self.severity(severity)
        case .undetermined: undetermined
        case .waived: waived
        }
    }

    /// The heading of a group: its name and how many findings it has, those that follow from others apart.
    static func heading(_ group: FindingGroup, _ findings: [NumberedFinding]) -> LocalizedText {
        let following = findings.count { $0.cause != nil }
        let more = following > 0 ? WaiverWording.consequences(following) : LocalizedText(chinese: "", english: "")
        return LocalizedText { "\(name(group)[$0]) (\(findings.count - following)\(more[$0]))" }
    }

    static func conclusion(_ conclusion: Conclusion) -> LocalizedText {
        switch conclusion {
        case .compliant: LocalizedText(chinese: "符合要求", english: "Compliant")
        case .nonCompliant: LocalizedText(chinese: "不符合要求", english: "Non-compliant")
        case .undetermined: LocalizedText(chinese: "不能下结论", english: "Undetermined")
        }
    }

    /// The conclusion in one line.
    static func summary(_ audit: Audit) -> LocalizedText {
        let errors = audit.count(.error)
        let queries = audit.count(.query)
        let notes = audit.count(.note)
        let missing = audit.findings.count { $0.verdict == .undetermined && $0.waiver == nil }
        let waived = audit.waivedCount
        let head = conclusion(audit.conclusion)
        guard errors + queries + notes + missing + waived > 0 else {
            return LocalizedText(chinese: "\(head.chinese)，没有发现问题。", english: "\(head.english): nothing was found.")
        }
        var chinese: [String] = []
        var english: [String] = []
        func add(_ count: Int, _ inChinese: String, _ one: String, _ many: String) {
            guard count > 0 else { return }
            chinese.append("\(inChinese) \(count) 处")
            english.append("\(count) \(count == 1 ? one : many)")
        }
        add(errors, "须改正", "error", "errors")
        add(queries, "须说明", "query", "queries")
        add(notes, "提示", "note", "notes")
        add(missing, "无法判定", "undetermined", "undetermined")
        add(waived, "已豁免", "waived", "waived")
        return LocalizedText(
            chinese: "\(head.chinese)：\(chinese.joined(separator: "，"))。", english: "\(head.english): \(english.joined(separator: ", ")).")
    }

    /// How many rules came out how.
    static func verdicts(_ audit: Audit) -> LocalizedText {
        let satisfied = audit.count(.satisfied)
        let violated = audit.count(.violated)
        let notApplicable = audit.count(.notApplicable)
        let undetermined = audit.count(.undetermined)
        return LocalizedText(
            chinese: "共 \(audit.verdicts.count) 条：通过 \(satisfied)，违反 \(violated)，不适用 \(notApplicable)，无法判定 \(undetermined)",
            english:
                "\(audit.verdicts.count) in all: \(satisfied) satisfied, \(violated) violated, \(notApplicable) not applicable, \(undetermined) undetermined"
        )
    }

    static func verdict(_ verdict: Verdict) -> LocalizedText {
        switch verdict {
        case .satisfied: LocalizedText(chinese: "通过", english: "satisfied")
        case .violated: LocalizedText(chinese: "违反", english: "violated")
        case .notApplicable: LocalizedText(chinese: "不适用", english: "not applicable")
        case .undetermined: undetermined
        }
    }

    /// How many statements were compared and how many not.
    static func coverage(_ tally: StatementTally) -> LocalizedText {
        let all = tally.bound + tally.ambiguous + tally.unbound
        guard all > 0 else {
            return LocalizedText(chinese: "正文没有陈述统计数字", english: "the narrative states no figures")
        }
        let uncomparedChinese = tally.uncompared > 0 ? "，无可比对 \(tally.uncompared)" : ""
        let uncomparedEnglish = tally.uncompared > 0 ? ", \(tally.uncompared) without a figure to compare" : ""
        return LocalizedText(
            chinese:
                "共 \(all) 处：已对应 \(tally.bound)（相符 \(tally.agreeing)，不符 \(tally.differing)\(uncomparedChinese)），两可 \(tally.ambiguous)，未对应 \(tally.unbound)",
            english:
                "\(all) in all: \(tally.bound) bound (\(tally.agreeing) agree, \(tally.differing) differ\(uncomparedEnglish)), \(tally.ambiguous) ambiguous, \(tally.unbound) unbound"
        )
    }

    /// The marks of figures in the narrative: the name of the mark's style, and its meaning.
    static let markLegend: [(name: String, meaning: LocalizedText)] = [
        ("agrees", LocalizedText(chinese: "与表格相符", english: "agrees")),
        ("differs", LocalizedText(chinese: "与表格不符", english: "differs")),
        ("uncompared", LocalizedText(chinese: "无可比对", english: "nothing to compare")),
        ("ambiguous", LocalizedText(chinese: "两可", english: "ambiguous")),
        ("unbound", LocalizedText(chinese: "未对应", english: "unbound")),
    ]

    static func statementState(_ statement: Statement) -> LocalizedText {
        switch (statement.state, statement.agrees) {
        case (.bound, true): LocalizedText(chinese: "相符", english: "agrees")
        case (.bound, false): LocalizedText(chinese: "不符", english: "differs")
        case (.bound, nil): LocalizedText(chinese: "无可比对", english: "nothing to compare")
        case (.ambiguous, _): LocalizedText(chinese: "两可", english: "ambiguous")
        case (.unbound, _): LocalizedText(chinese: "未对应", english: "unbound")
        }
    }

    /// A source with the place in it.
    static func citation(_ citation: Citation, _ language: Language) -> String {
        guard let at = citation.at else { return citation.document }
        return language == .chinese ? citation.document + at : "\(citation.document), \(at)"
    }

    /// A figure as a table would show it.
    static func figure(_ value: FigureValue?) -> LocalizedText {
        switch value {
        case .number(let quantity): LocalizedText { _ in quantity.description }
        case .blank: LocalizedText(chinese: "空", english: "blank")
        case .notApplicable: LocalizedText { _ in "/" }
        case .text: LocalizedText(chinese: "文字", english: "text")
        case nil: LocalizedText(chinese: "无", english: "none")
        }
    }

    /// The last line over several reports.
    static func total(_ run: AuditRun) -> LocalizedText {
        let compliant = run.dossiers.count { $0.audit.conclusion == .compliant }
        let nonCompliant = run.dossiers.count { $0.audit.conclusion == .nonCompliant }
        let undetermined = run.dossiers.count { $0.audit.conclusion == .undetermined }
        return LocalizedText(
            chinese:
                "共 \(run.dossiers.count) 份报告：符合要求 \(compliant)，不符合要求 \(nonCompliant)，不能下结论 \(undetermined)；未能读取 \(run.unreadable.count)",
            english:
                "\(run.dossiers.count) reports: \(compliant) compliant, \(nonCompliant) non-compliant, \(undetermined) undetermined; \(run.unreadable.count) could not be read"
        )
    }
}
