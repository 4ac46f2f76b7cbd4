import AuditModel
import DocumentModel

/// What shows that a number which misses its figure may be of some only.
extension Restatement {
    /// 自然人、企业各2件; 这9件: of which of them it is told besides, or of what was told before, is not known. A number that was given out to each is.
    func isOfEach(_ index: Int, in paragraph: Paragraph) -> Bool {
        let range = paragraph.counts[index].range
        guard range.lowerBound > 0, [0x5404, 0x8FD9, 0x8BE5, 0x6B64].contains(paragraph.text.scalars[range.lowerBound - 1]) else {
            return false
        }
        return ![index - 1, index + 1].contains { paragraph.counts.indices.contains($0) && paragraph.counts[$0].range == range }
    }

    /// 复议纠正1件。…被纠正的1件，原因是…: whether the paragraph has told the same number rightly of what its own words tell.
    func isToldAgain(_ index: Int, in paragraph: Paragraph) -> Bool {
        let own = paragraph.counts[index]
        guard own.own.tells(grammar.partMask) else { return false }
        return (max(0, index - ClauseReader.partLimit)..<index).contains { other in
            paragraph.isTrue(other) && paragraph.counts[other].value == own.value
                && grammar.partDimensions.allSatisfy { paragraph.counts[other].own[$0] == own.own[$0] }
        }
    }

    /// 行政复议3件：上年未审结的2件，1件维持；今年新收的1件: whether no noun tells what it counts, and what the paragraph told last is of another topic.
    func isOfOtherTopic(_ index: Int, in paragraph: Paragraph) -> Bool {
        let count = paragraph.counts[index]
        let topic = grammar.topicDimension
        guard count.look.isDisjoint(with: [.noun, .total]), !count.isBareTotal, count.features[topic] != 0,
            !holdsNoun(paragraph.text.scalars, count.quote)
        else { return false }
        let told = (max(0, index - ClauseReader.partLimit)..<index).last { other in
            paragraph.isTrue(other) || paragraph.found[other].state == .unbound && paragraph.counts[other].own[topic] != 0
        }
        guard let told else { return false }
        return paragraph.counts[told].features[topic] != count.features[topic] && paragraph.counts[told].sentence == count.sentence
    }

    /// 1月和12月没有收到申请: whether a month, and no day, stands before a 0 said by words.
    func isOfMonth(_ count: Count, in scalars: [UInt32]) -> Bool {
        let stretch = start(of: count, in: scalars, Self.segmentStops)..<count.range.lowerBound
        return stretch.dropFirst().dropLast().contains {
            scalars[$0] == 0x6708 && DigitNotation.decimal(scalars[$0 - 1]) != nil && DigitNotation.decimal(scalars[$0 + 1]) == nil
        }
    }

    /// 1件自然人申请到12月23日才收到: whether it is one alone, of a day.
    func isOfDay(_ index: Int, in paragraph: Paragraph) -> Bool {
        let count = paragraph.counts[index]
        let scalars = paragraph.text.scalars
        guard count.value == Quantity(1) else { return false }
        let end = scalars[count.range.upperBound...].prefix(Self.dayReach).firstIndex {
            Self.segmentStops.contains($0) || $0 == 0x2C || $0 == 0xFF0C
        }
        let clause = scalars[count.range.upperBound..<(end ?? min(scalars.count, count.range.upperBound + Self.dayReach))]
        return clause.indices.contains { place in
            scalars[place] == 0x65E5 && DigitNotation.decimal(scalars[place - 1]) != nil
                && clause[..<place].contains(0x6708)
        }
    }

    /// In scalars.
    private static let dayReach = 24

    /// 新收90件，加上年初的9件，合计99件: whether it is what the last numbers of its sentence make up, which agree with figures of their own.
    func isSumOfBefore(_ index: Int, in paragraph: Paragraph) -> Bool {
        let own = paragraph.counts[index]
        guard own.value >= Self.telling, isBare(own) || own.look.contains(.total) else { return false }
        let before = paragraph.beside(index).reversed().filter { other in
            let count = paragraph.counts[other]
            return other < index && !paragraph.changed.contains(other) && !count.look.contains(.otherTime) && !count.value.isZero
                && isLike(count, own)
        }
        var sum = Quantity.zero
        for (order, other) in before.prefix(Self.longestRun).enumerated() {
            guard paragraph.isTrue(other), let next = sum.adding(paragraph.counts[other].value), next <= own.value else { return false }
            sum = next
            if order > 0, sum == own.value { return true }
        }
        return false
    }

    /// 行政复议12件。上年的3件均获维持；今年新收9件: whether it makes up, with one number before it, a figure that the paragraph states rightly before both.
    func isRemainder(_ index: Int, in paragraph: Paragraph) -> Bool {
        let counts = paragraph.counts
        let own = counts[index]
        guard !own.isAmong, own.value > .zero else { return false }
        let before = (max(0, index - Self.remainderRun)..<index).filter { isLike(counts[$0], own) }
        return before.contains { whole in
            guard paragraph.isTrue(whole), counts[whole].features[grammar.topicDimension] != 0,
                counts[whole].features[grammar.topicDimension] != own.features[grammar.topicDimension]
                    || paragraph.found[whole].indicators == paragraph.found[index].indicators,
                !grammar.partDimensions.contains(where: { counts[whole].features[$0] != 0 || own.features[$0] != 0 }),
                counts[whole].sentence + Self.remainderReach >= own.sentence
            else { return false }
            return before.contains { part in
                part > whole && !paragraph.isTrue(part) && counts[part].value > .zero
                    && counts[part].value.adding(own.value) == counts[whole].value
            }
        }
    }

    /// 企业申请超过一半与用地有关，计8件: whether a fraction alone tells of how many it is.
    func isOfFraction(_ index: Int, in paragraph: Paragraph) -> Bool {
        guard isBare(paragraph.counts[index]), let claims = grammar.claims else { return false }
        let scalars = paragraph.text.scalars
        let end = paragraph.counts[index].range.lowerBound
        let last = index > 0 ? paragraph.counts[index - 1].range.upperBound : 0
        return (max(last, start(of: paragraph.counts[index], in: scalars, Self.segmentStops))..<end).contains { place in
            guard let word = claims.trie.longestMatch(in: scalars, at: place) else { return false }
            return if case .fraction = claims.roles[word.number] { true } else { false }
        }
    }

    /// 2023年遗留的6件复议、4件诉讼: whether it is listed with one of its topic's kind that is no figure of the form.
    func isListedWithUnknown(_ index: Int, in paragraph: Paragraph) -> Bool {
        // 上年结转的2件，办理后一件予以公开，一件部分公开
        if index > 0, case let (before, own) = (paragraph.counts[index - 1], paragraph.counts[index]), before.sentence == own.sentence,
            paragraph.found[index - 1].state == .unbound, before.own.tells(grammar.partMask), own.own.tells(grammar.partMask),
            isLike(before, own)
        {
            return true
        }
        guard index > 0, paragraph.counts[index].look.contains(.listed), paragraph.counts[index].own.tells(grammar.topicMask) else {
            return false
        }
        let before = paragraph.counts[index - 1]
        return paragraph.found[index - 1].state == .unbound && before.features != paragraph.counts[index].features
            && before.features.tells(grammar.topicMask) && before.sentence == paragraph.counts[index].sentence
    }

    /// Fewer are a sum by chance.
    private static let telling = Quantity(10)

    /// In sentences, and in numbers: all pairs of them are looked at.
    private static let remainderReach = 2
    private static let remainderRun = 12
}
