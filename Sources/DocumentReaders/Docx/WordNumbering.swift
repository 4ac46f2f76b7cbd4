import XML

/// The lists of a file and how far each has been counted: numbers that stand in no text.
///
/// - Source: ISO/IEC 29500-1, 17.9
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        /// The format's own words, where it is no named one.
        var pattern: String?
        /// With `%1` to `%9` for the numbers of the levels.
        var text = ""
        var suffix = "tab"
        /// From 1: the level at whose use this one begins again; 0 for never; nil for any above it.
        var restart: Int?
        var isLegal = false
        /// The style of paragraphs that have this level.
        var style: String?
    }

    private struct List {
        var levels: [Int: Level] = [:]
        /// The style whose list this one is.
        var link: String?
    }

    private struct Instance {
        var list: String
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var lists: [String: List] = [:]
    private var instances: [Int: Instance] = [:]
    private var counters: [String: [Int?]] = [:]
    /// The instances and levels whose own start has been used.
    private var started: Set<[Int]> = []

    static let none = WordNumbering()

    private init() {}

    init(_ tape: XMLTape, styles: WordStyles) {
        for item in tape.children(of: 0) {
            switch tape.word(item) {
            case .abstractNum: readList(tape, item)
            case .num: readInstance(tape, item)
            default: break
            }
        }
        // A list that is another style's: the style names an instance, the instance the list.
        for (id, instance) in instances {
            var list = instance.list
            for _ in 0..<8 {
                guard let link = lists[list]?.link, let other = styles.properties(of: link).numbering.flatMap({ instances[$0] }),
                    other.list != list
                else { break }
                list = other.list
            }
            instances[id]?.list = list
        }
    }

    private mutating func readList(_ tape: XMLTape, _ item: Int) {
        guard let id = tape.value(.abstractNumId, at: item) else { return }
        var list = List()
        for part in tape.children(of: item) {
            switch tape.word(part) {
            case .lvl:
                if let index = tape.value(.ilvl, at: part).flatMap({ Int($0) }), 0...8 ~= index { list.levels[index] = level(tape, part) }
            case .numStyleLink: list.link = tape.value(at: part)
            default: break
            }
        }
        lists[id] = list
    }

    private func level(_ tape: XMLTape, _ item: Int) -> Level {
        var level = Level()
        for part in tape.children(of: item) {
            switch tape.word(part) {
            case .start: level.start = Self.bounded(tape.number(at: part) ?? 1)
            case .numFmt: (level.format, level.pattern) = format(tape, part)
            case .lvlText: level.text = String((tape.value(at: part) ?? "").prefix(64))
            case .suff: level.suffix = tape.value(at: part) ?? "tab"
            case .lvlRestart: level.restart = tape.number(at: part)
            case .isLgl: level.isLegal = tape.isOn(at: part)
            case .pStyle: level.style = tape.value(at: part)
            // Newer formats stand as a choice beside an older one that is like them.
            case .alternateContent:
                if let choice = tape.child(.choice, of: part), let better = tape.child(.numFmt, of: choice) {
                    (level.format, level.pattern) = format(tape, better)
                }
            default: break
            }
        }
        return level
    }

    private func format(_ tape: XMLTape, _ item: Int) -> (String, String?) {
        let name = tape.value(at: item) ?? "decimal"
        return (name, name == "custom" ? tape.value(.format, at: item) : nil)
    }

    private mutating func readInstance(_ tape: XMLTape, _ item: Int) {
        guard let id = tape.value(.numId, at: item).flatMap({ Int($0) }), let list = tape.child(.abstractNumId, of: item),
            let list = tape.value(at: list)
        else { return }
        var instance = Instance(list: list)
        for part in tape.children(of: item) where tape.word(part) == .lvlOverride {
            guard let index = tape.value(.ilvl, at: part).flatMap({ Int($0) }), 0...8 ~= index else { continue }
            if let start = tape.child(.startOverride, of: part) { instance.starts[index] = Self.bounded(tape.number(at: start) ?? 1) }
            if let own = tape.child(.lvl, of: part) { instance.levels[index] = level(tape, own) }
        }
        instances[id] = instance
    }

    private static func bounded(_ number: Int) -> Int { max(0, min(number, 1 << 30)) }

    /// The level of a list that belongs to a style; nil without one.
    func level(ofStyle style: String?, in instance: Int) -> Int? {
        guard let style, let instance = instances[instance] else { return nil }
        return (0...8).first { level($0, of: instance)?.style == style }
    }

    private func level(_ index: Int, of instance: Instance) -> Level? { instance.levels[index] ?? lists[instance.list]?.levels[index] }

    /// Counts a paragraph and answers what stands before its text, with what sets it off from the text; nil when nothing does.
    mutating func label(instance id: Int, level index: Int) -> (text: String, suffix: String)? {
        let index = max(0, min(index, 8))
        guard let instance = instances[id], let level = level(index, of: instance) else { return nil }
        var numbers = counters[instance.list] ?? Array(repeating: nil, count: 9)
        if let start = instance.starts[index], started.insert([id, index]).inserted {
            numbers[index] = start
        } else {
            numbers[index] = numbers[index].map { $0 + 1 } ?? level.start
        }
        for lower in (index + 1)..<max(index + 1, 9) where numbers[lower] != nil {
            let restart = self.level(lower, of: instance)?.restart
            if restart.map({ $0 > 0 && index < $0 }) ?? true { numbers[lower] = nil }
        }
        // A level above that has not been used counts as if it had begun.
        for upper in 0..<index where numbers[upper] == nil { numbers[upper] = self.level(upper, of: instance)?.start ?? 1 }
        counters[instance.list] = numbers
        guard level.format != "bullet", !level.text.isEmpty else { return nil }
        let text = compose(level, of: instance, numbers)
        return text.isEmpty ? nil : (text, level.suffix)
    }

    private func compose(_ level: Level, of instance: Instance, _ numbers: [Int?]) -> String {
        var text = ""
        var isReference = false
        for character in level.text {
            if isReference, let place = character.wholeNumberValue, 1...9 ~= place, character.isASCII {
                let other = self.level(place - 1, of: instance)
                let number = numbers[place - 1] ?? other?.start ?? 1
                let format = other?.format ?? "decimal"
                if level.isLegal, format != "none", format != "bullet" {
                    text += "\(number)"
                } else {
                    text += other?.pattern.map { ListNumeral.text(number, pattern: $0) } ?? ListNumeral.text(number, format: format)
                }
                isReference = false
                continue
            }
            if isReference { text += "%" }
            isReference = character == "%"
            if !isReference { text.append(character) }
        }
        return isReference ? text + "%" : text
    }
}
