import AuditModel
import DocumentModel

/// What a reader met and could not read, where something that is due may stand.
extension Report {
    /// The first picture or page without text in a section of the top level; nil where there is none.
    ///
    /// Of a section that is not there only pages without text may be hiding.
    func unread(in section: Section?) -> Remark? {
        guard let section else { return document.remarks.first { $0.kind == .unreadablePage } }
        let next = document.sections.drop { $0.path != section.path }.dropFirst().first?.place.position
        return document.remarks.first { remark in
            switch remark.kind {
            case .picture: Self.stands(remark.place, in: section, before: next)
            case .unreadablePage: Self.isBetween(remark.place.position.page, section.place.position.page, next?.page)
            default: false
            }
        }
    }

    /// True where a page of the document has no text, so that anything may stand there.
    var hasUnreadPages: Bool { document.remarks.contains { $0.kind == .unreadablePage } }

    private static func stands(_ place: Place, in section: Section, before next: SourcePosition?) -> Bool {
        if place.locator != .document { return place.locator.section.first == section.path.first }
        let (own, start) = (place.position, section.place.position)
        if let page = own.page { return isBetween(page, start.page, next?.page) }
        guard let line = own.line, let first = start.line else { return false }
        let position = (line, own.column ?? 1)
        return position >= (first, start.column ?? 1) && next.map { position < ($0.line ?? .max, $0.column ?? 1) } ?? true
    }

    private static func isBetween(_ page: Int?, _ first: Int?, _ last: Int?) -> Bool {
        guard let page, let first else { return false }
        return page >= first && page <= last ?? page
    }
}
