import DocumentModel
import Glibc

/// One line of a text that holds more than spaces.
struct SourceLine {
    /// The offset of its first byte.
    let start: Int
    /// The offset after its last byte, line end not included.
    let end: Int
    /// Counted from 1 in the source.
    let number: Int32
    /// How many blank lines stand right before it, at most 255.
    let blanksBefore: UInt8
    /// Tabs before its first visible character, within it, and after its last one, each at most 255.
    let tabsBefore: UInt8
    let tabsWithin: UInt8
    let tabsAfter: UInt8
    /// Whether its first byte is a tab.
    let beginsWithTab: Bool
    /// Whether it has a visible character.
    let hasInk: Bool
    /// Whether a vertical bar, narrow, wide or drawn, stands in it, or it is a rule between the rows of such a table.
    let hasBar: Bool
    /// Whether a form feed stands before its first visible character, in the line itself or in the blank lines before it.
    let beginsPage: Bool
    /// The column of its first byte, from 1; more than 1 only for a cell taken as a line.
    var column: Int32 = 1

    /// The same line at the start of a page.
    var atStartOfPage: SourceLine {
        SourceLine(
            start: start, end: end, number: number, blanksBefore: blanksBefore, tabsBefore: tabsBefore, tabsWithin: tabsWithin,
            tabsAfter: tabsAfter, beginsWithTab: beginsWithTab, hasInk: hasInk, hasBar: hasBar, beginsPage: true, column: column)
    }

    /// A cell of it as a line of its own.
    func cell(_ piece: TextCutter.Piece, isFirst: Bool) -> SourceLine {
        SourceLine(
            start: piece.range.lowerBound, end: piece.range.upperBound, number: number, blanksBefore: isFirst ? blanksBefore : 0,
            tabsBefore: 0, tabsWithin: 0, tabsAfter: 0, beginsWithTab: false, hasInk: true, hasBar: false,
            beginsPage: isFirst && beginsPage, column: Int32(clamping: piece.column))
    }

    var range: Range<Int> { start..<end }
    var hasTab: Bool { tabsBefore > 0 || tabsWithin > 0 || tabsAfter > 0 }

    /// A cell of the word processor's export: one tab, then nothing or text without a tab.
    var isCellLine: Bool { beginsWithTab && tabsBefore == 1 && tabsWithin == 0 }
    /// A row of several cells.
    var isTabbedRow: Bool { hasInk && (tabsWithin > 0 || tabsBefore > 1 || (tabsBefore == 1 && !beginsWithTab)) }
}

/// Finds the lines of a text that are not blank. A line ends with LF, CR LF or CR. Linear in the bytes.
struct LineScanner {
    private(set) var lines: [SourceLine] = []
    /// The number of the first line that is beyond the limit; nil when all are there.
    private(set) var firstOmitted: Int?

    init(_ bytes: [UInt8], limit: Int) {
        lines.reserveCapacity(min(limit, bytes.count / 24))
        bytes.withUnsafeBufferPointer { scan($0, limit: limit) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
        let hasDrawing = TableDrawing.openings.contains { opening in
            opening.withUnsafeBufferPointer { ByteSearch.first($0, in: bytes) != nil }
        }
        var feed = -1
        var carriageReturn = -1
        var index = 0
        var number: Int32 = 0
        var blanks: UInt8 = 0
        var isNewPage = false
        while index < bytes.count {
            number += 1
            if feed < index { feed = Self.first(0x0A, in: bytes, from: index) }
            if carriageReturn < index { carriageReturn = Self.first(0x0D, in: bytes, from: index) }
            let line = Self.line(
                of: bytes, from: index, to: min(feed, carriageReturn), mayBePlain: !hasDrawing, number: number, blanksBefore: blanks,
                beginsPage: isNewPage)
            isNewPage = line.beginsPage
            index = line.end
            if index < bytes.count, bytes[index] == 0x0D { index += 1 }
            if index < bytes.count, bytes[index] == 0x0A, index == line.end || bytes[index - 1] == 0x0D { index += 1 }
            if !line.hasTab, !line.hasInk || Blank.trimmed(line.range, of: bytes).isEmpty {
                blanks = blanks == .max ? blanks : blanks + 1
                continue
            }
            guard lines.count < limit else {
                firstOmitted = Int(number)
                return
            }
            lines.append(line)
            blanks = 0
            isNewPage = false
        }
    }

    /// The offset of a byte's next place; the end of the text where there is none.
    private static func first(_ byte: Int32, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress, let found = memchr(base + start, byte, bytes.count - start) else { return bytes.count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether a line has ink and nothing else to tell of, as most have. A wide bar is not looked for.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
        var hasInk = false
        var index = start
        while index + 8 <= end {
            let lanes = ByteLanes(bytes, at: index)
            if lanes.holdsLess(than: 0x20) || lanes.holds(0x7C) { return false }
            hasInk = hasInk || lanes.differs(from: 0x20)
            index += 8
        }
        while index < end {
            if bytes[index] < 0x20 || bytes[index] == 0x7C { return false }
            hasInk = hasInk || bytes[index] != 0x20
            index += 1
        }
        return hasInk
    }

    private static func line(
        of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, mayBePlain: Bool, number: Int32, blanksBefore: UInt8,
        beginsPage: Bool
    ) -> SourceLine {
        if mayBePlain, isPlain(bytes, from: start, to: limit) {
            return SourceLine(
                start: start, end: limit, number: number, blanksBefore: blanksBefore, tabsBefore: 0, tabsWithin: 0, tabsAfter: 0,
                beginsWithTab: false, hasInk: true, hasBar: false, beginsPage: beginsPage)
        }
        var beginsPage = beginsPage
        var end = start
        var hasInk = false
        var hasBar = false
        var pending: UInt8 = 0
        var before: UInt8 = 0
        var within: UInt8 = 0
        while end < limit {
            let byte = bytes[end]
            if byte > 0x20 {
                if pending > 0 {
                    if hasInk { within = within.addingSaturated(pending) } else { before = pending }
                    pending = 0
                }
                hasInk = true
                if byte == UInt8(ascii: "|") || (byte > 0x7F || byte == UInt8(ascii: "+")) && TableDrawing.isDrawn(bytes, at: end, limit) {
                    hasBar = true
                }
            } else if byte == 0x09 {
                pending = pending.addingSaturated(1)
            } else if byte == 0x0C, !hasInk {
                beginsPage = true
            }
            end += 1
        }
        return SourceLine(
            start: start, end: end, number: number, blanksBefore: blanksBefore, tabsBefore: hasInk ? before : pending,
            tabsWithin: within, tabsAfter: hasInk ? pending : 0, beginsWithTab: start < bytes.count && bytes[start] == 0x09,
            hasInk: hasInk, hasBar: hasBar, beginsPage: beginsPage)
    }
}

extension UInt8 {
    fileprivate func addingSaturated(_ other: UInt8) -> UInt8 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
