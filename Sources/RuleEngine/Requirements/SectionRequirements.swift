import AuditModel
import DocumentModel

extension Examination {
    func sectionsPresent() -> Tally {
        var tally = Tally()
        var before: Section?
        for required in form.sections {
            let entry = required.entry
            if let section = document.section(entry.key) {
                before = section
                if required.required { tally.satisfied() }
                continue
            }
            guard required.required else { continue }
            var evidence = [wholeReport]
            if let before { evidence.append(self.evidence(before)) }
            if let remark = report.unread(in: nil) {
                let title = LocalizedText(verbatim: entry.title)
                tally.undetermined(
                    Gap(evidence: evidence, reason: EngineWording.unread(remark.kind, title), subject: entry.key))
                continue
            }
            tally.violated(
                Offence(
                    evidence: evidence,
                    values: [
                        .section: LocalizedText(verbatim: entry.title), .expected: EngineWording.numbered([entry.ordinal]),
                        .found: EngineWording.nothing,
                    ],
                    subject: entry.key))
        }
        return tally
    }

    func sectionSubstance(sections: [String], hollow: String, whenEmpty: Bool) throws(RuleFailure) -> Tally {
        let hollowWords = try workshop.words(hollow)
        var tally = Tally()
        let last = document.sections.last?.key
        for key in sections.isEmpty ? form.sections.map(\.entry.key) : sections {
            guard let section = document.section(key), let body = searchable.section(key)?.body else { continue }
            let signing = key == last ? signingWords : []
            let labels = key == last ? workshop.closingLabels : .none
            let pieces = searchable.pieces[section.holdsTable ? body.upperBound..<body.upperBound : body].lazy.filter {
                SubstanceScan.saysSomething($0) && !SubstanceScan.isHollow($0.text.string, signing, labels: labels)
            }
            if section.holdsTable {
                tally.satisfied()
            } else if let first = pieces.first {
                guard !whenEmpty else {
                    tally.satisfied()
                    continue
                }
                guard pieces.allSatisfy({ SubstanceScan.isHollow($0.text.string, [hollowWords]) }) else {
                    tally.satisfied()
                    continue
                }
                let place = Evidence(place: first.place, quote: first.text.string, label: EngineWording.place(first.locator))
                tally.violated(
                    hollowSection(section, evidence: [place, evidence(section)], found: LocalizedText(verbatim: first.text.string)))
            } else if report.unread(in: section) != nil {
                // Where a table is due that is what is said.
                let isSaid = form.tables.contains { $0.section == key && $0.isRequired }
                let reason = EngineWording.unread(.picture, LocalizedText(verbatim: title(of: section)))
                tally.undetermined(Gap(evidence: [evidence(section)], reason: reason, isSilent: isSaid || !whenEmpty))
            } else if whenEmpty {
                tally.violated(hollowSection(section, evidence: [evidence(section)], found: EngineWording.nothing))
            }
        }
        return tally
    }

    /// What the unit's name and the date at the end of the report are written with, and what may stand beside them. None where no words are given for that:
    /// then nothing is left out.
    private var signingWords: [WordList] {
        pack.identity.signatureWords.isEmpty ? [] : [workshop.signingWords, names]
    }

    private func hollowSection(_ section: Section, evidence: [Evidence], found: LocalizedText) -> Offence {
        Offence(
            evidence: evidence,
            values: [.section: LocalizedText(verbatim: title(of: section)), .found: found, .expected: EngineWording.content])
    }
}

/// Tells text that says something from text that does not.
enum SubstanceScan {
    /// The most characters (Unicode scalars) of a subsection's heading that announces and does not say anything by itself.
    /// - Source: the longest title of a form's section has 22 characters
    private static let titleLength = 22

    /// True for a text with at least one letter or digit. The heading of a subsection counts only where it is too long for a title: some reports put
    /// whole sentences behind a number.
    static func saysSomething(_ piece: SectionPiece) -> Bool {
        if piece.kind == .heading, UTF8Text.scalarCount(of: piece.text.string) <= titleLength { return false }
        return piece.text.string.unicodeScalars.contains { UTF8Text.isWordLike($0) }
    }

    /// True when nothing is left of a text without these words, punctuation and white space.
    ///
    /// - Parameter labels: words that make hollow what stands behind them and a colon.
    static func isHollow(_ text: String, _ words: [WordList], labels: WordList = .none) -> Bool {
        UTF8Text.bytes(of: text) { bytes in
            var offset = 0
            while offset < bytes.count {
                if let length = labels.match(in: bytes, at: offset), isLabel(bytes, endingAt: offset + length) { return true }
                if let length = WordList.longest(of: words, in: bytes, at: offset) {
                    offset += length
                    continue
                }
                let scalar = UTF8Text.scalar(in: bytes, at: offset)
                if Unicode.Scalar(scalar.value).map(UTF8Text.isWordLike) ?? true { return false }
                offset += scalar.width
            }
            return true
        }
    }

    /// Whether a colon, or the mark behind a number, stands behind an offset, with no more than a number between them; or nothing at all.
    private static func isLabel(_ text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
        var offset = end
        while offset < text.count {
            let scalar = UTF8Text.scalar(in: text, at: offset)
            switch scalar.value {
            case 0x2E, 0x3A, 0x3001, 0xFF0E, 0xFF1A: return true
            case let value where Blank.contains(value) || DigitNotation.decimal(value) != nil || DigitNotation.chinese(value) != nil:
                offset += scalar.width
            default: return false
            }
        }
        return true
    }
}
