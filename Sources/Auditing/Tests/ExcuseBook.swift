import AuditModel

/// The excuses of a pack, and which of them were of use.
struct ExcuseBook {
    private struct Entry {
        let excuse: Int
        let pattern: String
        var isUsed = false
    }

    private let excuses: [MutationExcuse]
    private let words: WordsInWords
    /// By rule; the empty name stands for what rules have in common. Patterns without `*` are looked up.
    private var exact: [[String]: Int] = [:]
    private var entries: [Entry] = []

    init(_ excuses: [MutationExcuse], words: WordsInWords) {
        self.excuses = excuses
        self.words = words
        for (index, excuse) in excuses.enumerated() {
            for pattern in excuse.patterns {
                if !pattern.utf8.contains(UInt8(ascii: "*")) { exact[[excuse.rule ?? "", pattern]] = entries.count }
                entries.append(Entry(excuse: index, pattern: pattern))
            }
        }
    }

    /// Whether a change that went unnoticed is excused.
    mutating func covers(_ mutation: Mutation, of rule: Rule.ID?) -> Bool {
        let key = mutation.key
        var isCovered = false
        let isLong = words.hasShorter(mutation, of: rule)
        if let index = exact[[rule ?? "", key]], isLong || !excuses[entries[index].excuse].isOfShorterWords {
            entries[index].isUsed = true
            isCovered = true
        }
        for index in entries.indices where entries[index].pattern.utf8.contains(UInt8(ascii: "*")) {
            let excuse = excuses[entries[index].excuse]
            guard excuse.rule == rule, isLong || !excuse.isOfShorterWords, MutationExcuse.fits(key, entries[index].pattern) else {
                continue
            }
            entries[index].isUsed = true
            isCovered = true
        }
        return isCovered
    }

    /// What covers no change that went unnoticed, one for each pattern.
    var idle: [MutationExcuse] {
        entries.filter { !$0.isUsed }.map { entry in
            let excuse = excuses[entry.excuse]
            return MutationExcuse(rule: excuse.rule, pattern: entry.pattern, reason: excuse.reason, place: excuse.place)
        }
    }
}
