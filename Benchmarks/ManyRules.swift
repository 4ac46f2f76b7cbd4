import AuditModel
import Auditing

/// What a hundred rules cost on a thousand reports, everything loaded, on one core.
struct ManyRules {
    /// - Source: the project's own bound on rule time, for a pack that is three times the size of the first one
    private static let rules = 100
    private static let reports = 1000
    /// Nanoseconds a report.
    private static let bound = 300_000

    private typealias Pair = (report: Report, previous: Report)

    let material: Material
    let pack: RulePack

    /// Judges every report, alone and beside last year's of the same unit, and prints the means.
    func run() throws {
        let pack = grown
        let auditor = Auditor(pack)
        var random = SplitMix(state: 20_261_125)
        var pairs: [Pair] = []
        for index in 0..<Self.reports {
            let unit = material.units[index % material.units.count]
            let current = Material.grown(unit.current, to: unit.current.utf8.count + random.below(6000), seed: UInt64(index))
            pairs.append(
                (try auditor.report(of: Array(current.utf8), path: "new"), try auditor.report(of: Array(unit.previous.utf8), path: "old")))
        }
        print("\(pack.rules.count) rules, \(pairs.count) reports, warm, one core (at most \(Self.bound / 1000) µs a report):")
        measure("alone", pairs) { auditor.audit($0.report, previous: nil).findings.count }
        measure("beside last year's", pairs) { auditor.audit($0.report, previous: $0.previous).findings.count }
    }

    private func measure(_ name: String, _ pairs: [Pair], _ judge: (Pair) -> Int) {
        var findings = 0
        // What rules need is compiled when it is first asked for.
        for pair in pairs { findings += judge(pair) }
        let clock = ContinuousClock()
        let start = clock.now
        for pair in pairs { findings += judge(pair) }
        let mean = nanoseconds(clock.now - start) / pairs.count
        print("  \(name): \(mean / 1000) µs, \(findings / 2) findings\(mean <= Self.bound ? "" : "  EXCEEDED")")
    }

    /// The pack with its rules over again, under ids of their own, until there are enough.
    private var grown: RulePack {
        var rules = pack.rules
        var round = 1
        while rules.count < Self.rules {
            for rule in pack.rules where rules.count < Self.rules { rules.append(rule.named("X\(round)-\(rule.id)")) }
            round += 1
        }
        return RulePack(
            id: pack.id, version: pack.version, digest: pack.digest, title: pack.title, forms: pack.forms, statements: pack.statements,
            passages: pack.passages, identity: pack.identity, rules: rules)
    }
}

extension Rule {
    fileprivate func named(_ id: ID) -> Rule {
        Rule(
            id: id, title: title, severity: severity, grade: grade, forms: forms, applicability: applicability, because: because,
            parameters: parameters, sources: sources, conditions: conditions, caseCount: caseCount)
    }
}
