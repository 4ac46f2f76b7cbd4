import AuditModel
import DocumentModel

/// What stands where in a clause that makes a claim.
extension ClaimReading {
    /// The number behind an item and behind words that say nothing, and the item behind it.
    func number(behind index: Int) -> (item: Int, unit: Int)? {
        var next = index + 1
        while let role = role(at: next) {
            guard case .filler = role else { return nil }
            next += 1
        }
        guard items.indices.contains(next), case .number = items[next].kind else { return nil }
        return (next, next + 1)
    }

    func isDenied(_ index: Int) -> Bool { role(at: index - 1) == .negator }

    func stated(_ token: NumberToken) -> Claim.Stated {
        var decimals = 0
        var hasPoint = false
        for scalar in scalars[token.start..<token.end] {
            if scalar == 0x2E || scalar == 0xFF0E {
                hasPoint = true
            } else if hasPoint, DigitNotation.decimal(scalar) != nil {
                decimals += 1
            }
        }
        return Claim.Stated(token.value, decimals: decimals)
    }

    /// 高于上年12件: by so much, or above so much. Nil where anything stands between or behind, which tells.
    func either(_ direction: Claim.Direction, at item: Int) -> ClaimDraft.Assertion? {
        guard item + 1 == items.count, case .number(let number) = items[item].kind, items[item].start == items[item - 1].end,
            let measure = numbers[number].measure, !numbers[number].isInexact
        else { return nil }
        return .either(direction, ClaimDraft.Amount(value: numbers[number].value, measure: measure, start: numbers[number].start))
    }

    /// 办结上年的9件: 的 before a number.
    func isOwned(_ item: Int) -> Bool { item > 0 && scalars[items[item].start - 1] == 0x7684 }

    /// 多20件 is exact where 多 tells the direction, 20多件 is not.
    func isByDirection(_ token: NumberToken, at item: Int) -> Bool {
        guard token.isInexactByWordBefore, let direction = role(at: item - 1), direction == .rise || direction == .fall else {
            return false
        }
        return items[item - 1].end == token.start && items[item - 1].start + 1 == token.start
    }

    /// 较上年三个渠道合计的90条: the last number with 的 before it that stands before a change, since that is told of the year before; nil where none does.
    func lastOwned(behind index: Int) -> Int? {
        let stretch = (index..<max(index, items.count)).prefix { !isDirection($0) && role(at: $0) != .level }
        return stretch.last { next in
            guard case .number(let number) = items[next].kind, isOwned(next) else { return false }
            return numbers[number].measure != nil && !numbers[number].isInexact && role(at: next + 1) != .times
        }
    }

    /// 、 or 和 between two items.
    func isJoint(_ index: Int) -> Bool {
        guard items.indices.contains(index), items[index].end == items[index].start + 1 else { return false }
        switch items[index].kind {
        case .unknown: return scalars[items[index].start] == 0x3001
        case .word(let number): return roles[number] == .than
        case .number: return false
        }
    }

    func isDirection(_ index: Int) -> Bool { role(at: index) == .rise || role(at: index) == .fall }

    func difference(_ direction: Claim.Direction, _ token: NumberToken) -> ClaimDraft.Assertion? {
        token.measure.map { .difference(direction, ClaimDraft.Amount(value: token.value, measure: $0, start: token.start)) }
    }

    /// 占全部办结的, 占复议案件总数的: a word that names the whole of a share.
    func isOfWhole(_ index: Int) -> Bool {
        switch role(at: index) {
        case .filler, .all, .outcome: true
        default: isName(index) || isOrigin(index)
        }
    }

    /// 占复议案件总数的: a noun that the grammar knows.
    func isName(_ index: Int) -> Bool {
        if case .unknown = items[index].kind { isKnown(items[index].start..<items[index].end) } else { false }
    }

    /// 占比从44%降至40%: nothing but 从.
    private func isOrigin(_ index: Int) -> Bool {
        guard case .unknown = items[index].kind, items[index].end == items[index].start + 1 else { return false }
        return Self.isFrom(scalars[items[index].start])
    }

    /// 由9件增加到12件: where a change begins is told by itself.
    func noteStart(before index: Int, _ comparison: inout ClauseReader.Comparison) {
        guard isStart(before: index), case .number(let number) = items[index - 1].kind, let measure = numbers[number].measure,
            case let token = numbers[number]
        else { return }
        comparison.base = ClaimDraft.Amount(value: token.value, measure: measure, start: token.start, isLastYears: false)
    }

    /// 由, 从
    static func isFrom(_ scalar: UInt32) -> Bool { scalar == 0x7531 || scalar == 0x4ECE }

    /// Whether a number that a change begins with stands right before an item.
    func isStart(before index: Int) -> Bool {
        guard index > 0, case .number(let number) = items[index - 1].kind, numbers[number].measure != nil, numbers[number].start > 0 else {
            return false
        }
        return Self.isFrom(scalars[numbers[number].start - 1])
    }

    func exactValue(at item: Int) -> Quantity? {
        guard case .number(let number) = items[item].kind, !numbers[number].isInexact else { return nil }
        return numbers[number].value
    }
}
