import AuditModel
import DocumentModel

/// Divides a part of a section into its items: by ordinals where there are any, else by sentences.
///
/// A class, since it is made once for a pack and handed around.
final class ItemReading: Sendable {
    /// Those of one way of counting, by words.
    let ordinals: [WordList]
    /// The first of each of them.
    let firstOrdinals: WordList
    /// What opens parts: a heading or lead-in that holds one announces.
    let cues: WordList
    /// A sentence without ordinal is an item only where it holds one of these words.
    let evidence: EvidenceList
    let denials: DenialList
    /// What begins a sentence that only tells the cause of the one before it.
    let causes: WordList
    /// What says nothing about what an item is about.
    let common: WordList

    /// More items than any report has are not looked at.
    private static let limit = 64
    /// In characters: below, an ordinal's text is a title, and the next paragraph says what it is about.
    private static let titleLength = 15
    /// In bytes: how far from the beginning of its clause a list may begin within it.
    private static let leadLimit = 48
    /// In characters: a number with what it counts (三个方面).
    private static let countLength = 4
    /// How often the same sentence is looked up in its block; behind that the item is placed where its sentence begins.
    private static let attemptLimit = 8

    init(
        ordinals: [WordList], firstOrdinals: WordList, cues: WordList, evidence: EvidenceList, denials: DenialList, causes: WordList,
        common: WordList
    ) {
        self.ordinals = ordinals
        self.firstOrdinals = firstOrdinals
        self.cues = cues
        self.evidence = evidence
        self.denials = denials
        self.causes = causes
        self.common = common
    }

    /// A place at which an item begins.
    private struct Opening {
        let passage: Int
        /// Behind the ordinal, in bytes.
        let offset: Int
        /// Where the ordinal stands.
        let start: Int
        let style: Int
        /// Whether other words of its clause stand before it (将一是…).
        var isWithin = false
        /// Whether it is the first of its way of counting, by words.
        var isFirst = false
    }

    /// The items of one part in document order.
    ///
    /// - Parameters:
    ///   - passages: the part's, labels included.
    ///   - needsEvidence: whether sentences without ordinals are items only where they hold a word of evidence.
    ///   - keepsAnnouncements: whether sentences before a list are items as well, though they may only announce it.
    func items(of passages: [Passage], in report: Report, needsEvidence: Bool, keepsAnnouncements: Bool = false) -> [PassageItem] {
        let all = passages.withoutLeadIns
        let kept = all.indices.filter { !all[$0].isLabel || isItemHeading(all[$0].text) || isOrdinal(all[$0].text) }
        let listed = Self.listed(all)
        let passages = kept.map { all[$0] }
        let shown = needsEvidence ? self.shown(all) : []
        func sentences(_ indices: some Sequence<Int>) -> [PassageItem] {
            self.sentences(indices, of: passages, keepsAnnouncements, mayCount: needsEvidence) {
                !needsEvidence || shown.contains(kept[$0])
            }
        }
        let openings = counted(
            passages.enumerated().flatMap { index, passage in
                UTF8Text.bytes(of: passage.text) { self.openings(in: $0, passage: index) }
            }, passages)
        var items: [PassageItem] = []
        var start = 0
        // One list may follow another.
        for _ in 0..<Self.limit where start < passages.count && items.count < Self.limit {
            let ahead = Array(openings.drop { $0.passage < start })
            var counts: [Int: Int] = [:]
            for opening in ahead { counts[opening.style, default: 0] += 1 }
            // The outermost way of counting that counts at all.
            guard let first = ahead.first(where: { counts[$0.style, default: 0] > 1 }) else {
                items += sentences(start..<passages.count)
                break
            }
            // What stands before a list announces it, but for what is listed without ordinals.
            items += sentences((start..<first.passage).filter { keepsAnnouncements || listed[kept[$0]] })
            let list = list(ahead, style: first.style, passages, in: report)
            items += list.items
            start = max(start + 1, list.end)
        }
        return items.prefix(Self.limit).map { $0 }
    }

    /// Which passages stand in a row with semicolons in their paragraph.
    private static func listed(_ passages: [Passage]) -> [Bool] {
        passages.indices.map { index in
            guard !passages[index].isLabel else { return false }
            if endsOpen(passages[index]) { return true }
            guard index > 0, passages[index - 1].place.locator == passages[index].place.locator else { return false }
            return !passages[index - 1].isLabel && endsOpen(passages[index - 1])
        }
    }

    /// The passages that hold a word of evidence, and those in a row with one: what is listed beside a problem is one, in cells and behind labels as well.
    private func shown(_ passages: [Passage]) -> Set<Int> {
        var shown = Self.labelled(passages)
        var row: [Int] = []
        for index in passages.indices where !passages[index].isLabel {
            if let last = row.last, !Self.endsOpen(passages[last]) || passages[last].place.locator != passages[index].place.locator {
                row = []
            }
            let isShown = Examination.gives(account: passages[index].text, evidence, denials)
            row.append(index)
            if isShown { shown.formUnion(row) } else if let first = row.first, first != index, shown.contains(first) { shown.insert(index) }
        }
        return shown
    }

    /// The passages behind labels of which there are several of one kind, or in cells.
    private static func labelled(_ passages: [Passage]) -> Set<Int> {
        func kind(_ label: String) -> String {
            String(label.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) && !isNumeral($0.value) })
        }
        var counts: [String: Int] = [:]
        for passage in passages where passage.isLabel { counts[kind(passage.text), default: 0] += 1 }
        return Set(
            passages.indices.filter { index in
                guard !passages[index].isLabel else { return false }
                if passages[index].place.locator.isCell { return true }
                return index > 0 && passages[index - 1].isLabel && counts[kind(passages[index - 1].text), default: 0] > 1
            })
    }

    private static func isNumeral(_ scalar: UInt32) -> Bool { DigitNotation.chinese(scalar) != nil || scalar == 0x5341 }

    /// With a semicolon.
    static func endsOpen(_ passage: Passage) -> Bool {
        let last = passage.text.unicodeScalars.last { !Blank.contains($0.value) }?.value
        return last == 0x3B || last == 0xFF1B
    }

    /// The list that begins with the first opening of a style, and the index of the passage behind it.
    private func list(_ ahead: [Opening], style: Int, _ passages: [Passage], in report: Report) -> (items: [PassageItem], end: Int) {
        let chosen = ahead.filter { $0.style == style }
        var items: [PassageItem] = []
        var end = 0
        for (number, opening) in chosen.enumerated().prefix(Self.limit) {
            let next = number + 1 < chosen.count ? chosen[number + 1] : nil
            let bound = next == nil ? lastBound(of: chosen, ahead, passages) : passages.count
            let found = numbered(opening, to: next, bound: bound, passages, in: report)
            if let item = found.item { items.append(item) }
            end = found.end
        }
        return (items, end)
    }

    /// The index of the passage at which the last item of a list is over at the latest: where another list begins that is nested in none of its items,
    /// behind the full stop of a list with semicolons, and behind one sentence where all before it have one.
    private func lastBound(of chosen: [Opening], _ ahead: [Opening], _ passages: [Passage]) -> Int {
        guard let last = chosen.last else { return passages.count }
        let nested = Set(ahead.prefix { $0.passage < last.passage || $0.passage == last.passage && $0.start < last.start }.map(\.style))
        var bound = ahead.first { $0.passage > last.passage && !nested.contains($0.style) }?.passage ?? passages.count
        let neighbours = zip(chosen, chosen.dropFirst())
        // An ordinal by itself is a label.
        let text = passages[last.passage].isLabel ? last.passage + 1 : last.passage
        if neighbours.allSatisfy({ $1.passage > $0.passage && Self.endsOpen(passages[$1.passage - 1]) }) {
            bound = min(bound, (passages[min(text, passages.count)...].firstIndex { !Self.endsOpen($0) } ?? passages.count) + 1)
        } else if chosen.count > 2, neighbours.allSatisfy({ $1.passage == $0.passage + 1 }) {
            bound = min(bound, last.passage + 1)
        } else if chosen.count > 1, neighbours.allSatisfy({ $1.passage == $0.passage }) {
            // A list within a sentence ends with it.
            bound = min(bound, last.passage + 1)
        }
        return bound
    }

    /// A heading or label that names an item: numbered, and no announcement of a part by itself.
    private func isItemHeading(_ text: String) -> Bool {
        guard UTF8Text.bytes(of: text, { OrdinalNotation.ordinal(in: $0, at: 0) != nil }) else { return false }
        return !cues.occurs(in: text) || ContentPairs.pairs(of: text, without: [cues, common]).count >= FollowUpFinder.leastShared
    }

    /// Whether a label is nothing but an ordinal by words (问题一：).
    private func isOrdinal(_ text: String) -> Bool {
        UTF8Text.bytes(of: text) { bytes in ordinals.contains { $0.match(in: bytes, at: 0) == bytes.count } }
    }

    private func openings(in text: UnsafeBufferPointer<UInt8>, passage: Int) -> [Opening] {
        TextPieces.clauses(in: text).compactMap { clause in
            var start = clause.lowerBound
            while start < clause.upperBound {
                let next = UTF8Text.scalar(in: text, at: start)
                guard Blank.contains(next.value) else { break }
                start += next.width
            }
            if let ordinal = OrdinalNotation.ordinal(in: text, at: start) {
                return Opening(passage: passage, offset: start + ordinal.length, start: start, style: ordinal.style.rawValue)
            }
            if let opening = wordOpening(in: text, at: start, passage: passage) { return opening }
            guard let first = firstOrdinals.firstMatch(in: text, range: start..<min(clause.upperBound, start + Self.leadLimit)) else {
                return nil
            }
            var opening = wordOpening(in: text, at: first.lowerBound, passage: passage)
            opening?.isWithin = true
            return opening
        }
    }

    private func wordOpening(in text: UnsafeBufferPointer<UInt8>, at start: Int, passage: Int) -> Opening? {
        for (index, words) in ordinals.enumerated() {
            guard let length = words.match(in: text, at: start) else { continue }
            return Opening(
                passage: passage, offset: start + length, start: start, style: 100 + index,
                isFirst: firstOrdinals.match(in: text, at: start) != nil)
        }
        return nil
    }

    /// The openings without those within clauses that begin no list: the next of their kind in their paragraph goes on counting.
    private func counted(_ openings: [Opening], _ passages: [Passage]) -> [Opening] {
        openings.enumerated().filter { index, opening in
            guard opening.isWithin else { return true }
            let next = openings[(index + 1)...].first { $0.style == opening.style }
            return next.map {
                !$0.isWithin && !$0.isFirst && passages[$0.passage].place.locator == passages[opening.passage].place.locator
            } ?? false
        }.map(\.element)
    }

    /// An item, nil for one that says nothing, and the index of the passage behind its last.
    private func numbered(
        _ opening: Opening, to next: Opening?, bound: Int, _ passages: [Passage], in report: Report
    ) -> (item: PassageItem?, end: Int) {
        let first = passages[opening.passage]
        let isWithin = next?.passage == opening.passage
        var end = opening.passage + 1
        var text = Self.slice(first.text, opening.offset, isWithin ? next?.start : nil)
        if !isWithin {
            for index in (opening.passage + 1)..<max(opening.passage + 1, min(bound, (next?.passage ?? passages.count) + 1)) {
                let passage = passages[index]
                guard
                    passage.place.locator == passages[index - 1].place.locator || passages[index - 1].isLabel
                        || UTF8Text.visibleCount(of: text) < Self.titleLength
                else { break }
                // What announces something else is no part of the item.
                if index != next?.passage, cues.occurs(in: passage.text) { break }
                end = index + 1
                text += index == next?.passage ? Self.slice(passage.text, 0, next?.start) : passage.text
            }
        }
        let trimmed = Self.trimmed(text)
        guard !trimmed.isEmpty else { return (nil, end) }
        let place = opening.start == 0 ? first.place : Self.place(at: opening.start, of: first, in: report)
        let item = PassageItem(
            section: first.section, part: first.part ?? "", text: trimmed, place: place, isNumbered: true, isSingle: true)
        return (item, end)
    }

    private func sentences(
        _ indices: some Sequence<Int>, of passages: [Passage], _ keepsAnnouncements: Bool, mayCount: Bool, where counts: (Int) -> Bool
    ) -> [PassageItem] {
        var items: [PassageItem] = []
        for index in indices {
            let passage = passages[index]
            guard !passage.isLabel, keepsAnnouncements || !announcesList(at: index, of: passages, mayCount: mayCount) else { continue }
            let text = Self.trimmed(UTF8Text.bytes(of: passage.text) { String(decoding: $0[withoutLeadIn($0)...], as: UTF8.self) })
            guard !text.isEmpty, counts(index) else { continue }
            // A cause is told of what stands before it.
            let isCause = UTF8Text.bytes(of: passage.text) { causes.match(in: $0, at: 0) != nil }
            if isCause, let last = items.last, index > 0, passages[index - 1].place.locator == passage.place.locator {
                if keepsAnnouncements { items[items.count - 1] = last.with(text: last.text + "，" + text) }
                continue
            }
            items.append(
                PassageItem(
                    section: passage.section, part: passage.part ?? "", text: text, place: passage.place, isNumbered: false,
                    isSingle: Self.isSingle(text)))
        }
        return items
    }

    /// Whether a sentence without ordinal says in one what a list behind it in its paragraph tells (…质量不高。一方面，…；另一方面，…), or how many things
    /// the sentences behind it tell (薄弱环节集中在两头。); `mayCount`: where sentences may do that.
    private func announcesList(at index: Int, of passages: [Passage], mayCount: Bool) -> Bool {
        guard index + 1 < passages.count, passages[index + 1].place.locator == passages[index].place.locator else { return false }
        if mayCount, Self.endsWithCount(passages[index].text), cues.occurs(in: passages[index].text) { return true }
        // The last of several in a row with semicolons is one of them.
        if index > 0, passages[index - 1].place.locator == passages[index].place.locator, Self.endsOpen(passages[index - 1]) {
            return false
        }
        func opens(_ passage: Passage, _ words: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool { UTF8Text.bytes(of: passage.text, words) }
        return opens(passages[index + 1]) { firstOrdinals.match(in: $0, at: 0) != nil }
            && !opens(passages[index]) { bytes in ordinals.contains { $0.match(in: bytes, at: 0) != nil } }
    }

    /// Whether the last characters of a sentence count something.
    private static func endsWithCount(_ text: String) -> Bool {
        trimmed(text).unicodeScalars.suffix(countLength).contains { DigitNotation.chinese($0.value).map { $0 > 1 } ?? ($0.value == 0x4E24) }
    }

    /// Where a sentence begins behind a clause that announces with a colon.
    private func withoutLeadIn(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var start = 0
        var offset = 0
        while offset < text.count {
            let next = UTF8Text.scalar(in: text, at: offset)
            offset += next.width
            if next.value == 0x3A || next.value == 0xFF1A, cues.firstMatch(in: text, range: start..<offset) != nil { start = offset }
        }
        return start
    }

    /// Whether a sentence names one thing: no mark that lists words, and at most one comma.
    private static func isSingle(_ text: String) -> Bool {
        var commas = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3001: return false
            case 0x2C, 0xFF0C: commas += 1
            default: break
            }
        }
        return commas <= 1
    }

    // MARK: text

    private static func slice(_ text: String, _ from: Int, _ to: Int?) -> String {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: from, limitedBy: bytes.endIndex) ?? bytes.endIndex
        let end = to.flatMap { bytes.index(bytes.startIndex, offsetBy: $0, limitedBy: bytes.endIndex) } ?? bytes.endIndex
        return start < end ? String(text[start..<end]) : ""
    }

    /// Without blanks and marks at its ends; brackets and quotation marks stay.
    private static func trimmed(_ text: String) -> String {
        func isMark(_ scalar: UInt32) -> Bool {
            switch scalar {
            case 0x2C, 0x2E, 0x3A, 0x3B, 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B: true
            default: Blank.contains(scalar)
            }
        }
        return UTF8Text.bytes(of: text) { bytes in
            var (start, end) = (0, bytes.count)
            while start < end {
                let first = UTF8Text.scalar(in: bytes, at: start)
                guard isMark(first.value) else { break }
                start += first.width
            }
            while start < end {
                var last = end - 1
                while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
                guard isMark(UTF8Text.scalar(in: bytes, at: last).value) else { break }
                end = last
            }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }

    /// The place of a byte within a passage: found by the passage's text in its block.
    private static func place(at offset: Int, of passage: Passage, in report: Report) -> Place {
        let locator = passage.place.locator
        let section = report.document.allSections.first { $0.path == locator.section }
        let block =
            locator.part == .section
            ? section?.heading?.text : section?.pieces.first { $0.kind == .paragraph && $0.locator == locator }?.text
        guard let block else { return passage.place }
        let all = Array(block.string.utf8)
        let own = Array(passage.text.utf8)
        var start = 0
        var attempts = 0
        while start + own.count <= all.count, attempts < Self.attemptLimit {
            if all[start] == own[0], all[start..<start + own.count].elementsEqual(own) {
                if block.position(atOffset: start) == passage.place.position {
                    return Place(locator, block.position(atOffset: start + offset))
                }
                attempts += 1
            }
            start += 1
        }
        return passage.place
    }
}

extension PassageItem {
    /// The same item with another text.
    func with(text: String) -> PassageItem {
        PassageItem(section: section, part: part, text: text, place: place, isNumbered: isNumbered, isSingle: isSingle)
    }
}
