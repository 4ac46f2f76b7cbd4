import AuditModel
import DocumentModel

/// Rough amounts: 三成左右, 近一半, 超过20%, 两倍多.
extension ClaimReading {
    struct Rough {
        /// In percent; of a multiple so many times.
        let stated: Claim.Stated
        let isTimes: Bool
        /// The item behind it.
        let end: Int
    }

    /// The rough amount that begins at an item or behind words that say nothing; nil where none stands there, or one that is exact.
    func rough(at index: Int, _ told: Leaning? = nil, plus: Quantity = .zero) -> Rough? {
        var next = index
        var leaning = told
        while let role = role(at: next) {
            switch role {
            case .filler: break
            case .approximate(let side): leaning = leaning ?? side
            default: return fraction(at: next, leaning)
            }
            next += 1
        }
        if case .percent? = role(at: next) { next += 1 }
        guard items.indices.contains(next), case .number(let number) = items[next].kind,
            NumeralScanner.numeral(in: scalars, at: numbers[number].start)?.isRange != true
        else { return nil }
        let value = numbers[number].value
        var end = next + 1
        let grain: Grain
        switch role(at: end) {
        case .tenths: grain = .tenths
        case .percent: grain = .percent
        case .times: grain = .times
        default:
            guard case .percent? = role(at: next - 1) else { return nil }
            grain = .percent
            end -= 1
        }
        end += 1
        let rest = grain == .tenths ? digit(behind: &end) : nil
        leaning = leaning ?? side(behind: &end)
        // 30余%
        if leaning == nil, numbers[number].isInexact { return nil }
        switch grain {
        case .tenths:
            return value.multiplied(by: Quantity(10))?.adding(rest ?? .zero).flatMap {
                Self.rough($0, rest == nil ? .about : .halved, leaning ?? .about, end: end)
            }
        case .percent:
            guard let leaning else { return nil }
            return Self.rough(value, .close, leaning, end: end)
        case .times:
            guard let leaning, let value = value.adding(plus), let range = Self.range(of: value, by: Self.part(of: value), leaning) else {
                return nil
            }
            return Rough(stated: Claim.Stated(value, decimals: 0, range: range), isTimes: true, end: end)
        }
    }

    /// Reads a rough amount of a change as such; answers the item behind it, nil where none stands there.
    mutating func roughChange(_ direction: Claim.Direction, at index: Int, from first: Int) -> Int? {
        guard let rough = rough(at: index, plus: direction == .rise ? Quantity(1) : .zero) else { return nil }
        // 减少两倍多 says nothing.
        if rough.isTimes, direction == .fall { return rough.end }
        found.append(Found(assertion: rough.isTimes ? .multiple(rough.stated) : .percent(direction, rough.stated), firstItem: first))
        return rough.end
    }

    /// 是上年的两倍多, 仅为上年的一半: reads a rough multiple behind a word for last year; answers the item behind it, nil where none stands there.
    mutating func roughMultiple(behind index: Int, from first: Int) -> Int? {
        guard let rough = rough(at: index + 1), !isOffered, !isDenied(first) else { return nil }
        guard !rough.isTimes else {
            found.append(Found(assertion: .multiple(rough.stated), firstItem: first))
            return rough.end
        }
        let hundredth = Quantity(significand: 1, scale: 2)
        guard role(at: rough.end - 1) != .percent, let range = rough.stated.range, let value = rough.stated.value.multiplied(by: hundredth)
        else { return nil }
        let shrunk = Claim.Stated.Range(
            least: range.least.flatMap { $0.multiplied(by: hundredth) }, most: range.most.flatMap { $0.multiplied(by: hundredth) })
        found.append(Found(assertion: .multiple(Claim.Stated(value, decimals: 0, range: shrunk)), firstItem: first))
        return rough.end
    }

    /// 不到办结总量的5%: reads a rough share whose whole stands before it; answers the item behind it.
    mutating func roughShare(_ side: Leaning, at index: Int) -> Int {
        var next = index + 1
        while items.indices.contains(next), isOfWhole(next) { next += 1 }
        guard next > index + 1, !isOffered, let rough = rough(at: next, side), !rough.isTimes else { return index + 1 }
        found.append(Found(assertion: .share(rough.stated), firstItem: index))
        return rough.end
    }

    /// 比重由42%降为39%: reads what a share that was told of the time before has come to; answers the item behind it, nil where none is told there.
    /// It has not risen to less than it was, whatever the tables say.
    mutating func shareReached(behind index: Int, _ direction: Claim.Direction? = nil) -> Int? {
        guard let pending = pendingShare, !isOffered else { return nil }
        if let rough = rough(at: index + 1), !rough.isTimes {
            found.append(Found(assertion: pending.assert(rough.stated), firstItem: pending.item))
            return rough.end
        }
        guard let (item, unit) = number(behind: index), role(at: unit) == .percent, case .number(let number) = items[item].kind,
            !numbers[number].isInexact, !isApproximate(unit + 1)
        else { return nil }
        if let direction, let before = pending.before, case let after = numbers[number].value,
            direction == .rise ? after < before : after > before
        {
            found.append(Found(assertion: .moved(direction, from: before, to: after), firstItem: pending.item))
            return unit + 1
        }
        found.append(Found(assertion: pending.assert(stated(numbers[number])), firstItem: pending.item))
        return unit + 1
    }

    func isApproximate(_ index: Int) -> Bool {
        if case .approximate? = role(at: index) { true } else { false }
    }

    typealias Leaning = StatementGrammar.ClaimWord.Leaning

    private enum Grain { case tenths, percent, times }

    /// How near a number is that is not said to lie on one side.
    private enum Nearness {
        /// 三成, 四分之一: a fifth of it, and of what it leaves of all.
        case about
        /// 三成五: little more than half of what lies between two such amounts.
        case halved
        /// 约30%: a tenth.
        case close
    }

    /// 四分之一, 一半以上.
    private func fraction(at index: Int, _ leaning: Leaning?) -> Rough? {
        guard case .fraction(let value, let own)? = role(at: index) else { return nil }
        var end = index + 1
        let side = leaning ?? side(behind: &end) ?? own ?? .about
        return Self.rough(value, .about, side, end: end)
    }

    /// 三成五: the digit right behind a word for tenths; moves the end behind it.
    private func digit(behind end: inout Int) -> Quantity? {
        let start = items[end - 1].end
        guard start < scalars.count, let digit = DigitNotation.chinese(scalars[start]), digit > 0,
            start + 1 == scalars.count || DigitNotation.chinese(scalars[start + 1]) == nil
        else { return nil }
        if items.indices.contains(end), items[end].start == start { end += 1 }
        return Quantity(digit)
    }

    /// 三成左右, 三成多: what stands right behind an amount; moves the end behind it.
    private func side(behind end: inout Int) -> Leaning? {
        switch role(at: end) {
        case .approximate(let side):
            end += 1
            return side
        case .rise where items[end].start == items[end - 1].end && items[end].end == items[end].start + 1:
            // 三成多: here the word for a rise tells that it is more.
            end += 1
            return .over
        default: return nil
        }
    }

    private static func rough(_ percent: Quantity, _ nearness: Nearness, _ leaning: Leaning, end: Int) -> Rough? {
        let left = Quantity(100).subtracting(percent) ?? .zero
        let smaller = left > .zero && left < percent ? left : percent
        let reach =
            switch nearness {
            case .about: max(part(of: smaller) ?? .zero, Quantity(5))
            case .halved: Quantity(3)
            case .close: max(smaller.multiplied(by: Quantity(significand: 1, scale: 1)) ?? .zero, Quantity(significand: 15, scale: 1))
            }
        guard let range = range(of: percent, by: reach, leaning) else { return nil }
        return Rough(stated: Claim.Stated(percent, decimals: 0, range: range), isTimes: false, end: end)
    }

    /// A fifth.
    private static func part(of value: Quantity) -> Quantity? { value.multiplied(by: Quantity(significand: 2, scale: 1)) }

    private static func range(of value: Quantity, by reach: Quantity?, _ leaning: Leaning) -> Claim.Stated.Range? {
        guard let reach, let least = value.subtracting(reach), let most = value.adding(reach) else { return nil }
        return switch leaning {
        case .about: Claim.Stated.Range(least: least, most: most)
        // Those who write 近三成 of 31% have rounded it before.
        case .nearly:
            Claim.Stated.Range(least: least, most: value.adding(reach.multiplied(by: Quantity(significand: 5, scale: 1)) ?? .zero))
        case .under: Claim.Stated.Range(least: nil, most: value)
        case .over: Claim.Stated.Range(least: value, most: nil)
        }
    }
}
