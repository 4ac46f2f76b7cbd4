import DocumentDiff
import DocumentModel
import Glibc
import Processes

/// What comparing costs: within this process, then as whole processes beside the programs and libraries that compare texts, on the same files.
struct Comparing {
    private let folder: String
    private let gouji: String
    private let rules: String

    /// - Parameters:
    ///   - folder: where the texts are written.
    ///   - gouji: the built program; `-`: measure within this process only.
    init(folder: String, gouji: String, rules: String) {
        self.folder = folder
        self.gouji = gouji
        self.rules = rules
    }

    func run() {
        var random = SplitMix(state: 20_261_126)
        print("comparing within this process, median of 21 runs (8 KB: 201):")
        let small = Self.pair(bytes: 8_000, share: 10, random: &random)
        measure("8 KB, 10 % edited", small, rounds: 201)
        let megabyte = Self.pair(bytes: 1_000_000, share: 10, random: &random)
        measure("1 MB, 10 % edited", megabyte, rounds: 21)
        let unrelated = (
            old: Self.unrelated(1_000_000, from: 0x4E00, random: &random), new: Self.unrelated(1_000_000, from: 0x6E00, random: &random)
        )
        measure("1 MB, two unrelated texts in paragraphs", unrelated, rounds: 5)
        let joined = (
            old: unrelated.old.split(separator: "\n").joined(), new: String(unrelated.old.split(separator: "\n").joined().reversed())
        )
        measure("1 MB, two unrelated texts of the same characters in one paragraph each", joined, rounds: 5)
        let table = Self.tables(rows: 5001, random: &random)
        measure("table of 5001 rows and 5 columns", table.old, table.new, rounds: 21)
        daff(table.old, table.new)
        guard gouji != "-" else { return }
        for (name, texts) in [("8kb", small), ("1mb", megabyte), ("unrelated", unrelated)] {
            for (side, text) in [("old", texts.old), ("new", texts.new)] { write(Array(text.utf8), to: path(name, side)) }
        }
        print("whole processes in turn (ours / peer = ratio; runs of more than a minute are ended and count as one):")
        beside("8kb", rounds: 21)
        beside("1mb", rounds: 5)
        beside("unrelated", rounds: 3)
        memory()
    }

    private func path(_ name: String, _ side: String) -> String { "\(folder)/\(side)-\(name).txt" }

    // MARK: Within this process

    private func measure(_ name: String, _ texts: (old: String, new: String), rounds: Int) {
        measure(name, Self.document(texts.old), Self.document(texts.new), rounds: rounds)
    }

    private func measure(_ name: String, _ old: Document, _ new: Document, rounds: Int) {
        let clock = ContinuousClock()
        var (comparing, reading): ([Int], [Int]) = ([], [])
        var isMinimal = false
        for _ in 0..<rounds + 2 {
            let start = clock.now
            let delta = DocumentDelta(from: old, to: new)
            let middle = clock.now
            isMinimal = delta.isMinimal
            let runs = delta.blocks.reduce(0) { $0 + ($1.state == .same ? 0 : $1.readableRuns().count) }
            let end = clock.now
            precondition(runs >= 0, "the result is used, so that the work is done")
            comparing.append(nanoseconds(middle - start))
            reading.append(nanoseconds(end - middle))
        }
        print(
            "  \(name): \(median(Array(comparing.dropFirst(2))) / 1000) µs, for reading \(median(Array(reading.dropFirst(2))) / 1000) µs more;",
            isMinimal ? "minimal" : "not minimal, and said so")
    }

    private static func document(_ text: String) -> Document {
        let lines = text.split(separator: "\n").enumerated().map {
            Block.paragraph(Paragraph(number: $0.offset + 1, text: BlockText(String($0.element))))
        }
        return Document(sections: [Section(path: [0], blocks: lines)])
    }

    /// A text and itself with so many percent of its characters edited.
    private static func pair(bytes: Int, share: Int, random: inout SplitMix) -> (old: String, new: String) {
        let old = Material.prose(bytes: bytes, random: &random)
        return (old, Material.edited(old, share: share, random: &random))
    }

    /// Paragraphs of 500 different characters drawn at random.
    private static func unrelated(_ bytes: Int, from first: UInt32, random: inout SplitMix) -> String {
        var text = String.UnicodeScalarView()
        for place in 0..<bytes / 3 {
            text.append(place % 80 == 79 ? "\n" : Unicode.Scalar(first + UInt32(random.below(500))) ?? " ")
        }
        return String(text)
    }

    /// Two tables: every twentieth figure changed, ten rows gone, one new.
    private static func tables(rows: Int, random: inout SplitMix) -> (old: Document, new: Document) {
        let words = ["窗口", "栏目", "平台", "政策", "服务", "机制", "解读", "发布"]
        var old = [["序号", "事项", "上年", "本年", "合计"]]
        for row in 1..<rows {
            old.append(
                [String(row)] + [words[random.below(8)] + words[random.below(8)] + "第\(row)项"]
                    + (0..<3).map { _ in String(random.below(900)) })
        }
        var new = old
        for row in 1..<rows where random.below(20) == 0 { new[row][2 + random.below(3)] = String(900 + random.below(99)) }
        for _ in 0..<10 { new.remove(at: 1 + random.below(new.count - 1)) }
        new.insert(["", "新增的一项", "1", "2", "3"], at: rows / 2)
        return (document(old), document(new))
    }

    private static func document(_ rows: [[String]]) -> Document {
        var cells: [Cell] = []
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() { cells.append(Cell(row: row + 1, column: column + 1, text: BlockText(text))) }
        }
        let table = Table(number: 1, rowCount: rows.count, columnCount: rows.first?.count ?? 0, cells: cells)
        return Document(sections: [Section(path: [0], blocks: [.table(table)])])
    }

    /// What daff takes for the same table as a file of values with commas.
    private func daff(_ old: Document, _ new: Document) {
        guard ChildProcess.path(of: "daff") != nil else { return print("  the table beside daff: not installed") }
        var paths: [String] = []
        for (side, document) in [("old", old), ("new", new)] {
            paths.append("\(folder)/\(side)-table.csv")
            let text = document.textBlocks.map(\.text.string)
            let lines = stride(from: 0, to: text.count, by: 5).map { text[$0..<min($0 + 5, text.count)].joined(separator: ",") }
            write(Array((lines.joined(separator: "\n") + "\n").utf8), to: paths.last ?? "")
        }
        let runs = (0..<5).compactMap { _ in ProcessRun.of(["daff"] + paths, environment: Self.locale)?.wall }
        print("  the table, daff as a whole process: \(decimal(median(runs) / 10_000)) ms")
    }

    // MARK: Whole processes

    private struct Peer {
        let name: String
        let command: [String]
        /// Texts that it takes too long for.
        let spared: Set<String>
    }

    /// The programs that compare two files; those that are not installed are named.
    private func peers() -> [Peer] {
        var peers = [
            Peer(
                name: "git --word-diff-regex=.",
                command: ["git", "diff", "--no-index", "--word-diff=porcelain", "--word-diff-regex=."], spared: [])
        ]
        if ChildProcess.path(of: "docdiff") != nil {
            peers.append(Peer(name: "docdiff --char", command: ["docdiff", "--char", "--utf8"], spared: ["1mb", "unrelated"]))
        } else {
            print("  docdiff: not installed")
        }
        guard let python = ChildProcess.path(of: "python3") else {
            print("  difflib and other libraries of Python: python3 is not installed")
            return peers
        }
        let read = "import sys;a,b=[open(p,encoding='utf-8').read() for p in sys.argv[1:3]];"
        let libraries: [(name: String, module: String, use: String, spared: Set<String>)] = [
            ("diff-match-patch", "diff_match_patch", "d=m.diff_match_patch();print(len(d.diff_main(a,b)))", []),
            ("fast-diff-match-patch", "fast_diff_match_patch", "print(len(m.diff(a,b,timelimit=0)))", ["unrelated"]),
            ("difflib", "difflib", "print(len(m.SequenceMatcher(None,a,b,False).get_opcodes()))", ["1mb", "unrelated"]),
            ("lxml.html.diff", "lxml.html.diff", "print(len(m.htmldiff(a,b)))", ["1mb", "unrelated"]),
        ]
        for library in libraries {
            let probe = try? ChildProcess.run(
                python, ["-c", "import \(library.module)"], limits: .init(seconds: 60, memory: nil, output: 1 << 10))
            if probe?.status == 0 {
                let script = "import \(library.module) as m;\(read)\(library.use)"
                peers.append(Peer(name: library.name, command: [python, "-c", script], spared: library.spared))
            } else {
                print("  \(library.name): not installed")
            }
        }
        return peers
    }

    private func ours(_ name: String) -> [String] {
        [gouji, "diff", path(name, "old"), path(name, "new"), "--format", "json", "--rules", rules]
    }

    private func beside(_ name: String, rounds: Int) {
        for peer in peers() where !peer.spared.contains(name) {
            var (mine, theirs): ([Int], [Int]) = ([], [])
            for _ in 0..<rounds + 1 {
                guard let first = ProcessRun.of(ours(name), environment: Self.locale),
                    let second = ProcessRun.of(peer.command + [path(name, "old"), path(name, "new")], environment: Self.locale)
                else { continue }
                mine.append(first.wall)
                theirs.append(second.wall)
                if second.wall > 60_000_000_000 { break }
            }
            let (first, second) = (
                median(Array(mine.dropFirst(mine.count > 1 ? 1 : 0))), median(Array(theirs.dropFirst(theirs.count > 1 ? 1 : 0)))
            )
            print(
                "  \(name), \(peer.name): \(decimal(first / 10_000)) / \(decimal(second / 10_000)) ms = \(decimal(first * 100 / max(1, second)))"
            )
        }
    }

    private static let locale = ["LC_ALL=C.UTF-8"]

    /// Whether memory grows as the texts do.
    private func memory() {
        var random = SplitMix(state: 7)
        var figures: [String] = []
        for megabytes in [1, 2, 4] {
            let texts = Self.pair(bytes: megabytes * 1_000_000, share: 10, random: &random)
            let name = "\(megabytes)mb-memory"
            write(Array(texts.old.utf8), to: path(name, "old"))
            write(Array(texts.new.utf8), to: path(name, "new"))
            figures.append("\(megabytes) MB: \(ProcessRun.peak(of: ours(name), environment: Self.locale) / 1024) MB")
        }
        print("  memory of gouji diff, 10 % edited: \(figures.joined(separator: ", "))")
    }
}
