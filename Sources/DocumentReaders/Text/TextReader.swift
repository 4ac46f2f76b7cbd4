import DocumentModel

/// Plain text to a document.
enum TextReader {
    static func read(_ bytes: [UInt8], outline: Outline, limits: ReadingLimits) throws(ReadingError) -> Reading {
        let source = try SourceText(decoding: bytes)
        let format = SourceFormat.found(inText: source.bytes)
        guard format == .text else { throw .unsupported(format) }
        var budget = ReadingBudget(limits)
        let blocks = TextLayout.blocks(of: source, outline: outline, budget: &budget)
        guard !blocks.isEmpty else { throw .empty }
        let document = DocumentStructure.document(of: blocks, outline: outline, budget: &budget, remarks: source.remarks)
        return Reading(document: document, format: .text, encoding: source.encoding)
    }
}
