import XML

/// The order in which elements of a Word file may stand, for those that this program writes.
///
/// - Source: ISO/IEC 29500-1, annex A.1 (wml.xsd): CT_PPr, CT_ParaRPr, CT_TblPr, CT_Tbl, CT_Row, CT_TrPr, CT_Tc, CT_TcPr, CT_SectPr, CT_Body.
enum WordOrder {
    /// By parent: its children in their order. Those joined by a bar may take turns.
    private static let children: [String: [String]] = [
        "document": ["body"],
        "body": ["p|tbl|moveFromRangeEnd|moveToRangeEnd", "sectPr"],
        "p": ["pPr", "r|ins|del|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart"],
        "pPr": ["pStyle", "rPr", "pPrChange"],
        "rPr": ["ins", "del", "moveFrom", "moveTo"],
        "pPrChange": ["pPr"],
        "ins": ["r"], "del": ["r"], "moveFrom": ["r"], "moveTo": ["r"],
        "r": ["t|delText|br|tab"],
        "tbl": ["tblPr", "tblGrid", "tr"],
        "tblPr": ["tblStyle", "tblW", "jc", "tblLayout"],
        "tblGrid": ["gridCol"],
        "tr": ["trPr", "tc"],
        "trPr": ["cantSplit", "ins", "del"],
        "tc": ["tcPr", "p"],
        "tcPr": ["tcW", "gridSpan", "vMerge", "vAlign"],
        "sectPr": ["pgSz", "pgMar"],
    ]

    /// What breaks the order, by parent and child; and children that nothing allows.
    static func faults(in root: XMLElement) -> [String] {
        var faults: [String] = []
        var waiting = [root]
        while let element = waiting.popLast() {
            let names = children[element.name] ?? []
            var at = 0
            for child in element.children {
                if let next = names.indices.first(where: { $0 >= at && names[$0].split(separator: "|").contains(Substring(child.name)) }) {
                    at = next
                } else {
                    faults.append("\(element.name)/\(child.name)")
                }
            }
            waiting += element.children
        }
        return faults
    }
}
