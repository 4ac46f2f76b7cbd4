import AuditModel
import DocumentModel

/// Finds the figure that a count states, its lawful readings, and whether the tables agree.
struct StatementBinder {
    let grammar: CompiledGrammar
    let figures: Figures

    /// The statement of a count at a place in a block.
    func statement(of count: Count, in block: BlockText, text: ScalarText, locator: Locator) -> Statement {
        let binding = bind(count)
        let quote = trimmed(text.utf8(count.quote), in: block)
        return Statement(
            state: binding.state, readings: binding.readings, chosen: binding.chosen, ownIdentifier: binding.ownIdentifier,
            value: binding.value,
            quote: block.substring(quote), place: Place(locator, block.position(atOffset: quote.lowerBound)), range: quote,
            numberRange: text.utf8(count.range), isZeroByWords: count.isZeroByWords, firmness: count.qualifier == nil ? .plain : .qualified,
            agrees: binding.agrees, reason: binding.reason, figure: binding.figure)
    }

    private struct Binding {
        var state: Statement.State
        var value: Quantity
        var readings: [[Int]] = []
        var chosen: Int?
        var ownIdentifier: String?
        var agrees: Bool?
        var reason: String?
        var figure: String?
    }

    private func bind(_ count: Count) -> Binding {
        func unbound(_ reason: String) -> Binding { Binding(state: .unbound, value: count.value, reason: reason) }
        // An inexact number still shows what it is about.
        if let obstacle = count.obstacle, obstacle != ReasonID.inexact, obstacle != ReasonID.noAct { return unbound(obstacle) }
        guard let first = figure(for: count.features) else { return unbound(ReasonID.noFigure) }
        if let measure = count.token?.measure, !fits(measure, first) { return unbound(ReasonID.otherMeasure) }
        guard let value = count.value.multiplied(by: first.definition.scale) else { return unbound(ReasonID.tooLong) }
        if let own = first.definition.ownIdentifier {
            let state: Statement.State = count.obstacle == nil ? .bound : .ambiguous
            return Binding(state: state, value: value, ownIdentifier: own, reason: count.obstacle, figure: first.definition.id)
        }
        var readings = grammar.readings(of: first, features: count.features)
        for features in count.joined {
            // Joined nouns are added up: the first lawful reading of each.
            guard let other = figure(for: features), let reading = grammar.readings(of: other, features: features).first else {
                return unbound(ReasonID.noFigure)
            }
            readings = readings.map { $0 + reading }
        }
        for features in count.alternatives {
            guard let other = figure(for: features) else { continue }
            for reading in grammar.readings(of: other, features: features) where !readings.contains(reading) { readings.append(reading) }
        }
        guard !readings.isEmpty else { return unbound(ReasonID.noFigure) }
        // Where a figure has one reading only, it takes no verb to know what is meant.
        if count.obstacle != nil, count.obstacle != ReasonID.noAct || readings.count > 1 {
            return Binding(state: .ambiguous, value: value, readings: readings, reason: count.obstacle, figure: first.definition.id)
        }
        let sums = readings.map(sum)
        let agreeing = sums.firstIndex { $0 == value }
        if first.definition.isAmbiguous, agreeing == nil, readings.count > 1 {
            return Binding(
                state: .ambiguous, value: value, readings: readings, reason: ReasonID.severalReadings, figure: first.definition.id)
        }
        let chosen = agreeing ?? sums.firstIndex { $0 != nil } ?? 0
        return Binding(
            state: .bound, value: value, readings: readings, chosen: chosen, agrees: sums[chosen].map { $0 == value },
            figure: first.definition.id)
    }

    /// The figure whose wants are met by the features, the most particular first; the pack's order decides between equals.
    private func figure(for features: CompiledGrammar.Features) -> CompiledGrammar.Figure? {
        var best: CompiledGrammar.Figure?
        for figure in grammar.figures where figure.specificity > best?.specificity ?? -1 {
            let fits = features.indices.allSatisfy { dimension in
                let value = features[dimension]
                if let wanted = figure.requires[dimension] { return wanted.contains(value) }
                return value == 0 || figure.allows[dimension]
            }
            if fits { best = figure }
        }
        return best
    }

    private func fits(_ measure: NumberToken.Measure, _ figure: CompiledGrammar.Figure) -> Bool {
        (figure.units.isEmpty || figure.units.contains(measure.unit)) && (figure.measures.isEmpty || figure.measures.contains(measure.word))
    }

    /// The sum of a reading; nil unless every figure of it is a number. A figure that is absent counts by the row that stands for it.
    private func sum(_ reading: [Int]) -> Quantity? {
        var total = Quantity.zero
        var added: Set<Int> = []
        for index in reading {
            var index = index
            if figures[index] == nil, let substitute = figures.form.substitute(for: index) {
                index = substitute
                guard added.insert(index).inserted else { continue }
            }
            guard let number = figures[index]?.value.number else { return nil }
            total = total + number
        }
        return total
    }

    /// The range without blanks and list commas at its ends.
    private func trimmed(_ range: Range<Int>, in block: BlockText) -> Range<Int> {
        let bytes = Array(block.string.utf8)[range]
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
        while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }
}
