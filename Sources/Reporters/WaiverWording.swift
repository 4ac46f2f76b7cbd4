import AuditModel

/// What people are told of waivers and of what follows from a finding.
enum WaiverWording {
    static let heading = LocalizedText(chinese: "豁免清单的问题", english: "What is wrong with the waivers")
    static let waiver = LocalizedText(chinese: "豁免", english: "Waived")
    static let place = LocalizedText(chinese: "所在", english: "At")

    /// Why, by whom and until when a finding is accepted.
    static func terms(_ waiver: Waiver) -> LocalizedText {
        LocalizedText(
            chinese: "\(waiver.reason)（\(waiver.by)，有效期至\(waiver.until)）",
            english: "\(waiver.reason) (\(waiver.by), until \(waiver.until))")
    }

    static func message(_ finding: WaiverFinding) -> LocalizedText {
        let waiver = finding.waiver
        let chinese = "\(waiver.unit)\(waiver.year)年度 \(waiver.rule) 的豁免"
        let english = "The waiver of \(waiver.rule) for \(waiver.unit), \(waiver.year),"
        return switch finding.fault {
        case .expired:
            LocalizedText(
                chinese: "\(chinese)已于\(waiver.until)到期，有关问题重新计入。",
                english: "\(english) ran out on \(waiver.until); the finding counts again.")
        case .unmatched:
            LocalizedText(chinese: "\(chinese)没有对应的问题。", english: "\(english) matches no finding.")
        case .reportAbsent:
            LocalizedText(chinese: "\(chinese)没有对应的报告：本次审核的报告中没有该单位该年度的。", english: "\(english) matches no report of this run.")
        }
    }

    static func advice(_ fault: WaiverFinding.Fault) -> LocalizedText {
        switch fault {
        case .expired:
            LocalizedText(chinese: "请改正报告，或者重新审批豁免。", english: "Have the report corrected, or the waiver renewed.")
        case .unmatched:
            LocalizedText(
                chinese: "问题已经改正的，请删去这一条；否则请核对规则、指纹和位置。",
                english: "Remove it where the report was corrected; else check rule, fingerprint and place.")
        case .reportAbsent:
            LocalizedText(
                chinese: "请核对单位名称和年度；不在本次审核范围的，可以不管。", english: "Check unit and year; leave it where the report is none of this run's.")
        }
    }

    /// From so many waivers without a report on they are told together: a file of waivers may be for many more reports than those of a run.
    private static let most = 3

    /// The findings that are told one by one, and how many are told together.
    static func shown(_ findings: [WaiverFinding]) -> (findings: [WaiverFinding], absent: Int) {
        let absent = findings.count { $0.fault == .reportAbsent }
        return absent > most ? (findings.filter { $0.fault != .reportAbsent }, absent) : (findings, 0)
    }

    static func absent(_ count: Int) -> LocalizedText {
        LocalizedText(
            chinese: "另有\(count)条豁免所属的单位或者年度不在本次审核的报告中。",
            english: "\(count) more waivers are for units or years that are not among the reports of this run.")
    }

    /// How many findings follow from those that a group shows.
    static func consequences(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "，连带 \(count) 处", english: ", \(count) following")
    }

    static func follows(from number: Int) -> LocalizedText {
        LocalizedText(chinese: "由第 \(number) 处引起", english: "follows from \(number)")
    }
}
