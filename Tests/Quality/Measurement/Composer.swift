import TestSupport

/// Turns wordings into text that is true of a year's figures.
struct Composer {
    let office: Office
    let year: Int
    var truth: Truth
    var random: SeededGenerator
    /// Wordings that are not to be used (again).
    var spent: Set<Int>
    private var uses = 0

    init(_ office: Office, _ year: Int, _ truth: Truth, _ random: SeededGenerator, spent: Set<Int> = []) {
        self.office = office
        self.year = year
        self.truth = truth
        self.random = random
        self.spent = spent
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice? { choices.randomElement(using: &random) }

    // MARK: Which wordings hold

    /// Whether a wording may be used of these figures: its own conditions and what its parts imply.
    func allows(_ wording: Wording, with truth: Truth, lies: Set<Int> = []) -> Bool {
        let fits = wording.conditions.allSatisfy { condition in
            switch condition {
            case .kinds(let kinds): kinds.contains(office.kind.rawValue)
            case .form(let form): form == truth.current.form
            case .hasLast: truth.last != nil
            case .compare: truth.holds(condition)
            case .split(let name, let parts): (truth.value(name) ?? 0) >= parts.count * (name == "fee" ? 100 : 1)
            case .chosen: true
            }
        }
        guard fits else { return false }
        return wording.parts.enumerated().allSatisfy { lies.contains($0) || allows($1, truth) }
    }

    private func allows(_ part: Wording.Part, _ truth: Truth) -> Bool {
        switch part {
        case .figure(let expression, let style):
            if expression.isLocal { return true }
            guard let value = truth.value(expression) else { return false }
            return switch style {
            case .wan: value >= 10_000 && value % 100 == 0
            case .zh: value > 0 && value < 100
            default: true
            }
        case .growth(let expression):
            guard let now = truth.value(expression), let before = truth.value(expression.last) else { return false }
            return before > 0 && now != before && Composer.percent(abs(now - before), of: before, decimals: 1) > 0
        case .difference(let expression):
            return truth.value(expression) != nil && truth.value(expression.last) != nil
        case .multiple(let expression):
            guard let now = truth.value(expression), let before = truth.value(expression.last) else { return false }
            return before > 0 && now >= 2 * before && now % before == 0
        case .share(let part, let whole): return (truth.value(whole) ?? 0) > 0 && truth.value(part) != nil
        case .direction(let direction, let expression, _): return truth.holds(direction, expression) == true
        case .zero(let expression, _): return truth.value(expression) == 0
        case .claim(let claim, _): return truth.holds(claim: claim)
        case .about(let expression): return (truth.value(expression) ?? 0) > 20
        default: return true
        }
    }

    /// One of the wordings of a topic that hold and are not spent; nil when there is none.
    mutating func choose(_ topic: String) -> Wording? {
        let open = WordingLibrary.shared[topic].filter { !spent.contains($0.number) && allows($0, with: truth) }
        return open.randomElement(using: &random)
    }

    // MARK: Text

    /// The pieces of one of a topic's wordings; empty when none holds.
    mutating func say(_ topic: String) -> [Piece] { choose(topic).map { say($0) } ?? [] }

    /// The pieces of a wording by the figures of `truth`. `lies` gives parts something else to say.
    mutating func say(_ wording: Wording, truth other: Truth? = nil, lies: [Int: Int] = [:]) -> [Piece] {
        var truth = other ?? self.truth
        for condition in wording.conditions where !truth.draw(condition, &random) { return [] }
        spent.insert(wording.number)
        uses += 1
        var pieces: [Piece] = []
        var passage: String?
        for (index, part) in wording.parts.enumerated() {
            switch part {
            case .opens(let name): passage = name
            case .closes: passage = nil
            default:
                var piece = Piece(
                    text: "", mark: nil, value: nil, passage: passage, wording: wording.number, use: uses, topic: wording.topic)
                fill(&piece, part, truth, lie: lies[index])
                pieces.append(piece)
            }
        }
        return pieces
    }

    private mutating func fill(_ piece: inout Piece, _ part: Wording.Part, _ truth: Truth, lie: Int?) {
        func count(_ expression: Expression) -> Int { lie ?? truth.value(expression) ?? 0 }
        switch part {
        case .text(let text): piece.text = text
        case .figure(let expression, let style):
            piece.value = count(expression)
            piece.text = written(count(expression), expression, style)
            piece.mark =
                expression.isLocal ? .local(expression.names[0]) : expression.isLast ? .lookBack(expression) : .figure(expression, style)
        case .growth(let expression):
            let now = count(expression)
            let before = truth.value(expression.last) ?? 0
            piece.text = percentage(abs(now - before), of: before)
            piece.mark = .growth(expression)
        case .share(let share, let whole):
            piece.text = percentage(count(share), of: truth.value(whole) ?? 0)
            piece.mark = .share(share, whole)
        case .difference(let expression):
            piece.value = abs(count(expression) - (truth.value(expression.last) ?? 0))
            piece.text = written(piece.value ?? 0, expression, .digits)
            piece.mark = .difference(expression)
        case .multiple(let expression):
            piece.value = count(expression) / max(1, truth.value(expression.last) ?? 1)
            piece.text = "\(piece.value ?? 0)"
            piece.mark = .multiple(expression)
        case .direction(let direction, let expression, let words):
            piece.text = words
            piece.mark = .direction(direction, expression)
        case .zero(let expression, let words):
            piece.text = words
            piece.mark = .zero(expression)
        case .claim(let claim, let words):
            piece.text = words
            piece.mark = .claim(claim)
        case .about(let expression):
            let value = count(expression)
            let unit = value >= 1000 ? 100 : 10
            piece.text = "\(value % unit == 0 ? value - unit : value / unit * unit)"
            piece.mark = .about(expression)
        case .whole(let expression):
            piece.value = count(expression)
            piece.text = "\(count(expression))"
            piece.mark = .whole(expression)
        case .least(let expression):
            piece.value = count(expression)
            piece.text = "\(count(expression))"
            piece.mark = .least(expression)
        case .random(let range):
            piece.text = "\(Int.random(in: range, using: &random))"
            piece.mark = .random
        case .year(let offset):
            piece.text = "\(year + offset)"
            piece.mark = .year(offset)
        case .unit:
            piece.text = office.unit
            piece.mark = .unit
        case .we: piece.text = office.we
        case .area: piece.text = office.area
        case .day: piece.text = "\(Int.random(in: 10...28, using: &random))"
        case .paragraphBreak: piece.text = "¶"
        case .opens, .closes: break
        }
    }

    /// A figure in digits, at times with separators or in full width.
    mutating func written(_ value: Int, _ expression: Expression, _ style: Wording.Style) -> String {
        switch style {
        case .zh: return NumberNotation.chinese(value)
        case .yuan: return "\(value)"
        case .wan: return NumberNotation.tenThousandth(value) + "万"
        case .digits: break
        }
        if truth.isAmount(expression) { return NumberNotation.tenThousandth(value) }
        if value >= 1000, chance(10) { return NumberNotation.separated(value) }
        return chance(3) ? NumberNotation.fullWidth("\(value)") : "\(value)"
    }

    /// Rounded half up, or cut off.
    static func percent(_ part: Int, of whole: Int, decimals: Int, isCut: Bool = false) -> Int {
        let scale = decimals == 0 ? 100 : decimals == 1 ? 1000 : 10_000
        return isCut ? part * scale / whole : (2 * part * scale + whole) / (2 * whole)
    }

    private mutating func percentage(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0%" }
        let coarse = Composer.percent(part, of: whole, decimals: 0, isCut: true)
        let decimals = coarse >= 10 ? Int.random(in: 0...2, using: &random) : 1 + Int.random(in: 0...1, using: &random)
        let isCut = chance(15)
        let value = Composer.percent(part, of: whole, decimals: decimals, isCut: isCut)
        guard value > 0 || part == 0 else {
            return NumberNotation.decimal(Composer.percent(part, of: whole, decimals: 2), places: 2) + "%"
        }
        return NumberNotation.decimal(value, places: decimals, keepsZeros: chance(50)) + "%"
    }
}
