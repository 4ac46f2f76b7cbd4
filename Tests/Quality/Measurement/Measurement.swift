import AuditModel
package import Auditing
import TestSupport

/// How well the rules find what is wrong and leave alone what is right.
///
/// Deterministic: the same numbers of reports give the same lines.
package struct Measurement {
    /// Planted defects and those found by a right rule at the right place.
    package private(set) var planted = 0
    /// See `planted`.
    package private(set) var found = 0
    /// Reports in order, and violations of severity error or query in them.
    package private(set) var sound = 0
    /// See `sound`.
    package private(set) var alarms = 0

    private struct Tally {
        var planted = 0
        var found = 0
        var misses: [String] = []
    }

    private var tallies: [Defect: Tally] = [:]
    private var alarmTallies: [String: [String]] = [:]
    private var coverage = Coverage()
    private var misread: [String] = []
    private var mistaken: [String] = []
    private var unreadable = 0
    private let auditor: Auditor

    /// With nothing measured yet.
    package init(_ auditor: Auditor) { self.auditor = auditor }

    /// The lines of a measurement with the pack that comes with the program.
    package static func lines(_ count: Int, isWhole: Bool) throws -> [String] {
        var measurement = Measurement(Auditor(try PackLoading.pack(in: Project.rules)))
        measurement.run(count)
        return measurement.lines(isWhole: isWhole)
    }

    /// Plants that many defects, of each kind about as often as of any other, and audits half as many reports in order.
    package mutating func run(_ count: Int) {
        for index in 0..<count { plant(Defect.allCases[index % Defect.allCases.count], round: index / Defect.allCases.count) }
        for index in 0..<(count + 1) / 2 { check(UInt64(index) &* 2_654_435_761 &+ 99) }
    }

    private mutating func plant(_ defect: Defect, round: Int) {
        let start = UInt64(round) &* 1_000_003 &+ UInt64(Defect.allCases.firstIndex(of: defect) ?? 0) &* 7919
        for attempt in 0..<600 as Range<UInt64> {
            guard let (subject, expectation) = Planting.plant(defect, seed: start &+ attempt &* 104_729) else { continue }
            planted += 1
            tallies[defect, default: Tally()].planted += 1
            guard let trial = Trial(subject, keepsGrid: expectation.keepsGrid, auditor: auditor) else {
                tallies[defect, default: Tally()].misses.append("not read: \(expectation.note)")
                return
            }
            let outcome = trial.outcome(expectation)
            if outcome == .found {
                found += 1
                tallies[defect, default: Tally()].found += 1
                return
            }
            let others = trial.audit.findings.filter { $0.verdict == .violated }.map { "\($0.rule)/\($0.severity)" }
            var line = "\(outcome) [\(trial.rendering.name), seed \(subject.seed)] \(expectation.note)"
            if case .text(let paragraph, let range) = expectation.spot { line += "：" + Coverage.context(paragraph, range) }
            line += " | found: " + (others.isEmpty ? "nothing" : others.joined(separator: " "))
            if outcome != .missed { line += " | " + trial.evidence(of: expectation.rules) }
            tallies[defect, default: Tally()].misses.append(line)
            return
        }
        tallies[defect, default: Tally()].misses.append("could not be planted")
    }

    private mutating func check(_ seed: UInt64) {
        guard let subject = Case(seed: seed) else { return }
        sound += 1
        guard let trial = Trial(subject, keepsGrid: false, auditor: auditor) else {
            unreadable += 1
            return
        }
        coverage.add(trial)
        if let line = trial.mistaken { mistaken.append("[\(trial.rendering.name), seed \(seed)] \(line)") }
        let wrong = trial.misread
        if !wrong.isEmpty { misread.append("[\(trial.rendering.name), seed \(seed)] \(wrong.count): \(wrong[0])") }
        for alarm in trial.alarms {
            alarms += 1
            alarmTallies["\(alarm.rule) \(alarm.severity)", default: []].append(
                "[\(trial.rendering.name), seed \(seed)] \(alarm.message.chinese) | "
                    + alarm.evidence.map { "「\($0.quote.prefix(90))」" }.joined())
        }
    }

    /// A report with a defect, as a dump of its text, with last year's behind it where there is one; nil for no such kind (named by how it begins) or where none can be planted with that seed.
    package static func dump(_ kind: String, seed: UInt64) -> [String]? {
        Defect.allCases.first { $0.rawValue.hasPrefix(kind) }.flatMap { Planting.plant($0, seed: seed) }.map { dump($0.0) }
    }

    /// A report in order, as a dump of its text.
    package static func dump(seed: UInt64) -> [String]? { Case(seed: seed).map(dump) }

    /// This year's report, and behind an empty line last year's.
    private static func dump(_ subject: Case) -> [String] {
        subject.draft.specimen.dump + (subject.previous.map { [""] + $0.specimen.dump } ?? [])
    }

    /// In hundredths of a per cent, as people read it.
    private static func percent(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "-" : NumberNotation.decimal(part * 10_000 / whole, places: 2, keepsZeros: true) + " %"
    }

    /// The figures for people, with the first of what went wrong of each kind; all of them where `isWhole`.
    package func lines(isWhole: Bool) -> [String] {
        let limit = isWhole ? Int.max : 3
        var lines = [
            "planted defects: \(planted), found by the right rule at the right place: \(found) (\(Self.percent(found, planted)))",
            "reports in order: \(sound), errors and queries in them: \(alarms) (\(Self.percent(alarms, sound)) a report); not read: \(unreadable); "
                + "with figures misread: \(misread.count)", "",
        ]
        for defect in Defect.allCases {
            guard let tally = tallies[defect] else { continue }
            lines.append("\(defect.rawValue): \(tally.found) of \(tally.planted) (\(Self.percent(tally.found, tally.planted)))")
            lines += tally.misses.prefix(limit).map { "    " + $0 }
        }
        lines += ["", "false alarms"]
        for (rule, all) in alarmTallies.sorted(by: { ($0.value.count, $1.key) > ($1.value.count, $0.key) }) {
            lines.append("\(rule): \(all.count)")
            lines += all.prefix(limit).map { "    " + $0 }
        }
        lines += ["", "figures misread: \(misread.count)"] + misread.prefix(limit).map { "    " + $0 }
        lines += ["", "unit or year mistaken: \(mistaken.count)"] + mistaken.prefix(limit).map { "    " + $0 }
        lines += ["", "figures of the narrative in reports in order"]
        let sum = Coverage.Fate.allCases.filter { $0 != .decoyBound }.reduce(0) { $0 + (coverage.counts[$1] ?? 0) }
        for fate in Coverage.Fate.allCases {
            lines.append("\(fate.rawValue): \(coverage.counts[fate] ?? 0) (\(Self.percent(coverage.counts[fate] ?? 0, sum)))")
            lines += coverage.lines(of: fate).prefix(isWhole ? limit : 8).map { "    " + $0 }
        }
        return lines
    }
}
