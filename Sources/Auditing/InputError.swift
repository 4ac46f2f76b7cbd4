package import DocumentReaders

/// Why an input gives no report. Its wording is in `InputWording.swift`.
package enum InputError: Error, Hashable, Sendable {
    /// The system's reason.
    case system(String)
    case tooLarge(limit: Int)
    case tooManyFiles(limit: Int, depth: Int)
    /// A folder or bundle in which nothing is named like a report.
    case emptyFolder
    /// A member of a bundle that has the name of one before it.
    case nameTwice
    case unreadable(ReadingError)
    /// The text is some other document.
    case notAReport
}
