/// What libxml2 finds out only while it evaluates, or not at all: functions, variables and prefixes that are not there, wrong numbers of
/// arguments, calls that are not closed. The expression is otherwise well-formed.
struct XPathSyntax {
    /// The first fault in an expression that libxml2 compiled: its place in UTF-8 bytes from 0, and what it is.
    static func fault(in expression: String, variables: Set<String>, prefixes: Set<String>) -> (offset: Int, message: String)? {
        var syntax = XPathSyntax(
            scanner: XPathScanner(bytes: Array(expression.utf8)), variables: variables, prefixes: prefixes.union(["xml"]))
        syntax.read()
        return syntax.fault
    }

    /// An opened parenthesis or bracket.
    private struct Opening {
        let offset: Int
        /// Nil for what is no call of a function.
        var function: String?
        var commas = 0
        var isEmpty = true
    }

    private var scanner: XPathScanner
    private var openings: [Opening] = []
    private var calledName: (offset: Int, name: String)?
    private var followsOperand = false
    private var fault: (offset: Int, message: String)?

    private let variables: Set<String>
    private let prefixes: Set<String>

    private init(scanner: XPathScanner, variables: Set<String>, prefixes: Set<String>) {
        self.scanner = scanner
        self.variables = variables
        self.prefixes = prefixes
    }

    private mutating func read() {
        while fault == nil, let byte = scanner.current {
            let start = scanner.offset
            if XPathScanner.isSpace(byte) {
                scanner.skip()
                continue
            }
            if byte != UInt8(ascii: ")"), !openings.isEmpty {
                openings[openings.count - 1].isEmpty = false
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                scanner.skip()
                scanner.skip { $0 != byte }
                scanner.skip()
                followsOperand = true
            case UInt8(ascii: "$"):
                readVariable(from: start)
            case _ where XPathScanner.isDigit(byte):
                scanner.skip { XPathScanner.isDigit($0) || $0 == UInt8(ascii: ".") }
                followsOperand = true
            case _ where XPathScanner.startsName(byte):
                readName()
            case UInt8(ascii: "*"):
                scanner.skip()
                followsOperand.toggle()
            default:
                readPunctuation(byte)
            }
        }
        if fault == nil, let opening = openings.last {
            fault = (opening.offset, "this is not closed")
        }
    }

    private mutating func readName() {
        let start = scanner.offset
        scanner.skip(while: XPathScanner.continuesName)
        // After an operand, a name is an operator: `and`, `or`, `div`, `mod`.
        if followsOperand {
            followsOperand = false
            return
        }
        let name = scanner.text(from: start)
        scanner.skip(while: XPathScanner.isSpace)
        switch scanner.current {
        case UInt8(ascii: ":"):
            if scanner.next != UInt8(ascii: ":"), !prefixes.contains(name) {
                fault = (start, "the prefix '\(name)' is not available")
            }
            scanner.skip { $0 == UInt8(ascii: ":") }
        case UInt8(ascii: "("):
            if !XPathScanner.nodeTypes.contains(name) {
                calledName = (start, name)
            }
        default:
            followsOperand = true
        }
    }

    private mutating func readVariable(from start: Int) {
        scanner.skip()
        scanner.skip(while: XPathScanner.isSpace)
        let nameStart = scanner.offset
        scanner.skip(while: XPathScanner.continuesName)
        let name = scanner.text(from: nameStart)
        if !variables.contains(name) {
            fault = (start, variables.isEmpty ? "variables are not available" : "there is no variable '\(name)'")
        }
        followsOperand = true
    }

    private mutating func readPunctuation(_ byte: UInt8) {
        let start = scanner.offset
        scanner.skip()
        switch byte {
        case UInt8(ascii: "("):
            if let calledName, XPathScanner.functions[calledName.name] == nil {
                fault = (calledName.offset, "there is no function '\(calledName.name)'")
            }
            openings.append(Opening(offset: calledName?.offset ?? start, function: calledName?.name))
            calledName = nil
            followsOperand = false
        case UInt8(ascii: "["):
            openings.append(Opening(offset: start))
            followsOperand = false
        case UInt8(ascii: ","):
            if !openings.isEmpty {
                openings[openings.count - 1].commas += 1
            }
            followsOperand = false
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            if let closed = openings.popLast() {
                checkArguments(of: closed)
            }
            followsOperand = true
        default:
            followsOperand = byte == UInt8(ascii: ".")
        }
    }

    private mutating func checkArguments(of call: Opening) {
        guard let function = call.function, let allowed = XPathScanner.functions[function] else { return }
        let count = call.isEmpty ? 0 : call.commas + 1
        if !allowed.contains(count) {
            fault = (call.offset, "the function '\(function)' does not take \(count) argument\(count == 1 ? "" : "s")")
        }
    }
}
