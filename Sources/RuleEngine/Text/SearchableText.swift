import DocumentModel
import Patterns

/// The paragraphs and headings of a report, put together once for all that go through them.
///
/// A class, since what few requirements ask for is made when it is first asked for; it lives in the one thread of a judgement.
final class SearchableText {
    /// A section of the top level. Ranges count the report's pieces.
    struct Section {
        let key: String?
        /// The heading first.
        let pieces: Range<Int>
        /// Without the section's own heading.
        let body: Range<Int>

        var hasHeading: Bool { body.lowerBound > pieces.lowerBound }
    }

    /// A sentence, without the mark that ends it.
    struct Sentence {
        let piece: Int
        /// In the piece's text, in UTF-8.
        let bytes: Range<Int>
        /// In `decoded`.
        let scalars: Range<Int>
    }

    /// In document order, each section's heading before its text.
    let pieces: [SectionPiece]
    /// In document order, as the document's.
    let sections: [Section]
    /// The pieces as scalars.
    let decoded: DecodedTexts

    init(_ document: Document) {
        var pieces: [SectionPiece] = []
        pieces.reserveCapacity(64)
        sections = document.sections.map { section in
            let start = pieces.count
            if let heading = section.heading {
                pieces.append(SectionPiece(kind: .heading, text: heading.text, locator: section.locator))
            }
            let body = pieces.count
            section.appendPieces(to: &pieces, withCells: false)
            return Section(key: section.key, pieces: start..<pieces.count, body: body..<pieces.count)
        }
        self.pieces = pieces
        decoded = DecodedTexts(pieces.map(\.text.string))
    }

    /// The first section of a key; nil where the document has none.
    func section(_ key: String) -> Section? { sections.first { $0.key == key } }

    private var candidates: [[Int]]?

    /// The pieces in which something may occur, by its number in the pack's filter, ascending; all of them without a number.
    func candidates(_ number: Int?, _ filter: TextFilter) -> [Int] {
        guard let number else { return Array(pieces.indices) }
        let known = candidates ?? filter.candidates(in: decoded)
        candidates = known
        return known[number]
    }

    /// Of what is forbidden somewhere the patterns that may occur in a piece.
    func forbidden(_ filter: TextFilter) -> [String] { filter.forbidden.filter { !candidates($0, filter).isEmpty }.map(filter.pattern) }

    private lazy var otherYears = [Bool?](repeating: nil, count: pieces.count)

    /// Whether a piece names a year that is not the reporting one, as `find` tells the first time: several patterns ask for it.
    func namesOtherYear(_ piece: Int, find: () -> Bool) -> Bool {
        if let known = otherYears[piece] { return known }
        let found = find()
        otherYears[piece] = found
        return found
    }

    /// The sentences of all pieces.
    var sentences: [Sentence] { divided.sentences }

    /// Where the sentences of some pieces stand in `sentences`.
    func sentences(of pieces: Range<Int>) -> Range<Int> { divided.starts[pieces.lowerBound]..<divided.starts[pieces.upperBound] }

    /// The sentences, and by piece the first of its own.
    private lazy var divided: (sentences: [Sentence], starts: [Int]) = {
        var sentences: [Sentence] = []
        var starts = [0]
        decoded.scalars.withUnsafeBufferPointer { scalars in
            for piece in pieces.indices {
                let range = decoded.range(of: piece)
                var start = (byte: 0, index: range.lowerBound)
                var byte = 0
                for index in range {
                    // Most characters are ideographs, which end nothing.
                    if (0x3400...0x9FFF).contains(scalars[index]) {
                        byte += 3
                        continue
                    }
                    let width = UTF8Text.width(ofScalar: scalars[index])
                    if TextPieces.endsSentence(scalars[index]) {
                        if byte > start.byte {
                            sentences.append(Sentence(piece: piece, bytes: start.byte..<byte, scalars: start.index..<index))
                        }
                        start = (byte + width, index + 1)
                    }
                    byte += width
                }
                if byte > start.byte {
                    sentences.append(Sentence(piece: piece, bytes: start.byte..<byte, scalars: start.index..<range.upperBound))
                }
                starts.append(sentences.count)
            }
        }
        return (sentences, starts)
    }()

    /// The UTF-8 offset in a piece's text of a scalar of `decoded`.
    func byteOffset(of scalar: Int, in piece: Int) -> Int { bytes(from: decoded.range(of: piece).lowerBound, to: scalar) }

    /// How many bytes lie between two scalars of `decoded` in one piece; negative where the other one stands before.
    func bytes(from scalar: Int, to other: Int) -> Int {
        guard scalar <= other else { return -bytes(from: other, to: scalar) }
        return decoded.scalars[scalar..<other].reduce(0) { $0 + UTF8Text.width(ofScalar: $1) }
    }
}
