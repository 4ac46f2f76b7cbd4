import AuditModel
import DocumentModel

/// What parts are called.
extension BreakdownFinder {
    /// In scalars: what stands before a number in its clause is no name where it is longer.
    private static let longestName = 80

    /// In scalars: by what it ends with, a name tells what it is the name of (人大建议).
    private static let headLength = 2

    /// 开展检查40次，窗口单位25次，其他单位14次; 账号9个，公众号6个，其他账号3个: whether the last part is what is left of the same, or of the whole.
    func isClosedByRest(_ parts: [Int], of whole: Int) -> Bool {
        guard let last = parts.last else { return false }
        if counts[last].look.contains(.remaining), parts.count > 2 {
            // 预警53条、提示54条，其余37条; but not 另有37条 behind parts that are all, nor where what seems their whole is one of them, or the first of them is none.
            let values = parts.map { counts[$0].value }
            let all = Quantity.sum(of: [counts[whole].value] + values)
            let isOfFewer = (1..<parts.count - 1).contains { Quantity.sum(of: Array(values[$0...])) == counts[whole].value }
            return !isOfFewer && Quantity.sum(of: Array(values.dropLast())).map { $0 < counts[whole].value } ?? false
                && !counts[..<whole].suffix(ClauseReader.partLimit).contains { $0.value == all }
        }
        guard let head = head(of: last), case let name = name(of: counts[last]),
            let word = grammar.briefs.longestMatch(in: text.scalars, at: name.lowerBound), word.end + Self.headLength <= name.upperBound,
            grammar.isForRest(Int32(word.number))
        else { return false }
        return parts.dropLast().contains { self.head(of: $0) == head } || holds(head, in: counts[whole])
    }

    /// 采纳30条，未采纳17条; 文字解读24篇，视频解读20篇: whether the names end alike and are not the same, so that they are of one dimension.
    /// False for more than a sentence lists, which bounds the work.
    func areAlikeNamed(_ parts: [Int]) -> Bool {
        guard parts.count <= ClauseReader.partLimit else { return false }
        let names = parts.map { text.scalars[name(of: counts[$0])] }
        guard let head = names.first?.suffix(Self.headLength), head.count == Self.headLength else { return false }
        return names.indices.allSatisfy { index in
            names[index].suffix(Self.headLength).elementsEqual(head) && !names[..<index].contains { $0.elementsEqual(names[index]) }
        }
    }

    /// 稿件解读48篇，文字解读24篇，视频解读20篇: whether what the names of parts end with stands in what their whole is called, which is none of them.
    func areOfName(_ parts: [Int], in whole: Int) -> Bool {
        guard let head = head(of: parts[0]) else { return false }
        return holds(head, in: counts[whole]) && !areAlikeNamed([whole, parts[0]])
    }

    /// 采纳30条，未采纳17条: whether one of the names denies what another says.
    func areOpposite(_ parts: [Int]) -> Bool {
        guard let claims = grammar.claims else { return false }
        let names = parts.map { name(of: counts[$0]) }
        return names.contains { denied in
            names.contains { said in
                guard said.count < denied.count, text.scalars[denied.suffix(said.count)].elementsEqual(text.scalars[said]) else {
                    return false
                }
                let before = Array(text.scalars[denied.dropLast(said.count)])
                return before.indices.contains { index in
                    claims.trie.longestMatch(in: before, at: index).map { $0.end == before.count && claims.roles[$0.number] == .negator }
                        ?? false
                }
            }
        }
    }

    /// 召开会议12次，含常务会议9次、专题会议5次: whether parts that share the name of their whole are, but for a slip of the pen, more than there are.
    func isOverfilled(_ whole: Int, by parts: [Int]) -> Bool {
        guard parts.count > 1, !parts.contains(where: { counts[$0].isInexact }),
            let sum = Quantity.sum(of: parts.map { counts[$0].value }), sum > counts[whole].value,
            Slip.mayPart(parts.map { counts[$0].value }, from: counts[whole].value),
            let head = head(of: parts[0]), parts.allSatisfy({ self.head(of: $0) == head })
        else { return false }
        return holds(head, in: counts[whole])
    }

    /// Whether a word stands in what a whole is called.
    private func holds(_ head: [UInt32], in whole: Count) -> Bool {
        let all = whole.quote.lowerBound..<whole.range.lowerBound
        guard all.count <= Self.longestName, all.count >= head.count else { return false }
        return (all.lowerBound...all.upperBound - head.count).contains { text.scalars[$0..<$0 + head.count].elementsEqual(head) }
    }

    /// 公布预算和决算12份，预算7份，决算4份; 建议提案48件，人大建议33件，政协提案15件: whether what each part is called, or is the name of, stands in what
    /// their whole is called.
    func areNamed(_ parts: [Int], in whole: Int) -> Bool {
        let heads = parts.compactMap(head)
        return heads.count == parts.count && Set(heads).count == heads.count && heads.allSatisfy { holds($0, in: counts[whole]) }
    }

    /// Whether a number is of what the whole is called.
    func isNamedAs(_ count: Count, _ whole: Count) -> Bool {
        let (name, other) = (name(of: count), name(of: whole))
        return name.count >= Self.headLength
            && text.scalars[name.suffix(Self.headLength)].elementsEqual(text.scalars[other.suffix(Self.headLength)])
    }

    /// Nil for a name that is too short to tell.
    private func head(of part: Int) -> [UInt32]? {
        let name = name(of: counts[part])
        return name.count < Self.headLength ? nil : Array(text.scalars[name.suffix(Self.headLength)])
    }

    /// What stands before a number in its quote, without signs before it.
    private func name(of count: Count) -> Range<Int> {
        var start = count.quote.lowerBound
        while start < count.range.lowerBound, !(0x3400...0x9FFF).contains(text.scalars[start]) { start += 1 }
        return start..<max(start, count.range.lowerBound)
    }

    /// 类, 项, 者, 种, 部 and 方, with which a word says how many things it is of; a quarter's number (二季度共9件) is none.
    private static let kindSigns: Set<UInt32> = [0x7C7B, 0x9879, 0x8005, 0x79CD, 0x90E8, 0x65B9]

    /// 文件72份，甲类9份、乙类3份，两类合计12份: of the numbers before a total the last, as many as its words say that it adds up; all where they do not. Nil where
    /// there are fewer (数据27条，解读12篇，分析14条、动态31条，四类合计84条).
    func summands(_ parts: [Int], before total: Int) -> [Int]? {
        let words = text.scalars[counts[total - 1].range.upperBound..<counts[total].range.lowerBound]
        let place = words.indices.dropLast().last { index in
            DigitNotation.chinese(words[index]) ?? 0 > 1 && Self.kindSigns.contains(words[index + 1])
        }
        guard let place, let told = DigitNotation.chinese(words[place]),
            place == words.startIndex || DigitNotation.chinese(words[place - 1]) == nil && words[place - 1] != 0x5341
        else { return parts }
        // 前三类合计: of the first, wherever they begin.
        return parts.count < told || words[..<place].last == 0x524D ? nil : parts.suffix(told)
    }
}
