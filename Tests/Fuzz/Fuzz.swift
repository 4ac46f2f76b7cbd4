import DocumentModel
import Glibc
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

/// libFuzzer's own main function, as the fuzzer library calls it once it is linked into a Swift program.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ one: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

@_cdecl("fz_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, fuzzOne)
}

/// The readers.
enum Target: String {
    case text, html, docx, zip, pdf

    static let chosen = getenv("GOUJI_FUZZ").flatMap { Target(rawValue: String(cString: $0)) }

    /// The least outline that has all that readers look for.
    private static let outline = Outline(
        entries: [
            .init(key: "overview", ordinal: 1, title: "总体情况"),
            .init(key: "applications", ordinal: 3, title: "收到和处理政府信息公开申请情况", terms: [["处理", "申请"]]),
        ],
        page: PageVocabulary(publicationLabels: ["发布日期"], originLabels: ["来源"], furniture: ["打印", "关闭"]))

    /// What the reader makes of an input; nil when it refuses it.
    func document(of input: [UInt8]) -> Document? {
        switch self {
        case .text, .zip: return read(input)
        case .html: return read(Array("<html>".utf8) + input)
        case .docx:
            // The part with the text, in a package that is sound: else hardly any input would get further than the archive.
            return read(DocxFile(body: String(decoding: input, as: UTF8.self)).bytes)
        case .pdf:
            // The words as poppler gives them, a line that parts them from the file, the file that is looked through for drawn lines.
            let parts = input.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
            var pages = WordBoxes(Array(parts[0])).pages
            let drawing = PDFDrawing(parts.count > 1 ? Array(parts[1]) : [], pages: 20).sheets
            for index in pages.indices where index < drawing.count { pages[index].lines = drawing[index].lines }
            for index in pages.indices where !index.isMultiple(of: 3) { pages[index].turnUpright(isClockwise: index.isMultiple(of: 2)) }
            var budget = ReadingBudget(.standard)
            let items = AlignedTables.settled(PageLayout(pages).items, outline: Self.outline, budget: &budget)
            let blocks = ParagraphBuilder(items, widths: pages.map(\.width), &budget).blocks
            let flat = FlatDocument(blocks: blocks, format: .pdf)
            return DocumentStructure.document(of: flat, outlines: [Self.outline], budget: &budget)
        }
    }

    private func read(_ input: [UInt8]) -> Document? { try? DocumentReader.read(input, outline: Self.outline).document }
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
