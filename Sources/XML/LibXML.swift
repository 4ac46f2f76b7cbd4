internal import CLibXML2

/// What a process may do before it first reads XML.
package enum XMLPreparation {
    /// Sets libxml2 up, which its first use does otherwise; part of a millisecond.
    package static func setUp() { LibXML.quietly {} }
}

/// What every use of libxml2 needs: its one-time set-up, quiet calls, strings.
enum LibXML {
    typealias Node = UnsafeMutablePointer<xmlNode>

    /// Runs once in a process, before the first use: libxml2's own lazy set-up is not safe between threads.
    ///
    /// The loader for external entities is one for the process. Replacing it by one that loads nothing closes every way by which a document
    /// could make libxml2 open a file or an address, `xsi:schemaLocation` among them.
    private static let setUp: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    /// Calls libxml2 with its set-up done and its generic error channel, which would write to standard error, silenced for the call only.
    static func quietly<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        setUp
        let channel = clibxml2_silence()
        defer { clibxml2_restore(channel) }
        return try body()
    }

    /// Calls with a name as libxml2 takes it. Passing the string for a pointer would make an array of it first.
    static func withName<Value>(_ name: String, _ body: (UnsafePointer<xmlChar>) -> Value) -> Value {
        name.withCString { $0.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1, body) }
    }

    /// Copies a string and leaves it to its owner; nil is empty.
    static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }

    /// Copies a string that libxml2 allocated for the caller, and frees it.
    static func string(taking text: UnsafeMutablePointer<xmlChar>?) -> String {
        defer { clibxml2_free(text) }
        return string(text)
    }

    /// The message of an error, without the line break that libxml2 ends it with.
    static func message(of error: xmlError) -> String {
        guard let text = error.message else { return "error \(error.code)" }
        var message = String(cString: text)
        while message.last?.isWhitespace == true {
            message.removeLast()
        }
        return message
    }
}
