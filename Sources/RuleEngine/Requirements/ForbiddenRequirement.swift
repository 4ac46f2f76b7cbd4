import AuditModel
import DocumentModel
import Patterns

extension Examination {
    /// The most matches that one condition reports: a text full of them has one cause.
    private static let matchLimit = 200

    /// Searches paragraphs and headings. `sections` by key; empty: everywhere.
    func forbidden(pattern source: String, sections: [String], except: [String]) throws(RuleFailure) -> Tally {
        // Compiled when first needed: most texts have no match, and no match to excuse.
        var compiled: [Pattern]?
        let filter = workshop.filter
        var candidates = searchable.candidates(filter.number(ofPattern: source), filter)[...]
        var tally = Tally()
        var isComplete = true
        for section in searchable.sections where sections.isEmpty || section.key.map(sections.contains) ?? false {
            tally.satisfied()
            candidates = candidates.drop { $0 < section.pieces.lowerBound }
            let own = candidates.prefix { $0 < section.pieces.upperBound }
            if own.isEmpty { continue }
            let pattern = try workshop.pattern(source) { searchable.forbidden(filter) }
            for index in own where isComplete {
                let found = pattern.allMatches(in: searchable.pieces[index].text.string, limit: Self.matchLimit)
                isComplete = found.isComplete
                if found.matches.isEmpty { continue }
                let piece = searchable.pieces[index]
                var exceptions = compiled ?? []
                if compiled == nil { for exception in except { exceptions.append(try workshop.pattern(exception)) } }
                compiled = exceptions
                // Searched for once in a text, however often the pattern matches in it.
                let lawful = exceptions.flatMap { $0.allMatches(in: piece.text.string, limit: Self.matchLimit).matches.map(\.range) }
                for match in found.matches where !lawful.contains(where: { $0.holds(match.range) }) {
                    guard tally.offences.count < Self.matchLimit else {
                        isComplete = false
                        break
                    }
                    tally.violated(offence(match.range, in: piece))
                }
            }
        }
        return isComplete ? tally : tally.withRemarkOnLast(EngineWording.moreMatches)
    }

    private func offence(_ range: Range<Int>, in piece: SectionPiece) -> Offence {
        let text = piece.text
        return Offence(
            evidence: [
                Evidence(
                    place: Place(piece.locator, text.position(atOffset: range.lowerBound)),
                    quote: UTF8Text.surroundings(of: range, in: text.string, margin: 12), label: EngineWording.place(piece.locator))
            ],
            values: [.found: LocalizedText(verbatim: UTF8Text.shortened(text.substring(range), to: 40))])
    }
}

extension Range<Int> {
    /// True when another range, empty or not, lies within.
    fileprivate func holds(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && upperBound >= other.upperBound }
}
