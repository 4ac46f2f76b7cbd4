import AuditModel
import DocumentModel

extension Examination {
    /// A heading that equals the form's wording or a variant of it, marks and blanks aside, or holds it whole, is in order.
    func headingsWorded(misspelt: Bool) -> Tally {
        var tally = Tally()
        for section in document.sections {
            guard let heading = section.heading, let entry = section.key.flatMap({ form.section($0)?.entry }) else { continue }
            // Most are worded as they ought to be.
            let isEqual = { (wording: String) in
                wording.utf8.count == heading.title.utf8.count && ByteSearch.first(wording, in: heading.title) == 0
            }
            if isEqual(entry.title) || entry.variants.contains(where: isEqual) {
                tally.satisfied()
                continue
            }
            let wordings = [entry.title] + entry.variants
            let title = Self.characters(of: heading.title)
            let distances = wordings.map { Self.distance(title, Self.characters(of: $0)) }
            let nearest = distances.min() ?? 0
            let isSlip = nearest <= Self.slip
            let isSame = nearest == 0 || Self.differsInParticlesOnly(title, wordings.map(Self.characters))
            if isSame || isSlip != misspelt || wordings.contains(where: { Self.holds(title, Self.characters(of: $0)) }) {
                tally.satisfied()
                continue
            }
            let closest = distances.firstIndex(of: nearest).map { wordings[$0] } ?? entry.title
            tally.violated(
                Offence(
                    evidence: [evidence(section)],
                    values: [
                        .section: LocalizedText(verbatim: entry.title), .found: LocalizedText(verbatim: heading.title),
                        .expected: LocalizedText(verbatim: misspelt ? closest : entry.title),
                    ]))
        }
        return tally
    }

    /// The most characters by which a slip of the pen differs from what was meant.
    private static let slip = 2

    private static func characters(of text: String) -> [UInt32] {
        text.unicodeScalars.filter { UTF8Text.isWordLike($0) }.map(\.value)
    }

    /// Whether one wording stands whole in another (政府信息公开工作存在的主要问题及改进情况).
    private static func holds(_ title: [UInt32], _ wording: [UInt32]) -> Bool {
        guard wording.count >= 4, title.count > wording.count else { return false }
        return (0...(title.count - wording.count)).contains { title[$0..<($0 + wording.count)].elementsEqual(wording) }
    }

    /// Whether nothing but characters of one class that says nothing (的, 和, 及, 与, 之, 等) tells two wordings apart.
    private static func differsInParticlesOnly(_ title: [UInt32], _ wordings: [[UInt32]]) -> Bool {
        let bare = title.filter { !particles.contains($0) }
        return wordings.contains { $0.filter { !particles.contains($0) } == bare }
    }

    private static let particles: Set<UInt32> = [0x7684, 0x548C, 0x53CA, 0x4E0E, 0x4E4B, 0x7B49]

    /// How many characters have to be put in, left out or replaced. Titles are short.
    private static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
        guard left.count <= 100, right.count <= 100 else { return .max }
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (character == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
