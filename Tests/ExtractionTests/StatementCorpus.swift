import Testing

/// Sentences composed for the project, each with what it states. One statement a word: `id=value` for a bound one (`a+b` for a sum; `applications` and
/// `.total` are left out), `~reason=value` for an unbound one, `?reason=value` for an ambiguous one.
struct CorpusLine: Sendable, CustomTestStringConvertible {
    let section: String
    let text: String
    let states: [String]

    init(_ section: String, _ text: String, _ states: String) {
        self.section = section
        self.text = text
        self.states = states.split(separator: " ").map(String.init)
    }

    var testDescription: String { text }
}

enum StatementCorpus {
    static let received: [CorpusLine] = [
        CorpusLine("overview", "全年共收到政府信息公开申请12件。", "new=12"),
        CorpusLine("overview", "2024年，本机关收到政府信息公开申请12件，均已按期答复。", "new=12"),
        CorpusLine("overview", "本年度新收政府信息公开申请８件，上年结转2件。", "new=8 carried-in=2"),
        CorpusLine("overview", "我局共接收依申请公开申请书55份。", "new=55"),
        CorpusLine("overview", "全年收到1,466件信息公开申请。", "new=1466"),
        CorpusLine("overview", "全市受理政府信息公开申请1.2万件。", "new=12000"),
        CorpusLine("overview", "一年来，收到公民提交的政府信息公开申请十二件。", "new=12"),
        CorpusLine("overview", "全年受理依申请公开一百零五件。", "new=105"),
        CorpusLine("overview", "收到政府信息公开申请一千零二十件。", "new=1020"),
        CorpusLine("overview", "收到政府信息公开申请两件，答复两件。", "new=2 result.total=2"),
        CorpusLine("overview", "收到政府信息公开申请一件，已办理完毕。", "new=1"),
        CorpusLine("overview", "共收到政府信息公开申请 1 2 件。", "new=12"),
        CorpusLine("overview", "全镇收到3件由自然人发起的政府信息公开申请。", "new.natural-person=3"),
        CorpusLine("overview", "共收到12件政府信息公开申请，10件已按时答复，剩余2件结转下年度办理。", "new=12 result.total=10 carried-over=2"),
        CorpusLine("overview", "通过网络、信函等渠道共收到政府信息公开申请21件。", "new=21"),
        CorpusLine("overview", "新收到政府信息公开申请12件，上年结转2件，办结13件，结转下年度1件。", "new=12 carried-in=2 result.total=13 carried-over=1"),
        CorpusLine("overview", "办理政府信息公开申请218件（含上年度结转申请18件）。", "new=218 carried-in=18"),
        CorpusLine("applications", "本年收到申请9件，答复8件。", "new=9 result.total=8"),
        CorpusLine("applications", "答复9件，另有2件正在办理。", "result.total=9 carried-over=2"),
        CorpusLine("overview", "全年受理申请公开政府信息的事项中，依申请公开共7件，结转至2025年1件。", "new=7 carried-over=1"),
    ]

    static let parties: [CorpusLine] = [
        CorpusLine("overview", "收到政府信息公开申请共计81件，涉及自然人80件、商业企业1件。", "new=81 new.natural-person=80 new.business=1"),
        CorpusLine("overview", "共收到政府信息公开申请81件，其中自然人申请80件，法人或其他组织申请1件。", "new=81 new.natural-person=80 new.organization=1"),
        CorpusLine(
            "overview", "本年新收政府信息公开申请30件，其中：自然人28件，商业企业1件，法律服务机构1件。", "new=30 new.natural-person=28 new.business=1 new.legal-service=1"),
    ]

    static let results: [CorpusLine] = [
        CorpusLine(
            "overview", "办结政府信息公开申请20件，其中予以公开10件、部分公开3件、不予公开2件、无法提供4件、不予处理0件、其他处理1件。",
            "result.total=20 result.granted=10 result.partial=3 result.refused.*=2 result.unable.*=4 result.unprocessed.*=0 result.other.*=1"
        ),
        CorpusLine("overview", "部分公开2件，因信息不存在的5件，结转至下一年度办理2件。", "result.partial=2 result.unable.not-held=5 carried-over=2"),
        CorpusLine("overview", "全年收到申请后依法答复12件，其中，部分公开2件。", "result.total=12 result.partial=2"),
        CorpusLine("applications", "因本机关不掌握相关政府信息无法提供26件。", "result.unable.not-held=26"),
        CorpusLine("applications", "10件予以公开，2件部分公开。", "result.granted=10 result.partial=2"),
        CorpusLine("applications", "作其他处理（含申请人主动撤回申请）3件。", "result.other.*=3"),
        CorpusLine("applications", "申请人主动撤回4件。", "~withdrawn=4"),
    ]

    static let challenges: [CorpusLine] = [
        CorpusLine("challenges", "行政复议36起，行政诉讼9起。", "challenges.review=36 challenges.litigation.*=9"),
        CorpusLine("challenges", "发生行政复议案件3件，其中维持2件，尚未审结1件。", "challenges.review=3 challenges.review.upheld=2 challenges.review.pending=1"),
        CorpusLine("challenges", "因政府信息公开申请引起的行政复议2件、行政诉讼1件。", "challenges.review=2 challenges.litigation.*=1"),
        CorpusLine("challenges", "行政复议、行政诉讼均为0件。", "challenges.review=0 challenges.litigation.*=0"),
        CorpusLine("challenges", "行政复议、行政诉讼分别为4件、2件。", "challenges.review=4 challenges.litigation.*=2"),
        CorpusLine("challenges", "未经复议直接起诉2件，复议后起诉1件。", "challenges.litigation.direct=2 challenges.litigation.after-review=1"),
        CorpusLine("overview", "办理依申请公开行政复议案件3件。", "challenges.review=3"),
        CorpusLine("overview", "3件行政复议案件均获维持。", "challenges.review=3"),
    ]

    static let zeros: [CorpusLine] = [
        CorpusLine("overview", "2024年未收到政府信息公开申请。", "new=0"),
        CorpusLine("overview", "我镇没有收到政府信息公开申请，无行政复议、行政诉讼。", "new=0 challenges.review=0 challenges.litigation.*=0"),
        CorpusLine("challenges", "2024年未收到行政复议或行政诉讼。", "challenges.review=0 challenges.litigation.*=0"),
        CorpusLine("challenges", "未发生因政府信息公开申请引起的行政复议和行政诉讼案件。", "challenges.review=0 challenges.litigation.*=0"),
        CorpusLine("challenges", "本年度行政复议、行政诉讼均未发生。", "challenges.review=0 challenges.litigation.*=0"),
        CorpusLine("challenges", "没有行政复议案件，也没有行政诉讼案件。", "challenges.review=0 challenges.litigation.*=0"),
        CorpusLine("overview", "未制发规范性文件，未废止规范性文件。", "disclosure.normative-documents.issued=0 disclosure.normative-documents.repealed=0"),
        CorpusLine("overview", "全年未作出行政强制决定。", "disclosure.coercion.decisions=0"),
        CorpusLine("other", "2024年度未收取信息处理费。", "information-fee.amount=0"),
        CorpusLine("other", "全年收取信息处理费0元。", "information-fee.amount=0"),
        CorpusLine("overview", "全年无结转下年度办理的申请。", "carried-over=0"),
        CorpusLine("overview", "尚未完善依申请公开制度，未及时更新栏目。", ""),
        CorpusLine("overview", "未发生投诉举报，未出现重大舆情。", ""),
        CorpusLine("overview", "依申请公开工作未发生泄密事件。", ""),
    ]

    static let disclosure: [CorpusLine] = [
        CorpusLine(
            "overview", "制发规范性文件5件，废止2件，现行有效20件。",
            "disclosure.normative-documents.issued=5 disclosure.normative-documents.repealed=2 disclosure.normative-documents.in-force=20"),
        CorpusLine("overview", "作出行政处罚1宗，行政许可694宗。", "disclosure.penalties.decisions=1 disclosure.licensing.decisions=694"),
        CorpusLine("overview", "行政事业性收费125000元。", "disclosure.fees.amount=12.5"),
        CorpusLine("overview", "行政事业性收费金额12.5万元。", "disclosure.fees.amount=12.5"),
        CorpusLine("overview", "公开行政许可信息76条，行政处罚信息2条。", "~disclosed=76 ~disclosed=2"),
        CorpusLine("overview", "集中公开现行有效行政规范性文件69件。", "disclosure.normative-documents.in-force=69"),
    ]

    static let decoys: [CorpusLine] = [
        CorpusLine("overview", "办理12345政务热线3612件，满意率99%。", "~hotline=3612"),
        CorpusLine("overview", "协办人大代表建议6件、政协提案0件。", "~proposal=6 ~proposal=0"),
        CorpusLine("overview", "收到县长信箱咨询投诉类信件138件，答复138件。", "~letter=138 ~letter=138"),
        CorpusLine("overview", "主动公开政府信息1136条，其中动态信息11篇。", "~disclosed=1136 ~disclosed=11"),
        CorpusLine("overview", "全年发布政策文件解读96篇。", "~explanation=96"),
        CorpusLine("overview", "备案政府信息公开领域行政复议案件13件。", "challenges.review=13"),
        CorpusLine("overview", "努力做到“办好一件申请、解决一批难题”。", ""),
        CorpusLine("overview", "去年收到政府信息公开申请9件。", "~other-period=9"),
        CorpusLine("overview", "2023年收到政府信息公开申请9件。", "~other-period=9"),
        CorpusLine("overview", "收到政府信息公开申请12件，较上年增加3件。", "new=12 ~comparison=3"),
        CorpusLine("overview", "网上申请9件，信函申请3件。", "~channel=9 ~channel=3"),
        CorpusLine("overview", "市教育局收到政府信息公开申请5件。", "~other-unit=5"),
        CorpusLine("applications", "收到各类诉求表120件。", "~hotline=120"),
        CorpusLine("overview", "办好每一件依申请公开案件。", ""),
        CorpusLine("overview", "受理依申请公开约20件。", "?inexact=20"),
        CorpusLine("applications", "结转2件。", "carried-over=2"),
        CorpusLine("overview", "依申请公开信息246条。", "~disclosed=246"),
    ]

    static let lists: [CorpusLine] = [
        CorpusLine("overview", "收到低保申请7件。", "~unknown-noun=7"),
        CorpusLine("applications", "收到征地补偿申请7件。", "~unknown-noun=7"),
        CorpusLine("overview", "作出行政处罚案卷评查12件。", "~document=12"),
        CorpusLine(
            "applications", "本年收到申请6件，办理结果如下：\n1.予以公开3件；\n2.部分公开1件；\n3.无法提供2件。", "new=6 result.granted=3 result.partial=1 result.unable.*=2"
        ),
        CorpusLine("overview", "全年收到政府信息公开申请5件，其中：\n自然人4件，\n法人或其他组织1件。", "new=5 new.natural-person=4 new.organization=1"),
        CorpusLine("overview", "（二）依申请公开方面。本年收到12件，办结11件，结转1件至下年度。", "new=12 result.total=11 carried-over=1"),
        CorpusLine(
            "overview", "全市各级行政机关共收到政府信息公开申请3,607件（市本级349件、东县933件、西县2325件）。", "new=3607 ~no-feature=349 ~no-feature=933 ~no-feature=2325"),
        CorpusLine("overview", "区政府办公室收到政府信息公开申请17件。", "new=17"),
        CorpusLine("overview", "县政府办公室代表县人民政府受理政府信息公开申请23件。", "new=23"),
        CorpusLine("overview", "共收到申请公开政府信息的来件20件次，其中通过互联网提交的13件。", "~unknown-noun=20 ~unknown-noun=13"),
        CorpusLine(
            "other", "全年有3件政府信息公开申请案件收取信息处理费2230元，其中，东县民政局1件，收取880元；西县公安局2件，收取1350元。",
            "?no-act=3 information-fee.amount=2230 ~other-unit=1 ~no-feature=880 ~other-unit=2 ~no-feature=1350"),
        CorpusLine("other", "对25件政府信息公开申请收取了信息处理费2950元。", "?no-act=25 information-fee.amount=2950"),
        CorpusLine("overview", "公开方面，举办新闻发布会3场，回应关切12次，发布信息120条。", "~explanation=3 ~explanation=12 ~disclosed=120"),
        CorpusLine("overview", "政府信息公开申请收到12件、办结11件、结转下年度1件。", "new=12 result.total=11 carried-over=1"),
        CorpusLine("overview", "依申请公开0件，予以公开0件，不予公开0件。", "new=0 result.granted=0 result.refused.*=0"),
        CorpusLine("applications", "新收申请10件，其中：自然人8件、法人或其他组织2件；上年结转1件。", "new=10 new.natural-person=8 new.organization=2 carried-in=1"),
        CorpusLine("overview", "现有规章3部，行政规范性文件45件。", "?several-readings=3 ?several-readings=45"),
        CorpusLine(
            "overview", "严格执行规范性文件管理制度，新制定规范性文件3件、废止1件。",
            "disclosure.normative-documents.issued=3 disclosure.normative-documents.repealed=1"),
        CorpusLine("overview", "共受理行政许可1200件，作出行政许可决定1188件。", "~no-figure=1200 disclosure.licensing.decisions=1188"),
        CorpusLine(
            "challenges", "本年度因政府信息公开被申请行政复议2件，其中结果维持1件，结果纠正1件；被提起行政诉讼0件。",
            "challenges.review=2 challenges.review.upheld=1 challenges.review.corrected=1 challenges.litigation.*=0"),
        CorpusLine("overview", "截至2024年12月31日，共收到政府信息公开申请7件，全部办结。", "new=7"),
        CorpusLine("overview", "2024年1月1日至12月31日，我镇未收到公民、法人或其他组织提出的政府信息公开申请。", "new=0"),
        CorpusLine("overview", "收到申请7件，无不予公开情形，没有结转下年度办理的申请。", "new=7 result.refused.*=0 carried-over=0"),
    ]

    static let all = lists + received + parties + results + challenges + zeros + disclosure + decoys + composed

    /// What is kept in files of its own.
    private static let composed = phrases + applications + tables + passages + wordings + otherBusiness

    /// Reads lines of text: `[section]`, then paragraphs, then `=` with the statements, which may go on over several such lines.
    static func lines(_ text: String) -> [CorpusLine] {
        var lines: [CorpusLine] = []
        var section = ""
        var paragraphs: [Substring] = []
        var states: Substring?
        func close() {
            if let states { lines.append(CorpusLine(section, paragraphs.joined(separator: "\n"), String(states))) }
            paragraphs = []
            states = nil
        }
        for line in text.split(separator: "\n") {
            if line.hasPrefix("=") {
                states = (states ?? "") + line.dropFirst()
                continue
            }
            if states != nil { close() }
            if line.hasPrefix("[") {
                section = String(line.dropFirst().dropLast())
            } else {
                paragraphs.append(line)
            }
        }
        close()
        return lines
    }
}
