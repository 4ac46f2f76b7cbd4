/// Markup as one flat list of what stands in it, in document order: for large sources of which each part is looked at once, where a tree of nodes
/// would cost too much.
package struct XMLTape: Sendable {
    /// One start tag, end tag or piece of text.
    package struct Event: Sendable {
        /// What it is.
        package enum Kind: UInt8, Sendable {
            case start, end, text
        }

        /// What it is.
        package let kind: Kind
        /// Start and end: the index of the name in the vocabulary; -1 for a name that it does not have, and for text.
        package let name: Int16
        let attributeCount: UInt8
        /// Start: the index of its first attribute. End: the index of its start. Text: where its bytes begin.
        let first: Int32
        /// Start: the index of its end. Text: how many bytes it has.
        var second: Int32

        /// Of a start: the index of its end. Behind it begins what follows the element.
        package var end: Int { Int(second) }
    }

    struct Attribute: Sendable {
        let name: Int16
        let start: Int32
        let count: Int32
    }

    /// The first is the start of the root, the last its end. White space between elements is text.
    package let events: [Event]
    let attributes: [Attribute]
    let bytes: [UInt8]

    /// The value of an attribute at a start; nil when it is absent.
    ///
    /// - Parameter name: its index in the vocabulary.
    package func attribute(_ name: Int16, at index: Int) -> String? {
        let event = events[index]
        for place in Int(event.first)..<(Int(event.first) + Int(event.attributeCount)) where attributes[place].name == name {
            let attribute = attributes[place]
            return String(decoding: bytes[Int(attribute.start)..<Int(attribute.start + attribute.count)], as: UTF8.self)
        }
        return nil
    }

    /// The bytes of a text, in UTF-8.
    package func text(at index: Int) -> ArraySlice<UInt8> {
        let event = events[index]
        return bytes[Int(event.first)..<Int(event.first + event.second)]
    }
}
