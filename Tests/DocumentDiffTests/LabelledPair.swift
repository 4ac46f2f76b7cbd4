import DocumentModel
import TestSupport

/// Two texts of Chinese paragraphs and what was done to make one of the other.
struct LabelledPair {
    /// What happens to a text.
    struct Plan {
        /// Of each paragraph's characters, in percent, how many are edited.
        var edited = 0
        /// How many paragraphs are moved unchanged.
        var moved = 0
        /// How many are moved, with `movedEdit` percent of their characters edited.
        var movedAndEdited = 0
        var movedEdit = 20
        /// How many are put in and taken away.
        var added = 0
        var removed = 0
    }

    let old: [String]
    let new: [String]
    /// For each new paragraph the old one that it was, from 0; nil for an added one.
    let origins: [Int?]
    /// The new paragraphs that were moved.
    let moved: Set<Int>
    /// At most so many characters were deleted and inserted within paragraphs that stand on both sides.
    let changedCount: Int

    init(paragraphs count: Int, _ plan: Plan, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let old = (0..<count).map { _ in generator.paragraph() }
        var items = old.indices.map { (origin: Int?.some($0), text: old[$0], isMoved: false) }
        var changed = 0
        if plan.edited > 0 {
            for index in items.indices where Bool.random(using: &generator) {
                items[index].text = generator.reworded(items[index].text, percent: plan.edited, changed: &changed)
            }
        }
        for _ in 0..<plan.removed { items.remove(at: generator.number(0..<items.count)) }
        // Far enough that it is the paragraph that moved, and not those that it passes.
        for move in 0..<plan.moved + plan.movedAndEdited {
            let still = items.indices.filter { !items[$0].isMoved && items[$0].text == old[items[$0].origin ?? 0] }
            var item = items.remove(at: still[generator.number(0..<still.count)])
            item.isMoved = true
            if move >= plan.moved { item.text = generator.reworded(item.text, percent: plan.movedEdit, changed: &changed) }
            let from = item.origin ?? 0
            let places = (0...items.count).filter { place in
                let before = items[..<place].last { !$0.isMoved }?.origin ?? -1
                return abs(before - from) > 4
            }
            items.insert(item, at: places[generator.number(0..<places.count)])
        }
        // Not where another one was taken away, which it would stand in for.
        for _ in 0..<plan.added {
            let places = items.indices.dropFirst().filter { place in
                items[place - 1].origin.map { $0 + 1 } == items[place].origin
            }
            items.insert((nil, generator.paragraph(), false), at: places[generator.number(0..<places.count)])
        }
        self.old = old
        new = items.map(\.text)
        origins = items.map(\.origin)
        moved = Set(items.indices.filter { items[$0].isMoved })
        changedCount = changed
    }

    var oldDocument: Document { document(section(0, nil, nil, paragraphs(old))) }
    var newDocument: Document { document(section(0, nil, nil, paragraphs(new))) }
}

extension SeededGenerator {
    private static let nouns = [
        "政府信息", "公开平台", "重点领域", "申请办理", "依法行政", "群众关切", "政策文件", "解读材料", "监督保障", "规范管理", "信息发布", "主动公开", "业务培训", "工作机制",
        "网站栏目", "保密审查", "民生事项", "企业服务", "财政预算", "公共资源", "社会救助", "教育医疗", "生态环境", "乡村振兴", "安全生产", "食品药品", "工程项目", "行政许可",
    ]
    private static let verbs = ["推进", "完善", "强化", "落实", "优化", "规范", "深化", "健全", "拓展", "梳理", "开展", "组织", "回应", "更新", "核对", "提升"]
    private static let adverbs = ["持续", "全面", "及时", "认真", "扎实", "有序", "进一步", "着力", "稳步", "逐项"]
    private static let units = ["条", "件", "次", "篇", "场", "个"]

    private mutating func one(_ words: [String]) -> String { words[number(0..<words.count)] }

    /// A clause of some ten to twenty characters.
    mutating func clause() -> String {
        switch number(0..<4) {
        case 0: one(Self.adverbs) + one(Self.verbs) + one(Self.nouns)
        case 1: one(Self.verbs) + one(Self.nouns) + String(number(2..<3000)) + one(Self.units)
        case 2: "围绕" + one(Self.nouns) + "和" + one(Self.nouns) + one(Self.verbs) + one(Self.nouns)
        default: one(Self.nouns) + one(Self.adverbs) + one(Self.verbs) + "，" + one(Self.nouns) + "不断" + one(Self.verbs)
        }
    }

    mutating func paragraph() -> String {
        (0..<number(4..<10)).map { _ in clause() }.joined(separator: "，") + "。"
    }

    /// A text with words replaced, put in or taken away, until about so many percent of its characters are deleted or inserted. `changed` is counted
    /// up. Numbers stay: nobody takes out of one a part or puts words into it.
    mutating func reworded(_ text: String, percent: Int, changed: inout Int) -> String {
        var scalars = Array(text.unicodeScalars)
        var left = max(1, scalars.count * percent / 100)
        while left > 0 {
            let word = Array(one(Bool.random(using: &self) ? Self.nouns : Self.verbs).unicodeScalars)
            let place = number(0..<scalars.count)
            let reach = scalars[max(0, place - 1)..<min(scalars.count, place + word.count + 1)]
            if reach.contains(where: { ("0"..."9").contains($0) }) { continue }
            switch number(0..<3) {
            case 0:
                scalars.insert(contentsOf: word, at: place)
                left -= word.count
                changed += word.count
            case 1:
                let end = min(scalars.count, place + 2)
                guard scalars.count > 8 else { continue }
                scalars.removeSubrange(place..<end)
                left -= end - place
                changed += end - place
            default:
                let end = min(scalars.count, place + word.count)
                scalars.replaceSubrange(place..<end, with: word)
                left -= word.count
                changed += word.count + end - place
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }
}
