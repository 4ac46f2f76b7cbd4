import AuditModel
import XML

/// Builds test cases of one file for one form.
struct CaseBuilder {
    let file: PackFile
    let form: Form

    /// One, or one for each line of its `each` and each word in it.
    ///
    /// - Parameter first: which of the rule's cases the first of them is, from 1.
    func cases(_ element: XMLElement, rule: String, first: Int, _ diagnosis: inout Diagnosis) -> [RuleCase] {
        guard let word = diagnosis.choice("verdict", of: element, in: file, as: CaseReader.Word.self) else { return [] }
        let verdict: Verdict =
            switch word {
            case .satisfied: .satisfied
            case .violated: .violated
            case .undetermined: .undetermined
            case .notApplicable: .notApplicable
            }
        let places = element.list("at")
        for place in places where form.index(of: place) == nil && !Self.isLocator(place) {
            diagnosis.note(.badPlace(place), in: file, at: element, attribute: "at", word: place)
        }
        switch verdict {
        case .violated:
            if places.isEmpty { diagnosis.note(.caseNeedsPlace(verdict: word.rawValue), in: file, at: element) }
        // What is not worth a finding has no place.
        case .undetermined: break
        case .satisfied, .notApplicable:
            if !places.isEmpty { diagnosis.note(.caseHasPlace(verdict: word.rawValue), in: file, at: element, attribute: "at") }
        }
        let severities = element.list("severity").compactMap(Severity.init(rawValue:))
        if severities.count > 1, severities.count != places.count {
            diagnosis.note(.severitiesDoNotFit(found: severities.count, places: places.count), in: file, at: element, attribute: "severity")
        }
        let numbers = element.attribute("numbers").map { words(in: $0) }
        let report = material(element, &diagnosis)
        let previous = element.firstChild(named: "previous").map { material($0, &diagnosis) }
        return variations(of: report, element, &diagnosis).enumerated().map { index, variation in
            RuleCase(
                rule: rule, form: form.id, number: first + index, place: variation.place, verdict: verdict, places: places,
                severities: severities, numbers: numbers, report: variation.report,
                previous: previous.map { material in variation.word.map { material.filled(with: $0) } ?? material })
        }
    }

    /// What one of several cases is made of.
    private struct Variation {
        let report: RuleCase.Material
        let place: String
        /// What takes the place of the mark for words; nil where the case has none.
        var word: String?
    }

    /// The report with each line of the case's `each` in turn, and in a line each of its words; the report alone where there is none.
    private func variations(of report: RuleCase.Material, _ element: XMLElement, _ diagnosis: inout Diagnosis) -> [Variation] {
        guard let each = element.firstChild(named: "each"), case .made(let made) = report else {
            return [Variation(report: report, place: file.place(of: element))]
        }
        let section = diagnosis.value("section", of: each, in: file)
        PackNames.sections(of: [form]).expect(section, in: file, at: each, attribute: "section", diagnosis: &diagnosis)
        let words = each.list("words")
        let start = each.position.line
        var variations: [Variation] = []
        for (index, line) in each.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for sentence in Self.lines(of: String(line)) {
                // Without a place for the words each of them would make the same case.
                if words.isEmpty == sentence.contains(RuleCase.Material.wordMark) {
                    diagnosis.note(.wordsDoNotFit(line: sentence), in: file, at: each)
                }
                let report = RuleCase.Material.made(made.with(sentence, in: section))
                let place = "\(file.path):\(start + index):1"
                variations += words.map { Variation(report: report.filled(with: $0), place: "\(place) \($0)", word: $0) }
                if words.isEmpty { variations.append(Variation(report: report, place: place)) }
            }
        }
        return variations
    }

    private func material(_ element: XMLElement, _ diagnosis: inout Diagnosis) -> RuleCase.Material {
        var title: String?
        var published: String?
        var pageTitle: String?
        var others = RuleCase.Cell.content("0")
        var figures: [RuleCase.Figure] = []
        var texts: [RuleCase.Text] = []
        for child in element.children {
            switch child.name {
            case "report": return .text(Self.rawText(child.text))
            case "title": title = line(of: child.text)
            case "published": published = line(of: child.text)
            case "page-title": pageTitle = line(of: child.text)
            case "figures":
                if let text = child.attribute("others") { others = Self.cell(text) }
                figures = self.figures(child, &diagnosis)
            case "text":
                let section = diagnosis.value("section", of: child, in: file)
                PackNames.sections(of: [form]).expect(section, in: file, at: child, attribute: "section", diagnosis: &diagnosis)
                texts.append(RuleCase.Text(section: section, paragraphs: Self.lines(of: child.text)))
            default: break
            }
        }
        return .made(
            RuleCase.Made(title: title, published: published, pageTitle: pageTitle, others: others, figures: figures, texts: texts))
    }

    private func figures(_ element: XMLElement, _ diagnosis: inout Diagnosis) -> [RuleCase.Figure] {
        var figures: [RuleCase.Figure] = []
        var seen: Set<String> = []
        for entry in words(in: element.text) {
            let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                diagnosis.note(.badAssignment(entry), in: file, at: element, word: entry)
                continue
            }
            if form.index(of: parts[0]) == nil {
                let nearest = Names.nearest(to: parts[0], among: form.indicators.map(\.id))
                diagnosis.note(.unknown(.indicator, parts[0], nearest: nearest), in: file, at: element, word: parts[0])
            }
            if !seen.insert(parts[0]).inserted {
                diagnosis.note(.repeated(.indicator, parts[0], first: file.place(of: element)), in: file, at: element, word: entry)
            }
            figures.append(RuleCase.Figure(indicator: parts[0], cell: Self.cell(parts[1])))
        }
        return figures
    }

    private static func cell(_ text: String) -> RuleCase.Cell { text == "absent" ? .absent : .content(text) }

    /// The lines that are not blank, without white space at their ends.
    private static func lines(of text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { bytes in
            guard let first = bytes.firstIndex(where: { !isXMLSpace($0) }), let last = bytes.lastIndex(where: { !isXMLSpace($0) }) else {
                return nil
            }
            return String(Substring(bytes[first...last]))
        }
    }

    /// The text without the line break behind the start tag and the white space before the end tag. The rest stands as it is: tabs and
    /// empty lines are layout.
    private static func rawText(_ text: String) -> String {
        let bytes = text.utf8
        guard let last = bytes.lastIndex(where: { !isXMLSpace($0) }) else { return "" }
        let start = bytes.first == UInt8(ascii: "\n") ? bytes.index(after: bytes.startIndex) : bytes.startIndex
        return String(Substring(bytes[start...last])) + "\n"
    }

    /// `s3`, `s5.2/p1`, `s3/t1` or `s3/t1/r4c2`.
    private static func isLocator(_ text: String) -> Bool {
        var steps = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Array($0) }
        guard let section = steps.first, section.first == UInt8(ascii: "s") else { return false }
        guard section.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isNumber) else {
            return false
        }
        steps.removeFirst()
        guard let block = steps.first else { return true }
        switch (block.first, steps.count) {
        case (UInt8(ascii: "p"), 1), (UInt8(ascii: "t"), 1): return isNumber(block.dropFirst())
        case (UInt8(ascii: "t"), 2):
            let cell = steps[1].split(separator: UInt8(ascii: "c"), maxSplits: 1, omittingEmptySubsequences: false)
            return isNumber(block.dropFirst()) && cell.count == 2 && cell[0].first == UInt8(ascii: "r") && isNumber(cell[0].dropFirst())
                && isNumber(cell[1])
        default: return false
        }
    }

    private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension RuleCase.Made {
    /// With one more paragraph.
    fileprivate func with(_ paragraph: String, in section: String) -> RuleCase.Made {
        RuleCase.Made(
            title: title, published: published, pageTitle: pageTitle, others: others, figures: figures,
            texts: texts + [RuleCase.Text(section: section, paragraphs: [paragraph])])
    }
}

extension RuleCase.Material {
    /// What stands for one of the words of an `each`.
    fileprivate static let wordMark = "{word}"

    /// With a word wherever its mark stands in the narrative.
    fileprivate func filled(with word: String) -> RuleCase.Material {
        guard case .made(let made) = self else { return self }
        let texts = made.texts.map { text in
            RuleCase.Text(section: text.section, paragraphs: text.paragraphs.map { $0.replacing(Self.wordMark, with: word) })
        }
        return .made(
            RuleCase.Made(
                title: made.title, published: made.published, pageTitle: made.pageTitle, others: made.others, figures: made.figures,
                texts: texts))
    }
}
