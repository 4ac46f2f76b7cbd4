import AuditModel
import Glibc

/// The words of the command line: help in the language that the arguments ask for, and messages.
enum CommandWording {
    /// The language of the help, told from the arguments before they are parsed, since help is made while parsing.
    private static let helpLanguage: Language = {
        let arguments = CommandLine.arguments
        if arguments.contains("--language=en") { return .english }
        return zip(arguments, arguments.dropFirst()).contains { $0 == "--language" && $1 == "en" } ? .english : .chinese
    }()

    private static func help(_ chinese: String, _ english: String) -> String { helpLanguage == .chinese ? chinese : english }

    static let gouji = help("勾稽：审核年度报告，核对数字之间的关系", "Gouji: audits annual reports by cross-checking their figures")
    static let exitStatuses = help(
        """
        退出状态：0 没有达到 --fail-on 级别的问题；1 有；2 用法错误；3 有文件未能读取或写出；4 规则包不合规定。几种情形同时出现时取最大的。
        加 --language en 显示英文。
        """,
        """
        Exit status: 0 nothing at or above --fail-on; 1 findings at or above it; 2 wrong usage; 3 an input could not be read or a result not written; \
        4 a rule pack is invalid. Where several hold, the largest.
        """)

    static let audit = help("审核报告", "Audits reports")
    static let diff = help("比较两份文本，是不是报告都可以", "Compares two texts, reports or not")
    static let facts = help("列出报告表格中的数字", "Lists the figures of reports' tables")
    static let rulesCommand = help("查看、检查和测试规则", "Shows, checks and tests rules")
    static let rulesList = help("列出规则", "Lists the rules")
    static let rulesShow = help("显示一条规则", "Shows one rule")
    static let rulesCheck = help("检查规则包是否合规定", "Checks whether a rule pack is valid")
    static let rulesTest = help("运行规则包中的用例", "Runs the test cases of a rule pack")

    static let rulesNew = help("写出一个新规则文件的样子，填好即可使用", "Writes the skeleton of a rule file, to be filled in")
    static let rulesDiff = help("比较两个规则包", "Says what changed between two rule packs")
    static let newRule = help("新规则的编号，如 LOC-01", "The new rule's id, such as LOC-01")
    static let kind = help("新规则属于哪一种", "What the new rule requires")
    static let oldPack = help("旧规则包文件夹", "The folder of the old pack")
    static let newPack = help("新规则包文件夹", "The folder of the new pack")
    static let rulesTrial = help("用一批报告试运行规则，统计每条规则的结果", "Runs the rules over many reports and counts what came of each")
    static let grouping = help("按部分、级别或者依据分组", "Groups the rules by section, severity or law")
    static let examples = help("每条规则最多列出几个例子", "How many examples of each rule are shown at most")
    static let onlyRules = help("只测试这些规则，写编号或者类别，如 SUB-03,TAB", "Tests these rules alone, by id or family, such as SUB-03,TAB")
    static let mutate = help(
        "再把规则逐处改动，列出用例没有发现的改动", "Also changes the rules in every way, one at a time, and lists the changes that no case notices")

    static let paths = help("报告文件，或者存放报告的文件夹、ZIP 压缩包", "A report, or a folder or zip archive of reports")
    static let previous = help(
        "上年报告，或者存放上年报告的文件夹、ZIP 压缩包；其中的报告本身不审核",
        "Last year's report, or a folder or zip archive of them; they are not audited themselves")
    static let rules = help("规则包文件夹（默认用程序所带的）", "The folder of the rule pack (default: the one that ships with the program)")
    static let profile = help(
        "验收口径：规则包内 profiles 文件夹中的编号，或者本单位的 XML 文件",
        "The profile: the id of one in the pack's folder profiles, or a bureau's own XML file")
    static let waivers = help("豁免清单（XML 文件）", "Waivers: an XML file of findings that are accepted")
    static let asOf = help("以哪一天为准判断未交的报告和豁免是否到期", "The day by which missing reports and the expiry of waivers are judged")
    static let auditFormat = help("输出格式", "The format of the result")
    static let diffFormat = auditFormat
    static let factsFormat = auditFormat
    static let output = help("写入这个文件，而不是标准输出", "Writes to this file instead of standard output")
    static let failOn = help("达到哪个级别时退出状态为 1", "The severity from which the exit status is 1")
    static let language = help("结果、消息和帮助的语言", "The language of results, messages and help")
    static let old = help("旧文本", "The old text")
    static let new = help("新文本", "The new text")
    static let only = help(
        "只列出这些种类的变动（text、html），用逗号隔开：numbers、dates、names、wording、moved、added、removed、format",
        "Shows these kinds of change only (text, html), with commas between: numbers, dates, names, wording, moved, added, removed, format")
    static let context = help("每处变动前后各列出几段没有变的文字（text）", "How many unchanged paragraphs are shown around each change (text)")
    static let noPager = help("在终端上不分页显示（text）", "Shows the text without a pager on a terminal")
    static let author = help("修订的作者（docx）", "The author of the tracked changes (docx)")
    static let changesAsOf = help(
        "修订的日期（docx）；不写时用新文本的发布日期、落款日期或者报告年度次年的1月1日，都没有时用2000-01-01",
        "The day of the tracked changes (docx); by default that of publication or signature, else 1 January after the year, else 2000-01-01"
    )
    static let failOnChange = help("有变动时退出状态为 1", "Exits with 1 where anything differs")
    static let rule = help("规则编号", "The rule's id")
    static let packFolder = help("规则包文件夹", "The rule pack's folder")

    static let noRules = LocalizedText(
        chinese: "没有找到规则包：程序所在位置和当前文件夹都没有 \(RulesLocation.folder)。请用 --rules 指明。",
        english: "no rule pack was found: there is no \(RulesLocation.folder) beside the program or in this folder. Name one with --rules.")

    static func formatToCome(_ format: String) -> LocalizedText {
        LocalizedText(chinese: "本版本还没有 \(format) 格式", english: "format \(format) is not in this version")
    }

    static func noRule(_ name: String) -> LocalizedText {
        LocalizedText(chinese: "--only 中的“\(name)”不是规则编号，也不是类别", english: "--only names no rule and no family by “\(name)”")
    }

    static func badKinds(_ kinds: String) -> LocalizedText {
        LocalizedText(
            chinese: "--only 只能写 numbers、dates、names、wording、moved、added、removed、format，用逗号隔开；不能写“\(kinds)”",
            english: "--only wants numbers, dates, names, wording, moved, added, removed or format, with commas between; not “\(kinds)”")
    }

    static let fileWanted = LocalizedText(
        chinese: "docx 不能显示在终端上，请用 --output 指明写入哪个文件", english: "a docx cannot be shown on a terminal: name a file with --output")

    static let badContext = LocalizedText(chinese: "--context 不能小于 0", english: "--context cannot be below 0")

    static func unknownProfile(_ profile: String) -> LocalizedText {
        LocalizedText(
            chinese: "没有名为“\(profile)”的验收口径；用文件时请写路径，文件名以 .xml 结尾",
            english: "there is no profile “\(profile)”; for a file of your own give its path, which ends in .xml")
    }

    static func badDate(_ date: String) -> LocalizedText {
        LocalizedText(chinese: "--as-of 要写成 YYYY-MM-DD，“\(date)”不是一个日期", english: "--as-of wants YYYY-MM-DD; “\(date)” is no date")
    }

    static func unknownRule(_ rule: String) -> LocalizedText {
        LocalizedText(
            chinese: "没有编号为 \(rule) 的规则；用 gouji rules list 查看全部", english: "there is no rule \(rule); see gouji rules list for all")
    }

    static func badNewRule(_ id: String) -> LocalizedText {
        LocalizedText(
            chinese: "“\(id)”不能用作新规则的编号：要写成大写字母、短横、数字，如 LOC-01，并且没有用过",
            english: "'\(id)' cannot be a new rule's id: capital letters, a hyphen and digits, such as LOC-01, and not yet used")
    }

    static func exists(_ path: String) -> LocalizedText {
        LocalizedText(chinese: "\(path)：文件已经存在，没有改动", english: "\(path): the file exists and was left as it is")
    }

    static func written(_ path: String, isOfPack: Bool) -> LocalizedText {
        let part = #"<part file="\#(path.split(separator: "/").last ?? "")"/>"#
        return LocalizedText(
            chinese: "已写出 \(path)。把其中【】里的文字换掉，"
                + (isOfPack ? "再用 gouji rules check 和 gouji rules test 检查。" : "在口径中列入 \(part)，再用 gouji rules test --profile 检查。"),
            english: "\(path) was written. Replace what stands in 【】, "
                + (isOfPack
                    ? "then run gouji rules check and gouji rules test."
                    : "list \(part) in the profile, then run gouji rules test --profile."))
    }

    static func packInOrder(_ pack: RulePack, cases: Int) -> LocalizedText {
        LocalizedText(
            chinese: "规则包 \(pack.id) \(pack.version) 合规定：\(pack.forms.count) 种格式，\(pack.rules.count) 条规则，\(cases) 个用例",
            english: "rule pack \(pack.id) \(pack.version) is valid: \(pack.forms.count) forms, \(pack.rules.count) rules, \(cases) cases")
    }

    static func cannotWrite(_ path: String, _ reason: String) -> LocalizedText {
        LocalizedText(chinese: "\(path)：无法写入：\(reason)", english: "\(path): cannot be written: \(reason)")
    }
}
