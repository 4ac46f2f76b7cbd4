package import DocumentModel

/// By which words a report says who reports on which year, as a pack declares it.
package struct IdentityGrammar: Hashable, Sendable {
    /// A level of government or kind of unit.
    package struct Level: Hashable, Sendable {
        /// `street`.
        package let id: String
        /// Endings of unit names of this level. Of all levels' endings the longest that fits counts.
        package let endings: [String]
        /// True where units of the level report for those below them, too.
        package let sumsUp: Bool
        /// The level whose endings units of this one may have, too; nil for none. A unit is of this level where the name of another of that level
        /// stands before its own, or where its name is among `places`.
        package let within: String?
        /// The names of such units.
        package let places: [String]
        /// As what units of the level and of those beside it speak of themselves, a character and the end of their names.
        package let voices: [String]

        package init(
            id: String, endings: [String], sumsUp: Bool = false, within: String? = nil, places: [String] = [], voices: [String] = []
        ) {
            self.voices = voices
            self.id = id
            self.endings = endings
            self.sumsUp = sumsUp
            self.within = within
            self.places = places
        }
    }

    /// What every title of this kind of report holds, the fullest first.
    package let titles: [String]
    /// What such a report is about, with which a title's words may begin that are not among `titles`.
    package let titleSubjects: [String]
    /// What may stand between subject and head.
    package let titleLinks: [String]
    /// What such words end with.
    package let titleHeads: [String]
    /// In the pack's order.
    package let levels: [Level]
    /// Words before or after a unit's name in a title that do not belong to it.
    package let titleNoise: [String]
    /// Words that tell a report of the unit alone: in a title, or in the preamble of a unit whose level does not sum up.
    package let ownScope: [String]
    /// Words that tell a report that sums up subordinate units: in a title, or in the preamble of a unit whose level sums up.
    package let rollUpScope: [String]
    /// Words that tell a report of the unit alone wherever they stand in a preamble.
    package let firmOwnScope: [String]
    /// Words that tell a report that sums up wherever they stand in a preamble.
    package let firmRollUpScope: [String]
    /// Endings of units that report on themselves unless title or preamble says otherwise.
    package let ownUnits: [String]
    /// Words by which a sentence of the preamble says that the unit named before them gives this report.
    package let selfReports: [String]
    /// With what a clause goes on, behind its name, that says something of the unit that gives the report.
    package let ownStatements: [String]
    /// With what begins that only looks like a unit's name.
    package let notNames: [String]
    /// What may stand beside unit and date at the end of a report, and the signs that dates are written with.
    package let signatureWords: [String]
    /// With what lines begin, before a colon, that stand below a report and are none of its text.
    package let closingLabels: [String]
    /// Endings that a short name may lack.
    package let droppableEndings: [String]
    /// How many matches of outline sections, tables and title it takes for a text to be such a report at all.
    package let minimumEvidence: Int
    /// How many years after the one that it is about a document is signed: 1 for annual reports, 0 for what is signed as things happen.
    package let signedYearsLater: Int
    /// How a reader tells the report from the page that it was published on.
    package let page: PageVocabulary

    package init(
        titles: [String], levels: [Level], titleNoise: [String], ownScope: [String], rollUpScope: [String], droppableEndings: [String],
        minimumEvidence: Int, page: PageVocabulary = .empty, firmOwnScope: [String] = [], firmRollUpScope: [String] = [],
        ownUnits: [String] = [], signedYearsLater: Int = 1, titleSubjects: [String] = [], titleLinks: [String] = [],
        titleHeads: [String] = [], selfReports: [String] = [], signatureWords: [String] = [], closingLabels: [String] = [],
        ownStatements: [String] = [], notNames: [String] = []
    ) {
        self.ownStatements = ownStatements
        self.notNames = notNames
        self.closingLabels = closingLabels
        self.selfReports = selfReports
        self.signatureWords = signatureWords
        self.titleSubjects = titleSubjects
        self.titleLinks = titleLinks
        self.titleHeads = titleHeads
        self.signedYearsLater = signedYearsLater
        self.firmOwnScope = firmOwnScope
        self.firmRollUpScope = firmRollUpScope
        self.ownUnits = ownUnits
        self.titles = titles
        self.levels = levels
        self.titleNoise = titleNoise
        self.ownScope = ownScope
        self.rollUpScope = rollUpScope
        self.droppableEndings = droppableEndings
        self.minimumEvidence = minimumEvidence
        self.page = page
    }

    /// Finds nothing and takes no text for a report.
    package static let empty = IdentityGrammar(
        titles: [], levels: [], titleNoise: [], ownScope: [], rollUpScope: [], droppableEndings: [], minimumEvidence: 1)
}
