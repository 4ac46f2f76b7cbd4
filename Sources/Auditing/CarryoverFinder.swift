import AuditModel
import DocumentDiff
import DocumentModel
import Extraction
import Reporters
import RuleEngine

/// Tells what a report has of last year's.
struct CarryoverFinder: Sendable {
    private let pack: RulePack
    private let engine: Engine
    private let finders: FinderShelf

    init(_ pack: RulePack, engine: Engine, finders: FinderShelf) {
        self.pack = pack
        self.engine = engine
        self.finders = finders
    }

    /// What does not count when two reports are compared for text that was taken over.
    func mask(_ identities: [Identity]) -> TextMask { TextMask(names: identities.flatMap(\.names), prescribed: pack.prescribedWords) }

    /// - Parameters:
    ///   - delta: from last year's document to this year's.
    ///   - statements: what this year's narrative states; nil where that has not been looked for yet.
    func carryover(of report: Report, since previous: Report, _ delta: DocumentDelta, statements: [Statement]?) -> Carryover {
        let copied = CopiedText(of: delta, masking: mask([report.identity, previous.identity]))
        return Carryover(
            copied: copied, leftovers: leftovers(in: copied, report, previous, statements),
            followUps: engine.followUps(of: report, since: previous),
            partNames: Dictionary(
                pack.passages.parts.map { ($0.id, LocalizedText(chinese: $0.cues.first ?? $0.id, english: $0.id)) },
                uniquingKeysWith: { first, _ in first }))
    }

    private func leftovers(
        in copied: CopiedText, _ report: Report, _ previous: Report, _ known: [Statement]?
    ) -> [Leftover] {
        guard copied.passages.contains(where: { !$0.standing.isEmpty }) else { return [] }
        let statements =
            known
            ?? finders.finder(for: report.figures.form).narrative(
                of: report.document, figures: report.figures, identity: report.identity
            ).statements
        var stated: [Locator: [Statement]] = [:]
        for statement in statements where statement.state == .bound && statement.agrees == false {
            stated[statement.place.locator, default: []].append(statement)
        }
        let years = (report.identity.year, previous.identity.year)
        return copied.passages.flatMap { passage in
            passage.standing.compactMap { figure -> Leftover? in
                let kind: Leftover.Kind
                if let year = years.1, year != years.0, !figure.isBracketed, Self.year(figure.text) == year {
                    kind = .year(year)
                } else if let statement = stated[figure.place.locator]?.first(where: { $0.numberRange.contains(figure.offset) }),
                    let found = Self.figure(statement, report.figures, previous.figures)
                {
                    kind = found
                } else {
                    return nil
                }
                return Leftover(kind: kind, text: figure.text, place: figure.place, oldPlace: figure.oldPlace, passage: passage.text)
            }
        }
    }

    /// A year of four digits, of either width.
    private static func year(_ text: String) -> Int? {
        let digits = text.unicodeScalars.map { DigitNotation.decimal($0.value) }
        guard digits.count == 4 else { return nil }
        return digits.reduce(0) { year, digit in digit.flatMap { digit in year.map { $0 * 10 + digit } } }
    }

    /// What this year's tables have in place of a stated figure that was last year's.
    private static func figure(_ statement: Statement, _ figures: Figures, _ old: Figures) -> Leftover.Kind? {
        let ids = statement.indicators.map { figures.form.indicators[$0].id }
        guard !ids.isEmpty, let now = sum(ids, figures), let before = sum(ids, old), before == statement.value else { return nil }
        return .figure(ids, inTable: now)
    }

    private static func sum(_ ids: [Indicator.ID], _ figures: Figures) -> Quantity? {
        ids.reduce(Quantity(0)) { sum, id in
            guard let sum, let number = figures[id]?.value.number else { return nil }
            return sum.adding(number)
        }
    }
}
