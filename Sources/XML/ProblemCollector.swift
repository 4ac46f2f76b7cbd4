internal import CLibXML2

/// Collects what libxml2 reports about one document.
///
/// A class, since libxml2's callbacks reach it by a pointer. It lives and is used within one call on one thread.
final class ProblemCollector {
    private(set) var problems: [XMLProblem] = []
    private let document: XMLDocument

    init(document: XMLDocument) {
        self.document = document
    }

    /// Runs `body` with the pointer that `note` wants back; it is good during the call.
    func collecting<Value>(_ body: (UnsafeMutableRawPointer) -> Value) -> Value {
        withExtendedLifetime(self) {
            body(Unmanaged.passUnretained(self).toOpaque())
        }
    }

    /// The body of a structured error function whose user data is the collector.
    static func note(_ data: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
        guard let data, let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        Unmanaged<ProblemCollector>.fromOpaque(data).takeUnretainedValue().note(error)
    }

    private func note(_ error: xmlError) {
        let position = element(of: error).map { document.position(of: $0) } ?? .unknown
        let problem = XMLProblem(
            file: document.name,
            position: position == .unknown ? XMLPosition(line: Int(error.line), column: 0) : position,
            message: LibXML.message(of: error))
        problems.append(problem)
    }

    /// The element that an error is about: its node, or the one around it when that is an attribute or text.
    private func element(of error: xmlError) -> LibXML.Node? {
        var node = error.node?.assumingMemoryBound(to: xmlNode.self)
        while let current = node {
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                return current
            case XML_ATTRIBUTE_NODE, XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_COMMENT_NODE, XML_PI_NODE:
                node = current.pointee.parent
            default:
                return nil
            }
        }
        return nil
    }
}
