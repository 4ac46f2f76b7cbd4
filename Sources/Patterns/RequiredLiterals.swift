/// What is known of the strings that a part of a pattern matches, as far as literals tell it.
///
/// - Source: Russ Cox, "Regular Expression Matching with a Trigram Index" (2012), for the way of putting parts together
enum RequiredLiterals {
    /// The strings that are matched, no others.
    case exactly([Literal])
    /// Every match begins with one of `starts` and ends with one of `ends`, which are never none (an empty string among them says nothing), and
    /// holds one of `held`, none of which is empty; nil when no such strings are known.
    case within(starts: [Literal], ends: [Literal], held: [Literal]?)

    /// More strings than these are not kept: what is known gets coarser then, never wrong.
    private static let limit = 256
    private static let heldLimit = 4_096
    private static let jointLimit = 256

    /// A part of which nothing is known.
    static let unknown = RequiredLiterals.within(starts: [.empty], ends: [.empty], held: nil)
    /// A part that matches the empty string alone, as an anchor does.
    static let empty = RequiredLiterals.exactly([.empty])

    private var starts: [Literal] {
        switch self {
        case .exactly(let strings): strings
        case .within(let starts, _, _): starts
        }
    }

    private var ends: [Literal] {
        switch self {
        case .exactly(let strings): strings
        case .within(_, let ends, _): ends
        }
    }

    /// The strings one of which each match holds, the most telling that are known; nil when none are.
    var required: [Literal]? {
        switch self {
        case .exactly(let strings): Self.telling(strings)
        case .within(let starts, let ends, let held): Self.better(held, Self.better(Self.telling(starts), Self.telling(ends)))
        }
    }

    /// This part and then another.
    func followed(by other: RequiredLiterals) -> RequiredLiterals {
        if case .exactly(let strings) = self, case .exactly(let others) = other, let all = Self.product(strings, others) {
            return .exactly(all)
        }
        var starts = starts
        if case .exactly = self { starts = Self.product(starts, shortening: other.starts) ?? starts }
        var ends = other.ends
        if case .exactly = other { ends = Self.product(shortening: self.ends, ends) ?? ends }
        let held = Self.better(required, other.required)
        // No joint of the two tells more than both of its parts together.
        let mayTellMore = held.map { Self.weight(self.ends) + Self.weight(other.starts) >= Self.weight($0) } ?? true
        let joint = mayTellMore ? Self.product(self.ends, shortening: other.starts, limit: Self.jointLimit).flatMap(Self.telling) : nil
        return .within(starts: starts, ends: ends, held: Self.better(joint, held))
    }

    /// Any of several parts, of which there is at least one.
    static func any(of parts: [RequiredLiterals]) -> RequiredLiterals {
        if parts.count == 1 { return parts[0] }
        let all = union(parts.lazy.map { if case .exactly(let strings) = $0 { strings } else { nil } }, limit: limit)
        if let all { return .exactly(all) }
        return .within(
            starts: union(parts.lazy.map(\.starts), limit: limit) ?? [.empty],
            ends: union(parts.lazy.map(\.ends), limit: limit) ?? [.empty],
            held: union(parts.lazy.map(\.required), limit: heldLimit))
    }

    /// This part `least` times or more, up to `most` times; nil is any number of times.
    func repeated(atLeast least: Int, atMost most: Int?) -> RequiredLiterals {
        if let most, most <= 3 {
            var all = Self.empty
            for _ in 0..<(most - least) { all = Self.any(of: [.empty, followed(by: all)]) }
            for _ in 0..<least { all = followed(by: all) }
            return all
        }
        guard least > 0 else { return .unknown }
        var all = Self.unknown
        for _ in 0..<Swift.min(least, 3) { all = followed(by: all) }
        return .within(starts: all.starts, ends: Self.unknown.followed(by: self).ends, held: Self.better(all.required, required))
    }

    private static func product(_ left: [Literal], _ right: [Literal], limit: Int = limit) -> [Literal]? {
        if left.count * right.count > limit { return nil }
        var all: [Literal] = []
        all.reserveCapacity(left.count * right.count)
        for start in left {
            for end in right {
                guard let joint = start.followed(by: end) else { return nil }
                all.append(joint)
            }
        }
        return all
    }

    /// As `product`, of fewer first characters on the right where all of them are too many.
    private static func product(_ left: [Literal], shortening right: [Literal], limit: Int = limit) -> [Literal]? {
        if let all = product(left, right, limit: limit) { return all }
        for length in [2, 1] {
            let beginnings = distinct(right.lazy.map { $0.prefix(length) }, limit: limit / left.count)
            if let beginnings, let some = product(left, beginnings, limit: limit) { return some }
        }
        return nil
    }

    /// As `product`, of fewer last characters on the left where all of them are too many.
    private static func product(shortening left: [Literal], _ right: [Literal]) -> [Literal]? {
        if let all = product(left, right) { return all }
        for length in [2, 1] {
            let endings = distinct(left.lazy.map { $0.suffix(length) }, limit: limit / right.count)
            if let endings, let some = product(endings, right) { return some }
        }
        return nil
    }

    /// Strings no longer than a key, each once; nil when they are more than `limit`, which most sets show by their first few.
    private static func distinct(_ strings: some Sequence<Literal>, limit: Int) -> [Literal]? {
        var distinct: [Literal] = []
        var keys: [UInt64] = []
        for string in strings where !keys.contains(string.key) {
            if keys.count == limit { return nil }
            keys.append(string.key)
            distinct.append(string)
        }
        return distinct
    }

    private static func union(_ sets: some Sequence<[Literal]?>, limit: Int) -> [Literal]? {
        var all: [Literal] = []
        for set in sets {
            guard let set, all.count + set.count <= limit else { return nil }
            all += set
        }
        return all
    }

    /// The strings, if none is empty.
    private static func telling(_ strings: [Literal]) -> [Literal]? { strings.contains { $0.count == 0 } ? nil : strings }

    /// The set whose least telling string tells more; of equals the smaller.
    private static func better(_ left: [Literal]?, _ right: [Literal]?) -> [Literal]? {
        guard let left else { return right }
        guard let right else { return left }
        let (ofLeft, ofRight) = (weight(left), weight(right))
        return ofLeft != ofRight ? (ofLeft > ofRight ? left : right) : left.count <= right.count ? left : right
    }

    /// How rarely the most frequent string of a set is likely to occur.
    private static func weight(_ strings: [Literal]) -> Int { strings.reduce(Int(Int32.max)) { Swift.min($0, $1.weight) } }
}
