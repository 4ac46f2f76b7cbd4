import DocumentModel

/// The label of a row or column, stripped of all in which two ways of writing the same label may differ.
struct LabelText: Sendable {
    /// The scalars without ordinal, blanks, punctuation and inserted years, full-width letters folded.
    let core: [UInt32]
    /// The core without what stands in brackets; equal to the core where nothing does, or nothing else does.
    let bare: [UInt32]
    let coreHash: UInt64
    let bareHash: UInt64

    init(_ string: some StringProtocol) {
        var scalars = String(string).scalarValues()
        var count = 0
        // By index: to walk through them would keep what is written to.
        for index in scalars.indices where (0x3001...0xFEFE).contains(scalars[index]) || !Blank.contains(scalars[index]) {
            scalars[count] = Self.folded(scalars[index])
            count += 1
        }
        scalars.removeLast(scalars.count - count)

        var start = 0
        while let end = Self.ordinal(in: scalars, from: start), end < scalars.count { start = end }

        var core: [UInt32] = []
        core.reserveCapacity(scalars.count - start)
        var bare: [UInt32] = []
        var hasNote = false
        var depth = 0
        var index = start
        while index < scalars.count {
            let scalar = scalars[index]
            if let end = Self.year(in: scalars, from: index) {
                index = end
                continue
            }
            index += 1
            if scalar == 0x28 {
                if !hasNote {
                    hasNote = true
                    bare = core
                }
                depth += 1
            } else if scalar == 0x29 {
                depth = max(0, depth - 1)
            } else if Self.isKept(scalar) {
                core.append(scalar)
                if hasNote, depth == 0 { bare.append(scalar) }
            }
        }
        self.core = core
        self.bare = hasNote && !bare.isEmpty ? bare : core
        coreHash = Self.hash(core)
        bareHash = hasNote ? Self.hash(self.bare) : coreHash
    }

    /// FNV-1a over the scalars.
    static func hash(_ scalars: [UInt32]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for scalar in scalars { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
        return hash
    }

    /// Full-width ASCII as ASCII, letters in lower case.
    static func folded(_ scalar: UInt32) -> UInt32 {
        let half = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
        return (0x41...0x5A).contains(half) ? half + 0x20 : half
    }

    /// True for letters, digits and ideographs; punctuation and signs say nothing in a label.
    static func isKept(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: true
        case 0...0xBF, 0xD7, 0xF7: false
        case 0x2000...0x2BFF, 0x3001...0x3006, 0x3008...0x303F, 0x30FB, 0xFE10...0xFE6F, 0xFF00...0xFFEF: false
        default: true
        }
    }

    /// The index behind the ordinal that starts at an index; nil when none does.
    static func ordinal(in scalars: [UInt32], from start: Int) -> Int? {
        guard start < scalars.count else { return nil }
        if (0x2460...0x2473).contains(scalars[start]) { return start + 1 }
        let bracketed = scalars[start] == 0x28
        let first = bracketed ? start + 1 : start
        func end(_ isNumeral: (UInt32) -> Bool) -> Int {
            var index = first
            while index < scalars.count, index - first < 3, isNumeral(scalars[index]) { index += 1 }
            return index
        }
        let arabic = end { (0x30...0x39).contains($0) }
        let index = arabic > first ? arabic : end(isNumeral)
        guard index > first, index < scalars.count else { return nil }
        if bracketed { return scalars[index] == 0x29 ? index + 1 : nil }
        if isOrdinalEnd(scalars[index]) { return index + 1 }
        // The point may be lost behind a digit: 1属于… But a larger number is no ordinal.
        return arabic > first && index - first <= 2 && isKept(scalars[index]) && scalars[index] > 0x7F ? index : nil
    }

    private static func isOrdinalEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x2E, 0x3A, 0x29, 0x3001, 0x3002, 0xB7, 0x30FB, 0xFF64: true
        default: false
        }
    }

    /// True for the Chinese numerals up to ten.
    private static func isNumeral(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
        default: false
        }
    }

    /// The index behind a year of four digits, with 年 and 度 where they follow; nil when none starts here.
    private static func year(in scalars: [UInt32], from start: Int) -> Int? {
        func digit(_ index: Int) -> UInt32? {
            index >= 0 && index < scalars.count && (0x30...0x39).contains(scalars[index]) ? scalars[index] - 0x30 : nil
        }
        guard let first = digit(start), let second = digit(start + 1), first * 10 + second == 20 || first * 10 + second == 19,
            digit(start + 2) != nil, digit(start + 3) != nil, digit(start + 4) == nil, digit(start - 1) == nil
        else { return nil }
        var end = start + 4
        if end < scalars.count, scalars[end] == 0x5E74 { end += 1 }
        if end < scalars.count, scalars[end] == 0x5EA6 { end += 1 }
        return end
    }
}
