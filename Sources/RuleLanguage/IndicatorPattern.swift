import AuditModel

/// An identifier with gaps: `*` for any one segment, `{name}` for one or more segments that the name stands for.
struct IndicatorPattern: Hashable {
    enum Segment: Hashable {
        case literal(String)
        case any
        case slot(String)
    }

    let text: String
    let segments: [Segment]

    var slots: [String] {
        segments.compactMap { if case .slot(let name) = $0 { name } else { nil } }
    }

    /// Parses `applications.{row}.total`; the offset of a failure counts UTF-8 bytes from the start of the text.
    init(_ text: String) throws(ExpressionError) {
        self.text = text
        var segments: [Segment] = []
        var offset = 0
        for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            let name = String(Substring(part))
            if name.isEmpty { throw ExpressionError(.emptySegment, at: offset) }
            if name == "*" {
                segments.append(.any)
            } else if part.first == UInt8(ascii: "{"), part.last == UInt8(ascii: "}"), Self.isName(part.dropFirst().dropLast()) {
                segments.append(.slot(String(name.dropFirst().dropLast())))
            } else if Self.isName(part) {
                segments.append(.literal(name))
            } else {
                throw ExpressionError(.badSegment(name), at: offset)
            }
            offset += part.count + 1
        }
        self.segments = segments
    }

    private static func isName(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return false }
        return bytes.allSatisfy { isNameByte($0) }
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-")
    }
}

/// The identifiers of a form's indicators, cut into numbered segments so that patterns match by integers.
struct IndicatorIndex {
    let form: Form
    private let numbers: [String: Int]
    private let paths: [[Int]]

    init(_ form: Form) {
        self.form = form
        var numbers: [String: Int] = [:]
        paths = form.indicators.map { indicator in
            indicator.id.utf8.split(separator: UInt8(ascii: ".")).map { part in
                let name = String(Substring(part))
                if let number = numbers[name] { return number }
                numbers[name] = numbers.count
                return numbers.count - 1
            }
        }
        self.numbers = numbers
    }

    /// Whether some indicator fits; gaps for slots take anything.
    func hasMatch(_ pattern: IndicatorPattern) -> Bool {
        var found = false
        eachMatch(pattern) { _ in found = true }
        return found
    }

    /// Calls `body` with what each slot stands for, in the order of the slots, once for each way in which an indicator fits.
    func eachMatch(_ pattern: IndicatorPattern, _ body: ([ArraySlice<Int>]) -> Void) {
        // A name that no indicator has fits nothing.
        var wanted: [Int] = []
        for segment in pattern.segments {
            switch segment {
            case .literal(let name):
                guard let number = numbers[name] else { return }
                wanted.append(number)
            case .any: wanted.append(Self.any)
            case .slot: wanted.append(Self.slot)
            }
        }
        var slots: [ArraySlice<Int>] = []
        for path in paths where path.count >= wanted.count {
            match(path[...], wanted[...], &slots, body)
        }
    }

    private static let any = -1
    private static let slot = -2

    private func match(
        _ path: ArraySlice<Int>, _ wanted: ArraySlice<Int>, _ slots: inout [ArraySlice<Int>], _ body: ([ArraySlice<Int>]) -> Void
    ) {
        guard let segment = wanted.first else {
            if path.isEmpty { body(slots) }
            return
        }
        guard path.count >= wanted.count else { return }
        guard segment == Self.slot else {
            if segment == Self.any || segment == path.first { match(path.dropFirst(), wanted.dropFirst(), &slots, body) }
            return
        }
        for length in 1...(path.count - wanted.count + 1) {
            slots.append(path.prefix(length))
            match(path.dropFirst(length), wanted.dropFirst(), &slots, body)
            slots.removeLast()
        }
    }

    /// What numbered segments are called.
    func text(of path: ArraySlice<Int>) -> String {
        path.map { number in numbers.first { $0.value == number }?.key ?? "" }.joined(separator: ".")
    }

    /// The numbers of an identifier's segments, nil for `*`; nil when no indicator has one of them.
    func path(_ identifier: String) -> [Int?]? {
        var path: [Int?] = []
        for part in identifier.utf8.split(separator: UInt8(ascii: ".")) {
            if part.elementsEqual([UInt8(ascii: "*")]) {
                path.append(nil)
                continue
            }
            guard let number = numbers[String(Substring(part))] else { return nil }
            path.append(number)
        }
        return path
    }
}
