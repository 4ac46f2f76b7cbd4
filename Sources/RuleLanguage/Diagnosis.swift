import AuditModel
import XML

/// Collects what is wrong while a pack is built, so that an author sees all of it at once.
struct Diagnosis {
    private(set) var problems: [PackProblem] = []

    mutating func note(_ problem: PackProblem) { problems.append(problem) }

    mutating func add(_ other: Diagnosis) { problems += other.problems }

    /// About a whole element: its start tag is the place.
    mutating func note(_ fault: PackFault, in file: PackFile, at element: XMLElement) {
        let place = element.position
        note(PackProblem(file: file.path, line: place.line, column: place.column, fault: fault))
    }

    /// About an attribute's value, or one word in it.
    mutating func note(
        _ fault: PackFault, in file: PackFile, at element: XMLElement, attribute: String, word: String? = nil, offset: Int = 0
    ) {
        let source = SourceText(bytes: file.bytes)
        let place = source.place(ofAttribute: attribute, word: word, offset: offset, tagAt: element.position)
        note(PackProblem(file: file.path, line: place.line, column: place.column, fault: fault))
    }

    /// About a word in an element's text, for the first or a later time that it stands there (counted from 0).
    mutating func note(_ fault: PackFault, in file: PackFile, at element: XMLElement, word: String, occurrence: Int = 0) {
        let place = SourceText(bytes: file.bytes).place(ofWord: word, occurrence: occurrence, tagAt: element.position)
        note(PackProblem(file: file.path, line: place.line, column: place.column, fault: fault))
    }

    /// About an element's text at an offset in UTF-8 bytes.
    mutating func note(_ fault: PackFault, in file: PackFile, at element: XMLElement, textOffset: Int) {
        let place = SourceText(bytes: file.bytes).place(ofTextOffset: textOffset, tagAt: element.position)
        note(PackProblem(file: file.path, line: place.line, column: place.column, fault: fault))
    }

    /// Refuses when anything was found; `order`: paths of files, whose problems come in that order and then by place.
    func check(order: [String] = []) throws(RulePackError) {
        guard !problems.isEmpty else { return }
        let ranks = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        let ranked = problems.enumerated().map { (key: [ranks[$1.file] ?? order.count, $1.line, $1.column, $0], problem: $1) }
        throw RulePackError(ranked.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.problem))
    }
}

extension PackFile {
    /// `FILE:LINE:COLUMN` of an element, to point back to.
    func place(of element: XMLElement) -> String {
        let position = element.position
        return "\(path):\(position.line):\(position.column)"
    }
}
