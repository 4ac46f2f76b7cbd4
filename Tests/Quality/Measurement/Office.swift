import TestSupport

/// Who reports.
struct Office: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case street, town, bureau
        /// A county's government office, for itself.
        case office
        case county, city, province
    }

    let kind: Kind
    let unit: String
    /// How it calls itself.
    let we: String
    /// How it calls all that it reports on.
    let area: String

    private static let places = ["云岫", "澄溪", "霁川", "柏浦", "栖梧", "望沧", "芦汀", "鹤洲", "松泠", "沁渡", "蒲津", "棠岭"]
    private static let bureaus = ["水务局", "教育局", "财政局", "民政局", "交通运输局", "自然资源局", "市场监督管理局", "卫生健康局", "农业农村局", "住房和城乡建设局"]

    init(_ kind: Kind, _ random: inout SeededGenerator) {
        self.kind = kind
        let place = Self.places.randomElement(using: &random) ?? ""
        let second = Self.places.filter { $0 != place }.randomElement(using: &random) ?? ""
        let isFull = Bool.random(using: &random)
        let county = Bool.random(using: &random) ? "县" : "区"
        switch kind {
        case .street:
            unit = (isFull ? place + "区" : "") + second + (Bool.random(using: &random) ? "街道办事处" : "街道")
            we = Bool.random(using: &random) ? "我街道" : "本街道"
            area = "全街道"
        case .town:
            let word = Bool.random(using: &random) ? "镇" : "乡"
            unit = (isFull ? place + "县" : "") + second + word + "人民政府"
            we = (Bool.random(using: &random) ? "我" : "本") + word
            area = "全" + word
        case .bureau:
            unit = place + (Bool.random(using: &random) ? county : "市") + (Self.bureaus.randomElement(using: &random) ?? "")
            we = Bool.random(using: &random) ? "我局" : "本局"
            area = "全局"
        case .office:
            unit = place + county + "人民政府办公室"
            we = Bool.random(using: &random) ? "我办" : "本办"
            area = we
        case .county:
            unit = place + county + (isFull ? "人民政府" : "")
            we = "我" + county
            area = "全" + county
        case .city:
            unit = place + "市" + (isFull ? "人民政府" : "")
            we = "我市"
            area = "全市"
        case .province:
            unit = place + "省" + (isFull ? "人民政府" : "")
            we = "我省"
            area = "全省"
        }
    }

    /// Whether it reports for a government, which has to give an account of assessment, social evaluation and accountability.
    var isGovernment: Bool { kind != .street && kind != .bureau }
    var makesRules: Bool { kind == .city || kind == .province }
}
