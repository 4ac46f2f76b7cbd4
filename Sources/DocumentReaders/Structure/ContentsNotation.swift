import DocumentModel

/// How lists of contents are written.
enum ContentsNotation {
    /// Whether a title, as a key, is that of a list of contents.
    static func isTitle(_ key: [UInt32]) -> Bool { titles.contains(key) }

    private static let titles: Set<[UInt32]> = Set(
        ["目录", "目次", "目錄", "本报告目录", "报告目录", "目录页码", "内容目录", "Contents", "Table of Contents"].map { TitleKey.key(of: $0) })

    /// Whether a line ends with what word processors write where the page of an entry is not known any more.
    static func lacksPage(_ line: String) -> Bool {
        lostPages.contains { lost in line.utf8.count > lost.utf8.count && line.utf8.suffix(lost.utf8.count).elementsEqual(lost.utf8) }
    }

    /// - Source: the messages of Microsoft Word and LibreOffice Writer for a reference to a bookmark that is gone
    private static let lostPages = [
        "未定义书签。", "未定义书签", "未找到引用源。", "未找到引用源", "Bookmark not defined.", "Reference source not found.",
        "Reference source not found",
    ]

    /// Whether a sign leads from a title to its page: points in the middle or on the line, strokes, and their wide forms.
    static func isLeader(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0xFF0E, 0x2024...0x2027, 0xB7, 0x30FB, 0x22C5, 0x22EF, 0x2022, 0xFE52, 0x2010...0x2015, 0x2D, 0x5F, 0xFF3F, 0x2500,
            0x2501, 0x2504...0x250B:
            true
        default: false
        }
    }

    /// Whether a mark or word may stand behind a page's number: ) ） - ] 页
    static func closesPage(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x29, 0xFF09, 0x2D, 0x2014, 0x5D, 0x3011, 0x9875: true
        default: false
        }
    }

    /// Whether a mark or word may stand before a page's number that has one behind it, too: ( （ - [ 第
    static func opensPage(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x28, 0xFF08, 0x2D, 0x2014, 0x5B, 0x3010, 0x7B2C: true
        default: Blank.contains(scalar)
        }
    }
}
