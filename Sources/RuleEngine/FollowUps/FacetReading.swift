import DocumentModel
import Patterns

/// Divides a sentence that lists several problems at once into what each of them says.
///
/// A class, since it is made once for a pack and handed around.
final class FacetReading: Sendable {
    private let evidence: EvidenceList
    private let denials: DenialList
    /// What may stand behind such a word at the end of its piece.
    private let tails: WordList
    /// What begins a clause that tells no problem of its own.
    private let consequences: WordList

    /// One of several problems of a sentence.
    struct Facet: Sendable {
        let text: String
        /// Whether the mark of enumeration joins it with the next or the one before.
        let isListed: Bool
    }

    /// More of one sentence are not looked at.
    private static let limit = 12

    init(evidence: EvidenceList, denials: DenialList, tails: WordList, consequences: WordList) {
        self.evidence = evidence
        self.denials = denials
        self.tails = tails
        self.consequences = consequences
    }

    /// The problems of a text in their order; empty where it tells one.
    ///
    /// A piece between commas or marks of enumeration ends one where it holds a word of evidence; what holds none belongs to the next. What stands before a
    /// colon and holds none only leads to them. Linear.
    func facets(of text: String) -> [Facet] {
        UTF8Text.bytes(of: text) { bytes in
            var facets: [Range<Int>] = []
            var isListed: [Bool] = []
            var start = 0
            var isHeld = false
            // Whether the mark behind the last that ended joins it with what follows.
            var isJoined = false
            for (piece, mark) in Self.pieces(of: bytes) {
                guard facets.count <= Self.limit else { return [] }
                let joins = Self.isListing(bytes, before: mark)
                let isShown = gives(bytes, piece)
                // With more than what closes it, a member of an enumeration may be part of what is listed.
                if isShown, joins || isJoined, !isMember(bytes, piece) { return [] }
                let isLink = begins(bytes, piece)
                if isLink, isShown, !facets.isEmpty, start == piece.lowerBound {
                    // Why the one before is there, or what comes of it.
                    facets[facets.count - 1] = facets[facets.count - 1].lowerBound..<piece.upperBound
                    start = mark
                } else if isLink, isShown, facets.isEmpty {
                    // Why the next is there.
                    isHeld = true
                } else if isShown {
                    facets.append(start..<piece.upperBound)
                    isListed.append(isJoined || joins)
                    isJoined = joins
                    start = mark
                    isHeld = false
                } else if mark > 0, Self.isColon(bytes, before: mark), !isHeld {
                    start = mark
                }
            }
            // What is listed beside a problem is one.
            if isJoined, start < bytes.count {
                facets.append(start..<bytes.count)
                isListed.append(true)
            }
            guard facets.count > 1 else { return [] }
            return zip(facets, isListed).map { Facet(text: String(decoding: bytes[$0], as: UTF8.self), isListed: $1) }
        }
    }

    /// The members of an enumeration, where a text is one of that many.
    static func members(of text: String, count: Int) -> [String]? {
        let members = text.split(separator: "\u{3001}").map(String.init)
        return members.count == count && count > 1 ? members : nil
    }

    private func gives(_ text: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) -> Bool {
        Examination.gives(UnsafeBufferPointer(rebasing: text[piece]), evidence, denials, tails: nil)
    }

    /// Whether one word of evidence closes a piece, and no other stands in it.
    private func isMember(_ text: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) -> Bool {
        let piece = UnsafeBufferPointer(rebasing: text[piece])
        return Examination.gives(piece, evidence, denials, tails: tails)
            && Examination.count(piece, evidence, denials, tails: nil, upTo: 2) == 1
    }

    private func begins(_ text: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) -> Bool {
        consequences.match(in: text, at: piece.lowerBound) != nil
    }

    /// Whether the mark of enumeration (U+3001) stands before an offset.
    private static func isListing(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
        end >= 3 && text[end - 3] == 0xE3 && text[end - 2] == 0x80 && text[end - 1] == 0x81
    }

    private static func isColon(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
        text[end - 1] == 0x3A || end >= 3 && text[end - 3] == 0xEF && text[end - 2] == 0xBC && text[end - 1] == 0x9A
    }

    /// The pieces between marks, empty ones left out, each with the offset behind its mark.
    private static func pieces(of text: UnsafeBufferPointer<UInt8>) -> [(piece: Range<Int>, mark: Int)] {
        var pieces: [(Range<Int>, Int)] = []
        var start = 0
        var offset = 0
        while offset < text.count {
            let scalar = UTF8Text.scalar(in: text, at: offset)
            let end = offset + scalar.width
            if isMark(scalar.value) {
                if offset > start { pieces.append((start..<offset, end)) }
                start = end
            }
            offset = end
        }
        if text.count > start { pieces.append((start..<text.count, text.count)) }
        return pieces
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x3A, 0x3001, 0xFF0C, 0xFF1A: true
        default: TextPieces.endsSentence(scalar)
        }
    }
}
