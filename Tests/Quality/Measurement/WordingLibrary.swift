import TestSupport

/// All wordings and the names that they use.
struct WordingLibrary: Sendable {
    private static let files = [
        "applications", "challenges", "disclosure", "fees", "distractors", "section-one", "section-five", "section-six", "frame",
    ]

    /// By topic, in the order of the files. Topics of the file of distractors, of section one, five and six begin with its name.
    let topics: [String: [Wording]]
    /// For each name the patterns of its indicators, in alternatives.
    let names: [String: [[String]]]
    let claims: [String: [Condition]]
    /// What the next year's report says of problems.
    let answers: [Answer]
    /// Lines that could not be read.
    let faults: [String]
    /// By form, then by name; without names that the form lacks.
    private let indicators: [String: [String: [String]]]

    /// Ways in which a report takes up a problem of the year before.
    struct Answer: Sendable {
        /// Stands in the problem's wording and in no other's.
        let key: String
        /// Without the mark that ends a sentence; never empty.
        let texts: [Wording]
    }

    static let shared = WordingLibrary()

    private init() {
        var topics: [String: [Wording]] = [:]
        var faults: [String] = []
        var number = 0
        let prefixes = ["distractors": "else.", "section-one": "one.", "section-five": "five.", "section-six": "six.", "frame": "frame."]
        for file in Self.files {
            var topic = ""
            for line in Self.lines(of: file) {
                if line.hasPrefix("## ") {
                    topic = (prefixes[file] ?? "") + line.dropFirst(3)
                } else if let wording = Wording(number: number, topic: topic, line: line) {
                    topics[topic, default: []].append(wording)
                    number += 1
                } else {
                    faults.append("\(file): \(line)")
                }
            }
        }
        var names: [String: [[String]]] = [:]
        var claims: [String: [Condition]] = [:]
        for line in Self.lines(of: "names") {
            guard let sign = line.firstRange(of: " = ") else {
                faults.append(line)
                continue
            }
            let right = line[sign.upperBound...]
            if line.hasPrefix("claim ") {
                let conditions = Condition.list(right)
                claims[String(line[..<sign.lowerBound].dropFirst(6))] = conditions
                if conditions == nil { faults.append(line) }
            } else {
                names[String(line[..<sign.lowerBound])] = right.split(separator: "|").map { $0.split(separator: "+").map { $0.trimmed } }
            }
        }
        answers = Self.lines(of: "answers").compactMap { line -> Answer? in
            guard let sign = line.firstRange(of: ": ") else {
                faults.append(line)
                return nil
            }
            let texts = line[sign.upperBound...].split(separator: "|").map {
                Wording(number: -1, topic: "five.answer", line: $0.trimmed)
            }
            guard !texts.isEmpty, !texts.contains(where: { $0 == nil }) else {
                faults.append(line)
                return nil
            }
            return Answer(key: String(line[..<sign.lowerBound]), texts: texts.compactMap(\.self))
        }
        self.topics = topics
        self.names = names
        self.claims = claims
        self.faults = faults
        var indicators: [String: [String: [String]]] = [:]
        for form in ["2019", "2021"] {
            let tables = FormTables(YearFigures(form: form))
            let all = [tables.disclosure, tables.applications, tables.challenges].flatMap { $0.flatMap { $0.compactMap(\.indicator) } }
                .sorted()
            indicators[form] = names.compactMapValues { Self.indicators($0, among: all) }
        }
        self.indicators = indicators
    }

    /// Without comments and blank lines.
    private static func lines(of file: String) -> [String] {
        (Project.text("Tests/Quality/Wordings/\(file).txt") ?? "").split(separator: "\n").map(String.init)
            .filter { !$0.hasPrefix("# ") && $0 != "#" }
    }

    subscript(topic: String) -> [Wording] { topics[topic] ?? [] }

    /// The indicators of a name on a form; nil where the form lacks one.
    func indicators(_ name: String, form: String) -> [String]? { indicators[form]?[name] }

    private static func indicators(_ alternatives: [[String]], among all: [String]) -> [String]? {
        for alternative in alternatives {
            let found = alternative.map { matches($0, among: all) }
            if found.allSatisfy({ !$0.isEmpty }) { return found.flatMap { $0 } }
        }
        return nil
    }

    private static func matches(_ pattern: String, among all: [String]) -> [String] {
        guard let star = pattern.firstRange(of: "*") else { return all.contains(pattern) ? [pattern] : [] }
        let head = pattern[..<star.lowerBound]
        let tail = pattern[star.upperBound...]
        return all.filter { id in
            id.hasPrefix(head) && id.hasSuffix(tail) && id.count > head.count + tail.count
                && !id.dropFirst(head.count).dropLast(tail.count).contains(".")
        }
    }
}
