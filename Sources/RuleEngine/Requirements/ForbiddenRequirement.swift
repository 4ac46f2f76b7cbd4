import AuditModel
import DocumentModel
import Patterns

extension Examination {
    /// The most matches that one condition reports: a text full of them has one cause.
    private static let matchLimit = 200

    /// Searches paragraphs and headings. `sections` by key; empty: everywhere.
    func forbidden(pattern source: String, sections: [String], except: [String]) throws(RuleFailure) -> Tally {
        let pattern = try workshop.pattern(source)
        // Compiled when first needed: most texts have no match to excuse.
        var compiled: [Pattern]?
        var tally = Tally()
        var isComplete = true
        for (key, pieces) in searchable.sections(of: document) where sections.isEmpty || key.map(sections.contains) ?? false {
            tally.satisfied()
            for piece in pieces where isComplete && pattern.matches(piece.text.string) {
                let found = pattern.allMatches(in: piece.text.string, limit: Self.matchLimit)
                isComplete = found.isComplete
                var exceptions = compiled ?? []
                if compiled == nil { for exception in except { exceptions.append(try workshop.pattern(exception)) } }
                compiled = exceptions
                for match in found.matches where !isExcused(match.range, in: piece.text.string, exceptions) {
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

    /// True when the match lies within a surrounding in which it may occur.
    private func isExcused(_ range: Range<Int>, in text: String, _ exceptions: [Pattern]) -> Bool {
        exceptions.contains { exception in
            exception.allMatches(in: text, limit: Self.matchLimit).matches.contains {
                $0.range.lowerBound <= range.lowerBound && $0.range.upperBound >= range.upperBound
            }
        }
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

/// The paragraphs and headings of a report by section, put together once for all patterns.
///
/// A class, since they are made at most once in a judgement; it lives in one thread.
final class SearchableText {
    private var built: [(key: String?, pieces: [SectionPiece])]?

    /// The top-level sections in document order, each with its key and its heading first.
    func sections(of document: Document) -> [(key: String?, pieces: [SectionPiece])] {
        if let built { return built }
        let sections = document.sections.map { section in
            let heading = section.heading.map { [SectionPiece(kind: .heading, text: $0.text, locator: section.locator)] } ?? []
            return (key: section.key, pieces: heading + section.pieces)
        }
        built = sections
        return sections
    }
}
