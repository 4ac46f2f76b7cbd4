/// Rows as they come out when a page is copied from a browser whose cells hold paragraphs: between two cells stands a tab alone, on a line of its own or at
/// the end of one.
enum PastedRows {
    /// With fewer tabs that end a line it is some other layout.
    private static let fewestEnds = 16
    /// A line that comes to more holds cells whose rows nothing tells: the widest table of the forms has fifteen columns and a label.
    private static let mostTabs = 24
    /// So many times more tabs end a line than stand before text.
    private static let ratio = 2

    /// The lines with those of one row joined; the same lines where the text is none of these. Linear in the lines.
    static func joined(_ lines: [SourceLine]) -> [SourceLine] {
        guard arePasted(lines) else { return lines }
        let after = usualBlanks(lines)
        var result: [SourceLine] = []
        result.reserveCapacity(lines.count)
        for line in lines {
            guard let last = result.last, isGoneOn(last, line, after) else {
                result.append(line)
                continue
            }
            let row = last.joined(line)
            if row.tabsWithin > mostTabs { return lines }
            result[result.count - 1] = row
        }
        return result
    }

    private static func arePasted(_ lines: [SourceLine]) -> Bool {
        var ends = 0
        var others = 0
        for line in lines where line.hasTab {
            if line.endsWithTab { ends += 1 }
            if line.hasInk { others += Int(line.tabsWithin) + (line.tabsBefore > 0 ? 1 : 0) }
        }
        return ends >= fewestEnds && ends > ratio * others
    }

    /// How many blank lines mostly stand behind a tab that ends its line: more end the row with an empty cell.
    private static func usualBlanks(_ lines: [SourceLine]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        for (line, next) in zip(lines, lines.dropFirst()) where line.endsWithTab && next.hasInk {
            counts[next.blanksBefore, default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }

    private static func isGoneOn(_ row: SourceLine, _ line: SourceLine, _ blanks: UInt8) -> Bool {
        if row.endsWithTab { return !line.hasInk || line.blanksBefore <= blanks }
        return !line.hasInk || line.tabsBefore > 0
    }
}

extension SourceLine {
    /// Whether nothing stands behind its last tab.
    var endsWithTab: Bool { tabsAfter > 0 || !hasInk && tabsBefore > 0 }

    /// One line of this and the next, with the line end between them.
    fileprivate func joined(_ next: SourceLine) -> SourceLine {
        let pending = hasInk ? tabsAfter : tabsBefore
        let between = next.hasInk ? Int(pending) + Int(next.tabsBefore) : 0
        return SourceLine(
            start: start, end: next.end, number: number, blanksBefore: 0, tabsBefore: hasInk || !next.hasInk ? tabsBefore : 0,
            tabsWithin: UInt8(clamping: Int(tabsWithin) + Int(next.tabsWithin) + between),
            tabsAfter: next.hasInk ? next.tabsAfter : UInt8(clamping: Int(pending) + Int(next.tabsBefore)), beginsWithTab: beginsWithTab,
            hasInk: hasInk || next.hasInk, hasBar: hasBar || next.hasBar, beginsPage: beginsPage, column: column)
    }
}
