import AuditModel
import DocumentModel

/// The objects that several formats share. Each writes members into the object that is open.
extension JSONWriter {
    mutating func place(_ place: Place) {
        member("path", place.locator.description)
        member("line", place.position.line)
        member("column", place.position.column)
        member("page", place.position.page)
    }

    mutating func source(_ source: Source) {
        member("path", source.path)
        member("mediaType", source.mediaType)
        member("digest", source.digest)
    }

    /// A whole object: one indicator with its old and new value, each null where there is no number.
    mutating func change(_ change: IndicatorChange, _ language: Language) {
        object(.line) {
            $0.member("id", change.id)
            $0.member("old", change.old?.number?.description)
            $0.member("new", change.new?.number?.description)
            $0.member("change", change.change?.description)
            $0.member("percent", change.percent?.description)
            $0.member("oldKind", change.old?.kind)
            $0.member("newKind", change.new?.kind)
            $0.member("noticeable", change.isNoticeable)
            $0.member("sum", change.isSum)
            $0.member("label", change.label[language])
        }
    }

    /// Who reports on what.
    mutating func identity(of report: Report) {
        let identity = report.identity
        member("title", identity.title?.value)
        member("unit", identity.unit)
        member("level", identity.level)
        member("scope", identity.scope?.rawValue)
        member("year", identity.year)
        member("form", report.figures.form.id)
        member("published", identity.publicationDate?.value.description)
        member("signature", .line) {
            $0.member("unit", identity.signatureUnit?.value)
            $0.member("date", identity.signatureDate?.value.description)
        }
    }

    /// A whole object: one figure as the table states it.
    mutating func indicator(_ indicator: Indicator, _ figure: Figure, _ language: Language) {
        object(.line) {
            $0.member("id", indicator.id)
            $0.member("kind", figure.value.kind)
            $0.member("value", figure.value.number?.description)
            $0.member("at", .line) { $0.place(figure.place) }
            $0.member("quote", figure.quote)
            $0.member("label", indicator.label[language])
        }
    }

    /// A whole object.
    mutating func unreadable(_ input: UnreadableInput, _ language: Language) {
        object(.line) {
            $0.member("path", input.path)
            $0.member("error", input.error[language])
        }
    }
}
