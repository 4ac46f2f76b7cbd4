package import AuditModel
import DocumentDiff
import DocumentModel

/// A comparison as text: only what changed, insertions as `{+…+}` and deletions as `[-…-]` where there is no colour.
package enum DiffText {
    /// The text as UTF-8 bytes.
    package static func bytes(of comparison: Comparison, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        text.entry(indent: 0, label: ComparisonWording.old[language], width: 5, comparison.old.source.path)
        text.entry(indent: 0, label: ComparisonWording.new[language], width: 5, comparison.new.source.path)
        text.line(ComparisonWording.summary(of: comparison.delta)[language], .bold)
        for section in comparison.delta.sections where section.blocks.contains(where: { $0.state != .same }) {
            text.section(section, language, hasColour: terminal.hasColour)
        }
        text.changes(comparison.changes, language)
        text.copiedText(comparison.carryover, language)
        text.promises(comparison.carryover, language)
        return text.bytes
    }
}

extension TextWriter {
    fileprivate mutating func section(_ section: SectionDelta, _ language: Language, hasColour: Bool) {
        line()
        let title = section.title.isEmpty ? ComparisonWording.beginning[language] : section.title
        line("\(title)  [\(ComparisonWording.state(section.state)[language])]", .bold)
        for block in section.blocks where block.state != .same {
            let places = [block.old, block.new].map { $0?.locator.description ?? "—" }.joined(separator: " → ")
            line("  \(places)  \(ComparisonWording.state(block.state)[language])", .faint)
            var content = ""
            for run in block.displayRuns {
                switch run.operation {
                case .keep: content += styled(run.text, .plain)
                case .insert: content += styled(hasColour ? run.text : "{+\(run.text)+}", .added)
                case .delete: content += styled(hasColour ? run.text : "[-\(run.text)-]", .removed)
                }
            }
            rawLine("    " + content)
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
            entry(indent: 2, label: change.label[language], width: width + 2, value)
        }
    }
}
