import AuditModel

/// What is told of the cases of the year before, and what is told besides of this year's alone.
extension Restatement {
    /// 上年未审结的2件，1件维持、1件撤销: whether its sentence has told of some of last year's, as many or more, and of none of this year since.
    func isOfCarried(_ index: Int, in paragraph: Paragraph) -> Bool {
        let own = paragraph.counts[index]
        let carried = paragraph.beside(index, inSegment: true).last { other in
            other < index && isCarried(paragraph.counts[other], in: paragraph.text.scalars)
        }
        guard let carried, paragraph.counts[carried].value >= own.value, isLike(paragraph.counts[carried], own) else { return false }
        return !tellsOwn(paragraph.text.scalars, paragraph.counts[carried].range.upperBound..<own.range.lowerBound)
    }

    /// 上年未审结的1件已获维持；本年新发生2件，1件维持: whether it falls short of its figure by no more than what the paragraph tells of last year's.
    func isOfNewAlone(_ index: Int, in paragraph: Paragraph) -> Bool {
        let own = paragraph.counts[index]
        guard let sum = binder.sum(paragraph.found[index].indicators), own.value < sum, let lacking = sum.subtracting(own.value) else {
            return false
        }
        let near = max(0, index - ClauseReader.partLimit)..<min(paragraph.counts.count, index + ClauseReader.partLimit)
        let carried = near.filter { other in
            other != index && isLike(paragraph.counts[other], own) && isCarried(paragraph.counts[other], in: paragraph.text.scalars)
        }.map { paragraph.counts[$0].value }
        guard !carried.isEmpty else { return false }
        let all = carried.reduce(Quantity.zero) { $0.adding($1) ?? $0 }
        return own.own.tells(grammar.partMask) ? lacking <= all : lacking == all || carried.contains(lacking)
    }

    /// 收到申请11件，上年结转1件，个人9件: whether it is a part of fewer, by the act told last, and the sentence states as many or more of another act rightly before.
    func isOfFewer(_ index: Int, in paragraph: Paragraph) -> Bool {
        let own = paragraph.counts[index]
        var whole = own.features
        guard whole.tells(grammar.partMask), whole.tells(grammar.acts) else { return false }
        whole.clear(grammar.partMask)
        let before = paragraph.beside(index).filter {
            $0 < index && paragraph.isTrue($0) && !paragraph.counts[$0].features.tells(grammar.partMask)
        }
        let topic = grammar.topicDimension
        return before.contains { paragraph.counts[$0].features == whole && paragraph.counts[$0].value < own.value }
            && before.contains { other in
                let count = paragraph.counts[other]
                return count.features != whole && count.features[topic] == whole[topic] && count.value >= own.value
            }
    }

    /// 收到公民、律所提出的申请15件，其中公民14件、律所1件: whether the number behind it is a part of it, and states the same figure rightly or is listed with one that does.
    func isWholeOfSame(_ index: Int, in paragraph: Paragraph) -> Bool {
        paragraph.beside(index, inSegment: true).contains { other in
            other > index && paragraph.counts[other].features == paragraph.counts[index].features && paragraph.isTrue(other)
                && paragraph.counts[other].value < paragraph.counts[index].value
                && paragraph.counts[index + 1...other].allSatisfy(\.isAmong)
        }
    }

    /// 上年未审结的1件: whether 的 stands before a number, and a word for last year before that in its clause, which nothing is compared with.
    private func isCarried(_ count: Count, in scalars: [UInt32]) -> Bool {
        let end = count.range.lowerBound
        guard end > 0, scalars[end - 1] == Self.of else { return false }
        var start = end - 1
        while start > 0, end - start < Self.carriedReach, !Self.commas.contains(scalars[start - 1]) { start -= 1 }
        guard let claims = grammar.claims, !(start..<end).contains(where: { claims.comparesWithLastYear(scalars, at: $0) }) else {
            return false
        }
        return (start..<end).contains { place in
            claims.isLastYear(scalars, at: place) && !(place > 0 && ClaimReading.isFrom(scalars[place - 1]))
        }
    }

    private func tellsOwn(_ scalars: [UInt32], _ stretch: Range<Int>) -> Bool {
        stretch.contains { place in
            guard let word = grammar.trie.longestMatch(in: scalars, at: place) else { return false }
            return switch grammar.roles[word.number] {
            case .ownPeriod, .wholePeriod: true
            default: false
            }
        }
    }

    /// 的
    private static let of: UInt32 = 0x7684
    /// In scalars.
    private static let carriedReach = 16
    private static let commas: Set<UInt32> = segmentStops.union([0x2C, 0xFF0C, 0x3A, 0xFF1A])
}
