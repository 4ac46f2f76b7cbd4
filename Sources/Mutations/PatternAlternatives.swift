import AuditModel

/// Patterns that lack one of their alternatives.
enum PatternAlternatives {
    /// One for each alternative, at the top and in every group, in the order of the pattern. Empty where the pattern has no `|`. What is meant by a
    /// backslash or stands in a class is no mark.
    static func variants(of pattern: String) -> [Variant<String>] {
        let bytes = Array(pattern.utf8)
        var variants: [(range: Range<Int>, alternative: Range<Int>)] = []
        for set in sets(in: bytes) where set.count > 1 {
            for (index, alternative) in set.enumerated() {
                // The mark before it goes, too; of the first the one behind it.
                let range =
                    index == 0
                    ? alternative.lowerBound..<(alternative.upperBound + 1) : (alternative.lowerBound - 1)..<alternative.upperBound
                variants.append((range, alternative))
            }
        }
        return variants.map { range, alternative in
            let rest = bytes[..<range.lowerBound] + bytes[range.upperBound...]
            return Variant("", .without(String(decoding: bytes[alternative], as: UTF8.self)), String(decoding: rest, as: UTF8.self))
        }
    }

    /// The alternatives of the whole and of each group, by the place where they begin.
    private static func sets(in bytes: [UInt8]) -> [[Range<Int>]] {
        var found: [[Range<Int>]] = []
        var open: [(start: Int, alternatives: [Range<Int>])] = [(0, [])]
        var index = 0
        func closed(at end: Int) {
            guard let last = open.popLast() else { return }
            found.append(last.alternatives + [last.start..<end])
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): index = endOfClass(in: bytes, from: index)
            case UInt8(ascii: "("): open.append((startOfGroup(in: bytes, from: index + 1), []))
            case UInt8(ascii: ")"): closed(at: index)
            case UInt8(ascii: "|"):
                if let last = open.popLast() { open.append((index + 1, last.alternatives + [last.start..<index])) }
            default: break
            }
            index += 1
        }
        while !open.isEmpty { closed(at: bytes.count) }
        return found.sorted { ($0.first?.lowerBound ?? 0) < ($1.first?.lowerBound ?? 0) }
    }

    /// Where the content of a group begins, behind `?:` and flags.
    private static func startOfGroup(in bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "?") else { return start }
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: ":"), bytes[index] != UInt8(ascii: ")"), bytes[index] != UInt8(ascii: ">") {
            index += 1
        }
        return index < bytes.count && bytes[index] != UInt8(ascii: ")") ? index + 1 : index
    }

    /// The index of the bracket that closes a class.
    private static func endOfClass(in bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "^") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "]") { index += 1 }
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
            if bytes[index] == UInt8(ascii: "\\") { index += 1 }
            // [:alpha:]
            if bytes[index...].starts(with: "[:".utf8), let end = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: "]")) { index = end }
            index += 1
        }
        return index
    }
}
