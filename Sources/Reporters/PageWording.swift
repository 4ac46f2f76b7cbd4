import AuditModel

/// The words of pages beyond those that all formats share.
enum PageWording {
    static let number = LocalizedText(chinese: "序号", english: "No.")
    static let report = LocalizedText(chinese: "报告", english: "Report")
    static let form = LocalizedText(chinese: "报告格式", english: "Form")
    static let title = LocalizedText(chinese: "报告标题", english: "Title")
    static let unknown = LocalizedText(chinese: "未写明", english: "not told")
    static let annotatedReport = LocalizedText(chinese: "报告全文（标注）", english: "The report, annotated")
    static let legendFigures = LocalizedText(chinese: "正文数字：", english: "Figures in the text:")
    static let legendTables = LocalizedText(
        chinese: "表格中有问题的格加框，角标为审核发现的序号，同一算式中的其他格着浅色；格内小字为上年数，与本年相同的不写。",
        english:
            "Faulty cells are framed, with the finding's number, and the others of the same sum tinted; small print is last year's figure where it differs."
    )
    static let legendTablesAlone = LocalizedText(
        chinese: "表格中有问题的格加框，角标为审核发现的序号，同一算式中的其他格着浅色。",
        english: "Faulty cells are framed, with the finding's number, and the others of the same sum tinted.")
    static let inTable = LocalizedText(chinese: "表中", english: "table")
    static let inText = LocalizedText(chinese: "正文", english: "text")
    static let lastYear = LocalizedText(chinese: "上年", english: "last year")
    static let thisYear = LocalizedText(chinese: "本年", english: "this year")
    static let change = LocalizedText(chinese: "增减", english: "Change")
    static let percent = LocalizedText(chinese: "增减比例", english: "Percent")
    static let indicator = LocalizedText(chinese: "指标", english: "Indicator")
    static let reason = LocalizedText(chinese: "原因", english: "Reason")
    static let comparison = LocalizedText(chinese: "与上年报告比较", english: "Compared with last year's report")
    static let indicatorChanges = LocalizedText(chinese: "指标变动", english: "Indicators")
    static let noChanges = LocalizedText(chinese: "各项指标都没有变动。", english: "No indicator changed.")
    static let uncheckedStatements = LocalizedText(chinese: "未作比对的正文数字", english: "Figures of the narrative that were not compared")
    static let ruleOutcomes = LocalizedText(chinese: "各条规则的结果", english: "Every rule's outcome")
    static let rulePack = LocalizedText(chinese: "规则包", english: "Rule pack")
    static let version = LocalizedText(chinese: "版本", english: "version")
    static let digest = LocalizedText(chinese: "摘要", english: "digest")
    static let madeBy = LocalizedText(chinese: "审核程序", english: "Made by")

    /// What is to be said of a change besides the figures.
    static func marks(of change: IndicatorChange) -> [LocalizedText] {
        var marks: [LocalizedText] = []
        if change.isNoticeable == true { marks.append(LocalizedText(chinese: "变动较大", english: "large")) }
        if change.isSum { marks.append(LocalizedText(chinese: "另一格式各行之和", english: "sum of the other form's rows")) }
        return marks
    }

    static func unchangedIndicators(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "另有 \(count) 项没有变动", english: "\(count) more did not change")
    }

    static func rowsLeftOut(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "（其余 \(count) 行从略）", english: "(\(count) more rows are left out here)")
    }
}
