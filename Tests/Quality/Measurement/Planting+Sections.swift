import TestSupport

extension Planting {
    private static let numerals = ["一", "二", "三", "四", "五", "六"]

    mutating func missingSection() -> Expectation? {
        let index = number(0...5)
        let section = draft.sections.remove(at: index)
        return Expectation(rules: ["SEC-01"], spot: .anywhere, note: "without \(section.ordinal)\(section.title)")
    }

    mutating func wrongOrdinal(isTwice: Bool) -> Expectation? {
        let index = number(1...5)
        let ordinal = isTwice ? Self.numerals[index - 1] + "、" : (index == 5 ? "七" : Self.numerals[index + 1]) + "、"
        let was = draft.sections[index].ordinal
        draft.sections[index].ordinal = ordinal
        if !isTwice {
            // From there on all are one too high, so that the one is skipped and none comes twice.
            for later in (index + 1)..<6 { draft.sections[later].ordinal = (later == 5 ? "七" : Self.numerals[later + 1]) + "、" }
        }
        return Expectation(
            rules: ["SEC-02"], spot: .anywhere, note: "\(was)\(draft.sections[index].title) is numbered \(ordinal)")
    }

    mutating func swappedSections() -> Expectation? {
        let index = number(0...4)
        draft.sections.swapAt(index, index + 1)
        return Expectation(rules: ["SEC-02"], spot: .anywhere, note: "sections \(index + 1) and \(index + 2) swapped")
    }

    mutating func hollow(words: [String]) -> Expectation? {
        let word = pick(words) ?? ""
        guard let index = pick([0, 4, 5].filter { $0 != 5 || word.isEmpty }) else { return nil }
        draft.sections[index].blocks = word.isEmpty ? [] : [.paragraph(DraftParagraph(pieces: [plain(word)]))]
        return Expectation(rules: ["SEC-03"], spot: .section(index + 1), note: "section \(index + 1) says only “\(word)”")
    }

    /// Takes problems or measures out of section five. A lead-in that promises them stays where it is part of the paragraph.
    mutating func without(_ passage: String, _ rule: String, besideLast: Bool?) -> Expectation? {
        guard let index = draft.index(ofSection: 5) else { return nil }
        var removed = ""
        var hasLast = false
        var blocks: [DraftSection.Block] = []
        for block in draft.sections[index].blocks {
            guard case .paragraph(var paragraph) = block else {
                blocks.append(block)
                continue
            }
            hasLast = hasLast || paragraph.pieces.contains { $0.passage == "L" }
            removed += paragraph.pieces.filter { $0.passage == passage }.map(\.text).joined()
            paragraph.pieces.removeAll { $0.passage == passage }
            // An ordinal by itself is nothing.
            if paragraph.text.contains(where: { !$0.isNumber && $0 != "." }) { blocks.append(.paragraph(paragraph)) }
        }
        guard !removed.isEmpty, besideLast == nil || besideLast == hasLast else { return nil }
        // Measures against last year's problems are measures: nothing is missing beside them for certain.
        if rule == "SEC-05", hasLast { return nil }
        draft.sections[index].blocks = blocks
        return Expectation(rules: [rule], spot: .section(5), note: "without “\(removed)”")
    }

    mutating func noFeeAccount() -> Expectation? {
        for place in draft.paragraphs {
            draft[place].pieces.removeAll { $0.topic == "fee" || $0.topic == "fee-early" }
        }
        guard let index = draft.index(ofSection: 6) else { return nil }
        draft.sections[index].blocks.removeAll {
            if case .paragraph(let paragraph) = $0 { paragraph.text.isEmpty } else { false }
        }
        if draft.sections[index].blocks.isEmpty {
            draft.sections[index].blocks = [.paragraph(DraftParagraph(pieces: composer.say("six.other")))]
        }
        return Expectation(rules: ["SEC-06"], spot: .section(6), note: "no account of the fee")
    }
}
