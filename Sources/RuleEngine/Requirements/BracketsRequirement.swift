import AuditModel
import DocumentModel
import Patterns

extension Examination {
    /// Half-width and full-width brackets are the same; a closing one behind a number or letter without an opening one numbers an item: 1）.
    /// What is open at the end of a paragraph and closed in the next one was only broken there.
    func bracketsPaired() -> Tally {
        var tally = Tally()
        let text = searchable.decoded
        for section in searchable.sections {
            var carried: (piece: Int, index: Int, kind: Int)?
            for piece in section.pieces {
                let scan = text.scalars.withUnsafeBufferPointer { Self.scan($0, text.range(of: piece)) }
                if let open = carried, scan.strayClosing?.kind != open.kind { tally.violated(offence(open.piece, open.index)) }
                let isContinued = carried != nil && scan.strayClosing?.kind == carried?.kind
                if !isContinued, let stray = scan.strayClosing { tally.violated(offence(piece, stray.index)) }
                carried = scan.open.map { (piece, $0.index, $0.kind) }
            }
            if let open = carried { tally.violated(offence(open.piece, open.index)) }
            tally.satisfied()
        }
        return tally
    }

    private struct Scan {
        var open: (index: Int, kind: Int)?
        var strayClosing: (index: Int, kind: Int)?
    }

    /// The first bracket that stays open, and the first that closes none.
    private static func scan(_ scalars: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Scan {
        var stack: [(index: Int, kind: Int)] = []
        var scan = Scan()
        for index in range {
            guard let (kind, isOpening) = bracket(scalars[index]) else { continue }
            if isOpening {
                stack.append((index, kind))
            } else if let last = stack.lastIndex(where: { $0.kind == kind }) {
                if last + 1 < stack.count, scan.open == nil { scan.open = stack[last + 1] }
                stack.removeSubrange(last...)
            } else if scan.strayClosing == nil, !(kind == 0 && isItemNumber(scalars, range.lowerBound..<index)) {
                scan.strayClosing = (index, kind)
            }
        }
        if scan.open == nil { scan.open = stack.first }
        return scan
    }

    /// Whether a number that opens a sentence or line stands at the end of a range: digits, a letter, or the Chinese numbers up to ten.
    private static func isItemNumber(_ scalars: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Bool {
        var start = range.upperBound
        while start > range.lowerBound, isOrdinal(scalars[start - 1]) { start -= 1 }
        guard start < range.upperBound else { return false }
        guard start > range.lowerBound else { return true }
        switch scalars[start - 1] {
        // A mark of the fullwidth forms or of the ideographic ones: 。；，、
        case 0...0x20, 0x3000...0x3FFF, 0xF000...0xFFFF: return true
        default: return false
        }
    }

    private static func isOrdinal(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5341: true
        default: DigitNotation.chinese(scalar) != nil
        }
    }

    /// （） and () are kind 0, 《》 1, 〔〕 2, 【】 3.
    private static func bracket(_ scalar: UInt32) -> (kind: Int, isOpening: Bool)? {
        switch scalar {
        case 0x3400...0x9FFF: nil
        case 0x28, 0xFF08: (0, true)
        case 0x29, 0xFF09: (0, false)
        case 0x300A: (1, true)
        case 0x300B: (1, false)
        case 0x3014: (2, true)
        case 0x3015: (2, false)
        case 0x3010: (3, true)
        case 0x3011: (3, false)
        default: nil
        }
    }

    /// `index`: of the scalar that has no partner.
    private func offence(_ piece: Int, _ index: Int) -> Offence {
        let (text, locator) = (searchable.pieces[piece].text, searchable.pieces[piece].locator)
        let offset = searchable.byteOffset(of: index, in: piece)
        let range = offset..<offset + UTF8Text.width(ofScalar: searchable.decoded.scalars[index])
        return Offence(
            evidence: [
                Evidence(
                    place: Place(locator, text.position(atOffset: offset)),
                    quote: UTF8Text.surroundings(of: range, in: text.string, margin: 12), label: EngineWording.place(locator))
            ],
            values: [.found: LocalizedText(verbatim: text.substring(range))])
    }
}
