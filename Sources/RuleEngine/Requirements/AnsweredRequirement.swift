import AuditModel
import DocumentModel

extension Examination {
    /// Judges the items of one part by those of the part that answers them. Satisfied wherever it is in doubt: where nothing is answered at all, where there are
    /// as many answers as items or answers among them, where answers mean items together or by their number, where one is about no item by its words, and
    /// where something that no part claims may be one. What shares a word with an answer is answered.
    func itemsAnswered(_ terms: AnswerTerms) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let section = document.section(terms.section) else { return tally }
        let passages = passages(of: terms.section)
        guard let reading = try workshop.answerReading(terms) else { return tally }
        let items = reading.items.items(of: passages.filter { $0.part == terms.part }, in: report, needsEvidence: true)
        guard items.count > 1, items.allSatisfy(\.isNumbered) || Self.isRow(passages.filter { $0.part == terms.part && !$0.isLabel }) else {
            return tally
        }
        let answers = reading.items.items(of: passages.filter { $0.part == terms.answers }, in: report, needsEvidence: false)
        let words = reading.answers
        let strictness = try strictness(first: terms.answers)(terms.part)
        let silent = [reading.commonAndFaults, WordList(report.names(and: report))]
        let known = answers.map { Set(ContentPairs.pairs(of: $0.text, without: silent)) }
        let own = items.map { Set(ContentPairs.pairs(of: $0.text, without: silent)) }
        let isOpen =
            answers.isEmpty || answers.count >= items.count || !areApart(items, answers, reading.items.cues)
            || !Self.isBehind(answers, items, in: passages)
            || answers.contains { reading.covering.occurs(in: $0.text) || Self.namesOrdinal($0.text) }
            || items.contains { Self.gives(account: $0.text, words.evidence, words.denials, strictness) }
            || passages.contains { $0.part == nil && !$0.isLabel && Self.gives(account: $0.text, words.evidence, words.denials) }
            || known.contains { answer in own.allSatisfy(answer.isDisjoint) }
        for (item, pairs) in zip(items, own) {
            let whole = Set(ContentPairs.pairs(of: item.text, without: [reading.common]))
            let characters = ContentPairs.characters(of: item.text, without: silent)
            let isAnswered =
                isOpen || pairs.count < terms.minimum
                || answers.contains { answer in
                    !whole.isDisjoint(with: ContentPairs.pairs(of: answer.text, without: [reading.common]))
                        || ContentPairs.characters(of: answer.text, without: silent).intersection(characters).count >= Self.leastCharacters
                }
            if isAnswered { tally.satisfied() } else { tally.violated(unanswered(item, of: items.count, answers, section)) }
        }
        return tally
    }

    /// In characters: what an answer in other words has in common with an item.
    private static let leastCharacters = 3
    /// In characters.
    private static let quoteLength = 60

    private func unanswered(_ item: PassageItem, of count: Int, _ answers: [PassageItem], _ section: Section) -> Offence {
        func evidence(_ item: PassageItem) -> Evidence {
            Evidence(
                place: item.place, quote: UTF8Text.shortened(item.text, to: Self.quoteLength),
                label: EngineWording.place(item.place.locator))
        }
        return Offence(
            evidence: [evidence(item), evidence(answers[0])],
            values: [
                .section: LocalizedText(verbatim: title(of: section)),
                .quote: LocalizedText(verbatim: UTF8Text.shortened(item.text, to: Self.quoteLength)),
                .expected: LocalizedText(verbatim: String(count)), .found: LocalizedText(verbatim: String(answers.count)),
            ],
            subject: "\(section.key ?? "")/\(item.text)")
    }

    /// Whether passages are a list within one paragraph, with semicolons.
    private static func isRow(_ passages: [Passage]) -> Bool {
        guard let first = passages.first, passages.count > 1 else { return false }
        return passages.allSatisfy { $0.place.locator == first.place.locator } && passages.dropLast().allSatisfy(ItemReading.endsOpen)
    }

    /// Whether each answer is one thing: numbered, or a sentence of one clause, but for a cue that leads to it; a bracket that goes on elsewhere leaves open where an item ends.
    private func areApart(_ items: [PassageItem], _ answers: [PassageItem], _ cues: WordList) -> Bool {
        func count(_ text: String, _ marks: Set<UInt32>) -> Int { text.unicodeScalars.count { marks.contains($0.value) } }
        return (items + answers).allSatisfy { count($0.text, [0x28, 0xFF08]) == count($0.text, [0x29, 0xFF09]) }
            && answers.allSatisfy { answer in
                let opensWithCue = UTF8Text.bytes(of: answer.text) { cues.match(in: $0, at: 0) != nil }
                return answer.isNumbered || count(answer.text, [0x2C, 0xFF0C]) <= (opensWithCue ? 1 : 0)
            }
    }

    /// Whether no answer stands before the last item.
    private static func isBehind(_ answers: [PassageItem], _ items: [PassageItem], in passages: [Passage]) -> Bool {
        guard let answer = answers.first, let item = items.last else { return false }
        let first = passages.firstIndex { $0.part == answer.part && !$0.isLabel } ?? 0
        return first > passages.lastIndex { $0.part == item.part && !$0.isLabel } ?? 0
    }

    /// Whether a text names something by its number: 第二个, （2）, ①.
    private static func namesOrdinal(_ text: String) -> Bool {
        UTF8Text.bytes(of: text) { bytes in
            var offset = 0
            while offset < bytes.count {
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                if scalar.value == 0x7B2C
                    || OrdinalNotation.ordinal(in: bytes, at: offset).map({ $0.style != .numerals && $0.style != .digits }) ?? false
                {
                    return true
                }
                offset += scalar.width
            }
            return false
        }
    }
}
