import DocumentModel
import XML

/// The text of a page whose lines or words each stand at a place of their own, as programs write that show other formats.
struct PlacedText {
    /// By page, in the order of the source.
    let pages: [Page]
    /// The nodes of elements that stand at places, outermost ones only, in order.
    let elements: [Range<Int>]
    /// How many elements with text stand at places that are not understood.
    let unclearElements: Int
    /// How many bytes of text stand at places.
    let placedBytes: Int

    /// An element that stands at a place, and what holds within it.
    private struct Open {
        let end: Int
        /// Where it stands on its page; nil within none that stands at a place.
        var origin: (left: Double, top: Double)?
        var group: Int?
        var fontSize: Double
        var scale: Double
        /// The element that stands at a place, and the one that stands at a place that is not understood; -1 for none.
        var placed: Int
        var unclear: Int
    }

    private struct Fragment {
        let group: Int
        let left: Double
        let top: Double
        let isFromBottom: Bool
        let em: Double
        var builder = LineBuilder()
    }

    /// What is usual where nothing is said.
    private static let usualSize = 16.0

    /// Nil for a page that has no text at places. Linear in the nodes and in the bytes of style sheets.
    init?(_ page: HTMLPage) {
        let source = page.document.source
        guard ByteSearch.first("absolute", in: source[...]) != nil else { return nil }
        let classes = Self.classes(of: page)
        var open: [Open] = []
        var fragments: [Fragment] = []
        var current: (placed: Int, fontSize: Double)?
        var elements: [Range<Int>] = []
        var unclear = 0
        var lastUnclear = -1
        var bytes = 0
        var index = 0
        let nodes = page.document.nodes
        while index < nodes.count {
            while let last = open.last, last.end <= index { open.removeLast() }
            let node = nodes[index]
            switch node.kind {
            case .element:
                let tag = page.tag(index)
                let shown = page.style(of: index)
                if tag.isSkipped || page.isHidden(index, shown) {
                    index = page.end(of: index)
                    continue
                }
                var style = page.bytes(.class, of: index).map { classes.style(of: $0) } ?? PlacedStyle()
                if let own = page.bytes(.style, of: index) { style.read(own) }
                let around = open.last
                var entry = Open(
                    end: page.end(of: index), origin: around?.origin, group: around?.group,
                    fontSize: style.fontSize ?? around?.fontSize ?? Self.usualSize, scale: (around?.scale ?? 1) * (style.scale ?? 1),
                    placed: around?.placed ?? -1,
                    unclear: style.isUnclear ? index : around?.unclear ?? -1)
                if style.isPlaced, let left = style.left {
                    let top = style.top ?? -(style.bottom ?? 0)
                    if entry.group == nil {
                        entry.group = Int(node.parent) * 2 + (style.top == nil ? 1 : 0)
                        elements.append(index..<entry.end)
                    }
                    entry.origin = ((around?.origin?.left ?? 0) + left, (around?.origin?.top ?? 0) + top)
                    entry.placed = index
                    entry.unclear = -1
                }
                if tag == .br { current = nil }
                open.append(entry)
            case .text, .reference:
                if let top = open.last {
                    if top.unclear >= 0, top.unclear != lastUnclear, !Self.isBlank(node, page) {
                        unclear += 1
                        lastUnclear = top.unclear
                    }
                    if let origin = top.origin, let group = top.group {
                        bytes += Int(node.end - node.start)
                        if current?.placed != top.placed {
                            fragments.append(
                                Fragment(
                                    group: group, left: origin.left, top: origin.top, isFromBottom: group & 1 == 1,
                                    em: max(4, top.fontSize * top.scale)))
                            current = (top.placed, top.fontSize)
                        }
                        Self.append(node, index, page, to: &fragments[fragments.count - 1].builder)
                    }
                }
            case .raw: break
            }
            index += 1
        }
        guard !fragments.isEmpty || unclear > 0 else { return nil }
        self.elements = elements
        unclearElements = unclear
        placedBytes = bytes
        pages = Self.pages(of: fragments, page.places)
    }

    private static func classes(of page: HTMLPage) -> PlacedClasses {
        var classes = PlacedClasses()
        let nodes = page.document.nodes
        // Of what a style sheet holds the parser may name the last piece only.
        for index in nodes.indices where page.isElement(index) && page.tag(index) == .style && page.end(of: index) > index + 1 {
            let sheet = page.document.source[Int(nodes[index].end)..<max(Int(nodes[index].end), Int(nodes[page.end(of: index) - 1].end))]
            classes.read(sheet.first == 0x3E ? sheet.dropFirst() : sheet)
        }
        return classes
    }

    private static func isBlank(_ node: HTMLDocument.Node, _ page: HTMLPage) -> Bool {
        Blank.trimmed(Int(node.start)..<Int(node.end), of: page.document.source).isEmpty
    }

    private static func append(_ node: HTMLDocument.Node, _ index: Int, _ page: HTMLPage, to builder: inout LineBuilder) {
        let source = page.document.source
        if node.kind == .text {
            builder.append(source, Int(node.start)..<Int(node.end), isLink: false)
        } else {
            builder.appendReference(
                page.document.decoded(index), at: Int(node.start), source: source, isLink: false, isVerbatim: false)
        }
    }

    // MARK: Words

    private static func pages(of fragments: [Fragment], _ places: SourcePlaces) -> [Page] {
        var order: [Int: Int] = [:]
        var pages: [Page] = []
        for fragment in fragments {
            let number = order[fragment.group] ?? pages.count
            if number == pages.count {
                order[fragment.group] = number
                pages.append(Page(number: number + 1, width: 0, height: 0, words: []))
            }
            pages[number].words += words(of: fragment, places)
        }
        for index in pages.indices {
            let words = pages[index].words
            guard let first = words.first else { continue }
            let all = words.reduce(first.box) { $0.union($1.box) }
            // Places may be counted from below, or from the middle of a page.
            for word in words.indices {
                pages[index].words[word].box.top -= min(0, all.top)
                pages[index].words[word].box.bottom -= min(0, all.top)
            }
            pages[index].width = all.right + max(0, all.left)
            pages[index].height = all.bottom - min(0, all.top)
        }
        return pages.filter { !$0.words.isEmpty }
    }

    /// The words of a fragment side by side, each as wide as its characters are as a rule.
    private static func words(of fragment: Fragment, _ places: SourcePlaces) -> [PageWord] {
        let text = fragment.builder.text(0..<fragment.builder.bytes.count, places)
        var words: [PageWord] = []
        var left = fragment.left
        var start = left
        var word = ""
        var offset = 0
        var wordOffset = 0
        func finish() {
            let box = Box(left: start, top: fragment.top, right: left, bottom: fragment.top + 1.2 * fragment.em)
            if var found = PageWord(word, box) {
                found.position = text.position(atOffset: wordOffset)
                words.append(found)
            }
            word = ""
        }
        for scalar in text.string.unicodeScalars {
            if Blank.contains(scalar.value) {
                finish()
            } else if word.isEmpty {
                start = left
                wordOffset = offset
            }
            left += (Glyph.isWide(scalar.value) || scalar.value == 0x3000 ? 1 : 0.5) * fragment.em
            if !Blank.contains(scalar.value) { word.unicodeScalars.append(scalar) }
            offset += UTF8.width(scalar)
        }
        finish()
        return words
    }
}
