import Glibc

/// Counts the attributes of tags before libxml2 does, which compares each with all others of its tag.
enum AttributeCensus {
    /// More than any tag of a page has; as many in every tag of the largest page take libxml2 about a second.
    static let limit = 256

    /// Where within a tag a byte stands. A tag may begin at any `<`, so that all that may have begun are followed at once.
    private enum State: Int, CaseIterable {
        case between
        case name
        case afterEquals
        case unquoted
        case single
        case double
    }

    /// At least as many as the tag with the most attributes has, where there are more than `limit`. Linear in the bytes.
    static func most(in source: [UInt8]) -> Int {
        source.withUnsafeBufferPointer { source in
            var most = 0
            var index = 0
            while let start = next(0x3C, in: source, index..<source.count) {
                guard begins(source, start) else {
                    index = start + 1
                    continue
                }
                let (count, end) = tag(source, from: start) ?? tags(source, from: start)
                most = max(most, count)
                index = end
            }
            return most
        }
    }

    /// The first place of a byte within a range; nil for none.
    private static func next(_ byte: UInt8, in source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard let base = source.baseAddress, let found = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private static func begins(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        source[index] == 0x3C && index + 1 < source.count && isLetter(source[index + 1])
    }

    /// The attributes of one tag and its end; nil when another may begin within it.
    private static func tag(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> (count: Int, end: Int)? {
        // A short tag in which neither another one nor a quoted value begins needs no closer look.
        guard let close = next(0x3E, in: source, start..<source.count), close - start <= 2 * limit,
            [0x3C, 0x22, 0x27].allSatisfy({ next($0, in: source, start + 1..<close) == nil })
        else { return counted(source, from: start) }
        return (0, close + 1)
    }

    private static func counted(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> (count: Int, end: Int)? {
        var state = State.name
        var count = 0
        var index = start + 1
        while index < source.count {
            if begins(source, index) { return nil }
            guard let then = step(state, source[index]) else { return (count, index + 1) }
            if then == .name, state == .between { count += 1 }
            state = then
            index += 1
        }
        return (count, index)
    }

    /// The most attributes of tags that may have begun within each other, and where all of them have ended.
    private static func tags(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> (count: Int, end: Int) {
        var most = 0
        // For each state the largest count of a tag that may be in it; -1 for none.
        var counts = [Int](repeating: -1, count: State.allCases.count)
        var next = counts
        var index = start
        repeat {
            for state in next.indices { next[state] = -1 }
            for (state, count) in counts.enumerated() where count >= 0 {
                guard let state = State(rawValue: state), let then = step(state, source[index]) else { continue }
                let count = then == .name && state == .between ? count + 1 : count
                most = max(most, count)
                next[then.rawValue] = max(next[then.rawValue], count)
            }
            if begins(source, index) { next[State.name.rawValue] = max(0, next[State.name.rawValue]) }
            swap(&counts, &next)
            index += 1
        } while index < source.count && counts.contains { $0 >= 0 }
        return (most, index)
    }

    /// The state behind a byte; nil when the tag ends.
    private static func step(_ state: State, _ byte: UInt8) -> State? {
        let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
        switch state {
        case .single: return byte == 0x27 ? .between : .single
        case .double: return byte == 0x22 ? .between : .double
        case _ where byte == 0x3E: return nil
        case .between:
            if byte == 0x3D { return .afterEquals }
            return isBlank || byte == 0x2F ? .between : .name
        case .name: return byte == 0x3D ? .afterEquals : isBlank || byte == 0x2F ? .between : .name
        case .afterEquals:
            if isBlank { return .afterEquals }
            return byte == 0x27 ? .single : byte == 0x22 ? .double : .unquoted
        case .unquoted: return isBlank ? .between : .unquoted
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F || byte == 0x3A }
}
