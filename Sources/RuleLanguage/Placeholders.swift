import AuditModel
import XML

/// Which placeholders a condition's texts may have: those that its requirement fills.
enum Placeholders {
    private static let common = ["unit", "year", "section", "quote"]

    private static let byCondition = [
        "equation": ["row", "column", "table", "instance", "left", "right", "computation", "stated", "difference", "repair"],
        "relation": ["row", "column", "table", "instance", "left", "right", "indicator"],
        "claims-hold": ["figure", "old", "new", "computation", "indicator", "value"],
        "form-due": ["expected", "found"],
        "tables-present": ["table", "row", "column", "indicator", "value", "kind"],
        "lines-present": ["table", "row", "column", "indicator", "value", "kind"],
        "cells-filled": ["table", "row", "column", "indicator", "value", "kind"],
        "cells-in-range": ["table", "row", "column", "indicator", "value", "kind"],
        "sections-present": ["expected", "found"],
        "sections-in-order": ["expected", "found"],
        "section-substance": ["expected", "found"],
        "part-substance": ["expected", "found"],
        "account": ["expected", "found"],
        "statements-agree": ["figure", "value", "expected", "computation", "indicator", "difference"],
        "statements-consistent": ["figure", "value", "other"],
        "parts-add-up": ["whole", "computation", "difference"],
        "period-year": ["found", "expected"],
        "year-named": ["found", "expected"],
        "repetition": ["part", "similarity", "length"],
        "paragraphs-repeated": ["similarity", "length"],
        "taken-up": ["similarity", "length"],
        "items-answered": ["found", "expected"],
        "abnormal-change": ["indicator", "old", "new", "change", "percent", "factor"],
        "identity": ["found", "expected"],
        "deadline": ["found", "expected"],
        "headings-worded": ["found", "expected"],
        "labels-worded": ["found", "expected"],
        "lines-in-order": ["found", "expected"],
        "mentions": ["found", "expected"],
        "section-length": ["found", "expected"],
        "parts-announced": ["found", "expected"],
        "title-matches": ["found"],
        "figures-repeated": ["table", "length"],
        "sentences-repeated": ["found", "other"],
        "enumerations": ["found", "expected"],
        "brackets-paired": ["found"],
        "words-doubled": ["found"],
        "self-names": ["found", "expected"],
        "multiples": ["figure", "value", "expected"],
        "forbidden": ["found"],
        "xpath": ["found"],
    ]

    /// The names for the condition of that element; only the common ones for an element that is none.
    static func allowed(in condition: String) -> [String] { common + (byCondition[condition] ?? []) }

    /// Whether some condition fills a placeholder of that name by itself.
    static func isTaken(_ name: String) -> Bool { common.contains(name) || byCondition.values.contains { $0.contains(name) } }

    /// Notes placeholders that are not allowed, and braces that belong to none.
    static func check(
        _ element: XMLElement, of condition: String, parameters: [Parameter], in file: PackFile, diagnosis: inout Diagnosis
    ) {
        let bytes = Array(element.text.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "}") else {
                index += 1
                continue
            }
            let close = bytes[(index + 1)...].firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
            guard bytes[index] == UInt8(ascii: "{"), let close, bytes[close] == UInt8(ascii: "}") else {
                diagnosis.note(.unpairedBrace, in: file, at: element, textOffset: index)
                index += 1
                continue
            }
            let name = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
            let allowed = allowed(in: condition) + parameters.map(\.name)
            if !allowed.contains(name) {
                diagnosis.note(.badPlaceholder(name, allowed: allowed), in: file, at: element, textOffset: index)
            }
            index = close + 1
        }
    }
}
