package import AuditModel
import DocumentModel

extension Conclusion {
    /// What findings and report come to: non-compliant with any violated finding of severity `error`; else undetermined when a table or a required
    /// section of the form is not there, so that it could not be read; else compliant.
    package init(of report: Report, findings: [Finding]) {
        if findings.contains(where: { $0.verdict == .violated && $0.severity == .error }) {
            self = .nonCompliant
            return
        }
        let form = report.figures.form
        let isRead =
            form.tables.indices.allSatisfy { !form.tables[$0].isRequired || report.figures.hasTable($0) }
            && form.sections.allSatisfy { !$0.required || report.document.section($0.entry.key) != nil }
        self = isRead ? .compliant : .undetermined
    }
}
