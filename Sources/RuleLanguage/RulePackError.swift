import AuditModel

/// Why a rule pack is refused: everything found wrong with it.
package struct RulePackError: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one. Files in the order in which they are read, and within a file by place. What makes a file unreadable or invalid hides what
    /// depends on that file: references are followed only when every file by itself is in order.
    package let problems: [PackProblem]

    init(_ problems: [PackProblem]) {
        precondition(!problems.isEmpty, "a refusal has a reason")
        self.problems = problems
    }

    /// One line for each problem, in both languages.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One thing wrong with a rule pack.
package struct PackProblem: Hashable, Sendable, CustomStringConvertible {
    /// The path of the file: the folder as the caller named it, then the file's name within.
    package let file: String
    /// Counted from 1; 1 and 1 where the whole file or folder is meant.
    package let line: Int
    /// In code points, counted from 1. Where the schema objects, the column of the element's start tag.
    package let column: Int
    /// What is wrong there; its wording does not repeat the place.
    package let fault: PackFault

    /// Lines and columns below 1 count as 1.
    package init(file: String, line: Int = 1, column: Int = 1, fault: PackFault) {
        self.file = file
        self.line = max(1, line)
        self.column = max(1, column)
        self.fault = fault
    }

    /// `FILE:LINE:COLUMN`, as editors and terminals understand it.
    package var place: String { "\(file):\(line):\(column)" }

    /// The place, then the wording in Chinese and in English.
    package var description: String { "\(place): \(fault.text.chinese)（\(fault.text.english)）" }
}
