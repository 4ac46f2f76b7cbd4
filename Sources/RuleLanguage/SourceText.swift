import XML

/// Finds characters of attributes and texts in the source of an XML file, which a parsed tree no longer tells. Used only to say where a problem is.
struct SourceText {
    let bytes: [UInt8]

    /// Where an attribute's value begins, or a word in it, or a character at an offset in bytes; the start tag itself when it is not found there.
    func place(ofAttribute name: String, word: String?, offset: Int, tagAt tag: XMLPosition) -> XMLPosition {
        guard let start = index(of: tag), let value = valueRange(ofAttribute: name, tagAt: start) else { return tag }
        let target = word.flatMap { find($0, in: value) } ?? textIndex(offset, from: value.lowerBound, to: value.upperBound)
        return position(of: target, from: start, at: tag)
    }

    /// Where the byte at an offset in an element's text stands; the start tag when the element has no such text.
    func place(ofTextOffset offset: Int, tagAt tag: XMLPosition) -> XMLPosition {
        guard let start = index(of: tag), let end = endOfTag(from: start) else { return tag }
        return position(of: textIndex(offset, from: end, to: bytes.count), from: start, at: tag)
    }

    /// Where a word stands in an element's text, for the first or a later time (counted from 0); the start tag when it does not.
    func place(ofWord word: String, occurrence: Int = 0, tagAt tag: XMLPosition) -> XMLPosition {
        guard let start = index(of: tag), let end = endOfTag(from: start) else { return tag }
        let close = bytes[end...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        var rest = end..<close
        var found = find(word, in: rest)
        for _ in 0..<occurrence {
            guard let index = found else { break }
            rest = (index + word.utf8.count)..<close
            found = find(word, in: rest)
        }
        return found.map { position(of: $0, from: start, at: tag) } ?? tag
    }

    private func index(of position: XMLPosition) -> Int? {
        var line = 1
        var column = 1
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < bytes.count {
            if line == position.line, column == position.column { return index }
            advance(&line, &column, over: bytes[index])
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
        return nil
    }

    private func position(of target: Int, from start: Int, at position: XMLPosition) -> XMLPosition {
        var line = position.line
        var column = position.column
        for byte in bytes[start..<max(start, min(target, bytes.count))] where byte & 0xC0 != 0x80 {
            advance(&line, &column, over: byte)
        }
        return XMLPosition(line: line, column: column)
    }

    private func advance(_ line: inout Int, _ column: inout Int, over byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }

    /// The index behind the `>` of the start tag; a `>` in quotes does not end it.
    private func endOfTag(from start: Int) -> Int? {
        var quote: UInt8?
        for index in start..<bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return nil
    }

    private func valueRange(ofAttribute name: String, tagAt start: Int) -> Range<Int>? {
        guard let end = endOfTag(from: start) else { return nil }
        let wanted = Array(name.utf8)
        var index = start
        while index < end {
            guard bytes[index] == UInt8(ascii: "=") else {
                index += 1
                continue
            }
            var nameEnd = index
            while nameEnd > start, isSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
            var open = index + 1
            while open < end, isSpace(bytes[open]) { open += 1 }
            guard open < end, let close = bytes[(open + 1)..<end].firstIndex(of: bytes[open]) else { return nil }
            let nameStart = nameEnd - wanted.count
            if nameStart > start, bytes[nameStart..<nameEnd].elementsEqual(wanted), isSpace(bytes[nameStart - 1]) {
                return (open + 1)..<close
            }
            index = close + 1
        }
        return nil
    }

    /// The first place where the word stands by itself, else the first where it stands at all.
    private func find(_ word: String, in range: Range<Int>) -> Int? {
        let wanted = Array(word.utf8)
        guard !wanted.isEmpty, wanted.count <= range.count else { return nil }
        var partial: Int?
        for index in range.lowerBound...(range.upperBound - wanted.count) where bytes[index..<(index + wanted.count)].elementsEqual(wanted)
        {
            let before = index == range.lowerBound || !continuesWord(bytes[index - 1])
            let after = index + wanted.count == range.upperBound || !continuesWord(bytes[index + wanted.count])
            if before && after { return index }
            partial = partial ?? index
        }
        return partial
    }

    /// The index at which the text has gone over so many bytes: a reference counts as what it stands for, a comment as nothing.
    private func textIndex(_ offset: Int, from start: Int, to end: Int) -> Int {
        var index = start
        var passed = 0
        while index < end {
            let rest = bytes[index..<end]
            if rest.starts(with: Array("<!--".utf8)) {
                index = indexBehind("-->", from: index, to: end)
            } else if rest.starts(with: Array("<![CDATA[".utf8)) {
                index += 9
            } else if rest.starts(with: Array("]]>".utf8)) {
                index += 3
            } else if passed >= offset || bytes[index] == UInt8(ascii: "<") {
                return index
            } else if bytes[index] == UInt8(ascii: "&") {
                let behind = indexBehind(";", from: index, to: end)
                passed += length(ofReference: bytes[index..<behind])
                index = behind
            } else {
                if bytes[index] != UInt8(ascii: "\r") { passed += 1 }
                index += 1
            }
        }
        return end
    }

    private func indexBehind(_ mark: String, from start: Int, to end: Int) -> Int {
        let wanted = Array(mark.utf8)
        var index = start
        while index + wanted.count <= end {
            if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index + wanted.count }
            index += 1
        }
        return end
    }

    private func length(ofReference reference: ArraySlice<UInt8>) -> Int {
        let text = String(decoding: reference.dropFirst().dropLast(), as: UTF8.self)
        guard text.hasPrefix("#") else { return 1 }
        let number = text.hasPrefix("#x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text.dropFirst())
        guard let scalar = number.flatMap(Unicode.Scalar.init) else { return 1 }
        return String(Character(scalar)).utf8.count
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private func continuesWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
