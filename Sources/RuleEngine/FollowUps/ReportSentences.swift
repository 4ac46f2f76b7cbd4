import AuditModel
import DocumentModel
import Patterns

/// The sentences of a report that may take up an item, in document order.
struct ReportSentences {
    /// Where a sentence stands, as far as it matters.
    enum Standing {
        /// In the account of the year before.
        case account
        /// Among this year's items of the part with that id.
        case part(String)
        case other
    }

    /// What a sentence is: one of the passages, or one of the text's, by its number.
    private enum Source {
        case passage(Int)
        case sentence(Int)
    }

    private let text: SearchableText
    private let passages: [Passage]
    private let decoded: DecodedTexts
    private var all: [(standing: Standing, source: Source)] = []

    /// - Parameters:
    ///   - passages: those of the section that lists the items, in the place of its sentences.
    ///   - earlier: the part that accounts for the year before.
    init(_ text: SearchableText, section key: String, _ passages: [Passage], earlier: String) {
        self.text = text
        self.passages = passages
        decoded = DecodedTexts(passages.map(\.text))
        for section in text.sections {
            if section.key == key {
                for (index, passage) in passages.enumerated() {
                    all.append((passage.part == earlier ? .account : passage.part.map { .part($0) } ?? .other, .passage(index)))
                }
            } else {
                for sentence in text.sentences(of: section.body) { all.append((.other, .sentence(sentence))) }
            }
        }
    }

    var indices: Range<Int> { all.indices }

    func standing(of number: Int) -> Standing { all[number].standing }

    /// Whether a sentence is in the account of the year before.
    func isAccount(_ number: Int) -> Bool { if case .account = all[number].standing { true } else { false } }

    /// Whether a sentence is one of the passages.
    func isOfSection(_ number: Int) -> Bool { if case .passage = all[number].source { true } else { false } }

    /// Without the marks at its ends.
    func string(of number: Int) -> String {
        switch all[number].source {
        case .passage(let index): return passages[index].text
        case .sentence(let index):
            let sentence = text.sentences[index]
            return text.pieces[sentence.piece].text.substring(sentence.bytes)
        }
    }

    func place(of number: Int) -> Place {
        switch all[number].source {
        case .passage(let index): return passages[index].place
        case .sentence(let index):
            let sentence = text.sentences[index]
            let piece = text.pieces[sentence.piece]
            return Place(piece.locator, piece.text.position(atOffset: sentence.bytes.lowerBound))
        }
    }

    /// Hands over the scalars of each sentence with its number.
    func forEach(_ body: (_ number: Int, _ scalars: UnsafeBufferPointer<UInt32>) -> Void) {
        let sentences = text.sentences
        decoded.scalars.withUnsafeBufferPointer { own in
            text.decoded.scalars.withUnsafeBufferPointer { all in
                for number in indices {
                    switch self.all[number].source {
                    case .passage(let index): body(number, UnsafeBufferPointer(rebasing: own[decoded.range(of: index)]))
                    case .sentence(let index): body(number, UnsafeBufferPointer(rebasing: all[sentences[index].scalars]))
                    }
                }
            }
        }
    }

    /// The numbers of the sentences that hold one of the words, which may stand in these pieces of the text only.
    func holding(_ words: WordList, in candidates: [Int]) -> [Int] {
        let sentences = text.sentences
        var rest = candidates[...]
        return indices.filter { number in
            guard case .sentence(let index) = all[number].source else { return words.occurs(in: string(of: number)) }
            let sentence = sentences[index]
            rest = rest.drop { $0 < sentence.piece }
            return rest.first == sentence.piece
                && UTF8Text.bytes(of: text.pieces[sentence.piece].text.string) { words.firstMatch(in: $0, range: sentence.bytes) != nil }
        }
    }
}
