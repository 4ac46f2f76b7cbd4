import AuditModel

/// The words in which series over the years are told.
enum TrendWording {
    static let heading = LocalizedText(chinese: "历年走势", english: "Over the years")
    static let chart = LocalizedText(chinese: "走势", english: "Trend")
    static let gap = LocalizedText(chinese: "无", english: "none")
    static let basis = LocalizedText(
        chinese: "只列至少三个年度有数字的指标。空白、“/”和文字不是 0，图上断开。",
        english: "Only indicators with a figure in at least three years. Blank cells, “/” and text are not 0 and leave a gap.")

    static func others(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "另有 \(count) 项没有明显变化", english: "\(count) more did not change noticeably")
    }

    static func none(_ count: Int) -> LocalizedText {
        LocalizedText(chinese: "\(count) 项指标都没有明显变化。", english: "None of \(count) indicators changed noticeably.")
    }

    /// Year and value of each point, as one sentence.
    static func description(of trend: Trend) -> LocalizedText {
        LocalizedText { language in
            trend.points.map { "\($0.year)\(AuditWording.colon[language])\(value($0.value, language))" }
                .joined(separator: language == .chinese ? "，" : ", ")
        }
    }

    static func value(_ value: FigureValue?, _ language: Language) -> String {
        value.map { AuditWording.figure($0)[language] } ?? gap[language]
    }
}
