import Glibc

/// Finds bytes in bytes. The library's own search of collections takes a hundred times as long where it is not specialised.
package enum ByteSearch {
    /// The offset of the first place, from 0, at which `needle` stands in `text`; nil where it does not. An empty needle stands at 0.
    package static func first(_ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let last = needle.last, let wanted = needle.baseAddress else { return 0 }
        guard let start = text.baseAddress, needle.count <= text.count else { return nil }
        // The last byte is looked for, since few characters share it; half of all ideographs begin with one of three bytes.
        var end = needle.count - 1
        while end < text.count, let found = memchr(start + end, Int32(last), text.count - end) {
            end = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            let offset = end - needle.count + 1
            if memcmp(start + offset, wanted, needle.count) == 0 { return offset }
            end += 1
        }
        return nil
    }

    /// Whether a byte occurs.
    package static func holds(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false }
    }

    /// The UTF-8 offset of the first place at which a word stands in a text, byte by byte; nil where it does not.
    package static func first(_ word: String, in text: String) -> Int? {
        word.withBytes { word in text.withBytes { first(word, in: $0) } }
    }

    /// The offset in `bytes` of the first place at which a word stands; nil where it does not.
    package static func first(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
        word.withBytes { word in bytes.withUnsafeBufferPointer { first(word, in: $0) }.map { $0 + bytes.startIndex } }
    }
}

extension String {
    /// Lends the string's UTF-8. Native strings are read in place, without a copy to be counted.
    fileprivate func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        if let value = utf8.withContiguousStorageIfAvailable(body) { return value }
        var string = self
        return string.withUTF8(body)
    }
}
