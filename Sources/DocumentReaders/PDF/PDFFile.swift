import DocumentModel
import Zip

/// The objects of a PDF file, found by looking for them rather than through its tables, so that damaged tables do not matter.
///
/// It serves to find what is drawn on the pages; the text is read by poppler. Encrypted files cannot be read so. Linear in the bytes.
/// - Source: ISO 32000-1, 7.3.8, 7.3.10, 7.5.7
struct PDFFile {
    private enum Location {
        case file(Int)
        /// In an unpacked object stream.
        case packed(stream: Int, offset: Int)
    }

    private let bytes: [UInt8]
    private var locations: [Int: Location] = [:]
    private var packed: [[UInt8]] = []
    /// The number of the catalog; nil when none is named.
    private var root: Int?
    let isEncrypted: Bool
    /// What may still be unpacked and parsed, in bytes.
    private var room: Int

    /// - Source: the bytes of a page's drawing are some 50 KB; a file of a hundred pages stays far below.
    private static let unpackedBytes = 48 << 20
    private static let objects = 200_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        room = Self.unpackedBytes
        let scan = Scan(bytes, limit: Self.objects)
        isEncrypted = scan.isEncrypted
        root = scan.root
        var next = 0
        for start in scan.starts {
            locations[start.number] = .file(start.offset)
            guard !isEncrypted, next < scan.objectStreams.count, scan.objectStreams[next] == start.offset else { continue }
            next += 1
            unpack(at: start.offset)
        }
    }

    /// The catalog, empty when there is none.
    mutating func catalog() -> [String: PDFValue] { root.map { resolved(.reference($0)).dictionary ?? [:] } ?? [:] }

    /// A value with the references at its head followed; null when there is nothing there, or no room to read it.
    mutating func resolved(_ value: PDFValue?) -> PDFValue {
        var value = value ?? .null
        var steps = 0
        while case .reference(let number) = value {
            steps += 1
            guard steps < 8, room > 0, let location = locations[number] else { return .null }
            var lexer =
                switch location {
                case .file(let offset): PDFLexer(bytes, at: offset)
                case .packed(let stream, let offset): PDFLexer(packed[stream], at: offset)
                }
            let start = lexer.index
            value = lexer.next() ?? .null
            room -= lexer.index - start + 16
        }
        return value
    }

    /// The dictionary and the unpacked content of a stream; nil when there is no such stream or it is packed in a way that is not known here.
    mutating func stream(_ number: Int) -> (dictionary: [String: PDFValue], content: [UInt8])? {
        guard case .file(let offset) = locations[number] else { return nil }
        return stream(at: offset)
    }

    private mutating func stream(at offset: Int) -> (dictionary: [String: PDFValue], content: [UInt8])? {
        var lexer = PDFLexer(bytes, at: offset)
        guard let dictionary = lexer.next()?.dictionary, case .keyword("stream") = lexer.next() else { return nil }
        var start = lexer.index
        if start < bytes.count, bytes[start] == 0x0D { start += 1 }
        if start < bytes.count, bytes[start] == 0x0A { start += 1 }
        var end = bytes.count
        if let length = resolved(dictionary["Length"]).integer, length >= 0, length <= bytes.count - start, isEnd(at: start + length) {
            end = start + length
        } else {
            end = ByteSearch.first(Self.endOfStream, in: bytes[start...]) ?? bytes.count
        }
        var filters: [PDFValue] = []
        let filter = resolved(dictionary["Filter"])
        if let list = filter.array { filters = list } else if filter.name != nil { filters = [filter] }
        guard filters.count <= 1 else { return nil }
        guard let first = filters.first else {
            guard end - start <= room else { return nil }
            room -= end - start
            return (dictionary, Array(bytes[start..<end]))
        }
        let name = resolved(first).name
        guard name == "FlateDecode" || name == "Fl", !isPredicted(dictionary),
            let content = try? ZlibStream.inflated(bytes[start..<end], limit: room)
        else { return nil }
        room -= content.count
        return (dictionary, content)
    }

    private static let endOfStream = "endstream"

    private func isEnd(at index: Int) -> Bool {
        var lexer = PDFLexer(bytes, at: index)
        if case .keyword(let word) = lexer.next() { return word.hasPrefix("endstream") }
        return false
    }

    private mutating func isPredicted(_ dictionary: [String: PDFValue]) -> Bool {
        var parameters = resolved(dictionary["DecodeParms"])
        if let first = parameters.array?.first { parameters = resolved(first) }
        return resolved(parameters.dictionary?["Predictor"]).integer ?? 1 > 1
    }

    private mutating func unpack(at offset: Int) {
        guard let (dictionary, content) = stream(at: offset), let count = resolved(dictionary["N"]).integer,
            let first = resolved(dictionary["First"]).integer, first >= 0
        else { return }
        var lexer = PDFLexer(content, at: 0)
        packed.append(content)
        for _ in 0..<min(max(0, count), 100_000) {
            guard let number = lexer.next()?.integer, let place = lexer.next()?.integer, place >= 0, lexer.index <= first else { return }
            locations[number] = .packed(stream: packed.count - 1, offset: first + place)
        }
    }

    /// One pass over the bytes for the words that begin objects.
    private struct Scan {
        struct Start {
            let number: Int
            /// Of what follows the word.
            let offset: Int
        }

        var starts: [Start] = []
        /// The offsets of those objects that hold others, ascending.
        var objectStreams: [Int] = []
        var root: Int?
        var isEncrypted = false

        init(_ bytes: [UInt8], limit: Int) {
            bytes.withUnsafeBufferPointer { buffer in
                var index = 3
                while index + 8 < buffer.count {
                    switch buffer[index] {
                    case 0x6F where buffer[index + 1] == 0x62 && buffer[index + 2] == 0x6A && starts.count < limit:
                        if let number = Self.number(before: index, in: buffer) { starts.append(Start(number: number, offset: index + 3)) }
                    case 0x2F where Self.holds("/ObjStm", at: index, in: buffer):
                        if let last = starts.last, objectStreams.last != last.offset { objectStreams.append(last.offset) }
                    case 0x2F where Self.holds("/Root", at: index, in: buffer):
                        var digits = index + 5
                        while digits < buffer.count, PDFLexer.isBlank(buffer[digits]) { digits += 1 }
                        var number = 0
                        let first = digits
                        while digits < buffer.count, digits - first < 7, 0x30...0x39 ~= buffer[digits] {
                            number = number * 10 + Int(buffer[digits] - 0x30)
                            digits += 1
                        }
                        if digits > first { root = number }
                    case 0x2F where Self.holds("/Encrypt", at: index, in: buffer): isEncrypted = true
                    default: break
                    }
                    index += 1
                }
            }
        }

        private static func holds(_ word: StaticString, at index: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
            guard index + word.utf8CodeUnitCount <= buffer.count else { return false }
            for offset in 0..<word.utf8CodeUnitCount where buffer[index + offset] != word.utf8Start[offset] { return false }
            return true
        }

        /// The number of the object that the word at an index begins: `12 0 obj`.
        private static func number(before index: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Int? {
            var at = index - 1
            func skipBlanks() { while at >= 0, PDFLexer.isBlank(buffer[at]) { at -= 1 } }
            func digits() -> Int? {
                var value = 0
                var scale = 1
                let last = at
                while at >= 0, last - at < 7, 0x30...0x39 ~= buffer[at] {
                    value += Int(buffer[at] - 0x30) * scale
                    scale *= 10
                    at -= 1
                }
                return at < last ? value : nil
            }
            guard at >= 0, PDFLexer.isBlank(buffer[at]) else { return nil }
            skipBlanks()
            guard digits() != nil, at >= 0, PDFLexer.isBlank(buffer[at]) else { return nil }
            skipBlanks()
            return digits()
        }
    }
}
