import AuditModel

/// The words in which rules and their test cases are told.
enum RuleWording {
    static let severity = LocalizedText(chinese: "级别", english: "Severity")
    static let forms = LocalizedText(chinese: "适用格式", english: "Forms")
    static let allForms = LocalizedText(chinese: "全部", english: "all")
    static let cases = LocalizedText(chinese: "用例数", english: "Cases")
    static let message = LocalizedText(chinese: "内容", english: "Message")

    static let expected = LocalizedText(chinese: "应为", english: "expected")
    static let found = LocalizedText(chinese: "实为", english: "found")

    static func count(_ rules: Int) -> LocalizedText { LocalizedText(chinese: "共 \(rules) 条规则", english: "\(rules) rules") }

    static func withoutCases(_ rules: [Rule.ID]) -> LocalizedText {
        let list = rules.joined(separator: " ")
        return LocalizedText(chinese: "没有用例的规则：\(list)", english: "rules without cases: \(list)")
    }

    static func outcome(passed: Int, failed: Int, rules: Int) -> LocalizedText {
        LocalizedText(
            chinese: "\(rules) 条规则，\(passed + failed) 个用例：通过 \(passed)，失败 \(failed)",
            english: "\(rules) rules, \(passed + failed) cases: \(passed) passed, \(failed) failed")
    }
}
