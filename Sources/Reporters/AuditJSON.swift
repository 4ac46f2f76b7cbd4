package import AuditModel
import DocumentModel

/// The run as one JSON object of format `gouji-audit-1`.
package enum AuditJSON {
    /// The object as UTF-8 bytes, one line feed at the end. Linear in the audits' size.
    package static func bytes(of run: AuditRun, in language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("format", "gouji-audit-1")
            json.member("tool", .line) {
                $0.member("name", Tool.name)
                $0.member("version", Tool.version)
            }
            json.member("rules", .line) {
                $0.member("id", run.pack.id)
                $0.member("version", run.pack.version)
                $0.member("digest", run.pack.digest)
            }
            if let profile = run.pack.profile {
                json.member("profile") { $0.profile(profile, language) }
            } else {
                json.null("profile")
            }
            json.member("audits", array: run.dossiers) { $0.audit($1, run.pack, language) }
            json.member("findings", array: run.waiverFindings) { $0.waiverFinding($1, language) }
            json.member("unreadable", array: run.unreadable) { $0.unreadable($1, language) }
        }
        return json.finished()
    }
}

extension JSONWriter {
    fileprivate mutating func profile(_ profile: Profile, _ language: Language) {
        member("id", profile.id)
        member("title", profile.title[language])
        member("path", profile.path)
        member("digest", profile.digest)
        member("excluded", .line, array: profile.excluded) { $0.string($1) }
        member("grades", array: profile.grades) { json, grade in
            json.object(.line) {
                $0.member("rule", grade.rule)
                $0.member("standard", grade.standard.rawValue)
                $0.member("severity", grade.severity.rawValue)
            }
        }
        member("settings", array: profile.settings) { json, setting in
            json.object(.line) {
                $0.member("rule", setting.rule)
                $0.member("parameter", setting.parameter)
                $0.member("standard", setting.standard)
                $0.member("value", setting.value)
            }
        }
        member("ownRules", .line, array: profile.ownRules) { $0.string($1) }
    }

    fileprivate mutating func audit(_ dossier: Dossier, _ pack: RulePack, _ language: Language) {
        let audit = dossier.audit
        let report = audit.report
        object { json in
            json.member("source", .line) { $0.source(report.source) }
            json.member("report", .line) { $0.identity(of: report) }
            if let previous = audit.previous {
                json.member("previous") {
                    $0.member("source", .line) { $0.source(previous.source) }
                    $0.member("report", .line) { $0.identity(of: previous) }
                }
            } else {
                json.null("previous")
            }
            json.member("conclusion", audit.conclusion.rawValue)
            json.member("indicators", array: zip(report.figures.form.indicators, report.figures.values)) { json, pair in
                if let figure = pair.1 { json.indicator(pair.0, figure, language) }
            }
            json.member("statements", array: report.narrative.statements) {
                $0.statement($1, report.figures.form, pack, language)
            }
            json.member("coverage", .line) { $0.coverage(StatementTally(report.narrative)) }
            json.member("verdicts", .line) { json in
                for verdict in Verdict.allCases { json.member(verdict.rawValue, audit.count(verdict)) }
            }
            json.member("rules", array: audit.verdicts) { json, outcome in
                json.object(.line) {
                    $0.member("id", outcome.rule)
                    $0.member("verdict", outcome.verdict.rawValue)
                }
            }
            json.member("findings", array: audit.findings) { $0.finding($1, pack, language) }
            json.member("changes", array: audit.changes) { $0.change($1, language) }
            json.trends(dossier.trends, language)
            json.member("remarks", array: report.remarks) { $0.remark($1, language) }
        }
    }

    private mutating func statement(_ statement: Statement, _ form: Form, _ pack: RulePack, _ language: Language) {
        let own = statement.ownIdentifier.map { [$0] }
        let isBound = statement.state == .bound
        let ids: [Indicator.ID]
        if let own {
            ids = own
        } else if isBound {
            ids = statement.indicators.map { form.indicators[$0].id }
        } else {
            ids = StatementCandidates.indicators(of: statement).map { form.indicators[$0].id }
        }
        object(.line) { json in
            json.member("state", statement.state.rawValue)
            json.member("indicator", isBound && ids.count == 1 ? ids.first : nil)
            json.member("indicators", .line, array: ids) { $0.string($1) }
            json.member("value", statement.value.description)
            json.member("quote", statement.quote)
            json.member("at", .line) { $0.place(statement.place) }
            json.member("agrees", isBound ? statement.agrees : nil)
            json.member("reason", statement.reason.map { pack.statements.reason($0)[language] })
            json.member("figure", statement.figure)
        }
    }

    private mutating func coverage(_ tally: StatementTally) {
        member("statements", tally.bound + tally.ambiguous + tally.unbound)
        member("bound", tally.bound)
        member("agreeing", tally.agreeing)
        member("differing", tally.differing)
        member("uncompared", tally.uncompared)
        member("ambiguous", tally.ambiguous)
        member("unbound", tally.unbound)
        member("reasons") { json in
            for reason in tally.reasons { json.member(reason.id, reason.count) }
        }
        member("otherNumbers") { json in
            for reason in tally.otherNumbers { json.member(reason.id, reason.count) }
        }
    }

    private mutating func finding(_ finding: Finding, _ pack: RulePack, _ language: Language) {
        object { json in
            json.member("rule", finding.rule)
            json.member("title", pack.rules.first { $0.id == finding.rule }?.title[language])
            json.member("severity", finding.severity.rawValue)
            json.member("verdict", finding.verdict.rawValue)
            json.member("message", finding.message[language])
            json.member("advice", finding.advice[language])
            json.member("sources", array: finding.sources) { json, source in
                json.object(.line) {
                    $0.member("document", source.document)
                    $0.member("at", source.at)
                }
            }
            json.member("evidence", array: finding.evidence) { json, evidence in
                json.object(.line) {
                    $0.member("at", .line) { $0.place(evidence.place) }
                    $0.member("quote", evidence.quote)
                    $0.member("indicator", evidence.indicator)
                    $0.member("value", evidence.value?.description)
                    $0.member("report", evidence.origin == .current ? "current" : "previous")
                    $0.member("label", evidence.label[language])
                }
            }
            json.member("fingerprint", finding.fingerprint)
            json.member("cause", finding.cause)
            if let waiver = finding.waiver {
                json.member("waiver") { $0.waiver(waiver) }
            } else {
                json.null("waiver")
            }
        }
    }

    private mutating func waiver(_ waiver: Waiver) {
        member("rule", waiver.rule)
        member("unit", waiver.unit)
        member("year", waiver.year)
        member("fingerprint", waiver.fingerprint)
        member("at", waiver.at)
        member("reason", waiver.reason)
        member("by", waiver.by)
        member("until", waiver.until.description)
        member("source", waiver.source)
    }

    fileprivate mutating func waiverFinding(_ finding: WaiverFinding, _ language: Language) {
        object { json in
            json.member("kind", "waiver-\(finding.fault.rawValue)")
            json.member("severity", finding.severity.rawValue)
            json.member("message", WaiverWording.message(finding)[language])
            json.member("advice", WaiverWording.advice(finding.fault)[language])
            json.member("waiver") { $0.waiver(finding.waiver) }
        }
    }

    private mutating func remark(_ remark: Remark, _ language: Language) {
        object(.line) {
            $0.member("kind", remark.kind.rawValue)
            $0.member("text", RemarkWording.text(of: remark)[language])
            $0.member("detail", remark.detail)
            $0.member("at", .line) { $0.place(remark.place) }
        }
    }
}
