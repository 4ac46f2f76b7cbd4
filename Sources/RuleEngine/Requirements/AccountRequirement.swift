import AuditModel
import DocumentModel

extension Examination {
    func account(
        section key: String, parts: [String], evidence: String, denial: String?, hollow: String?, general: String?
    ) throws(RuleFailure) -> Tally {
        var tally = Tally()
        guard let section = document.section(key) else { return tally }
        let words = try workshop.evidence(evidence)
        var denials = DenialList.none
        if let denial { denials = try workshop.denials(denial) }
        let elsewhere = try strictness(first: parts.first)
        let closes = pack.passages.parts.contains { $0.id == parts.first && $0.tails != nil }
        var texts = accountTexts(of: section, key, parts: parts, closes: closes) { !Self.gives(account: $0, words, denials) }
        var hollowWords = WordList.none
        if let hollow {
            hollowWords = try workshop.words(hollow)
            let leads = try workshop.hollows(hollow, section: key)
            texts = texts.filter { text in
                Self.names(text.text, besides: leads, words, isOpening: !closes)
                    && !(Self.isOpen(text.text) && Self.endsInLeads(text.text, leads, words, isOpening: !closes))
            }
        }
        let hasFirst = texts.contains { $0.part != nil && $0.part == parts.first }
        // 问题是解读少，我们编写了图解，明年再增加: what was done already may be told among what it answers.
        let among = !closes && hasFirst ? otherTexts(key, parts: parts) : []
        for text in texts + among {
            let strictness = text.part == parts.first || text.part == nil && !hasFirst ? Strictness() : elsewhere(text.part)
            guard Self.gives(account: text.text, words, denials, strictness) else { continue }
            tally.satisfied()
            return tally
        }
        let hints = try hints(first: parts.first, among: parts)
        if let hollow {
            let leads = try workshop.hollows(hollow, section: key)
            let likely = texts.lazy.filter { text in
                (text.part == nil || text.part == parts.first) && Self.says(text.text, besides: leads, .none)
            }
            if hints.isAccount(in: likely.map(\.text)) {
                tally.satisfied()
                return tally
            }
            // What answers may deny something after it has said what is done.
            if labelledTexts(key, part: parts.first, hints).contains(where: {
                Self.says($0, besides: hollowWords, denials, endsAtDenial: !closes)
            }) {
                tally.satisfied()
                return tally
            }
        }
        if let general,
            let open = openText(
                texts, key, parts: parts, denials, hints, hollow: hollowWords, general: try workshop.evidence(general))
        {
            let place = Evidence(place: open.place, quote: open.text, label: EngineWording.place(open.place.locator))
            tally.undetermined(
                Gap(
                    evidence: [place, self.evidence(section)],
                    reason: EngineWording.mayBeAccount(LocalizedText(verbatim: UTF8Text.shortened(open.text, to: 60)))))
            return tally
        }
        // 问题与打算：①…: below a label that names several parts, what each tells belongs to all of them.
        if isLabelledTogether(section, key, parts: parts, besides: hollowWords, denials) {
            tally.satisfied()
            return tally
        }
        var shown = [self.evidence(section)]
        let said = texts.first { text in text.text.unicodeScalars.contains { !Blank.contains($0.value) } }
        if let said { shown.append(Evidence(place: said.place, quote: said.text, label: EngineWording.place(said.place.locator))) }
        tally.violated(
            Offence(
                evidence: shown,
                values: [
                    .section: LocalizedText(verbatim: title(of: section)), .expected: EngineWording.content,
                    .found: said.map { LocalizedText(verbatim: UTF8Text.shortened($0.text, to: 60)) } ?? EngineWording.nothing,
                ]))
        return tally
    }

    /// The first text of which nothing tells that it is anything else than the account: it says something, denies nothing, and holds nothing that shows another
    /// part or makes one likely, nor a general phrase unless something makes the account likely.
    private func openText(
        _ texts: [(text: String, place: Place, part: String?)], _ key: String, parts: [String], _ denials: DenialList,
        _ hints: AccountHints,
        hollow: WordList, general: EvidenceList
    ) -> (text: String, place: Place, part: String?)? {
        let all = passages(of: key)
        // A list of faults begins with one: what seems to be a remedy there, before others that are, may be told in words that nobody knows.
        let first = hints.isAnswer ? nil : texts.first { Self.says($0.text, besides: hollow, denials, least: Self.leastOpen) }
        let doubtful = first.flatMap { first in
            hints.isHardlyOther(first.text) && texts.contains { hints.isOther($0.text) } ? first.place : nil
        }
        let remnants = all.indices.filter { all.breaksOff(at: $0) }.map { all[$0].place }
        let cues = hints.isAnswer ? [] : (pack.passages.parts.first { $0.id == parts.first }?.cues ?? []).map(Self.withoutMark)
        return texts.first { text in
            !remnants.contains(text.place)
                // A list of faults may have its remedies among them, remedies no faults.
                && (hints.isAnswer || text.part == nil || text.part == parts.first)
                && Self.says(text.text, besides: hollow, denials, least: Self.leastOpen)
                && hints.isOpen(
                    text.text, orElse: text.place == doubtful || Self.isAnnounced(in: text.text, cues, besides: hollow, denials, hints)
                ) { Self.gives(account: text.text, general, .none) }
        }
    }

    /// What is asked of evidence besides.
    struct Strictness {
        /// It closes its clause, but for these.
        var tails: WordList?
        /// Its clause holds none of these outside of what the denials cover; where the evidence begins it, none that closes it, but for tails.
        var against = EvidenceList.none
        var againstTails = WordList.none
        var exempt = DenialList.none
    }

    /// What is asked of evidence in the text of other parts than the first: what the first part asks of such text, else that it is not the other's.
    func strictness(first: String?) throws(RuleFailure) -> (String?) -> Strictness {
        var found: [String: Strictness] = [:]
        let parts = pack.passages.parts
        if let tails = parts.first(where: { $0.id == first })?.tails {
            let strictness = Strictness(tails: try workshop.words(tails))
            return { _ in strictness }
        }
        for part in parts where part.tails != nil {
            guard let evidence = part.evidence else { continue }
            var strictness = Strictness(against: try workshop.evidence(evidence))
            if let tails = part.tails { strictness.againstTails = try workshop.words(tails) }
            if let denial = part.denial { strictness.exempt = try workshop.denials(denial) }
            found[part.id] = strictness
        }
        return { part in part.flatMap { found[$0] } ?? Strictness() }
    }

    /// The texts in which the account is looked for. A section that has the first of the parts gives it there, unless it can be told from other text (`closes`);
    /// in one that does not, it may stand in the others of the parts or before the first of all. A sentence that announces and is cut short by another part says
    /// nothing.
    ///
    /// - Parameter isEmpty: whether a clause says nothing of the account.
    private func accountTexts(
        of section: Section, _ key: String, parts: [String], closes: Bool, isEmpty: (String) -> Bool
    ) -> [(text: String, place: Place, part: String?)] {
        let passages = passages(of: key).withoutLeadIns.withoutAnnouncements(isEmpty)
        guard let first = parts.first, !passages.isEmpty else {
            return accountTexts(of: section).map { ($0.text, $0.place, nil) }
        }
        let isThere = !closes && passages.contains { $0.part == first }
        let wholes = isThere ? Set(pack.passages.parts.filter { $0.covers.contains(first) }.map(\.id)) : []
        // Whether the text stands below a label of the part.
        var isBelow = false
        var texts: [(text: String, place: Place, part: String?)] = []
        texts.reserveCapacity(passages.count)
        for passage in passages {
            let isWhole = passage.part.map(wholes.contains) ?? false
            isBelow = passage.isLabel ? passage.part == first : isBelow && isWhole
            guard !passage.isLabel else { continue }
            // What is told there of another time is told there all the same.
            guard isThere ? passage.part == first || isBelow : passage.part.map(parts.contains) ?? true else { continue }
            texts.append((passage.text, passage.place, passage.part))
        }
        return texts
    }

    /// The texts of the parts besides the first, but for those of another time.
    private func otherTexts(_ key: String, parts: [String]) -> [(text: String, place: Place, part: String?)] {
        let others = pack.passages.parts.filter { parts.dropFirst().contains($0.id) && $0.covers.isEmpty }.map(\.id)
        return passages(of: key).filter { passage in !passage.isLabel && passage.part.map(others.contains) ?? false }
            .map { ($0.text, $0.place, $0.part) }
    }

    /// Whether something is said below a label in the section, not its own heading, that names the first two of the parts.
    private func isLabelledTogether(
        _ section: Section, _ key: String, parts: [String], besides hollow: WordList, _ denials: DenialList
    ) -> Bool {
        guard parts.count > 1 else { return false }
        let cues = parts.prefix(2).map { id in (pack.passages.parts.first { $0.id == id }?.cues ?? []).map(Self.withoutMark) }
        let passages = passages(of: key)
        return passages.indices.contains { index in
            guard passages[index].isLabel, passages[index].part == nil,
                section.heading == nil || passages[index].place.locator != section.locator,
                cues.allSatisfy({ list in list.contains { ByteSearch.first($0, in: passages[index].text) != nil } })
            else { return false }
            return passages[(index + 1)...].contains {
                // 今后要…: what begins as the other part is that alone.
                let beginning = String($0.text.unicodeScalars.prefix(Self.beginningLength))
                return !$0.isLabel && !cues[1].contains { ByteSearch.first($0, in: beginning) != nil }
                    && Self.says($0.text, besides: hollow, denials)
            }
        }
    }

    /// In characters.
    private static let beginningLength = 12

    /// A cue without the mark that ends it.
    static func withoutMark(_ cue: String) -> String {
        cue.unicodeScalars.last.map { $0.value == 0xFF1A || $0.value == 0xFF0C } ?? false ? String(cue.unicodeScalars.dropLast()) : cue
    }

    /// The texts below the labels of a part, where no words are needed to know what they are about, but for those of faults that are plainly remedies.
    private func labelledTexts(_ key: String, part: String?, _ hints: AccountHints) -> [String] {
        guard let part else { return [] }
        var texts: [String] = []
        var isLabelled = false
        // Whether the text before was one, so that what is listed with it is another.
        var isAnswered = false
        let passages = passages(of: key)
        for (index, passage) in passages.enumerated() {
            if passage.isLabel || passage.part != part {
                isLabelled = passage.part == part
                isAnswered = false
            } else if isLabelled, hints.isAnswerOnly(passage.text, besideOne: isAnswered) {
                isAnswered = true
            } else if isLabelled, !passages.breaksOff(at: index) {
                texts.append(passage.text)
            }
        }
        return texts
    }

    /// The texts of a section as a whole. A subsection's heading says nothing by itself, but tells what the text under it is about: so it is put
    /// before the first of it.
    private func accountTexts(of section: Section) -> [(text: String, place: Place)] {
        var texts: [(text: String, place: Place)] = []
        var heading: SectionPiece?
        for piece in section.piecesWithCells where !piece.text.isEmpty {
            if piece.kind == .heading {
                if let heading, SubstanceScan.saysSomething(heading) { texts.append((heading.text.string, heading.place)) }
                heading = piece
            } else {
                texts.append(((heading.map { $0.text.string + " " } ?? "") + piece.text.string, piece.place))
                heading = nil
            }
        }
        if let heading, SubstanceScan.saysSomething(heading) { texts.append((heading.text.string, heading.place)) }
        return texts
    }

    /// True when something is left of a sentence without these words, and no denial reaches beyond its own words; `endsAtDenial`: something is left before
    /// the first that does.
    static func says(
        _ sentence: String, besides words: WordList, _ denials: DenialList, least: Int = leastSaid, endsAtDenial: Bool = false
    ) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            var offset = 0
            var left = 0
            while offset < bytes.count {
                if denials.reaches(in: bytes, at: offset) { return endsAtDenial && left >= least }
                let bucket = WordList.bucket(bytes, at: offset)
                let covered = denials.coverage(in: bytes, at: offset, bucket: bucket)
                if let length = covered ?? words.match(in: bytes, at: offset, bucket: bucket) {
                    offset += length
                } else {
                    // Figures and marks say nothing by themselves.
                    if isHan(bytes[offset]) { left += 1 }
                    offset += UTF8Text.width(of: bytes[offset])
                }
            }
            return left >= least
        }
    }

    /// True when words of evidence, or something else, are left of a sentence without what only leads to it (仍有一些需要正视的问题, 今后我局要).
    ///
    /// - Parameter isOpening: whether a word of evidence that is one of those leads by itself says nothing.
    private static func names(_ sentence: String, besides hollow: WordList, _ evidence: EvidenceList, isOpening: Bool) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            var offset = 0
            var left = 0
            while offset < bytes.count {
                let bucket = WordList.bucket(bytes, at: offset)
                let length = hollow.match(in: bytes, at: offset, bucket: bucket) ?? 0
                let shown = evidence.match(in: bytes, at: offset, bucket: bucket) { $0 == bytes.count || !isHan(bytes[$0]) } ?? 0
                if shown > length || shown == length && shown > 0 && !isOpening { return true }
                if length == 0, isHan(bytes[offset]) { left += 1 }
                if left >= leastNamed { return true }
                offset += length > 0 ? length : UTF8Text.width(of: bytes[offset])
            }
            return false
        }
    }

    /// Whether no mark ends a sentence.
    private static func isOpen(_ sentence: String) -> Bool {
        sentence.unicodeScalars.last { !Blank.contains($0.value) }.map { $0.value != 0x2E && !TextPieces.endsSentence($0.value) } ?? true
    }

    /// Whether the last of several clauses says nothing: what they lead to is missing (为改变这一局面，我局).
    private static func endsInLeads(_ sentence: String, _ leads: WordList, _ evidence: EvidenceList, isOpening: Bool) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            let clauses = TextPieces.clauses(in: bytes)
            guard clauses.count > 1, let last = clauses.last else { return false }
            return !names(String(decoding: bytes[last], as: UTF8.self), besides: leads, evidence, isOpening: isOpening)
        }
    }

    /// Whether a character of Han (U+4E00 to U+9FFF) begins with a byte.
    private static func isHan(_ first: UInt8) -> Bool { (0xE4...0xE9).contains(first) }

    /// The fewest characters left with which words of evidence say something of anything.
    private static let leastNamed = 2
    /// The fewest characters left that say something.
    static let leastSaid = 4
    /// The same for a text of which nothing tells what it says: fewer are a piece of a sentence.
    private static let leastOpen = 8

    /// True when a clause has one of the words outside of what the denials cover, as strictly as asked.
    static func gives(account text: String, _ words: EvidenceList, _ denials: DenialList, _ strictness: Strictness = Strictness()) -> Bool {
        UTF8Text.bytes(of: text) { bytes in
            let clauses = TextPieces.clauses(in: bytes).map { UnsafeBufferPointer(rebasing: bytes[$0]) }
            return clauses.indices.contains { index in
                guard gives(clauses[index], words, denials, tails: strictness.tails) else { return false }
                guard !strictness.against.isEmpty else { return true }
                let isAtStart = begins(clauses[index], words, denials, not: strictness.against)
                let tails = isAtStart ? strictness.againstTails : nil
                guard !gives(clauses[index], strictness.against, strictness.exempt, tails: tails) else { return false }
                // What leads to what is wrong is what it is about.
                return isAtStart
                    || !clauses[(index + 1)...].contains {
                        gives($0, strictness.against, strictness.exempt, tails: strictness.againstTails)
                    }
            }
        }
    }

    /// Whether evidence stands at the beginning of a clause, ordinals apart, and is none of something else as well.
    static func begins(
        _ clause: UnsafeBufferPointer<UInt8>, _ words: EvidenceList, _ denials: DenialList, not others: EvidenceList
    ) -> Bool {
        for offset in EvidenceList.openings(of: clause) {
            let bucket = WordList.bucket(clause, at: offset)
            if denials.coverage(in: clause, at: offset, bucket: bucket) != nil { return false }
            guard words.match(in: clause, at: offset, bucket: bucket, closes: { _ in false }) != nil else { continue }
            return others.match(in: clause, at: offset, bucket: bucket, closes: { _ in false }) == nil
        }
        return false
    }

    /// - Parameter heads: behind which words that begin a clause may stand within it.
    static func gives(
        _ clause: UnsafeBufferPointer<UInt8>, _ words: EvidenceList, _ denials: DenialList, heads: WordList = .none, tails: WordList?
    ) -> Bool {
        count(clause, words, denials, heads: heads, tails: tails, upTo: 1) > 0
    }

    /// How many of the words a clause has outside of what the denials cover, no more than asked for.
    static func count(
        _ clause: UnsafeBufferPointer<UInt8>, _ words: EvidenceList, _ denials: DenialList, heads: WordList = .none, tails: WordList?,
        upTo most: Int
    ) -> Int {
        var offset = 0
        var isHeaded = false
        var count = 0
        while offset < clause.count, count < most {
            let bucket = WordList.bucket(clause, at: offset)
            if let length = denials.coverage(in: clause, at: offset, bucket: bucket) {
                offset += length
            } else if let length = words.match(
                in: clause, at: offset, bucket: bucket, isHeaded: isHeaded,
                closes: { closes(clause, behind: $0, tails ?? .none, leeway: 0) }),
                offset >= leastBefore(tails), tails == nil || closes(clause, behind: offset + length, tails ?? .none, leeway: 1)
            {
                count += 1
                offset += length
            } else if !heads.isEmpty, let length = heads.match(in: clause, at: offset, bucket: bucket) {
                isHeaded = true
                offset += length
            } else {
                offset += UTF8Text.width(of: clause[offset])
            }
        }
        return count
    }

    /// In bytes: what closes a clause says something of what stands before it.
    private static func leastBefore(_ tails: WordList?) -> Int { tails == nil ? 0 : 6 }

    /// Whether no more than so many characters stand behind evidence up to the end or an enumeration's next member, but for tails.
    private static func closes(_ clause: UnsafeBufferPointer<UInt8>, behind start: Int, _ tails: WordList, leeway: Int) -> Bool {
        var offset = start
        var other = 0
        while offset < clause.count, other <= leeway {
            if let length = tails.match(in: clause, at: offset) {
                offset += length
            } else if clause[offset] == 0xE3, offset + 2 < clause.count, clause[offset + 1] == 0x80, clause[offset + 2] == 0x81 {
                return true  // 、
            } else {
                other += 1
                offset += UTF8Text.width(of: clause[offset])
            }
        }
        return other <= leeway
    }
}
