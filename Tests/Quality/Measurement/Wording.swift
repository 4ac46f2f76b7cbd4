/// One way of saying something, with places for figures.
struct Wording: Sendable {
    enum Style: String, Sendable { case digits, zh, yuan, wan }
    enum Direction: String, Sendable { case up, down, even }

    enum Part: Hashable, Sendable {
        case text(String)
        case figure(Expression, Style)
        case growth(Expression), difference(Expression), multiple(Expression), about(Expression)
        case share(Expression, Expression)
        case direction(Direction, Expression, String)
        case zero(Expression, String)
        case claim(String, String)
        case whole(Expression), least(Expression)
        case random(ClosedRange<Int>)
        /// Added to the reporting year.
        case year(Int)
        case unit, we, area, day
        /// The passages `P`, `M`, `L` and their ends.
        case opens(String), closes(String)
        case paragraphBreak
    }

    /// Unique in the library.
    let number: Int
    let topic: String
    let conditions: [Condition]
    let parts: [Part]
    /// As it stands in its file.
    let source: String

    init?(number: Int, topic: String, line: String) {
        self.number = number
        self.topic = topic
        source = line
        var text = Substring(line)
        if let range = line.firstRange(of: " :: ") {
            guard let list = Condition.list(line[..<range.lowerBound]) else { return nil }
            conditions = list
            text = line[range.upperBound...]
        } else {
            conditions = []
        }
        var parts: [Part] = []
        while let opening = text.firstIndex(of: "{") {
            parts += Self.plain(text[..<opening])
            guard let closing = text[opening...].firstIndex(of: "}"),
                let part = Self.part(text[text.index(after: opening)..<closing])
            else { return nil }
            parts.append(part)
            text = text[text.index(after: closing)...]
        }
        self.parts = parts + Self.plain(text)
    }

    private static func plain(_ text: Substring) -> [Part] {
        var parts: [Part] = []
        for (index, piece) in text.split(separator: "¶", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { parts.append(.paragraphBreak) }
            if !piece.isEmpty { parts.append(.text(String(piece))) }
        }
        return parts
    }

    private static func part(_ text: Substring) -> Part? {
        switch text {
        case "unit": return .unit
        case "we": return .we
        case "area": return .area
        case "day": return .day
        case "year": return .year(0)
        case "year-1": return .year(-1)
        case "year+1": return .year(1)
        case "P", "M", "L": return .opens(String(text))
        case "/P", "/M", "/L": return .closes(String(text.dropFirst()))
        default: break
        }
        if text.hasPrefix("?") {
            let bounds = text.dropFirst().split(separator: "-").compactMap { Int($0) }
            return bounds.count == 2 ? .random(bounds[0]...bounds[1]) : nil
        }
        guard let space = text.firstIndex(of: " ") else {
            let halves = text.split(separator: ":")
            let style = halves.count == 2 ? Style(rawValue: String(halves[1])) : .digits
            return style.map { .figure(Expression(halves[0]), $0) }
        }
        let rest = text[text.index(after: space)...]
        let colon = rest.firstRange(of: ": ")
        let subject = colon.map { rest[..<$0.lowerBound] } ?? rest
        let words = colon.map { String(rest[$0.upperBound...]) } ?? ""
        switch text[..<space] {
        case "growth": return .growth(Expression(rest))
        case "diff": return .difference(Expression(rest))
        case "times": return .multiple(Expression(rest))
        case "about": return .about(Expression(rest))
        case "whole": return .whole(Expression(rest))
        case "least": return .least(Expression(rest))
        case "share":
            let halves = rest.split(separator: "/")
            return halves.count == 2 ? .share(Expression(halves[0]), Expression(halves[1])) : nil
        case "zero": return words.isEmpty ? nil : .zero(Expression(subject), words)
        case "claim": return words.isEmpty ? nil : .claim(String(subject), words)
        case let word:
            guard let direction = Direction(rawValue: String(word)), !words.isEmpty else { return nil }
            return .direction(direction, Expression(subject), words)
        }
    }
}
