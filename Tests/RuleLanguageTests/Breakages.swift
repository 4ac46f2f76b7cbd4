import AuditModel

/// The ways in which tests break the small pack.
enum Breakages {
    static let all = manifest + form + grammars + rules + expressions + cases

    private static let manifest = [
        Breakage("pack.xml", "</pack>", "", at: "pack.xml:10:1", says: ["良构", "well-formed"]),
        Breakage("pack.xml", "<pack id", "<!DOCTYPE pack [<!ENTITY a 'b'>]>\n<pack id", at: "pack.xml:1:1", says: ["DOCTYPE"]),
        Breakage("pack.xml", "1.0.0", "1", at: "pack.xml:1:1", says: ["属性 version", "“1”"]),
        Breakage(
            "pack.xml", #"file="passages.xml""#, #"file="../passages.xml""#, at: "pack.xml:8:15", "passages.xml:1:1",
            says: ["..", "within"]),
        Breakage(
            "pack.xml", #"file="passages.xml""#, #"file="/passages.xml""#, at: "pack.xml:8:15", "passages.xml:1:1",
            says: ["/passages.xml", "within"]),
        Breakage(
            "pack.xml", #"file="passages.xml""#, #"file="passage.xml""#, at: "pack.xml:8:15", "passages.xml:1:1",
            says: ["passage.xml", "Add the file"]),
        Breakage(
            "pack.xml", #"file="passages.xml""#, #"file="form.xml""#, at: "pack.xml:8:15", "passages.xml:1:1", says: ["form.xml", "twice"]),
        Breakage("pack.xml", #"  <part file="passages.xml"/>"#, "", at: "passages.xml:1:1", says: ["passages.xml", "not list"]),
        Breakage(
            "pack.xml", #"id="law""#, #"id="statute""#, at: "rules/sums.xml:5:18", "rules/sums.xml:25:18", says: ["依据", "law", "statute"]),
        Breakage("pack.xml", #"xml:lang="en">small"#, #"xml:lang="fr">small"#, at: "pack.xml:3:3", says: ["fr", "zh-Hans"]),
        Breakage(
            "pack.xml", #"<source id="law" document="某法"/>"#, #"<source id="law" document="某法"/><source id="law" document="同"/>"#,
            at: "pack.xml:4:47",
            says: ["law", "pack.xml:4:3"]),
    ]

    private static let form = [
        Breakage(
            "form.xml", #"key="visits""#, #"key="overview""#, at: "form.xml:3:17", "form.xml:4:31", "statements.xml:1:32",
            says: ["章节", "overview"]),
        Breakage("form.xml", #"section="visits""#, #"section="visit""#, at: "form.xml:4:31", says: ["visit", "visits"]),
        Breakage("form.xml", #"<row id="noon""#, #"<row id="morning""#, at: "form.xml:14:16", "rules/sums.xml:6:54", says: ["morning"]),
        Breakage("form.xml", #"columns="total""#, #"columns="totals""#, at: "form.xml:14:42", says: ["totals", "adults"]),
        Breakage("form.xml", #"ordinal="2""#, #"ordinal="3""#, at: "form.xml:3:34", says: ["3", "2"]),
        Breakage(
            "form.xml", #"<name xml:lang="en">noon</name>"#, #"<name xml:lang="zh-Hans">正午</name>"#, at: "form.xml:14:7",
            says: ["name", "en"]),
        Breakage("form.xml", #"context="topic=visit""#, #"context="topik=visit""#, at: "form.xml:3:75", says: ["topik", "topic"]),
        Breakage("form.xml", #"required="true" title="来访情况""#, #"title="来访情况""#, at: "form.xml:3:3", says: ["required", "缺少属性"]),
        Breakage(
            "form.xml", #"<row id="morning" label="上午">"#, #"<row id="morning" label="上午" stands-for="evening">"#, at: "form.xml:13:48",
            says: ["evening", "noon"]),
        Breakage("form.xml", #"<form id="2021">"#, #"<table id="2021">"#, at: "form.xml:17:8", says: ["良构"]),
    ]

    private static let grammars = [
        Breakage(
            "identity.xml", #"minimum-evidence="1""#, #"minimum-evidence="0""#, at: "identity.xml:1:1", says: ["minimum-evidence", "0"]),
        Breakage("identity.xml", "馆 堂", "馆 园", at: "identity.xml:8:29", says: ["园", "identity.xml:7:3"]),
        Breakage(
            "statements.xml", #"sections="overview visits""#, #"sections="overview visit""#, at: "statements.xml:1:32", says: ["visit"]),
        Breakage("statements.xml", #"kind="topic""#, #"kind="act""#, at: "statements.xml:1:1", says: ["topic"]),
        Breakage("statements.xml", #"role="blocker""#, #"role="block""#, at: "statements.xml:9:3", says: ["block", "blocker", "只能是"]),
        Breakage("statements.xml", #"reason="letters""#, #"reason="letter""#, at: "statements.xml:9:33", says: ["letter", "理由"]),
        Breakage("statements.xml", #" reason="letters""#, "", at: "statements.xml:9:3", says: ["blocker", "reason"]),
        Breakage(
            "statements.xml", #"units="person" measures="人""#, #"units="person" measures="人" ambiguous="true" severity="note""#,
            at: "statements.xml:14:109", says: ["severity", "ambiguous"]),
        Breakage("statements.xml", #">来信<"#, #">来信 来访<"#, at: "statements.xml:9:45", says: ["来访", "head", "statements.xml:6:"]),
        Breakage("statements.xml", #">人 名<"#, #">人 名 人<"#, at: "statements.xml:8:43", says: ["人", "twice"]),
        Breakage(
            "statements.xml", #">来信</words>"#, #">来信</words><words role="brief" feature="visitor=adults">人 人</words>"#,
            at: "statements.xml:9:99", says: ["人", "twice"]),
        Breakage("statements.xml", #"visitor=adults"#, #"visitor=adult"#, at: "statements.xml:7:42", says: ["visitor=adult", "adults"]),
        Breakage("statements.xml", #"visitor=adults"#, #"vistor=adults"#, at: "statements.xml:7:34", says: ["vistor", "visitor"]),
        Breakage(
            "statements.xml", #"requires="topic=visit""#, #"requires="topic=visits|visit""#, at: "statements.xml:14:47",
            says: ["topic=visits", "never"]),
        Breakage("statements.xml", #"units="person""#, #"units="persons""#, at: "statements.xml:14:61", says: ["persons", "person"]),
        Breakage("statements.xml", #"measures="人""#, #"measures="个""#, at: "statements.xml:14:79", says: ["个", "量词"]),
        Breakage(
            "statements.xml", "visits.morning.{visitor}", "visits.evening.{visitor}", at: "statements.xml:17:14",
            says: ["visits.evening", "indicator"]),
        Breakage(
            "statements.xml", "visits.morning.{visitor}", "visits.morning.{visitors}", at: "statements.xml:17:30", says: ["visitors", "维度"]),
        Breakage(
            "statements.xml", "visits.morning.{visitor}", "visits.morning.{visitor} - visits.noon.total", at: "statements.xml:17:41",
            says: ["subtracts"]),
        Breakage("statements.xml", "<reading>visits.morning.{visitor}</reading>", "", at: "statements.xml:14:3", says: ["reading", "own"]),
        Breakage(
            "statements.xml", #"unit="person">"#, #"unit="person" factor="0">"#, at: "statements.xml:8:47", says: ["不能是 0", "cannot be 0"]),
        Breakage(
            "statements.xml", #"unit="person">"#, #"unit="person" factor=".5">"#, at: "statements.xml:8:47",
            says: ["“.5”不是", "'.5' is not a decimal number"]),
        Breakage(
            "statements.xml", #"<dimension id="topic" kind="topic"/>"#,
            #"<dimension id="topic" kind="topic"/>"#
                + (0..<StatementGrammar.dimensionLimit).map { #"<dimension id="more-\#($0)" kind="track"/>"# }.joined(),
            at: "statements.xml:1:1", says: ["维度", "more than 16 dimensions"]),
        Breakage("passages.xml", #"section="overview""#, #"section="overviews""#, at: "passages.xml:2:30", says: ["overviews"]),
    ]

    private static let rules = [
        Breakage(
            "rules/sums.xml", "    <case verdict=\"satisfied\"/>\n    <case verdict=\"undetermined\" at=\"s1/p1 s2/t1/r1c2\"/>\n", "",
            at: "rules/sums.xml:22:3", says: ["rule", "<case>", "缺少"]),
        Breakage(
            "rules/sums.xml", "<advice xml:lang=\"zh-Hans\">请核对。</advice>\n      <advice xml:lang=\"en\">Check it.</advice>", "",
            at: "rules/sums.xml:6:5", says: ["equation", "<advice>"]),
        Breakage("rules/sums.xml", #"id="TEXT-01""#, #"id="SUM-01""#, at: "rules/sums.xml:22:13", says: ["SUM-01", "rules/sums.xml:2:3"]),
        Breakage("rules/sums.xml", #"severity="error""#, #"severity="fatal""#, at: "rules/sums.xml:2:3", says: ["fatal", "query"]),
        Breakage("rules/sums.xml", #"forms="2021""#, #"forms="2012""#, at: "rules/sums.xml:2:45", says: ["2012", "2021"]),
        Breakage("rules/sums.xml", #"<source ref="law"/>"#, "", at: "rules/sums.xml:26:5", says: ["source"]),
        Breakage("rules/sums.xml", #"<message xml:lang="en">no thanks</message>"#, "", at: "rules/sums.xml:35:7", says: ["message"]),
        Breakage(
            "rules/sums.xml", #"<message xml:lang="en">no thanks</message>"#, #"<message xml:lang="zh-Hans">无</message>"#,
            at: "rules/sums.xml:34:7",
            says: ["zh-Hans"]),
        Breakage(
            "rules/sums.xml", #"<case verdict="satisfied"/>"#, #"<case verdict="maybe"/>"#, at: "rules/sums.xml:51:5",
            says: ["maybe", "undetermined"]),
        Breakage("rules/sums.xml", "没有致谢", "{thanks}没有", at: "rules/sums.xml:33:35", says: ["{thanks}", "section"]),
        Breakage("rules/sums.xml", "没有致谢", "没有致谢}", at: "rules/sums.xml:33:39", says: ["花括号"]),
        Breakage(
            "rules/sums.xml", #"sections="overview" hollow="hollow""#, #"sections="overview visits end" hollow="hollow""#,
            at: "rules/sums.xml:26:50",
            says: ["end"]),
        Breakage("rules/sums.xml", #"hollow="hollow""#, #"hollow="hole""#, at: "rules/sums.xml:26:52", says: ["hole", "hollow"]),
        Breakage(
            "rules/sums.xml", #"account section="overview""#, #"account section="visits""#, at: "rules/sums.xml:32:38",
            says: ["thanks", "overview"]),
        Breakage("rules/sums.xml", #"parts="thanks""#, #"parts="thank""#, at: "rules/sums.xml:32:40", says: ["thank"]),
        Breakage("rules/sums.xml", #"pattern="某+""#, #"pattern="某(+""#, at: "rules/sums.xml:38:27", says: ["RE2"]),
        Breakage(
            "rules/sums.xml", #"pattern="某+""#, #"pattern="\p{L}{1000}""#, at: "rules/sums.xml:38:25",
            says: ["编译后超过 4194304 字节", "larger than 4194304 bytes"]),
        Breakage("rules/sums.xml", "<except>某某", "<except>某[某", at: "rules/sums.xml:39:16", says: ["RE2"]),
        Breakage("rules/sums.xml", "count(//section) &gt; 1", "count(//section) &gt; f(1)", at: "rules/sums.xml:45:40", says: ["XPath"]),
        Breakage("rules/sums.xml", #"<section-substance"#, #"<sections-substance"#, at: "rules/sums.xml:31:25", says: ["良构"]),
        Breakage("rules/sums.xml", #"table="visits""#, #"table="visit""#, at: "rules/sums.xml:6:38", says: ["visit"]),
        Breakage("rules/sums.xml", #"except="noon""#, #"except="noon night""#, at: "rules/sums.xml:6:59", says: ["night"]),
        Breakage("rules/sums.xml", #" table="visits""#, "", at: "rules/sums.xml:6:5", says: ["table", "for-each"]),
    ]

    private static let equation = "visits.{row}.adults + visits.{row}.children = visits.{row}.total"

    private static let expressions = [
        Breakage(
            "rules/sums.xml", equation, "visits.{row}.adult + visits.{row}.children = visits.{row}.total", at: "rules/sums.xml:7:16",
            says: ["visits.{row}.adult"]),
        Breakage(
            "rules/sums.xml", equation, "visits.{row}.adults + visits.{row}.children", at: "rules/sums.xml:7:59", says: ["equal sign"]),
        Breakage(
            "rules/sums.xml", equation, "visits.{row}.adults + = visits.{row}.total", at: "rules/sums.xml:7:38", says: ["indicator is due"]),
        Breakage(
            "rules/sums.xml", equation, "visits.{row}.adults visits.{row}.children = visits.{row}.total", at: "rules/sums.xml:7:36",
            says: ["due here"]),
        Breakage("rules/sums.xml", equation, "visits.{row}.adults × 2 = visits.{row}.total", at: "rules/sums.xml:7:36", says: ["due here"]),
        Breakage("rules/sums.xml", equation, "visits..total = visits.{row}.total", at: "rules/sums.xml:7:23", says: ["empty"]),
        Breakage("rules/sums.xml", equation, "visits.{column}.total = visits.{row}.total", at: "rules/sums.xml:7:16", says: ["{column}"]),
        Breakage(
            "rules/sums.xml", equation, "previous visits.{row}.total = visits.{row}.total", at: "rules/sums.xml:7:25", says: ["previous("]),
        Breakage(
            "rules/sums.xml", equation, "visits.{row}.adults = visits.{row}.children = visits.{row}.total", at: "rules/sums.xml:7:60",
            says: ["second"]),
    ]

    private static let cases = [
        Breakage(
            "rules/sums.xml", "visits.noon.total=absent", "visits.night.total=absent", at: "rules/sums.xml:14:76",
            says: ["visits.night.total"]),
        Breakage(
            "rules/sums.xml", "visits.noon.total=absent", "visits.noon.total", at: "rules/sums.xml:14:76", says: ["visits.noon.total"]),
        Breakage(
            "rules/sums.xml", "visits.noon.total=absent", "visits.morning.adults=3", at: "rules/sums.xml:14:76",
            says: ["visits.morning.adults"]),
        Breakage("rules/sums.xml", "s1/p1 s2/t1/r1c2", "s1/p1 s2/t1/r1", at: "rules/sums.xml:52:44", says: ["s2/t1/r1"]),
        Breakage("rules/sums.xml", #" at="visits.morning.total""#, "", at: "rules/sums.xml:13:5", says: ["violated"]),
        Breakage(
            "rules/sums.xml", #"<case verdict="satisfied"/>"#, #"<case verdict="satisfied" at="s1"/>"#, at: "rules/sums.xml:51:35",
            says: ["satisfied"]),
        Breakage(
            "rules/sums.xml", #"<text section="overview">"#, #"<text section="overviews">"#, at: "rules/sums.xml:15:22", says: ["overviews"]
        ),
    ]
}
