import AuditModel
import DocumentDiff

/// The words in which comparisons are told.
enum ComparisonWording {
    static let heading = LocalizedText(chinese: "文本比较", english: "Comparison")
    static let old = LocalizedText(chinese: "旧", english: "Old")
    static let new = LocalizedText(chinese: "新", english: "New")
    static let text = LocalizedText(chinese: "文字变动", english: "Text")
    static let identical = LocalizedText(chinese: "两份文本完全相同。", english: "The two texts are the same.")
    static let beginning = LocalizedText(chinese: "标题及引言", english: "Before the first section")
    static let legend = LocalizedText(
        chinese: "左为旧文，右为新文；删除线为删去的文字，下划线为新增的文字，竖线旁为整段删去或者新增的文字。",
        english: "Left: old; right: new. Struck through: deleted; underlined: inserted; beside a bar: all deleted or inserted.")
    static let legendInline = LocalizedText(
        chinese: "删除线为删去的文字，下划线为新增的文字。", english: "Struck through: deleted; underlined: inserted.")
    static let tools = LocalizedText(chinese: "显示方式", english: "How the comparison is shown")
    static let view = LocalizedText(chinese: "版式", english: "View")
    static let sideBySide = LocalizedText(chinese: "左右对照", english: "side by side")
    static let inline = LocalizedText(chinese: "合在一处", english: "inline")
    static let show = LocalizedText(chinese: "只看", english: "Show")
    static let previousChange = LocalizedText(chinese: "上一处（p）", english: "Previous (p)")
    static let nextChange = LocalizedText(chinese: "下一处（n）", english: "Next (n)")
    static let seeIndicators = LocalizedText(chinese: "，见指标变动", english: ": see the indicators")
    static let approximate = LocalizedText(
        chinese: "有的段落太长，没有逐字比到最细，标出的改动可能偏多。",
        english: "Some texts are too long to be compared to the last character; more may be marked than changed.")

    static func kind(_ kind: ChangeKind) -> LocalizedText {
        switch kind {
        case .number: LocalizedText(chinese: "数字", english: "number")
        case .date: LocalizedText(chinese: "日期", english: "date")
        case .name: LocalizedText(chinese: "名称", english: "name")
        case .wording: LocalizedText(chinese: "文字", english: "wording")
        case .moved: LocalizedText(chinese: "移动", english: "moved")
        case .added: LocalizedText(chinese: "新增", english: "added")
        case .removed: LocalizedText(chinese: "删去", english: "removed")
        case .format: LocalizedText(chinese: "仅格式", english: "format only")
        }
    }

    static func kinds(_ kinds: [ChangeKind]) -> LocalizedText {
        LocalizedText(
            chinese: kinds.map { kind($0).chinese }.joined(separator: "、"), english: kinds.map { kind($0).english }.joined(separator: ", "))
    }

    static func changes(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "变动一览（\(count) 处）", english: "List of changes (\(count))")
    }

    static func changedCells(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "\(count) 格有变动", english: "\(count) changed \(count == 1 ? "cell" : "cells")")
    }

    static func leftOut(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "另有 \(count) 处变动按 --only 未列出。", english: "\(count) more changes are left out by --only.")
    }

    static func state(_ state: DeltaState) -> LocalizedText {
        switch state {
        case .same: LocalizedText(chinese: "未变", english: "same")
        case .changed: LocalizedText(chinese: "有改动", english: "changed")
        case .added: LocalizedText(chinese: "新增", english: "added")
        case .removed: LocalizedText(chinese: "删去", english: "removed")
        case .moved: LocalizedText(chinese: "移动", english: "moved")
        }
    }

    static func movedFrom(_ place: LocalizedText) -> LocalizedText {
        LocalizedText(chinese: "由\(place.chinese)移来", english: "moved from \(place.english)")
    }

    static func cutOff(_ place: LocalizedText) -> LocalizedText {
        LocalizedText(chinese: "由\(place.chinese)拆出", english: "cut off from \(place.english)")
    }

    static func joined(_ place: LocalizedText) -> LocalizedText {
        LocalizedText(chinese: "并入\(place.chinese)", english: "joined to \(place.english)")
    }

    static func movedTo(_ place: LocalizedText) -> LocalizedText {
        LocalizedText(chinese: "移至\(place.chinese)", english: "moved to \(place.english)")
    }

    /// How much of a section's new text stood in the old one.
    static func copied(_ percent: Int) -> LocalizedText {
        LocalizedText(chinese: "沿用旧文 \(percent)%", english: "\(percent)% carried over")
    }

    static func unchanged(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "未变 \(count) 段", english: "\(count) unchanged \(count == 1 ? "block" : "blocks")")
    }

    static func unchangedCells(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "表格未变 \(count) 格", english: "\(count) unchanged \(count == 1 ? "cell" : "cells")")
    }

    /// How many characters and blocks changed.
    static func summary(of delta: DocumentDelta) -> LocalizedText {
        let blocks = delta.blocks
        var inserted = 0
        var deleted = 0
        for block in blocks where block.state != .same {
            for edit in block.edits where edit.operation != .keep {
                let count = block.text(of: edit).unicodeScalars.count
                if edit.operation == .insert { inserted += count } else { deleted += count }
            }
        }
        func count(_ state: DeltaState) -> Int { blocks.count { $0.state == state } }
        guard blocks.contains(where: { $0.state != .same }) else { return identical }
        return LocalizedText(
            chinese:
                "改动 \(count(.changed)) 处，新增 \(count(.added)) 处，删去 \(count(.removed)) 处，移动 \(count(.moved)) 处；新增 \(inserted) 字，删去 \(deleted) 字。",
            english:
                "\(count(.changed)) blocks changed, \(count(.added)) added, \(count(.removed)) removed, \(count(.moved)) moved; \(inserted) characters inserted, \(deleted) deleted."
        )
    }
}
