import AuditModel
import DocumentModel

/// Requirements on wordings, lengths and numbers in the text.
extension RequirementWording {
    func textSentence(_ requirement: Condition.Requirement) -> LocalizedText {
        switch requirement {
        case .claimsHold(let kinds):
            LocalizedText { language in
                let all = kinds.isEmpty ? Claim.Kind.allCases : kinds
                let list = PackWording.list(all.map { Self.claim($0)[language] }, language)
                let isRounded = all.contains { $0 != .none }
                switch language {
                case .chinese: return "文字中的\(list)与数字相符。" + (isRounded ? "写到几位小数就算到几位，四舍五入、舍去尾数都可以。" : "")
                case .english:
                    return "What the text says of \(list) follows from the figures"
                        + (isRounded ? ", rounded or cut off at the last decimal that it gives." : ".")
                }
            }
        case .yearNamed(let pattern, let ahead):
            ahead
                ? text("符合 \(pattern) 的文字写的年份是报告年度或者以后的年度。", "The year in what is like \(pattern) is the reporting year or a later one.")
                : text("符合 \(pattern) 的文字写的年份是报告年度。", "The year in what is like \(pattern) is the reporting year.")
        case .headingsWorded(let misspelt):
            misspelt
                ? text("各部分的标题没有错字、漏字、多字。", "No section's heading is a character or two away from the form's.")
                : text("各部分的标题用字与规定格式一致。", "The sections' headings are worded as the form has them.")
        case .mentions(let key, let vocabularies, let minimum):
            LocalizedText { language in
                let section = names.section(key)[language]
                let groups = vocabularies.map { names.vocabulary($0)[language] }
                switch language {
                case .chinese: return "\(section)部分（不足 \(minimum) 字的不看）写到以下各方面：\(groups.joined(separator: "；"))。"
                case .english:
                    return
                        "The section \(section) (of at least \(minimum) characters) has words of each of: \(groups.joined(separator: "; "))."
                }
            }
        case .sectionLength(let key, let maximum):
            LocalizedText { language in
                let section = names.section(key)[language]
                return language == .chinese
                    ? "\(section)部分的文字不超过 \(maximum) 字。" : "The text of \(section) has at most \(maximum) characters."
            }
        case .partsAnnounced(let pattern):
            text(
                "第一部分以前写明的部分数（\(pattern)）就是报告的部分数。",
                "The number of parts that is announced before section one (\(pattern)) is that of the report.")
        case .titleMatches(let pattern): text("标题符合 \(pattern)。", "The title is like \(pattern).")
        case .linesInOrder: text("表格的各行按规定格式的次序排列。", "The rows of tables stand in the form's order.")
        case .labelsWorded: text("表格的行名、列名与规定格式一致。", "Labels of rows and columns are worded as the form has them.")
        case .figuresRepeated(let table, let minimum):
            LocalizedText { language in
                let name = names.table(table)[language]
                switch language {
                case .chinese: return "“\(name)”不是上一年度的原样（非零的数字少于 \(minimum) 个的不看）。"
                case .english:
                    return "The \(name) is not last year's over again (with fewer than \(minimum) figures that are not 0 it may be)."
                }
            }
        case .sentencesRepeated(let minimum, let prescribed):
            LocalizedText { language in
                let words = names.vocabulary(prescribed)[language]
                switch language {
                case .chinese: return "没有 \(minimum) 字以上的句子出现两次；含有\(words)的规定语句除外。"
                case .english: return "No sentence of \(minimum) characters or more stands twice, but for prescribed ones with \(words)."
                }
            }
        case .takenUp(let terms):
            LocalizedText { language in
                let section = names.section(terms.section)[language]
                let settled = names.vocabulary(terms.settled)[language]
                let percent = terms.threshold.multiplied(by: Quantity(100))?.description ?? terms.threshold.description
                switch language {
                case .chinese:
                    return
                        "上一年度报告\(section)部分的 \(terms.part)，逐项在本年度报告中有回应：有句子写到同一件事，或者有\(settled)这一类概括的说明。除去常用词后不足 \(terms.minimum) 个字对的、分不清条目的不作判断；字对有超过 \(percent)% 在全文中出现的不算没有提到。"
                case .english:
                    return
                        "This year's report takes up, one by one, what last year's \(section) lists as \(terms.part): some sentence is about the same, or words such as \(settled) settle everything. Items with fewer than \(terms.minimum) pairs of characters beside common words, and those that cannot be told apart, are not judged; one of which more than \(percent) % of the pairs occur anywhere is not called unmentioned."
                }
            }
        case .partSubstance(let section, let part, let hollow):
            LocalizedText { language in
                let name = names.section(section)[language]
                let words = names.vocabulary(hollow)[language]
                return language == .chinese
                    ? "\(name)部分的 \(part) 不只是\(words)这一类字样。" : "The \(part) of the \(name) say more than such words as \(words)."
            }
        case .itemsAnswered(let terms):
            LocalizedText { language in
                let section = names.section(terms.section)[language]
                switch language {
                case .chinese:
                    return
                        "\(section)部分所列的 \(terms.part)，逐项在 \(terms.answers) 中有回应。各项回应比所列的少、每项都看得出是针对哪一条的，才作判断；除去常用词后不足 \(terms.minimum) 个字对的不作判断。"
                case .english:
                    return
                        "Each of the \(terms.part) that the \(section) lists is answered among its \(terms.answers). Judged where there are fewer answers than items and each can be told to be to one; items with fewer than \(terms.minimum) pairs of characters beside common words are not."
                }
            }
        case .enumerations(let vocabulary):
            LocalizedText { language in
                let words = names.vocabulary(vocabulary)[language]
                return language == .chinese
                    ? "\(words)这一类序号依次出现，没有缺漏、重复。" : "Such ordinals as \(words) come in order, none left out and none twice."
            }
        case .bracketsPaired: text("括号、书名号成对。", "Brackets and title marks come in pairs.")
        case .wordsDoubled(let lawful, _):
            LocalizedText { language in
                let words = names.vocabulary(lawful)[language]
                return language == .chinese ? "没有词语重复；\(words)这一类叠用除外。" : "No word stands twice in a row, but for such as \(words)."
            }
        case .selfNames: text("单位的自称与单位的性质一致。", "The unit speaks of itself as what it is.")
        case .multiples(let factor, let figure):
            LocalizedText { language in
                let name = names.statementFigure(figure)[language]
                return language == .chinese ? "\(name)是 \(factor) 的整数倍。" : "The \(name) is a whole multiple of \(factor)."
            }
        default: LocalizedText { _ in requirement.elementName }
        }
    }

    private static func claim(_ kind: Claim.Kind) -> LocalizedText {
        switch kind {
        case .change: LocalizedText(chinese: "增减、倍数、持平", english: "changes")
        case .share: LocalizedText(chinese: "占比", english: "shares")
        case .was: LocalizedText(chinese: "所述上年数字", english: "figures stated for last year")
        case .none: LocalizedText(chinese: "“均”“全部”一类说法", english: "“all” and “none”")
        }
    }
}
