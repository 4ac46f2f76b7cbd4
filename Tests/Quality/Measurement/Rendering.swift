import TestSupport

/// In which format a report is written.
enum Rendering: Hashable, Sendable {
    case text(SpecimenText.Layout)
    case page(SpecimenHTML.Dialect)
    case office(DocxRendering.Structure)

    /// - Parameter keepsGrid: only formats in which a blank cell can be told from one that is missing.
    static func any(_ random: inout SeededGenerator, keepsGrid: Bool) -> Rendering {
        let throwing = Int.random(in: 0..<100, using: &random)
        if throwing < 60 {
            let layouts: [SpecimenText.Layout] =
                keepsGrid ? [.cellLines, .tabbed, .barred] : [.cellLines, .tabbed, .barred, .columns, .stacked, .pages, .pasted]
            return .text(layouts.randomElement(using: &random) ?? .tabbed)
        }
        if throwing < 85 {
            let dialects = SpecimenHTML.Dialect.allCases.filter { !keepsGrid || $0.keepsSpans }
            return .page(dialects.randomElement(using: &random) ?? .semantic)
        }
        return .office(DocxRendering.Structure.allCases.randomElement(using: &random) ?? .plain)
    }

    func bytes(_ specimen: Specimen, seed: UInt64) -> [UInt8] {
        switch self {
        case .text(let layout): Array(SpecimenText(specimen, as: layout, seed: seed).text.utf8)
        case .page(let dialect): Array(SpecimenHTML.page(of: specimen, dialect, seed: seed).utf8)
        case .office(let structure): DocxRendering.file(specimen, structure, seed: seed)
        }
    }

    var name: String {
        switch self {
        case .text(let layout): "text.\(layout)"
        case .page(let dialect): "html.\(dialect)"
        case .office(let structure): "docx.\(structure)"
        }
    }
}
