import DocumentModel

extension BlockText {
    /// The texts one below the other, parted by line feeds, each of which stands where the text before it ends. Blank texts are left out.
    init(joining texts: [BlockText]) {
        var string: [UInt8] = []
        var anchors: [Anchor] = []
        var last: BlockText?
        for text in texts {
            let text = text.trimmed
            guard !text.isEmpty else { continue }
            if let last {
                anchors.append(Anchor(offset: string.count, position: last.position(atOffset: last.string.utf8.count)))
                string.append(0x0A)
            }
            anchors += text.anchors.map { Anchor(offset: $0.offset + string.count, position: $0.position) }
            string += Array(text.string.utf8)
            last = text
        }
        self.init(String(decoding: string, as: UTF8.self), anchors: anchors)
    }

    /// The text without blanks around it.
    var trimmed: BlockText {
        let bytes = Array(string.utf8)
        let range = Blank.trimmed(0..<bytes.count, of: bytes)
        guard range.count < bytes.count else { return self }
        return split(atOffset: range.isEmpty ? 0 : range.lowerBound).1
    }
}
