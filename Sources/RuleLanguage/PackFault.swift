package import AuditModel

/// What can be wrong with a rule pack. Its wording is in `PackFault+Wording.swift`.
package enum PackFault: Hashable, Sendable {
    // Files

    /// The system's reason.
    case unreadable(reason: String)
    case tooLarge(bytes: Int, limit: Int)
    case tooManyFiles(limit: Int)
    /// A link, a device or the like.
    case notAFile
    /// The machine's, not the pack's fault.
    case outOfMemory
    case noManifest
    case noSchema
    case badSchema(message: String)
    /// The name has `..`, is absolute or leads out of the folder otherwise.
    case partOutside(file: String)
    case partMissing(file: String)
    case partTwice(file: String)
    case unlisted(file: String)
    /// A folder that is to hold parts has none.
    case emptyFolder(String)
    /// No part has this root element.
    case noPart(root: String)
    /// Only one part may have this root element.
    case secondPart(root: String, first: String)
    case wrongRoot(found: String, expected: [String])

    // XML

    case malformed(message: String)
    case hasDocumentType
    case notUTF8(encoding: String)
    /// Libxml2's message, which names element, attribute, value and what is allowed.
    case invalid(message: String)
    /// An element lacks children of these names, or has too few of them.
    case incomplete(element: String, missing: [String])
    case missingLanguage(element: String, language: String)
    case unknownLanguage(element: String, found: String?)
    case repeatedLanguage(element: String, language: String)

    // Names

    /// `nearest`: known names that look alike, or all when they are few.
    case unknown(Name, String, nearest: [String])
    /// `first`: where the name stood first.
    case repeated(Name, String, first: String)
    case partOfOtherSection(part: String, section: String)
    /// A figure asks for a value of a dimension that no word, section or standard gives.
    case valueNeverGiven(dimension: String, value: String, nearest: [String])
    case valueNeverUsed(dimension: String, value: String, nearest: [String])
    case wordTwice(word: String, first: String)
    case conflictingRoles(word: String, role: String, firstRole: String, first: String)

    // Values

    /// A value that the schema may allow and the loader does not know.
    case badValue(String)
    /// No whole number, or one that an `Int` cannot hold.
    case notWhole(String)
    /// No decimal number in the one spelling that is read: the schema's has more, such as `.5`.
    case notDecimal(String)
    /// A factor that would make all numbers alike.
    case zero
    case tooManyDimensions(limit: Int)

    // Attributes that belong together

    case attributeMissing(attribute: String, because: String)
    case attributeUseless(attribute: String, because: String)
    case noReading(figure: String)
    case noTopic
    case secondTopic(first: String)
    /// A reason that the statement finder gives by itself.
    case reasonWithoutText(String)
    case columnWithoutRow(column: String)
    case ordinalOutOfOrder(found: Int, expected: Int)

    /// The first year is later than the last.
    case emptySpan(from: String, until: String)

    // Parameters

    case badParameterValue(String, kind: Parameter.Kind)
    case parameterUnused(String)
    /// Messages have a placeholder of that name, which is filled at each finding.
    case nameOfPlaceholder(String)
    case parameterOfOtherKind(String, kind: Parameter.Kind, expected: [Parameter.Kind])

    /// A rule is, by way of others or not, among its own causes.
    case causesItself(String)

    // Schematron

    /// A construct that is not understood.
    case unsupported(String)
    /// The id of an assertion that is no rule's id.
    case badRuleID(String)

    // Profiles

    case otherPack(String, actual: String)
    /// A rule of the pack has the prefix of the profile's own rules.
    case prefixTaken(String)
    case prefixMissing(rule: String, prefix: String)

    // Expressions

    case badExpression(ExpressionFault)
    /// No indicator fits the pattern.
    case matchesNothing(pattern: String, nearest: [String])
    /// Each term fits some row or column, but no one row or column fits all.
    case noCommonInstance
    case badPlaceholder(String, allowed: [String])
    case unpairedBrace
    case badPattern(message: String)
    /// The pattern is in order, but compiled it takes more bytes.
    case patternTooLarge(limit: Int)
    case badXPath(message: String)

    // Cases

    case badAssignment(String)
    /// Neither one severity nor one for each place.
    case severitiesDoNotFit(found: Int, places: Int)
    /// A line of `each` marks no place for the words that it has, or marks one without having words.
    case wordsDoNotFit(line: String)
    case badPlace(String)
    case caseNeedsPlace(verdict: String)
    case caseHasPlace(verdict: String)

    /// What a name names.
    package enum Name: String, Hashable, Sendable {
        case source, section, table, row, column, indicator, form, dimension, reason, figure, unit, measure, vocabulary, part, level, rule,
            word
        case requirement, parameter, outcome, variable, phase, pattern, diagnostic
    }
}

/// What can be wrong with a sum or an equality.
package enum ExpressionFault: Hashable, Sendable {
    case unexpectedCharacter(String)
    case termExpected
    case operatorExpected
    case noEqualSign
    case secondEqualSign
    case equalSignInSum
    case differenceInSum
    case previousNotAllowed
    case parenthesisExpected
    case emptySegment
    case badSegment(String)
    case relationExpected
    /// A comparison of numbers alone.
    case noFigure
    case numberTooLong
    /// No parameter of the rule has that name and is a number.
    case noSuchNumber(String, known: [String])
    case rowOutsideLoop
    case columnOutsideLoop
}
