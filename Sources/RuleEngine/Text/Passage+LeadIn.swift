import AuditModel
import DocumentModel

extension [Passage] {
    /// Those that say something by themselves or are labels: without the beginnings of sentences that a label ends (各项任务虽已完成，主要问题有：), but for those
    /// that open another part by a cue of their own (本年度问题是公开偏少，拟改进：).
    var withoutLeadIns: [Passage] {
        keeping { index in
            guard !self[index].isLabel, index + 1 < count, self[index + 1].isLabel else { return true }
            let part = self[index].part
            let opensPart = part != nil && part != self[index + 1].part && (index == 0 || self[index - 1].part != part)
            return self[index].place.locator != self[index + 1].place.locator || !self[index].isCutShort || opensPart
        }
    }

    /// Whether a sentence is the beginning of one that its paragraph does not end.
    func breaksOff(at index: Int) -> Bool {
        !self[index].isLabel && self[index].isCutShort
            && (index + 1 == count || self[index + 1].place.locator != self[index].place.locator)
    }

    /// Those without sentences that announce something with a colon and are cut short: by another part (还有差距，主要是：对此，…) or the end.
    ///
    /// - Parameter isEmpty: whether the clause before the colon says nothing itself.
    func withoutAnnouncements(_ isEmpty: (String) -> Bool) -> [Passage] {
        keeping { index in
            guard !self[index].isLabel, self[index].announces else { return true }
            guard index + 1 < count else { return false }
            guard self[index + 1].part != self[index].part else { return true }
            let last = UTF8Text.bytes(of: self[index].text) { bytes in
                TextPieces.clauses(in: bytes).last.map { String(decoding: bytes[$0], as: UTF8.self) }
            }
            return !isEmpty(last ?? "")
        }
    }

    /// Those at some indices, which most often are all.
    private func keeping(_ isKept: (Int) -> Bool) -> [Passage] {
        let kept = indices.filter(isKept)
        return kept.count == count ? self : kept.map { self[$0] }
    }
}

extension Passage {
    /// Whether it ends with a colon.
    fileprivate var announces: Bool { text.unicodeScalars.last.map { $0 == ":" || $0 == "\u{FF1A}" } ?? false }

    /// Whether its sentence goes on behind it, with a comma.
    fileprivate var isCutShort: Bool { text.unicodeScalars.last.map { $0 == "," || $0 == "\u{FF0C}" } ?? false }
}
