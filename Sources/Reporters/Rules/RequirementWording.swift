import AuditModel
import DocumentModel

/// What rules require, as sentences.
struct RequirementWording {
    let names: PackWording

    func text(_ chinese: String, _ english: String) -> LocalizedText { LocalizedText(chinese: chinese, english: english) }

    private func sections(_ keys: [String]) -> LocalizedText { PackWording.list(keys.map(names.section)) }

    /// What has to be so, a whole sentence.
    func sentence(_ requirement: Condition.Requirement) -> LocalizedText {
        switch requirement {
        case .sectionsPresent: text("格式规定必须有的各部分都在。", "Every section that the form requires is there.")
        case .sectionsInOrder:
            text("各部分按格式的次序排列，编号与格式一致，各出现一次。", "The sections stand in the form's order, numbered as in the form, each once.")
        case .sectionSubstance(let keys, let hollow, let whenEmpty):
            LocalizedText { language in
                let list = sections(keys)[language]
                let words = names.vocabulary(hollow)[language]
                switch language {
                case .chinese: return whenEmpty ? "\(list)各部分有内容，不是只有标题。" : "\(list)各部分的内容不只是\(words)这一类字样。"
                case .english:
                    return whenEmpty
                        ? "\(list): each has content, not only a heading." : "\(list): each says more than such words as \(words)."
                }
            }
        case .partSubstance: textSentence(requirement)
        case .account(let key, let parts, let evidence, let denial, let hollow, _, let beside):
            account(key, parts, evidence, denial, hollow, beside)
        case .formDue: text("报告采用的格式是该报告年度应当采用的格式。", "The report follows the form that is due for its reporting year.")
        case .tablesPresent: text("格式规定的各张表格都在。", "Every table that the form requires is there.")
        case .linesPresent: text("表格的各行、各列都在。", "Every row and column of the tables is there.")
        case .cellsFilled(let kinds):
            LocalizedText { language in
                let list = PackWording.list(kinds.map { Self.kind($0)[language] }, language)
                return language == .chinese ? "表格各格填有数字，没有\(list)。" : "Every cell holds a number; none is \(list)."
            }
        case .cellsInRange:
            text("件数是不小于 0 的整数，金额不小于 0。", "Counts are whole and not negative; amounts are not negative.")
        case .equation(let equation): self.equation(equation)
        case .statementsAgree(let figures):
            LocalizedText { language in
                let list = PackWording.list(figures.map { names.statementFigure($0)[language] }, language)
                switch language {
                case .chinese:
                    return (figures.isEmpty ? "文字写明的数字与表格一致。" : "文字写明的下列数字与表格一致：\(list)。") + "容差 0，须完全相等；约数和区间不作比较。"
                case .english:
                    return
                        (figures.isEmpty
                        ? "The figures stated in the text are those of the tables."
                        : "These figures stated in the text are those of the tables: \(list).")
                        + " Tolerance 0: exactly; approximate numbers and ranges are not compared."
                }
            }
        case .statementsConsistent: text("文字几处写到同一个数字时，各处一致。", "Where the text states a figure more than once, it is the same everywhere.")
        case .partsAddUp:
            text(
                "“其中”“分别”所列各项之和等于总数；只列举部分的，不超过总数。",
                "Parts stated with their whole add up to it; where only some are listed, none exceeds it.")
        case .periodYear(let period, let retrospect, _, _):
            LocalizedText { language in
                let words = names.vocabulary(retrospect)[language]
                switch language {
                case .chinese:
                    return period ? "统计期限写的年份就是报告年度。" : "句子开头写的年份就是报告年度；句中有\(words)这一类字样的除外。"
                case .english:
                    return period
                        ? "The reporting period is written with the reporting year."
                        : "Sentences begin with no other year than the reporting year, unless they hold such words as \(words)."
                }
            }
        case .repetition(let keys, let parts, let exempt, let threshold, let minimum, let prescribed):
            repetition(keys, parts, exempt, threshold, minimum, prescribed)
        case .paragraphsRepeated(let keys, let threshold, let minimum, let prescribed):
            repetition(keys, [], [], threshold, minimum, prescribed, ofParagraphs: true)
        case .abnormalChange(let factor, let minimum, let indicators):
            LocalizedText { language in
                let which = PackWording.list(indicators.map { names.figures($0)[language] }, language)
                switch language {
                case .chinese:
                    return "\(indicators.isEmpty ? "各个数字" : which)与上一年度相比，没有既相差超过 \(factor) 倍、又相差超过 \(minimum) 的。"
                case .english:
                    return
                        "\(indicators.isEmpty ? "No figure" : "None of \(which)") differs from last year's by more than \(factor) times and by more than \(minimum)."
                }
            }
        case .identity(let aspect): identity(aspect)
        case .deadline(let limits): deadline(limits)
        case .forbidden(let pattern, let keys, let except): forbidden(pattern, keys, except)
        case .relation(let relation): self.relation(relation)
        case .claimsHold, .yearNamed, .headingsWorded, .mentions, .sectionLength, .partsAnnounced, .titleMatches, .labelsWorded,
            .linesInOrder, .figuresRepeated, .sentencesRepeated, .enumerations, .bracketsPaired, .wordsDoubled, .selfNames, .multiples,
            .takenUp, .itemsAnswered:
            textSentence(requirement)
        case .xpath(let expression):
            text("XPath 表达式 \(expression) 成立。", "The XPath expression \(expression) is true.")
        case .assertion(let assertion):
            text(
                "XPath 表达式 \(assertion.test)\(assertion.isReport ? "不成立" : "成立")。",
                "The XPath expression \(assertion.test) is \(assertion.isReport ? "false" : "true").")
        }
    }

    private static func kind(_ kind: String) -> LocalizedText {
        switch kind {
        case "blank": LocalizedText(chinese: "空格", english: "blank")
        case "not-applicable": LocalizedText(chinese: "“/”一类符号", english: "a mark such as “/”")
        default: LocalizedText(chinese: "文字", english: "text")
        }
    }

    private func account(
        _ key: String, _ parts: [String], _ evidence: String, _ denial: String?, _ hollow: String?, _ beside: String?
    ) -> LocalizedText {
        LocalizedText { language in
            let section = names.section(key)[language]
            let words = names.vocabulary(evidence)[language]
            let denials = denial.map { names.vocabulary($0)[language] }
            let fillers = hollow.map { names.vocabulary($0)[language] }
            switch language {
            case .chinese:
                let within = parts.isEmpty ? "" : "（先看其中的 \(parts.joined(separator: "、"))）"
                let without = denials.map { "，\($0)这一类否定、套话不算" } ?? ""
                let free = fillers.map { "；有小标题的，只要写了\($0)以外的内容也可以" } ?? ""
                let only = beside.map { "只有 \($0) 写到这一类内容的，" } ?? ""
                return "\(only)\(section)部分\(within)写有\(words)这一类内容\(without)\(free)。"
            case .english:
                let within = parts.isEmpty ? "" : " (in \(parts.joined(separator: ", ")) where it has them)"
                let without = denials.map { ", not counting denials such as \($0)" } ?? ""
                let free = fillers.map { "; below a label of its own anything serves but \($0)" } ?? ""
                let only = beside.map { "Where nothing but \($0) says so: " } ?? ""
                return "\(only)The section \(section)\(within) says something with such words as \(words)\(without)\(free)."
            }
        }
    }

    private func repetition(
        _ keys: [String], _ parts: [String], _ exempt: [String], _ threshold: Quantity, _ minimum: Int, _ prescribed: String?,
        ofParagraphs: Bool = false
    ) -> LocalizedText {
        LocalizedText { language in
            let list = sections(keys)[language]
            let percent = threshold.multiplied(by: Quantity(100))?.description ?? threshold.description
            let left = prescribed.map { names.vocabulary($0)[language] }
            switch language {
            case .chinese:
                let which = parts.isEmpty ? "" : "，按 \(parts.joined(separator: "、")) 分别比较"
                let other = exempt.isEmpty ? "" : "，\(exempt.joined(separator: "、")) 不计"
                let formal = left.map { "；含有\($0)的规定语句不计" } ?? ""
                let what = ofParagraphs ? "各段" : "文字"
                return "\(list)的\(what)\(which)\(other)，隐去年份、数字和单位名称后，与上一年度相似不到 \(percent)%（不足 \(minimum) 字的不比较）\(formal)。"
            case .english:
                let which = parts.isEmpty ? "" : ", each of \(parts.joined(separator: ", ")) by itself"
                let other = exempt.isEmpty ? "" : ", without \(exempt.joined(separator: ", "))"
                let formal = left.map { "; prescribed sentences with \($0) do not count" } ?? ""
                let what = ofParagraphs ? "Each paragraph" : "The text"
                return
                    "\(what) of \(list)\(which)\(other) is less than \(percent) % like last year's once years, figures and the unit's name are masked (below \(minimum) characters nothing is compared)\(formal)."
            }
        }
    }

    private func identity(_ aspect: Condition.Requirement.Identity) -> LocalizedText {
        switch aspect {
        case .titleLacksUnit: text("标题写明单位。", "The title names the unit.")
        case .titleLacksYear: text("标题写明年度。", "The title names the year.")
        case .unitContradicts: text("标题中的单位与落款、正文一致。", "The unit in the title is that of signature and text.")
        case .yearContradicts: text("标题中的年度与统计期限、正文一致。", "The year in the title is that of period and text.")
        case .pageContradicts: text("发布页面的标题与报告的单位、年度一致。", "The page's title names the report's unit and year.")
        case .textContradicts: text("正文开头所称的报告是标题中的单位的。", "The report that the text names at its beginning is that of the title's unit.")
        case .speakerContradicts: text("正文所说的单位是标题中的单位。", "The unit of which the text speaks is the title's.")
        case .signatureLacks: text("文末写明单位名称和日期。", "Unit and date stand below the text.")
        case .signatureContradicts: text("落款日期不早于报告年度结束。", "The date below the text is not before the end of the reporting year.")
        case .signatureAfterPublication: text("落款日期不晚于公布日期。", "The date below the text is not later than that of publication.")
        case .unitChanged: text("单位名称与上一年度报告相同。", "The unit is called as in last year's report.")
        }
    }

    private func deadline(_ limits: [Condition.Requirement.Limit]) -> LocalizedText {
        LocalizedText { language in
            let parts = limits.map { limit in
                let levels = limit.levels.joined(separator: language == .chinese ? "、" : ", ")
                let scopes = limit.scopes.isEmpty ? "" : " (\(limit.scopes.joined(separator: " ")))"
                let severity = limit.severity.map { AuditWording.severity($0)[language] }
                switch language {
                case .chinese: return "\(levels)\(scopes)：次年 \(limit.month) 月 \(limit.day) 日\(severity.map { "（\($0)）" } ?? "")"
                case .english:
                    return "\(levels)\(scopes): \(limit.month)-\(limit.day) of the next year\(severity.map { " (\($0))" } ?? "")"
                }
            }
            let list = parts.joined(separator: language == .chinese ? "；" : "; ")
            return language == .chinese ? "报告在规定日期以前公布。\(list)。" : "The report is published in time. \(list)."
        }
    }

    private func forbidden(_ pattern: String, _ keys: [String], _ except: [String]) -> LocalizedText {
        LocalizedText { language in
            let place = keys.isEmpty ? "" : sections(keys)[language]
            switch language {
            case .chinese:
                let other = except.isEmpty ? "" : "；属于以下写法的除外：\(except.joined(separator: "　"))"
                return "\(place.isEmpty ? "全文" : place)没有符合 \(pattern) 的文字\(other)。"
            case .english:
                let other = except.isEmpty ? "" : "; except within \(except.joined(separator: "  "))"
                return "\(place.isEmpty ? "Nothing in the text" : "Nothing in \(place)") is like \(pattern)\(other)."
            }
        }
    }
}
