import AuditModel
import DocumentDiff

/// The words in which it is told what a report has of last year's.
enum CarryoverWording {
    static let copiedHeading = LocalizedText(chinese: "沿用上年的文字", english: "Text carried over")
    static let followUpHeading = LocalizedText(chinese: "上年的问题和措施今年怎样回应", english: "Last year's problems and measures")
    static let leftoverHeading = LocalizedText(chinese: "沿用的文字里没有改过来的年份和数字", english: "Years and figures left standing")
    static let passageHeading = LocalizedText(chinese: "沿用最长的文字", english: "The longest passages")
    static let length = LocalizedText(chinese: "字数", english: "Length")
    static let passage = LocalizedText(chinese: "文字", english: "Text")
    static let fault = LocalizedText(chinese: "应核对", english: "To be checked")
    static let here = LocalizedText(chinese: "本年位置", english: "This year")
    static let there = LocalizedText(chinese: "上年位置", english: "Last year")
    static let lastYear = LocalizedText(chinese: "上年报告", english: "Last year's report")
    static let thisYear = LocalizedText(chinese: "本年报告", english: "This year's report")
    static let state = LocalizedText(chinese: "回应", english: "Response")
    static let overlap = LocalizedText(chinese: "相同字对", english: "Pairs shared")
    static let basis = LocalizedText(
        chinese: "“相同字对”为：这一句里有多少个与上年该项相同的两字组合／该项除去常用词后共有多少个；是用词的重合，不是对整改效果的评价。",
        english:
            "Pairs shared: how many of the item's pairs of characters stand in the sentence, of all that it has without common words. It tells which words recur, not whether the problem is solved."
    )

    /// How much was carried over, in the whole and by section.
    static func share(_ copied: CopiedText) -> LocalizedText {
        let whole = percent(copied.share ?? 0)
        return LocalizedText { language in
            let parts = copied.parts.map { part in
                "\(part.title.isEmpty ? ComparisonWording.beginning[language] : part.title) \(percent(part.share))%"
            }
            switch language {
            case .chinese: return "不计年份、数字、单位名称和规定语句，全文 \(whole)% 的文字与上年相同。" + (parts.isEmpty ? "" : "其中：\(parts.joined(separator: "；"))。")
            case .english:
                return "Years, figures, the unit's name and prescribed sentences apart, \(whole)% of the text is last year's"
                    + (parts.isEmpty ? "." : ": \(parts.joined(separator: "; ")).")
            }
        }
    }

    static func leftover(_ leftover: Leftover) -> LocalizedText {
        switch leftover.kind {
        case .year: LocalizedText(chinese: "仍是上年的年份 \(leftover.text)", english: "still last year's year, \(leftover.text)")
        case .figure(_, let number):
            LocalizedText(
                chinese: "仍是上年的数字 \(leftover.text)，本年表中为 \(number)",
                english: "still last year's figure, \(leftover.text); this year's table has \(number)")
        }
    }

    static func state(_ state: FollowUp.State) -> LocalizedText {
        switch state {
        case .answered: LocalizedText(chinese: "有回应", english: "answered")
        case .repeated: LocalizedText(chinese: "又列出", english: "named again")
        case .notMentioned: LocalizedText(chinese: "没有提到", english: "not mentioned")
        case .unclear: LocalizedText(chinese: "不能判断", english: "cannot be told")
        }
    }

    /// How many of an item's pairs the answer shares; of an item that nothing answers, how many stand anywhere.
    static func overlap(_ followUp: FollowUp) -> String {
        let shared = followUp.state == .notMentioned ? followUp.found : followUp.answer?.shared ?? 0
        return "\(shared)/\(followUp.pairs)"
    }

    /// Rounded half up.
    static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
