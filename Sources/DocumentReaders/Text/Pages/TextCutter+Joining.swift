import DocumentModel

extension TextCutter {
    /// The lines of one paragraph as one text: nothing stands between them but a blank between letters or digits, or
    /// the one that stood there beside one of these. Where a line was spaced out to
    /// fill its width, the blanks between its Chinese characters are left out.
    func joined(_ lines: ArraySlice<SourceLine>) -> BlockText {
        guard lines.count > 1 else { return lines.first.map { text($0) } ?? BlockText("") }
        var string: [UInt8] = []
        var anchors: [BlockText.Anchor] = []
        var end: SourcePosition?
        var hasBlankAtEnd = false
        for line in lines {
            let range = Blank.trimmed(line.range, of: bytes)
            guard !range.isEmpty else { continue }
            let isSpaced = isSpacedOut(range)
            var column = Int(line.column) + scalars(in: line.start..<range.lowerBound)
            let isParted = hasBlankAtEnd && (string.last?.isLetterOrDigit ?? false || bytes[range.lowerBound].isLetterOrDigit)
            if let end, let last = string.last, isParted || (last.isLetterOrDigit && bytes[range.lowerBound].isLetterOrDigit) {
                anchors.append(BlockText.Anchor(offset: string.count, position: end))
                string.append(0x20)
            }
            var inStep = false
            for index in range {
                let byte = bytes[index]
                let isDropped =
                    SourceText.isControl(byte)
                    || (isSpaced && byte == 0x20 && bytes[index - 1] >= 0x80 && index + 1 < range.upperBound && bytes[index + 1] >= 0x80)
                if isDropped {
                    inStep = false
                } else {
                    if !inStep {
                        let position = SourcePosition(line: Int(line.number), column: column)
                        anchors.append(BlockText.Anchor(offset: string.count, position: position))
                        inStep = true
                    }
                    string.append(byte)
                }
                if byte & 0xC0 != 0x80 { column += 1 }
            }
            end = SourcePosition(line: Int(line.number), column: column)
            hasBlankAtEnd = range.upperBound < line.end && bytes[range.upperBound] == 0x20
        }
        return BlockText(String(decoding: string, as: UTF8.self), anchors: anchors)
    }

    /// Whether more Chinese characters are parted by single blanks than stand side by side.
    private func isSpacedOut(_ range: Range<Int>) -> Bool {
        var parted = 0
        var close = 0
        var index = range.lowerBound
        while index < range.upperBound {
            defer { index += 1 }
            guard bytes[index] >= 0xC0, index > range.lowerBound else { continue }
            if bytes[index - 1] >= 0x80 {
                close += 1
            } else if bytes[index - 1] == 0x20, index - 2 >= range.lowerBound, bytes[index - 2] >= 0x80 {
                parted += 1
            }
        }
        return parted > close && parted > 2
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool { self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 26 }
}
