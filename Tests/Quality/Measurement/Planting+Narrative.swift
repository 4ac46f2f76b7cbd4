import TestSupport

extension Planting {
    /// A piece of the narrative.
    struct Spot {
        let place: Draft.ParagraphPlace
        let index: Int
        let piece: Piece
    }

    var spots: [Spot] {
        draft.paragraphs.flatMap { place in
            draft[place].pieces.enumerated().map { Spot(place: place, index: $0, piece: $1) }
        }
    }

    func figure(_ spot: Spot) -> (Expression, Wording.Style)? {
        if case .figure(let expression, let style) = spot.piece.mark { (expression, style) } else { nil }
    }

    /// What a sentence about a figure may lawfully mean.
    func lawful(_ expression: Expression) -> Set<Int> {
        func value(_ names: String...) -> Int { names.reduce(0) { $0 + (subject.truth.value($1) ?? 0) } }
        var values = Set([subject.truth.value(expression) ?? 0])
        let names = Set(expression.names)
        if !names.isDisjoint(with: ["new", "done"]) { values.formUnion([value("new"), value("new", "in"), value("done")]) }
        for id in subject.truth.indicators(expression) where id.hasPrefix("applications.new.") {
            let column = id.split(separator: ".")[2]
            let carried = subject.truth.current["applications.carried-in.\(column)"]
            values.formUnion(values.map { $0 + carried })
        }
        if names.contains("new.organization") { values.insert(value("new.organization", "in") - value("in.person")) }
        if !names.isDisjoint(with: ["review", "litigation", "direct", "after"]) {
            let pending = ["review", "litigation", "direct", "after"].filter(names.contains).reduce(0) { $0 + value("\($1).pending") }
            values.formUnion(values.map { $0 - pending })
            if names.contains("litigation") { values.formUnion([value("direct"), value("after")]) }
        }
        return values
    }

    /// The same figure with another value, as it would be written.
    static func written(_ value: Int, like piece: Piece, isAmount: Bool) -> String {
        guard case .figure(_, let style) = piece.mark else { return "\(value)" }
        switch style {
        case .zh: return NumberNotation.chinese(value)
        case .wan: return NumberNotation.tenThousandth(value) + "万"
        case .yuan: return "\(value)"
        case .digits: return isAmount ? NumberNotation.tenThousandth(value) : "\(value)"
        }
    }

    mutating func replace(_ spot: Spot, _ text: String) -> (String, Range<Int>) {
        draft[spot.place].pieces[spot.index].text = text
        return (draft[spot.place].text, draft[spot.place].range(of: spot.index))
    }

    private mutating func changed(_ spot: Spot, _ mutation: (Int, inout SeededGenerator) -> Int?) -> (String, (String, Range<Int>))? {
        guard let (expression, style) = figure(spot), let value = spot.piece.value else { return nil }
        let unit = style == .wan ? 1000 : subject.truth.isAmount(expression) || expression.names.contains("fee") ? 100 : 1
        guard let small = mutation(value / unit, &random), style != .zh || (1..<100).contains(small) else { return nil }
        let new = small * unit
        guard !lawful(expression).contains(new) else { return nil }
        let text = Self.written(new, like: spot.piece, isAmount: subject.truth.isAmount(expression))
        let note = "\(expression.names.joined(separator: "+")): \(spot.piece.text) → \(text)"
        return (note, replace(spot, text))
    }

    mutating func changedFigure(_ defect: Defect) -> Expectation? {
        let open = spots.filter { figure($0).map { !$0.0.names.contains("fee") } == true }.shuffled(using: &random)
        for spot in open {
            let result =
                switch defect {
                case .digitChanged: changed(spot, Mutation.digit)
                case .digitsSwapped: changed(spot, Mutation.swap)
                default: changed(spot, Mutation.little)
                }
            if let (note, place) = result { return Expectation(rules: ["NAR-01"], spot: .text(place.0, place.1), note: note) }
        }
        return nil
    }

    // MARK: Sentences that are false as a whole

    /// Puts a sentence where its topic is told: in place of one in section one, or at the head of the section with the table.
    mutating func insert(_ pieces: [Piece]) -> Draft.ParagraphPlace? {
        // What has several paragraphs is no sentence.
        guard let topic = pieces.first?.topic, !pieces.contains(where: { $0.text == "¶" }) else { return nil }
        let home = ["intake": 2, "changes": 2, "challenges": 3][topic] ?? 1
        let others = draft.paragraphs.filter { place in
            place.section == 0 && draft[place].pieces.contains { $0.topic == topic || topic == "changes" && $0.topic == "intake" }
        }
        if let place = pick(others), topic == "changes" || number(0...1) == 0 {
            let same = draft[place].pieces.filter { $0.topic == topic }.map(\.use)
            if let use = same.first, let first = draft[place].pieces.firstIndex(where: { $0.use == use }) {
                draft[place].pieces.removeAll { $0.use == use }
                draft[place].pieces.insert(contentsOf: pieces, at: first)
            } else if let last = draft[place].pieces.lastIndex(where: { $0.topic == "intake" }) {
                guard draft[place].pieces[last].text.last.map("。；！".contains) ?? true else {
                    // Behind a line of a list that no mark ends it is a paragraph of its own.
                    draft.sections[place.section].blocks.insert(.paragraph(DraftParagraph(pieces: pieces)), at: place.block + 1)
                    return Draft.ParagraphPlace(section: place.section, block: place.block + 1)
                }
                draft[place].pieces.insert(contentsOf: pieces, at: last + 1)
            }
            return place
        }
        guard topic != "changes" else { return nil }
        if case .paragraph = draft.sections[home].blocks.first { draft.sections[home].blocks.removeFirst() }
        draft.sections[home].blocks.insert(.paragraph(DraftParagraph(pieces: pieces)), at: 0)
        return Draft.ParagraphPlace(section: home, block: 0)
    }

    /// That the piece with a mark in the false sentence of a paragraph is found.
    private func expectation(_ place: Draft.ParagraphPlace, _ mark: Mark, note: String) -> Expectation? {
        let paragraph = draft[place]
        guard let index = paragraph.pieces.firstIndex(where: { $0.use == Self.falseUse && $0.mark == mark }) else { return nil }
        return Expectation(rules: ["NAR-01"], spot: .text(paragraph.text, paragraph.range(of: index)), note: note)
    }

    /// The use of a wording that is false.
    static let falseUse = 10_000

    /// Marks the pieces of a false sentence as a use of their own.
    func apart(_ pieces: [Piece]) -> [Piece] {
        pieces.map {
            Piece(
                text: $0.text, mark: $0.mark, value: $0.value, passage: $0.passage, wording: $0.wording, use: Self.falseUse, topic: $0.topic
            )
        }
    }

    private static let topics = ["intake", "challenges", "documents", "rules", "decisions", "charges"]

    mutating func falseZero() -> Expectation? {
        let wordings = Self.topics.flatMap { WordingLibrary.shared[$0] }.shuffled(using: &random)
        for wording in wordings {
            for (index, part) in wording.parts.enumerated() {
                guard case .zero(let expression, _) = part, let value = subject.truth.value(expression), value > 0 else { continue }
                var other = subject.truth
                for name in expression.names { other.overrides[name] = 0 }
                // Figures that are nothing but parts of the one that is denied.
                if expression.names.contains("new") { for name in ["done", "in", "over"] { other.overrides[name] = 0 } }
                if wording.parts.enumerated().contains(where: { $0 != index && Self.states($1, expression) }) { continue }
                guard composer.allows(wording, with: other) else { continue }
                let pieces = apart(composer.say(wording))
                guard let place = insert(pieces) else { continue }
                return self.expectation(
                    place, .zero(expression), note: "zero of \(expression.names.joined(separator: "+")), which is \(value)")
            }
        }
        return nil
    }

    private static func states(_ part: Wording.Part, _ expression: Expression) -> Bool {
        switch part {
        case .figure(let other, _), .growth(let other), .difference(let other): !Set(other.names).isDisjoint(with: expression.names)
        case .claim: true
        default: false
        }
    }

    mutating func falseNumber() -> Expectation? {
        let wordings = Self.topics.flatMap { WordingLibrary.shared[$0] }.shuffled(using: &random)
        for wording in wordings {
            guard !wording.source.contains("last."), !wording.source.contains("{claim"), !wording.source.contains("{zero") else { continue }
            for part in wording.parts {
                guard case .figure(let expression, let style) = part, expression.names.count == 1, expression.terms.count == 1,
                    !expression.isLocal, style != .wan, subject.truth.value(expression) == 0
                else { continue }
                var other = subject.truth
                let isAmount = subject.truth.isAmount(expression)
                let value = isAmount ? 100 * number(20...90_000) : number(1...9)
                guard !lawful(expression).contains(value) else { continue }
                other.overrides[expression.names[0]] = value
                guard composer.allows(wording, with: other) else { continue }
                let pieces = apart(composer.say(wording, truth: other))
                guard let place = insert(pieces) else { continue }
                return self.expectation(
                    place, .figure(expression, style), note: "\(expression.names[0]) is 0, \(value) said")
            }
        }
        return nil
    }

    mutating func saidTwice(_ isMeant: (Expression) -> Bool) -> Expectation? {
        let open = spots.filter { figure($0).map { isMeant($0.0) && $0.0.names.count == 1 } == true }.shuffled(using: &random)
        for spot in open {
            guard let (expression, _) = figure(spot) else { continue }
            let twin = open.first { $0.place != spot.place && figure($0)?.0 == expression }
            guard twin != nil else { continue }
            // The fee has lawful readings of no other kind.
            if let (note, place) = changed(spot, Mutation.little) {
                return Expectation(rules: ["NAR-02"], spot: .text(place.0, place.1), note: note)
            }
        }
        return nil
    }
}
