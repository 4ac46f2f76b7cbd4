package import AuditModel
import DocumentModel

extension Conclusion {
    /// What findings and report come to: non-compliant with any violated finding of severity `error` that is not waived; else undetermined when a table or a required
    /// section of the form is not there or holds nothing but pictures, or a page has no text, so that it could not be read; else compliant.
    package init(of report: Report, findings: [Finding]) {
        if findings.contains(where: { $0.verdict == .violated && $0.severity == .error && $0.waiver == nil }) {
            self = .nonCompliant
            return
        }
        let form = report.figures.form
        let isUnread = { (key: String) in
            guard let section = report.document.section(key) else { return true }
            return !section.holdsTable && report.unread(in: section) != nil
                && section.pieces.allSatisfy { !SubstanceScan.saysSomething($0) }
        }
        let isRead =
            form.tables.indices.allSatisfy { !form.tables[$0].isRequired || report.figures.hasTable($0) }
            && form.sections.allSatisfy { !$0.required || !isUnread($0.entry.key) } && !report.hasUnreadPages
        self = isRead ? .compliant : .undetermined
    }
}
