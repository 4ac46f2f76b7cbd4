import AuditModel

/// What is wrong with an expression, and where: bytes of UTF-8 from its start.
struct ExpressionError: Error {
    let fault: ExpressionFault
    let offset: Int

    init(_ fault: ExpressionFault, at offset: Int) {
        self.fault = fault
        self.offset = offset
    }
}

/// Reads sums and equalities of indicator patterns:
///
///     equality = sum "=" sum
///     sum      = ["-"] term { ("+" | "-" | "−") term }
///     term     = pattern | "previous(" pattern ")"
///
/// and comparisons, in which numbers and the rule's parameters may stand for terms:
///
///     comparison = sum relation sum
///     relation   = "=" | "!=" | "<" | "<=" | ">" | ">=" | "≠" | "≤" | "≥"
///     term       = … | number | "{" parameter "}"
///
/// of which each term may have a factor where they are weighted:
///
///     term       = … | number "×" term | "{" parameter "}" "×" term
///
/// Identifiers hold hyphens, so a minus has white space before it.
struct ExpressionParser {
    struct Term: Hashable {
        let isNegative: Bool
        let isPrevious: Bool
        let pattern: IndicatorPattern
        /// Where the pattern begins, in bytes.
        let offset: Int
    }

    /// One side of a comparison.
    struct Sum: Hashable {
        /// Its figures; may be none.
        var terms: [Term] = []
        /// The sum of its numbers.
        var number = Quantity.zero
    }

    /// A term of a side whose terms may have factors.
    struct WeightedTerm: Hashable {
        /// Of the term, negative where it is taken away; or the number itself.
        let factor: Quantity
        /// Nil for a number.
        let term: Term?
    }

    private let bytes: [UInt8]
    /// The parameters that may stand for numbers; nil where no numbers are allowed.
    private let parameters: [String: Quantity]?
    private var offset = 0
    /// The numbers of the sum that is read.
    private var number = Quantity.zero

    private init(_ text: String, parameters: [String: Quantity]? = nil) {
        bytes = Array(text.utf8)
        self.parameters = parameters
    }

    /// A comparison of two sums. `parameters`: the numbers that names in braces stand for.
    static func comparison(
        _ text: String, parameters: [String: Quantity]
    ) throws(ExpressionError) -> (left: Sum, relation: FigureComparison.Relation, right: Sum) {
        var parser = ExpressionParser(text, parameters: parameters)
        let left = try parser.sumWithNumbers()
        guard let relation = parser.relation() else { throw ExpressionError(.relationExpected, at: parser.offset) }
        let right = try parser.sumWithNumbers()
        guard parser.current == nil else { throw ExpressionError(.operatorExpected, at: parser.offset) }
        if left.terms.isEmpty, right.terms.isEmpty { throw ExpressionError(.noFigure, at: 0) }
        return (left, relation, right)
    }

    private mutating func sumWithNumbers() throws(ExpressionError) -> Sum {
        number = .zero
        let terms = try sum()
        return Sum(terms: terms, number: number)
    }

    private mutating func relation() -> FigureComparison.Relation? {
        guard current != nil else { return nil }
        for (sign, relation) in Self.relations where bytes[offset...].starts(with: sign.utf8) {
            offset += sign.utf8.count
            return relation
        }
        return nil
    }

    /// The longer of two signs that begin alike first.
    private static let relations: [(String, FigureComparison.Relation)] = [
        ("!=", .unequal), ("<=", .atMost), (">=", .atLeast), ("\u{2260}", .unequal), ("\u{2264}", .atMost), ("\u{2265}", .atLeast),
        ("=", .equal), ("<", .less), (">", .greater),
    ]

    /// Both sides of an equality.
    static func equality(_ text: String) throws(ExpressionError) -> (left: [Term], right: [Term]) {
        var parser = ExpressionParser(text)
        let left = try parser.sum()
        guard parser.skip(UInt8(ascii: "=")) else {
            throw ExpressionError(parser.current == nil ? .noEqualSign : .operatorExpected, at: parser.offset)
        }
        let right = try parser.sum()
        guard parser.current != UInt8(ascii: "=") else { throw ExpressionError(.secondEqualSign, at: parser.offset) }
        guard parser.current == nil else { throw ExpressionError(.operatorExpected, at: parser.offset) }
        return (left, right)
    }

    /// A plain sum, as readings are: nothing subtracted, nothing of last year.
    static func plainSum(_ text: String) throws(ExpressionError) -> [Term] {
        var parser = ExpressionParser(text)
        let terms = try parser.sum()
        guard parser.current != UInt8(ascii: "=") else { throw ExpressionError(.equalSignInSum, at: parser.offset) }
        guard parser.current == nil else { throw ExpressionError(.operatorExpected, at: parser.offset) }
        for term in terms {
            if term.isNegative { throw ExpressionError(.differenceInSum, at: term.offset) }
            if term.isPrevious { throw ExpressionError(.previousNotAllowed, at: term.offset) }
        }
        return terms
    }

    /// Both sides of a comparison whose terms may have factors.
    static func weightedComparison(
        _ text: String, parameters: [String: Quantity]
    ) throws(ExpressionError) -> (left: [WeightedTerm], relation: FigureComparison.Relation, right: [WeightedTerm]) {
        var parser = ExpressionParser(text, parameters: parameters)
        let left = try parser.weightedSum()
        guard let relation = parser.relation() else { throw ExpressionError(.relationExpected, at: parser.offset) }
        let right = try parser.weightedSum()
        guard parser.current == nil else { throw ExpressionError(.operatorExpected, at: parser.offset) }
        if (left + right).allSatisfy({ $0.term == nil }) { throw ExpressionError(.noFigure, at: 0) }
        return (left, relation, right)
    }

    private mutating func weightedSum() throws(ExpressionError) -> [WeightedTerm] {
        var terms = [try weightedTerm(isNegative: skipMinus())]
        while true {
            if skip(UInt8(ascii: "+")) {
                terms.append(try weightedTerm(isNegative: false))
            } else if skipMinus() {
                terms.append(try weightedTerm(isNegative: true))
            } else {
                return terms
            }
        }
    }

    private mutating func weightedTerm(isNegative: Bool) throws(ExpressionError) -> WeightedTerm {
        number = .zero
        if let term = try term(isNegative: false) { return WeightedTerm(factor: Quantity(isNegative ? -1 : 1), term: term) }
        let factor = isNegative ? -number : number
        guard skipTimes() else { return WeightedTerm(factor: factor, term: nil) }
        let start = offset
        guard let term = try term(isNegative: false) else { throw ExpressionError(.termExpected, at: start) }
        return WeightedTerm(factor: factor, term: term)
    }

    /// U+00D7.
    private mutating func skipTimes() -> Bool {
        guard current != nil, bytes[offset...].starts(with: [0xC3, 0x97]) else { return false }
        offset += 2
        return true
    }

    private mutating func sum() throws(ExpressionError) -> [Term] {
        var terms = try term(isNegative: skipMinus()).map { [$0] } ?? []
        while true {
            let isNegative: Bool
            if skip(UInt8(ascii: "+")) {
                isNegative = false
            } else if skipMinus() {
                isNegative = true
            } else {
                return terms
            }
            if let term = try term(isNegative: isNegative) { terms.append(term) }
        }
    }

    /// Nil for a number, which is added to those of the sum.
    private mutating func term(isNegative: Bool) throws(ExpressionError) -> Term? {
        var (text, start) = try identifier()
        if let parameters, let found = try Self.number(text, parameters, at: start) {
            guard let sum = number.adding(isNegative ? -found : found) else { throw ExpressionError(.numberTooLong, at: start) }
            number = sum
            return nil
        }
        guard text == "previous" else {
            return Term(isNegative: isNegative, isPrevious: false, pattern: try pattern(text, at: start), offset: start)
        }
        guard skip(UInt8(ascii: "(")) else { throw ExpressionError(.parenthesisExpected, at: offset) }
        (text, start) = try identifier()
        let pattern = try pattern(text, at: start)
        guard skip(UInt8(ascii: ")")) else { throw ExpressionError(.parenthesisExpected, at: offset) }
        return Term(isNegative: isNegative, isPrevious: true, pattern: pattern, offset: start)
    }

    /// Nil for what is no number and no parameter.
    private static func number(
        _ text: String, _ parameters: [String: Quantity], at start: Int
    ) throws(ExpressionError) -> Quantity? {
        if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }) {
            guard let number = Quantity(text) else { throw ExpressionError(.numberTooLong, at: start) }
            return number
        }
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
        let name = String(text.dropFirst().dropLast())
        guard let value = parameters[name] else {
            throw ExpressionError(.noSuchNumber(name, known: parameters.keys.sorted()), at: start)
        }
        return value
    }

    private func pattern(_ text: String, at start: Int) throws(ExpressionError) -> IndicatorPattern {
        do {
            return try IndicatorPattern(text)
        } catch {
            throw ExpressionError(error.fault, at: start + error.offset)
        }
    }

    private mutating func identifier() throws(ExpressionError) -> (text: String, start: Int) {
        guard let first = current else { throw ExpressionError(.termExpected, at: offset) }
        let start = offset
        while offset < bytes.count, Self.isPatternByte(bytes[offset]) { offset += 1 }
        guard offset > start else {
            let isOperator = first < 0x80 && "+-=()".utf8.contains(first)
            throw ExpressionError(isOperator ? .termExpected : .unexpectedCharacter(character(at: start)), at: start)
        }
        return (String(decoding: bytes[start..<offset], as: UTF8.self), start)
    }

    /// The next byte that is not white space; nil at the end.
    private var current: UInt8? {
        mutating get {
            while offset < bytes.count, isXMLSpace(bytes[offset]) { offset += 1 }
            return offset < bytes.count ? bytes[offset] : nil
        }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        offset += 1
        return true
    }

    /// A hyphen or the minus sign, U+2212.
    private mutating func skipMinus() -> Bool {
        if skip(UInt8(ascii: "-")) { return true }
        guard current != nil, bytes[offset...].starts(with: [0xE2, 0x88, 0x92]) else { return false }
        offset += 3
        return true
    }

    private func character(at index: Int) -> String {
        String(String(decoding: bytes[index...].prefix(16), as: UTF8.self).prefix(1))
    }

    private static func isPatternByte(_ byte: UInt8) -> Bool {
        IndicatorPattern.isNameByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "{")
            || byte == UInt8(ascii: "}")
    }
}
