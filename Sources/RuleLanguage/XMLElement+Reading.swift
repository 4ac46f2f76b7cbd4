import AuditModel
import XML

/// What separates the entries of lists.
/// - Source: XML 1.0, section 2.3, production 3
func isXMLSpace(_ byte: UInt8) -> Bool { byte <= 0x20 && (byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D) }

/// A text that equals another only byte by byte. Strings compare by Unicode's equivalence, which is slow beyond ASCII.
struct ExactText: Hashable {
    let text: String

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        // Read in place, without a copy to be counted; only a foreign string has to be copied.
        if text.utf8.withContiguousStorageIfAvailable({ hasher.combine(bytes: UnsafeRawBufferPointer($0)) }) == nil {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}

/// The entries of a list separated by white space; empty for white space alone.
func words(in text: String) -> [String] {
    let bytes = text.utf8.span
    var words: [String] = []
    // Most words of a pack have three or four characters, of three bytes each.
    words.reserveCapacity(bytes.count / 12 + 1)
    var end = 0
    while end < bytes.count {
        let start = end
        while end < bytes.count, !isXMLSpace(bytes[end]) { end += 1 }
        // White space cuts no character.
        if end > start { words.append(String(copying: UTF8Span(unchecked: bytes.extracting(start..<end)))) }
        end += 1
    }
    return words
}

/// A text on one line: white space becomes one space, or nothing between two characters of a script that has no spaces between words.
func line(of text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { line in
            var count = 0
            var isApart = false
            for byte in bytes {
                if isXMLSpace(byte) {
                    isApart = count > 0
                    continue
                }
                if isApart, line[count - 1] < 0x80 || byte < 0x80 {
                    line[count] = 0x20
                    count += 1
                }
                isApart = false
                line[count] = byte
                count += 1
            }
            return count
        }
    }
}

extension XMLElement {
    /// The entries of a list in an attribute; empty when it is absent.
    func list(_ attribute: String) -> [String] {
        self.attribute(attribute).map { words(in: $0) } ?? []
    }

    /// A truth value; nil when it is absent.
    /// - Source: XML Schema part 2, section 3.2.2.1
    func flag(_ attribute: String) -> Bool? {
        self.attribute(attribute).map { ["true", "1"].contains(words(in: $0).first) }
    }
}

extension Diagnosis {
    /// The value of an attribute that has to be there, without white space at its ends; empty, and noted, when it is not.
    mutating func value(_ attribute: String, of element: XMLElement, in file: PackFile) -> String {
        guard let value = element.attribute(attribute) else {
            note(.attributeMissing(attribute: attribute, because: element.name), in: file, at: element)
            return ""
        }
        return line(of: value)
    }

    /// One of a closed set of values; nil when the attribute is absent, and when it is none of them, which is noted.
    mutating func choice<Choice: RawRepresentable<String>>(
        _ attribute: String, of element: XMLElement, in file: PackFile, as: Choice.Type
    ) -> Choice? {
        guard element.attribute(attribute) != nil else { return nil }
        let text = value(attribute, of: element, in: file)
        let choice = Choice(rawValue: text)
        if choice == nil {
            note(.badValue(text), in: file, at: element, attribute: attribute)
        }
        return choice
    }

    /// A whole number; 0, and noted, when there is none or it is beyond what can be held.
    mutating func integer(_ attribute: String, of element: XMLElement, in file: PackFile) -> Int {
        let text = value(attribute, of: element, in: file)
        if let number = Int(text) { return number }
        note(.notWhole(text), in: file, at: element, attribute: attribute)
        return 0
    }

    /// A decimal number; 0, and noted, when there is none.
    mutating func quantity(_ attribute: String, of element: XMLElement, in file: PackFile) -> Quantity {
        let text = value(attribute, of: element, in: file)
        if let number = Quantity(text) { return number }
        note(.notDecimal(text), in: file, at: element, attribute: attribute)
        return .zero
    }

    /// What numbers are multiplied by; 1 when the attribute is absent, and when it is 0 or no number, which is noted.
    mutating func factor(_ attribute: String, of element: XMLElement, in file: PackFile) -> Quantity {
        guard element.attribute(attribute) != nil else { return Quantity(1) }
        let text = value(attribute, of: element, in: file)
        if let number = Quantity(text), !number.isZero { return number }
        note(Quantity(text) == nil ? .notDecimal(text) : .zero, in: file, at: element, attribute: attribute)
        return Quantity(1)
    }

    /// The text that stands in `elements` once in each language. `isComplete` false: the Chinese one may be missing, and is empty then.
    mutating func localized(
        _ elements: [XMLElement], named name: String, of parent: XMLElement, in file: PackFile, isComplete: Bool = true
    ) -> LocalizedText {
        var texts = [String?](repeating: nil, count: Language.allCases.count)
        for element in elements {
            let code = element.attribute("lang", namespace: "http://www.w3.org/XML/1998/namespace")
            guard let index = Language.allCases.firstIndex(where: { $0.rawValue == code }) else {
                note(.unknownLanguage(element: name, found: code), in: file, at: element)
                continue
            }
            if texts[index] != nil {
                note(.repeatedLanguage(element: name, language: Language.allCases[index].rawValue), in: file, at: element)
            }
            texts[index] = line(of: element.text)
        }
        // An unknown language has been noted above; what it hides is not worth a second note.
        if elements.count == texts.count(where: { $0 != nil }) {
            for (language, text) in zip(Language.allCases, texts) where text == nil && (isComplete || language == .english) {
                note(.missingLanguage(element: name, language: language.rawValue), in: file, at: parent)
            }
        }
        return LocalizedText { language in Language.allCases.firstIndex(of: language).flatMap { texts[$0] } ?? "" }
    }
}
