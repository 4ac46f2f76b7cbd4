import TestSupport

/// Writes what a report says of last year's problems.
struct FollowUpComposer {
    private let problems: String
    private(set) var composer: Composer

    /// - Parameter previous: nil: there is nothing to be taken up.
    init(_ previous: Draft?, _ composer: Composer) {
        self.composer = composer
        problems =
            previous?.sections[4].blocks.map { block in
                if case .paragraph(let paragraph) = block { paragraph.pieces.filter { $0.passage == "P" }.map(\.text).joined() } else { "" }
            }.joined(separator: "\n") ?? ""
    }

    /// What stands in section one, and what section five begins with.
    struct Accounts {
        var woven: [DraftSection.Block] = []
        var opening: [DraftSection.Block] = []
    }

    /// - Parameter isWoven: section five says nothing of it.
    mutating func accounts(isWoven: Bool) -> Accounts {
        let answers = WordingLibrary.shared.answers.filter { problems.contains($0.key) }
        guard !answers.isEmpty else { return Accounts() }
        let shape = isWoven ? 9 : Int.random(in: 0..<10, using: &composer.random)
        switch shape {
        case 0:
            let text = pick([
                "上年度报告提出的问题均已整改到位。", "针对上年度查找出的问题，逐项整改，全部完成。", "对照上年度报告查摆的问题，已逐一整改落实，群众反映良好。",
            ])
            return Accounts(opening: [paragraph([piece(text, nil)])])
        case 1...6:
            let label = pick([
                "上年度问题整改情况：", "针对上年度报告查摆的问题，", "上年度存在的问题及本年度改进情况：", "关于上年度反映的问题，", "上年度存在问题的整改情况如下：",
            ])
            return Accounts(opening: [paragraph([piece(label, nil)] + told(answers))])
        case 7:
            let items = answers.enumerated().map { index, answer in piece("\(index + 1).\(say(answer))。", answer.key) }
            return Accounts(opening: [paragraph([piece("上年度存在问题的改进情况", nil)])] + items.map { paragraph([$0]) })
        default:
            let opening = pick(["围绕上年度报告查找的不足，", "对上年度年报指出的薄弱环节，本年度着力改进：", "结合上年度查摆的问题，"])
            return Accounts(woven: [paragraph([piece(opening, nil)] + told(answers))])
        }
    }

    /// One after the other, each with the mark behind it.
    private mutating func told(_ answers: [WordingLibrary.Answer]) -> [Piece] {
        let mark = pick(["；", "。"])
        return answers.enumerated().map { index, answer in
            piece(say(answer) + (index == answers.count - 1 ? "。" : mark), answer.key)
        }
    }

    /// More often than not in the problem's own words, which stand first.
    private mutating func say(_ answer: WordingLibrary.Answer) -> String {
        let chosen = composer.chance(70) ? answer.texts[0] : composer.pick(answer.texts) ?? answer.texts[0]
        return composer.say(chosen).map(\.text).joined()
    }

    private mutating func pick(_ texts: [String]) -> String { composer.pick(texts) ?? "" }

    private func paragraph(_ pieces: [Piece]) -> DraftSection.Block { .paragraph(DraftParagraph(pieces: pieces)) }

    private func piece(_ text: String, _ key: String?) -> Piece {
        Piece(text: text, mark: key.map { .answer($0) }, value: nil, passage: "L", wording: -1, use: 0, topic: "five.answer")
    }
}
