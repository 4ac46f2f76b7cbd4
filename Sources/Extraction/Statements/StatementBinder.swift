import AuditModel
import DocumentModel

/// Finds the figure that a count states, its lawful readings, and whether the tables agree.
///
/// A class, since every paragraph has it at hand.
final class StatementBinder {
    let grammar: CompiledGrammar
    private let figures: Figures

    init(grammar: CompiledGrammar, figures: Figures) {
        self.grammar = grammar
        self.figures = figures
    }

    /// What a count comes to.
    struct Binding {
        var state: Statement.State
        var value: Quantity
        var readings: [[Int]] = []
        var chosen: Int?
        var ownIdentifier: String?
        var agrees: Bool?
        var reason: ReasonID?
        var figure: String?
        /// It may be of another scope than the figure: a difference has to be explained rather than corrected.
        var isDoubted = false
    }

    func bind(_ count: Count) -> Binding {
        func unbound(_ reason: ReasonID) -> Binding { Binding(state: .unbound, value: count.value, reason: reason) }
        // An inexact number still shows what it is about.
        if let obstacle = count.obstacle, obstacle != .inexact, obstacle != .noAct, obstacle != .severalReadings {
            return part(count, obstacle) ?? unbound(obstacle)
        }
        guard let first = meaning(of: count.features, measure: count.measure) else {
            return unbound(meaning(of: count.features, measure: nil) == nil ? .noFigure : .otherMeasure)
        }
        let figure = grammar.figures[first.figure]
        guard let value = count.value.multiplied(by: figure.definition.scale) else { return unbound(.tooLong) }
        if let own = figure.definition.ownIdentifier {
            let state: Statement.State = count.obstacle == nil ? .bound : .ambiguous
            return Binding(state: state, value: value, ownIdentifier: own, reason: count.obstacle, figure: figure.definition.id)
        }
        guard let readings = readings(of: count, first: first), !readings.isEmpty else { return unbound(.noFigure) }
        // Where a figure has one reading only, it takes no verb to know what is meant.
        if count.obstacle != nil, count.obstacle != .noAct || readings.count > 1 {
            return Binding(state: .ambiguous, value: value, readings: readings, reason: count.obstacle, figure: figure.definition.id)
        }
        let sums = readings.map(sum)
        let grain = count.grain?.multiplied(by: figure.definition.scale)
        let isFiner = count.measure.map { grammar.measures[$0].factor == Quantity(1) } ?? false && figure.definition.scale < Quantity(1)
        func bearsOut(_ sum: Quantity) -> Bool {
            if sum == value { return true }
            // 412,035元 is what the table's 41.2万元 is short for.
            if isFiner, isShortened(value, to: sum, grain: Quantity(significand: 1, scale: sum.scale)) { return true }
            return grain.map { $0 > Quantity(1) && isShortened(sum, to: value, grain: $0) } ?? false
        }
        let agreeing = sums.firstIndex { $0.map(bearsOut) ?? false }
        if agreeing == nil, figure.definition.isAmbiguous || count.isDoubtful && readings.count > 1 || count.isLater {
            return Binding(state: .ambiguous, value: value, readings: readings, reason: .severalReadings, figure: figure.definition.id)
        }
        // 自然人9件，其他3件, and no figures for some of the others: it may be all of them.
        if agreeing == nil, !count.rest.isEmpty, sums.contains(where: { $0 == nil }) {
            return Binding(state: .ambiguous, value: value, readings: readings, reason: .severalReadings, figure: figure.definition.id)
        }
        if agreeing == nil, count.isQualified, readings.contains(where: { isPart(value, of: $0) }) {
            return Binding(state: .ambiguous, value: value, readings: readings, reason: .severalReadings, figure: figure.definition.id)
        }
        let chosen = agreeing ?? sums.firstIndex { $0 != nil } ?? 0
        return Binding(
            state: .bound, value: value, readings: readings, chosen: chosen, agrees: sums[chosen].map(bearsOut),
            figure: figure.definition.id)
    }

    /// A number that is some of a figure of the pack's own, named with it; nil for others, and for those of another time.
    private func part(_ count: Count, _ reason: ReasonID) -> Binding? {
        guard grammar.isOfOwn(reason), count.look.contains(.noun), count.look.isDisjoint(with: [.otherTime, .described]),
            let figure = meaning(of: count.features, measure: count.measure)?.figure,
            case let definition = grammar.figures[figure].definition, let own = definition.ownIdentifier,
            let value = count.value.multiplied(by: definition.scale)
        else { return nil }
        return Binding(state: .unbound, value: value, ownIdentifier: own, reason: reason)
    }

    /// Whether the tables have a value for what a number is bound to.
    func bearsOut(_ binding: Binding, _ value: Quantity) -> Bool {
        guard let id = binding.figure, let figure = grammar.figures.first(where: { $0.definition.id == id }),
            let scaled = value.multiplied(by: figure.definition.scale)
        else { return false }
        return binding.readings.contains { sum($0) == scaled }
    }

    /// Nil where one of the joined nouns is no figure.
    private func readings(of count: Count, first: MeaningShelf.Meaning) -> [[Int]]? {
        var readings = first.readings
        for features in count.joined {
            // Joined nouns are added up: the first lawful reading of each.
            guard let reading = meaning(of: features, measure: count.measure)?.readings.first else { return nil }
            readings = readings.map { $0 + reading.filter { [known = $0] in !known.contains($0) } }
        }
        if !count.rest.isEmpty {
            let others = count.rest.compactMap { meaning(of: $0, measure: count.measure)?.readings.first }
            if others.count == count.rest.count, let own = readings.first { readings.append(own + others.joined()) }
        }
        for features in count.alternatives {
            for reading in meaning(of: features, measure: count.measure)?.readings ?? [] where !readings.contains(reading) {
                readings.append(reading)
            }
        }
        return readings
    }

    func meaning(of features: Features, measure: Int? = nil) -> MeaningShelf.Meaning? {
        grammar.meanings.meaning(of: .init(features: features, measure: measure)) {
            grammar.figure(for: features, measure: measure.map { grammar.measures[$0] }).map {
                MeaningShelf.Meaning(figure: $0, readings: grammar.readings(of: $0, features: features))
            }
        }
    }

    /// Whether a figure is rounded, or cut off, to what is written of it in such grains: 1,234,567 to 123.5万 or 123.4万.
    private func isShortened(_ figure: Quantity, to written: Quantity, grain: Quantity) -> Bool {
        guard let rest = figure.subtracting(written), let double = rest.magnitude.adding(rest.magnitude) else { return false }
        return double <= grain || !rest.isNegative && rest < grain
    }

    /// Whether a value is that of one of the figures of a reading, or of some that follow each other, and not of all.
    private func isPart(_ value: Quantity, of reading: [Int]) -> Bool {
        reading.indices.contains { start in
            (start + 1...reading.count).contains { $0 - start < reading.count && sum(Array(reading[start..<$0])) == value }
        }
    }

    /// The sum of a reading; nil unless every figure of it is a number and the sum can be held. A figure that is absent counts by the row that stands for it.
    func sum(_ reading: [Int]) -> Quantity? {
        var total = Quantity.zero
        var added: Set<Int> = []
        for index in reading {
            var index = index
            if figures.values[index] == nil, let substitute = figures.form.substitute(for: index) {
                index = substitute
                guard added.insert(index).inserted else { continue }
            }
            guard let number = figures.values[index]?.value.number, let sum = total.adding(number) else { return nil }
            total = sum
        }
        return total
    }
}
