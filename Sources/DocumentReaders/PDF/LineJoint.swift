/// Whether one line of a text goes on in the next as if it were one.
enum LineJoint {
    /// What stands between two lines of one paragraph.
    ///
    /// - Parameter room: the width that is left behind the first line.
    static func joint(_ upper: TextLine, _ lower: TextLine, room: Double) -> TextComposer.Joint {
        let last = upper.last
        let first = lower.first
        if Glyph.isWide(last) || Glyph.isWide(first) { return .none }
        if isOfNumber(last), isOfNumber(first) { return isBroken(lower, room: room) ? .none : .blank }
        if Glyph.isLetter(last), Glyph.isLetter(first) {
            // An address is broken where it fits; nothing was there.
            let parts = [upper.words[upper.words.count - 1].text, lower.words[0].text]
            return parts.contains { $0.utf8.contains { $0 == 0x2F || $0 == 0x40 || $0 == 0x5F } } ? .none : .blank
        }
        return .none
    }

    /// The same within a cell: two numbers that are not one stand on lines of their own.
    static func cellJoint(_ upper: TextLine, _ lower: TextLine, room: Double) -> TextComposer.Joint {
        let joint = joint(upper, lower, room: room)
        return joint == .blank && isOfNumber(upper.last) && isOfNumber(lower.first) ? .lineFeed : joint
    }

    /// Whether a number was broken for want of room: its next digit had none.
    private static func isBroken(_ lower: TextLine, room: Double) -> Bool {
        let word = lower.words[0]
        return word.box.width / Double(word.count) > room - 0.3
    }

    private static func isOfNumber(_ scalar: UInt32) -> Bool { Glyph.isDigit(scalar) || scalar == 0x2E || scalar == 0x2C }
}
