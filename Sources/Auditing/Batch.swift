package import AuditModel
package import Reporters

/// Many reports in one run.
package enum Batch {
    /// Reports as they were read, before anything was judged.
    package struct Reading: Sendable {
        /// In the order of the inputs; those of a bundle in the order of their names.
        package let reports: [Report]
        /// In the order of the inputs; folders that could not be read first.
        package let unreadable: [UnreadableInput]
        /// What people should know of how inputs were chosen and paired; no part of any result.
        package let notices: [LocalizedText]
    }

    /// What a run came to.
    package struct Outcome: Sendable {
        /// The audits in the order of the inputs.
        package let run: AuditRun
        /// What people should know of how inputs were chosen and paired; no part of any result.
        package let notices: [LocalizedText]
    }

    /// Reads reports, also those in folders and bundles, on all processors. One input that cannot be read does not disturb the others.
    package nonisolated(nonsending) static func read(_ paths: [String], with auditor: Auditor) async -> Reading {
        let inputs = InputList(paths)
        let outcomes = await InputReader(auditor).read(inputs.files.map(InputSource.file))
        var reports: [Report] = []
        var unreadable = inputs.unreadable
        for result in outcomes.flatMap(\.results) {
            switch result {
            case .success(let report): reports.append(report)
            case .failure(let input): unreadable.append(input)
            }
        }
        return Reading(reports: reports, unreadable: unreadable, notices: inputs.notices + outcomes.flatMap(\.notices))
    }

    /// Reads and audits reports, each beside last year's report of the same unit where that is among the inputs or under `previous`.
    ///
    /// - Parameters:
    ///   - previous: a report, or a folder or bundle of reports, that serve as last year's only; nil for none.
    ///   - comparesTexts: whether the texts are compared as well, which not every format shows.
    package nonisolated(nonsending) static func audit(
        _ paths: [String], previous: String?, with auditor: Auditor, comparesTexts: Bool
    ) async -> Outcome {
        let current = await read(paths, with: auditor)
        let earlier = if let previous { await read([previous], with: auditor) } else { Reading(reports: [], unreadable: [], notices: []) }
        var pairing = Pairing(current.reports, earlier.reports, endings: auditor.pack.identity.droppableEndings)
        if previous != nil { pairing.takeLonePair() }
        let dossiers = await Parallel.map(pairing.pairs) { pair in
            let audit = auditor.audit(pair.report, previous: pair.previous)
            return auditor.dossier(audit, earlier: pair.earlier, comparesTexts: comparesTexts)
        }
        return Outcome(
            run: AuditRun(
                pack: auditor.pack, dossiers: dossiers, unreadable: current.unreadable + earlier.unreadable,
                waiverFindings: auditor.waivers.findings(in: dossiers.map(\.audit))),
            notices: current.notices + earlier.notices + pairing.notices)
    }
}

extension UnreadableInput: Error {}
