import DocumentModel
import TestSupport
import Testing

@testable import DocumentReaders

@Suite struct SourcePlacesTests {
    /// Line and column counted byte by byte.
    private func counted(_ bytes: [UInt8], at offset: Int) -> SourcePosition {
        var (line, column) = (1, 1)
        for index in 0..<offset {
            let isLoneReturn = bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if bytes[index] == 0x0A || isLoneReturn {
                line += 1
                column = 1
            } else if bytes[index] & 0xC0 != 0x80 {
                column += 1
            }
        }
        return SourcePosition(line: line, column: column)
    }

    @Test("Every place is the one that counting byte by byte gives, whatever ends the lines") func places() {
        let pieces: [[UInt8]] = [
            [0x0A], [0x0D], [0x0D, 0x0A], [0x20], [0x7F], [0x41], [0x61, 0x62, 0x63], Array("勾".utf8), Array("稽核".utf8), [0xC2, 0xA0],
            [0xF0, 0x9F, 0x98, 0x80],
        ]
        var generator = SeededGenerator(seed: 20_261_126)
        for round in 0..<400 {
            // Later rounds have fewer line ends.
            let first = round * 3 / 400
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).flatMap { _ in
                pieces[Int.random(in: first..<pieces.count, using: &generator)]
            }
            let places = SourcePlaces(bytes)
            for offset in 0...bytes.count where places.position(at: offset) != counted(bytes, at: offset) {
                Issue.record("\(bytes) at \(offset): \(places.position(at: offset))")
                return
            }
        }
    }
}
