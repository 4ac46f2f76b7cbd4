import AuditModel
import DocumentModel

/// What the reading's remarks say to people.
enum RemarkWording {
    /// One sentence that holds the remark's detail.
    static func text(of remark: Remark) -> LocalizedText {
        let detail = remark.detail
        return switch remark.kind {
        case .replacedBytes:
            LocalizedText(
                chinese: "有 \(detail) 处字节不是该编码的字符，已用替代符代替", english: "\(detail) bytes were no characters of the encoding and were replaced")
        case .droppedControls:
            LocalizedText(chinese: "略去了 \(detail) 个不可显示的控制字符", english: "\(detail) control characters that cannot be shown were left out")
        case .resolvedSpans:
            LocalizedText(chinese: "表格的合并单元格是按形状推定的", english: "the table's merged cells were worked out from its shape")
        case .unevenRow:
            LocalizedText(
                chinese: "这一行的单元格数与表格不符，未取其数字\(parenthesised(detail, "（", "）"))",
                english: "this row has more or fewer cells than its table; its figures were not bound\(parenthesised(detail, " (", ")"))")
        case .boundByPosition:
            LocalizedText(chinese: "没有行名或列名，按位置当作“\(detail)”", english: "no label here; taken for “\(detail)” by its position")
        case .boundByLikeness:
            LocalizedText(
                chinese: "名称与规定的不同，按近似当作“\(detail)”",
                english: "the label differs from the prescribed one; taken for “\(detail)” by likeness")
        case .unknownLabel:
            LocalizedText(chinese: "规定的表格里没有“\(detail)”这一行或列", english: "the form has no row or column “\(detail)”")
        case .unknownTable:
            LocalizedText(
                chinese: "不是规定的表格，未取其数字\(parenthesised(detail, "（", "）"))",
                english: "this is none of the form's tables; its figures were not read\(parenthesised(detail, " (", ")"))")
        case .repeatedFigure:
            LocalizedText(
                chinese: "同一个数字另有一处且与此不同，此处未取（\(detail)）",
                english: "this figure stands elsewhere as well, with another value, which counts in place of this one (\(detail))")
        case .wrongExtension:
            LocalizedText(chinese: "文件名后缀与内容不符，按内容读取（\(detail)）", english: "the file's name ends like another format's; read as \(detail)")
        case .converted:
            LocalizedText(chinese: "先由 \(detail) 转换格式，再读取", english: "converted by \(detail) before it was read")
        case .trackedChanges:
            LocalizedText(
                chinese: "文中有 \(detail) 处修订痕迹，按全部接受后的文字读取",
                english: "the text has \(detail) tracked changes; it was read as if all were accepted")
        case .unreadablePage:
            LocalizedText(
                chinese: "第 \(detail) 页没有文字（可能是扫描件），无法读取", english: "page \(detail) has no text (a scan, perhaps) and could not be read")
        case .unmappedCharacters:
            LocalizedText(
                chinese: "有 \(detail) 个字符的字体没有对应的文字编码，未能读出",
                english: "\(detail) characters have a font that does not say what they mean; they could not be read")
        case .picture:
            LocalizedText(chinese: "此处有 \(detail) 张图片，其内容未读取", english: "\(detail) pictures stand here; their content was not read")
        case .nestedTable:
            LocalizedText(chinese: "单元格里另有表格，按单元格文字读取", english: "a table within a cell was read as the cell's text")
        case .hiddenText:
            LocalizedText(
                chinese: "有 \(detail) 处文字被设为隐藏，或被合并单元格遮住，未读取",
                english: "\(detail) pieces of text are hidden or covered by a merged cell; they were not read")
        case .footnotes:
            LocalizedText(chinese: "有 \(detail) 条脚注或尾注，未列入正文", english: "\(detail) footnotes or endnotes were not read as part of the text")
        case .embeddedDocument:
            LocalizedText(chinese: "此处嵌有另外的文档 \(detail) 份，未读取", english: "\(detail) other documents are embedded here; they were not read")
        case .settledDigits:
            LocalizedText(
                chinese: "数字连写，按表内关系只有一种拆法：\(detail)",
                english: "digits that ran together were parted in the only way that the form's sums allow: \(detail)")
        case .unsettledDigits:
            LocalizedText(
                chinese: "数字连写，按表内关系不能只定一种拆法，未取其数字：\(detail)",
                english: "digits that ran together could not be parted in one way only by the form's sums and were not bound: \(detail)")
        case .runningTitle:
            LocalizedText(
                chinese: "各页页边重复出现的一行，按页眉或页脚略去：\(detail)",
                english: "a line that recurs at the edges of pages was taken for a header or footer and left out: \(detail)")
        case .unplacedText:
            LocalizedText(
                chinese: "有 \(detail) 处文字按坐标摆放而位置无法确定，按源文件顺序读取，次序可能与所见不同",
                english: "\(detail) pieces of text are shown at places that could not be told; they were read in the order of the source")
        case .contentsList:
            LocalizedText(
                chinese: "此处是目录（\(detail) 条），不列入正文",
                english: "a list of contents (\(detail) headings) is no part of the text and was left out")
        case .limitReached:
            LocalizedText(chinese: "超出读取上限的部分未读（上限 \(detail)）", english: "what goes beyond the limit was not read (limit \(detail))")
        }
    }

    private static func parenthesised(_ detail: String, _ open: String, _ close: String) -> String {
        detail.isEmpty ? "" : open + detail + close
    }
}
