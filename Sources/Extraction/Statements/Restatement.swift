import AuditModel

/// Numbers that miss their figure and may well be of some only: of a quarter, an office, a matter that words name which nobody foresaw. They are left open.
struct Restatement {
    /// What leaves a number open that misses its figure.
    private enum Doubt {
        case none
        /// Its sentence tells by what was done alone what it is of: it is open where the narrative states the figure rightly elsewhere.
        case unnamed
        /// Its own sentence shows that it may be of some only.
        case partial
    }

    private struct Told {
        let statement: Int
        let doubt: Doubt
    }

    /// One for each statement that is bound to indicators and compared with the tables.
    private var told: [Told] = []
    let grammar: CompiledGrammar
    let binder: StatementBinder

    init(grammar: CompiledGrammar, binder: StatementBinder) {
        self.grammar = grammar
        self.binder = binder
    }

    /// One paragraph with what its numbers became.
    struct Paragraph {
        let text: ScalarText
        let counts: [Count]
        let found: [Statement]
        /// The places of those that are changes, or listed behind one.
        let changed: Set<Int>

        /// The other numbers of a number's sentence, or of its part up to a semicolon, no more than a sentence has.
        func beside(_ index: Int, inSegment: Bool = false) -> [Int] {
            (max(0, index - ClauseReader.partLimit)..<min(counts.count, index + ClauseReader.partLimit)).filter {
                $0 != index && counts[$0].sentence == counts[index].sentence && (!inSegment || counts[$0].segment == counts[index].segment)
            }
        }

        func isTrue(_ index: Int) -> Bool { found[index].state == .bound && found[index].agrees == true }
    }

    /// Notes the statements of a paragraph, which come behind those that were noted before. `isListed`: it is a line of a list, of which a line above it speaks;
    /// `changed`: the places of those that are changes, or listed behind one; `inPassing`: it stands in a section that tells of examples.
    mutating func note(
        _ counts: [Count], _ found: [Statement], from first: Int, in text: ScalarText, changed: Set<Int>, isListed: Bool, inPassing: Bool
    ) {
        let paragraph = Paragraph(text: text, counts: counts, found: found, changed: changed)
        for index in counts.indices where found[index].state == .bound && found[index].agrees != nil {
            let isMissed = found[index].agrees == false && !counts[index].value.isZero
            // 今年没有引起复议: of what was spoken of.
            let isPassingDenial =
                found[index].agrees == false && counts[index].isZeroByWords && (inPassing || isUnnamed(index, in: paragraph))
            // 本年没有新发生的行政诉讼: those of the year before may be there all the same.
            let isApartDenial =
                found[index].agrees == false && counts[index].isZeroByWords
                && (isOfMonth(counts[index], in: text.scalars) || isApart(counts[index], in: paragraph))
            let isExample =
                isMissed && inPassing && (!holdsNoun(text.scalars, counts[index].quote) || isAmong(counts[index], in: text.scalars))
            let doubt: Doubt =
                !isMissed
                ? isApartDenial ? .partial : isPassingDenial ? .unnamed : .none
                : isPartial(index, in: paragraph) || isExample && isSmall(found[index])
                    ? .partial : isExample || isBare(counts[index]) || !isListed && isUnnamed(index, in: paragraph) ? .unnamed : .none
            told.append(Told(statement: first + index, doubt: doubt))
        }
    }

    /// Leaves open what may be of some only; what no noun names, unless a slip of the pen may have made one number of the other. Answers the places of those
    /// among the statements.
    func settle(_ statements: inout [Statement]) -> Set<Int> {
        var opened: Set<Int> = []
        guard told.contains(where: { $0.doubt != .none }) else { return opened }
        var borneOut: Set<[Int]> = []
        for told in told where statements[told.statement].agrees == true { borneOut.insert(statements[told.statement].indicators) }
        for told in told where told.doubt != .none {
            let statement = statements[told.statement]
            if told.doubt == .unnamed {
                guard borneOut.contains(statement.indicators), let sum = binder.sum(statement.indicators),
                    !Slip.isLikely(sum, statement.value)
                else { continue }
            }
            statements[told.statement] = statement.leftOpen(for: grammar.name(of: .severalReadings))
            opened.insert(told.statement)
        }
        return opened
    }

    /// 有1件答复送达较晚: less than half of its figure.
    private func isSmall(_ statement: Statement) -> Bool {
        guard let sum = binder.sum(statement.indicators), let double = statement.value.adding(statement.value) else { return false }
        return double < sum
    }

    /// 处罚决定中有9件公示较晚; 9件复议案件中3件出自一处: whether it is told of some among others, or some among it.
    private func isAmong(_ count: Count, in scalars: [UInt32]) -> Bool {
        let before = max(0, count.range.lowerBound - Self.amongBefore)..<count.range.lowerBound
        let behind = count.range.upperBound..<min(scalars.count, count.range.upperBound + Self.amongBehind)
        return (scalars[before] + scalars[behind]).contains(where: ClauseReader.isWithin)
    }

    /// In scalars: 中有 before a number, 中 behind what it counts.
    private static let amongBefore = 2
    private static let amongBehind = 10

    /// 企业12件、其他组织4件，计16件: whether its own words tell nothing of what it counts.
    func isBare(_ count: Count) -> Bool { count.isBareTotal || count.own.isEmpty && !count.isZeroByWords }

    // MARK: Of some only

    private func isPartial(_ index: Int, in paragraph: Paragraph) -> Bool {
        let count = paragraph.counts[index]
        // 办结93.2%，其余3件均在期限以内: what is left, of which nothing is told.
        let isRest = count.look.contains(.remaining) && !count.own.tells(grammar.acts.union(grammar.partMask))
        let isTotal = count.isBareTotal || count.look.contains(.total)
        return isRest || isOfEach(index, in: paragraph) || isToldAgain(index, in: paragraph) || isOfOtherTopic(index, in: paragraph)
            || isOfFraction(index, in: paragraph) || isOfCarried(index, in: paragraph) || isOfNewAlone(index, in: paragraph)
            || isOfDay(index, in: paragraph) || isOfFewer(index, in: paragraph) || isWholeOfSame(index, in: paragraph)
            || isRemainder(index, in: paragraph) || count.look.contains(.dated)
            || isOfAll(index, in: paragraph)
            || paragraph.changed.contains(index) && count.look.contains(.listed)
            || !isTotal && (isBehindPart(index, in: paragraph) || isApart(count, in: paragraph)) || isPartOfSame(index, in: paragraph)
            || isListedWithUnknown(index, in: paragraph) || isOfSum(index, in: paragraph) || isSumOfBefore(index, in: paragraph)
    }

    /// 行政诉讼2件：直接起诉1件；复议后起诉1件。两件均获维持: whether it is told of each of as many as were counted before.
    private func isOfAll(_ index: Int, in paragraph: Paragraph) -> Bool {
        let own = paragraph.counts[index]
        guard own.value > Quantity(1) else { return false }
        let isEach = holds(paragraph.text.scalars, own.range.upperBound..<max(own.range.upperBound, own.quote.upperBound)) { role in
            if case .each = role { true } else { false }
        }
        return isEach
            && (max(0, index - ClauseReader.partLimit)..<index).contains { other in
                paragraph.counts[other].value == own.value && isLike(paragraph.counts[other], own)
                    && paragraph.counts[other].sentence + 1 >= own.sentence
            }
    }

    /// 局机关收到12件，办结9件; 1月办结9件，其中公开3件: whether a number before it in its part of the sentence is of a unit or time that may go on, and none of the
    /// year or of all stands between.
    private func isBehindPart(_ index: Int, in paragraph: Paragraph) -> Bool {
        let counts = paragraph.counts
        let part = paragraph.beside(index, inSegment: true).last { other in
            other < index
                && (counts[other].look.contains(.dated) || counts[other].obstacle.map(grammar.reaches) ?? false
                    || isRemainder(other, in: paragraph))
        }
        guard let part else { return false }
        return !holds(paragraph.text.scalars, counts[part].range.upperBound..<counts[index].range.lowerBound) { role in
            switch role {
            case .ownPeriod, .wholePeriod, .ownSubject: true
            default: false
            }
        }
    }

    /// Whether its part of the sentence tells that what is counted there stands apart.
    private func isApart(_ count: Count, in paragraph: Paragraph) -> Bool {
        let scalars = paragraph.text.scalars
        var start = start(of: count, in: scalars, Self.segmentStops)
        // 县级部门答复较慢，全县以此为由答复9件: what stands before a word for all of them is not meant.
        while let own = firstOwn(scalars, start..<count.range.lowerBound) { start = own }
        var end = count.range.upperBound
        while end < scalars.count, end - count.range.upperBound < Self.longestSentence, !Self.segmentStops.contains(scalars[end]) {
            end += 1
        }
        // What stands behind it may be parts of it (收到12件，市级9件、县级3件), unless it says that it is not counted here.
        return holds(scalars, start..<end, inside: false) { role in
            if case .unrelated = role { true } else { false }
        }
            || holds(scalars, start..<max(count.range.lowerBound, count.quote.upperBound), inside: false) { role in
                switch role {
                case .apart: true
                case .part(let reason): count.qualifier == nil && grammar.reaches(reason)
                default: false
                }
            }
    }

    /// 行政复议12件，包括上年转来的3件和本年新收的9件: whether its sentence states the same figure rightly besides.
    private func isPartOfSame(_ index: Int, in paragraph: Paragraph) -> Bool {
        paragraph.found[index].readings.count == 1
            && paragraph.beside(index).contains { other in
                paragraph.isTrue(other) && paragraph.found[other].indicators == paragraph.found[index].indicators
            }
    }

    /// 上年结转的12件均已办完，9件予以公开，3件部分公开: whether it makes up, with others of its kind beside it, a number told before them that is not what the form has
    /// it make up.
    private func isOfSum(_ index: Int, in paragraph: Paragraph) -> Bool {
        let counts = paragraph.counts
        let own = counts[index]
        let kinds = grammar.partDimensions.filter { own.features[$0] != 0 }
        /// Told in the same way: results, parties, or by the same act.
        func isBeside(_ other: Int) -> Bool {
            let count = counts[other]
            guard count.sentence == own.sentence, isLike(count, own), !count.value.isZero else { return false }
            return kinds.isEmpty ? count.features == own.features : kinds.contains { count.features[$0] != 0 }
        }
        func isWhole(_ other: Int, of sum: Quantity) -> Bool {
            let count = counts[other]
            // 网上4件、信函2件。予以公开3件、部分公开1件: what one sentence before counts they make up by chance.
            guard count.sentence == own.sentence || kinds.isEmpty && count.sentence + 1 == own.sentence, count.value == sum,
                isLike(count, own), !paragraph.changed.contains(other),
                // 无法提供4件，自然人、企业各2件: told in another way than its parts.
                !(kinds.isEmpty ? grammar.partDimensions : kinds).contains(where: { count.features[$0] != 0 })
            else { return false }
            switch paragraph.found[other].state {
            case .bound: return paragraph.isTrue(other)
            case .ambiguous: return true
            // 共2件，其中维持1件、未审结1件: what a word does not tell may be the figure.
            case .unbound:
                return count.obstacle?.isOfPack ?? false || !count.look.isDisjoint(with: [.remaining, .besides]) || !own.isAmong
            }
        }
        let wholes = grammar.figure(for: own.features, claim: "share").map { grammar.readings(of: $0, features: own.features) } ?? []
        let figure = binder.sum(paragraph.found[index].indicators)
        let formWhole = kinds.isEmpty ? nil : wholes.first.flatMap(binder.sum)
        var first = index
        while first > 0, index - first < Self.longestRun, isBeside(first - 1) { first -= 1 }
        for start in first...index {
            var sum: Quantity? = .zero
            var end = start
            while end < counts.count, end - start < Self.longestRun, isBeside(end) {
                sum = sum?.adding(counts[end].value)
                end += 1
                guard end > index, end - start > 1, let sum, sum != formWhole else { continue }
                // 市局承办12件，四个分局共承办9件: together they are the figure.
                if sum == figure, (start..<end).allSatisfy({ counts[$0].own == own.own }) { return true }
                // What agrees beside it is told of all, but right behind its own whole.
                let reach = (start..<end).contains(where: paragraph.isTrue) ? start - 1..<start : start - ClauseReader.partLimit..<start
                if reach.clamped(to: 0..<start).contains(where: { isWhole($0, of: sum) }) { return true }
            }
        }
        return false
    }

    /// Counted by the same measure word.
    func isLike(_ left: Count, _ right: Count) -> Bool {
        left.measure.map { grammar.measures[$0].word } == right.measure.map { grammar.measures[$0].word }
    }

    /// In numbers.
    static let longestRun = 8

    /// Behind the first word for the reporting unit or the whole year in a stretch; nil for none.
    private func firstOwn(_ scalars: [UInt32], _ stretch: Range<Int>) -> Int? {
        var place = stretch.lowerBound
        while place < stretch.upperBound {
            guard let word = grammar.trie.longestMatch(in: scalars, at: place) else {
                place += 1
                continue
            }
            switch grammar.roles[word.number] {
            case .ownPeriod, .wholePeriod, .ownSubject: return min(word.end, stretch.upperBound)
            default: place = max(place + 1, word.end)
            }
        }
        return nil
    }

    // MARK: Unnamed

    /// Whether no noun in its sentence tells what a number counts, and no number beside it agrees with the tables: what is told there is told of all.
    private func isUnnamed(_ index: Int, in paragraph: Paragraph) -> Bool {
        let count = paragraph.counts[index]
        if paragraph.beside(index, inSegment: true).contains(where: paragraph.isTrue) { return false }
        let start = start(of: count, in: paragraph.text.scalars, Self.stops)
        return !holdsNoun(paragraph.text.scalars, start..<max(start, count.quote.upperBound))
    }

    func holdsNoun(_ scalars: [UInt32], _ stretch: Range<Int>) -> Bool {
        holds(scalars, stretch) { role in
            switch role {
            case .head, .weakHead: true
            default: false
            }
        }
    }

    // MARK: Words

    func start(of count: Count, in scalars: [UInt32], _ stops: Set<UInt32>) -> Int {
        var start = count.range.lowerBound
        while start > 0, count.range.lowerBound - start < Self.longestSentence, !stops.contains(scalars[start - 1]) { start -= 1 }
        return start
    }

    /// Whether a word of some role begins in a stretch, `inside` another or not.
    private func holds(
        _ scalars: [UInt32], _ stretch: Range<Int>, inside: Bool = true, _ isSought: (CompiledGrammar.Role) -> Bool
    ) -> Bool {
        var place = stretch.lowerBound
        while place < stretch.upperBound {
            let word = grammar.trie.longestMatch(in: scalars, at: place)
            if let word, isSought(grammar.roles[word.number]) { return true }
            place = inside ? place + 1 : max(place + 1, word?.end ?? 0)
        }
        return false
    }

    /// In scalars: of what stands further from a number is not known whether it speaks of it.
    private static let longestSentence = 120
    private static let stops: Set<UInt32> = [0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F]
    static let segmentStops: Set<UInt32> = stops.union([0xFF1B, 0x3B])
}
