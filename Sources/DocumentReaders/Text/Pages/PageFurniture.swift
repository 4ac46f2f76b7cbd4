import DocumentModel

/// The lines of a paged text that belong to its pages rather than to what it says: page numbers, and headers and footers, known by their recurring.
struct PageFurniture {
    /// For each line whether it is left out.
    private(set) var isLeftOut: [Bool]
    /// What was left out without being sure.
    private(set) var remarks: [Remark] = []
    private(set) var isEmpty = true

    private let lines: [SourceLine]
    private let cutter: TextCutter

    /// So many lines at the top and at the bottom of a page are looked at.
    private static let edge = 3
    /// A text of more pages is no report; its edges are not looked at.
    private static let mostPages = 2_000
    /// A header recurs on so many pages at least: two could be chance.
    private static let fewestPages = 3

    init(_ lines: [SourceLine], _ cutter: TextCutter) {
        self.lines = lines
        self.cutter = cutter
        isLeftOut = []
        let pages = Self.pages(lines)
        if pages.count == 1 {
            guard lines.contains(where: { mayBeNumber($0) }) else { return }
            isLeftOut = Array(repeating: false, count: lines.count)
            leaveOutLooseNumbers()
        } else if pages.count <= Self.mostPages {
            isLeftOut = Array(repeating: false, count: lines.count)
            leaveOutNumbers(pages)
            leaveOutRecurring(pages)
        }
    }

    /// The lines that are not left out; one behind those that were begins the page that they began.
    var kept: [SourceLine] {
        var kept: [SourceLine] = []
        kept.reserveCapacity(lines.count)
        var beginsPage = false
        for (line, isLeftOut) in zip(lines, isLeftOut) {
            beginsPage = beginsPage || line.beginsPage
            if isLeftOut { continue }
            kept.append(beginsPage && !line.beginsPage ? line.atStartOfPage : line)
            beginsPage = false
        }
        return kept
    }

    private static func pages(_ lines: [SourceLine]) -> [Range<Int>] {
        var pages: [Range<Int>] = []
        var start = 0
        for index in lines.indices.dropFirst() where lines[index].beginsPage {
            pages.append(start..<index)
            start = index
        }
        pages.append(start..<lines.count)
        return pages
    }

    private func text(_ line: Int) -> String {
        let range = Blank.trimmed(lines[line].range, of: cutter.bytes)
        guard range.count <= 400 else { return "" }
        return String(decoding: cutter.bytes[range], as: UTF8.self)
    }

    /// Whether a line is short enough for a page number, and none of a table's.
    private func mayBeNumber(_ line: SourceLine) -> Bool {
        guard line.end - line.start <= 240, !line.hasTab, !line.hasBar else { return false }
        let range = Blank.trimmed(line.range, of: cutter.bytes)
        return range.count <= 40 && !range.isEmpty
    }

    private mutating func leaveOut(_ line: Int) {
        isLeftOut[line] = true
        isEmpty = false
    }

    /// The lines at a page's edges.
    private func edges(_ page: Range<Int>) -> [Int] {
        page.count <= 2 * Self.edge ? Array(page) : Array(page.prefix(Self.edge)) + Array(page.suffix(Self.edge))
    }

    /// Numbers that go up with the pages; of several ways to count them, the one that fits most pages.
    private mutating func leaveOutNumbers(_ pages: [Range<Int>]) {
        var found: [Int: [(line: Int, page: Int, isSure: Bool)]] = [:]
        for (number, page) in pages.enumerated() {
            for line in edges(page) where mayBeNumber(lines[line]) {
                guard line == page.lowerBound || line == page.upperBound - 1, let printed = PageNumberNotation.number(text(line)) else {
                    continue
                }
                found[printed.number - number, default: []].append((line, number, printed.isSure))
            }
        }
        guard let best = found.max(by: { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }) else { return }
        for item in best.value where item.isSure || best.value.count > 1 { leaveOut(item.line) }
    }

    /// Lines that say the same on most pages, digits apart.
    private mutating func leaveOutRecurring(_ pages: [Range<Int>]) {
        guard pages.count >= Self.fewestPages else { return }
        var found: [String: [Int]] = [:]
        var order: [String] = []
        for page in pages where page.count > Self.edge {
            var seen: Set<String> = []
            for line in edges(page) where !isLeftOut[line] && !lines[line].hasTab && !lines[line].hasBar {
                let key = masked(text(line))
                guard !key.isEmpty, seen.insert(key).inserted else { continue }
                if found[key] == nil { order.append(key) }
                found[key, default: []].append(line)
            }
        }
        for key in order {
            guard let recurring = found[key], recurring.count >= Self.fewestPages, recurring.count * 5 >= pages.count * 3 else { continue }
            for line in recurring { leaveOut(line) }
            let line = recurring[0]
            remarks.append(
                Remark(
                    .runningTitle, at: Place(.document, SourcePosition(line: Int(lines[line].number), column: 1)), detail: text(line)))
        }
    }

    /// A text without blanks and with one sign for all runs of digits; empty when it is nothing but digits and signs.
    private func masked(_ text: String) -> String {
        var key: [UInt8] = []
        var hasLetter = false
        for byte in text.utf8 where byte > 0x20 {
            if byte &- 0x30 < 10 {
                if key.last != 0x23 { key.append(0x23) }
            } else {
                key.append(byte)
                if byte >= 0x80 || (0x41...0x7A).contains(byte) { hasLetter = true }
            }
        }
        return hasLetter ? String(decoding: key, as: UTF8.self) : ""
    }

    /// Framed numbers between blank lines that count from 1, in a text whose page breaks were lost.
    private mutating func leaveOutLooseNumbers() {
        var numbers: [Int] = []
        for (index, line) in lines.enumerated() where mayBeNumber(line) && mayBeFrame(line) {
            guard let printed = PageNumberNotation.number(text(index)), printed.isSure else { continue }
            guard printed.number == numbers.count + 1 else { return }
            numbers.append(index)
        }
        guard numbers.count > 1 || numbers.last == lines.count - 1 else { return }
        for line in numbers { leaveOut(line) }
    }

    private func mayBeFrame(_ line: SourceLine) -> Bool {
        let range = Blank.trimmed(line.range, of: cutter.bytes)
        let bytes = cutter.bytes[range]
        return bytes.contains { $0 &- 0x30 < 10 || $0 == 0xEF } && bytes.allSatisfy { $0 &- 0x30 < 10 || $0 < 0x30 || $0 >= 0x5B }
    }
}
