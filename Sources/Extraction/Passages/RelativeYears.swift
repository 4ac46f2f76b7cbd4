import DocumentModel

/// Years as the reporting year has them before it and behind it, each as one scalar of no text: so cues may name them (`-1年`, `±0年`, `+1年`).
enum RelativeYears {
    /// No Unicode scalars: nothing that is read can hold them.
    private static let before: UInt32 = 0x11_0001
    private static let reported: UInt32 = 0x11_0002
    private static let after: UInt32 = 0x11_0003

    /// In years: what lies further ahead is no plan for what is reported.
    private static let reach = 5

    private static let yearSign: UInt32 = 0x5E74

    /// A text with the four digits of each such year as its scalar and three blanks, so that places stay; other years stay as they are. Linear.
    static func marked(_ text: [UInt32], by year: Int) -> [UInt32] {
        var marked = text
        for sign in text.indices where text[sign] == yearSign {
            var start = sign
            while start > 0, Blank.contains(text[start - 1]) { start -= 1 }
            guard start >= 4, start == 4 || digit(text[start - 5]) == nil else { continue }
            var found = 0
            for index in (start - 4)..<start {
                guard let digit = digit(text[index]) else {
                    found = -1
                    break
                }
                found = found * 10 + digit
            }
            guard found >= 0, let scalar = scalar(of: found - year) else { continue }
            marked[start - 4] = scalar
            for index in (start - 3)..<start { marked[index] = 0x20 }
        }
        return marked
    }

    /// False for a cue in which no such year stands: they all have a digit.
    static func mayName(_ cue: String) -> Bool { cue.unicodeScalars.contains { DigitNotation.decimal($0.value) != nil } }

    /// A cue with the pack's notation of such years as the scalars that stand for them.
    static func named(in cue: [UInt32]) -> [UInt32] {
        var named: [UInt32] = []
        var index = 0
        while index < cue.count {
            if index + 2 < cue.count, cue[index + 2] == yearSign, let scalar = notation(cue[index], cue[index + 1]) {
                named.append(scalar)
                index += 2
            } else {
                named.append(cue[index])
                index += 1
            }
        }
        return named
    }

    private static func digit(_ scalar: UInt32) -> Int? { DigitNotation.decimal(scalar) ?? DigitNotation.chinese(scalar) }

    private static func scalar(of distance: Int) -> UInt32? {
        switch distance {
        case -1: before
        case 0: reported
        case 1...reach: after
        default: nil
        }
    }

    private static func notation(_ sign: UInt32, _ digit: UInt32) -> UInt32? {
        switch (sign, digit) {
        case (0x2D, 0x31): before
        case (0xB1, 0x30): reported
        case (0x2B, 0x31): after
        default: nil
        }
    }
}
