import AuditModel

/// Words that keep a clause from counting as evidence: what they cover is not looked at. A word of the pack that ends in `…` covers the rest of its
/// clause as well.
struct DenialList: Sendable {
    private let plain: WordList
    private let reaching: WordList

    /// No words at all.
    static let none = DenialList([])

    init(_ list: [String]) {
        plain = WordList(list.filter { !$0.isOpenEnded })
        reaching = WordList(list.filter(\.isOpenEnded).map { String($0.dropLast()) })
    }

    /// Whether the longest word at an offset is one that covers more than itself.
    func reaches(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard let open = reaching.match(in: text, at: offset) else { return false }
        return open > plain.match(in: text, at: offset) ?? 0
    }

    /// How many bytes the longest word at an offset covers in a clause that ends with the text; nil when none stands there. `bucket`: of the offset.
    func coverage(in text: UnsafeBufferPointer<UInt8>, at offset: Int, bucket: Int) -> Int? {
        let exact = plain.match(in: text, at: offset, bucket: bucket)
        guard let open = reaching.match(in: text, at: offset, bucket: bucket), open > exact ?? 0 else { return exact }
        return text.count - offset
    }
}
