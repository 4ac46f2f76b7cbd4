import AuditModel
import DocumentReaders

/// What is said of inputs that give no report, and of how inputs were paired.
enum InputWording {
    static func text(of error: InputError) -> LocalizedText {
        switch error {
        case .system(let reason): LocalizedText(chinese: "无法打开：\(reason)", english: "cannot be opened: \(reason)")
        case .tooLarge(let limit):
            LocalizedText(chinese: "文件超过 \(limit >> 20) MB，未读取", english: "larger than \(limit >> 20) MB; not read")
        case .tooManyFiles(let limit, let depth):
            LocalizedText(
                chinese: "文件夹超过 \(limit) 个文件或 \(depth) 层，未读取", english: "a folder of more than \(limit) files or \(depth) levels; not read")
        case .emptyFolder: LocalizedText(chinese: "文件夹或压缩包里没有报告", english: "a folder or archive without reports")
        case .nameTwice:
            LocalizedText(chinese: "压缩包里另有同名文件，未读取", english: "the archive has another file of this name; not read")
        case .notAReport:
            LocalizedText(
                chinese: "不是规则包所审的文书：没有认出足够的标题、部分和表格",
                english: "not a document of the pack's kind: too few of its title, sections and tables were recognised")
        case .unreadable(let error): text(of: error)
        }
    }

    private static func text(of error: ReadingError) -> LocalizedText {
        switch error {
        case .empty: LocalizedText(chinese: "文件是空的", english: "the file is empty")
        case .tooLarge(let limit): text(of: InputError.tooLarge(limit: limit))
        case .notText: LocalizedText(chinese: "不是文本：含有二进制内容", english: "no text: the content is binary")
        case .unsupported(let format):
            LocalizedText(
                chinese: "这是 \(name(of: format)) 文件，不能读取；请提供 DOCX、PDF、网页或纯文本",
                english: "this is \(name(of: format)), which is not read: save it as DOCX, PDF, HTML or plain text")
        case .notDecodable(let encoding):
            if let encoding {
                LocalizedText(chinese: "按 \(encoding.rawValue) 编码无法读出文字", english: "cannot be decoded as \(encoding.rawValue)")
            } else {
                LocalizedText(chinese: "不是任何一种认识的文字编码", english: "in no encoding that is known")
            }
        case .encrypted(let format):
            LocalizedText(
                chinese: "\(name(of: format)) 文件已加密，无法读取；请去掉密码", english: "the \(name(of: format)) file is encrypted: remove its password")
        case .damaged(let format, let detail):
            LocalizedText(
                chinese: "\(name(of: format)) 文件不完整或已损坏" + (detail.isEmpty ? "" : "（\(detail)）"),
                english: "the \(name(of: format)) file is incomplete or damaged" + (detail.isEmpty ? "" : " (\(detail))"))
        case .expandsTooFar(let limit):
            LocalizedText(
                chinese: "解压后过大（上限 \(limit >> 20) MB），未读取", english: "too large when unpacked (limit \(limit >> 20) MB); not read")
        case .tooManyParts(let limit):
            LocalizedText(chinese: "页数、文件数或层数过多（上限 \(limit)），未读取", english: "too many pages, members or levels (limit \(limit)); not read")
        case .forbiddenMarkup(let format):
            LocalizedText(
                chinese: "\(name(of: format)) 文件含有不允许的标记（如实体声明），未读取",
                english: "the \(name(of: format)) file holds markup that is not allowed, such as entities; not read")
        case .missingProgram(let program, let package):
            LocalizedText(
                chinese: "读取这种文件需要 \(program)，本机没有安装；请安装软件包 \(package)",
                english: "reading this kind of file needs \(program), which is not installed: install the package \(package)")
        case .programFailed(let program, let detail):
            LocalizedText(
                chinese: "\(program) 未能读取此文件" + (detail.isEmpty ? "" : "：\(detail)"),
                english: "\(program) could not read the file" + (detail.isEmpty ? "" : ": \(detail)"))
        case .tookTooLong(let program, let seconds):
            LocalizedText(chinese: "\(program) 超过 \(seconds) 秒仍未读完，已中止", english: "\(program) was ended after \(seconds) seconds")
        case .noCharacterMap(let format):
            LocalizedText(
                chinese: "\(name(of: format)) 文件所用字体没有文字编码对照，读不出文字；请另存为 Word 或重新生成",
                english: "the fonts of the \(name(of: format)) file do not say which characters they show: save it in another way")
        case .onlyPictures(let pages):
            LocalizedText(
                chinese: "全部 \(pages) 页都没有文字（扫描件），无法读取；请提供带文字的文件",
                english: "none of its \(pages) pages has text (a scan): a file with text is needed")
        }
    }

    private static func name(of format: SourceFormat) -> String {
        switch format {
        case .text: "text"
        case .html: "HTML"
        case .xml: "XML"
        case .rtf: "RTF"
        case .pdf: "PDF"
        case .docx: "DOCX"
        case .odt: "ODT"
        case .doc: "DOC / WPS"
        case .works: "Microsoft Works (WPS)"
        case .wordXML: "Word 2003 XML"
        case .flatOPC: "Word XML"
        case .xlsx: "XLSX"
        case .pptx: "PPTX"
        case .xls: "XLS"
        case .ppt: "PPT"
        case .ods: "ODS"
        case .ofd: "OFD"
        case .zip: "ZIP"
        case .compound: "OLE"
        case .rar: "RAR"
        case .sevenZip: "7-Zip"
        case .png: "PNG"
        case .jpeg: "JPEG"
        case .gzip: "GZIP"
        }
    }

    static func passedOver(_ count: Int, in folder: String) -> LocalizedText {
        LocalizedText(
            chinese: "\(folder)：略过 \(count) 个不像报告的文件（看文件名的后缀）",
            english: "\(folder): passed over \(count) files that are not named like reports")
    }

    static func severalPrevious(_ path: String, _ candidates: [String]) -> LocalizedText {
        LocalizedText(
            chinese: "\(path)：有几份报告都可能是它的上年报告，未作比较：\(candidates.joined(separator: "、"))",
            english: "\(path): several reports may be its report of the year before; not compared: \(candidates.joined(separator: ", "))")
    }

    static func severalOfYear(_ path: String, _ year: Int, _ candidates: [String]) -> LocalizedText {
        LocalizedText(
            chinese: "\(path)：\(year) 年的报告有几份，历年走势未采用这一年：\(candidates.joined(separator: "、"))",
            english:
                "\(path): there are several reports for \(year); the year is left out of the series: \(candidates.joined(separator: ", "))")
    }

    static func wrongYear(_ path: String, previous: String) -> LocalizedText {
        LocalizedText(
            chinese: "\(path)：\(previous) 不是它上一年度的报告，未作比较",
            english: "\(path): \(previous) is not the report of the year before; not compared")
    }

    static func otherUnit(_ path: String, previous: String) -> LocalizedText {
        LocalizedText(
            chinese: "\(path)：\(previous) 写的单位名称不同，仍作为上年报告比较",
            english: "\(path): \(previous) names another unit; it is compared with as last year's report all the same")
    }

    static func noneOfLastYear(_ path: String) -> LocalizedText {
        LocalizedText(
            chinese: "\(path)：没有找到它的上年报告，未作年际比较", english: "\(path): no report of the year before was found; not compared")
    }
}
