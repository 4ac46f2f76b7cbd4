package import DocumentModel

/// Something read off a report, with where it stands.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What the quote says, normalised: a year as a number, a name without the words around it.
    package let value: Value
    /// The characters that say it.
    package let quote: String
    /// Of the quote's first character.
    package let place: Place

    package init(_ value: Value, quote: String, place: Place) {
        self.value = value
        self.quote = quote
        self.place = place
    }
}

/// A day in the calendar, written YYYY-MM-DD.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// From 1 to 9999, in the Gregorian calendar.
    package let year: Int
    /// From 1 to 12.
    package let month: Int
    /// From 1 to the length of the month.
    package let day: Int

    /// Nil for a day that no calendar has.
    package init?(year: Int, month: Int, day: Int) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads YYYY-MM-DD; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    package var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// Who reports on which year, as far as the report itself says.
package struct Identity: Hashable, Sendable {
    /// Whose figures the report gives.
    package enum Scope: String, Hashable, Sendable {
        /// The unit itself.
        case own
        /// The unit with those below it.
        case rollUp = "roll-up"
    }

    /// A unit of which the text speaks as reports speak of the unit that gives them.
    package struct Speaker: Hashable, Sendable {
        /// Its name as it stands there.
        package let unit: Located<String>
        /// Whether the first sentence of a section or subsection begins so, and is about what the report is about.
        package let opensSection: Bool

        package init(unit: Located<String>, opensSection: Bool) {
            self.unit = unit
            self.opensSection = opensSection
        }
    }

    /// The title line without line breaks; nil when none was found.
    package let title: Located<String>?
    /// The reporting unit by its most trustworthy naming; nil when none was found.
    package let unit: String?
    /// The unit as the title names it; nil when the title names none.
    package let titleUnit: Located<String>?
    /// The unit as the signature names it.
    package let signatureUnit: Located<String>?
    /// The unit that the text before the first section, or its first sentence, says to give this report; nil where it names none.
    package let textUnit: Located<String>?
    /// The unit whose report a sentence there calls this one, as titles do, of the title's level; the quote is its clause. Nil where none does.
    package let textTitleUnit: Located<String>?
    /// Units of the title's level, the title's own among them, of which the text speaks so, in document order.
    package let speakers: [Speaker]
    /// The level by the pack's words, such as `street`; nil when not told.
    package let level: String?
    /// Nil when no word tells it.
    package let scope: Scope?
    /// The reporting year; nil when nothing tells it.
    package let year: Int?
    /// The year as the title names it.
    package let titleYear: Located<Int>?
    /// The years that statements of the reporting period name, in document order.
    package let periodYears: [Located<Int>]
    /// The day below the text; nil when there is none or it is no day of any calendar.
    package let signatureDate: Located<CalendarDate>?
    /// The day of publication, as the page around the report or a line of its preamble states it; nil when none does.
    package let publicationDate: Located<CalendarDate>?
    /// What the title of the page or file says, where it is that of such a report: the whole, its unit and its year.
    package let pageTitle: Located<String>?
    /// See `pageTitle`; nil where it names none.
    package let pageUnit: String?
    /// See `pageTitle`; nil where it names none.
    package let pageYear: Int?
    /// Other names of the unit itself, so that a sentence about it is not taken for one about somebody else.
    package let ownNames: [String]

    package init(
        title: Located<String>? = nil, unit: String? = nil, titleUnit: Located<String>? = nil, signatureUnit: Located<String>? = nil,
        level: String? = nil, scope: Scope? = nil, year: Int? = nil, titleYear: Located<Int>? = nil, periodYears: [Located<Int>] = [],
        signatureDate: Located<CalendarDate>? = nil, publicationDate: Located<CalendarDate>? = nil, pageTitle: Located<String>? = nil,
        pageUnit: String? = nil, pageYear: Int? = nil, ownNames: [String] = [], textUnit: Located<String>? = nil,
        textTitleUnit: Located<String>? = nil, speakers: [Speaker] = []
    ) {
        self.speakers = speakers
        self.textTitleUnit = textTitleUnit
        self.textUnit = textUnit
        self.publicationDate = publicationDate
        self.pageTitle = pageTitle
        self.pageUnit = pageUnit
        self.pageYear = pageYear
        self.title = title
        self.unit = unit
        self.titleUnit = titleUnit
        self.signatureUnit = signatureUnit
        self.level = level
        self.scope = scope
        self.year = year
        self.titleYear = titleYear
        self.periodYears = periodYears
        self.signatureDate = signatureDate
        self.ownNames = ownNames
    }

    /// All that the unit is called in the report.
    package var names: [String] { ownNames + [unit, titleUnit?.value, signatureUnit?.value].compactMap(\.self) }
}
