package import DocumentModel

/// Bytes of any known format to a document. The order of the steps: format, decoding, layout to flat blocks, structure.
package enum DocumentReader {
    /// Reads a source; the format and the encoding are told from the bytes. Linear in the bytes.
    ///
    /// Without a heading that the outline knows the whole text is section 0.
    package static func read(
        _ bytes: [UInt8], outline: Outline, limits: ReadingLimits = .standard
    ) throws(ReadingError) -> Reading {
        guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        let format = SourceFormat.found(in: bytes)
        var budget = ReadingBudget(limits)
        let flat: FlatDocument
        switch format {
        case .text: flat = try TextReader.read(bytes, outline: outline, budget: &budget)
        case .pdf: flat = try PDFReader.read(bytes, outline: outline, budget: &budget)
        default: throw .unsupported(format)
        }
        guard !flat.blocks.isEmpty else { throw .empty }
        let document = DocumentStructure.document(of: flat, outline: outline, budget: &budget)
        return Reading(document: document, format: flat.format, encoding: flat.encoding)
    }
}

/// A document and how its source was read.
package struct Reading: Hashable, Sendable {
    /// What the source says, with remarks on what could not be read.
    package let document: Document
    /// As the bytes tell it, whatever the file is called.
    package let format: SourceFormat
    /// Nil for a format that is no text.
    package let encoding: TextEncoding?

    package init(document: Document, format: SourceFormat, encoding: TextEncoding?) {
        self.document = document
        self.format = format
        self.encoding = encoding
    }

    /// The media type, such as `text/plain`.
    package var mediaType: String { format.rawValue }
}
