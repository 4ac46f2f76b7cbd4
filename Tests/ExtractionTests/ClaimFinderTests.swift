import AuditModel
import DocumentModel
import Testing

@testable import Extraction

@Suite("Claims of narratives")
struct ClaimFinderTests {
    /// A claim in short: what is asserted, of which figure, with what the text gives.
    private func notation(_ claim: Claim) -> String {
        let what: String
        switch claim.assertion {
        case .change(let direction, nil): what = "\(direction)"
        case .change(let direction, .percent(let percent)?):
            what =
                percent.range.map { "\(direction) by \($0.least.map(\.description) ?? "") to \($0.most.map(\.description) ?? "") %" }
                ?? "\(direction) \(percent.value)%/\(percent.decimals)"
        case .change(let direction, .difference(let amount)?): what = "\(direction) by \(amount)"
        case .change(let direction, .either(let amount)?): what = "\(direction) by or from \(amount)"
        case .was: what = "was"
        case .multiple(let times): what = "times \(times.value)"
        case .level: what = "level"
        case .similar: what = "similar"
        case .share(let percent): what = "share \(percent.value)%/\(percent.decimals)"
        case .none: what = "none"
        }
        let values = claim.values.map { " \($0)" }.joined()
        return what + " of " + (claim.figure ?? "text") + values + (claim.base.map { " from \($0)" } ?? "")
    }

    private func claims(_ text: String, in section: String = "applications", figures: [String: Int] = [:]) throws -> [String] {
        try ShippedPack.load().narrative(text, in: section, figures: figures).claims.map(notation)
    }

    @Test(
        "Changes are told of what stands before them",
        arguments: [
            ("收到政府信息公开申请50件，同比增长25.0%。", ["rise 25%/1 of applications-received 50"]),
            ("收到政府信息公开申请50件（较上年减少3件）。", ["fall by 3 of applications-received 50"]),
            ("政府信息公开申请量较去年同期明显上升。", ["rise of applications"]),
            ("新收申请9件，与2023年持平。", ["level of applications-new 9"]),
            ("收到申请9件，与上年基本持平。", ["similar of applications-received 9"]),
            ("新收申请9件，是上年的1.5倍。", ["times 1.5 of applications-new 9"]),
            ("新收申请9件，比上年的6件增长五成。", ["rise by 40 to 60 % of applications-new 9 from 6"]),
            ("与上年相比，新收申请9件，增加2件，增长28.57%。", ["rise by 2 of applications-new 9", "rise 28.57%/2 of applications-new 9"]),
            ("新收申请9件，比上年翻了一番。", ["times 2 of applications-new 9"]),
            ("收到申请9件，较上年下降百分之12.5。", ["fall 12.5%/1 of applications-received 9"]),
            ("新收申请由上年的17件降至今年的12件。", ["fall of applications-new 12 from 17"]),
            ("新收申请12件，上年为17件。", ["was of applications-new 12 from 17"]),
            ("2023年新收申请17件，2024年新收12件，有所减少。", ["fall of applications-new 12 from 17"]),
            ("2023年新收申请17件。", ["was of applications-new from 17"]),
            ("新收申请12件，低于上年5件。", ["fall by or from 5 of applications-new 12"]),
            ("新收申请上年17件，本年减少为12件。", ["fall of applications-new 12 from 17"]),
        ] as [(String, [String])])
    func changes(_ text: String, _ expected: [String]) throws { #expect(try claims(text) == expected) }

    @Test(
        "Nothing is claimed of other times, of plans, of what is approximate, or of what the form does not know",
        arguments: [
            "收到申请9件，环比增长20%。", "收到申请9件，较2021年增长20%。", "收到申请9件，较往年有所增加。",
            "收到申请9件，力争同比减少20%。", "办理政协提案9件，均已办结，办结率100%。",
            "答复规范性较上年提高20%。", "收到申请9件，较上年增加了网络渠道。", "收到申请9件，尚未全部办结。", "确保申请全部按时答复。",
            "收到申请9件，按时办结率100%。", "收到申请9件，办结率同比提高2个百分点。",
        ])
    func nothing(_ text: String) throws { #expect(try claims(text) == []) }

    @Test(
        "A change of what the form does not know waits for last year's report, and says which statement it is about",
        arguments: [
            ("政府网站访问量9万次，同比增长20%。", "rise 20%/0 of text 9", "政府网站访问量9万次"),
            ("办理政协提案9件，同比增长20%。", "rise 20%/0 of text 9", "办理政协提案9件"),
            ("公开信息90条，其中公告60条、其他30条，总量较上年减少。", "fall of text 90", "公开信息90条"),
            ("发布解读83篇，解读数量较上年增加9篇。", "rise by 9 of text 83", "发布解读83篇"),
        ])
    func untold(_ text: String, _ claim: String, _ subject: String) throws {
        let narrative = try ShippedPack.load().narrative(text, in: "applications", figures: [:])
        #expect(narrative.claims.map { notation($0).replacing("90000", with: "9") } == [claim])
        #expect(narrative.claims.map { $0.subject?.quote } == [subject])
    }

    @Test("Proportions that come first are shares of what they are told of")
    func proportions() throws {
        #expect(try claims("近七成申请予以公开。") == ["share 70%/0 of results"])
        #expect(try claims("近七成予以公开的申请涉及征地。") == [])
        #expect(try claims("予以公开的占比由上年的44%变为40%。") == ["share 40%/0 of results"])
    }

    @Test(
        "Shares, rates and what is said of all",
        arguments: [
            ("办结申请81件，其中予以公开42件，占51.85%。", ["share 51.85%/2 of results 42"]),
            ("公开信息200条，其中民生类50条，占25%。", ["share 25%/0 of text 50"]),
            ("收到申请9件，办结率为98.5%。", ["share 98.5%/1 of applications-completed"]),
            ("收到申请9件，均依法按时答复。", ["none of all-received-completed"]),
            ("收到申请9件。均已办结。", ["none of all-received-completed"]),
            ("所有申请均已按期办结。", ["none of all-completed"]),
            ("收到申请9件，均为自然人提出。", ["none of all-received-of-natural-persons"]),
            ("行政复议2件、行政诉讼1件，均获维持。", ["none of all-litigation-upheld", "none of all-reviews-upheld"]),
            ("行政诉讼案件3件，均已审结，结果均为维持。", ["none of all-litigation-concluded", "none of all-litigation-upheld"]),
            ("办结申请9件，均按时答复。", []),
        ] as [(String, [String])])
    func others(_ text: String, _ expected: [String]) throws { #expect(try claims(text) == expected) }

    @Test("What the paragraph itself excepts is no contradiction")
    func exceptions() throws {
        let text = "收到申请9件，办结7件，均按时答复，其余2件结转下年度继续办理。"
        #expect(try claims(text, figures: ["applications.carried-over.total": 2]) == [])
        #expect(try claims("收到申请9件，均按时答复。", figures: ["applications.carried-over.total": 2]) == ["none of all-received-completed"])
    }

    @Test("A claim is quoted with the number that it is about")
    func quote() throws {
        let claims = try ShippedPack.load().narrative("全年平稳。收到申请50件，同比增长25%。另有其他。", in: "applications").claims
        #expect(claims.map(\.quote) == ["收到申请50件，同比增长25%"])
        #expect(claims.first?.place.position.column == 6)
    }
}
