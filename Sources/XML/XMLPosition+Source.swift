extension XMLPosition {
    /// The offsets at which the lines of a source in UTF-8 begin, ascending; the first is that of the first character behind a byte order mark.
    static func lineStarts(in source: UnsafeBufferPointer<UInt8>) -> [Int] {
        let startsWithMark = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
        var starts = [startsWithMark ? 3 : 0]
        for (offset, byte) in source.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        return starts
    }

    /// The position of a byte. Linear in the line before it.
    init(offset: Int, in source: UnsafeBufferPointer<UInt8>, lineStarts: [Int]) {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        var column = 1
        for byte in source[min(lineStarts[low], offset)..<offset] where byte & 0xC0 != 0x80 { column += 1 }
        self.init(line: low + 1, column: column)
    }
}
