package import AuditModel

/// Marks the findings that a bureau has waived, and finds what is wrong with its waivers.
///
/// Whether a waiver has expired is judged by the day that the caller names, else by the report's own: the day of its publication, else that of its
/// signature, else the first day after its reporting year, before which it cannot have been made. The clock has no say, so that the same inputs give the
/// same findings.
package struct WaiverDesk: Sendable {
    private let waivers: [(waiver: Waiver, unit: UnitName)]
    private let day: CalendarDate?
    private let endings: [String]

    /// - Parameters:
    ///   - waivers: of several that mean one finding the first that holds counts.
    ///   - day: the day by which they are judged; nil: each report's own.
    ///   - endings: the endings that a unit's short name may lack.
    package init(_ waivers: [Waiver] = [], asOf day: CalendarDate? = nil, endings: [String] = []) {
        self.waivers = waivers.map { ($0, UnitName($0.unit, endings: endings)) }
        self.day = day
        self.endings = endings
    }

    /// The findings of a report with the waivers that hold for them. Linear in findings times waivers of the report.
    func marked(_ findings: [Finding], of report: Report) -> [Finding] {
        let own = waivers(for: report).filter { !isExpired($0, for: report) }
        guard !own.isEmpty else { return findings }
        return findings.map { finding in own.first { $0.means(finding) }.map { finding.waived(by: $0) } ?? finding }
    }

    /// What is wrong with the waivers, in their order, after all reports of the run were judged.
    package func findings(in audits: [Audit]) -> [WaiverFinding] {
        guard !waivers.isEmpty else { return [] }
        var known: Set<Waiver> = []
        var met: Set<Waiver> = []
        var expired: Set<Waiver> = []
        for audit in audits {
            for waiver in waivers(for: audit.report) {
                known.insert(waiver)
                guard audit.findings.contains(where: { waiver.means($0) }) else { continue }
                met.insert(waiver)
                if isExpired(waiver, for: audit.report) { expired.insert(waiver) }
            }
        }
        return waivers.compactMap { item in
            let waiver = item.waiver
            if expired.contains(waiver) { return WaiverFinding(waiver: waiver, fault: .expired) }
            if met.contains(waiver) { return nil }
            return WaiverFinding(waiver: waiver, fault: known.contains(waiver) ? .unmatched : .reportAbsent)
        }
    }

    private func waivers(for report: Report) -> [Waiver] {
        guard !waivers.isEmpty, let unit = report.identity.unit, let year = report.identity.year else { return [] }
        let name = UnitName(unit, endings: endings)
        return waivers.filter { $0.waiver.year == year && ($0.waiver.unit == unit || $0.unit == name) }.map(\.waiver)
    }

    private func isExpired(_ waiver: Waiver, for report: Report) -> Bool {
        guard let day = day ?? Self.day(of: report) else { return false }
        return waiver.until < day
    }

    /// Nil without a reporting year.
    private static func day(of report: Report) -> CalendarDate? {
        guard let year = report.identity.year, let first = CalendarDate(year: year + 1, month: 1, day: 1) else { return nil }
        let dates = [report.identity.publicationDate, report.identity.signatureDate].compactMap { $0?.value }
        // What is dated before the year was over is no date of the report.
        return dates.first { $0 >= first } ?? first
    }
}
