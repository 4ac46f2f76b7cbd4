/// How dates are written in Chinese: numbers with marks behind them.
enum DateNotation {
    /// Whether the number before a mark is a year, a month or a day.
    ///
    /// - Source: GB/T 15835-2011, 5.2 (dates in Arabic numerals).
    static func follows(_ mark: Unicode.Scalar) -> Bool { mark == "年" || mark == "月" || mark == "日" }
}
