import DocumentModel
import Testing

@Suite struct CharacterTests {
    @Test("white space of every width is blank, letters and marks that show are not") func blanks() {
        for scalar in (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) where scalar.properties.isWhitespace {
            #expect(Blank.contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
        }
        for character in "a0。，—…（）稽〇㈠ａ０·\u{301}🎈".unicodeScalars { #expect(!Blank.contains(character.value), "\(character)") }
    }

    @Test(
        "marks of no width and control characters are blank",
        arguments: [0, 0x1F, 0x7F, 0xAD, 0x200B, 0x200D, 0x202E, 0x2060, 0xFEFF] as [UInt32])
    func invisible(scalar: UInt32) {
        #expect(Blank.contains(scalar))
    }

    @Test("digits have their values in both widths, and nothing else does") func decimals() {
        for scalar in 0...0xFFFF as ClosedRange<UInt32> {
            let ascii = "0123456789".unicodeScalars.map(\.value).firstIndex(of: scalar)
            let wide = "０１２３４５６７８９".unicodeScalars.map(\.value).firstIndex(of: scalar)
            guard DigitNotation.decimal(scalar) != ascii ?? wide else { continue }
            Issue.record("U+\(String(scalar, radix: 16))")
        }
    }

    @Test("Chinese digits have their values, units and the large forms have none") func chinese() {
        for (value, digit) in "〇一二三四五六七八九".unicodeScalars.enumerated() { #expect(DigitNotation.chinese(digit.value) == value) }
        for (digit, value) in ["零": 0, "○": 0, "两": 2] { #expect(digit.unicodeScalars.map { DigitNotation.chinese($0.value) } == [value]) }
        for other in "十百千万亿壹贰0１a".unicodeScalars { #expect(DigitNotation.chinese(other.value) == nil) }
    }
}
