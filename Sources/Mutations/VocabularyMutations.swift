package import AuditModel
import DocumentModel

/// All that can be changed of the words that a pack's rules have in common: each lacks one word.
package struct VocabularyMutations {
    private let pack: RulePack

    package init(_ pack: RulePack) {
        self.pack = pack
    }

    /// The words of the vocabularies that rules look up, by the vocabularies' ids, then in their order.
    package var words: [Mutant] {
        pack.passages.vocabularies.sorted { $0.key < $1.key }.flatMap { id, words in
            words.enumerated().compactMap { index, word in
                var rest = words
                rest.remove(at: index)
                // One that stands twice is still there.
                return rest.contains(word)
                    ? nil
                    : Mutant(
                        Mutation(part: "vocabulary.\(id)", action: .without(word)), rule: nil, change: .vocabulary(id, rest),
                        word: Self.found(word))
            }
        }
    }

    /// The cues by which sections divide into parts.
    package var cues: [Mutant] {
        var mutants: [Mutant] = []
        for (index, part) in pack.passages.parts.enumerated() {
            for (position, cue) in part.cues.enumerated() {
                var rest = part.cues
                rest.remove(at: position)
                var parts = pack.passages.parts
                parts[index] = part.with(cues: rest)
                mutants.append(
                    Mutant(
                        Mutation(part: "part.\(part.id)", action: .without(cue)), rule: nil, change: .passages(parts), word: Self.found(cue)
                    ))
            }
        }
        return mutants
    }

    /// The words by which narratives state figures.
    package var statementWords: [Mutant] {
        let grammar = pack.statements
        return without(grammar.words, named: { ("words \($0.role.name)", $0.text) }) { grammar.with(words: $0) }
    }

    /// The words of claims that narratives make.
    package var claimWords: [Mutant] {
        let grammar = pack.statements
        return without(grammar.claimWords, named: { ("claim-words \($0.role.name)", $0.text) }) { grammar.with(claimWords: $0) }
    }

    /// The grammar without each of some words.
    private func without<Word: Sendable>(
        _ words: [Word], named: (Word) -> (part: String, text: String), _ make: @escaping @Sendable ([Word]) -> StatementGrammar
    ) -> [Mutant] {
        words.enumerated().map { index, word in
            let (part, text) = named(word)
            return Mutant(
                Mutation(part: part, action: .without(text)), rule: nil,
                change: .statements {
                    var rest = words
                    rest.remove(at: index)
                    return make(rest)
                }, word: isOfYear(text) ? nil : text)
        }
    }

    /// Whether the text may read so though it does not stand there: years told by number are read as these words.
    private func isOfYear(_ word: String) -> Bool {
        guard let words = pack.statements.yearWords else { return false }
        return [words.last, words.this, words.next].contains { word.hasPrefix($0) }
    }

    /// The text that stands where the word is found: without the mark that ends one that covers the rest of its clause, or begins one that needs a head
    /// (U+2026). Nil for words that name a year by how it lies to the reporting year, which stand in no text as they are.
    private static func found(_ word: String) -> String? {
        if ["\u{B1}0", "-1", "+1"].contains(where: { ByteSearch.first($0, in: word) != nil }) { return nil }
        return word.filter { $0 != "\u{2026}" }
    }
}

extension StatementGrammar {
    func with(
        dimensions: [Dimension]? = nil, words: [Word]? = nil, claimWords: [ClaimWord]? = nil, figures: [Figure]? = nil
    ) -> StatementGrammar {
        StatementGrammar(
            sections: sections, inPassing: inPassing, yearWords: yearWords, dimensions: dimensions ?? self.dimensions,
            words: words ?? self.words,
            claimWords: claimWords ?? self.claimWords, figures: figures ?? self.figures, reasons: reasons)
    }
}
