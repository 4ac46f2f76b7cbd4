/// Puts libxml2's messages about a schema into Chinese, as far as they are of the kinds that packs meet.
enum SchemaMessage {
    /// The message itself where its kind is not known.
    static func chinese(_ message: String) -> String {
        let (subject, rest) = split(message)
        guard let said = said(rest) else { return message }
        return subject + said
    }

    /// `Element 'rule', attribute 'severity': …` as 元素 <rule> 的属性 severity：, and the rest.
    private static func split(_ message: String) -> (String, Substring) {
        guard let colon = message.utf8.firstIndex(of: UInt8(ascii: ":")), message.hasPrefix("Element '") else { return ("", message[...]) }
        let names = quoted(message[..<colon])
        let rest = message[message.utf8.index(after: colon)...].drop { $0 == " " }
        switch names.count {
        case 1: return ("元素 <\(names[0])>：", rest)
        case 2: return ("元素 <\(names[0])> 的属性 \(names[1])：", rest)
        default: return ("", message[...])
        }
    }

    private static func said(_ rest: Substring) -> String? {
        let names = quoted(rest)
        // `Expected is one of ( a, b ).`
        let list = rest.split(separator: "Expected is").dropFirst().last?.split { "(),. ".contains($0) } ?? []
        let expected = list.filter { $0 != "one" && $0 != "of" }.map { "<\($0)>" }.joined(separator: "、")
        if rest.hasPrefix("This element is not expected. Expected is") { return "不应在此处。此处应为：\(expected)。" }
        if rest.hasPrefix("This element is not expected.") { return "不应在此处。请删去或移到别处。" }
        if rest.hasPrefix("Missing child element(s).") { return expected.isEmpty ? "缺少子元素。请补上。" : "缺少子元素，应有：\(expected)。" }
        if rest.hasPrefix("No matching global declaration") { return "不能作为根元素。" }
        if rest.hasPrefix("Character content") { return "此处不能有文字。请删去。" }
        if rest.hasSuffix("is not allowed."), rest.hasPrefix("The attribute") { return "没有这个属性。请删去或改正。" }
        if rest.hasSuffix("is required but missing."), let name = names.first { return "缺少属性 \(name)。请补上。" }
        guard rest.hasPrefix("[facet '") else {
            return rest.contains("is not a valid value of the") ? names.first.map { "值“\($0)”的写法不对。请改正。" } : nil
        }
        guard names.count > 1 else { return nil }
        let value = names[1]
        switch names[0] {
        case "enumeration":
            guard let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) else { return nil }
            return "不能是“\(value)”，只能是：\(quoted(rest[open...]).joined(separator: "、"))。"
        case "pattern": return "值“\(value)”的写法不对。请改正。"
        case "minLength": return "不能为空。请填写。"
        case "minInclusive", "minExclusive": return "值“\(value)”太小。请改正。"
        case "maxInclusive", "maxExclusive", "totalDigits": return "值“\(value)”太大或位数太多。请改正。"
        default: return nil
        }
    }

    /// What stands between pairs of apostrophes, in order.
    private static func quoted(_ text: Substring) -> [String] {
        let parts = text.split(separator: "'", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    }
}
