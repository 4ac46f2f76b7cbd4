/// A sum of named figures and whole numbers.
struct Expression: Hashable, Sendable {
    enum Term: Hashable, Sendable {
        case name(String)
        case number(Int)
    }

    let terms: [Term]

    init(_ text: some StringProtocol) {
        terms = String(text).split(separator: "+").map { part in
            let word = part.trimmed
            return Int(word).map(Term.number) ?? .name(word)
        }
    }

    init(name: String) { terms = [.name(name)] }

    var names: [String] { terms.compactMap { if case .name(let name) = $0 { name } else { nil } } }
    /// True for a figure of the year before.
    var isLast: Bool { names.contains { $0.hasPrefix("last.") } }
    /// The same figures a year earlier.
    var last: Expression { Expression(names.map { "last." + $0 }.joined(separator: "+")) }
    /// True for numbers that a wording makes up or parts from a figure.
    var isLocal: Bool { !names.isEmpty && names.allSatisfy { $0.count == 1 } }

    /// Nil where a figure is missing.
    func value(_ figures: (String) -> Int?) -> Int? {
        var sum = 0
        for term in terms {
            switch term {
            case .number(let number): sum += number
            case .name(let name):
                guard let value = figures(name) else { return nil }
                sum += value
            }
        }
        return sum
    }
}

/// What has to hold for a wording to be used.
enum Condition: Hashable, Sendable {
    enum Operator: String, Sendable { case more = ">", less = "<", same = "=" }

    case compare(Expression, Operator, Expression)
    case kinds([String])
    case form(String)
    case hasLast
    case chosen(String, ClosedRange<Int>)
    case split(String, into: [String])

    init?(_ text: some StringProtocol) {
        let words = String(text).split(separator: " ").map(String.init)
        switch words.first {
        case "kind": self = .kinds(Array(words.dropFirst()))
        case "form" where words.count == 2: self = .form(words[1])
        case "last" where words.count == 1: self = .hasLast
        case "let" where words.count == 3:
            let bounds = words[2].split(separator: "-").compactMap { Int($0) }
            guard bounds.count == 2 else { return nil }
            self = .chosen(words[1], bounds[0]...bounds[1])
        case "split" where words.count > 3: self = .split(words[1], into: Array(words.dropFirst(2)))
        default:
            guard let place = words.firstIndex(where: { Operator(rawValue: $0) != nil }), let sign = Operator(rawValue: words[place])
            else { return nil }
            self = .compare(
                Expression(words[..<place].joined(separator: " ")), sign, Expression(words[(place + 1)...].joined(separator: " ")))
        }
    }

    static func list(_ text: some StringProtocol) -> [Condition]? {
        let parts = String(text).split(separator: ";").map { $0.trimmed }
        let conditions = parts.compactMap { Condition($0) }
        return conditions.count == parts.count ? conditions : nil
    }
}

extension StringProtocol {
    var trimmed: String {
        var rest = Substring(self)
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
