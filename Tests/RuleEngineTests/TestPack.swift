import AuditModel
import DocumentModel
import RuleEngine

/// A pack of the rules given, with the vocabularies that the tests use.
func pack(_ rules: [Rule], figures: [StatementGrammar.Figure] = []) -> RulePack {
    RulePack(
        id: "test", version: "1", digest: "sha256:0", title: same("test"), forms: [SmallForm.form, SmallForm.olderForm],
        statements: StatementGrammar(sections: [], dimensions: [], words: [], figures: figures, reasons: []),
        passages: PassageGrammar(
            parts: [
                PassageGrammar.Part(id: "faults", section: "problems", cues: ["存在问题"]),
                PassageGrammar.Part(id: "steps", section: "problems", cues: ["改进措施"]),
                PassageGrammar.Part(id: "before", section: "problems", cues: ["上年问题"]),
            ],
            vocabularies: [
                "hollow": ["无", "略", "暂无", "没有"], "evidence": ["不足", "问题", "不够"], "denial": ["不存在问题", "没有不足", "没有发现…"], "general": ["平稳"],
                "retrospect": ["上年", "同比"], "prescribed": ["按照规定的格式编制"],
                "ordinals": ["一是", "二是", "三是"], "reduplications": ["一个一个"], "endings": ["化"],
                "common": ["的", "和", "工作", "群众"], "settled": ["问题均已"],
            ]),
        identity: IdentityGrammar(
            titles: [], levels: [], titleNoise: [], ownScope: [], rollUpScope: [], droppableEndings: ["人民政府", "街道办事处"], minimumEvidence: 1),
        rules: rules)
}

func same(_ text: String) -> LocalizedText { LocalizedText(chinese: text, english: text) }

func rule(
    _ requirements: Condition.Requirement..., id: String = "RULE", severity: Severity = .error, forms: [String] = [], message: String = "m",
    advice: String = "a", applicability: Applicability? = nil, exceptions: [WordException] = [],
    because: [String] = []
) -> Rule {
    Rule(
        id: id, title: same("title"), severity: severity, forms: forms, applicability: applicability, because: because,
        sources: [Citation(document: "law", at: nil)],
        conditions: requirements.map {
            Condition(requirement: $0, exceptions: exceptions, severity: nil, message: same(message), advice: same(advice))
        },
        caseCount: 0)
}

/// The verdict of one rule, and its findings.
func judge(_ rule: Rule, _ report: TestReport, previous: TestReport? = nil) -> (verdict: Verdict?, findings: [Finding]) {
    let result = Engine(pack([rule])).judge(report: report.report, previous: previous?.report)
    return (result.verdicts.first?.verdict, result.findings)
}

/// The verdict of one rule with that requirement, and its findings with messages made from the template.
func judge(
    _ requirement: Condition.Requirement, _ report: TestReport, previous: TestReport? = nil, message: String = "m",
    figures: [StatementGrammar.Figure] = []
) -> (verdict: Verdict?, findings: [Finding]) {
    let engine = Engine(pack([rule(requirement, message: message)], figures: figures))
    let result = engine.judge(report: report.report, previous: previous?.report)
    return (result.verdicts.first?.verdict, result.findings)
}

extension Finding {
    /// Where the finding is, as cases of packs write it: the indicator, else the path.
    var at: String { evidence[0].indicator ?? evidence[0].place.locator.description }
}
