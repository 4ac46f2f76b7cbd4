/// The ways in which headings are numbered, from the highest rank to the lowest; a heading of a lower rank stands within one of a higher rank.
enum OrdinalStyle: Int, Hashable, Comparable {
    /// 第一部分
    case part
    /// 第一章
    case chapter
    /// 第一节
    case clause
    /// 一、
    case han
    /// （一）
    case hanInParentheses
    /// 1. or 1、
    case arabic
    /// 1.1
    case decimal
    /// 1.1.1 and deeper
    case deepDecimal
    /// （1） or 1)
    case arabicInParentheses
    /// ①
    case circled

    static func < (left: OrdinalStyle, right: OrdinalStyle) -> Bool { left.rawValue < right.rawValue }
}
