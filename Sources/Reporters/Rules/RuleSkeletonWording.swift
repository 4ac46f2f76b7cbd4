package import AuditModel
import DocumentModel

/// The skeleton of a rule file, to be filled in.
package enum RuleSkeletonWording {
    /// What the rule of a skeleton requires.
    package enum Kind: String, CaseIterable, Sendable {
        case equation, forbidden, account
    }

    /// The file's name within its folder.
    package static func fileName(of id: Rule.ID) -> String { "\(id).xml" }

    /// Whether a text can be a rule's id.
    package static func isID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && parts[1].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// A rule file in which everything in 【】 is to be replaced; the instruments, sections and a figure of the pack are named for choice.
    package static func file(id: Rule.ID, kind: Kind, pack: RulePack) -> String {
        let instruments = pack.instruments.map { "         \($0.id)  \(comment($0.document))" }.joined(separator: "\n")
        let form = pack.forms.first
        let sections = (form?.sections ?? []).map(\.entry.key).joined(separator: " ")
        let figure = form?.indicators.first?.id ?? ""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- 把【】连同里面的文字换掉。改完后运行：
                   gouji rules check 规则包文件夹
                   gouji rules test 规则包文件夹
                 属于某个口径的，先在口径中列入这个文件（part），测试时用 profile 选项指明口径。
                 可以引用的依据（ref）：
            \(instruments)
                 各部分（section）：\(sections)
                 各个数字的编号用 gouji facts 报告 查看，例如 \(figure)
                 severity：error 须改正，query 须说明，note 提示
                 Replace everything in 【】; then check and test the pack. -->
            <rules>
              <rule id="\(id)" severity="query">
                <title xml:lang="zh-Hans">【违反时是什么问题】</title>
                <title xml:lang="en">【what is wrong when it is violated】</title>
                <source ref="【依据】" at="【第几条】"/>
            \(condition(kind))
              </rule>
            </rules>

            """
    }

    private static func condition(_ kind: Kind) -> String {
        switch kind {
        case .equation:
            """
                <equation>
                  <require>【数字的编号】 + 【数字的编号】 = 【数字的编号】</require>
                  <message xml:lang="zh-Hans">【说明】：{computation}，表中为{stated}，相差{difference}。</message>
                  <message xml:lang="en">【explanation】: {computation}; the table has {stated}, a difference of {difference}.</message>
                  <advice xml:lang="zh-Hans">【怎样改】{repair}</advice>
                  <advice xml:lang="en">【what to do】 {repair}</advice>
                </equation>

                <!-- others：没有列出的格填什么；at：问题应当指在哪里 -->
                <case verdict="violated" at="【数字的编号】">
                  <figures others="0">【数字的编号】=3 【数字的编号】=5</figures>
                </case>
                <case verdict="satisfied">
                  <figures others="0">【数字的编号】=5 【数字的编号】=5</figures>
                </case>
                <case verdict="undetermined" at="【数字的编号】">
                  <figures others="0">【数字的编号】=</figures>
                </case>
            """
        case .forbidden:
            """
                <forbidden pattern="【不该出现的文字，可用 RE2 正则表达式】">
                  <message xml:lang="zh-Hans">“{section}”写有“{quote}”。</message>
                  <message xml:lang="en">“{section}” has “{quote}”.</message>
                  <advice xml:lang="zh-Hans">【怎样改】</advice>
                  <advice xml:lang="en">【what to do】</advice>
                </forbidden>

                <!-- at：s1/p1 是第一部分第一段 -->
                <case verdict="violated" at="s1/p1">
                  <text section="【部分】">【写有这种文字的一段】</text>
                </case>
                <case verdict="satisfied">
                  <text section="【部分】">【没有这种文字的一段】</text>
                </case>
            """
        case .account:
            """
                <account section="【部分】" evidence="【词表】">
                  <message xml:lang="zh-Hans">“{section}”没有写明【什么】。</message>
                  <message xml:lang="en">“{section}” does not say 【what】.</message>
                  <advice xml:lang="zh-Hans">【怎样改】</advice>
                  <advice xml:lang="en">【what to do】</advice>
                </account>

                <!-- evidence：passages.xml 中词表（vocabulary）的编号，写有其中的词就算写明；at：s6 是第六部分 -->
                <case verdict="violated" at="【s几】">
                  <text section="【部分】">【没有写明的一段】</text>
                </case>
                <case verdict="satisfied">
                  <text section="【部分】">【写明了的一段】</text>
                </case>
            """
        }
    }

    /// A text that a comment can hold.
    private static func comment(_ text: String) -> String { text.split(separator: "-").joined(separator: "-") }
}
