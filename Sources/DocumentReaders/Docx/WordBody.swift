import DocumentModel
import XML

/// Goes through the text of a file once, in order.
struct WordBody {
    let tape: XMLTape
    let styles: WordStyles
    var numbering: WordNumbering
    var budget: ReadingBudget
    private(set) var blocks: [FlatBlock] = []
    private(set) var notes: [FlatDocument.Note] = []

    /// The lines of the cell that is being read; nil outside of cells.
    var cell: CellLines?
    /// Text whose paragraph mark was deleted: it goes on with the paragraph that follows.
    var carried = WordText()
    var fields = WordFields()
    /// The marks of fields that begin and end as they should.
    let soundFields: Set<Int>

    // What is said of the document as a whole.
    var changes = 0
    var hiddenTexts = 0
    var footnotes = 0

    struct CellLines {
        var lines: [String] = []
        var pictures = 0
        var embedded = 0
        var nestedTables = 0
    }

    init(_ tape: XMLTape, styles: WordStyles, numbering: WordNumbering, budget: ReadingBudget) {
        self.tape = tape
        self.styles = styles
        self.numbering = numbering
        self.budget = budget
        soundFields = Self.soundFields(of: tape)
    }

    mutating func readAll(_ body: Int) {
        readBlocks(body)
        emitCarried()
    }

    var remarks: [Remark] {
        [(Remark.Kind.trackedChanges, changes), (.hiddenText, hiddenTexts), (.footnotes, footnotes)].filter { $0.1 > 0 }
            .map { Remark($0.0, at: Place(.document), detail: "\($0.1)") }
    }

    /// Recursion goes as deep as elements nest, which the parser bounds.
    mutating func readBlocks(_ parent: Int) {
        var next = parent + 1
        let end = tape.events[parent].end
        while next < end {
            if tape.events[next].kind == .start {
                readBlock(next)
                next = tape.events[next].end
            }
            next += 1
        }
    }

    private mutating func readBlock(_ index: Int) {
        switch tape.word(index) {
        case .p: readParagraph(index)
        case .tbl: readTable(index)
        case .sdt: if let content = tape.child(.sdtContent, of: index) { readBlocks(content) }
        case .customXml, .smartTag, .ins, .moveTo, .sdtContent: readBlocks(index)
        case .del, .moveFrom: changes += 1
        case .alternateContent: if let branch = branch(of: index) { readBlocks(branch) }
        case .altChunk, .subDoc: note(.embeddedDocument)
        // A formula, or text that stands where only paragraphs may.
        case .oMath, .oMathPara, .r, .hyperlink: readLooseContent(index)
        default: break
        }
    }

    /// The branch of a choice between markups that is read: the first that asks for nothing unknown, else the one for older programs.
    /// - Source: ISO/IEC 29500-3, 7.5
    func branch(of index: Int) -> Int? {
        let branches = tape.children(of: index)
        let choices = branches.filter { tape.word($0) == .choice }
        let known = choices.first { choice in
            (tape.value(.requires, at: choice) ?? "").split(separator: " ").allSatisfy { Self.knownMarkup.contains(String($0)) }
        }
        return known ?? branches.first { tape.word($0) == .fallback } ?? choices.first
    }

    /// The prefixes that programs give to newer markup with text in it, and to harmless additions.
    private static let knownMarkup: Set<String> = [
        "wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "w16sdtdh", "wp14", "a14", "v", "o", "w10", "m", "wp",
        "pic",
    ]

    // MARK: What comes out

    /// Says something of the place that was read last.
    mutating func note(_ kind: Remark.Kind, count: Int = 1) {
        guard count > 0 else { return }
        if cell != nil {
            switch kind {
            case .picture: cell?.pictures += count
            case .embeddedDocument: cell?.embedded += count
            default: cell?.nestedTables += count
            }
            return
        }
        if let last = notes.last, last.kind == kind, last.block == blocks.count {
            notes[notes.count - 1].count += count
        } else {
            notes.append(FlatDocument.Note(block: blocks.count, kind: kind, count: count))
        }
    }

    mutating func add(line: String, level: Int?) {
        if cell != nil {
            cell?.lines.append(line)
        } else if budget.takeParagraph(at: .unknown) {
            blocks.append(.line(FlatLine(BlockText(line), level: level)))
        }
    }

    mutating func add(label: String, line: String, level: Int?) {
        guard cell == nil, !label.isEmpty, !line.isEmpty else { return add(line: label + line, level: level) }
        guard budget.takeParagraph(at: .unknown) else { return }
        // What is counted and what is written meet here.
        let meeting = BlockText.Anchor(offset: label.utf8.count, position: .unknown)
        blocks.append(.line(FlatLine(BlockText(label + line, further: [meeting]), level: level)))
    }

    /// Takes back the block that was added last.
    mutating func dropLast() { blocks.removeLast() }

    mutating func add(_ table: FlatTable) { blocks.append(.table(table)) }

    mutating func emitCarried() {
        guard !carried.isEmpty else { return }
        let text = carried
        carried = WordText()
        for line in text.lines { add(line: line, level: nil) }
    }

    // MARK: Fields

    /// The marks of all fields that have a beginning and an end. One that is cut off is no field, or its instruction would swallow the text.
    private static func soundFields(of tape: XMLTape) -> Set<Int> {
        var sound: Set<Int> = []
        var open: [[Int]] = []
        for (index, event) in tape.events.enumerated() where event.name == WordName.fldChar.rawValue && event.kind == .start {
            switch tape.value(.fldCharType, at: index) {
            case "begin": open.append([index])
            case "separate": if !open.isEmpty { open[open.count - 1].append(index) }
            case "end": if let marks = open.popLast() { sound.formUnion(marks + [index]) }
            default: break
            }
        }
        return sound
    }
}
