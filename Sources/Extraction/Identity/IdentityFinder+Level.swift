import AuditModel
import DocumentModel

/// What kind of unit reports, and for whom.
extension IdentityFinder {
    /// In scalars: an ending of that length may be a whole name (北京市); a shorter one needs a name before it.
    private static let wholeName = 3

    /// The level by the longest ending that fits, before a second name in brackets.
    func level(_ unit: String) -> String? { level(unit.scalarValues()[...]) }

    /// The same of a name in scalars.
    func level(_ unit: ArraySlice<UInt32>) -> String? {
        let scalars = Self.withoutBrackets(unit)
        guard let last = scalars.last, let endings = endingsByLast[last] else { return nil }
        let found = endings.first {
            scalars.count >= $0.ending.count + ($0.ending.count >= Self.wholeName ? 0 : 1) && Self.ends(scalars, with: $0.ending)
        }
        guard let found, let other = grammar.levels.first(where: { $0.within == found.level }) else { return found?.level }
        // The sign of the place is the first of its ending.
        let place = scalars.dropLast(found.ending.count - 1)
        let isNamed = place.indices.contains { index in
            places[other.id]?[place[index]]?.contains { place[index...].elementsEqual($0) } ?? false
        }
        return isNamed || holdsPlace(scalars.dropLast(found.ending.count), of: found.level) ? other.id : found.level
    }

    /// Whether the name of a unit of a level stands at the beginning of a name, and more than a sign behind it.
    private func holdsPlace(_ name: ArraySlice<UInt32>, of level: String) -> Bool {
        let signs = self.endings.filter { $0.level == level && $0.ending.count < Self.wholeName }.map(\.ending)
        return name.indices.dropFirst(2).dropLast(2).contains { index in
            signs.contains { name[index...].starts(with: $0) && name.endIndex - index - $0.count >= 2 }
        }
    }

    /// By the title, else by firm words of the preamble, else by what kind of unit reports, else by other words of the preamble as far as they may
    /// speak of the unit; nil when none tells.
    func scope(in document: Document, title: String?, unit: String?, level: String?) -> Identity.Scope? {
        func holds(_ words: [String], _ text: String) -> Bool { words.contains { ByteSearch.first($0, in: text) != nil } }
        if let title {
            if holds(grammar.rollUpScope, title) { return .rollUp }
            if holds(grammar.ownScope, title) { return .own }
        }
        let preamble = (document.sections.first?.paragraphs.prefix(12).map(\.text.string) ?? []).filter { $0.utf8.count <= 6_000 }
        for text in preamble {
            if holds(grammar.firmRollUpScope, text) { return .rollUp }
            if holds(grammar.firmOwnScope, text) { return .own }
        }
        if let unit, grammar.ownUnits.contains(where: { unit.hasSuffix($0) }) { return .own }
        let sumsUp = level.flatMap { level in grammar.levels.first { $0.id == level } }?.sumsUp
        for text in preamble {
            if sumsUp ?? true, holds(grammar.rollUpScope, text) { return .rollUp }
            if !(sumsUp ?? false), holds(grammar.ownScope, text) { return .own }
        }
        return nil
    }
}
