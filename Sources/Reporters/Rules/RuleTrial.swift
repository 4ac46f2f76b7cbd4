package import AuditModel
import DocumentModel

/// How a pack's rules did on many reports.
package struct RuleTrial: Hashable, Sendable {
    /// One finding, to be looked at.
    package struct Example: Hashable, Sendable {
        /// The report's path.
        package let path: String
        /// The first of the rule in that report.
        package let finding: Finding
    }

    /// How one rule did.
    package struct Record: Hashable, Sendable {
        /// As it was applied.
        package let rule: Rule
        /// The number of reports by verdict; those that no report came to are missing.
        package let counts: [Verdict: Int]
        /// The number of its findings, those of undetermined verdicts included.
        package let findings: Int
        /// The first finding of each of the first reports that have any, violations first.
        package let examples: [Example]
    }

    /// How many reports were judged.
    package let reports: Int
    /// How many of them beside last year's.
    package let pairs: Int
    /// By rule.
    package let records: [Record]
    /// In the order of the inputs.
    package let unreadable: [UnreadableInput]

    /// - Parameter examples: how many are kept for a rule at most.
    package init(_ run: AuditRun, examples limit: Int) {
        let audits = run.dossiers.map(\.audit)
        reports = audits.count
        pairs = audits.count { $0.previous != nil }
        unreadable = run.unreadable
        records = run.pack.rules.indices.map { index in
            let rule = run.pack.rules[index]
            var counts: [Verdict: Int] = [:]
            var findings = 0
            var violated: [Example] = []
            var undetermined: [Example] = []
            for audit in audits {
                counts[audit.verdicts[index].verdict, default: 0] += 1
                let own = audit.findings.filter { $0.rule == rule.id }
                findings += own.count
                guard let first = own.first else { continue }
                let example = Example(path: audit.report.source.path, finding: first)
                if first.verdict == .violated { violated.append(example) } else { undetermined.append(example) }
            }
            return Record(rule: rule, counts: counts, findings: findings, examples: Array((violated + undetermined).prefix(limit)))
        }
    }
}

/// A trial as text.
package enum TrialListing {
    /// The table of all rules, then the examples of those that have any, then what could not be read.
    package static func bytes(of trial: RuleTrial, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        let order: [Verdict] = [.violated, .satisfied, .notApplicable, .undetermined]
        text.line(RuleWording.trial(reports: trial.reports, pairs: trial.pairs)[language], .bold)
        let labels = order.map { AuditWording.verdict($0)[language] }
        let widths = labels.map { max(6, DisplayWidth.columns(of: $0)) + 2 }
        let idWidth = (trial.records.map(\.rule.id.utf8.count).max() ?? 0) + 2
        func cells(_ texts: [String]) -> String {
            zip(texts, widths).map { String(repeating: " ", count: max(0, $1 - DisplayWidth.columns(of: $0))) + $0 }.joined()
        }
        text.line(String(repeating: " ", count: idWidth) + cells(labels), .faint)
        for record in trial.records {
            let id = record.rule.id + String(repeating: " ", count: max(0, idWidth - record.rule.id.utf8.count))
            text.line(
                "\(id)\(cells(order.map { String(record.counts[$0] ?? 0) }))  \(record.rule.title[language])",
                record.findings == 0 ? .plain : .bold)
        }
        for record in trial.records where !record.examples.isEmpty {
            text.line()
            text.line("\(record.rule.id)  \(record.rule.title[language])  (\(record.findings))", .bold)
            for example in record.examples {
                let place = example.finding.evidence.first?.place
                let locator = place?.locator.description ?? ""
                let position = place.flatMap { PlaceWording.position($0.position)?[language] } ?? ""
                text.entry(indent: 2, label: "", width: 0, "\(example.path)  \(locator)  \(position)")
                text.entry(indent: 4, label: "", width: 0, example.finding.message[language], .faint)
            }
        }
        if !trial.unreadable.isEmpty { text.line() }
        for input in trial.unreadable { text.entry(indent: 0, label: input.path, width: 1, input.error[language], .red) }
        return text.bytes
    }
}

/// A trial as one JSON object of format `gouji-trial-1`.
package enum TrialJSON {
    /// The object as UTF-8 bytes, one line feed at the end.
    package static func bytes(of trial: RuleTrial, pack: RulePack, in language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("format", "gouji-trial-1")
            json.member("rules", .line) {
                $0.member("id", pack.id)
                $0.member("version", pack.version)
                $0.member("digest", pack.digest)
            }
            json.member("reports", trial.reports)
            json.member("pairs", trial.pairs)
            json.member("trials", array: trial.records) { json, record in
                json.object { json in
                    json.member("rule", record.rule.id)
                    json.member("severity", record.rule.severity.rawValue)
                    json.member("title", record.rule.title[language])
                    json.member("verdicts", .line) { json in
                        for verdict in Verdict.allCases { json.member(verdict.rawValue, record.counts[verdict] ?? 0) }
                    }
                    json.member("findings", record.findings)
                    json.member("examples", array: record.examples) { json, example in
                        json.object(.line) { json in
                            json.member("path", example.path)
                            json.member("verdict", example.finding.verdict.rawValue)
                            json.member("severity", example.finding.severity.rawValue)
                            json.member("message", example.finding.message[language])
                            json.member("at", .line) { if let place = example.finding.evidence.first?.place { $0.place(place) } }
                        }
                    }
                }
            }
            json.member("unreadable", array: trial.unreadable) { $0.unreadable($1, language) }
        }
        return json.finished()
    }
}
