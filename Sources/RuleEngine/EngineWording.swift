import AuditModel
import DocumentModel
import Patterns
import XML

/// All that the engine says by itself, in both languages. What rules say stands in the packs.
enum EngineWording {
    static let report = LocalizedText(chinese: "报告全文", english: "the report")
    static let signature = LocalizedText(chinese: "落款", english: "signature")
    static let title = LocalizedText(chinese: "标题", english: "title")
    static let period = LocalizedText(chinese: "统计期限", english: "reporting period")
    static let pageTitle = LocalizedText(chinese: "网页标题", english: "title of the page")
    static let publication = LocalizedText(chinese: "发布日期", english: "date of publication")
    static let signingUnit = LocalizedText(chinese: "署名", english: "the unit's name")
    static let signingDate = LocalizedText(chinese: "日期", english: "the date")
    static let nothing = LocalizedText(chinese: "（无内容）", english: "(nothing)")
    static let content = LocalizedText(chinese: "具体内容", english: "an account")
    static let once = LocalizedText(chinese: "只出现一次", english: "once")
    static let unknownUnit = LocalizedText(chinese: "（未署单位）", english: "(unnamed unit)")
    static let unknownYear = LocalizedText(chinese: "（年度不明）", english: "(unknown year)")
    static let undefinedPercent = LocalizedText(chinese: "—", english: "—")
    static let blank = LocalizedText(chinese: "空白", english: "blank")
    static let negative = LocalizedText(chinese: "负数", english: "negative")
    static let notWhole = LocalizedText(chinese: "不是整数", english: "not whole")
    static let tooLong = LocalizedText(chinese: "数值位数过多，无法精确计算", english: "the figures are too long to be computed exactly")
    static let mendMissing = LocalizedText(chinese: "请先补正所缺内容，再行核对。", english: "Supply what is missing, then check again.")
    static let mendRule = LocalizedText(
        chinese: "规则未能执行，与报告内容无关，请检查规则包。", english: "The rule could not be applied; check the rule pack, not the report.")
    static let unknownReportingYear = LocalizedText(chinese: "不知道报告年度", english: "the reporting year is not known")
    static let scopeMayDiffer = LocalizedText(
        chinese: "该处表述的统计口径可能与表格不同；如口径不同，请在文中说明。",
        english: "The wording may count something else than the table does; if so, say so in the text.")
    /// The sums that other lawful meanings of the wording come to; none of them agrees either.
    static func otherReadings(_ sums: [LocalizedText]) -> LocalizedText {
        let all = list(sums)
        return LocalizedText(
            chinese: "按其他可能的口径计（\(all.chinese)），也不一致。", english: "Other lawful readings (\(all.english)) do not agree either.")
    }
    static let moreMatches = LocalizedText(chinese: "同类之处过多，其余未逐一列出。", english: "There are more such places, which are not listed.")

    // MARK: Places

    /// `第三部分第2段`, `第三部分表1第4行第2列`.
    static func place(_ locator: Locator) -> LocalizedText {
        if locator == .document { return report }
        var (chinese, english) = ("正文之前", "before section 1")
        if locator.section != [0] {
            chinese = "第" + chineseNumeral(locator.section[0]) + "部分"
            english = "section " + String(locator.section[0])
            for number in locator.section.dropFirst() {
                chinese += "第\(number)节"
                english += ".\(number)"
            }
        }
        switch locator.part {
        case .section: break
        case .paragraph(let number):
            chinese += "第\(number)段"
            english += ", paragraph \(number)"
        case .table(let number):
            chinese += "表\(number)"
            english += ", table \(number)"
        case .cell(let table, let row, let column):
            chinese += "表\(table)第\(row)行第\(column)列"
            english += ", table \(table), row \(row), column \(column)"
        }
        return LocalizedText(chinese: chinese, english: english)
    }

    /// Numbers up to 99 as headings print them; others in digits.
    static func chineseNumeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return String(number) }
        if number < 10 { return digits[number] }
        return (number < 20 ? "" : digits[number / 10]) + "十" + digits[number % 10]
    }

    static func quoted(_ text: String) -> LocalizedText { LocalizedText(chinese: "“\(text)”", english: "“\(text)”") }

    /// Names joined into a list.
    static func list(_ names: [LocalizedText]) -> LocalizedText {
        LocalizedText(chinese: names.map(\.chinese).joined(separator: "、"), english: names.map(\.english).joined(separator: ", "))
    }

    // MARK: Headings

    static func numbered(_ ordinals: [Int]) -> LocalizedText {
        LocalizedText(
            chinese: "编号" + ordinals.map { chineseNumeral($0) }.joined(separator: "、"),
            english: "numbered " + ordinals.map(String.init).joined(separator: ", "))
    }

    static func before(_ title: String) -> LocalizedText { LocalizedText(chinese: "在“\(title)”之前", english: "before “\(title)”") }
    static func after(_ title: String) -> LocalizedText { LocalizedText(chinese: "在“\(title)”之后", english: "after “\(title)”") }
    static func occurrence(_ number: Int) -> LocalizedText { LocalizedText(chinese: "第\(number)次出现", english: "present \(number) times") }
    static func alsoNumbered(_ ordinal: Int, as title: String) -> LocalizedText {
        LocalizedText(chinese: "编号\(chineseNumeral(ordinal))，与“\(title)”重复", english: "numbered \(ordinal) like “\(title)”")
    }
    static let ownNumber = LocalizedText(chinese: "不重复的编号", english: "a number of its own")

    // MARK: Figures

    /// Why a figure cannot be computed with.
    static func state(of evidence: Evidence) -> LocalizedText {
        if evidence.quote.isEmpty {
            return evidence.place.locator.isCell ? blank : LocalizedText(chinese: "表中没有此格", english: "no such cell")
        }
        return LocalizedText(chinese: "填为“\(evidence.quote)”，不是数字", english: "“\(evidence.quote)” is no number")
    }

    /// How many missing figures a message names; all are in its evidence.
    private static let namedMissing = 6

    static func missing(_ evidence: [Evidence]) -> LocalizedText {
        let names = evidence.map { item in
            let state = state(of: item)
            let old = item.origin == .previous
            return LocalizedText(
                chinese: "\(old ? "上年报告" : "")“\(item.label.chinese)”（\(state.chinese)）",
                english: "\(old ? "last year's " : "")“\(item.label.english)” (\(state.english))")
        }
        let list = list(Array(names.prefix(namedMissing)))
        guard names.count > namedMissing else { return LocalizedText(chinese: "缺少\(list.chinese)", english: "missing: \(list.english)") }
        return LocalizedText(
            chinese: "缺少\(list.chinese)等\(names.count)个数字",
            english: "missing: \(list.english) and \(names.count - namedMissing) more")
    }

    static func undetermined(_ rule: LocalizedText, because reason: LocalizedText) -> LocalizedText {
        LocalizedText(
            chinese: "无法判断是否“\(rule.chinese)”：\(reason.chinese)。",
            english: "Cannot tell whether “\(rule.english)”: \(reason.english).")
    }

    static func kind(_ value: FigureValue, quote: String) -> LocalizedText {
        switch value {
        case .number: LocalizedText(chinese: "数字", english: "a number")
        case .blank: blank
        case .notApplicable: LocalizedText(chinese: "“\(quote)”", english: "“\(quote)”")
        case .text: LocalizedText(chinese: "文字“\(quote)”", english: "the text “\(quote)”")
        }
    }

    static func sum(_ text: String, omittedZeros: Int) -> LocalizedText {
        LocalizedText(chinese: "\(text)（其余\(omittedZeros)项为0）", english: "\(text) (the other \(omittedZeros) are 0)")
    }

    static func allZero(count: Int) -> LocalizedText { LocalizedText(chinese: "0（\(count)项均为0）", english: "0 (all \(count) are 0)") }

    static func both(_ left: LocalizedText, _ right: LocalizedText) -> LocalizedText {
        LocalizedText(chinese: "\(left.chinese)；\(right.chinese)", english: "\(left.english); \(right.english)")
    }

    static func exceeds(_ part: Quantity, _ whole: Quantity) -> LocalizedText { LocalizedText(verbatim: "\(part) > \(whole)") }

    /// The values that readings come to, each once.
    static func values(_ values: [Quantity]) -> LocalizedText {
        var texts: [String] = []
        for text in values.map(\.description) where !texts.contains(text) { texts.append(text) }
        return LocalizedText(chinese: texts.joined(separator: "或"), english: texts.joined(separator: " or "))
    }

    /// The most computations that a message gives: the likeliest readings come first.
    private static let namedComputations = 3

    static func alternatives(_ computations: [String]) -> LocalizedText {
        var texts: [String] = []
        for text in computations where !texts.contains(text) { texts.append(text) }
        let first = texts.prefix(namedComputations)
        return LocalizedText(
            chinese: first.joined(separator: "，或") + (texts.count > first.count ? "等" : ""),
            english: first.joined(separator: ", or ") + (texts.count > first.count ? ", and others" : ""))
    }

    // MARK: Parts of sections

    static func unnamedPart(_ id: String) -> LocalizedText { LocalizedText(chinese: id, english: id) }

    static func percent(_ quantity: Quantity) -> LocalizedText { LocalizedText(verbatim: "\(quantity)%") }

    // MARK: Failures

    static func value(of value: XPathValue) -> LocalizedText {
        switch value {
        case .boolean(let value): LocalizedText(chinese: value ? "真" : "假", english: value ? "true" : "false")
        case .number(let value): LocalizedText(verbatim: "\(value)")
        case .string, .nodes: nothing
        }
    }

    static func failure(_ failure: RuleFailure) -> LocalizedText {
        switch failure {
        case .unknownVocabulary(let id):
            LocalizedText(chinese: "规则包中没有词表“\(id)”", english: "the pack has no vocabulary “\(id)”")
        case .unknownTable(let id):
            LocalizedText(chinese: "本年报格式中没有表“\(id)”", english: "the form has no table “\(id)”")
        case .pattern(let error): LocalizedText(chinese: "模式有误：\(text(of: error))", english: "bad pattern: \(text(of: error))")
        case .expression(let error):
            LocalizedText(chinese: "表达式无法求值：\(text(of: error))", english: "the expression cannot be evaluated: \(text(of: error))")
        }
    }

    private static func text(of error: PatternError) -> String {
        switch error {
        case .malformed(let source, _, let message): "\(message) (\(source))"
        case .tooLarge(let source): "too large (\(UTF8Text.shortened(source, to: 40)))"
        case .outOfMemory: "out of memory"
        }
    }

    private static func text(of error: XMLError) -> String {
        switch error {
        case .badXPath(let source, _, let message), .xpathFailed(let source, let message): "\(message) (\(source))"
        case .xpathLimitReached(let source, let limit): "more than \(limit) steps (\(source))"
        case .outOfMemory: "out of memory"
        case .tooLarge, .notWellFormed, .hasDocumentType, .unsupportedEncoding, .badSchema, .invalid: "\(error)"
        }
    }
}

extension Locator {
    /// True for a cell of a table.
    var isCell: Bool {
        if case .cell = part { true } else { false }
    }
}
