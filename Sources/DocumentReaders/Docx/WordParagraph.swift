import DocumentModel
import XML

/// One paragraph: its properties, then its runs wherever they are nested.
extension WordBody {
    /// What a paragraph says of itself.
    private struct Properties {
        var style: String?
        var numbering: Int?
        var numberingLevel: Int?
        /// From 0.
        var outlineLevel: Int?
        /// Whether its mark was deleted, so that it goes on with the next paragraph.
        var isMarkDeleted = false
        var isMarkHidden = false
    }

    /// What runs gather besides text.
    private struct Gathered {
        var text: WordText
        /// The paragraph style's own hiding.
        let isHidden: Bool
        /// Text boxes, which follow the paragraph that they hang on.
        var boxes: [Int] = []
        var pictures = 0
    }

    mutating func readParagraph(_ index: Int) {
        let own = tape.child(.pPr, of: index).map { properties($0) } ?? Properties()
        let style = styles.properties(ofParagraph: own.style)
        var gathered = Gathered(text: carried, isHidden: style.isHidden ?? false)
        carried = WordText()
        var isListed = fields.isInContents
        readInline(index, into: &gathered)
        isListed = isListed || fields.isInContents
        if isListed { gathered.text.dropPageNumber() }
        let hasBreaks = !gathered.boxes.isEmpty || gathered.pictures > 0
        if isListed, cell == nil, !hasBreaks, isContentsLine(gathered.text) { return noteContents(gathered.text) }
        if own.isMarkDeleted, !hasBreaks {
            carried = gathered.text
            return
        }
        let level = own.outlineLevel ?? style.outlineLevel
        emit(gathered.text, own, style, level: level.flatMap { 0...8 ~= $0 ? $0 + 1 : nil })
        note(.picture, count: gathered.pictures)
        for box in gathered.boxes { readBox(box) }
    }

    /// Whether text that a list of contents holds is no more than a title: a field that goes on too long holds the report itself.
    private func isContentsLine(_ text: WordText) -> Bool {
        let lines = text.lines
        return !lines.isEmpty && lines.allSatisfy { HeadingLine($0).isTitle }
    }

    private mutating func noteContents(_ text: WordText) {
        // The list's own title stands before the field.
        if notes.last.map({ $0.kind != .contentsList || $0.block != blocks.count }) ?? true, case .line(let line) = blocks.last,
            ContentsNotation.isTitle(HeadingLine(line.text.string).key)
        {
            dropLast()
        }
        note(.contentsList, count: text.lines.count)
    }

    private mutating func readBox(_ box: Int) {
        let open = fields
        fields = WordFields()
        if tape.word(box) == .textpath {
            if let line = tape.value(.string, at: box) {
                var text = WordText()
                text.append(line)
                for line in text.lines { add(line: line, level: nil) }
            }
        } else {
            readBlocks(box)
            emitCarried()
        }
        fields = open
    }

    /// Runs that stand where paragraphs should.
    mutating func readLooseContent(_ index: Int) {
        var gathered = Gathered(text: WordText(), isHidden: false)
        readInlineElement(index, into: &gathered)
        for line in gathered.text.lines { add(line: line, level: nil) }
        note(.picture, count: gathered.pictures)
        for box in gathered.boxes { readBox(box) }
    }

    private mutating func emit(_ text: WordText, _ own: Properties, _ style: WordStyles.Properties, level: Int?) {
        let lines = text.lines
        if lines.isEmpty, own.isMarkHidden { return }
        let label = self.label(own, style)
        guard let label else {
            for line in lines { add(line: line, level: level) }
            return
        }
        var prefix = label.text
        if let first = lines.first?.unicodeScalars.first, label.suffix != "nothing", Self.needsBlank(after: label.text, before: first) {
            prefix += " "
        }
        add(label: prefix, line: lines.first ?? "", level: level)
        for line in lines.dropFirst() { add(line: line, level: level) }
    }

    /// Whether number and text would run together without what a tab or blank between them shows.
    private static func needsBlank(after label: String, before text: Unicode.Scalar) -> Bool {
        guard let last = label.unicodeScalars.last else { return false }
        let isMark = "、，．）】〕。：".unicodeScalars.contains(last)
        let isNarrowMark = ".,:)-]".unicodeScalars.contains(last)
        return !(isMark || isNarrowMark && text.value >= 0x80)
    }

    private mutating func label(_ own: Properties, _ style: WordStyles.Properties) -> (text: String, suffix: String)? {
        guard let instance = own.numbering ?? style.numbering, instance > 0 else { return nil }
        var level = own.numberingLevel ?? 0
        if own.numbering == nil {
            let ofStyle = numbering.level(ofStyle: own.style ?? styles.defaultParagraph, in: instance)
            let inherited = numbering.level(ofStyle: style.numberingStyle, in: instance)
            level = own.numberingLevel ?? ofStyle ?? inherited ?? style.numberingLevel ?? 0
        }
        return numbering.label(instance: instance, level: level)
    }

    private mutating func properties(_ index: Int) -> Properties {
        var found = Properties()
        for part in tape.children(of: index) {
            switch tape.word(part) {
            case .pStyle: found.style = tape.value(at: part)
            case .numPr:
                found.numbering = tape.child(.numId, of: part).flatMap { tape.number(at: $0) }
                found.numberingLevel = tape.child(.ilvl, of: part).flatMap { tape.number(at: $0) }
            case .outlineLvl: found.outlineLevel = tape.number(at: part)
            case .rPr:
                for mark in tape.children(of: part) {
                    switch tape.word(mark) {
                    case .ins, .moveTo: changes += 1
                    case .del, .moveFrom:
                        changes += 1
                        found.isMarkDeleted = true
                    case .vanish: found.isMarkHidden = tape.isOn(at: mark)
                    default: break
                    }
                }
            default: break
            }
        }
        return found
    }

    // MARK: Runs

    private mutating func readInline(_ parent: Int, into gathered: inout Gathered) {
        var next = parent + 1
        let end = tape.events[parent].end
        while next < end {
            if tape.events[next].kind == .start {
                readInlineElement(next, into: &gathered)
                next = tape.events[next].end
            }
            next += 1
        }
    }

    private mutating func readInlineElement(_ index: Int, into gathered: inout Gathered) {
        switch tape.word(index) {
        case .r: readRun(index, into: &gathered)
        case .ins, .moveTo:
            changes += 1
            readInline(index, into: &gathered)
        case .del, .moveFrom: changes += 1
        case .sdt: if let content = tape.child(.sdtContent, of: index) { readInline(content, into: &gathered) }
        case .alternateContent: if let branch = branch(of: index) { readInline(branch, into: &gathered) }
        case .hyperlink, .smartTag, .customXml, .fldSimple, .dir, .bdo, .oMath, .oMathPara: readInline(index, into: &gathered)
        case .mathRun: readMath(index, into: &gathered)
        // Parts of formulas, such as fractions and roots, have names of their own; what is written in them stands in math runs.
        case nil where tape.events[index].name < 0: readFormula(index, into: &gathered)
        default: break
        }
    }

    private mutating func readMath(_ index: Int, into gathered: inout Gathered) {
        for part in tape.children(of: index) where tape.word(part) == .mathText { append(part, to: &gathered.text) }
    }

    private mutating func readFormula(_ parent: Int, into gathered: inout Gathered) {
        for index in (parent + 1)..<max(parent + 1, tape.events[parent].end)
        where tape.events[index].kind == .start && tape.word(index) == .mathRun {
            readMath(index, into: &gathered)
        }
    }

    private mutating func readRun(_ run: Int, into gathered: inout Gathered) {
        guard isHidden(run) ?? gathered.isHidden else { return readPieces(run, into: &gathered) }
        var hidden = Gathered(text: WordText(), isHidden: true)
        readPieces(run, into: &hidden)
        if !hidden.text.lines.isEmpty { hiddenTexts += 1 }
    }

    private mutating func readPieces(_ run: Int, into gathered: inout Gathered) {
        var next = run + 1
        let end = tape.events[run].end
        while next < end {
            if tape.events[next].kind == .start {
                readPiece(next, into: &gathered)
                next = tape.events[next].end
            }
            next += 1
        }
    }

    /// What a run says of being hidden: by itself, else by its style.
    private func isHidden(_ run: Int) -> Bool? {
        guard let properties = tape.child(.rPr, of: run) else { return nil }
        if let own = tape.child(.vanish, of: properties) { return tape.isOn(at: own) }
        return tape.child(.rStyle, of: properties).flatMap { styles.properties(of: tape.value(at: $0)).isHidden }
    }

    private mutating func readPiece(_ index: Int, into gathered: inout Gathered) {
        guard let name = tape.word(index) else { return }
        if name == .fldChar { return readFieldMark(index) }
        if name == .instrText {
            for piece in (index + 1)..<max(index + 1, tape.events[index].end) where tape.events[piece].kind == .text {
                fields.add(instruction: tape.text(at: piece))
            }
        }
        guard !fields.isInInstruction else { return }
        switch name {
        case .t: append(index, to: &gathered.text)
        case .tab, .ptab: gathered.text.append("\u{9}")
        case .br:
            switch tape.value(.type, at: index) {
            case "page", "column": gathered.text.breakPage()
            default: gathered.text.breakLine()
            }
        case .cr: gathered.text.breakLine()
        case .noBreakHyphen: gathered.text.append("-")
        case .sym:
            if let code = tape.value(.char, at: index).flatMap({ UInt32($0, radix: 16) }) {
                gathered.text.append(SymbolFont.character(code, font: tape.value(.font, at: index) ?? ""))
            }
        case .ruby:
            if let base = tape.child(.rubyBase, of: index) { readInline(base, into: &gathered) }
        case .footnoteReference, .endnoteReference: footnotes += 1
        case .drawing, .pict, .object: readDrawing(index, into: &gathered)
        case .alternateContent: if let branch = branch(of: index) { readPieces(branch, into: &gathered) }
        default: break
        }
    }

    private func append(_ index: Int, to text: inout WordText) {
        let keepsBlanks = tape.value(.space, at: index) == "preserve"
        for piece in (index + 1)..<max(index + 1, tape.events[index].end) where tape.events[piece].kind == .text {
            text.append(markup: tape.text(at: piece), keepsBlanks: keepsBlanks)
        }
    }

    private mutating func readFieldMark(_ index: Int) {
        guard soundFields.contains(index) else { return }
        switch tape.value(.fldCharType, at: index) {
        case "begin": fields.begin()
        case "separate": fields.separate()
        default: fields.end()
        }
    }

    /// The text boxes of a drawing, and whether there is a picture in it. What is within a box is read with the box.
    private mutating func readDrawing(_ drawing: Int, into gathered: inout Gathered) {
        var hasPicture = tape.word(drawing) == .object
        let boxes = gathered.boxes.count
        scan(drawing: drawing, &gathered.boxes, &hasPicture)
        if hasPicture, boxes == gathered.boxes.count || tape.word(drawing) != .object { gathered.pictures += 1 }
    }

    private func scan(drawing: Int, _ boxes: inout [Int], _ hasPicture: inout Bool) {
        var next = drawing + 1
        let end = tape.events[drawing].end
        while next < end {
            guard tape.events[next].kind == .start, let name = tape.word(next) else {
                next += 1
                continue
            }
            switch name {
            case .txbxContent, .textpath:
                boxes.append(next)
                next = tape.events[next].end
            case .alternateContent:
                if let branch = branch(of: next) { scan(drawing: branch, &boxes, &hasPicture) }
                next = tape.events[next].end
            case .blip, .imagedata, .chart, .diagram: hasPicture = true
            default: break
            }
            next += 1
        }
    }
}
