import XML

/// The names of WordprocessingML and of what stands in it that the reader looks at; the raw value is the index in the vocabulary.
///
/// - Source: ISO/IEC 29500-1 and -4 (the transitional namespaces), ISO/IEC 29500-3 (markup compatibility).
enum WordName: Int16, CaseIterable {
    // Relationships between parts; first, so that what reads them needs to know no other names.
    case relationships, relationship, id, relationType, target, targetMode
    // The text and its structure.
    case document, body, p, pPr, pStyle, numPr, ilvl, numId, outlineLvl, rPr, rStyle, vanish, sectPr
    case r, t, tab, ptab, br, cr, noBreakHyphen, softHyphen, sym, fldChar, instrText, fldSimple, hyperlink, smartTag
    case customXml, sdt, sdtContent
    case ruby, rubyBase, dir, bdo, drawing, pict, object, txbxContent, footnoteReference, endnoteReference, altChunk, subDoc
    case ins, del, moveFrom, moveTo, cellDel, cellIns
    case tbl, tblGrid, gridCol, tr, trPr, gridBefore, gridAfter, tc, tcPr, gridSpan, vMerge, hMerge
    // Styles and numbering.
    case styles, style, name, basedOn, numbering, abstractNum, num, lvl, start, numFmt, lvlText, suff, lvlRestart, isLgl, numStyleLink
    case abstractNumId, lvlOverride, startOverride
    // Attributes of the same namespace.
    case val, type, styleId, isDefault, fldCharType, char, font, w, format
    // Other namespaces.
    case alternateContent, choice, fallback, requires
    case textpath, imagedata, string
    case blip, chart, diagram
    case oMath, oMathPara, mathRun, mathText
    case space

    private static let word = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ]
    private static let compatibility = ["http://schemas.openxmlformats.org/markup-compatibility/2006"]
    private static let vml = ["urn:schemas-microsoft-com:vml"]
    private static let math = [
        "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math",
    ]
    private static let packageRelations = ["http://schemas.openxmlformats.org/package/2006/relationships"]

    private static func drawing(_ name: String) -> [String] {
        ["http://schemas.openxmlformats.org/drawingml/2006/\(name)", "http://purl.oclc.org/ooxml/drawingml/\(name)"]
    }

    private var entry: XMLVocabulary.Name {
        switch self {
        case .isDefault: XMLVocabulary.Name("default", in: Self.word)
        case .alternateContent: XMLVocabulary.Name("AlternateContent", in: Self.compatibility)
        case .choice: XMLVocabulary.Name("Choice", in: Self.compatibility)
        case .fallback: XMLVocabulary.Name("Fallback", in: Self.compatibility)
        case .requires: XMLVocabulary.Name("Requires", in: [])
        case .textpath, .imagedata: XMLVocabulary.Name("\(self)", in: Self.vml)
        case .string: XMLVocabulary.Name("string", in: [])
        case .blip: XMLVocabulary.Name("blip", in: Self.drawing("main"))
        case .chart: XMLVocabulary.Name("chart", in: Self.drawing("chart"))
        case .diagram: XMLVocabulary.Name("relIds", in: Self.drawing("diagram"))
        case .oMath, .oMathPara: XMLVocabulary.Name("\(self)", in: Self.math)
        case .mathRun: XMLVocabulary.Name("r", in: Self.math)
        case .mathText: XMLVocabulary.Name("t", in: Self.math)
        case .relationships: XMLVocabulary.Name("Relationships", in: Self.packageRelations)
        case .relationship: XMLVocabulary.Name("Relationship", in: Self.packageRelations)
        case .id: XMLVocabulary.Name("Id", in: [])
        case .relationType: XMLVocabulary.Name("Type", in: [])
        case .target: XMLVocabulary.Name("Target", in: [])
        case .targetMode: XMLVocabulary.Name("TargetMode", in: [])
        case .space: XMLVocabulary.Name("space", in: ["http://www.w3.org/XML/1998/namespace"])
        default: XMLVocabulary.Name("\(self)", in: Self.word)
        }
    }

    static let vocabulary = XMLVocabulary(allCases.map(\.entry))
    /// The names of relationships only.
    static let relationNames = XMLVocabulary(allCases.prefix { $0 != .document }.map(\.entry))
}

extension XMLTape {
    /// The name at a start or end; nil for text and for what the reader does not know.
    func word(_ index: Int) -> WordName? { WordName(rawValue: events[index].name) }

    func value(_ name: WordName, at index: Int) -> String? { attribute(name.rawValue, at: index) }

    /// `w:val`.
    func value(at index: Int) -> String? { value(.val, at: index) }

    /// `w:val` as a number; nil when it is absent or none.
    func number(at index: Int) -> Int? { value(at: index).flatMap { Int($0) } }

    /// Whether a property that is either on or off is on where it stands.
    /// - Source: ISO/IEC 29500-1, 17.17.4
    func isOn(at index: Int) -> Bool {
        switch value(at: index) {
        case "0", "false", "off": false
        default: true
        }
    }

    /// The start of the first element of a name directly inside another; nil without one.
    func child(_ name: WordName, of parent: Int) -> Int? {
        var next = parent + 1
        while next < events[parent].end {
            if events[next].kind == .start {
                if events[next].name == name.rawValue { return next }
                next = events[next].end
            }
            next += 1
        }
        return nil
    }

    /// The starts of all elements directly inside another, in order.
    func children(of parent: Int) -> [Int] {
        var found: [Int] = []
        var next = parent + 1
        while next < events[parent].end {
            if events[next].kind == .start {
                found.append(next)
                next = events[next].end
            }
            next += 1
        }
        return found
    }
}
