import Glibc

/// Finds bytes in bytes. The library's own search of collections takes a hundred times as long where it is not specialised.
package enum ByteSearch {
    /// The offset of the first place, from 0, at which `needle` stands in `text`; nil where it does not. An empty needle stands at 0.
    package static func first(_ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = needle.first, let wanted = needle.baseAddress else { return 0 }
        guard let start = text.baseAddress, needle.count <= text.count else { return nil }
        var offset = 0
        let last = text.count - needle.count
        while offset <= last, let found = memchr(start + offset, Int32(first), last - offset + 1) {
            offset = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            if memcmp(start + offset, wanted, needle.count) == 0 { return offset }
            offset += 1
        }
        return nil
    }

    /// The UTF-8 offset of the first place at which a word stands in a text, byte by byte; nil where it does not.
    package static func first(_ word: String, in text: String) -> Int? {
        var (word, text) = (word, text)
        return word.withUTF8 { word in text.withUTF8 { first(word, in: $0) } }
    }

    /// The offset in `bytes` of the first place at which a word stands; nil where it does not.
    package static func first(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
        var word = word
        return word.withUTF8 { word in bytes.withUnsafeBufferPointer { first(word, in: $0) }.map { $0 + bytes.startIndex } }
    }
}
