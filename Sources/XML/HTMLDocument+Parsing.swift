internal import CLibXML2
import Glibc

extension HTMLDocument {
    /// The most bytes that a page may have, since offsets are counted in 32 bits.
    package static let maximumBytes = 64 << 20

    /// Parses a page. Nothing is loaded, no document type is looked at, faults are mended as libxml2 mends them, and an encoding that the page names
    /// is not believed. Linear in the bytes.
    ///
    /// - Parameters:
    ///   - source: valid UTF-8 without NUL and without a byte order mark; at most `maximumBytes`.
    ///   - attributes: the names, in lower case, of the attributes to keep.
    /// - Throws: `tooLarge`, `outOfMemory`; `notWellFormed` for a tag with more attributes than any page has, for which libxml2 takes square time.
    package init(parsing source: [UInt8], name: String, attributes: [String]) throws(XMLError) {
        guard source.count <= Self.maximumBytes else { throw .tooLarge(file: name, bytes: source.count, limit: Self.maximumBytes) }
        if AttributeCensus.most(in: source) > AttributeCensus.limit {
            throw .notWellFormed(
                XMLProblem(file: name, position: .unknown, message: "a tag with more than \(AttributeCensus.limit) attributes"))
        }
        self = try source.withUnsafeBufferPointer { bytes throws(XMLError) in
            try LibXML.quietly { () throws(XMLError) in
                let context = bytes.withMemoryRebound(to: CChar.self) { htmlCreateMemoryParserCtxt($0.baseAddress, Int32($0.count)) }
                guard !source.isEmpty else { return HTMLRecorder(source: source, wanted: attributes).document }
                guard let context else { throw .outOfMemory }
                defer { htmlFreeParserCtxt(context) }
                var listener = HTMLListener(bytes, HTMLRecorder(source: source, wanted: attributes))
                let options =
                    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue
                    | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
                htmlCtxtUseOptions(context, Int32(options))
                context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
                withUnsafeMutablePointer(to: &listener) { listener in
                    HTMLListener.listen(to: context, with: listener)
                    _ = htmlParseDocument(context)
                }
                return listener.finished()
            }
        }
    }
}

/// Takes down what libxml2 finds. It lives and is used within one call on one thread.
private struct HTMLListener {
    private var recorder: HTMLRecorder
    private let source: UnsafeBufferPointer<UInt8>
    /// The offset behind what was taken down last.
    private var done = 0
    /// The offset behind the last declaration that libxml2 takes for text.
    private var undeclared = 0
    /// How many open elements were looked through for end tags that match none. libxml2 looks through all of them each time.
    private var searched = 0
    /// As many take about a second.
    private static let searchLimit = 200_000_000

    init(_ source: UnsafeBufferPointer<UInt8>, _ recorder: HTMLRecorder) {
        self.source = source
        self.recorder = recorder
    }

    mutating func finished() -> HTMLDocument {
        recorder.finish()
        return recorder.document
    }

    /// The listener stays where it is, and is not touched, until the parser has finished.
    static func listen(to context: htmlParserCtxtPtr, with listener: UnsafeMutablePointer<HTMLListener>) {
        context.pointee._private = UnsafeMutableRawPointer(listener)
        guard let handler = context.pointee.sax else { return }
        handler.pointee = xmlSAXHandler()
        handler.pointee.startElement = { data, name, attributes in
            guard let (listener, context) = HTMLListener.listening(data), let name else { return }
            listener.pointee.start(name, attributes, context)
        }
        handler.pointee.endElement = { data, _ in
            guard let (listener, _) = HTMLListener.listening(data) else { return }
            listener.pointee.recorder.closeElement()
        }
        handler.pointee.characters = { data, text, length in
            guard let (listener, context) = HTMLListener.listening(data), let text else { return }
            listener.pointee.text(UnsafeBufferPointer(start: text, count: Int(length)), context)
        }
        handler.pointee.ignorableWhitespace = handler.pointee.characters
        handler.pointee.cdataBlock = { data, text, length in
            guard let (listener, context) = HTMLListener.listening(data), let text else { return }
            listener.pointee.raw(UnsafeBufferPointer(start: text, count: Int(length)), context)
        }
        handler.pointee.serror = { data, _ in
            guard let (listener, context) = HTMLListener.listening(data) else { return }
            listener.pointee.noteFault(context)
        }
        handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    }

    private static func listening(_ data: UnsafeMutableRawPointer?) -> (UnsafeMutablePointer<HTMLListener>, htmlParserCtxtPtr)? {
        guard let context = data?.assumingMemoryBound(to: xmlParserCtxt.self), let listener = context.pointee._private else { return nil }
        return (listener.assumingMemoryBound(to: HTMLListener.self), context)
    }

    private mutating func noteFault(_ context: htmlParserCtxtPtr) {
        searched += recorder.depth
        guard searched > Self.searchLimit else { return }
        recorder.stop(at: consumed(context))
        xmlStopParser(context)
    }

    /// How much of the source the parser has read.
    private func consumed(_ context: htmlParserCtxtPtr) -> Int {
        guard let input = context.pointee.input?.pointee, let base = input.base, let current = input.cur else { return done }
        return min(source.count, max(0, Int(input.consumed) + (current - base)))
    }

    private mutating func start(
        _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ context: htmlParserCtxtPtr
    ) {
        var end = consumed(context)
        var start = max(end - 1, 0)
        while start > done, source[start] != UInt8(ascii: "<") { start -= 1 }
        if isImplied(name, start, end) {
            // It begins before text that the parser has read already.
            start = done
            end = done
        }
        done = max(done, end)
        recorder.openElement(name, start: start, end: end) { recorder in
            var index = 0
            while let attributes, let name = attributes[index] {
                recorder.addAttribute(name, value: attributes[index + 1])
                index += 2
            }
        }
    }

    /// Whether the parser puts in an element that has no tag: it has then not stopped at the end of one.
    private func isImplied(_ name: UnsafePointer<xmlChar>, _ start: Int, _ end: Int) -> Bool {
        if end < source.count { return source[end] != UInt8(ascii: ">") && source[end] != UInt8(ascii: "/") }
        return start + 1 >= source.count || source[start] != UInt8(ascii: "<") || source[start + 1] | 0x20 != name[0] | 0x20
    }

    /// Text comes in pieces that stand in the source as they are, and characters that a reference stands for, one by one.
    private mutating func text(_ text: UnsafeBufferPointer<UInt8>, _ context: htmlParserCtxtPtr) {
        guard let first = text.first else { return }
        let end = consumed(context)
        // Characters of markup by themselves stand for a reference, or for themselves where none is.
        let isMark = text.count == 1 && (first == UInt8(ascii: "&") || first == UInt8(ascii: "<"))
        if isMark, let start = reference(before: end, atMost: first == UInt8(ascii: "&") ? .max : Self.longestReference) {
            let isNumber = start + 1 < end && source[start + 1] == UInt8(ascii: "#")
            if first == UInt8(ascii: "&"), source[end - 1] != UInt8(ascii: ";"), !isNumber {
                // The name of no entity is text that comes next.
                addText(start..<(start + 1))
                done = start + 1
            } else {
                recorder.addReference(start..<end, meaning: text)
                done = max(done, end)
            }
            return
        }
        // The parser stands behind the text or, when its buffer was full, before the last character.
        var last = text.count - 1
        while last > 0, text[last] & 0xC0 == 0x80 { last -= 1 }
        if stands(text, at: end - text.count) { return add(text, at: end - text.count) }
        if text.count >= Self.buffer || isMark, stands(text, at: end - last) { return add(text, at: end - last) }
        if text.count <= Self.longestMeaning, let start = reference(before: end, atMost: Self.longestReference) {
            recorder.addReference(start..<end, meaning: text)
            done = max(done, end)
            return
        }
        follow(text, upTo: end)
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
        addText(start..<(start + text.count))
        done = start + text.count
    }

    /// Declarations other than comments, such as a word processor's `<![if !supportLists]>`, are text to libxml2 but none to browsers.
    /// - Source: HTML Living Standard, 13.2.5.41 and 13.2.5.42 (bogus comments)
    private mutating func addText(_ range: Range<Int>) {
        if range.lowerBound >= undeclared, source[range.lowerBound] == UInt8(ascii: "<"), range.lowerBound + 1 < source.count,
            Self.opensDeclaration(source[range.lowerBound + 1])
        {
            var end = range.lowerBound
            while end < source.count, source[end] != UInt8(ascii: ">") { end += 1 }
            undeclared = end + 1
        }
        let start = max(range.lowerBound, undeclared)
        if start < range.upperBound { recorder.addText(start..<range.upperBound) }
    }

    private static func opensDeclaration(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "/")
    }

    private mutating func raw(_ text: UnsafeBufferPointer<UInt8>, _ context: htmlParserCtxtPtr) {
        let end = consumed(context)
        let start = end - text.count
        if stands(text, at: start) {
            recorder.addText(start..<end, kind: .raw)
            done = end
        }
    }

    /// Whether a text is what the source has at an offset, and was not taken down yet.
    private func stands(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start >= done, start + text.count <= source.count, let own = source.baseAddress, let other = text.baseAddress else {
            return false
        }
        return memcmp(own + start, other, text.count) == 0
    }

    /// Where the reference begins that ends before an offset.
    private func reference(before end: Int, atMost length: Int) -> Int? {
        var start = end - 1
        while start >= done, end - start < length {
            if source[start] == UInt8(ascii: "&") { return start }
            start -= 1
        }
        return nil
    }

    /// libxml2's `HTML_PARSER_BIG_BUFFER_SIZE`.
    private static let buffer = 1000
    /// The bytes of one character.
    private static let longestMeaning = 4
    /// Such as `&thetasym;`; numbers may have leading zeros.
    private static let longestReference = 40

    /// Text of which the parser left out characters that may not stand in a page.
    private mutating func follow(_ text: UnsafeBufferPointer<UInt8>, upTo end: Int) {
        var last = text.count - 1
        while last > 0, text[last] & 0xC0 == 0x80 { last -= 1 }
        // Where the buffer was full, the parser stands before the last character.
        let ends = text.count >= Self.buffer ? [end, min(source.count, end + text.count - last)] : [end]
        for end in ends {
            guard let runs = runs(of: text, upTo: end) else { continue }
            for run in runs { addText(run) }
            done = max(done, end)
            return
        }
        recorder.addReference(done..<max(done, end), meaning: text)
        done = max(done, end)
    }

    /// The stretches of the source that make up a text, matched backwards from its end; nil when they do not.
    private func runs(of text: UnsafeBufferPointer<UInt8>, upTo end: Int) -> [Range<Int>]? {
        var runs: [Range<Int>] = []
        var left = text.count
        var place = end
        var run = end
        while left > 0, place > done {
            if source[place - 1] == text[left - 1] {
                left -= 1
            } else {
                if place < run { runs.append(place..<run) }
                run = place - 1
            }
            place -= 1
        }
        guard left == 0 else { return nil }
        if place < run { runs.append(place..<run) }
        return runs.reversed()
    }
}
