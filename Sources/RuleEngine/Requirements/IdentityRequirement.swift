import AuditModel
import DocumentModel

extension Examination {
    func identity(_ aspect: Condition.Requirement.Identity) -> Tally {
        switch aspect {
        case .titleLacksUnit: titleHas(report.identity.titleUnit, found: report.identity.unit)
        case .titleLacksYear: titleHas(report.identity.titleYear, found: report.identity.year.map(String.init))
        case .unitContradicts: unitContradicts()
        case .yearContradicts: yearContradicts()
        case .pageContradicts: pageContradicts()
        case .textContradicts: textTitleContradicts()
        case .speakerContradicts: speakerContradicts()
        case .signatureContradicts: signatureContradicts()
        case .signatureLacks: signatureLacks()
        case .signatureAfterPublication: signatureAfterPublication()
        case .unitChanged: unitChanged()
        }
    }

    private var titleEvidence: Evidence {
        report.identity.title.map { Evidence(place: $0.place, quote: $0.quote, label: EngineWording.title) } ?? wholeReport
    }

    private func titleHas<Value>(_ naming: Located<Value>?, found elsewhere: String?) -> Tally {
        var tally = Tally()
        if naming != nil {
            tally.satisfied()
        } else {
            let expected = elsewhere.map { LocalizedText(verbatim: $0) } ?? EngineWording.nothing
            let found = report.identity.title.map { LocalizedText(verbatim: $0.value) } ?? EngineWording.nothing
            tally.violated(Offence(evidence: [titleEvidence], values: [.found: found, .expected: expected]))
        }
        return tally
    }

    func contradiction(_ title: Evidence, _ other: Evidence, found: String, expected: String) -> Offence {
        Offence(evidence: [title, other], values: [.found: LocalizedText(verbatim: found), .expected: LocalizedText(verbatim: expected)])
    }

    // MARK: Unit

    /// A name contradicts another unless one of them is the other with something before, behind or inside it: the place above it, the government it
    /// belongs to, the characters that an abbreviation leaves out.
    private func unitContradicts() -> Tally {
        var tally = Tally()
        guard let title = report.identity.titleUnit else { return tally }
        guard let signature = report.identity.signatureUnit else { return textContradicts(title) }
        if mayMeanTheSame(title.value, signature.value) {
            tally.satisfied()
        } else {
            tally.violated(
                contradiction(
                    Evidence(place: title.place, quote: title.quote, label: EngineWording.title),
                    Evidence(place: signature.place, quote: signature.quote, label: EngineWording.signature), found: title.value,
                    expected: signature.value))
        }
        return tally
    }

    /// Without a signature: the text says that another unit gives the report, and names the title's nowhere.
    private func textContradicts(_ title: Located<String>) -> Tally {
        var tally = Tally()
        guard let text = report.identity.textUnit else { return tally }
        if mayMeanTheSame(title.value, text.value) || isNamedInText(core(of: title.value)) {
            tally.satisfied()
        } else {
            tally.violated(
                contradiction(
                    Evidence(place: title.place, quote: title.quote, label: EngineWording.title),
                    Evidence(place: text.place, quote: text.quote, label: EngineWording.place(text.place.locator)), found: title.value,
                    expected: text.value))
        }
        return tally
    }

    func isNamedInText(_ name: String) -> Bool {
        searchable.pieces.contains { piece in
            piece.locator != report.identity.titleUnit?.place.locator && ByteSearch.first(name, in: piece.text.string) != nil
        }
    }

    func mayMeanTheSame(_ left: String, _ right: String) -> Bool {
        if left.utf8.elementsEqual(right.utf8) { return true }
        let first = Self.withoutFillers(left)
        let second = Self.withoutFillers(right)
        return Self.abbreviates(core(of: first), second) || Self.abbreviates(core(of: second), first)
    }

    /// The title of the page names another year or another unit than the report's title. One without a year is that of a site's column.
    private func pageContradicts() -> Tally {
        var tally = Tally()
        let identity = report.identity
        guard let page = identity.pageTitle else { return tally }
        let other = Evidence(place: page.place, quote: page.quote, label: EngineWording.pageTitle)
        if let title = identity.titleYear, let year = identity.pageYear, year != title.value {
            let own = Evidence(place: title.place, quote: title.quote, label: EngineWording.title)
            tally.violated(contradiction(own, other, found: String(title.value), expected: String(year)))
        } else if let title = identity.titleUnit, let unit = identity.pageUnit, identity.pageYear != nil, !mayMeanTheSame(title.value, unit)
        {
            let own = Evidence(place: title.place, quote: title.quote, label: EngineWording.title)
            tally.violated(contradiction(own, other, found: title.value, expected: unit))
        } else if identity.pageYear != nil || identity.pageUnit != nil {
            tally.satisfied()
        }
        return tally
    }

    /// The text's beginning calls the report that of another unit.
    private func textTitleContradicts() -> Tally {
        var tally = Tally()
        let identity = report.identity
        guard let title = identity.titleUnit, let named = identity.textTitleUnit else { return tally }
        // Where title and signature differ, or without one title and text, that is said already.
        if let other = identity.signatureUnit ?? identity.textUnit, !mayMeanTheSame(title.value, other.value) { return tally }
        if mayMeanTheSame(title.value, named.value) {
            tally.satisfied()
        } else {
            let own = Evidence(place: title.place, quote: title.quote, label: EngineWording.title)
            let other = Evidence(place: named.place, quote: named.quote, label: EngineWording.place(named.place.locator))
            tally.violated(contradiction(other, own, found: title.value, expected: named.value))
        }
        return tally
    }

    private func signatureLacks() -> Tally {
        var tally = Tally()
        let lacking = [
            report.identity.signatureUnit == nil ? EngineWording.signingUnit : nil,
            report.identity.signatureDate == nil ? EngineWording.signingDate : nil,
        ].compactMap { $0 }
        guard !lacking.isEmpty else {
            tally.satisfied()
            return tally
        }
        // It would stand at the end of the last section.
        let last = document.sections.last { $0.heading != nil }.map { evidence($0) } ?? wholeReport
        let found = report.identity.signatureUnit?.value ?? report.identity.signatureDate?.value.description
        tally.violated(
            Offence(
                evidence: [last],
                values: [
                    .expected: EngineWording.list(lacking),
                    .found: found.map { LocalizedText(verbatim: $0) } ?? EngineWording.nothing,
                ],
                subject: "signature"))
        return tally
    }

    private func signatureAfterPublication() -> Tally {
        var tally = Tally()
        guard let signed = report.identity.signatureDate, let published = report.identity.publicationDate else { return tally }
        // A day of publication before the end of the reporting year is no such day.
        guard let year = report.identity.year, published.value.year > year else { return tally }
        if signed.value <= published.value {
            tally.satisfied()
        } else {
            let own = Evidence(place: signed.place, quote: signed.quote, label: EngineWording.signature)
            let other = Evidence(place: published.place, quote: published.quote, label: EngineWording.publication)
            tally.violated(contradiction(own, other, found: signed.value.description, expected: published.value.description))
        }
        return tally
    }

    private func unitChanged() -> Tally {
        var tally = Tally()
        guard let previous, let new = report.identity.titleUnit, let old = previous.identity.titleUnit else { return tally }
        if mayMeanTheSame(new.value, old.value) {
            tally.satisfied()
        } else {
            let own = Evidence(place: new.place, quote: new.quote, label: EngineWording.title)
            let other = Evidence(place: old.place, origin: .previous, quote: old.quote, label: EngineWording.title)
            tally.violated(contradiction(own, other, found: new.value, expected: old.value))
        }
        return tally
    }

    /// True when all characters of the short name stand in the long one, in their order.
    private static func abbreviates(_ short: String, _ long: String) -> Bool {
        var rest = long.unicodeScalars[...]
        return short.unicodeScalars.allSatisfy { scalar in
            guard let index = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: index)...]
            return true
        }
    }

    /// A name without blanks and without what a template has in the place of a name's part: X × * ○ and their like.
    private static func withoutFillers(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { !Blank.contains($0.value) && !isFiller($0.value) }))
    }

    private static func isFiller(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2A, 0x58, 0x78, 0xD7, 0xFF38, 0xFF58, 0x25CB, 0x25EF: true
        default: false
        }
    }

    /// A unit's name without the endings that short names lack.
    func core(of name: String) -> String {
        var core = name
        while let ending = pack.identity.droppableEndings.first(where: { !$0.isEmpty && core.hasSuffix($0) && core != $0 }) {
            core.removeLast(ending.count)
        }
        return core
    }

    // MARK: Year

    /// The title's year is contradicted by a signature of that year or before it, and by reporting periods that all name one other year, where
    /// the signature or the sentences that begin with a year bear them out. A period that stands alone with its year is itself in doubt.
    private func yearContradicts() -> Tally {
        var tally = Tally()
        guard let title = report.identity.titleYear else { return tally }
        let own = Evidence(place: title.place, quote: title.quote, label: EngineWording.title)
        if let (other, year) = witness(against: title.value) {
            tally.violated(contradiction(own, other, found: String(title.value), expected: String(year)))
        } else if report.identity.periodYears.contains(where: { $0.value == title.value }) || report.identity.signatureDate != nil {
            tally.satisfied()
        }
        return tally
    }

    private func witness(against year: Int) -> (Evidence, Int)? {
        let identity = report.identity
        let period = identity.periodYears.first
        let isUnanimous = identity.periodYears.allSatisfy { $0.value == period?.value }
        if let period, isUnanimous, period.value != year {
            let isBorneOut =
                identity.signatureDate.map { $0.value.year == period.value + 1 }
                ?? (leadingYearMentions().count { $0.year == period.value } > leadingYearMentions().count { $0.year == year })
            if isBorneOut || identity.year == period.value {
                return (Evidence(place: period.place, quote: period.quote, label: EngineWording.period), period.value)
            }
        }
        if let other = identity.year, other != year, let mention = leadingYearMentions().first(where: { $0.year == other }) {
            let quote = UTF8Text.shortened(mention.sentence, to: Self.quoteLength)
            return (Evidence(place: mention.place, quote: quote, label: EngineWording.place(mention.place.locator)), other)
        }
        guard let date = earlySignature(for: year), !isBorneOut(year) else { return nil }
        return (Evidence(place: date.place, quote: date.quote, label: EngineWording.signature), date.value.year - 1)
    }

    /// In characters.
    private static let quoteLength = 40

    /// The date of signature where it is one before the end of a year; some sign in its last days.
    private func earlySignature(for year: Int) -> Located<CalendarDate>? {
        report.identity.signatureDate.flatMap { date in
            date.value.year < year || (date.value.year == year && date.value.month < 12) ? date : nil
        }
    }

    /// Whether the title's year is that of all periods, or without any that of most sentences that begin with a year.
    private func isBorneOut(_ year: Int) -> Bool {
        let periods = report.identity.periodYears
        if !periods.isEmpty { return periods.allSatisfy { $0.value == year } }
        let mentions = leadingYearMentions()
        return mentions.count { $0.year == year } * 2 > mentions.count
    }

    /// The text bears the title's year out, and the signature is of a time before its end.
    private func signatureContradicts() -> Tally {
        var tally = Tally()
        guard let title = report.identity.titleYear, report.identity.signatureDate != nil else { return tally }
        if let date = earlySignature(for: title.value), isBorneOut(title.value) {
            let own = Evidence(place: date.place, quote: date.quote, label: EngineWording.signature)
            let other = Evidence(place: title.place, quote: title.quote, label: EngineWording.title)
            tally.violated(contradiction(own, other, found: date.value.description, expected: String(title.value)))
        } else {
            tally.satisfied()
        }
        return tally
    }
}
