package import AuditModel
package import DocumentModel

/// Finds what the narrative of a report states. Linear in the text.
package struct StatementFinder: Sendable {
    private let grammar: CompiledGrammar

    package init(_ grammar: CompiledGrammar) {
        self.grammar = grammar
    }

    /// The statements, breakdowns and other numbers of the grammar's sections and of section 0, in document order. `figures` must be of the grammar's form.
    package func narrative(of document: Document, figures: Figures, identity: Identity, passages: [Passage] = []) -> Narrative {
        var run = Run(grammar: grammar, figures: figures, identity: identity)
        for section in document.sections where section.path == [0] || section.key.map(grammar.sections.contains) ?? false {
            run.read(section, context: run.context(of: section))
        }
        return Narrative(statements: run.statements, breakdowns: run.breakdowns, otherNumbers: run.otherNumbers, passages: passages)
    }

    private struct Run {
        let grammar: CompiledGrammar
        let binder: StatementBinder
        let identity: Identity
        let ownNames: [[UInt32]]
        var statements: [Statement] = []
        var breakdowns: [Breakdown] = []
        var otherNumbers: [String: Int] = [:]

        init(grammar: CompiledGrammar, figures: Figures, identity: Identity) {
            self.grammar = grammar
            self.identity = identity
            binder = StatementBinder(grammar: grammar, figures: figures)
            ownNames = (identity.ownNames + [identity.unit].compactMap { $0 }).map { $0.unicodeScalars.map(\.value) }
        }

        func context(of section: Section) -> CompiledGrammar.Features {
            section.key.flatMap { grammar.form.section($0) }.map { grammar.features($0.context) } ?? grammar.none
        }

        mutating func read(_ section: Section, context: CompiledGrammar.Features) {
            let context = self.context(section, above: context)
            var inherited: ClauseReader.Frame?
            for block in section.blocks {
                guard case .paragraph(let paragraph) = block else {
                    inherited = nil
                    continue
                }
                inherited = read(paragraph.text, at: section.locator(of: paragraph), context: context, inherited: inherited)
            }
            for part in section.subsections { read(part, context: context) }
        }

        /// What the heading tells in place of what stands above it: one noun sets the topic, several leave it open.
        private func context(_ section: Section, above context: CompiledGrammar.Features) -> CompiledGrammar.Features {
            guard section.path.count > 1, let heading = section.heading else { return context }
            let text = ScalarText(heading.title)
            let tokens = ClauseTokenizer.tokens(of: text, by: grammar)
            let mention = MentionReader(grammar: grammar, text: text, ownNames: []).mention(tokens[...], atClauseStart: false)
            if mention.heads.count == 1 { return mention.heads[0] }
            return mention.hasHead ? grammar.none : context
        }

        /// Reads one paragraph; returns what the next one inherits, if it goes on with this one.
        private mutating func read(
            _ block: BlockText, at locator: Locator, context: CompiledGrammar.Features, inherited: ClauseReader.Frame?
        ) -> ClauseReader.Frame? {
            let text = ScalarText(block.string)
            var reader = ClauseReader(
                text, grammar: grammar, ownNames: ownNames, reportingYear: identity.year, context: context, inherited: inherited)
            reader.read()
            let counts = reader.counts.sorted { $0.range.lowerBound < $1.range.lowerBound }
            let found = counts.map { binder.statement(of: $0, in: block, text: text, locator: locator) }
            statements += found
            otherNumbers.merge(reader.otherNumbers) { $0 + $1 }
            let finder = BreakdownFinder(
                grammar: grammar, counts: counts, agrees: found.map { $0.state == .bound && $0.agrees == true })
            breakdowns += finder.breakdowns().map { breakdown in
                Breakdown(
                    whole: part(counts[breakdown.whole], found[breakdown.whole]),
                    parts: breakdown.parts.map { part(counts[$0], found[$0]) }, strictness: breakdown.strictness)
            }
            return goesOn(text) ? reader.frame : nil
        }

        private func part(_ count: Count, _ statement: Statement) -> Breakdown.Part {
            Breakdown.Part(value: count.value, quote: statement.quote, place: statement.place)
        }

        /// A paragraph that ends with a colon, comma or semicolon goes on in the next.
        private func goesOn(_ text: ScalarText) -> Bool {
            guard let last = text.scalars.last else { return false }
            return [0xFF1A, 0x3A, 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3001].contains(last)
        }
    }
}
