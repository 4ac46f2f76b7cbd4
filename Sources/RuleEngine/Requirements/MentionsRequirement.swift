import AuditModel
import DocumentModel
import Patterns

extension Examination {
    /// One finding for all that is not mentioned. A vocabulary is called by its first word.
    func mentions(section key: String, vocabularies: [String], minimum: Int) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let section = document.section(key), let body = searchable.section(key)?.body,
            length(of: body, atMost: minimum) >= minimum
        else {
            return tally
        }
        let filter = workshop.filter
        var missing: [LocalizedText] = []
        for vocabulary in vocabularies {
            let words = try workshop.words(vocabulary)
            let candidates = searchable.candidates(filter.number(ofVocabulary: vocabulary), filter)
            guard !candidates.contains(where: { body.contains($0) && words.occurs(in: searchable.pieces[$0].text.string) }) else {
                continue
            }
            let name = pack.passages.vocabularies[vocabulary]?.first ?? vocabulary
            missing.append(LocalizedText(chinese: name, english: vocabulary))
        }
        if missing.isEmpty {
            tally.satisfied()
        } else {
            tally.violated(
                Offence(
                    evidence: [evidence(section)],
                    values: [
                        .section: LocalizedText(verbatim: title(of: section)), .expected: EngineWording.list(missing),
                        .found: EngineWording.nothing,
                    ]))
        }
        return tally
    }

    /// How many characters pieces have, blanks left out; counted no further than a limit.
    private func length(of pieces: Range<Int>, atMost limit: Int = .max) -> Int {
        let starts = searchable.decoded.starts
        return searchable.decoded.scalars.withUnsafeBufferPointer { scalars in
            var count = 0
            for scalar in scalars[starts[pieces.lowerBound]..<starts[pieces.upperBound]] {
                if count == limit { break }
                count += (0x3001...0xFEFE).contains(scalar) || !Blank.contains(scalar) ? 1 : 0
            }
            return count
        }
    }

    /// Characters of paragraphs, without blanks and without tables.
    func sectionLength(_ key: String, maximum: Int) -> Tally {
        var tally = Tally()
        guard let section = document.section(key), let body = searchable.section(key)?.body else { return tally }
        let length = length(of: body)
        if length <= maximum {
            tally.satisfied()
        } else {
            tally.violated(
                Offence(
                    evidence: [evidence(section)],
                    values: [
                        .section: LocalizedText(verbatim: title(of: section)), .found: LocalizedText(verbatim: String(length)),
                        .expected: LocalizedText(verbatim: String(maximum)),
                    ]))
        }
        return tally
    }

    /// Looks for the first match in the text before section one and in the first paragraphs of it.
    func partsAnnounced(_ source: String) throws(RuleFailure) -> Tally {
        var tally = Tally()
        let count = searchable.sections.count { $0.hasHeading }
        guard count > 0 else { return tally }
        let filter = workshop.filter
        let candidates = searchable.candidates(filter.number(ofPattern: source), filter)
        for section in searchable.sections.prefix(2) {
            for index in candidates where section.body.contains(index) {
                let text = searchable.pieces[index].text
                let pattern = try workshop.pattern(source)
                guard let match = pattern.firstMatch(in: text.string), let group = match[1] else { continue }
                guard let announced = Self.number(in: text.substring(group)) else { continue }
                if announced == count {
                    tally.satisfied()
                } else {
                    let locator = searchable.pieces[index].locator
                    tally.violated(
                        Offence(
                            evidence: [
                                Evidence(
                                    place: Place(locator, text.position(atOffset: match.range.lowerBound)),
                                    quote: text.substring(match.range), label: EngineWording.place(locator))
                            ],
                            values: [
                                .found: LocalizedText(verbatim: String(announced)), .expected: LocalizedText(verbatim: String(count)),
                            ]))
                }
                return tally
            }
        }
        return tally
    }

    /// A number below 100 in digits of either kind; nil for anything else.
    private static func number(in text: String) -> Int? {
        var value = 0
        var hasTen = false
        var digits = 0
        for scalar in text.unicodeScalars {
            if scalar.value == 0x5341 {
                // 十
                guard !hasTen, value < 10 else { return nil }
                value = (digits == 0 ? 1 : value) * 10
                hasTen = true
            } else if let digit = DigitNotation.value(scalar.value) {
                value = hasTen ? value + digit : value * 10 + digit
                guard value < 100 else { return nil }
            } else {
                return nil
            }
            digits += 1
        }
        return digits > 0 ? value : nil
    }

    func titleMatches(_ source: String) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let title = report.identity.title else { return tally }
        var text = title.value
        // Few titles have a blank.
        if text.unicodeScalars.contains(where: { Blank.contains($0.value) }) { text.unicodeScalars.removeAll { Blank.contains($0.value) } }
        if try workshop.pattern(source).matches(text) {
            tally.satisfied()
        } else {
            tally.violated(
                Offence(
                    evidence: [Evidence(place: title.place, quote: title.quote, label: EngineWording.title)],
                    values: [.found: LocalizedText(verbatim: title.value)]))
        }
        return tally
    }
}
