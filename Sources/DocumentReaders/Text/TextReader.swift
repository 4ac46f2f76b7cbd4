import DocumentModel

/// Plain text to flat blocks.
enum TextReader {
    static func read(_ bytes: [UInt8], matcher: TitleMatcher, budget: inout ReadingBudget) throws(ReadingError) -> FlatDocument {
        let source = try SourceText(decoding: bytes)
        let format = SourceFormat.found(inText: source.bytes)
        guard format == .text else { throw .unsupported(format) }
        let blocks = TextLayout.blocks(of: source, matcher: matcher, budget: &budget)
        return FlatDocument(blocks: blocks, remarks: source.remarks, format: .text, encoding: source.encoding)
    }
}
