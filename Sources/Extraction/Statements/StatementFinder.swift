package import AuditModel
package import DocumentModel

/// Finds what the narrative of a report states. Linear in the text.
package struct StatementFinder: Sendable {
    private let grammar: CompiledGrammar

    package init(_ grammar: CompiledGrammar) {
        self.grammar = grammar
    }

    /// The statements, breakdowns and other numbers of the grammar's sections and of section 0, in document order. `figures` must be of the grammar's form.
    package func narrative(of document: Document, figures: Figures, identity: Identity, passages: [Passage] = []) -> Narrative {
        var run = Run(grammar: grammar, figures: figures, identity: identity)
        for section in document.sections where section.path == [0] || section.key.map(grammar.reads) ?? false {
            run.read(section, context: run.context(of: section))
        }
        run.settleRestated()
        return Narrative(
            statements: run.statements, breakdowns: run.breakdowns, otherNumbers: run.otherNumbers, passages: passages,
            claims: run.claims)
    }

    private struct Run {
        let grammar: CompiledGrammar
        let binder: StatementBinder
        let years: ClauseText.Years?
        let identity: Identity
        let ownNames: [[UInt32]]
        var statements: [Statement] = []
        var breakdowns: [Breakdown] = []
        var claims: [Claim] = []
        var otherNumbers: [String: Int] = [:]
        private var restatement: Restatement
        /// For each claim the statement that it is of; nil where it is of none.
        private var claimSubjects: [Int?] = []
        /// The section that is read tells of examples.
        private var inPassing = false

        init(grammar: CompiledGrammar, figures: Figures, identity: Identity) {
            self.grammar = grammar
            self.identity = identity
            years = ClauseText.Years(grammar.grammar.yearWords, reportingYear: identity.year)
            binder = StatementBinder(grammar: grammar, figures: figures)
            restatement = Restatement(grammar: grammar, binder: binder)
            ownNames = (identity.ownNames + [identity.unit].compactMap { $0 }).map { $0.unicodeScalars.map(\.value) }
        }

        func context(of section: Section) -> Features {
            section.key.flatMap { grammar.form.section($0) }.map { grammar.features($0.context) } ?? .none
        }

        mutating func read(_ section: Section, context: Features) {
            let context = self.context(section, above: context)
            if section.path.count == 1 { inPassing = section.key.map(grammar.grammar.inPassing.contains) ?? false }
            var above: Above?
            for block in section.blocks {
                guard case .paragraph(let paragraph) = block else {
                    above = nil
                    continue
                }
                let inherited = above.flatMap { !$0.isForItems || isListLine(paragraph.text.string, behind: $0.ordinal) ? $0 : nil }
                above = read(paragraph.text, at: section.locator(of: paragraph), context: context, inherited: inherited)
            }
            for part in section.subsections { read(part, context: context) }
        }

        /// What a paragraph hands on to the next.
        private struct Above {
            let frame: ClauseReader.Frame
            /// To what looks like a line of a list alone: the paragraph is a sentence by itself (办理情况如下。), or such a line.
            let isForItems: Bool
            /// Of the item that it is; nil for what is none, or has a mark without a number.
            var ordinal: ListOrdinal?
            /// What the numbers of the list's lines tell, up to its end.
            var kinds: [Features] = []
        }

        /// As many of the last numbers of a list are kept.
        private static let kindLimit = 40

        private static let stops: [UInt32] = [0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F]

        /// Characters of a paragraph that may be but a label.
        private static let longestLabel = 30
        /// Characters within which an ordinal, or a label of a line, ends.
        private static let longestOrdinal = 10

        /// Whether a paragraph looks like a line of a list: by its mark, by an ordinal that begins one or goes on with that of the line before, by a label of a few
        /// characters (办结：10件。), or since it is short and no sentence.
        private func isListLine(_ text: String, behind last: ListOrdinal?) -> Bool {
            let scalars = text.scalarValues(atMost: Self.longestLabel + 1)
            if ItemMark.end(in: scalars) > 0 { return true }
            // （二）办理申请。 / （三）平台建设。…: what stands beside a paragraph is none of its list.
            if let ordinal = ordinal(of: text) {
                return ordinal.number == 1 || last.map { $0.style == ordinal.style && $0.number + 1 == ordinal.number } ?? false
            }
            guard scalars.count <= Self.longestLabel, let last = scalars.last else { return false }
            return !Self.stops.contains(last) || scalars.prefix(Self.longestOrdinal).contains { $0 == 0xFF1A || $0 == 0x3A }
        }

        /// The ordinal that a paragraph begins with; nil for none.
        private func ordinal(of text: String) -> ListOrdinal? {
            let start = text.scalarValues(atMost: Self.longestOrdinal).map(Self.plainBracket)
            return ListOrdinal.found(in: start, start.indices)
        }

        /// What the heading tells in place of what stands above it: one noun sets the topic, several leave it open.
        private func context(_ section: Section, above context: Features) -> Features {
            guard section.path.count > 1, let heading = section.heading else { return context }
            let text = ScalarText(heading.title)
            let tokens = ClauseTokenizer.tokens(of: text, by: grammar).tokens
            let mention = MentionReader(grammar: grammar, text: text, ownNames: []).mention(tokens[...], atClauseStart: false)
            guard mention.hasHead else { return context }
            var features = Features.none
            if mention.hasTopic, mention.items.isEmpty { features[grammar.topicDimension] = mention.features[grammar.topicDimension] }
            return features
        }

        /// Reads one paragraph; returns what the next one inherits, if it goes on with this one.
        private mutating func read(
            _ block: BlockText, at locator: Locator, context: Features, inherited: Above?
        ) -> Above? {
            let text = ClauseText(block.string, years: years)
            if text.yearCount > 0 { otherNumbers[grammar.name(of: .year), default: 0] += text.yearCount }
            let mayGoOn = goesOn(text.text, hasCounts: false)
            let isShort = text.text.scalars.count <= Self.longestLabel
            guard mayGoOn || isShort || grammar.mayState(text.scalars) else { return nil }
            let reader = ClauseReader(
                text.text, grammar: grammar, ownNames: ownNames, reportingYear: identity.year, context: context,
                inherited: inherited?.frame, isHandedOn: mayGoOn || isShort)
            reader.kindsAbove = inherited?.kinds ?? []
            reader.read()
            let order = reader.counts.indices.sorted {
                (reader.counts[$0].range.lowerBound, $0) < (reader.counts[$1].range.lowerBound, $1)
            }
            // Most stand in the order of the text as they are.
            let counts = order.elementsEqual(order.indices) ? reader.counts : order.map { reader.counts[$0] }
            if !counts.isEmpty || !reader.claims.isEmpty {
                var cursor = PositionCursor(block)
                var bindings = counts.map(binder.bind)
                Account.settleParties(&bindings, of: counts, by: grammar, sum: binder.sum)
                Account.settle(&bindings, of: counts, by: grammar)
                Account.settleTotals(&bindings, of: counts, bearsOut: binder.bearsOut)
                let found = zip(counts, bindings).map { count, binding in
                    statement(of: count, binding, in: block, text: text, locator: locator, cursor: &cursor)
                }
                let changed = changes(counts, reader.claimAmounts)
                restatement.note(
                    counts, found, from: statements.count, in: text.text, changed: changed, isListed: inherited != nil,
                    inPassing: inPassing)
                statements += found
                findBreakdowns(counts, found, reader, changed: changed, in: text.text)
                bindClaims(reader.claims, order: order, counts, found, in: block, text: text, locator: locator, cursor: &cursor)
            }
            for (reason, count) in reader.otherNumbers { otherNumbers[grammar.name(of: reason), default: 0] += count }
            let kinds = Array(((inherited?.kinds ?? []) + reader.counts.map(\.own)).suffix(Self.kindLimit))
            if mayGoOn, goesOn(text.text, hasCounts: !counts.isEmpty) { return Above(frame: reader.frame, isForItems: false, kinds: kinds) }
            if counts.isEmpty { return isShort ? Above(frame: reader.frame, isForItems: true) : nil }
            // 收办情况 / 新收：12件。 / 办结：10件。: the lines of a list speak of what is said above the first.
            let ordinal = ordinal(of: block.string)
            guard let inherited, ordinal != nil || isListLine(block.string, behind: nil) else { return nil }
            return Above(frame: inherited.frame, isForItems: true, ordinal: ordinal, kinds: kinds)
        }

        /// Leaves open numbers that may be of some of what a figure is of, once all are read.
        mutating func settleRestated() {
            let opened = restatement.settle(&statements)
            if opened.isEmpty { return }
            // What is left open has no change or share to be judged, either.
            let kept = claims.indices.filter { claimSubjects[$0].map { !opened.contains($0) } ?? true }
            claims = kept.map { claims[$0] }
        }

        /// The places of numbers that are changes, with those that are listed behind one: 分别增加9件、5件、3件.
        private func changes(_ counts: [Count], _ amounts: Set<Int>) -> Set<Int> {
            var changed: Set<Int> = []
            for index in counts.indices where !amounts.isEmpty {
                let goesOn =
                    changed.contains(index - 1) && counts[index].look.contains(.listed) && !isOfAct(counts[index - 1])
                    && counts[index - 1].sentence == counts[index].sentence
                if goesOn || amounts.contains(counts[index].range.lowerBound) { changed.insert(index) }
            }
            return changed
        }

        /// 较上年增加3件，其中… speaks of the whole before it, and the 9 of 总量较上年的9件增长5% is no part: neither what is changed by nor from.
        private mutating func findBreakdowns(
            _ counts: [Count], _ found: [Statement], _ reader: ClauseReader, changed: Set<Int>, in text: ScalarText
        ) {
            guard counts.count > 1 else { return }
            let bases = Set(reader.claims.lazy.compactMap(\.base?.start))
            let isOfOneTime = !counts.contains { $0.look.contains(.otherTime) }
            let ofThisTime = isOfOneTime ? [] : Set(counts.lazy.filter { !$0.look.contains(.otherTime) }.map(\.sentence))
            let kept = counts.indices.filter { index in
                // 本年12件，较上年9件增加3件，其中…: nor is the number of another time beside those of this one.
                (!changed.contains(index) || isOfAct(counts[index]))
                    && !bases.contains(counts[index].range.lowerBound)
                    && (!counts[index].look.contains(.otherTime) || counts[index].isAmong || counts[index].group != nil
                        || index + 1 < counts.count && counts[index + 1].isAmong || counts[index].obstacle.map(grammar.reaches) ?? false
                        || !ofThisTime.contains(counts[index].sentence))
            }
            let finder = BreakdownFinder(
                grammar: grammar, text: text, counts: kept.count == counts.count ? counts : kept.map { counts[$0] },
                agrees: kept.map { found[$0].state == .bound && found[$0].agrees == true })
            breakdowns += finder.breakdowns().map { breakdown in
                Breakdown(
                    whole: part(counts[kept[breakdown.whole]], found[kept[breakdown.whole]]),
                    parts: breakdown.parts.map { part(counts[kept[$0]], found[kept[$0]]) }, strictness: breakdown.strictness)
            }
        }

        /// 栏目12个，其中新增5个: an act with which a part is told may look like a change.
        private func isOfAct(_ count: Count) -> Bool {
            count.isAmong && count.own.tells(grammar.acts) && !count.look.contains(.otherTime)
        }

        /// `order`: the places among the reader's counts of those that are given.
        private mutating func bindClaims(
            _ drafts: [ClaimDraft], order: [Int], _ counts: [Count], _ found: [Statement], in block: BlockText, text: ClauseText,
            locator: Locator, cursor: inout PositionCursor
        ) {
            guard !drafts.isEmpty else { return }
            var places = [Int](repeating: 0, count: order.count)
            for (place, index) in order.enumerated() { places[index] = place }
            let claimBinder = ClaimBinder(grammar: grammar, counts: counts, statements: found)
            let bound = drafts.compactMap { draft in
                claimBinder.binding(of: draft.placed(by: places), with: binder).map { (draft: draft, binding: $0) }
            }
            // A change from a number of last year's says of it all that the number by itself does.
            let changed = Set(
                bound.lazy.filter { ClauseReader.isChange($0.draft.assertion) && $0.binding.isBaseLastYears }.compactMap(
                    \.draft.base?.start))
            for (draft, binding) in bound {
                if case .was = draft.assertion, let base = draft.base, changed.contains(base.start) { continue }
                let quote = text.utf8(draft.quote)
                let subject: Int? = if case .counts(let list) = draft.subject { list.first } else { nil }
                claimSubjects.append(subject.map { statements.count - found.count + $0 })
                claims.append(
                    Claim(
                        assertion: binding.assertion, readings: binding.readings, values: binding.values, base: binding.base,
                        isBaseLastYears: binding.isBaseLastYears,
                        wholes: binding.wholes, statedWholes: binding.statedWholes, figure: binding.figure,
                        subject: binding.subject.map { found[$0] },
                        quote: block.substring(quote), place: Place(locator, cursor.position(at: quote.lowerBound))))
            }
        }

        /// 每件100元, 100元/件: whether a number is so much for each of something.
        private func isOfEach(_ count: Count, in text: ScalarText) -> Bool {
            let behind = text.scalars[count.range.upperBound..<min(count.quote.upperBound, count.range.upperBound + Self.measureLength)]
            return text.scalars[count.quote.lowerBound..<count.range.lowerBound].contains(0x6BCF)
                || behind.contains { $0 == 0x2F || $0 == 0xFF0F }
        }

        /// In scalars: a measure word and the stroke behind it.
        private static let measureLength = 3

        private mutating func statement(
            of count: Count, _ binding: StatementBinder.Binding, in block: BlockText, text: ClauseText, locator: Locator,
            cursor: inout PositionCursor
        ) -> Statement {
            let quote = text.utf8(count.quote)
            let isOfEach = binding.state == .unbound && binding.ownIdentifier != nil && self.isOfEach(count, in: text.text)
            return Statement(
                state: binding.state, readings: binding.readings, chosen: binding.chosen,
                ownIdentifier: isOfEach ? nil : binding.ownIdentifier,
                value: binding.value, quote: block.substring(quote), place: Place(locator, cursor.position(at: quote.lowerBound)),
                range: quote, numberRange: text.utf8(count.range), isZeroByWords: count.isZeroByWords,
                firmness: count.qualifier == nil && !binding.isDoubted ? .plain : .qualified, agrees: binding.agrees,
                reason: binding.reason.map(grammar.name), figure: binding.figure)
        }

        private func part(_ count: Count, _ statement: Statement) -> Breakdown.Part {
            Breakdown.Part(value: count.value, quote: statement.quote, place: statement.place)
        }

        /// A paragraph that ends with a colon, comma or semicolon goes on in the next; one that is but a label speaks of it.
        private func goesOn(_ text: ScalarText, hasCounts: Bool) -> Bool {
            guard let last = text.scalars.last else { return false }
            if [0xFF1A, 0x3A, 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3001].contains(last) { return true }
            guard !hasCounts, text.scalars.count <= Self.longestLabel else { return false }
            return !Self.stops.contains(last) || isNumberedLabel(text.scalars)
        }

        /// （二）依申请公开情况。 : a heading that ends like a sentence.
        private func isNumberedLabel(_ scalars: [UInt32]) -> Bool {
            let commas: [UInt32] = [0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3002]
            return ListOrdinal.found(in: scalars.map(Self.plainBracket), scalars.indices) != nil
                && !scalars.dropLast().contains { commas.contains($0) }
        }

        private static func plainBracket(_ scalar: UInt32) -> UInt32 {
            switch scalar {
            case 0xFF08: 0x28
            case 0xFF09: 0x29
            case 0xFF0E: 0x2E
            default: scalar
            }
        }
    }
}
