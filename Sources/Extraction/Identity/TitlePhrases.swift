import AuditModel
import DocumentModel

/// The words by which a title tells what kind of report stands below it.
struct TitlePhrases: Sendable {
    private let titles: [[UInt32]]
    private let subjects: [[UInt32]]
    private let links: [[UInt32]]
    private let heads: [[UInt32]]

    init(_ grammar: IdentityGrammar) {
        func scalars(_ words: [String]) -> [[UInt32]] { words.map { $0.scalarValues() }.sorted { $0.count > $1.count } }
        titles = scalars(grammar.titles)
        subjects = scalars(grammar.titleSubjects)
        links = scalars(grammar.titleLinks)
        heads = scalars(grammar.titleHeads)
    }

    /// Where the words stand that titles have, be it around the year (…工作2024年度报告): one of the titles, or a subject and a head with nothing but
    /// links, marks and the year between them.
    func range(in scalars: [UInt32]) -> Range<Int>? {
        let year = IdentityFinder.year(in: DateNotation.Folded(scalars))?.range
        return composed(in: scalars, around: year) ?? listed(in: scalars, around: year)
    }

    /// The longest range from a subject to a head; the first of several.
    private func composed(in scalars: [UInt32], around year: Range<Int>?) -> Range<Int>? {
        var longest: Range<Int>?
        for start in scalars.indices {
            guard let subject = Self.length(subjects, in: scalars, at: start) else { continue }
            var index = start + subject
            var end: Int?
            while index < scalars.count {
                if let head = Self.length(heads, in: scalars, at: index) {
                    index += head
                    end = index
                } else if let link = Self.length(links, in: scalars, at: index) {
                    index += link
                } else if let year, year.contains(index) {
                    index = year.upperBound
                } else if Self.joins(scalars[index]) {
                    index += 1
                } else {
                    break
                }
            }
            if let end, end - start > longest?.count ?? 0 { longest = start..<end }
        }
        return longest
    }

    /// Marks but those that part sentences and paths.
    private static func joins(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2C, 0x3A, 0x3E, 0xFF0C, 0xFF1A: false
        default: IdentityFinder.isMark(scalar)
        }
    }

    private static func length(_ words: [[UInt32]], in scalars: [UInt32], at index: Int) -> Int? {
        words.first { $0.first == scalars[index] && IdentityFinder.starts(scalars[index...], with: $0) }?.count
    }

    private func listed(in scalars: [UInt32], around year: Range<Int>?) -> Range<Int>? {
        func found(in text: [UInt32]) -> Range<Int>? { titles.lazy.compactMap { IdentityFinder.range(of: $0, in: text) }.first }
        if let phrase = found(in: scalars) { return phrase }
        guard let year else { return nil }
        var wide = year
        while wide.lowerBound > 0, IdentityFinder.isMark(scalars[wide.lowerBound - 1]) { wide = wide.lowerBound - 1..<wide.upperBound }
        while wide.upperBound < scalars.count, IdentityFinder.isMark(scalars[wide.upperBound]) {
            wide = wide.lowerBound..<wide.upperBound + 1
        }
        for gap in [year.lowerBound..<year.lowerBound + 4, year, wide] {
            guard let phrase = found(in: Array(scalars[..<gap.lowerBound] + scalars[gap.upperBound...])),
                phrase.lowerBound < gap.lowerBound, phrase.upperBound > gap.lowerBound
            else { continue }
            return phrase.lowerBound..<phrase.upperBound + gap.count
        }
        return nil
    }
}
