import DocumentModel

extension Examination {
    /// Whether a clause says something behind the words that announce an account, and nothing that shows another (现存问题是收费标准查询入口深，已承诺…).
    static func isAnnounced(
        in sentence: String, _ cues: [String], besides hollow: WordList, _ denials: DenialList, _ hints: AccountHints
    ) -> Bool {
        UTF8Text.bytes(of: sentence) { bytes in
            TextPieces.clauses(in: bytes).contains { range in
                let clause = String(decoding: bytes[range], as: UTF8.self)
                guard !hints.isOther(clause),
                    let end = cues.lazy.compactMap({ cue in ByteSearch.first(cue, in: clause).map { $0 + cue.utf8.count } }).max()
                else { return false }
                return says(String(decoding: clause.utf8.dropFirst(end), as: UTF8.self), besides: hollow, denials, least: leastAnnounced)
            }
        }
    }

    /// The fewest characters that name something behind such words.
    private static let leastAnnounced = 6
}
