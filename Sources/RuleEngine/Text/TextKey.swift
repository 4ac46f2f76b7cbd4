/// A text of the pack as a key. It is told by its length and then compared, which costs nothing where both share their storage; to hash a pattern
/// costs more than to look for it in a paragraph.
struct TextKey: Hashable {
    let text: String

    static func == (left: TextKey, right: TextKey) -> Bool { left.text.utf8.count == right.text.utf8.count && left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text.utf8.count) }
}
