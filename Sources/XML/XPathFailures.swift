internal import CLibXML2

/// Keeps the first thing that libxml2 reports about one expression.
///
/// A class, since libxml2's callbacks reach it by a pointer. It lives and is used within one call on one thread.
final class XPathFailures {
    struct Failure {
        /// In the source, in UTF-8 bytes from 0; means nothing for a failure of an evaluation.
        let offset: Int
        let message: String
        let isLimit: Bool
    }

    private(set) var first: Failure?

    /// Runs `body` with the errors of `context` coming here.
    func collecting<Value>(in context: xmlXPathContextPtr, _ body: () -> Value) -> Value {
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.error = { data, error in
            guard let data, let error = error?.pointee else { return }
            Unmanaged<XPathFailures>.fromOpaque(data).takeUnretainedValue().note(error)
        }
        return withExtendedLifetime(self, body)
    }

    private func note(_ error: xmlError) {
        guard first == nil else { return }
        let number = Int(error.code) - Int(XML_XPATH_EXPRESSION_OK.rawValue)
        first = Failure(
            offset: Int(error.int1),
            message: Self.messages.indices.contains(number) ? Self.messages[number] : LibXML.message(of: error),
            isLimit: number == Int(XPATH_OP_LIMIT_EXCEEDED.rawValue))
    }

    /// By error number: libxml2 hands none of its wording to a context's error function.
    /// - Source: libxml2 2.9.14, xpath.c, `xmlXPathErrorMessages`
    private static let messages = [
        "No error", "Number encoding", "Unfinished literal", "Start of literal", "Expected $ for variable reference", "Undefined variable",
        "Invalid predicate", "Invalid expression", "Missing closing curly brace", "Unregistered function", "Invalid operand",
        "Invalid type",
        "Invalid number of arguments", "Invalid context size", "Invalid context position", "Memory allocation error", "Syntax error",
        "Resource error", "Sub resource error", "Undefined namespace prefix", "Encoding error", "Character out of XML range",
        "Invalid or incomplete context", "Stack usage error", "Forbidden variable", "Operation limit exceeded", "Recursion limit exceeded",
    ]
}
