import DocumentModel
import SequenceDiff

/// What does not count when texts are compared for repetition: white space, figures, and names that stand for the writer.
///
/// A figure (a run of digits, with points and commas between them) and a name each count as one character, whatever they say.
package struct TextMask: Hashable, Sendable {
    /// Stand for a figure and a name; no document holds these control characters.
    private static let figure: UInt32 = 0
    private static let name: UInt32 = 1

    /// Longest first; none is empty.
    private let names: [[UInt32]]
    /// The first scalars of the names, and a bit for the lower bits of each: most characters of a text are told from it alone.
    private let firstScalars: Set<UInt32>
    private let firstBits: UInt64
    private let numerals: Set<UInt32>

    /// - Parameters:
    ///   - names: What the writer is called, in full and short; an empty one is left out.
    ///   - numerals: Characters that count as digits besides 0…9 and their full-width forms.
    package init(names: [String] = [], numerals: String = "") {
        let scalars = names.map { $0.unicodeScalars.map(\.value) }.filter { !$0.isEmpty }
        self.names = scalars.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
        firstScalars = Set(scalars.compactMap(\.first))
        firstBits = firstScalars.reduce(0) { $0 | 1 << UInt64($1 & 63) }
        self.numerals = Set(numerals.unicodeScalars.map(\.value))
    }

    /// The text's characters as far as they count.
    package func characters(of text: some StringProtocol) -> [UInt32] { masked(String(text)).characters }

    /// The characters of a text, given as its scalars, as far as they count.
    package func characters(of scalars: [UInt32]) -> [UInt32] {
        scalars.firstIndex(where: isMasked).map { masked(scalars, from: $0) } ?? scalars
    }

    /// The text's characters as far as they count, and whether these are all that it has, unchanged.
    func masked(_ text: String) -> (characters: [UInt32], isWhole: Bool) {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        text.appendScalars(to: &scalars)
        guard let first = scalars.firstIndex(where: isMasked) else { return (scalars, true) }
        return (masked(scalars, from: first), false)
    }

    /// Whether something is to be done about a scalar.
    private func isMasked(_ scalar: UInt32) -> Bool {
        Blank.contains(scalar) || isDigit(scalar) || beginsName(scalar)
    }

    private func beginsName(_ scalar: UInt32) -> Bool { firstBits >> UInt64(scalar & 63) & 1 != 0 && firstScalars.contains(scalar) }

    /// - Parameter start: Before it nothing is to be done.
    private func masked(_ all: [UInt32], from start: Int) -> [UInt32] {
        let scalars = all[start...].filter { !Blank.contains($0) }
        var masked = Array(all[..<start])
        masked.reserveCapacity(all.count)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if beginsName(scalar), let name = names.first(where: { scalars[index...].starts(with: $0) }) {
                masked.append(Self.name)
                index += name.count
            } else if isDigit(scalar) {
                masked.append(Self.figure)
                index += 1
                while index < scalars.count {
                    if isDigit(scalars[index]) {
                        index += 1
                    } else if Self.isSeparator(scalars[index]), index + 1 < scalars.count, isDigit(scalars[index + 1]) {
                        index += 2
                    } else {
                        break
                    }
                }
            } else {
                masked.append(scalar)
                index += 1
            }
        }
        return masked
    }

    private func isDigit(_ scalar: UInt32) -> Bool {
        DigitNotation.decimal(scalar) != nil || !numerals.isEmpty && numerals.contains(scalar)
    }

    /// A point or a comma, half or full width.
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        scalar == 0x2E || scalar == 0x2C || scalar == 0xFF0E || scalar == 0xFF0C
    }
}
