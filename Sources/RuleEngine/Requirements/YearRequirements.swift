import AuditModel
import DocumentModel
import Patterns

extension Examination {
    /// How many years apart a year may be to be taken for last year's text left standing; a year further off is history.
    /// - Source: reports keep old sentences over one or two revisions
    private static let span = 3

    /// The year that the report is about: the title's, unless the title itself is wrong.
    private var reportingYear: Int? { report.identity.year ?? report.identity.titleYear?.value }

    /// Reporting periods written out from the first to the last day.
    func periodYears() -> Tally {
        var tally = Tally()
        for period in report.identity.periodYears {
            let evidence = Evidence(place: period.place, quote: period.quote, label: EngineWording.period)
            guard let expected = reportingYear else {
                tally.undetermined(Gap(evidence: [evidence], reason: EngineWording.unknownReportingYear))
                continue
            }
            if period.value == expected {
                tally.satisfied()
            } else {
                tally.violated(offence(evidence, found: period.value, expected: expected))
            }
        }
        return tally
    }

    /// Sentences that begin with a year. An earlier one may be text left standing; a later one opens a plan, unless the sentence states figures.
    ///
    /// - Parameter exempt: parts of sections that speak of other years.
    func leadingYears(retrospect: String, openers: String?, exempt: [String]) throws(RuleFailure) -> Tally {
        let retrospective = try workshop.words(retrospect)
        let opening = try openers.map(workshop.words)
        var tally = Tally()
        guard let expected = reportingYear else { return tally }
        tally.satisfied()
        // The unit's own name opens a sentence as its other names do.
        let mentions = leadingYearMentions { opening.map { [$0, names] } ?? [] }
        for (index, mention) in mentions.enumerated() where mention.year != expected && abs(mention.year - expected) <= Self.span {
            // Beside the reporting year an earlier one is there to be compared with.
            if ByteSearch.first(String(expected), in: mention.sentence) != nil { continue }
            // What was so last year, and what became of it, may stand in two sentences.
            if mention.year == expected - 1, ByteSearch.first(String(expected), in: mention.rest) != nil { continue }
            if index + 1 < mentions.count, mentions[index + 1].year == expected, mentions[index + 1].follows(mention) { continue }
            guard mention.year < expected || statesFigures(mention),
                !isRetrospective(mention, expected, retrospective) || statesThisYears(mention),
                !isWithin(exempt, mention), !looksBack(mention)
            else { continue }
            let evidence = Evidence(
                place: mention.place, quote: UTF8Text.shortened(mention.sentence, to: 40), label: EngineWording.place(mention.place.locator)
            )
            if mayLookBack(mention) {
                tally.undetermined(Gap(evidence: [evidence], reason: EngineWording.mayLookBack(mention.year)))
                continue
            }
            tally.violated(offence(evidence, found: mention.year, expected: expected))
        }
        return tally
    }

    /// Whether a sentence speaks of a time before by a word for it. That time itself says no more than a year does where a section opens with the year
    /// before it, and counts nothing since.
    private func isRetrospective(_ mention: LeadingYearMention, _ expected: Int, _ words: WordList) -> Bool {
        guard let since = mention.sinceEnd, mention.opensSection, mention.year == expected - 1,
            !mention.withoutYear(since).unicodeScalars.contains(where: { DigitNotation.decimal($0.value) != nil })
        else { return words.occurs(in: mention.contrast) }
        return words.occurs(in: mention.withoutYear(since))
    }

    /// Whether a sentence states figures of the form that are last year's and no others, and does not stand in that report itself: then it is true, and
    /// not left over.
    private func looksBack(_ mention: LeadingYearMention) -> Bool {
        guard let previous, previous.identity.year == mention.year else { return false }
        let stated = figures(of: mention)
        let known = Set(previousSlots.compactMap(\.number))
        return !stated.isEmpty && stated.allSatisfy { known.contains($0.value) }
            && !previous.document.sections.contains { $0.pieces.contains { $0.text.string.contains(mention.sentence) } }
    }

    /// 2023年新收53件，上年结转4件，办结54件: whether a sentence states for its year so many figures of this year that it is this year's, whatever its words.
    /// Small numbers stand in every table.
    private func statesThisYears(_ mention: LeadingYearMention) -> Bool {
        let others = figures(of: mention)
        let own = statements(of: mention).filter { $0.state == .bound }
        let values = Set((others + own).map(\.value)).subtracting([.zero])
        return !others.isEmpty && values.count > 2 && values.contains { $0 >= Quantity(10) }
            && values.isSubset(of: slots.lazy.compactMap(\.number))
            && !(previous != nil && values.isSubset(of: previousSlots.lazy.compactMap(\.number)))
    }

    /// Whether a sentence states figures of the form for its year that this year's tables do not have, and there is no report of that year to tell them by.
    private func mayLookBack(_ mention: LeadingYearMention) -> Bool {
        guard previous?.identity.year != mention.year else { return false }
        let known = Set(slots.compactMap(\.number))
        return known.contains { !$0.isZero } && figures(of: mention).contains { !known.contains($0.value) }
    }

    /// What a sentence states that would be figures of the form but for the time.
    private func figures(of mention: LeadingYearMention) -> [Statement] {
        let words = pack.statements.words.compactMap { if case .otherPeriod(let reason) = $0.role { reason } else { nil } }
        let reasons = Set(words + [Self.otherYear])
        return statements(of: mention).filter { $0.reason.map(reasons.contains) ?? false }
    }

    /// The reason that needs no word of the pack: a year is named.
    private static let otherYear = "other-year"

    private func statements(of mention: LeadingYearMention) -> [Statement] {
        report.narrative.statements.filter {
            mention.range.contains($0.numberRange.lowerBound) && $0.place.locator == mention.place.locator
        }
    }

    /// Whether the parts hold where a sentence begins.
    private func isWithin(_ parts: [String], _ mention: LeadingYearMention) -> Bool {
        guard !parts.isEmpty else { return false }
        return report.narrative.passages.contains { passage in
            passage.place.locator == mention.place.locator && passage.part.map(parts.contains) ?? false
                && (passage.text.hasPrefix(mention.sentence) || mention.sentence.hasPrefix(passage.text))
        }
    }

    private func statesFigures(_ mention: LeadingYearMention) -> Bool {
        statements(of: mention).contains { $0.state == .bound }
    }

    private func offence(_ evidence: Evidence, found: Int, expected: Int) -> Offence {
        var all = [evidence]
        if let title = report.identity.titleYear {
            all.append(Evidence(place: title.place, quote: title.quote, label: EngineWording.title))
        }
        return Offence(
            evidence: all,
            values: [.found: LocalizedText(verbatim: String(found)), .expected: LocalizedText(verbatim: String(expected))])
    }

    /// A sentence of a paragraph that begins with a year.
    struct LeadingYearMention {
        let year: Int
        let sentence: String
        /// What follows it in its paragraph.
        let rest: String
        /// The UTF-8 range of the sentence in the paragraph.
        let range: Range<Int>
        let place: Place
        /// Whether the mark before the sentence is a semicolon.
        let isContinued: Bool
        /// Where words for the time since the year end, in bytes of the paragraph; nil where none stand there.
        let sinceEnd: Int?
        /// Whether no paragraph of its section stands before it, nor anything of its own.
        let opensSection: Bool

        /// The sentence behind the words that end at an offset, with what is set against it.
        func withoutYear(_ end: Int) -> String { String(decoding: contrast.utf8.dropFirst(end - range.lowerBound), as: UTF8.self) }

        /// The sentence with what is set against it behind a semicolon (…；本年受理12件).
        var contrast: String {
            guard rest.first == "\u{FF1B}" || rest.first == ";" else { return sentence }
            return sentence + rest.prefix { $0 != "\u{3002}" }
        }

        /// Whether it goes on with another sentence behind a semicolon.
        func follows(_ other: LeadingYearMention) -> Bool {
            isContinued && place.locator == other.place.locator && range.lowerBound <= other.range.upperBound + 3
        }
    }

    /// Years that a pattern catches, in paragraphs.
    func yearsNamed(_ source: String, ahead: Bool) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let expected = reportingYear else { return tally }
        let filter = workshop.filter
        let candidates = searchable.candidates(filter.number(ofPattern: source), filter)
        for index in candidates where searchable.pieces[index].kind == .paragraph {
            // Most paragraphs name no other year, and such a pattern takes longer to compile than a report to be read.
            guard searchable.namesOtherYear(index, find: { mayNameAnotherYear(index, than: expected) }) else {
                tally.satisfied()
                continue
            }
            let matches = try workshop.pattern(source).allMatches(in: searchable.pieces[index].text.string, limit: Self.namedYears).matches
            if matches.isEmpty { continue }
            let piece = searchable.pieces[index]
            let text = piece.text
            for match in matches {
                guard let group = match.groups.lazy.compactMap({ $0 }).first, let year = Self.year(text.substring(group)),
                    abs(year - expected) <= Self.span,
                    !UTF8Text.bytes(of: text.string, { isInTitleMarks($0, group.lowerBound) })
                else { continue }
                if year == expected || ahead && year > expected {
                    tally.satisfied()
                    continue
                }
                // Beside the reporting year another is there to be compared with; and a period is judged as one.
                let sentence = searchable.sentences[searchable.sentences(of: index..<index + 1)].first {
                    $0.bytes.contains(group.lowerBound)
                }
                if let sentence {
                    let words = text.substring(sentence.bytes)
                    if ByteSearch.first(String(expected), in: words) != nil { continue }
                    let mention = LeadingYearMention(
                        year: year, sentence: words, rest: "", range: sentence.bytes,
                        place: Place(piece.locator, text.position(atOffset: 0)),
                        isContinued: false, sinceEnd: nil, opensSection: false)
                    if looksBack(mention) { continue }
                }
                let quote = text.substring(match.range)
                if report.identity.periodYears.contains(where: { $0.place.locator == piece.locator && quote.contains($0.quote) }) {
                    continue
                }
                let evidence = Evidence(
                    place: Place(piece.locator, text.position(atOffset: match.range.lowerBound)),
                    quote: quote, label: EngineWording.place(piece.locator))
                tally.violated(offence(evidence, found: year, expected: expected))
            }
        }
        return tally
    }

    /// False where no four digits of a piece in a row, blanks between them or not, are a year near `expected` but that one itself.
    private func mayNameAnotherYear(_ piece: Int, than expected: Int) -> Bool {
        let range = searchable.decoded.range(of: piece)
        return searchable.decoded.scalars.withUnsafeBufferPointer { scalars in
            var window = 0
            for scalar in scalars[range] {
                if let digit = DigitNotation.value(scalar) {
                    window = (window * 10 + digit) % 10_000
                    if window != expected, abs(window - expected) <= Self.span { return true }
                } else if (0x3001...0xFEFE).contains(scalar) || !Blank.contains(scalar) {
                    window = 0
                }
            }
            return false
        }
    }

    /// The most that a paragraph is searched for.
    private static let namedYears = 20
    /// The most sentences of a paragraph that are looked at: each is held against all that is behind it.
    private static let leadingYearLimit = 100

    /// Four digits of any kind, blanks between them or not.
    private static func year(_ text: String) -> Int? {
        var year = 0
        var digits = 0
        for scalar in text.unicodeScalars where !Blank.contains(scalar.value) {
            guard let digit = DigitNotation.value(scalar.value), digits < 4 else { return nil }
            year = year * 10 + digit
            digits += 1
        }
        return digits == 4 ? year : nil
    }

    /// In document order; sentences inside of a title in 《》 are left out. `openers`: words that may follow the year in the place of a comma.
    func leadingYearMentions(openers: () -> [WordList] = { [] }) -> [LeadingYearMention] {
        var mentions: [LeadingYearMention] = []
        let scalars = searchable.decoded.scalars
        for section in searchable.sections {
            let opening = section.pieces.first { searchable.pieces[$0].kind == .paragraph }
            var found = (piece: -1, count: 0)
            for sentence in searchable.sentences[searchable.sentences(of: section.pieces)]
            where LeadingYear.mayBegin(with: scalars[sentence.scalars.lowerBound]) && searchable.pieces[sentence.piece].kind == .paragraph {
                let range = sentence.bytes
                if found.piece != sentence.piece { found = (sentence.piece, 0) }
                guard found.count < Self.leadingYearLimit else { continue }
                UTF8Text.bytes(of: searchable.pieces[sentence.piece].text.string) { bytes in
                    guard let year = LeadingYear(in: bytes, range: range, openers: openers), !isInTitleMarks(bytes, range.lowerBound)
                    else { return }
                    let paragraph = searchable.pieces[sentence.piece]
                    found.count += 1
                    mentions.append(
                        LeadingYearMention(
                            year: year.year, sentence: paragraph.text.substring(range),
                            rest: paragraph.text.substring(range.upperBound..<bytes.count), range: range,
                            place: Place(paragraph.locator, paragraph.text.position(atOffset: year.range.lowerBound)),
                            isContinued: Self.hasSemicolon(bytes, before: range.lowerBound), sinceEnd: year.sinceEnd,
                            opensSection: range.lowerBound == 0 && sentence.piece == opening))
                }
            }
        }
        return mentions
    }

    /// ; or ；
    private static func hasSemicolon(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
        if offset > 0, bytes[offset - 1] == 0x3B { return true }
        return offset > 2 && bytes[offset - 3] == 0xEF && bytes[offset - 2] == 0xBC && bytes[offset - 1] == 0x9B
    }

    /// True between 《 and 》.
    private func isInTitleMarks(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        var index = offset - 3
        while index >= 0 {
            if bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x8A || bytes[index + 2] == 0x8B {
                return bytes[index + 2] == 0x8A
            }
            index -= 1
        }
        return false
    }
}
