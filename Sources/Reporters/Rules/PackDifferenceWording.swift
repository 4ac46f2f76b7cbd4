import AuditModel

/// The words in which the difference of two packs is told.
enum PackDifferenceWording {
    static let added = LocalizedText(chinese: "新增规则", english: "Added")
    static let removed = LocalizedText(chinese: "删去规则", english: "Removed")
    static let changed = LocalizedText(chinese: "改动规则", english: "Changed")

    private static let was = LocalizedText(chinese: "原为", english: "was")
    private static let isNow = LocalizedText(chinese: "现为", english: "is")

    static func lines(_ aspect: PackDifference.Aspect) -> [(label: LocalizedText, text: LocalizedText)] {
        switch aspect {
        case .severity(let old, let new):
            [
                (
                    RuleWording.severity,
                    LocalizedText { "\(AuditWording.severity(old)[$0]) → \(AuditWording.severity(new)[$0])" }
                )
            ]
        case .title(let old, let new): [(was, old), (isNow, new)]
        case .reach:
            [(RuleWording.premise, LocalizedText(chinese: "适用的格式、单位、年度或者前提有变化", english: "forms, levels, years or premises differ"))]
        case .sources(let removed, let added):
            removed.map { citation in (AuditWording.law, LocalizedText { "− " + AuditWording.citation(citation, $0) }) }
                + added.map { citation in (AuditWording.law, LocalizedText { "+ " + AuditWording.citation(citation, $0) }) }
        case .parameters: [(RuleWording.parameter, LocalizedText(chinese: "参数有变化", english: "the parameters differ"))]
        case .requirements(let old, let new):
            old.filter { !new.contains($0) }.map { (was, $0) } + new.filter { !old.contains($0) }.map { (isNow, $0) }
                + (old == new ? [(RuleWording.requirement, LocalizedText(chinese: "条件有变化", english: "the conditions differ"))] : [])
        case .wording:
            [(RuleWording.message, LocalizedText(chinese: "文字或者单项级别有变化", english: "messages, advice or single severities differ"))]
        case .cases(let removed, let added):
            [
                (
                    RuleWording.cases,
                    LocalizedText(chinese: "删去 \(removed) 个，新增 \(added) 个", english: "\(removed) removed, \(added) added")
                )
            ]
        }
    }

    static func summary(_ difference: PackDifference) -> LocalizedText {
        let (added, removed, changed) = (
            difference.addedRules.count, difference.removedRules.count, difference.changedRules.count
        )
        let lists = difference.exchanges.count
        return LocalizedText(
            chinese: "规则：新增 \(added)，删去 \(removed)，改动 \(changed)；词语、指标等列表：改动 \(lists)",
            english: "rules: \(added) added, \(removed) removed, \(changed) changed; lists of words and figures: \(lists) changed")
    }
}
