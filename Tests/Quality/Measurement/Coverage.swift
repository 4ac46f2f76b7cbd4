import AuditModel
import DocumentModel
import TestSupport

/// How the figures of a narrative were understood, against what they are.
struct Coverage {
    enum Fate: String, CaseIterable {
        case right = "bound to what it states"
        case wrong = "bound to something else"
        case ambiguous, unbound
        case unseen = "not seen"
        case decoyBound = "bound though it states nothing"
    }

    private(set) var counts: [Fate: Int] = [:]
    /// What was not understood, by fate, figure and wording, each with how often and the first example.
    private var groups: [Group: (count: Int, example: String)] = [:]

    private struct Group: Hashable {
        let fate: Fate
        let figure: String
        let found: String
        let wording: String
    }

    mutating func add(_ trial: Trial) {
        let draft = trial.subject.draft
        let statements = trial.audit.report.narrative.statements.map(Mention.init)
        let form = trial.audit.report.figures.form
        for place in draft.paragraphs {
            let paragraph = draft[place]
            let text = paragraph.text
            let dense = DenseText(text)
            let section = draft.sections[place.section].number
            // Where the number or the words of a statement of this section may stand.
            let open = statements.filter { $0.section == section }.flatMap { mention in
                dense.places(of: mention.quote).map { (mention.statement, $0, $0.lowerBound + mention.offset) }
            }
            for (index, piece) in paragraph.pieces.enumerated() {
                guard let kind = Self.kind(piece, trial.subject.truth) else { continue }
                let range = paragraph.range(of: index)
                let wanted = DenseText.range(range, in: text)
                // The same words may stand twice in a section: the statement of this place is the nearest to it.
                let statement = open.filter { statement, quote, number in
                    kind.isWords ? (statement.isZeroByWords || statement.value.isZero) && quote.overlaps(wanted) : wanted.contains(number)
                }.map(\.0).min { distance($0, range) < distance($1, range) }
                let fate = fate(statement, kind, form)
                guard let fate else { continue }
                counts[fate, default: 0] += 1
                guard fate != .right else { continue }
                let found =
                    statement.map { statement in
                        let bound = statement.ownIdentifier ?? statement.indicators.map { form.indicators[$0].id }.joined(separator: "+")
                        return bound.isEmpty ? "" : "as " + bound
                    } ?? ""
                let source = WordingLibrary.shared[piece.topic].first { $0.number == piece.wording }?.source ?? ""
                let group = Group(fate: fate, figure: kind.name, found: found + (statement?.reason ?? ""), wording: source)
                groups[group, default: (0, Self.context(text, range))].count += 1
            }
        }
    }

    /// In UTF-8 units, as if both stood in one paragraph.
    private func distance(_ statement: Statement, _ range: Range<Int>) -> Int { abs(statement.numberRange.lowerBound - range.lowerBound) }

    private struct Kind {
        let name: String
        /// What it states; nil for a decoy.
        let indicators: Set<String>?
        let isWords: Bool
    }

    private static func kind(_ piece: Piece, _ truth: Truth) -> Kind? {
        switch piece.mark {
        case .figure(let expression, _):
            Kind(name: expression.names.joined(separator: "+"), indicators: Set(truth.indicators(expression)), isWords: false)
        case .zero(let expression):
            Kind(name: "0 " + expression.names.joined(separator: "+"), indicators: Set(truth.indicators(expression)), isWords: true)
        case .lookBack, .local, .random, .whole, .least: Kind(name: "nothing", indicators: nil, isWords: false)
        default: nil
        }
    }

    private func fate(_ statement: Statement?, _ kind: Kind, _ form: Form) -> Fate? {
        guard let statement else { return kind.indicators == nil ? nil : .unseen }
        guard let wanted = kind.indicators else { return statement.state == .bound ? .decoyBound : nil }
        switch statement.state {
        case .ambiguous: return .ambiguous
        case .unbound: return .unbound
        case .bound:
            if wanted == [YearFigures.fee] { return statement.ownIdentifier != nil ? .right : .wrong }
            let readings = statement.readings.map { Set($0.map { form.indicators[$0].id }) }
            // Several figures may be denied at once.
            let isRight = readings.contains(wanted) || kind.isWords && readings.contains { !$0.isDisjoint(with: wanted) }
            return isRight ? .right : .wrong
        }
    }

    /// A statement with its quote without blanks.
    private struct Mention {
        let statement: Statement
        let section: Int?
        let quote: DenseText
        /// Of the number in the quote.
        let offset: Int

        init(_ statement: Statement) {
            self.statement = statement
            section = statement.place.locator.section.first
            quote = DenseText(statement.quote)
            let before = statement.numberRange.lowerBound - statement.range.lowerBound
            offset = DenseText.range(0..<max(0, before), in: statement.quote).upperBound
        }
    }

    /// What was not understood, the most frequent first.
    func lines(of fate: Fate) -> [String] {
        groups.filter { $0.key.fate == fate }.map { group, value in
            (value.count, "\(value.count) × \(group.figure) \(group.found) in “\(group.wording)”：\(value.example)")
        }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
    }

    static func context(_ text: String, _ range: Range<Int>) -> String {
        let bytes = Array(text.utf8)
        let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).suffix(34)
        let after = String(decoding: bytes[range.upperBound...], as: UTF8.self).prefix(26)
        return "…\(before)【\(String(decoding: bytes[range], as: UTF8.self))】\(after)…"
    }
}
