import AuditModel
import DocumentModel

/// How places are named to people.
enum PlaceWording {
    /// Such as 第3部分第2段 or “part 3, table 1, row 4, column 2”.
    static func name(of locator: Locator) -> LocalizedText {
        let section = locator.section.map(String.init).joined(separator: ".")
        let head =
            locator.section == [0]
            ? LocalizedText(chinese: "标题及引言", english: "before the first section")
            : LocalizedText(chinese: "第\(section)部分", english: "part \(section)")
        return switch locator.part {
        case .section: head
        case .paragraph(let number):
            LocalizedText(chinese: "\(head.chinese)第\(number)段", english: "\(head.english), paragraph \(number)")
        case .table(let number):
            LocalizedText(chinese: "\(head.chinese)表格\(number)", english: "\(head.english), table \(number)")
        case .cell(let table, let row, let column):
            LocalizedText(
                chinese: "\(head.chinese)表格\(table)第\(row)行第\(column)列",
                english: "\(head.english), table \(table), row \(row), column \(column)")
        }
    }

    /// Line and column as editors take them (45:3), or the page; nil where nothing is known.
    static func position(_ position: SourcePosition) -> LocalizedText? {
        if let line = position.line {
            let column = position.column.map { ":\($0)" } ?? ""
            return LocalizedText { _ in "\(line)\(column)" }
        }
        return position.page.map { LocalizedText(chinese: "第\($0)页", english: "page \($0)") }
    }

    static let previousReport = LocalizedText(chinese: "上年报告", english: "last year's report")
}
