import AuditModel
import DocumentDiff
import DocumentModel

/// Two texts side by side, section by section.
struct ComparisonPage {
    private let delta: DocumentDelta
    private let mask: TextMask
    private let language: Language
    /// Whether figures in cells are left to the table of indicators.
    private let leavesFigures: Bool
    /// The anchor of a place in the old text; nil where nothing refers to it.
    private let oldAnchor: (Locator) -> String?

    init(
        _ delta: DocumentDelta, mask: TextMask, language: Language, leavesFigures: Bool,
        oldAnchor: @escaping (Locator) -> String? = { _ in nil }
    ) {
        self.delta = delta
        self.mask = mask
        self.language = language
        self.leavesFigures = leavesFigures
        self.oldAnchor = oldAnchor
    }

    func write(_ html: inout HTMLWriter) {
        html.element("p", [.class("legend")]) { html in
            html.text(ComparisonWording.legend[language])
        }
        html.lineFeed()
        for section in delta.sections { self.section(section, &html) }
    }

    private func section(_ section: SectionDelta, _ html: inout HTMLWriter) {
        guard !section.blocks.isEmpty else { return }
        html.element("h3") { html in
            html.text(section.title.isEmpty ? ComparisonWording.beginning[language] : section.title)
            html.element("span", [.class("tag")], text: ComparisonWording.state(section.state)[language])
            if section.old != nil, let copied = section.copied(masking: mask) {
                html.element("span", [.class("tag")], text: ComparisonWording.copied(Int((copied * 100).rounded()))[language])
            }
        }
        html.lineFeed()
        let figures = section.blocks.count { isLeft($0) }
        let blocks = section.blocks.filter { !isLeft($0) }
        var start = 0
        while start < blocks.count {
            let isSame = blocks[start].state == .same
            var end = start + 1
            while end < blocks.count, (blocks[end].state == .same) == isSame { end += 1 }
            let run = blocks[start..<end]
            if isSame {
                html.element("details") { html in
                    html.element("summary", text: summary(of: run))
                    rows(run, &html)
                }
            } else {
                rows(run, &html)
            }
            html.lineFeed()
            start = end
        }
        if figures > 0 { html.element("p", [.class("soft")], text: ComparisonWording.changedFigures(figures)[language]) }
    }

    /// Whether a block is a figure that changed and that the table of indicators shows better. A cell that the comparison is referred to stays.
    private func isLeft(_ block: BlockDelta) -> Bool {
        guard leavesFigures, block.kind == .cell, block.state != .same else { return false }
        if let old = block.old, oldAnchor(old.locator) != nil { return false }
        return Self.isFigure(block.oldText) && Self.isFigure(block.newText)
    }

    private static func isFigure(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x2C...0x39).contains($0) || $0 == UInt8(ascii: " ") }
    }

    private func summary(of run: ArraySlice<BlockDelta>) -> String {
        let cells = run.count { $0.kind == .cell }
        var parts: [String] = []
        if run.count > cells { parts.append(ComparisonWording.unchanged(run.count - cells)[language]) }
        if cells > 0 { parts.append(ComparisonWording.unchangedCells(cells)[language]) }
        return parts.joined(separator: " · ")
    }

    private func rows(_ run: ArraySlice<BlockDelta>, _ html: inout HTMLWriter) {
        html.element("table", [.class("sides")]) { html in
            for block in run {
                html.element("tr", [block.kind == .heading ? .class("head") : nil]) { html in
                    side(block, of: block.old, leaving: .insert, &html)
                    side(block, of: block.new, leaving: .delete, &html)
                }
                html.lineFeed()
            }
        }
    }

    /// Writes one side of a block, without what only the other side has.
    private func side(_ block: BlockDelta, of text: TextBlock?, leaving other: TextEdit.Operation, _ html: inout HTMLWriter) {
        guard let text else {
            html.element("td", [.class("none")]) { _ in }
            return
        }
        let anchor = other == .insert ? oldAnchor(text.locator).map { HTMLWriter.Attribute.id($0) } : nil
        html.element("td", [anchor, .title(text.locator.description)]) { html in
            for run in block.displayRuns where run.operation != other {
                switch run.operation {
                case .keep: html.text(run.text)
                case .insert: html.element("ins", text: run.text)
                case .delete: html.element("del", text: run.text)
                }
            }
            if block.state == .moved, other == .delete, let old = block.old {
                html.element("span", [.class("tag")], text: ComparisonWording.movedFrom(PlaceWording.name(of: old.locator))[language])
            }
        }
    }
}
