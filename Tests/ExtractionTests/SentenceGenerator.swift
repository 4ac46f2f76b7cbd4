/// Composes sentences of narratives from slots, with what each states in the corpus's notation. The same seed gives the same sentences.
struct SentenceGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func random(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[random(values.count)] }

    private mutating func chance(_ percent: Int) -> Bool { random(100) < percent }

    /// A passage of one to five sentences and its statements.
    mutating func passage() -> (text: String, states: [String]) {
        var passage = Passage()
        switch random(10) {
        case 0: passage.add(zeros())
        case 1: passage.add(documents())
        case 2: passage.add(decisions())
        case 3: passage.add(challenges())
        default:
            passage.add(applications())
            if chance(50) { passage.add(results()) }
            if chance(30) { passage.add(challenges()) }
        }
        if chance(50) { passage.add(decoy()) }
        if chance(30) { passage.add(claim()) }
        return (passage.text, passage.states)
    }

    private struct Passage {
        var text = ""
        var states: [String] = []

        mutating func add(_ other: Passage) {
            text += other.text
            states += other.states
        }

        mutating func add(_ words: String, _ state: String? = nil) {
            text += words
            if let state { states.append(state) }
        }
    }

    // MARK: Slots

    private mutating func opening() -> String {
        pick(["", "全年", "2024年，", "2024年度，", "本年度，", "报告期内，", "截至2024年12月31日，", "2024年1月1日至12月31日，", "按照上级要求，2024年"])
            + pick(["", "我局", "本机关", "全区", "我镇", "本单位", "我街道"]) + pick(["", "共", "累计", "共计"])
    }

    /// A number in one of its notations, with its measure word.
    private mutating func number(_ value: Int, measures: [String] = ["件", "件", "件", "条", "份", "宗"]) -> String {
        let measure = pick(measures)
        switch random(7) {
        case 0:
            return String(String.UnicodeScalarView(String(value).unicodeScalars.compactMap { UnicodeScalar($0.value + 0xFEE0) })) + measure
        case 1: return Self.chinese(value) + measure
        case 2: return Self.grouped(value) + measure
        case 3: return " \(value) " + measure
        default: return "\(value)" + measure
        }
    }

    private mutating func value() -> Int { pick([0, 1, 2, 3, 7, 12, 18, 20, 35, 100, 105, 348, 1020, 1466, 12_345]) }

    private mutating func comma() -> String { pick(["，", "，", "；", "、"]) }

    // MARK: Sentences

    private mutating func applications() -> Passage {
        var passage = Passage()
        let noun = pick(["政府信息公开申请", "信息公开申请", "依申请公开申请", "依申请公开", "政府信息公开申请件", "公开申请"])
        let verb = pick(["收到", "收到", "接收", "接到", "受理", "办理", "新收", "新收到", "处理", "收到并处理"])
        let total = value()
        let measures = ["件", "件", "条", "份", "宗", "起"]
        passage.add(opening())
        if chance(60) {
            passage.add(verb + noun + pick(["", "", "共", "共计", "总计"]) + number(total, measures: measures), "new=\(total)")
        } else if chance(70) {
            passage.add(verb + number(total, measures: measures) + noun, "new=\(total)")
        } else {
            passage.add(verb + "公民、法人和其他组织提出的" + noun + number(total, measures: measures), "new=\(total)")
        }
        if chance(25) {
            let carried = value()
            passage.add(pick(["（含上年结转", "（含上年度结转申请", "（其中上年度结转", "（上年结转"]) + number(carried) + "）", "carried-in=\(carried)")
        }
        if chance(30) {
            let change = value()
            passage.add("，" + pick(["同比增加", "较上年减少", "比去年增加", "较上年度下降"]) + number(change), "~comparison=\(change)")
        }
        if chance(35) { passage.add(parties()) }
        if chance(60) {
            let done = value()
            passage.add("，" + pick(["答复", "办结", "已办结", "已答复", "按时答复", "依法答复", "按期办结"]) + number(done), "result.total=\(done)")
        }
        if chance(50) {
            let over = value()
            let state = "carried-over=\(over)"
            switch random(4) {
            case 0: passage.add("，结转下年度" + pick(["", "办理", "继续办理"]) + number(over), state)
            case 1: passage.add("，" + number(over) + pick(["结转下年度办理", "结转至下一年度继续办理", "转下年办理"]), state)
            case 2: passage.add("，" + pick(["剩余", "另有", "其余"]) + number(over) + pick(["结转至2025年", "正在办理", "尚未办结"]), state)
            default: passage.add("，结转" + pick(["至2025年", "到下年度"]) + number(over), state)
            }
        }
        passage.add("。")
        return passage
    }

    private mutating func parties() -> Passage {
        var passage = Passage()
        let all = [
            ("自然人", "natural-person"), ("商业企业", "business"), ("科研机构", "research"), ("社会公益组织", "welfare"), ("法律服务机构", "legal-service"),
            ("法人或其他组织", "organization"),
        ]
        let open = pick([("，其中", ""), ("，其中：", ""), ("（其中", "）"), ("，其中，", ""), ("（", "）")])
        let end = pick(["", "申请", "提出申请"])
        passage.add(open.0)
        for (index, party) in chosen(all).enumerated() {
            let count = value()
            passage.add((index > 0 ? pick(["、", "，"]) : "") + party.0 + end + number(count), "new.\(party.1)=\(count)")
        }
        passage.add(open.1)
        return passage
    }

    private static let outcomes = [
        ("予以公开", "result.granted"), ("部分公开", "result.partial"), ("不予公开", "result.refused.*"), ("无法提供", "result.unable.*"),
        ("不予处理", "result.unprocessed.*"), ("其他处理", "result.other.*"), ("因信息不存在无法提供", "result.unable.not-held"),
        ("属于行政查询事项", "result.refused.administrative-inquiry"), ("补正后申请内容仍不明确", "result.unable.still-unclear"),
    ]

    private mutating func results() -> Passage {
        var passage = Passage()
        let list = chosen(Self.outcomes)
        if chance(15), list.count > 1 {
            let counts = list.map { _ in value() }
            let names = list.map(\.0).joined(separator: "、")
            let numbers = counts.map { number($0, measures: ["件"]) }.joined(separator: "、")
            passage.add("政府信息公开申请办理结果中，" + names + pick(["分别为", "分别是"]) + numbers + "。")
            passage.states += zip(list, counts).map { "\($0.1)=\($1)" }
            return passage
        }
        if chance(15), list.count > 1 {
            let count = value()
            let names = list.map(\.0).joined(separator: "、")
            passage.add("申请结果中，" + names + pick(["均为", "各"]) + number(count, measures: ["件"]) + "。")
            passage.states += list.map { "\($0.1)=\(count)" }
            return passage
        }
        passage.add(pick(["政府信息公开申请办理结果为：", "从申请办理结果看，", "答复的申请中，", "办理的政府信息公开申请中，"]))
        let separator = comma()
        for (index, outcome) in list.enumerated() {
            let count = value()
            let verb = pick(["", "", "依法", "作出"])
            let words = index % 3 == 2 && chance(30) ? number(count) + outcome.0 : verb + outcome.0 + pick(["", "的"]) + number(count)
            passage.add((index > 0 ? separator : "") + words, "\(outcome.1)=\(count)")
        }
        passage.add("。")
        return passage
    }

    private mutating func challenges() -> Passage {
        var passage = Passage()
        let review = value()
        let court = value()
        let measures = ["件", "起", "宗"]
        switch random(4) {
        case 0:
            passage.add(opening() + "发生政府信息公开行政复议" + number(review, measures: measures), "challenges.review=\(review)")
            passage.add(comma() + "行政诉讼" + number(court, measures: measures) + "。", "challenges.litigation.*=\(court)")
        case 1:
            passage.add("行政复议、行政诉讼" + pick(["分别为", "案件分别为"]) + number(review, measures: ["件"]), "challenges.review=\(review)")
            passage.add("、" + number(court, measures: ["件"]) + "。", "challenges.litigation.*=\(court)")
        case 2:
            passage.add("因政府信息公开被申请行政复议" + number(review, measures: measures), "challenges.review=\(review)")
            let upheld = value()
            let pending = value()
            passage.add("，其中" + pick(["维持", "结果维持"]) + number(upheld, measures: ["件"]), "challenges.review.upheld=\(upheld)")
            passage.add(
                pick(["、", "，"]) + pick(["尚未审结", "未审结"]) + number(pending, measures: ["件"]), "challenges.review.pending=\(pending)")
            passage.add("；被提起行政诉讼" + number(court, measures: measures) + "。", "challenges.litigation.*=\(court)")
        default:
            passage.add("行政复议、行政诉讼案件" + pick(["均为", "各"]) + number(review, measures: ["件"]) + "。", "challenges.review=\(review)")
            passage.states.append("challenges.litigation.*=\(review)")
        }
        return passage
    }

    private mutating func documents() -> Passage {
        var passage = Passage()
        let noun = pick([("行政规范性文件", "normative-documents"), ("规范性文件", "normative-documents"), ("规章", "regulations")])
        let acts = [("制发", "issued"), ("新制定", "issued"), ("废止", "repealed"), ("现行有效", "in-force")]
        passage.add(opening())
        for (index, act) in chosen(acts, atMost: 3).enumerated() {
            let count = value()
            let words = index == 0 ? act.0 + noun.0 : act.0 + pick(["", noun.0])
            passage.add(
                (index > 0 ? comma() : "") + words + number(count, measures: ["件", "件", "份", "部"]), "disclosure.\(noun.1).\(act.1)=\(count)"
            )
        }
        passage.add("。")
        return passage
    }

    private mutating func decisions() -> Passage {
        var passage = Passage()
        let topics = [("行政许可", "licensing"), ("行政处罚", "penalties"), ("行政强制", "coercion")]
        passage.add(opening() + "作出")
        for (index, topic) in chosen(topics).enumerated() {
            let count = value()
            let noun = topic.0 + pick(["", "决定", "处理决定"])
            passage.add(
                (index > 0 ? pick(["、", "，", "，作出"]) : "") + noun + number(count, measures: ["件", "宗", "起"]),
                "disclosure.\(topic.1).decisions=\(count)")
        }
        passage.add("。")
        return passage
    }

    private mutating func zeros() -> Passage {
        var passage = Passage()
        let denial = pick(["未收到", "没有收到", "未接到", "没有", "无", "尚未收到", "未受理", "未收到任何"])
        passage.add(pick(["2024年，", "本年度，我局", "全年", ""]) + denial + pick(["", "公民、法人或其他组织的"]))
        passage.add(pick(["政府信息公开申请", "依申请公开申请", "政府信息公开的申请"]), "new=0")
        let more = pick([
            "，也未发生行政复议、行政诉讼", "，无行政复议、行政诉讼案件", "，没有因政府信息公开引起的行政复议和行政诉讼", "；行政复议、行政诉讼均未发生", "，行政复议：0件，行政诉讼：0件",
            "，未被申请行政复议、提起行政诉讼",
        ])
        passage.add(more + "。", "challenges.review=0")
        passage.states.append("challenges.litigation.*=0")
        return passage
    }

    /// What the form does not count, with the reason.
    private mutating func decoy() -> Passage {
        let count = value()
        let decoys = [
            ("办理12345热线工单", "件", "hotline"), ("承办人大代表建议", "件", "proposal"), ("受理群众来信", "件", "letter"), ("发布政务动态信息", "条", "disclosed"),
            ("发布政策解读", "篇", "explanation"), ("举办培训班", "期", "event"), ("开设专栏", "个", "disclosed"), ("政务新媒体发布信息", "条", "disclosed"),
            ("公开政策文件", "件", "document"), ("去年收到政府信息公开申请", "件", "other-period"), ("2023年办结政府信息公开申请", "件", "other-period"),
            ("公示行政许可信息", "条", "disclosed"), ("计划制定规范性文件", "件", "planned"),
        ]
        let decoy = pick(decoys)
        var passage = Passage()
        passage.add(pick(["", "全年", "此外，", "同时，"]) + decoy.0 + number(count, measures: [decoy.1]) + "。", "~\(decoy.2)=\(count)")
        return passage
    }

    /// What counts nothing.
    private mutating func claim() -> Passage {
        var passage = Passage()
        passage.add(
            pick([
                "均已按时答复，办结率100%。", "占比达85.5%。", "同比增长12.3%。", "一是严格落实依申请公开制度，二是规范答复流程。", "进一步畅通依申请公开渠道。", "未出现超期答复情况。",
                "依据《中华人民共和国政府信息公开条例》（国务院令第711号）。", "每件申请都有回音。",
            ]))
        return passage
    }

    /// Some of the values, in their order, at least one.
    private mutating func chosen<Value>(_ values: [Value], atMost: Int = 9) -> [Value] {
        var chosen = values.filter { _ in chance(45) }
        if chosen.isEmpty { chosen = [pick(values)] }
        return Array(chosen.prefix(atMost))
    }

    // MARK: Numerals

    static func grouped(_ value: Int) -> String {
        let digits = Array(String(value))
        return String(digits.enumerated().flatMap { ($0.offset > 0 && (digits.count - $0.offset) % 3 == 0 ? [","] : []) + [$0.element] })
    }

    static func chinese(_ value: Int) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        if value < 10 { return digits[value] }
        if value >= 10_000 {
            return chinese(value / 10_000) + "万" + (value % 10_000 == 0 ? "" : (value % 10_000 < 1000 ? "零" : "") + chinese(value % 10_000))
        }
        var text = ""
        var rest = value
        var isGap = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十")] {
            if rest >= unit {
                if isGap { text += "零" }
                if unit > 10 || value >= 20 { text += digits[rest / unit] }
                text += name
                isGap = false
            } else if !text.isEmpty {
                isGap = true
            }
            rest %= unit
        }
        if rest > 0 { text += (isGap ? "零" : "") + digits[rest] }
        return text
    }
}
