import TestSupport

extension Planting {
    mutating func late() -> Expectation? {
        let isRollUp = [.county, .city, .province].contains(draft.office.kind)
        let month = isRollUp ? number(4...6) : number(2...5)
        let day = number(10...28)
        draft.signature = [plain("\(draft.office.unit)¶\(draft.year + 1)年\(month)月\(day)日")]
        draft.published = "\(draft.year + 1)-0\(month)-\(day)"
        return Expectation(rules: ["SUB-01"], spot: .anywhere, note: "\(draft.office.kind) on \(draft.published)")
    }

    mutating func title(_ defect: Defect) -> Expectation? {
        let unit = draft.office.unit
        let year = draft.year
        let title: String
        switch defect {
        case .titleWithoutUnit:
            title = pick(["\(year)年政府信息公开工作年度报告", "\(year)年度政府信息公开工作年度报告", "政府信息公开工作年度报告（\(year)年）"]) ?? ""
        case .titleWithoutYear: title = "\(unit)政府信息公开工作年度报告"
        case .titleOfAnotherYear:
            // The period says which year it is.
            guard draft.preamble?.text.contains("\(year)年12月31日") == true else { return nil }
            title = "\(unit)\(year - 1)年政府信息公开工作年度报告"
        default:
            var other = Office(draft.office.kind, &random)
            for _ in 0..<9 where Self.mayBe(other.unit, unit) { other = Office(draft.office.kind, &random) }
            guard !Self.mayBe(other.unit, unit) else { return nil }
            title = "\(other.unit)\(year)年政府信息公开工作年度报告"
        }
        draft.title = [plain(title)]
        return Expectation(rules: ["SUB-02"], spot: .anywhere, note: title)
    }

    mutating func placeholder() -> Expectation? {
        let open = spots.filter { spot in
            switch spot.piece.mark {
            case .figure(_, .digits), .local, .year: true
            default: false
            }
        }
        guard let spot = pick(open) else { return nil }
        let isYear = if case .year = spot.piece.mark { true } else { false }
        let word = isYear ? pick(["XXXX", "××××", "20XX"]) ?? "" : pick(["XX", "××", "X", "xx", "**", "＊＊"]) ?? ""
        let (text, range) = replace(spot, word)
        return Expectation(rules: ["SUB-03"], spot: .text(text, range), note: "\(spot.piece.text) → \(word)")
    }

    /// Whether two names may be one unit's: one is the other's, with the district before it or without the kind of office behind it.
    private static func mayBe(_ name: String, _ other: String) -> Bool {
        func bare(_ name: String) -> Substring {
            ["街道办事处", "人民政府"].first(where: name.hasSuffix).map { name.dropLast($0.count - ($0.hasPrefix("街道") ? 2 : 0)) } ?? name[...]
        }
        return bare(name).contains(bare(other)) || bare(other).contains(bare(name))
    }

    /// A blank where a number belongs. Which rule says so, the contract leaves open.
    mutating func numberLeftOut() -> Expectation? {
        let open = spots.filter { spot in
            switch spot.piece.mark {
            case .figure(_, .digits), .local, .whole: true
            default: false
            }
        }
        guard let spot = pick(open), !spot.piece.text.contains("万") else { return nil }
        let paragraph = draft[spot.place]
        let before = spot.index > 0 ? paragraph.pieces[spot.index - 1].text.suffix(2) : ""
        let after = spot.index + 1 < paragraph.pieces.count ? paragraph.pieces[spot.index + 1].text.prefix(1) : ""
        _ = replace(spot, pick(["  ", " ", "　　"]) ?? " ")
        let range = draft[spot.place].range(of: spot.index)
        let near = max(0, range.lowerBound - before.utf8.count)..<range.upperBound + after.utf8.count
        return Expectation(rules: [], spot: .text(draft[spot.place].text, near), note: "\(before)\(spot.piece.text)\(after)")
    }

    mutating func emptyDate() -> Expectation? {
        let dates = [
            "\(draft.year + 1)年X月X日", "\(draft.year + 1)年 月 日", "\(draft.year + 1)年1月  日", "\(draft.year + 1)年××月××日", "年   月   日",
        ]
        let date = pick(dates) ?? ""
        draft.signature = [plain("\(draft.office.unit)¶\(date)")]
        return Expectation(rules: ["SUB-03"], spot: .anywhere, note: date)
    }
}
