import DocumentModel
import SequenceDiff

/// Pairs the top-level sections of two documents.
struct SectionAlignment {
    /// Shorter titles are too alike by chance.
    private static let titleLength = 2
    private static let titleSimilarity = 0.6
    private static let contentSimilarity = 0.5
    private static let contentLength = 20
    /// Where ordinal and place speak for two sections as well.
    private static let ordinalSimilarity = 0.4
    private static let ordinalBudget = 1 << 20

    /// By old section: the new one that it became, -1 for none.
    private(set) var newByOld: [Int]
    /// By new section: the old one that it was, -1 for none.
    private(set) var oldByNew: [Int]
    /// By new section: whether it stands elsewhere in the order.
    private(set) var isMoved: [Bool]

    init(_ old: FlatDocument, _ new: FlatDocument) {
        newByOld = [Int](repeating: -1, count: old.sections.count)
        oldByNew = [Int](repeating: -1, count: new.sections.count)
        isMoved = [Bool](repeating: false, count: new.sections.count)
        pairByKey(old, new)
        pairByLikeness(Self.titles(old), Self.titles(new), similarity: Self.titleSimilarity, length: Self.titleLength)
        if newByOld.contains(-1), oldByNew.contains(-1) {
            pairByLikeness(
                contents(old, newByOld), contents(new, oldByNew), similarity: Self.contentSimilarity, length: Self.contentLength)
        }
        if newByOld.contains(-1), oldByNew.contains(-1) { pairByOrdinal(old, new) }
        markMoves(old)
    }

    /// Section 0 with section 0; then sections with the same key, the n-th with the n-th where a key stands several times.
    private mutating func pairByKey(_ old: FlatDocument, _ new: FlatDocument) {
        var waiting: [String: [Int]] = [:]
        for (index, span) in new.sections.enumerated() {
            if let name = Self.name(span.section) { waiting[name, default: []].append(index) }
        }
        var taken: [String: Int] = [:]
        for (index, span) in old.sections.enumerated() {
            guard let name = Self.name(span.section), let places = waiting[name] else { continue }
            let next = taken[name, default: 0]
            guard next < places.count else { continue }
            taken[name] = next + 1
            pair(index, places[next])
        }
    }

    /// Sections that stand behind the same neighbour with the same ordinal, where titles or contents are a little alike.
    private mutating func pairByOrdinal(_ old: FlatDocument, _ new: FlatDocument) {
        let lists = [
            (Self.titles(old), Self.titles(new), Self.titleLength), (contents(old, newByOld), contents(new, oldByNew), Self.contentLength),
        ]
        var differ = Differ()
        for oldIndex in newByOld.indices where newByOld[oldIndex] < 0 {
            let before = oldIndex == 0 ? -1 : newByOld[oldIndex - 1]
            let newIndex = before + 1
            guard oldIndex == 0 || before >= 0, newIndex < oldByNew.count, oldByNew[newIndex] < 0,
                let ordinal = old.sections[oldIndex].section.heading?.ordinal, ordinal == new.sections[newIndex].section.heading?.ordinal
            else { continue }
            for (oldList, newList, length) in lists where min(oldList.length(oldIndex), newList.length(newIndex)) >= length {
                let likeness = differ.similarity(oldList[oldIndex].span, newList[newIndex].span, budget: Self.ordinalBudget)
                if likeness >= Self.ordinalSimilarity, newByOld[oldIndex] < 0 { pair(oldIndex, newIndex) }
            }
        }
    }

    /// The key; for section 0, which has none, a name that is no key.
    private static func name(_ section: Section) -> String? {
        section.key ?? (section.heading == nil ? "" : nil)
    }

    private mutating func pairByLikeness(_ old: ItemList, _ new: ItemList, similarity: Double, length: Int) {
        let oldFree = newByOld.indices.filter { newByOld[$0] < 0 }
        let newFree = oldByNew.indices.filter { oldByNew[$0] < 0 }
        if oldFree.isEmpty || newFree.isEmpty { return }
        var aligner = ItemAligner(old: old, new: new)
        for found in aligner.moves(oldFree, newFree, similarity: similarity, length: length) { pair(found.old, found.new) }
    }

    private mutating func pair(_ old: Int, _ new: Int) {
        newByOld[old] = new
        oldByNew[new] = old
    }

    /// Sections out of the order that keeps most blocks in place are moved.
    private mutating func markMoves(_ old: FlatDocument) {
        let links = newByOld.indices.filter { newByOld[$0] >= 0 }.map {
            Link(old: $0, new: newByOld[$0], weight: 1 + old.sections[$0].blocks.count)
        }
        for link in links { isMoved[link.new] = true }
        for index in heaviestChain(links, newCount: oldByNew.count) { isMoved[links[index].new] = false }
    }

    private static func titles(_ document: FlatDocument) -> ItemList {
        var titles = ItemList()
        for span in document.sections { titles.append(scalarsOf: span.section.heading?.title ?? "") }
        return titles
    }

    /// The texts of the sections that have no partner yet; empty for the others.
    private func contents(_ document: FlatDocument, _ partners: [Int]) -> ItemList {
        var contents = ItemList()
        for (span, partner) in zip(document.sections, partners) {
            var content: [UInt32] = []
            if partner < 0 { for block in span.lines { content += document.characters[block] } }
            contents.append(content)
        }
        return contents
    }
}
