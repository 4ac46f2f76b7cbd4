import DocumentDiff
import DocumentModel
import Glibc
import TestSupport
import Testing

/// How many generated pairs are tried: so many for each of the seeds 1…50; more where the environment asks for it.
let pairsPerSeed: Int = getenv("GOUJI_GENERATED_PAIRS").flatMap { Int(String(cString: $0)) }.map { max(1, $0 / 50) } ?? 20

@Suite struct ReadablePropertyTests {
    @Test(
        "Applying the readable runs gives the new text, reversing them the old one, and no run cuts a character, a word or a number",
        arguments: 1...50)
    func runs(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<pairsPerSeed {
            let old = generator.mixedText(generator.number(1..<40))
            let new = generator.number(0..<8) == 0 ? generator.mixedText(generator.number(1..<40)) : generator.mixedEdits(old)
            let (before, after) = (old.joined(), new.joined())
            let delta = DocumentDelta(
                from: document(section(0, nil, nil, paragraphs([before]))), to: document(section(0, nil, nil, paragraphs([after]))))
            for block in delta.blocks { check(block, "seed \(seed): \(before) → \(after)") }
        }
    }

    @Test(
        "Texts made to be hard are shown in linear time",
        arguments: ["1 2 ", "一二三，", "a\u{301}\u{302}", "花", "12", "👨‍👩‍👧", "\u{301}", "甲1乙", "， "])
    func hostile(piece: String) {
        let count = pairsPerSeed * 500 / piece.unicodeScalars.count
        let old = String(repeating: piece, count: count)
        for change in 1...3 {
            var scalars = Array(old.unicodeScalars)
            for place in stride(from: 5, to: scalars.count - 1, by: 3 + change) {
                switch change {
                case 1: scalars[place] = "变"
                case 2: scalars.swapAt(place, place + 1)
                default: scalars[place] = scalars[place / 2]
                }
            }
            var new = String.UnicodeScalarView()
            new.append(contentsOf: scalars)
            let delta = DocumentDelta(
                from: document(section(0, nil, nil, paragraphs([old]))), to: document(section(0, nil, nil, paragraphs([String(new)]))))
            for block in delta.blocks { check(block, "\(piece), \(change)", whole: false) }
        }
    }

    private func check(_ block: BlockDelta, _ comment: Comment, whole: Bool = true) {
        let (old, new) = (Array(block.oldText.utf8), Array(block.newText.utf8))
        let runs = block.readableRuns(names: ["山水园", "花鸟"])
        var (applied, reversed): ([UInt8], [UInt8]) = ([], [])
        var end = (old: 0, new: 0)
        for run in runs {
            #expect(run.old.lowerBound == end.old && run.new.lowerBound == end.new, comment)
            end = (run.old.upperBound, run.new.upperBound)
            applied += run.operation == .keep ? old[run.old] : new[run.new]
            reversed += run.operation == .keep ? new[run.new] : old[run.old]
            switch run.operation {
            case .keep: #expect(run.kind == nil && !run.old.isEmpty && old[run.old].elementsEqual(new[run.new]), comment)
            case .replace: #expect(!run.old.isEmpty && !run.new.isEmpty && !old[run.old].elementsEqual(new[run.new]), comment)
            case .insert: #expect(run.old.isEmpty && !run.new.isEmpty, comment)
            case .delete: #expect(!run.old.isEmpty && run.new.isEmpty, comment)
            }
            #expect(run.operation == .keep || run.kind != nil, comment)
        }
        #expect(end == (old.count, new.count) && applied == new && reversed == old, comment)
        guard whole else { return }
        #expect(bounds(of: runs.map(\.old.lowerBound), within: block.oldText), comment)
        #expect(bounds(of: runs.map(\.new.lowerBound), within: block.newText), comment)
    }

    /// Whether all offsets are at bounds of characters and none between two digits or two Latin letters.
    private func bounds(of offsets: [Int], within text: String) -> Bool {
        let allowed = Set(text.indices.map { $0.utf16Offset(in: text) } + [text.utf16.count])
        let isPart = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
        let bytes = Array(text.utf8)
        return offsets.allSatisfy { offset in
            let index = text.utf8.index(text.startIndex, offsetBy: offset)
            guard allowed.contains(index.utf16Offset(in: text)), index.samePosition(in: text) != nil else { return false }
            guard offset > 0, offset < bytes.count else { return true }
            return !(isPart(bytes[offset - 1]) && isPart(bytes[offset]) || isLetter(bytes[offset - 1]) && isLetter(bytes[offset]))
        }
    }
}

extension SeededGenerator {
    private static let pieces = [
        "山", "水", "园", "花", "鸟", "春天", "秋天", "的", "了", "，", "。", "、", "；", "（", "）", " ", "\u{3000}", "\n", "一", "二", "十", "年", "月", "日",
        "rose", "tree", "2023年", "2024-05-06", "50", "500", "1,200", "3.5万", "95%", "１２", "三百二十", "👨‍👩‍👧", "👨‍👩‍👦", "👍", "👍🏽", "🇨🇳", "🇨🇭", "e\u{301}",
        "é", "葛\u{E0100}", "葛", "❤\u{FE0F}", "❤", "a\u{308}\u{323}", "한", "\u{1112}\u{1161}\u{11AB}", "각", "\r\n", "क्षि",
    ]

    /// Pieces of several scripts, with clusters of several scalars among them.
    mutating func mixedText(_ count: Int) -> [String] { (0..<count).map { _ in Self.pieces[number(0..<Self.pieces.count)] } }

    /// The pieces with some taken away, put in, replaced or exchanged; single scalars of clusters too.
    mutating func mixedEdits(_ pieces: [String]) -> [String] {
        var result: [String] = []
        for piece in pieces {
            switch number(0..<16) {
            case 0: break
            case 1: result += mixedText(1)
            case 2: result += mixedText(2) + [piece]
            case 3: result.append(String(String.UnicodeScalarView(piece.unicodeScalars.dropLast())))
            case 4: result.insert(piece, at: max(0, result.count - 2))
            default: result.append(piece)
            }
        }
        return result
    }
}
