import DocumentModel
import DocumentReaders
import TestSupport
import Testing

/// Compound files, whose sectors form chains that may lead anywhere.
@Suite struct CompoundHostileTests {
    /// A file of one allocation sector, one sector of the directory, and streams of the names given, which all begin at sector 2.
    static func file(_ names: [String], next: UInt32 = 0xFFFF_FFFE, flags: UInt8 = 0) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ value: UInt32, _ at: Int) {
            for byte in 0..<4 { header[at + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
        }
        header.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        header[30] = 9
        put(1, 44)
        put(1, 48)
        put(0xFFFF_FFFE, 68)
        put(0, 76)
        for entry in 1..<109 { put(0xFFFF_FFFF, 76 + 4 * entry) }
        var table = [UInt8](repeating: 0xFF, count: 512)
        for byte in 0..<4 { table[4 + byte] = UInt8(truncatingIfNeeded: next >> UInt32(8 * byte)) }
        var directory: [UInt8] = []
        for name in names {
            var entry = [UInt8](repeating: 0, count: 128)
            for (index, unit) in name.utf16.enumerated() {
                entry[2 * index] = UInt8(truncatingIfNeeded: unit)
                entry[2 * index + 1] = UInt8(truncatingIfNeeded: unit >> 8)
            }
            entry[64] = UInt8(2 * name.utf16.count + 2)
            entry[66] = 2
            entry[116] = 2
            entry[121] = 0x20
            directory += entry
        }
        directory += [UInt8](repeating: 0, count: 512 - directory.count)
        var text = [UInt8](repeating: 0, count: 512)
        text[11] = flags
        return header + table + directory + text
    }

    @Test(
        "The streams tell the format",
        arguments: [
            ("WordDocument", .doc), ("Workbook", .xls), ("Book", .xls), ("PowerPoint Document", .ppt), ("MatOST", .works), ("x", .compound),
        ] as [(String, SourceFormat)])
    func formats(_ stream: String, _ format: SourceFormat) {
        #expect(SourceFormat.found(in: Self.file(["Root", stream])) == format)
    }

    @Test("Encrypted files say so")
    func encrypted() {
        #expect(throws: ReadingError.encrypted(.docx)) {
            try DocumentReader.read(Self.file(["EncryptionInfo", "EncryptedPackage"]), outline: .none)
        }
        #expect(OfficeConverter.refusal(of: Self.file(["WordDocument"], flags: 1), .doc) == .encrypted(.doc))
        #expect(OfficeConverter.refusal(of: Self.file(["WordDocument"]), .doc) == nil)
    }

    @Test("Chains that lead in circles or out of the file end", arguments: [0, 1, 2, 77, 0x7FFF_FFFF, 0xFFFF_FFF9] as [UInt32])
    func chains(_ next: UInt32) {
        #expect(SourceFormat.found(in: Self.file(["Workbook"], next: next)) == .xls)
    }

    @Test("Cut and damaged files are told or not, never more")
    func damaged() {
        var random = SeededGenerator(seed: 5)
        let whole = Self.file(["Root", "WordDocument"])
        for end in 8..<whole.count where end % 13 == 0 { _ = SourceFormat.found(in: Array(whole[..<end])) }
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<6 { bytes[Int.random(in: 8..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            let format = SourceFormat.found(in: bytes)
            #expect([.doc, .compound, .xls, .ppt, .works].contains(format))
        }
    }
}
