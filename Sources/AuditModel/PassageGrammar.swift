/// Words by which sections divide into parts (problems, measures), and by which a text proves or denies to say something.
package struct PassageGrammar: Hashable, Sendable {
    /// One part of a section.
    package struct Part: Hashable, Sendable {
        /// `problems`.
        package let id: String
        /// The key of the section it belongs to.
        package let section: String
        /// Words that open the part, in a heading or at the start of a clause; one that ends in a comma, where it ends its clause. In them `-1`, `±0` and `+1` before
        /// the sign of a year are the years before the reporting year, itself and behind it. One that ends in `…` is a time that counts where a later one is told.
        package let cues: [String]
        /// The parts whose cues a heading of this one may hold as well.
        package let covers: [String]
        /// The vocabulary by which a sentence shows, where no cue tells, that it belongs to the part.
        package let evidence: String?
        /// The vocabulary of what holds such a word and shows nothing; a word that ends in `…` covers the rest of its clause.
        package let denial: String?
        /// The vocabulary of what only makes it likely that a sentence belongs to the part: it shows something where no sentence's evidence does.
        package let hints: String?
        /// The vocabulary of what stands before an act: hints that else count only where they begin a clause count behind it as well.
        package let heads: String?
        /// The vocabulary of what may stand behind evidence that closes a clause. Where it is named, text that belongs to another part turns to
        /// this one only by such evidence.
        package let tails: String?
        /// The vocabulary of what may stand before a cue in its clause.
        package let leads: String?
        /// The vocabulary of what tells, at the start of a clause, that the part may be at its end, and that a cue behind it in
        /// a heading is no longer covered.
        package let ends: String?
        /// The vocabulary of what names the part in a clause that tells what is done about it: the clause ends with one of the tails.
        package let namings: String?
        /// The vocabulary of what tells, behind a time that opens the part, that it was told then: a sentence with both that is at its end belongs to
        /// the part wherever it stands.
        package let tellings: String?
        /// The vocabulary of what shows that such a sentence is at its end.
        package let closings: String?
        /// The vocabulary of what sets a sentence against the part before it: another part may begin there.
        package let turns: String?
        /// The vocabulary of what shows in a label that it is not of the part that it stands in, which is of another time.
        package let stills: String?

        package init(
            id: String, section: String, cues: [String], covers: [String] = [], evidence: String? = nil, denial: String? = nil,
            hints: String? = nil, heads: String? = nil, tails: String? = nil, leads: String? = nil, ends: String? = nil,
            namings: String? = nil, tellings: String? = nil, closings: String? = nil, turns: String? = nil,
            stills: String? = nil
        ) {
            self.id = id
            self.section = section
            self.cues = cues
            self.covers = covers
            self.evidence = evidence
            self.denial = denial
            self.hints = hints
            self.heads = heads
            self.tails = tails
            self.leads = leads
            self.ends = ends
            self.namings = namings
            self.tellings = tellings
            self.closings = closings
            self.turns = turns
            self.stills = stills
        }

        /// The same part opened by other words.
        package func with(cues: [String]) -> Part {
            Part(
                id: id, section: section, cues: cues, covers: covers, evidence: evidence, denial: denial, hints: hints, heads: heads,
                tails: tails, leads: leads, ends: ends, namings: namings, tellings: tellings, closings: closings, turns: turns,
                stills: stills)
        }
    }

    /// In the pack's order; of cues that match at one place the longest counts.
    package let parts: [Part]
    /// Named lists of words that conditions refer to, such as `problem-evidence` or `placeholders`.
    package let vocabularies: [String: [String]]

    package init(parts: [Part], vocabularies: [String: [String]]) {
        self.parts = parts
        self.vocabularies = vocabularies
    }

    /// Divides nothing and has no vocabulary.
    package static let empty = PassageGrammar(parts: [], vocabularies: [:])
}
