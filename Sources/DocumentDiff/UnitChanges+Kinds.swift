import DocumentModel

extension UnitChanges {
    /// The changes and what is kept between them.
    ///
    /// - Parameter names: What the units are called that the texts are about.
    func runs(names: [String]) -> [ReadableRun] {
        var namesOfOld: NameOccurrences?
        var namesOfNew: NameOccurrences?
        var runs: [ReadableRun] = []
        var end = (old: 0, new: 0)
        func keep(until old: Int, _ new: Int) {
            if old > end.old { runs.append(ReadableRun(.keep, kind: nil, old: end.old..<old, new: end.new..<new)) }
        }
        // What was joined may come out the same on both sides, and is kept.
        for change in changes where !old.bytes(change.old).elementsEqual(new.bytes(change.new)) {
            let (oldRange, newRange) = (old.range(change.old), new.range(change.new))
            keep(until: oldRange.lowerBound, newRange.lowerBound)
            end = (oldRange.upperBound, newRange.upperBound)
            var kind = kind(of: change)
            if kind == .wording, !names.isEmpty {
                let oldNames = namesOfOld ?? NameOccurrences(of: names, in: old.bytes)
                let newNames = namesOfNew ?? NameOccurrences(of: names, in: new.bytes)
                (namesOfOld, namesOfNew) = (oldNames, newNames)
                if oldNames.cover(oldRange), newNames.cover(newRange) { kind = .name }
            }
            let operation: ReadableRun.Operation = change.isReplacement ? .replace : change.old.isEmpty ? .insert : .delete
            runs.append(ReadableRun(operation, kind: kind, old: oldRange, new: newRange))
        }
        keep(until: old.bytes.count, new.bytes.count)
        return runs
    }

    /// What a change is, as far as it alone tells.
    private func kind(of change: Change) -> ReadableRun.Kind {
        if Self.isSame(old.bytes(change.old), new.bytes(change.new)) { return .format }
        let (oldKinds, newKinds) = (old.kinds[change.old], new.kinds[change.new])
        let sides = [oldKinds, newKinds].map(Side.init)
        // What is no number may be a mark that stands for none.
        guard sides.contains(where: \.isNumber), sides.allSatisfy({ $0.isNumber || !$0.hasWords }) else { return .wording }
        if !change.isReplacement, (oldKinds + newKinds).allSatisfy({ $0 == .numeral }) { return .wording }
        return sides.allSatisfy { $0.isDate || !$0.isNumber } ? .date : .number
    }

    private struct Side {
        let isNumber: Bool
        let isDate: Bool
        let hasWords: Bool

        init(_ kinds: ArraySlice<TextUnits.Kind>) {
            hasWords = kinds.contains { $0 == .character || $0 == .word }
            isNumber = !hasWords && kinds.contains(where: \.isNumber)
            isDate = isNumber && !kinds.contains { $0 == .number || $0 == .numeral }
        }
    }

    /// Whether two texts differ in nothing but blanks, widths and forms of marks.
    private static func isSame(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> Bool {
        let folded = { (bytes: ArraySlice<UInt8>) -> String in
            var text = String.UnicodeScalarView()
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !Blank.contains(scalar.value) {
                text.append(Unicode.Scalar(UnitNotation.folded(scalar.value)) ?? scalar)
            }
            return String(text)
        }
        // Swift's equality of strings is canonical equivalence: composed and decomposed letters are the same.
        return folded(old) == folded(new)
    }
}

/// Where names stand in a text.
private struct NameOccurrences {
    /// In bytes; what is longer is no name, and would cost too much to look for.
    private static let longestName = 300

    /// UTF-8 offsets, ascending; none touches the next.
    private var ranges: [Range<Int>] = []

    init(of names: [String], in text: [UInt8]) {
        var found: [Range<Int>] = []
        for name in names where !name.isEmpty {
            let bytes = Array(name.utf8)
            guard bytes.count <= min(text.count, Self.longestName) else { continue }
            var place = 0
            while place <= text.count - bytes.count {
                if text[place] == bytes[0], text[place..<place + bytes.count].elementsEqual(bytes) {
                    found.append(place..<place + bytes.count)
                    place += bytes.count
                } else {
                    place += 1
                }
            }
        }
        found.sort { $0.lowerBound < $1.lowerBound }
        for range in found {
            if let last = ranges.last, range.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
    }

    /// Whether a range lies within a name, at its end at most.
    func cover(_ range: Range<Int>) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && range.upperBound <= ranges[low - 1].upperBound
    }
}
