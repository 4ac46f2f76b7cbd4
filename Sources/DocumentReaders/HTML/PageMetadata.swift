import DocumentModel
import XML

/// What a page says of the article on it.
struct PageMetadata {
    private(set) var found: [Metadata] = []
    private let words: PageWords
    private static let limit = 24

    init(words: PageWords) {
        self.words = words
    }

    /// The title and the named values in the page's head.
    mutating func addHead(_ content: PageContent, _ page: HTMLPage) {
        for node in content.heads {
            if page.tag(node) == .title {
                if let title = Self.title(node, page) { add(.title, title.string, title.start) }
            } else if let value = page.attribute(.content, of: node)?.trimmingBlanks, !value.isEmpty, value.utf8.count <= 600,
                let name = page.attribute(.name, of: node) ?? page.attribute(.property, of: node),
                let kind = Self.kinds[name.lowercased()]
            {
                add(kind, value, Self.place(of: value, node, page))
            }
        }
    }

    /// The text of a `title` element.
    private static func title(_ node: Int, _ page: HTMLPage) -> BlockText? {
        var builder = LineBuilder()
        for index in (node + 1)..<max(node + 1, page.end(of: node)) {
            let inner = page.document.nodes[index]
            switch inner.kind {
            case .text, .raw: builder.append(page.document.source, Int(inner.start)..<Int(inner.end), isLink: false)
            case .reference:
                builder.appendReference(
                    page.document.decoded(index), at: Int(inner.start), source: page.document.source, isLink: false, isVerbatim: false)
            case .element: break
            }
        }
        let range = Blank.trimmed(0..<builder.bytes.count, of: builder.bytes)
        return range.isEmpty ? nil : builder.text(range, page.places)
    }

    /// Where a value stands within its tag.
    private static func place(of value: String, _ node: Int, _ page: HTMLPage) -> SourcePosition {
        let start = Int(page.document.nodes[node].start)
        let end = min(Int(page.document.nodes[node].end) + 1, page.document.source.count, start + 8192)
        let bytes = Array(value.utf8)
        var index = start
        while index + bytes.count <= end {
            if page.document.source[index] == bytes[0], page.document.source[index..<(index + bytes.count)].elementsEqual(bytes) {
                return page.places.position(at: index)
            }
            index += 1
        }
        return page.places.position(at: start)
    }

    /// - Source: 国办发〔2017〕47号 (the names that pages of government sites carry) and the Open Graph protocol.
    private static let kinds: [String: Metadata.Kind] = [
        "articletitle": .title, "og:title": .title, "pubdate": .publicationDate, "publishdate": .publicationDate,
        "article:published_time": .publicationDate, "contentsource": .origin,
    ]

    /// What a line beside the report says. `next` is the line after it, which holds the value where a cell holds the label alone.
    /// Answers whether the line says nothing else.
    @discardableResult
    mutating func add(_ line: BlockText, next: BlockText?) -> Bool {
        let bytes = Array(line.string.utf8)
        guard bytes.count <= 600 else { return false }
        let labels = labels(in: bytes)
        guard let first = labels.first else {
            addLabelled(line, bytes, next)
            return false
        }
        for (index, label) in labels.enumerated() where label.meaning != .furniture {
            let end = index + 1 < labels.count ? labels[index + 1].start : bytes.count
            let range = Self.value(in: bytes, label.value..<max(label.value, end), isDate: label.meaning == .publication)
            guard !range.isEmpty else {
                addLabelled(line, bytes, next)
                continue
            }
            if label.meaning == .publication, !bytes[range].contains(where: { (0x30...0x39).contains($0) }) { continue }
            add(
                label.meaning == .publication ? .publicationDate : .origin, String(decoding: bytes[range], as: UTF8.self),
                line.position(atOffset: range.lowerBound))
        }
        return first.start <= PageWords.skipMarks(bytes, 0, digits: true)
    }

    /// What a label that is alone in its line says of the next one.
    private mutating func addLabelled(_ line: BlockText, _ bytes: [UInt8], _ next: BlockText?) {
        guard let next, bytes.count <= 60, next.string.utf8.count <= 120, let word = words.word(in: bytes, at: 0),
            PageWords.skipMarks(bytes, word.length) == bytes.count, labels(in: Array(next.string.utf8)).isEmpty
        else { return }
        switch word.meaning {
        case .publication where CellText.hasDigit(next.string): add(.publicationDate, next.string, next.start)
        case .origin: add(.origin, next.string, next.start)
        default: break
        }
    }

    private func labels(in bytes: [UInt8]) -> [(meaning: PageWords.Meaning, start: Int, value: Int)] {
        var labels: [(meaning: PageWords.Meaning, start: Int, value: Int)] = []
        var index = 0
        while index < bytes.count {
            // A short word that ends a longer one is none.
            if let label = words.label(in: bytes, at: index), index == 0 || !Self.isHan(bytes, before: index) || label.value - index > 12 {
                labels.append((label.meaning, index, label.value))
                index = label.value
            } else {
                index += 1
            }
        }
        return labels
    }

    /// A day written with figures only that stands beside the report without a label: the day of publication, if no label tells of one.
    mutating func addBareDate(_ line: BlockText) {
        guard !found.contains(where: { $0.kind == .publicationDate }), let range = Self.date(in: Array(line.string.utf8)) else { return }
        add(.publicationDate, line.substring(range), line.position(atOffset: range.lowerBound))
    }

    /// The first year, month and day parted by the same mark, with nothing but a short line around them.
    private static func date(in bytes: [UInt8]) -> Range<Int>? {
        guard bytes.count <= 120 else { return nil }
        func digits(_ start: Int, _ counts: ClosedRange<Int>) -> Int? {
            var end = start
            while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
            return counts.contains(end - start) ? end : nil
        }
        var index = 0
        while index < bytes.count {
            guard (0x30...0x39).contains(bytes[index]) else {
                index += 1
                continue
            }
            if let year = digits(index, 4...4), year < bytes.count, [0x2D, 0x2F, 0x2E].contains(bytes[year]),
                let month = digits(year + 1, 1...2), month < bytes.count, bytes[month] == bytes[year], let day = digits(month + 1, 1...2)
            {
                return index..<day
            }
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        }
        return nil
    }

    private static func isHan(_ bytes: [UInt8], before index: Int) -> Bool {
        index >= 3 && (0xE4...0xE9).contains(bytes[index - 3]) && bytes[index - 1] & 0xC0 == 0x80
    }

    /// A value ends at a bar or bracket or at a wide gap; one that is no date, at any gap.
    private static func value(in bytes: [UInt8], _ range: Range<Int>, isDate: Bool) -> Range<Int> {
        let trimmed = Blank.trimmed(range, of: bytes)
        var end = trimmed.lowerBound
        while end < trimmed.upperBound {
            let byte = bytes[end]
            if byte == 0x7C || byte == 0x5B || bytes[end...].starts(with: [0xEF, 0xBD, 0x9C])
                || bytes[end...].starts(with: [0xE3, 0x80, 0x90])
            {
                break
            }
            let blank = Blank.length(in: bytes, at: end, end: trimmed.upperBound)
            if blank > 0 {
                let after = end + blank
                if !isDate || (after < trimmed.upperBound && Blank.length(in: bytes, at: after, end: trimmed.upperBound) > 0) { break }
            }
            end += max(1, blank)
        }
        return Blank.trimmed(trimmed.lowerBound..<end, of: bytes)
    }

    private mutating func add(_ kind: Metadata.Kind, _ text: String, _ position: SourcePosition) {
        guard found.count < Self.limit, !found.contains(where: { $0.kind == kind && $0.text == text }) else { return }
        found.append(Metadata(kind: kind, text: text, place: Place(.document, position)))
    }
}

extension String {
    /// Without the blanks at both ends.
    fileprivate var trimmingBlanks: String {
        let bytes = Array(utf8)
        return String(decoding: bytes[Blank.trimmed(0..<bytes.count, of: bytes)], as: UTF8.self)
    }
}
