import TestSupport

extension Planting {
    mutating func wrongPeriod() -> Expectation? {
        guard var preamble = draft.preamble else { return nil }
        let periods = preamble.pieces.indices.filter { index in
            preamble.pieces[index].mark == .year(0) && index + 1 < preamble.pieces.count
                && (preamble.pieces[index + 1].text.hasPrefix("年1月1日") || preamble.pieces[index + 1].text.hasPrefix("年12月31日"))
        }
        guard let first = periods.first, let last = periods.last else { return nil }
        let isWhole = number(0...1) == 0
        for index in isWhole ? periods : [number(0...1) == 0 ? first : last] { preamble.pieces[index].text = "\(draft.year - 1)" }
        draft.preamble = preamble
        let range = preamble.range(of: first).lowerBound..<preamble.range(of: last).upperBound
        return Expectation(rules: ["NAR-05"], spot: .text(preamble.text, range), note: isWhole ? "whole period" : "one end of the period")
    }

    mutating func staleYear() -> Expectation? {
        let open = spots.filter { $0.piece.mark == .year(0) && $0.piece.topic == "one.opening" }
        guard let spot = pick(open) else { return nil }
        let (text, range) = replace(spot, "\(draft.year - 1)")
        return Expectation(rules: ["NAR-05"], spot: .text(text, range), note: "\(draft.year) → \(draft.year - 1)")
    }

    mutating func copiedNarrative() -> Expectation? {
        guard let previous = subject.previous else { return nil }
        var blocks: [DraftSection.Block] = []
        for block in previous.sections[0].blocks {
            guard case .paragraph(let paragraph) = block else {
                blocks.append(block)
                continue
            }
            var pieces: [Piece] = []
            var done: Set<Int> = []
            for piece in paragraph.pieces {
                guard piece.wording >= 0 else {
                    pieces.append(piece)
                    continue
                }
                guard done.insert(piece.use).inserted,
                    let wording = WordingLibrary.shared[piece.topic].first(where: { $0.number == piece.wording }),
                    composer.allows(wording, with: subject.truth)
                else { continue }
                pieces += composer.say(wording)
            }
            blocks.append(.paragraph(DraftParagraph(pieces: pieces)))
        }
        draft.sections[0].blocks = blocks
        func text(_ draft: Draft) -> String {
            draft.sections[0].blocks.map { if case .paragraph(let paragraph) = $0 { paragraph.text } else { "" } }.joined()
        }
        let likeness = Likeness.between(text(previous), text(draft))
        guard likeness >= 92 else { return nil }
        return Expectation(rules: ["YOY-03"], spot: .section(1), note: "section one is last year's to \(likeness) %")
    }

    /// Takes one problem out of the account of last year's that section five gives, so that nothing in the report speaks of it.
    mutating func droppedProblem() -> Expectation? {
        let open = draft.paragraphs.filter { $0.section == 4 }.flatMap { place in
            draft[place].pieces.indices.filter { index in
                if case .answer = draft[place].pieces[index].mark { true } else { false }
            }.map { (place: place, index: $0) }
        }
        // Problems that one sentence lists with others are not told apart.
        let isTold = subject.previous.map { previous in
            previous.sections[4].blocks.allSatisfy { block in
                guard case .paragraph(let paragraph) = block else { return true }
                return !paragraph.pieces.contains { $0.passage == "P" && ($0.text.contains("等问题") || $0.text.contains("以及")) }
            }
        }
        guard open.count > 1, isTold == true, let chosen = pick(open), case .answer(let key) = draft[chosen.place].pieces[chosen.index].mark
        else {
            return nil
        }
        // A numbered list would have a gap.
        guard draft[chosen.place].pieces.count > 1 else { return nil }
        let text = draft[chosen.place].pieces.remove(at: chosen.index).text
        guard !draft.paragraphs.contains(where: { draft[$0].text.contains(key) }) else { return nil }
        return Expectation(rules: ["YOY-06"], spot: .lastYear(key), note: "\(key), without “\(text)”")
    }

    mutating func copied(_ passage: String) -> Expectation? {
        guard let previous = subject.previous else { return nil }
        func pieces(_ draft: Draft) -> [Piece] {
            draft.sections[4].blocks.flatMap { block -> [Piece] in
                if case .paragraph(let paragraph) = block { paragraph.pieces.filter { $0.passage == passage } } else { [] }
            }
        }
        let old = pieces(previous)
        let isInParts = { (draft: Draft) in
            draft.sections[4].blocks.contains { block in
                if case .paragraph(let paragraph) = block { paragraph.pieces.contains { $0.passage == "L" } } else { false }
            }
        }
        // A hundred characters are the least that counts; figures and the unit's name do not.
        guard old.map(\.text).joined().count >= 135, !isInParts(previous), !isInParts(draft) else { return nil }
        var isPut = false
        for place in draft.paragraphs where place.section == 4 {
            guard let first = draft[place].pieces.firstIndex(where: { $0.passage == passage }) else { continue }
            draft[place].pieces.removeAll { $0.passage == passage }
            if !isPut { draft[place].pieces.insert(contentsOf: old, at: first) }
            isPut = true
        }
        return isPut ? Expectation(rules: ["YOY-04"], spot: .section(5), note: old.map(\.text).joined()) : nil
    }
}

/// How alike two texts are without their figures.
enum Likeness {
    /// In per cent: twice the longest common subsequence to the sum of both lengths.
    static func between(_ left: String, _ right: String) -> Int {
        let first = Array(left.unicodeScalars.filter { !(0x30...0x39).contains($0.value) })
        let second = Array(right.unicodeScalars.filter { !(0x30...0x39).contains($0.value) })
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        var row = [Int](repeating: 0, count: second.count + 1)
        for scalar in first {
            var diagonal = 0
            for (index, other) in second.enumerated() {
                let above = row[index + 1]
                row[index + 1] = scalar == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return 200 * (row.last ?? 0) / (first.count + second.count)
    }
}
