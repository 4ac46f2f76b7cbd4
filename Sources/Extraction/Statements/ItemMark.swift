/// The mark that an item of a list begins with (—— ● ◆), as far as it is no ordinal.
enum ItemMark {
    private static let marks: Set<UInt32> = [
        0x2D, 0xB7, 0x2013, 0x2014, 0x2015, 0x2022, 0x203B, 0x2500, 0x25A0, 0x25A1, 0x25B2, 0x25B3, 0x25B6, 0x25BA, 0x25C6, 0x25C7, 0x25CB,
        0x25CE, 0x25CF, 0x2605, 0x2606, 0x2714, 0x27A2, 0x30FB,
    ]

    /// Whether a scalar is such a mark wherever it stands: dashes and points within a text part words and numbers.
    static func isBullet(_ scalar: UInt32) -> Bool { scalar > 0x2015 && scalar != 0x2500 && scalar != 0x30FB && marks.contains(scalar) }

    /// Where a text goes on behind its mark and the blanks after it; 0 where it begins with none.
    static func end(in scalars: [UInt32]) -> Int {
        guard let first = scalars.first, marks.contains(first) else { return 0 }
        return scalars.firstIndex { !marks.contains($0) && !NumeralScanner.isBlank($0) } ?? scalars.count
    }
}
