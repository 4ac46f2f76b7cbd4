/// Puts labels together whose parts stand on several lines, beside parts of other labels: each word goes on with a label that was begun, or begins one.
struct LabelAssembly {
    /// A word by the index of its line and its own.
    struct Word: Hashable {
        let line: Int
        let word: Int
    }

    /// A label of the index with its words, in reading order.
    struct Label {
        let entry: Int
        var words: [Word]

        var firstLine: Int { words.first?.line ?? 0 }
        var lastLine: Int { words.last?.line ?? 0 }
    }

    private struct Open {
        var candidates: [Int]
        var length: Int
        var words: [Word]
        /// The middle of its last word, in half columns.
        var middle: Int
        /// The entry that the words make up already, and how many of them.
        var complete: (entry: Int, words: Int)?
    }

    private let lines: [TokenLine]
    private let index: LabelIndex
    private let isWanted: (LabelIndex.Entry) -> Bool
    private var open: [Open] = []
    private(set) var labels: [Label] = []
    /// Words that belong to no label, in reading order.
    private(set) var others: [Word] = []

    /// So many labels are begun and not ended at a time at most, far more than a table has columns of labels.
    private static let mostOpen = 12

    init(_ lines: [TokenLine], _ range: Range<Int>, _ index: LabelIndex, where isWanted: @escaping (LabelIndex.Entry) -> Bool) {
        self.lines = lines
        self.index = index
        self.isWanted = isWanted
        for line in range {
            for word in lines[line].words.indices { add(Word(line: line, word: word)) }
        }
        while !open.isEmpty { close(0) }
        labels.sort { ($0.firstLine, $0.words.first?.word ?? 0) < ($1.firstLine, $1.words.first?.word ?? 0) }
        others.sort { ($0.line, $0.word) < ($1.line, $1.word) }
    }

    private mutating func add(_ word: Word) {
        let token = lines[word.line].words[word.word]
        guard !token.key.isEmpty else {
            addMark(word)
            return
        }
        let middle = 2 * token.column + token.key.count
        var best: (open: Int, distance: Int)?
        for number in open.indices.reversed() where goesOn(open[number], token.key) {
            let distance = abs(open[number].middle - middle)
            if distance < best?.distance ?? .max { best = (number, distance) }
        }
        if let best {
            extend(best.open, token.key, word, middle)
            return
        }
        let candidates = index.entries(startingWith: token.key).filter { isWanted(index.entries[$0]) }
        guard !candidates.isEmpty else {
            others.append(word)
            return
        }
        if open.count == Self.mostOpen { close(0) }
        open.append(Open(candidates: candidates, length: 0, words: [], middle: middle))
        extend(open.count - 1, token.key, word, middle)
    }

    /// Signs alone go on with the word right before them; a bracket that closes goes on with what was opened last.
    private mutating func addMark(_ word: Word) {
        let before = Word(line: word.line, word: word.word - 1)
        let closes = lines[word.line].words[word.word].brackets < 0
        if let number = open.lastIndex(where: { $0.words.last == before || (closes && isOpen($0.words, near: word)) }) {
            open[number].words.append(word)
        } else if let number = labels.indices.suffix(Self.mostOpen).last(where: {
            labels[$0].words.last == before || (closes && isOpen(labels[$0].words, near: word))
        }) {
            labels[number].words.append(word)
        } else {
            others.append(word)
        }
    }

    /// Whether words that end on the lines right before another open more brackets than they close.
    private func isOpen(_ words: [Word], near word: Word) -> Bool {
        guard let last = words.last, word.line - last.line <= 2 else { return false }
        return words.reduce(0) { $0 + lines[$1.line].words[$1.word].brackets } > 0
    }

    private func goesOn(_ label: Open, _ key: [UInt32]) -> Bool {
        label.candidates.contains { index.entries[$0].key[label.length...].starts(with: key) }
    }

    private mutating func extend(_ number: Int, _ key: [UInt32], _ word: Word, _ middle: Int) {
        let length = open[number].length
        open[number].candidates = open[number].candidates.filter { index.entries[$0].key[length...].starts(with: key) }
        open[number].length += key.count
        open[number].words.append(word)
        open[number].middle = middle
        let now = open[number].length
        if let entry = open[number].candidates.first(where: { index.entries[$0].key.count == now }) {
            open[number].complete = (entry, open[number].words.count)
            if open[number].candidates.count == 1 { close(number) }
        }
    }

    private mutating func close(_ number: Int) {
        let label = open.remove(at: number)
        if let complete = label.complete {
            labels.append(Label(entry: complete.entry, words: Array(label.words[..<complete.words])))
            others += label.words[complete.words...]
        } else {
            others += label.words
        }
    }
}
