import AuditModel
import DocumentModel

extension Examination {
    /// Judges order and numbering. One cause makes one finding: numbers are held against the form's and not against their neighbours', so that one
    /// wrong number makes no other wrong; a run of numbers that are off by the same is one finding; and numbers that follow a wrong order, or that
    /// count past a missing section, are none.
    func sectionsInOrder() -> Tally {
        var tally = Tally()
        var ranked: [RankedSection] = []
        var occurrences: [String: Int] = [:]
        for section in document.sections {
            guard let key = section.key, let entry = form.section(key)?.entry else { continue }
            let occurrence = occurrences[key, default: 0] + 1
            occurrences[key] = occurrence
            if occurrence == 1 {
                ranked.append(RankedSection(section: section, ordinal: entry.ordinal))
            } else {
                let first = ranked.first { $0.section.key == key }
                tally.violated(
                    offence(section, expected: EngineWording.once, found: EngineWording.occurrence(occurrence), beside: first?.section))
            }
        }
        guard !ranked.isEmpty else { return tally }
        let misplaced = misplacedSections(ranked, &tally)
        misnumberedSections(ranked, misplaced: misplaced, &tally)
        for section in document.sections where section.key == nil {
            guard let ordinal = section.heading?.ordinal, let twin = ranked.first(where: { $0.section.heading?.ordinal == ordinal }) else {
                continue
            }
            let found = EngineWording.alsoNumbered(ordinal, as: title(of: twin.section))
            tally.violated(offence(section, expected: EngineWording.ownNumber, found: found, beside: twin.section))
        }
        tally.satisfied()
        return tally
    }

    /// Reports the fewest sections that would have to move, and returns their positions.
    private func misplacedSections(_ ranked: [RankedSection], _ tally: inout Tally) -> Set<Int> {
        let kept = Self.longestIncreasing(ranked.map(\.ordinal))
        let misplaced = ranked.indices.filter { !kept.contains($0) }
        for position in misplaced {
            let own = ranked[position].ordinal
            // The section is before or after where it belongs; the nearest kept section on the wrong side shows it.
            let late = kept.filter { $0 < position && ranked[$0].ordinal > own }.min { ranked[$0].ordinal < ranked[$1].ordinal }
            let early = kept.filter { $0 > position && ranked[$0].ordinal < own }.max { ranked[$0].ordinal < ranked[$1].ordinal }
            guard let other = late ?? early else { continue }
            let name = title(of: ranked[other].section)
            tally.violated(
                offence(
                    ranked[position].section,
                    expected: late != nil ? EngineWording.before(name) : EngineWording.after(name),
                    found: late != nil ? EngineWording.after(name) : EngineWording.before(name), beside: ranked[other].section))
        }
        return Set(misplaced)
    }

    private func misnumberedSections(_ ranked: [RankedSection], misplaced: Set<Int>, _ tally: inout Tally) {
        let inOrder = ranked.map(\.ordinal).sorted()
        // Where a section is missing, that is the finding; the others may be numbered without it.
        let isPlainCount = misplaced.isEmpty && ranked.enumerated().allSatisfy { $1.section.heading?.ordinal == $0 + 1 }
        if isPlainCount { return }
        var run: [RankedSection] = []
        var runShift = 0
        let close = { [self] (run: [RankedSection], tally: inout Tally) in
            guard let first = run.first else { return }
            var offence = offence(
                first.section, expected: EngineWording.numbered(run.map(\.ordinal)),
                found: EngineWording.numbered(run.compactMap { $0.section.heading?.ordinal }), beside: nil)
            offence.evidence += run.dropFirst().map { evidence($0.section) }
            tally.violated(offence)
        }
        for (position, item) in ranked.enumerated() {
            // A heading without a number is not misnumbered.
            guard let printed = item.section.heading?.ordinal else { continue }
            let followsOrder = !misplaced.isEmpty && inOrder[position] != item.ordinal && printed == inOrder[position]
            let shift = followsOrder ? 0 : printed - item.ordinal
            if shift != runShift {
                close(run, &tally)
                run = []
            }
            runShift = shift
            if shift != 0 { run.append(item) }
        }
        close(run, &tally)
    }

    private func offence(_ section: Section, expected: LocalizedText, found: LocalizedText, beside other: Section?) -> Offence {
        Offence(
            evidence: [evidence(section)] + (other.map { [evidence($0)] } ?? []),
            values: [.section: LocalizedText(verbatim: title(of: section)), .expected: expected, .found: found])
    }

    /// The positions of a longest increasing subsequence; of several the one that keeps earlier elements. Quadratic, over a handful of sections.
    static func longestIncreasing(_ numbers: [Int]) -> Set<Int> {
        // lengths[i]: of the longest that begins at i.
        var lengths = [Int](repeating: 1, count: numbers.count)
        for start in numbers.indices.reversed() {
            for next in numbers.indices.dropFirst(start + 1) where numbers[next] > numbers[start] {
                lengths[start] = max(lengths[start], lengths[next] + 1)
            }
        }
        var kept: Set<Int> = []
        var wanted = lengths.max() ?? 0
        var last = Int.min
        for position in numbers.indices where lengths[position] == wanted && numbers[position] > last {
            kept.insert(position)
            last = numbers[position]
            wanted -= 1
        }
        return kept
    }
}

/// A recognised section with its place in the form.
private struct RankedSection {
    let section: Section
    let ordinal: Int
}
