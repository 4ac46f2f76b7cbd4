import AuditModel
import DocumentModel

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
    func leadingYears(retrospect: String) throws(RuleFailure) -> Tally {
        let retrospective = try workshop.words(retrospect)
        var tally = Tally()
        guard let expected = reportingYear else { return tally }
        tally.satisfied()
        let mentions = leadingYearMentions()
        for (index, mention) in mentions.enumerated() where mention.year != expected && abs(mention.year - expected) <= Self.span {
            // Beside the reporting year an earlier one is there to be compared with.
            if mention.sentence.contains(String(expected)) { continue }
            if index + 1 < mentions.count, mentions[index + 1].year == expected, mentions[index + 1].follows(mention) { continue }
            guard mention.year < expected || statesFigures(mention), !retrospective.occurs(in: mention.sentence) else { continue }
            let evidence = Evidence(
                place: mention.place, quote: UTF8Text.shortened(mention.sentence, to: 40), label: EngineWording.place(mention.place.locator)
            )
            tally.violated(offence(evidence, found: mention.year, expected: expected))
        }
        return tally
    }

    private func statesFigures(_ mention: LeadingYearMention) -> Bool {
        report.narrative.statements.contains {
            $0.state == .bound && $0.place.locator == mention.place.locator && mention.range.contains($0.numberRange.lowerBound)
        }
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
        /// The UTF-8 range of the sentence in the paragraph.
        let range: Range<Int>
        let place: Place
        /// Whether the mark before the sentence is a semicolon.
        let isContinued: Bool

        /// Whether it goes on with another sentence behind a semicolon.
        func follows(_ other: LeadingYearMention) -> Bool {
            isContinued && place.locator == other.place.locator && range.lowerBound <= other.range.upperBound + 3
        }
    }

    /// In document order; sentences inside of a title in 《》 are left out.
    func leadingYearMentions() -> [LeadingYearMention] {
        var mentions: [LeadingYearMention] = []
        for section in document.allSections {
            for paragraph in section.paragraphs {
                UTF8Text.bytes(of: paragraph.text.string) { bytes in
                    for sentence in TextPieces.sentences.ranges(in: bytes) {
                        guard let year = LeadingYear(in: bytes, range: sentence), !isInTitleMarks(bytes, sentence.lowerBound) else {
                            continue
                        }
                        mentions.append(
                            LeadingYearMention(
                                year: year.year, sentence: paragraph.text.substring(sentence), range: sentence,
                                place: Place(section.locator(of: paragraph), paragraph.text.position(atOffset: year.range.lowerBound)),
                                isContinued: Self.hasSemicolon(bytes, before: sentence.lowerBound)))
                    }
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
