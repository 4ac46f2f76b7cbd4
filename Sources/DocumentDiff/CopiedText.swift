package import DocumentModel
import SequenceDiff

/// A run of text that stood in the old document as well, figures, names and white space apart.
package struct CopiedPassage: Hashable, Sendable {
    /// A figure within it that both documents write alike.
    package struct Figure: Hashable, Sendable {
        /// Digits, with points and commas between them.
        package let text: String
        /// Where it stands in the new document.
        package let place: Place
        /// Where it stands in the old document.
        package let oldPlace: Place
        /// The UTF-8 offset of the figure in the new block's text.
        package let offset: Int
        /// Whether it stands in brackets, as the year in a document's number does.
        package let isBracketed: Bool
    }

    /// In characters after masking.
    package let length: Int
    /// As the new document has it.
    package let text: String
    /// Where it begins in the new document.
    package let place: Place
    /// Where it begins in the old document.
    package let oldPlace: Place
    /// In the order of the text.
    package let standing: [Figure]
}

/// What a new document took over from an old one.
package struct CopiedText: Hashable, Sendable {
    /// In characters after masking: what is shorter recurs without having been copied.
    package static let shortestPassage = 30
    /// More passages are not looked at, nor more figures of one passage: a report has some tens of each.
    static let limit = 200

    /// The share of one section.
    package struct Part: Hashable, Sendable {
        /// The section's title without its ordinal; empty for section 0.
        package let title: String
        /// From 0 to 1.
        package let share: Double
    }

    /// From 0 to 1, over all paragraphs; nil where the new document has none.
    package let share: Double?
    /// The sections that both documents have and that have paragraphs, in the new document's order.
    package let parts: [Part]
    /// The longest runs within paragraphs, the longest first, of the same length in the new document's order. None overlaps another in the new document.
    package let passages: [CopiedPassage]

    /// Measures the delta's paragraphs: each section as `SectionDelta.copied` does, and runs wherever in the old document they come from.
    /// Linear but for the share.
    package init(of delta: DocumentDelta, masking mask: TextMask = TextMask()) {
        var differ = Differ()
        var count = CopiedCount()
        var parts: [Part] = []
        for section in delta.sections {
            let own = section.copiedCount(mask, &differ)
            count.copied += own.copied
            count.all += own.all
            if section.old != nil, let share = own.share { parts.append(Part(title: section.title, share: share)) }
        }
        share = count.share
        self.parts = parts
        let blocks = delta.blocks.filter { $0.kind == .paragraph }
        passages = RunSearch(old: blocks.compactMap(\.old), new: blocks.compactMap(\.new), mask).passages
    }
}

/// Finds runs that two lists of texts have in common.
///
/// Every so many characters of the old texts a short window is remembered, so that every long run holds one of them; the new texts are gone through with a
/// rolling hash.
private struct RunSearch {
    private static let window = 12
    /// Any run of the shortest length holds a window that begins at a multiple of this.
    private static let stride = CopiedText.shortestPassage - window + 1
    /// How many old places of one window are tried: more would be text that recurs.
    private static let candidateLimit = 8
    /// Stands between texts; no mask yields it.
    private static let border = UInt32.max
    private static let base: UInt64 = 0x100_0000_01B3

    /// Texts one behind the other, a border before and behind each.
    private struct Side {
        let blocks: [TextBlock]
        var characters = [RunSearch.border]
        /// The scalars that each character stands for, counted within its text.
        var origins = [0..<0]
        /// Where each text begins among the characters.
        var starts: [Int] = []

        init(_ blocks: [TextBlock], _ mask: TextMask) {
            self.blocks = blocks
            for block in blocks {
                starts.append(characters.count)
                var scalars: [UInt32] = []
                block.text.string.appendScalars(to: &scalars)
                let traced = mask.traced(scalars)
                characters += traced.characters
                origins += traced.origins
                characters.append(RunSearch.border)
                origins.append(0..<0)
            }
        }

        /// The index of the text in which a character stands.
        func block(at index: Int) -> Int {
            var low = 0
            var high = starts.count
            while low + 1 < high {
                let middle = (low + high) / 2
                if starts[middle] <= index { low = middle } else { high = middle }
            }
            return low
        }
    }

    private let old: Side
    private let new: Side
    private(set) var passages: [CopiedPassage] = []

    init(old: [TextBlock], new: [TextBlock], _ mask: TextMask) {
        self.old = Side(old, mask)
        self.new = Side(new, mask)
        search()
    }

    private mutating func search() {
        guard min(old.characters.count, new.characters.count) > CopiedText.shortestPassage else { return }
        let known = windows()
        var power: UInt64 = 1
        for _ in 1..<Self.window { power &*= Self.base }
        var found: [(new: Range<Int>, old: Int)] = []
        var hash: UInt64 = 0
        var filled = 0
        var done = 0
        var index = 0
        while index < new.characters.count {
            if filled == Self.window { hash &-= power &* UInt64(new.characters[index - Self.window]) } else { filled += 1 }
            hash = hash &* Self.base &+ UInt64(new.characters[index])
            index += 1
            guard filled == Self.window, let places = known[hash] else { continue }
            let start = index - Self.window
            let runs = places.compactMap { run(new: start, old: $0, from: done) }
            guard let longest = runs.max(by: { $0.new.count < $1.new.count }), longest.new.count >= CopiedText.shortestPassage else {
                continue
            }
            found.append(longest)
            done = longest.new.upperBound
            index = done
            hash = 0
            filled = 0
        }
        let whole = found.map { run -> (new: Range<Int>, old: Int) in
            let clauses = clauses(in: run.new)
            return (clauses, run.old + clauses.lowerBound - run.new.lowerBound)
        }
        let sorted = whole.sorted {
            $0.new.count != $1.new.count ? $0.new.count > $1.new.count : $0.new.lowerBound < $1.new.lowerBound
        }
        passages = sorted.prefix(CopiedText.limit).map { passage($0.new, $0.old) }
    }

    /// A run without the pieces of clauses at its ends, so far as enough is left; else the run.
    private func clauses(in run: Range<Int>) -> Range<Int> {
        var low = run.lowerBound
        if !isBound(low - 1) {
            while low < run.upperBound, !isBound(low) { low += 1 }
        }
        while low < run.upperBound, isBound(low) { low += 1 }
        var high = run.upperBound
        if high < new.characters.count, !isBound(high) {
            while high > low, !isBound(high - 1) { high -= 1 }
        }
        if high - low >= CopiedText.shortestPassage { return low..<high }
        var start = run.lowerBound
        while start < run.upperBound - CopiedText.shortestPassage, isBound(start) { start += 1 }
        return start..<run.upperBound
    }

    /// A mark between clauses, or the end of a text.
    private func isBound(_ index: Int) -> Bool {
        switch new.characters[index] {
        case Self.border, 0x21, 0x2C, 0x3A, 0x3B, 0x3F, 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: true
        default: false
        }
    }

    private func windows() -> [UInt64: [Int]] {
        var known: [UInt64: [Int]] = [:]
        var start = 0
        while start + Self.window <= old.characters.count {
            var hash: UInt64 = 0
            for index in start..<start + Self.window { hash = hash &* Self.base &+ UInt64(old.characters[index]) }
            if known[hash, default: []].count < Self.candidateLimit { known[hash, default: []].append(start) }
            start += Self.stride
        }
        return known
    }

    /// The longest equal run around two windows; nil where the windows only have a hash in common.
    private func run(new start: Int, old oldStart: Int, from done: Int) -> (new: Range<Int>, old: Int)? {
        var low = 0
        while start - low > done, oldStart - low > 0, isEqual(start - low - 1, oldStart - low - 1) { low += 1 }
        var high = 0
        while start + high < new.characters.count, oldStart + high < old.characters.count, isEqual(start + high, oldStart + high) {
            high += 1
        }
        return high < Self.window ? nil : (start - low..<start + high, oldStart - low)
    }

    private func isEqual(_ index: Int, _ oldIndex: Int) -> Bool {
        new.characters[index] == old.characters[oldIndex] && new.characters[index] != Self.border
    }

    private func passage(_ range: Range<Int>, _ oldStart: Int) -> CopiedPassage {
        let text = BlockScalars(new.blocks[new.block(at: range.lowerBound)])
        let oldText = BlockScalars(old.blocks[old.block(at: oldStart)])
        var standing: [CopiedPassage.Figure] = []
        for index in range where standing.count < CopiedText.limit && TextMask.isFigure(new.characters[index]) {
            let origin = new.origins[index]
            let oldOrigin = old.origins[oldStart + index - range.lowerBound]
            let figure = text.string(origin)
            guard figure == oldText.string(oldOrigin) else { continue }
            standing.append(
                CopiedPassage.Figure(
                    text: figure, place: text.place(origin.lowerBound), oldPlace: oldText.place(oldOrigin.lowerBound),
                    offset: text.offsets[origin.lowerBound], isBracketed: text.isBracketed(origin)))
        }
        let origin = new.origins[range.lowerBound].lowerBound..<new.origins[range.upperBound - 1].upperBound
        return CopiedPassage(
            length: range.count, text: text.string(origin), place: text.place(origin.lowerBound),
            oldPlace: oldText.place(old.origins[oldStart].lowerBound), standing: standing)
    }
}

/// A block's text by scalars.
private struct BlockScalars {
    private let block: TextBlock
    /// The UTF-8 offset of each scalar, and of the end.
    let offsets: [Int]

    init(_ block: TextBlock) {
        self.block = block
        var offsets: [Int] = []
        var offset = 0
        for scalar in block.text.string.unicodeScalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        self.offsets = offsets + [offset]
    }

    func string(_ range: Range<Int>) -> String { block.text.substring(offsets[range.lowerBound]..<offsets[range.upperBound]) }

    func place(_ index: Int) -> Place { Place(block.locator, block.text.position(atOffset: offsets[index])) }

    func isBracketed(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0 else { return false }
        switch string(range.lowerBound - 1..<range.lowerBound).unicodeScalars.first?.value {
        case 0x28, 0x5B, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B: return true
        default: return false
        }
    }
}
