import AuditModel

/// What makes it likely that sentences are an account, or something else, where no evidence shows it.
struct AccountHints: Sendable {
    /// The words of one part.
    struct Words: Sendable {
        let evidence: EvidenceList
        let hints: EvidenceList
        let heads: WordList
        let denials: DenialList

        /// None at all.
        static let none = Words(evidence: .none, hints: .none, heads: .none, denials: .none)

        fileprivate func show(_ clause: UnsafeBufferPointer<UInt8>) -> Bool { Examination.gives(clause, evidence, denials, tails: nil) }

        fileprivate func hint(_ clause: UnsafeBufferPointer<UInt8>) -> Bool { hints(clause, upTo: 1) > 0 }

        fileprivate func hints(_ clause: UnsafeBufferPointer<UInt8>, upTo most: Int) -> Int {
            hints.isEmpty ? 0 : Examination.count(clause, hints, denials, heads: heads, tails: nil, upTo: most)
        }
    }

    /// What the account is.
    let own: Words
    /// Whether it answers what the others list.
    let isAnswer: Bool
    /// What else the sentences may be.
    let others: [Words]

    /// Whether one of some sentences is likely to be the account: something hints at it, and nothing at anything else.
    func isAccount(in sentences: some Sequence<String>) -> Bool {
        guard !own.hints.isEmpty else { return false }
        return sentences.contains { sentence in
            UTF8Text.bytes(of: sentence) { bytes in
                let clauses = TextPieces.clauses(in: bytes).map { UnsafeBufferPointer(rebasing: bytes[$0]) }
                return clauses.contains(where: own.hint)
                    && !clauses.contains { clause in others.contains { $0.show(clause) || $0.hint(clause) } }
            }
        }
    }

    /// Whether anything in a sentence makes it likely that it is the account, in a clause that shows nothing else.
    func isHinted(_ sentence: String) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            TextPieces.clauses(in: bytes).contains { range in
                let clause = UnsafeBufferPointer(rebasing: bytes[range])
                return own.hint(clause) && !others.contains { $0.show(clause) }
            }
        }
    }

    /// Whether a sentence that does not show the account may be it for all that: nothing shows anything else or makes it likely, or what makes the account
    /// likely stands where it belongs in a sentence that tells of both, faults before and remedies behind.
    ///
    /// - Parameters:
    ///   - isDoubtful: whether it may be the account whatever it seems to be.
    ///   - isGeneral: whether it says nothing in particular; asked where nothing makes the account likely.
    func isOpen(_ sentence: String, orElse isDoubtful: @autoclosure () -> Bool, unless isGeneral: () -> Bool) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            var (isOpen, isShown, isLikely) = (true, false, false)
            for clause in TextPieces.clauses(in: bytes).lazy.map({ UnsafeBufferPointer(rebasing: bytes[$0]) }) {
                if others.contains(where: { $0.show(clause) }) {
                    (isOpen, isShown) = (false, true)
                    if !isAnswer { break }
                } else {
                    let isElse = others.contains { $0.hint(clause) }
                    if own.hint(clause), !isShown || !isElse {
                        if !isAnswer, !isElse { return true }
                        (isOpen, isLikely) = (true, true)
                    } else if isElse {
                        isOpen = false
                    }
                }
            }
            return isOpen && isLikely || (isOpen || isDoubtful()) && !isGeneral()
        }
    }

    /// Whether just one word of a sentence makes it likely that it is something else than the account, and none shows it.
    func isHardlyOther(_ sentence: String) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            var count = 0
            for clause in TextPieces.clauses(in: bytes).lazy.map({ UnsafeBufferPointer(rebasing: bytes[$0]) }) {
                if others.contains(where: { $0.show(clause) }) { return false }
                for other in others { count += other.hints(clause, upTo: 2) }
            }
            return count == 1
        }
    }

    /// Whether a sentence that is listed among faults is nothing but a remedy: it begins with one, and nothing in it shows a fault or makes one likely.
    ///
    /// - Parameter besideOne: whether the one before it is; then it need not begin with it.
    func isAnswerOnly(_ sentence: String, besideOne: Bool) -> Bool {
        guard !isAnswer, isOther(sentence) else { return false }
        return UTF8Text.bytes(of: sentence) { bytes in
            let clauses = TextPieces.clauses(in: bytes).map { UnsafeBufferPointer(rebasing: bytes[$0]) }
            guard let first = clauses.first, !clauses.contains(where: { own.show($0) || own.hint($0) }) else { return false }
            return besideOne || others.contains { Examination.begins(first, $0.evidence, $0.denials, not: own.evidence) }
        }
    }

    /// Whether a sentence shows something else than the account.
    func isOther(_ sentence: String) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            TextPieces.clauses(in: bytes).contains { range in
                let clause = UnsafeBufferPointer(rebasing: bytes[range])
                return others.contains { $0.show(clause) }
            }
        }
    }
}

extension Examination {
    /// The hints by which an account in the first of some parts is told from the others.
    func hints(first: String?, among parts: [String]) throws(RuleFailure) -> AccountHints {
        var own = AccountHints.Words.none
        var others: [AccountHints.Words] = []
        var isAnswer = true
        for part in pack.passages.parts where parts.contains(part.id) {
            guard let evidence = part.evidence else { continue }
            let words = AccountHints.Words(
                evidence: try workshop.evidence(evidence), hints: try part.hints.map(workshop.evidence) ?? .none,
                heads: try part.heads.map(workshop.words) ?? .none, denials: try part.denial.map(workshop.denials) ?? .none)
            if part.id == first {
                own = words
                isAnswer = part.tails == nil
            } else {
                others.append(words)
            }
        }
        return AccountHints(own: own, isAnswer: isAnswer, others: others)
    }
}
