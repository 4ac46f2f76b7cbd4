package import DocumentModel

/// Bytes of any known format to a document. The order of the steps: format, decoding, layout to flat blocks, structure.
package enum DocumentReader {
    /// Reads a source by one outline.
    package static func read(
        _ bytes: [UInt8], outline: Outline, limits: ReadingLimits = .standard, conversion: OfficeConverter.Output? = nil
    ) throws(ReadingError) -> Reading {
        try read(bytes, outlines: PreparedOutlines(outline), limits: limits, conversion: conversion)
    }

    /// Reads a source; the format and the encoding are told from the bytes. Linear in the bytes.
    ///
    /// Without a heading that an outline knows the whole text is section 0.
    ///
    /// - Parameter conversion: what `OfficeConverter` made of the bytes, where their format `isConverted`; nil to have it made here, which takes
    ///   some seconds.
    package static func read(
        _ bytes: [UInt8], outlines: PreparedOutlines, limits: ReadingLimits = .standard,
        conversion: OfficeConverter.Output? = nil
    ) throws(ReadingError) -> Reading {
        guard bytes.count <= max(limits.bytes, limits.packedBytes) else { throw .tooLarge(limit: max(limits.bytes, limits.packedBytes)) }
        let format = SourceFormat.found(in: bytes)
        let limit = format == .text ? limits.bytes : limits.packedBytes
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        var budget = ReadingBudget(limits)
        let flat = try flatDocument(of: bytes, format: format, matcher: outlines.headings, conversion: conversion, budget: &budget)
        guard !flat.blocks.isEmpty else { throw .empty }
        let document = DocumentStructure.document(of: flat, matchers: outlines.matchers, budget: &budget)
        return Reading(document: document, format: flat.format, encoding: flat.encoding)
    }

    /// The registry of formats.
    private static func flatDocument(
        of bytes: [UInt8], format: SourceFormat, matcher: TitleMatcher, conversion: OfficeConverter.Output?, budget: inout ReadingBudget
    ) throws(ReadingError) -> FlatDocument {
        switch format {
        case .text:
            if let page = try PageSource(bytes) { return try HTMLReader.read(page, matcher: matcher, budget: &budget) }
            return try TextReader.read(bytes, matcher: matcher, budget: &budget)
        case .docx: return try DocxReader.read(bytes, budget: &budget)
        case .doc, .works, .rtf, .odt, .wordXML:
            let outputs = conversion.map { [$0] } ?? OfficeConverter.convert([OfficeConverter.Input(bytes: bytes, format: format)])
            guard let output = outputs.first else { throw .programFailed(OfficeConverter.program, detail: "") }
            return try DocxReader.read(try output.get(), budget: &budget).converted(from: format)
        case .zip:
            if let fault = ContainerContent.fault(ofZip: bytes) { throw fault }
            throw .unsupported(.zip)
        case .compound where CompoundFile(bytes)?.isEncrypted == true: throw .encrypted(.docx)
        case .pdf: return try PDFReader.read(bytes, outline: matcher.outline, budget: &budget)
        default: throw .unsupported(format)
        }
    }
}

extension FlatDocument {
    /// The same, said to have been another program's work.
    fileprivate func converted(from format: SourceFormat) -> FlatDocument {
        let remark = Remark(.converted, at: Place(.document), detail: OfficeConverter.program)
        return FlatDocument(
            blocks: blocks, remarks: [remark] + remarks, notes: notes, metadata: metadata, format: format, encoding: encoding)
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
