import TestSupport

/// What names stand for in one report.
struct Truth: Sendable {
    let current: YearFigures
    let last: YearFigures?
    /// Numbers that the wording at hand makes up.
    var locals: [String: Int] = [:]
    /// Figures that are taken to be something else than they are.
    var overrides: [String: Int] = [:]
    private let library = WordingLibrary.shared

    init(_ current: YearFigures, _ last: YearFigures?) {
        self.current = current
        self.last = last
    }

    func value(_ name: String) -> Int? {
        if let value = overrides[name] ?? locals[name] { return value }
        if name.hasPrefix("last.") {
            guard let last, let found = library.indicators(String(name.dropFirst(5)), form: last.form) else { return nil }
            return found.reduce(0) { $0 + last[$1] }
        }
        if name == "fee" { return current.form == "2021" ? current[YearFigures.fee] : nil }
        guard let found = library.indicators(name, form: current.form) else { return nil }
        return found.reduce(0) { $0 + current[$1] }
    }

    func value(_ expression: Expression) -> Int? { expression.value(value) }

    func indicators(_ expression: Expression) -> [String] {
        expression.names.flatMap { $0 == "fee" ? [YearFigures.fee] : library.indicators($0, form: current.form) ?? [] }
    }

    /// Whether a figure is an amount of money in 万元.
    func isAmount(_ expression: Expression) -> Bool {
        expression.names.contains { ["charges", "purchase-sum", "last.charges"].contains($0) }
    }

    /// Whether a condition on figures holds; others count as held.
    func holds(_ condition: Condition) -> Bool {
        guard case .compare(let left, let sign, let right) = condition else { return true }
        guard let first = value(left), let second = value(right) else { return false }
        return switch sign {
        case .more: first > second
        case .less: first < second
        case .same: first == second
        }
    }

    func holds(claim: String) -> Bool { library.claims[claim].map { $0.allSatisfy(holds) } ?? false }

    func holds(_ direction: Wording.Direction, _ expression: Expression) -> Bool? {
        guard let now = value(expression), let before = value(expression.last) else { return nil }
        return switch direction {
        case .up: now > before
        case .down: now < before
        case .even: now == before
        }
    }

    /// A number at random of those that a wording asks for; false when it cannot be had.
    mutating func draw(_ condition: Condition, _ random: inout SeededGenerator) -> Bool {
        switch condition {
        case .chosen(let name, let range): locals[name] = Int.random(in: range, using: &random)
        case .split(let name, let parts):
            // Fees by the piece are hundreds.
            let unit = name == "fee" ? 100 : 1
            guard var left = value(name).map({ $0 / unit }), left >= parts.count else { return false }
            for (index, part) in parts.enumerated() {
                let rest = parts.count - index - 1
                let share = rest == 0 ? left : Int.random(in: 1...max(1, left - rest), using: &random)
                locals[part] = share * unit
                left -= share
            }
        default: break
        }
        return true
    }
}
