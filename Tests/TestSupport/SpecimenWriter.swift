/// Composes all of a specimen but its tables.
struct SpecimenWriter {
    private var generator: SeededGenerator
    private let form: String
    let unit: String
    let year: Int
    /// What the tables say so far.
    var values: [String: String] = [:]

    private static let places = ["青川", "云泽", "柳陂", "石浦", "南屏", "沧浪", "鹿原", "梅溪"]
    private static let kinds = ["县人民政府", "区水务局", "市教育局", "镇人民政府", "街道办事处", "市人民政府办公室", "区市场监督管理局"]

    init(_ generator: inout SeededGenerator, form: String, years: ClosedRange<Int>) {
        self.form = form
        year = Int.random(in: years, using: &generator)
        unit = (Self.places.randomElement(using: &generator) ?? "") + (Self.kinds.randomElement(using: &generator) ?? "")
        self.generator = generator
    }

    /// A number from 0 up to and including the limit.
    mutating func number(_ limit: Int = 40) -> Int { Int.random(in: 0...limit, using: &generator) }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }

    private mutating func sentences() -> String {
        let subjects = ["本机关", "我单位", "各科室", "工作专班", "公开办"]
        let acts = ["修订了公开目录", "更新了办事指南", "清理了过期栏目", "组织了业务培训", "回应了群众来信", "完善了发布审核流程", "更换了 OA 系统"]
        let means = ["按季度核对清单", "借助统一平台", "由专人负责", "经集体讨论", "依照工作规程"]
        return (0...number(2)).map { _ in "\(pick(subjects))\(pick(means))，\(pick(acts))。" }.joined()
    }

    private mutating func listed(_ titles: [String]) -> [Specimen.Block] {
        let numerals = ["一", "二", "三", "四", "五"]
        return zip(numerals, titles).flatMap { numeral, title -> [Specimen.Block] in
            [.heading(ordinal: "（\(numeral)）", title: title, level: 2), .paragraph(sentences())]
        }
    }

    mutating func specimen(disclosure: [[Specimen.Cell]], applications: [[Specimen.Cell]], challenges: [[Specimen.Cell]]) -> Specimen {
        func value(_ id: String) -> String { values[id] ?? "" }
        func top(_ ordinal: String, _ title: String) -> Specimen.Block { .heading(ordinal: ordinal, title: title, level: 1) }
        let month = 1 + number(1)
        let day = 1 + number(26)
        let title = "\(unit)\(year)年政府信息公开工作年度报告"
        var blocks: [Specimen.Block] = [
            .paragraph("根据《中华人民共和国政府信息公开条例》的规定，编制本报告。所列数据的统计期限自\(year)年1月1日起，至\(year)年12月31日止。"),
            top("一、", "总体情况"), .paragraph(sentences()),
        ]
        blocks += listed(["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"])
        blocks += [
            .paragraph("全年收到政府信息公开申请\(value("applications.new.total"))件，结转下年度办理\(value("applications.carried-over.total"))件。"),
            top("二、", "主动公开政府信息情况"), .table(disclosure), top("三、", "收到和处理政府信息公开申请情况"), .table(applications),
            top("四、", "政府信息公开行政复议、行政诉讼情况"), .table(challenges), top("五、", "存在的主要问题及改进情况"),
            .paragraph("存在的主要问题：一是政策解读的形式单一；二是栏目更新\(pick(["不够及时", "偶有迟延"]))。"),
            .paragraph("改进措施：一是丰富图解和视频；二是\(pick(["按月", "按周"]))检查栏目。"),
            top("六、", "其他需要报告的事项"), .paragraph("本年度没有收取信息处理费。\(sentences())"), .paragraph(unit),
            .paragraph("\(year + 1)年\(month)月\(day)日"),
        ]
        let published = "\(year + 1)-0\(month)-" + (day < 10 ? "0" : "") + "\(day)"
        return Specimen(form: form, unit: unit, year: year, title: title, blocks: blocks, values: values, published: published)
    }
}
