import AuditModel

extension EngineWording {
    /// The one change that would mend an equality, and what may have gone wrong.
    static func repair(_ repair: Repair, form: Form) -> LocalizedText {
        let name = { (figure: Int) in form.indicators[figure].label }
        let change = repair.changes[0]
        let label = name(change.figure)
        let text: LocalizedText
        switch (repair.cause, repair.changes.dropFirst().first) {
        case (.swapped, let other?):
            let second = name(other.figure)
            text = LocalizedText(
                chinese: "“\(label.chinese)”（\(change.old)）与“\(second.chinese)”（\(other.old)）互相填错了位置，对调后各式均成立",
                english: "“\(label.english)” (\(change.old)) and “\(second.english)” (\(other.old)) stand in each other's place")
        case (.split, let other?):
            text = split(into: [change, other], whole: change, name)
        case (.split, nil):
            let neighbour = repair.splitWith.map { Repair.Change(figure: $0, old: .zero, new: .zero) }
            text = split(into: [change] + (neighbour.map { [$0] } ?? []), whole: change, name)
        case (.transposed, _):
            text = LocalizedText(
                chinese: "“\(label.chinese)”的\(change.old)应为\(change.new)（数字前后颠倒）",
                english: "“\(label.english)”: \(change.old) for \(change.new) (digits transposed)")
        case (.zeroTotal, _):
            text = LocalizedText(
                chinese: "“\(label.chinese)”漏填合计，应为\(change.new)", english: "“\(label.english)” was left at 0; it should be \(change.new)")
        case (.plain, _), (.swapped, nil):
            text = LocalizedText(
                chinese: "“\(label.chinese)”由\(change.old)改为\(change.new)，各式均成立",
                english: "with \(change.new) for \(change.old) in “\(label.english)” every equation holds")
        }
        if repair.isOnlyOne { return LocalizedText(chinese: text.chinese + "。", english: capitalised(text.english) + ".") }
        return LocalizedText(chinese: "可能是\(text.chinese)。", english: "Perhaps \(text.english).")
    }

    private static func split(into pieces: [Repair.Change], whole: Repair.Change, _ name: (Int) -> LocalizedText) -> LocalizedText {
        let pieces = pieces.sorted { $0.figure < $1.figure }
        let names = list(pieces.map { name($0.figure) })
        let digits = pieces.map(\.old.description).joined(separator: "|")
        let label = name(whole.figure)
        return LocalizedText(
            chinese: "“\(names.chinese)”的\(digits)原为一个数\(whole.new)，被拆成了两格，应填在“\(label.chinese)”",
            english: "\(digits) in “\(names.english)” is one number divided between two cells, \(whole.new) in “\(label.english)”")
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
