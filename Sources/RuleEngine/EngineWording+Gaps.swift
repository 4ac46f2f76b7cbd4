import AuditModel
import DocumentModel

/// What the engine says of days.
extension EngineWording {
    static let noDate = LocalizedText(
        chinese: "报告没有写明发布日期和落款日期", english: "the report states neither when it was published nor when it was signed")
    static let noPublication = LocalizedText(chinese: "不知道发布日期", english: "the date of publication is not known")
    static let unknownScope = LocalizedText(
        chinese: "不知道是本机关还是本级政府汇总的报告", english: "it is not known whether the report is the unit's own or sums up others")
    static func mayNotHold(_ reason: LocalizedText) -> LocalizedText {
        LocalizedText(
            chinese: "\(reason.chinese)，不能确定此项要求是否适用", english: "\(reason.english), so it is not certain that this is required")
    }
    static let unknownLevel = LocalizedText(chinese: "不知道单位的层级", english: "the level of the unit is not known")

    static func date(_ date: CalendarDate) -> LocalizedText {
        LocalizedText(chinese: "\(date.year)年\(date.month)月\(date.day)日", english: date.description)
    }

    static func dated(_ label: LocalizedText, _ day: CalendarDate) -> LocalizedText {
        LocalizedText(chinese: "\(label.chinese)为\(date(day).chinese)", english: "\(label.english): \(day)")
    }

    static func implausible(_ day: CalendarDate) -> LocalizedText {
        LocalizedText(
            chinese: "所注发布日期\(date(day).chinese)早于报告年度终了，不足为凭",
            english: "the date of publication given, \(day), lies before the end of the reporting year and proves nothing")
    }

    static func ignored(_ day: CalendarDate) -> LocalizedText {
        LocalizedText(
            chinese: "页面所注发布日期\(date(day).chinese)早于报告年度终了，未予采用。",
            english: "The date of publication given, \(day), lies before the end of the reporting year and was not used.")
    }
}

/// What the engine says of what could not be read.
extension EngineWording {
    static let notTold = LocalizedText(
        chinese: "不能确定本年度报告是否写到了上一年度的问题", english: "it cannot be told whether the report takes up last year's problems")

    static func mayBeAccount(_ quote: LocalizedText) -> LocalizedText {
        LocalizedText(
            chinese: "“\(quote.chinese)”是否就是所要求的内容，不能确定", english: "it cannot be told whether “\(quote.english)” is what is asked for")
    }

    static func mayLookBack(_ year: Int) -> LocalizedText {
        LocalizedText(
            chinese: "没有\(year)年的报告可以对照，这句话是回顾该年度，还是以往年度的文字未作修改，不能确定",
            english: "without the report on \(year) it cannot be told whether the sentence looks back or was left unchanged")
    }

    static func unread(_ kind: Remark.Kind, _ name: LocalizedText) -> LocalizedText {
        kind == .unreadablePage
            ? LocalizedText(
                chinese: "有的页面没有文字（可能是扫描件），“\(name.chinese)”可能就在其中，未能读取",
                english: "a page has no text (a scan, perhaps), and “\(name.english)” may stand there unread")
            : LocalizedText(
                chinese: "“\(name.chinese)”所在之处是图片，未能读取", english: "a picture stands where “\(name.english)” is due, and was not read")
    }

    static func shapeless(_ name: LocalizedText) -> LocalizedText {
        LocalizedText(
            chinese: "“\(name.chinese)”的文字在报告中，但排列的形状不能说明哪个数字属于哪一格，未能读取",
            english: "the words of “\(name.english)” stand in the report, in a shape that does not tell which figure is which")
    }
}
