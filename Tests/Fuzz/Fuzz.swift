import Auditing
import DocumentModel
import Glibc
import RuleLanguage
import TestSupport

@testable import DocumentReaders

/// One reader fed by libFuzzer. Which one, the variable `GOUJI_FUZZ` says. A reader may refuse an input; it must neither stop the process nor take
/// long, and what it reads must hold together.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let target = Target.chosen, let document = target.document(of: input) else { return 0 }
    Soundness.check(document)
    return 0
}

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ one: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The package manager links the main function of the target `fuzz` under this name.
@_cdecl("fuzz_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    if let folder = getenv("GOUJI_FUZZ_SEEDS") { Seeds.write(to: String(cString: folder)) }
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, fuzzOne)
}

/// The readers.
enum Target: String, CaseIterable {
    case text, html, docx, zip, pdf

    static let chosen = getenv("GOUJI_FUZZ").flatMap { Target(rawValue: String(cString: $0)) }

    /// All that follows the reading is part of it: figures are bound, statements found, rules judged. The script stands at the project's root.
    private static let auditor: Auditor = {
        do { return Auditor(try RulePackLoader.load("Rules/government-information-disclosure")) } catch {
            preconditionFailure("the shipped pack loads: \(error)")
        }
    }()

    /// What the reader makes of an input; nil when it refuses it.
    func document(of input: [UInt8]) -> Document? {
        switch self {
        case .text, .zip: return audited(input)
        case .html: return audited(Array("<html>".utf8) + input)
        case .docx:
            // The part with the text, in a package that is sound: else hardly any input would get further than the archive.
            return audited(DocxFile(body: String(decoding: input, as: UTF8.self)).bytes)
        case .pdf:
            // The words as poppler gives them, a byte that parts them from the file, the file that is looked through for drawn lines.
            let outline = Self.auditor.pack.forms[0].outline
            let parts = input.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
            var pages = WordBoxes(Array(parts[0])).pages
            let drawing = PDFDrawing(parts.count > 1 ? Array(parts[1]) : [], pages: 20).sheets
            for index in pages.indices where index < drawing.count { pages[index].lines = drawing[index].lines }
            for index in pages.indices where index % 3 == 2 { pages[index].turnUpright(isClockwise: index.isMultiple(of: 2)) }
            var budget = ReadingBudget(.standard)
            let items = AlignedTables.settled(PageLayout(pages).items, outline: outline, budget: &budget)
            let blocks = ParagraphBuilder(items, widths: pages.map(\.width), &budget).blocks
            return DocumentStructure.document(
                of: FlatDocument(blocks: blocks, format: .pdf), matchers: [TitleMatcher(outline)], budget: &budget)
        }
    }

    private func audited(_ input: [UInt8]) -> Document? {
        guard let report = try? Self.auditor.report(of: input, path: "input", mustBeReport: false) else { return nil }
        _ = Self.auditor.audit(report, previous: nil)
        return report.document
    }
}

/// What holds for every document.
enum Soundness {
    static func check(_ document: Document) {
        for section in document.allSections {
            for paragraph in section.paragraphs { check(paragraph.text, mayBeEmpty: false) }
            for table in section.tables {
                precondition(table.slots.count == table.rowCount * table.columnCount, "a table's places are its rows times its columns")
                for cell in table.cells { check(cell.text, mayBeEmpty: true) }
            }
        }
    }

    private static func check(_ text: BlockText, mayBeEmpty: Bool) {
        precondition(mayBeEmpty || !text.isEmpty, "a paragraph says something")
        precondition(text.anchors.first?.offset == 0, "a text's first character has a place")
        precondition(text.anchors.allSatisfy { $0.offset <= text.string.utf8.count }, "anchors stand within their text")
        _ = text.position(atOffset: text.string.utf8.count)
    }
}
