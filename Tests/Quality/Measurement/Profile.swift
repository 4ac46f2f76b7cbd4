import TestSupport

/// How much work an office has, and of what kind: two years of the same office resemble one another.
struct Profile {
    private let office: Office
    private let isIdle: Bool
    private let volume: Double
    private var columnShares: [Double] = []
    private var rowShares: [String: Double] = [:]
    private let overShare: Double
    private let reviewRate: Double
    private let litigationRate: Double
    private let outcomeShares: [Double]
    private var decisions: [String: Double] = [:]
    private let charges: Double
    private var documents: [String: Double] = [:]

    init(_ office: Office, _ random: inout SeededGenerator) {
        self.office = office
        func between(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        let isSmall = office.kind == .street || office.kind == .town
        isIdle = chance(isSmall ? 20 : office.kind == .bureau ? 10 : 0)
        let volumes: [Office.Kind: ClosedRange<Double>] = [
            .street: 1...9, .town: 1...14, .bureau: 3...70, .office: 5...140, .county: 60...900, .city: 400...5000, .province: 2500...26000,
        ]
        volume = isSmall && chance(35) ? 0 : between(volumes[office.kind] ?? 1...9)
        let organizations = chance(25) ? 0 : between(0.02...0.25)
        var weights = (0..<5).map { _ in chance(45) ? between(0.1...1) : 0 }
        weights[0] += 1
        let all = weights.reduce(0, +)
        columnShares = [1 - organizations] + weights.map { $0 / all * organizations }
        for row in YearFigures.results("2021") + ["other"] {
            let isLarge = office.kind == .county || office.kind == .city || office.kind == .province
            if row == "other.fee-unpaid" {
                rowShares[row] = isLarge && chance(30) ? 0.02 : 0
                continue
            }
            rowShares[row] = chance(isSmall ? 25 : 60) ? between(0.02...0.5) : 0
        }
        rowShares["granted"] = chance(90) ? between(0.4...2) : 0
        rowShares["unable.not-held"] = chance(80) ? between(0.3...1.5) : 0
        overShare = chance(40) ? 0 : between(0.01...0.15)
        reviewRate = chance(isSmall ? 80 : 35) ? 0 : between(0.02...0.2)
        litigationRate = chance(isSmall ? 85 : 45) ? 0 : between(0.01...0.08)
        outcomeShares = chance(35) ? [1, 0, 0, 0] : (0..<4).map { _ in chance(75) ? between(0.1...1) : 0 }
        let decisionScale: [Office.Kind: Double] = [
            .street: 30, .town: 60, .bureau: 900, .office: 0, .county: 18000, .city: 160_000, .province: 900_000,
        ]
        for (id, share) in [("licensing", 1.0), ("penalties", 0.8), ("coercion", 0.05)] {
            let scale = (decisionScale[office.kind] ?? 0) * share
            decisions[id] = scale == 0 || chance(isSmall ? 50 : 15) ? 0 : between(scale * 0.05...scale)
        }
        let chargeScale: [Office.Kind: Double] = [.bureau: 300, .county: 9000, .city: 60000, .province: 500_000]
        charges = (chargeScale[office.kind].map { chance(35) ? 0 : between($0 * 0.02...$0) }) ?? 0
        let stock: [Office.Kind: Double] = [.street: 2, .town: 4, .bureau: 12, .office: 30, .county: 160, .city: 420, .province: 1500]
        documents["normative-documents"] = chance(isSmall ? 50 : 15) ? 0 : between(1...(stock[office.kind] ?? 2))
        documents["regulations"] = office.makesRules ? between(8...90) : 0
    }

    private func varied(_ mean: Double, _ random: inout SeededGenerator) -> Int {
        guard mean > 0 else { return 0 }
        return Int((mean * Double.random(in: 0.72...1.38, using: &random)).rounded())
    }

    /// Parts a number by shares.
    private func parted(_ total: Int, _ shares: [Double], _ random: inout SeededGenerator) -> [Int] {
        let uneven = shares.map { $0 * Double.random(in: 0.8...1.25, using: &random) }
        let sum = uneven.reduce(0, +)
        guard sum > 0 else { return shares.indices.map { $0 == 0 ? total : 0 } }
        var parts = uneven.map { Int(Double(total) * $0 / sum) }
        var left = total - parts.reduce(0, +)
        let open = shares.indices.filter { shares[$0] > 0 }
        while left > 0, let index = open.randomElement(using: &random) {
            parts[index] += 1
            left -= 1
        }
        return parts
    }

    /// A year's figures, after those of the year before where there are some.
    func figures(form: String, after last: YearFigures?, _ random: inout SeededGenerator) -> YearFigures {
        var figures = YearFigures(form: form)
        disclosure(&figures, last, &random)
        var new = isIdle ? 0 : varied(volume, &random)
        if let before = last?["applications.new.total"], before > 0 {
            let throwing = Int.random(in: 0..<100, using: &random)
            if throwing < 10 { new = before } else if throwing < 16, before < 60 { new = 2 * before }
        }
        let news = parted(new, columnShares, &random)
        for (index, column) in YearFigures.columns.enumerated() {
            let carried = last?["applications.carried-over.\(column)"] ?? varied(Double(news[index]) * overShare, &random)
            let due = news[index] + carried
            let over = min(due, varied(Double(due) * overShare, &random))
            figures["applications.new.\(column)"] = news[index]
            figures["applications.carried-in.\(column)"] = carried
            figures["applications.carried-over.\(column)"] = over
            let rows = YearFigures.results(form)
            for (row, count) in zip(rows, parted(due - over, rows.map { rowShares[$0] ?? 0 }, &random)) {
                figures["applications.result.\(row).\(column)"] = count
            }
        }
        let sizes = [reviewRate, litigationRate * 0.6, litigationRate * 0.4].map { varied(Double(new) * $0, &random) }
        for (group, size) in zip(YearFigures.groups, sizes) {
            for (outcome, count) in zip(YearFigures.outcomes, parted(size, outcomeShares, &random)) {
                figures["challenges.\(group).\(outcome)"] = count
            }
        }
        figures.addUp()
        // Who ends applications for want of payment has sent notices of fees.
        let isUnpaid = figures["applications.result.other.fee-unpaid.total"] > 0
        let takesFees = form == "2021" && new > 30 && Int.random(in: 0..<3, using: &random) == 0
        figures[YearFigures.fee] = takesFees || isUnpaid ? 100 * Int.random(in: 10...60, using: &random) : 0
        return figures
    }

    private func disclosure(_ figures: inout YearFigures, _ last: YearFigures?, _ random: inout SeededGenerator) {
        func number(_ limit: Int) -> Int { Int.random(in: 0...max(0, limit), using: &random) }
        for kind in ["normative-documents", "regulations"] {
            let id = "disclosure.\(kind)"
            let stock = isIdle ? 0 : Int(documents[kind] ?? 0)
            if figures.form == "2021" {
                let before = last?.values["\(id).in-force"] ?? stock
                let issued = stock == 0 ? 0 : number(stock / 5 + 1)
                let repealed = min(before, stock == 0 ? 0 : number(stock / 6 + 1))
                figures["\(id).issued"] = issued
                figures["\(id).repealed"] = repealed
                figures["\(id).in-force"] = before + issued - repealed
            } else {
                let made = stock == 0 ? 0 : number(stock / 4 + 1)
                figures["\(id).made"] = made
                figures["\(id).disclosed"] = number(made)
                figures["\(id).total-disclosed"] = (last?.values["\(id).total-disclosed"] ?? stock) + figures["\(id).disclosed"]
            }
        }
        for kind in ["licensing", "penalties", "coercion"] {
            var count = isIdle ? 0 : varied(decisions[kind] ?? 0, &random)
            if count > 30000, number(2) == 0 { count = count / 1000 * 1000 }
            figures["disclosure.\(kind).decisions"] = count
        }
        if figures.form == "2021" {
            figures["disclosure.fees.amount"] = isIdle ? 0 : varied(charges * 100, &random) * 100
            return
        }
        for kind in ["licensing", "other-services", "penalties", "coercion", "fees"] {
            let id = "disclosure.\(kind)"
            let before = (last?.values["\(id).items-last-year"]).map { $0 + (last?["\(id).items-change"] ?? 0) } ?? number(isIdle ? 0 : 90)
            figures["\(id).items-last-year"] = before
            figures["\(id).items-change"] = number(8) - min(4, before)
        }
        figures["disclosure.other-services.decisions"] = isIdle ? 0 : number(40)
        figures["disclosure.procurement.items"] = isIdle ? 0 : 2 + number(20)
        figures["disclosure.procurement.amount"] = figures["disclosure.procurement.items"] * (500 + number(400)) * 100
    }
}
