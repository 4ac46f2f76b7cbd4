import TestSupport

/// Puts a whole report together.
struct ReportComposer {
    private var composer: Composer
    private let office: Office
    private let year: Int
    private let figures: YearFigures

    private static let numerals = ["一", "二", "三", "四", "五", "六"]

    /// - Parameter spent: wordings that last year's report used and that this one does not repeat.
    init(_ office: Office, _ year: Int, _ truth: Truth, _ random: SeededGenerator, spent: Set<Int>) {
        composer = Composer(office, year, truth, random, spent: spent)
        self.office = office
        self.year = year
        figures = truth.current
    }

    /// - Parameters:
    ///   - hasMuchToMend: section five is in one part and of two wordings.
    ///   - previous: last year's report, whose problems are taken up; nil where it is not given.
    mutating func draft(hasMuchToMend: Bool, after previous: Draft? = nil) -> Draft {
        let before = composer.spent
        let tables = FormTables(figures)
        let titles = [
            "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
            composer.chance(20) ? "因政府信息公开工作被申请行政复议、提起行政诉讼情况" : "政府信息公开行政复议、行政诉讼情况",
            composer.chance(20) ? "政府信息公开工作存在的主要问题及改进情况" : "存在的主要问题及改进情况", "其他需要报告的事项",
        ]
        let title = composer.say("frame.title")
        let preamble = composer.chance(80) ? composer.say("frame.preamble") : []
        var followUps = FollowUpComposer(previous, composer)
        let accounts = followUps.accounts(isWoven: hasMuchToMend)
        composer = followUps.composer
        // Below an account of the year before, a label that says nothing but “problems” would be about that year.
        if !accounts.opening.isEmpty {
            composer.spent.formUnion(WordingLibrary.shared["five.one-part"].filter { $0.source.hasPrefix("{P}问题：") }.map(\.number))
        }
        let contents: [[DraftSection.Block]] = [
            sectionOne() + accounts.woven, lead("documents", 20) + [.table(tables.disclosure)],
            lead("intake", 25) + [.table(tables.applications)],
            lead("challenges", 30) + [.table(tables.challenges)],
            accounts.opening + sectionFive(hasMuchToMend, isOnlyThisYear: previous != nil), sectionSix(),
        ]
        let sections = contents.enumerated().map { index, blocks in
            DraftSection(number: index + 1, ordinal: Self.numerals[index] + "、", title: titles[index], blocks: blocks.flatMap(parted))
        }
        let signature = composer.say("frame.signature")
        let day = signature.last { $0.mark == nil && Int($0.text) != nil }?.text ?? "15"
        var draft = Draft(
            office: office, year: year, figures: figures, title: title,
            preamble: preamble.isEmpty ? nil : DraftParagraph(pieces: preamble), sections: sections, signature: signature,
            published: "\(year + 1)-01-\(day)")
        let frame = Set(["frame.title", "frame.signature", "frame.preamble"].flatMap { WordingLibrary.shared[$0].map(\.number) })
        draft.used = composer.spent.subtracting(before).subtracting(frame)
        return draft
    }

    // MARK: Sections

    private mutating func lead(_ topic: String, _ percent: Int) -> [DraftSection.Block] {
        guard composer.chance(percent) else { return [] }
        let pieces = composer.say(topic)
        return paragraphs(pieces)
    }

    private func plain(_ text: String) -> Piece {
        Piece(text: text, mark: nil, value: nil, passage: nil, wording: -1, use: 0, topic: "")
    }

    /// How the five aspects of section one are set out.
    private enum Layout: CaseIterable { case headings, ordinals, ones, labels }

    private mutating func sectionOne() -> [DraftSection.Block] {
        let layout = composer.pick(Layout.allCases) ?? .headings
        let aspects = [
            ("主动公开", aspectOfDisclosure()), ("依申请公开", aspectOfRequests()),
            ("政府信息管理", aspect("one.management", "else.management", extra: composer.chance(30) ? "else.last-year" : nil)),
            (composer.chance(50) ? "平台建设" : "政府信息公开平台建设", aspect("one.platform", "else.platform")),
            ("监督保障", aspect("one.supervision", "else.supervision")),
        ]
        var blocks: [DraftSection.Block] = []
        if composer.chance(85) { blocks.append(.paragraph(DraftParagraph(pieces: composer.say("one.opening")))) }
        for (index, (name, texts)) in aspects.enumerated() {
            let numeral = Self.numerals[index]
            let suffix = composer.pick(["", "情况", "方面", "工作"]) ?? ""
            switch layout {
            case .headings:
                blocks.append(.heading(ordinal: "（\(numeral)）", title: name + suffix))
                blocks += texts.flatMap(paragraphs)
            case .ordinals, .ones, .labels:
                let opening = layout == .ordinals ? "（\(numeral)）\(name)\(suffix)。" : layout == .ones ? "\(numeral)是\(name)。" : "\(name)情况："
                blocks += texts.enumerated().flatMap { paragraphs(($0 == 0 ? [plain(opening)] : []) + $1) }
            }
        }
        if office.isGovernment { blocks.append(.paragraph(DraftParagraph(pieces: composer.say("one.assessment")))) }
        if composer.chance(25) { blocks.append(.paragraph(DraftParagraph(pieces: composer.say("one.closing")))) }
        return blocks
    }

    private mutating func aspectOfDisclosure() -> [[Piece]] {
        var figures: [Piece] = []
        if composer.chance(60) { figures += composer.say("documents") }
        if composer.chance(20) { figures += composer.say("documents") }
        if composer.chance(50) { figures += composer.say("rules") }
        if composer.chance(50) { figures += composer.say("decisions") }
        if composer.chance(20) { figures += composer.say("decisions") }
        if composer.chance(35) { figures += composer.say("charges") }
        let lead = composer.say("one.disclosure") + (composer.chance(70) ? composer.say("else.disclosure") : [])
        let others = composer.chance(40) ? composer.say("else.disclosure") : []
        return arranged([lead, figures, others])
    }

    private mutating func aspectOfRequests() -> [[Piece]] {
        var figures = composer.say("intake")
        if composer.chance(60) { figures += composer.say("outcomes") }
        if composer.chance(25) { figures += composer.say("rows") }
        if composer.chance(40) { figures += composer.say("changes") }
        var last: [Piece] = []
        if composer.chance(40) { last += composer.say("challenges") }
        if composer.chance(15) { last += composer.say("fee-early") }
        let lead = composer.say("one.request")
        let others = composer.chance(45) ? composer.say("else.request") : []
        return arranged([lead, figures + last, others])
    }

    private mutating func aspect(_ topic: String, _ others: String, extra: String? = nil) -> [[Piece]] {
        var pieces = composer.say(topic)
        if composer.chance(65) { pieces += composer.say(others) }
        if let extra { pieces += composer.say(extra) }
        return [pieces]
    }

    /// As paragraphs: each for itself, or run on.
    private mutating func arranged(_ parts: [[Piece]]) -> [[Piece]] {
        let whole = parts.filter { !$0.isEmpty }
        return composer.chance(50) ? whole : [whole.flatMap { $0 }]
    }

    /// - Parameter isOnlyThisYear: no problems of the year before are made up.
    private mutating func sectionFive(_ hasMuchToMend: Bool, isOnlyThisYear: Bool) -> [DraftSection.Block] {
        let isInParts = figures.form == "2021" && composer.chance(35) && !hasMuchToMend && !isOnlyThisYear
        guard isInParts else {
            // Two wordings run together where the office has more to say.
            let first = composer.say("five.one-part")
            let isLong = (composer.chance(45) || hasMuchToMend) && first.first?.text.first != "1"
            guard isLong else { return paragraphs(first) }
            composer.spent.formUnion(WordingLibrary.shared["five.one-part"].filter { $0.source.hasPrefix("1.") }.map(\.number))
            let second = composer.say("five.one-part")
            func passage(_ name: String, _ pieces: [Piece]) -> [Piece] {
                let parts = pieces.split { $0.passage != name && $0.text != "¶" }.map { $0.filter { $0.passage == name } }
                return parts.filter { !$0.isEmpty }.flatMap(sentence)
            }
            return ["P", "M"].flatMap { name -> [DraftSection.Block] in
                let both = [passage(name, first), passage(name, second)]
                // What has several paragraphs begins one.
                guard both.contains(where: { $0.contains { $0.text == "¶" } }) else {
                    return [.paragraph(DraftParagraph(pieces: both.flatMap { $0 }))]
                }
                return both.flatMap(paragraphs)
            }
        }
        return paragraphs(composer.say("five.two-part"))
    }

    /// With a mark at its end, unless a new paragraph begins there.
    private func sentence(_ pieces: [Piece]) -> [Piece] {
        guard var last = pieces.last, let end = last.text.last, !"。；！¶".contains(end) else { return pieces }
        last.text += "。"
        return pieces.dropLast() + [last]
    }

    private mutating func sectionSix() -> [DraftSection.Block] {
        var parts: [[Piece]] = []
        if composer.chance(70) || figures.form == "2019" { parts.append(composer.say("six.other")) }
        if composer.chance(25) { parts.append(composer.say("six.other")) }
        if figures.form == "2021" { parts.insert(composer.say("fee"), at: Int.random(in: 0...parts.count, using: &composer.random)) }
        return arranged(parts).flatMap(paragraphs)
    }

    /// Parted where a wording begins a new paragraph; one of several paragraphs shares none of them with another wording.
    private func paragraphs(_ pieces: [Piece]) -> [DraftSection.Block] {
        let ofSeveral = Set(pieces.lazy.filter { $0.text == "¶" }.map(\.use))
        var parts: [[Piece]] = [[]]
        var last: Int?
        for piece in pieces {
            let isApart = last.map { $0 != piece.use && (ofSeveral.contains($0) || ofSeveral.contains(piece.use)) } ?? false
            if piece.text == "¶" || isApart { parts.append([]) }
            if piece.text != "¶" { parts[parts.count - 1].append(piece) }
            last = piece.use
        }
        return parts.filter { !$0.isEmpty }.map { .paragraph(DraftParagraph(pieces: $0)) }
    }

    /// A paragraph for each of those that its wordings begin.
    private func parted(_ block: DraftSection.Block) -> [DraftSection.Block] {
        if case .paragraph(let paragraph) = block { paragraphs(paragraph.pieces) } else { [block] }
    }
}
