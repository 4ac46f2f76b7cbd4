package import AuditModel
import DocumentDiff
import DocumentModel

/// A comparison as text: what changed, insertions as `{+…+}` and deletions as `[-…-]` where there is no colour.
package enum DiffText {
    /// What is shown.
    package struct Choice: Hashable, Sendable {
        /// The kinds of change; one of several kinds is shown if any of them is.
        package let kinds: Set<ChangeKind>
        /// How many unchanged lines before and behind each change.
        package let context: Int

        package init(kinds: Set<ChangeKind> = Set(ChangeKind.allCases), context: Int = 0) {
            self.kinds = kinds
            self.context = context
        }
    }

    /// The text as UTF-8 bytes.
    package static func bytes(of comparison: Comparison, in language: Language, for terminal: Terminal, showing choice: Choice = Choice())
        -> [UInt8]
    {
        var text = TextWriter(terminal)
        text.entry(indent: 0, label: ComparisonWording.old[language], width: 5, comparison.old.source.path)
        text.entry(indent: 0, label: ComparisonWording.new[language], width: 5, comparison.new.source.path)
        text.line(ComparisonWording.summary(of: comparison.delta)[language], .bold)
        if !comparison.delta.isMinimal { text.line(ComparisonWording.approximate[language]) }
        let outline = comparison.outline
        var leftOut = 0
        for part in outline.parts {
            let entries = part.all
            let shown = entries.map { $0.change.map { !choice.kinds.isDisjoint(with: $0.kinds) } ?? false }
            leftOut += zip(entries, shown).count { $0.change != nil && !$1 }
            guard shown.contains(true) else { continue }
            text.section(part, shown, choice, outline, language)
        }
        if leftOut > 0 {
            text.line()
            text.line(ComparisonWording.leftOut(leftOut)[language])
        }
        text.changes(comparison.changes, language)
        text.copiedText(comparison.carryover, language)
        text.promises(comparison.carryover, language)
        return text.bytes
    }
}

extension TextWriter {
    fileprivate mutating func section(
        _ part: ComparisonOutline.Part, _ shown: [Bool], _ choice: DiffText.Choice, _ outline: ComparisonOutline, _ language: Language
    ) {
        line()
        let title = part.section?.title ?? ""
        let state = part.section.map { "  [\(ComparisonWording.state($0.state)[language])]" } ?? ""
        line((title.isEmpty ? ComparisonWording.beginning[language] : title) + state, .bold)
        let entries = part.all
        // The nearest change before and behind each entry tells whether that is its context.
        var distance = [Int](repeating: .max, count: entries.count)
        for order in [Array(entries.indices), entries.indices.reversed()] {
            var last: Int?
            for index in order {
                if shown[index] { last = index }
                if let last { distance[index] = min(distance[index], abs(index - last)) }
            }
        }
        var isFirst = true
        var last = -1
        for (index, entry) in entries.enumerated() where distance[index] <= choice.context {
            if !isFirst, choice.context > 0, last < index - 1 { line("  ⋯", .faint) }
            isFirst = false
            last = index
            if shown[index] { change(entry, choice.kinds, outline, language) } else { context(entry, language) }
        }
    }

    private mutating func context(_ entry: ComparisonOutline.Entry, _ language: Language) {
        switch entry.content {
        case .line(let line): runs([(line.block.newText.isEmpty ? line.block.oldText : line.block.newText, .faint)])
        case .table(let table):
            let cells = table.rows.reduce(0) { $0 + $1.cells.count { $0.block != nil } }
            line("    " + ComparisonWording.unchangedCells(cells)[language], .faint)
        }
    }

    private mutating func change(
        _ entry: ComparisonOutline.Entry, _ kinds: Set<ChangeKind>, _ outline: ComparisonOutline, _ language: Language
    ) {
        let names = outline.names
        switch entry.content {
        case .line(let line):
            label(line.block, entry.change?.kinds ?? [], outline.relation(of: line.block), language)
            runs(styled(line.block, names))
        case .table(let table):
            for row in table.rows {
                switch row.fate {
                case .inserted, .deleted:
                    let kind = row.fate == .inserted ? ChangeKind.added : .removed
                    guard kinds.contains(kind), let first = row.cells.lazy.compactMap(\.block).first else { continue }
                    label(first, [kind], nil, language)
                    var pieces: [(String, Style)] = []
                    for block in row.cells.compactMap(\.block) {
                        if !pieces.isEmpty { pieces.append((" │ ", .faint)) }
                        pieces += styled(block, names)
                    }
                    runs(pieces)
                default:
                    for block in row.cells.compactMap(\.block) where !kinds.isDisjoint(with: block.changeKinds(names: names)) {
                        label(block, ChangeKind.allCases.filter(block.changeKinds(names: names).contains), nil, language)
                        runs(styled(block, names))
                    }
                }
            }
        }
    }

    /// Says where a change is and what.
    private mutating func label(_ block: BlockDelta, _ kinds: [ChangeKind], _ relation: LocalizedText?, _ language: Language) {
        let places = [block.old, block.new].map { $0?.locator.description ?? "—" }.joined(separator: " → ")
        line("  \(places)  \(ComparisonWording.kinds(kinds)[language])\(relation.map { "  " + $0[language] } ?? "")", .faint)
    }

    private func styled(_ block: BlockDelta, _ names: [String]) -> [(String, Style)] {
        block.displayRuns(names: names).map { run in
            switch run.operation {
            case .keep: (run.text, .plain)
            case .insert: (hasColour ? run.text : "{+\(run.text)+}", .added)
            case .delete: (hasColour ? run.text : "[-\(run.text)-]", .removed)
            }
        }
    }

    fileprivate mutating func changes(_ changes: [IndicatorChange], _ language: Language) {
        let changed = changes.filter { $0.old != $0.new }
        guard !changes.isEmpty else { return }
        line()
        line(PageWording.indicatorChanges[language], .bold)
        if changed.isEmpty { line("  " + PageWording.noChanges[language]) }
        let width = changed.map { DisplayWidth.columns(of: $0.label[language]) }.max() ?? 0
        for change in changed {
            var value = "\(AuditWording.figure(change.old)[language]) → \(AuditWording.figure(change.new)[language])"
            if let difference = change.change { value += "  \(SignedNumber.text(of: difference))" }
            if let percent = change.percent { value += "  \(SignedNumber.text(of: percent))%" }
            for mark in PageWording.marks(of: change) { value += "  \(mark[language])" }
            entry(indent: 2, label: change.label[language], width: width + 2, value)
        }
    }
}
