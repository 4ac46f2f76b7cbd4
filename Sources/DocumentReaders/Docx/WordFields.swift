/// The fields that are open at a place of the text, one within the other.
///
/// - Source: ISO/IEC 29500-1, 17.16.18
struct WordFields {
    private struct Field {
        var instruction: [UInt8] = []
        /// Whether its instruction is over, so that what follows is shown.
        var isShown = false
        var isContents = false
    }

    private var open: [Field] = []
    private var instructions = 0
    private var contents = 0

    /// Whether what stands here is a part of an instruction and not shown.
    var isInInstruction: Bool { instructions > 0 }

    /// Whether what stands here is a list of contents that a field makes, whose lines end with their pages.
    var isInContents: Bool { contents > 0 }

    mutating func begin() {
        open.append(Field())
        instructions += 1
    }

    /// Adds to the instruction of the innermost field; only its beginning is needed.
    mutating func add(instruction: some Sequence<UInt8>) {
        guard let last = open.indices.last, !open[last].isShown else { return }
        open[last].instruction += instruction.prefix(max(0, 64 - open[last].instruction.count))
    }

    /// The instruction is over.
    mutating func separate() {
        guard let last = open.indices.last, !open[last].isShown else { return }
        open[last].isShown = true
        instructions -= 1
        let words = String(decoding: open[last].instruction, as: UTF8.self).split { $0 == " " || $0 == "\u{9}" }
        if words.first?.lowercased() == "toc" {
            open[last].isContents = true
            contents += 1
        }
    }

    mutating func end() {
        guard let field = open.popLast() else { return }
        if !field.isShown { instructions -= 1 }
        if field.isContents { contents -= 1 }
    }
}
