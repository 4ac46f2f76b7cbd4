import AuditModel
import DocumentModel

extension Examination {
    /// Half-width and full-width brackets are the same; a closing one behind a number or letter without an opening one numbers an item: 1）.
    /// What is open at the end of a paragraph and closed in the next one was only broken there.
    func bracketsPaired() -> Tally {
        var tally = Tally()
        for section in searchable.sections(with: workshop) {
            var carried: (piece: SectionPiece, offset: Int, kind: Int)?
            for piece in section.pieces {
                let scan = Self.scan(piece.text.string)
                if let open = carried, scan.strayClosing?.kind != open.kind { tally.violated(offence(open.piece, open.offset)) }
                let isContinued = carried != nil && scan.strayClosing?.kind == carried?.kind
                if !isContinued, let stray = scan.strayClosing { tally.violated(offence(piece, stray.offset)) }
                carried = scan.open.map { (piece, $0.offset, $0.kind) }
            }
            if let open = carried { tally.violated(offence(open.piece, open.offset)) }
            tally.satisfied()
        }
        return tally
    }

    private struct Scan {
        var open: (offset: Int, kind: Int)?
        var strayClosing: (offset: Int, kind: Int)?
    }

    /// The first bracket that stays open, and the first that closes none.
    private static func scan(_ text: String) -> Scan {
        UTF8Text.bytes(of: text) { bytes in
            var stack: [(offset: Int, kind: Int)] = []
            var scan = Scan()
            var offset = 0
            while offset < bytes.count {
                let width = UTF8Text.width(of: bytes[offset])
                if let (kind, isOpening) = bracket(bytes, offset, width) {
                    if isOpening {
                        stack.append((offset, kind))
                    } else if let last = stack.lastIndex(where: { $0.kind == kind }) {
                        if last + 1 < stack.count, scan.open == nil { scan.open = stack[last + 1] }
                        stack.removeSubrange(last...)
                    } else if !(kind == 0 && isItemNumber(bytes, before: offset)), scan.strayClosing == nil {
                        scan.strayClosing = (offset, kind)
                    }
                }
                offset += width
            }
            if scan.open == nil { scan.open = stack.first }
            return scan
        }
    }

    /// Whether a number that opens a sentence or line stands right before a place: digits, a letter, or the Chinese numbers up to ten.
    private static func isItemNumber(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
        var start = offset
        while start > 0 {
            let byte = bytes[start - 1]
            if (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
                start -= 1
            } else if start >= 3, let scalar = scalar(bytes, start - 3), DigitNotation.chinese(scalar) != nil || scalar == 0x5341 {
                start -= 3
            } else {
                break
            }
        }
        guard start < offset else { return false }
        if start == 0 || bytes[start - 1] <= 0x20 { return true }
        // A mark of the fullwidth forms or of the ideographic ones: 。；，、
        return start >= 3 && (bytes[start - 3] == 0xE3 || bytes[start - 3] == 0xEF)
    }

    /// The scalar of three bytes at an offset; nil for others.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32? {
        guard bytes[offset] >= 0xE0, bytes[offset] < 0xF0 else { return nil }
        return UInt32(bytes[offset] & 0xF) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
    }

    /// （） and () are kind 0, 《》 1, 〔〕 2, 【】 3.
    private static func bracket(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ width: Int) -> (kind: Int, isOpening: Bool)? {
        if width == 1 {
            return bytes[offset] == 0x28 ? (0, true) : bytes[offset] == 0x29 ? (0, false) : nil
        }
        guard width == 3, offset + 2 < bytes.count else { return nil }
        switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
        case (0xEF, 0xBC, 0x88): return (0, true)
        case (0xEF, 0xBC, 0x89): return (0, false)
        case (0xE3, 0x80, 0x8A): return (1, true)
        case (0xE3, 0x80, 0x8B): return (1, false)
        case (0xE3, 0x80, 0x94): return (2, true)
        case (0xE3, 0x80, 0x95): return (2, false)
        case (0xE3, 0x80, 0x90): return (3, true)
        case (0xE3, 0x80, 0x91): return (3, false)
        default: return nil
        }
    }

    private func offence(_ piece: SectionPiece, _ offset: Int) -> Offence {
        let text = piece.text
        let end = min(offset + UTF8Text.width(of: Array(text.string.utf8)[offset]), text.string.utf8.count)
        return Offence(
            evidence: [
                Evidence(
                    place: Place(piece.locator, text.position(atOffset: offset)),
                    quote: UTF8Text.surroundings(of: offset..<end, in: text.string, margin: 12), label: EngineWording.place(piece.locator))
            ],
            values: [.found: LocalizedText(verbatim: text.substring(offset..<end))])
    }
}
