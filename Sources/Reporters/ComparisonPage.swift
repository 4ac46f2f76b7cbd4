import AuditModel
import DocumentDiff
import DocumentModel

/// Two texts beside each other or in one, section by section, with all that is needed to find one's way: a choice of view, a filter, a list of changes.
///
/// One view is made from the other by style sheet alone: the right side holds the deletions as well, hidden while the left side is shown.
struct ComparisonPage {
    let outline: ComparisonOutline
    let language: Language
    private let mask: TextMask
    /// Whether tables in which nothing but figures changed are left to the table of indicators: they are folded.
    let leavesFigures: Bool
    /// What the names of all its anchors begin with.
    private let prefix: String
    /// The kinds that are shown at first.
    private let shownKinds: Set<ChangeKind>
    /// The anchor of a place in the old text; nil where nothing refers to it.
    let oldAnchor: (Locator) -> String?

    init(
        _ outline: ComparisonOutline, mask: TextMask, language: Language, leavesFigures: Bool, prefix: String,
        shownKinds: Set<ChangeKind> = Set(ChangeKind.allCases), oldAnchor: @escaping (Locator) -> String? = { _ in nil }
    ) {
        self.outline = outline
        self.mask = mask
        self.language = language
        self.leavesFigures = leavesFigures
        self.prefix = prefix
        self.shownKinds = shownKinds
        self.oldAnchor = oldAnchor
    }

    func write(_ html: inout HTMLWriter) {
        html.element("div", [.class("compare")]) { html in
            html.element("p", [.class("legend")]) { html in
                html.element("span", [.class("both")], text: ComparisonWording.legend[language])
                html.element("span", [.class("one")], text: ComparisonWording.legendInline[language])
            }
            html.lineFeed()
            tools(&html)
            list(&html)
            for part in outline.parts { self.part(part, &html) }
        }
        html.lineFeed()
    }

    /// The anchor of a change.
    func anchor(_ change: Int) -> String { "\(prefix)c\(change)" }

    // MARK: Finding one's way

    private func tools(_ html: inout HTMLWriter) {
        let changes = outline.parts.flatMap(\.all).compactMap(\.change)
        guard !changes.isEmpty else { return }
        html.element("form", [.class("tools"), .init("aria-label", ComparisonWording.tools[language])]) { html in
            html.element("fieldset") { html in
                html.element("legend", text: ComparisonWording.view[language])
                input("radio", "view", "view-two", isOn: true, ComparisonWording.sideBySide[language], &html)
                input("radio", "view", "view-one", isOn: false, ComparisonWording.inline[language], &html)
            }
            html.element("fieldset") { html in
                html.element("legend", text: ComparisonWording.show[language])
                for kind in ChangeKind.allCases {
                    let count = changes.count { $0.kinds.contains(kind) }
                    guard count > 0 else { continue }
                    let name = "\(ComparisonWording.kind(kind)[language]) \(count)"
                    input("checkbox", nil, "f-\(kind.rawValue)", isOn: shownKinds.contains(kind), name, &html)
                }
            }
            // Shown by the script, without which they could do nothing.
            html.element("p", [.class("keys"), .init("hidden", "")]) { html in
                html.element("button", [.init("type", "button"), .class("previous")], text: ComparisonWording.previousChange[language])
                html.element("button", [.init("type", "button"), .class("next")], text: ComparisonWording.nextChange[language])
            }
        }
        html.lineFeed()
    }

    private func input(_ type: String, _ name: String?, _ style: String, isOn: Bool, _ label: String, _ html: inout HTMLWriter) {
        html.element("label") { html in
            html.void(
                "input",
                [
                    .init("type", type), name.map { .init("name", prefix + $0) }, .class(style), isOn ? .init("checked", "") : nil,
                    // Browsers would bring back what was chosen before.
                    .init("autocomplete", "off"),
                ])
            html.text(label)
        }
    }

    private func list(_ html: inout HTMLWriter) {
        let entries = outline.parts.flatMap(\.all).filter { $0.change != nil }
        guard !entries.isEmpty else { return }
        html.element("details", [.class("list")]) { html in
            html.element("summary", text: ComparisonWording.changes(entries.count)[language])
            html.element("ol") { html in
                for entry in entries {
                    guard let change = entry.change else { continue }
                    html.element("li", [.class(Self.style(of: change.kinds)), .init("value", String(change.number))]) { html in
                        html.element("a", [.href(anchor(change.number))]) { html in
                            html.text(ComparisonWording.kinds(change.kinds)[language] + " · " + place(of: entry))
                        }
                        html.text(" " + excerpt(of: entry))
                    }
                }
            }
        }
        html.lineFeed()
    }

    /// Names the place of an entry: in the new text, or in the old one where only that has it.
    func place(of entry: ComparisonOutline.Entry) -> String {
        switch entry.content {
        case .line(let line): (line.block.new ?? line.block.old).map { PlaceWording.name(of: $0.locator)[language] } ?? ""
        case .table(let table): table.locator.map { PlaceWording.name(of: $0)[language] } ?? ""
        }
    }

    /// Characters that an excerpt has at most.
    private static let excerptLength = 24

    /// The first change's words, or what a table changed.
    private func excerpt(of entry: ComparisonOutline.Entry) -> String {
        switch entry.content {
        case .table(let table): ComparisonWording.changedCells(table.changedCells(names: outline.names))[language]
        case .line(let line):
            Self.shortened(
                line.block.displayRuns(names: outline.names).filter { $0.operation != .keep }.prefix(2).map(\.text).joined(separator: " → ")
            )
        }
    }

    static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > excerptLength else { return text }
        return String(scalars.prefix(excerptLength)) + "…"
    }

    /// The classes by which the filter finds a change.
    static func style(of kinds: [ChangeKind]) -> String { (["k"] + kinds.map { "k-\($0.rawValue)" }).joined(separator: " ") }

    // MARK: The text

    private func part(_ part: ComparisonOutline.Part, _ html: inout HTMLWriter) {
        html.element("h3", heading(part)) { html in
            if let heading = part.heading, case .line(let line) = heading.content {
                let anchor = line.block.old.flatMap { oldAnchor($0.locator) }
                html.element("span", [anchor.map { .id($0) }]) { html in
                    for run in line.block.displayRuns(names: outline.names) { Self.write(run, language, &html) }
                }
            } else {
                html.text(ComparisonWording.beginning[language])
            }
            if let change = part.heading?.change {
                html.element("span", [.class("tag")], text: "\(change.number) \(ComparisonWording.kinds(change.kinds)[language])")
            }
            if let section = part.section {
                html.element("span", [.class("tag")], text: ComparisonWording.state(section.state)[language])
                if section.old != nil, section.new != nil, let copied = section.copied(masking: mask) {
                    html.element("span", [.class("tag")], text: ComparisonWording.copied(Int((copied * 100).rounded()))[language])
                }
            }
        }
        html.lineFeed()
        var rest = part.entries[...]
        while let first = rest.first {
            if first.isUnchanged {
                let run = rest.prefix { $0.isUnchanged }
                unchanged(run, &html)
                rest = rest[run.endIndex...]
            } else {
                entry(first, &html)
                rest.removeFirst()
            }
            html.lineFeed()
        }
    }

    private func heading(_ part: ComparisonOutline.Part) -> [HTMLWriter.Attribute?] {
        guard let change = part.heading?.change else { return [] }
        return [.class("change"), .id(anchor(change.number)), .init("tabindex", "-1")]
    }
}

extension ComparisonOutline.Entry {
    /// Whether it is the same on both sides, at the same place.
    var isUnchanged: Bool {
        if change != nil { return false }
        if case .line(let line) = content, case .movedAway = line.fate { return false }
        return true
    }
}
