import DocumentModel

extension BlockText {
    /// The text before and after a UTF-8 offset, without the blanks at the cut.
    func split(atOffset offset: Int) -> (BlockText, BlockText) {
        let bytes = Array(string.utf8)
        return (cut(bytes, 0..<offset), cut(bytes, offset..<bytes.count))
    }

    private func cut(_ bytes: [UInt8], _ range: Range<Int>) -> BlockText {
        let range = Blank.trimmed(range, of: bytes)
        var kept = [Anchor(offset: 0, position: position(atOffset: range.lowerBound))]
        for anchor in anchors where anchor.offset > range.lowerBound && anchor.offset < range.upperBound {
            kept.append(Anchor(offset: anchor.offset - range.lowerBound, position: anchor.position))
        }
        return BlockText(String(decoding: bytes[range], as: UTF8.self), anchors: kept)
    }
}
