/// The streams of a compound file by their names, as far as is needed to tell what the file is.
///
/// - Source: MS-CFB 2.2 (header), 2.3 (chains of sectors), 2.6 (directory); MS-DOC 2.5.2 (encryption); MS-OFFCRYPTO 2.3.2.
struct CompoundFile {
    private struct Stream {
        let name: String
        let start: Int
        let size: Int
    }

    private let bytes: [UInt8]
    private let sectorSize: Int
    private var streams: [Stream] = []

    /// Nil when the header is not that of a compound file. What its directory does not hold together is left out.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512 else { return nil }
        self.bytes = bytes
        let shift = Int(bytes[30]) | Int(bytes[31]) << 8
        guard shift == 9 || shift == 12 else { return nil }
        sectorSize = 1 << shift
        var sector = four(48)
        // A chain that leads back into itself ends with the sectors that there are.
        for _ in 0..<min(4096, bytes.count / sectorSize + 1) {
            guard let start = offset(ofSector: sector) else { break }
            for entry in stride(from: start, to: start + sectorSize, by: 128) {
                if let stream = stream(at: entry) { streams.append(stream) }
            }
            guard let next = successor(of: sector) else { break }
            sector = next
        }
    }

    /// The format that the streams tell; `.compound` when they tell none.
    var format: SourceFormat {
        func has(_ names: String...) -> Bool { streams.contains { names.contains($0.name) } }
        // An encrypted file of the newer formats is one stream; Word's are the ones that come here.
        if has("EncryptedPackage") { return .compound }
        if has("WordDocument") { return .doc }
        if has("Workbook", "Book") { return .xls }
        if has("PowerPoint Document") { return .ppt }
        return has("MatOST", "CONTENTS") ? .works : .compound
    }

    /// Whether a password is asked for.
    var isEncrypted: Bool {
        if streams.contains(where: { $0.name == "EncryptedPackage" }) { return true }
        guard let text = streams.first(where: { $0.name == "WordDocument" }), text.size >= 4096, let start = offset(ofSector: text.start)
        else { return false }
        return bytes[start + 11] & 1 != 0
    }

    private func four(_ offset: Int) -> Int {
        guard offset >= 0, offset + 4 <= bytes.count else { return -1 }
        return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2]) << 16 | Int(bytes[offset + 3]) << 24
    }

    /// The sector's place in the file; nil when it is not all there.
    private func offset(ofSector sector: Int) -> Int? {
        guard sector >= 0, sector < bytes.count / sectorSize else { return nil }
        let start = (sector + 1) * sectorSize
        return start + sectorSize <= bytes.count ? start : nil
    }

    /// The sector that follows in a chain; nil at its end.
    private func successor(of sector: Int) -> Int? {
        let perSector = sectorSize / 4
        guard let table = allocationSector(sector / perSector), let start = offset(ofSector: table) else { return nil }
        let next = four(start + 4 * (sector % perSector))
        return next < 0xFFFF_FFFA && next >= 0 ? next : nil
    }

    /// Where the numbered part of the allocation table stands: the first 109 are named in the header, the others in a chain of their own.
    private func allocationSector(_ number: Int) -> Int? {
        if number < 109 { return four(76 + 4 * number) }
        let perSector = sectorSize / 4 - 1
        var sector = four(68)
        for _ in 0..<((number - 109) / perSector) {
            guard let start = offset(ofSector: sector) else { return nil }
            sector = four(start + 4 * perSector)
        }
        return offset(ofSector: sector).map { four($0 + 4 * ((number - 109) % perSector)) }
    }

    private func stream(at entry: Int) -> Stream? {
        let length = Int(bytes[entry + 64]) | Int(bytes[entry + 65]) << 8
        guard 4...64 ~= length, bytes[entry + 66] == 2 else { return nil }
        let units = (0..<(length / 2 - 1)).map { UInt16(bytes[entry + 2 * $0]) | UInt16(bytes[entry + 2 * $0 + 1]) << 8 }
        return Stream(name: String(decoding: units, as: UTF16.self), start: four(entry + 116), size: four(entry + 120))
    }
}
