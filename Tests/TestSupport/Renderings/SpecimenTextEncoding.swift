import Glibc

/// The ways in which a text may be saved.
package enum SpecimenTextEncoding: CaseIterable, Sendable {
    case utf8
    case utf8WithMark
    case utf16LittleEndian
    case utf16BigEndian
    case gb18030

    /// The text's bytes, its lines ended by CR LF where asked for.
    package func bytes(of text: String, windowsLineEnds: Bool) -> [UInt8] {
        let text = windowsLineEnds ? text.replacing("\n", with: "\r\n") : text
        switch self {
        case .utf8: return Array(text.utf8)
        case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .utf16LittleEndian: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .gb18030: return Self.converted(Array(text.utf8))
        }
    }

    /// Empty where the C library has no table for it.
    private static func converted(_ source: [UInt8]) -> [UInt8] {
        guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else { return [] }
        defer { iconv_close(converter) }
        var source = source
        var target = [UInt8](repeating: 0, count: source.count * 2 + 16)
        var left = source.count
        var room = target.count
        let result = source.withUnsafeMutableBytes { input in
            target.withUnsafeMutableBytes { output in
                var from = input.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
                var to = output.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) }
                return iconv(converter, &from, &left, &to, &room)
            }
        }
        return result == Int(bitPattern: UInt.max) ? [] : Array(target[..<(target.count - room)])
    }
}
