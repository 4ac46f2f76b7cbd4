import DocumentModel
import XML

/// WordprocessingML to flat blocks: what the text says when it is printed, tracked changes accepted. Headers, footers, comments and notes are no
/// part of it.
///
/// - Source: ISO/IEC 29500-1, 11 and 17
enum DocxReader {
    static func read(_ bytes: [UInt8], budget: inout ReadingBudget) throws(ReadingError) -> FlatDocument {
        let package = try DocxPackage(bytes)
        let path = try package.documentPath()
        let parts = try package.targets(of: path)
        let styles = try parts["styles"]?.first.map { path throws(ReadingError) in WordStyles(try package.tape(of: path)) } ?? .none
        let numbering =
            try parts["numbering"]?.first.map { path throws(ReadingError) in
                WordNumbering(try package.tape(of: path), styles: styles)
            } ?? .none
        let tape = try package.tape(of: path)
        guard tape.word(0) == .document, let body = tape.child(.body, of: 0) else {
            throw .damaged(.docx, detail: "\(path) is no document")
        }
        var reader = WordBody(tape, styles: styles, numbering: numbering, budget: budget)
        reader.readAll(body)
        budget = reader.budget
        return FlatDocument(blocks: reader.blocks, remarks: reader.remarks, notes: reader.notes, format: .docx)
    }
}
