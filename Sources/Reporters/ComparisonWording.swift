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
        chinese: "左为旧文，右为新文；删除线为删去的文字，下划线为新增的文字。", english: "Left: old; right: new. Struck through: deleted; underlined: inserted.")

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

    static func changedFigures(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "表格数字变动 \(count) 格，见指标变动。", english: "\(count) figures of tables changed: see the indicators.")
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
