import AuditModel
import DocumentDiff
import DocumentModel

@testable import Reporters

/// A small audit made by hand, with one of everything that reports show.
enum SampleAudit {
    static func text(_ chinese: String, _ english: String) -> LocalizedText { LocalizedText(chinese: chinese, english: english) }

    static let form: Form = {
        let names = [("own", "本级", "own"), ("other", "其他", "others"), ("total", "总计", "total")]
        let columns = names.map {
            FormTable.Line(id: $0.0, label: $0.1, variants: [], groups: [], name: text($0.1, $0.2), standsFor: [])
        }
        let rowNames = [("received", "收到", "received"), ("settled", "办结", "settled")]
        let rows = rowNames.map {
            FormTable.Line(id: $0.0, label: $0.1, variants: [], groups: [], name: text($0.1, $0.2), standsFor: [])
        }
        var indicators: [Indicator] = []
        for (r, row) in rowNames.enumerated() {
            for (c, column) in names.enumerated() {
                indicators.append(
                    Indicator(
                        id: "cases.\(row.0).\(column.0)", table: 0, row: r, column: c, kind: .count,
                        label: text("\(row.1)·\(column.1)", "\(row.2), \(column.2)"), isSubstitute: false))
            }
        }
        let table = FormTable(
            id: "cases", section: "cases", name: text("案件", "cases"), rows: rows, columns: columns, grid: [[0, 1, 2], [3, 4, 5]])
        let sections = [("overview", 1, "总体情况"), ("cases", 2, "案件办理情况"), ("problems", 3, "问题和改进")].map {
            FormSection(entry: Outline.Entry(key: $0.0, ordinal: $0.1, title: $0.2), required: true, context: [])
        }
        return Form(id: "2021", sections: sections, tables: [table], indicators: indicators)
    }()

    static let rules: [Rule] = [
        ("FIG-01", "正文与表格不一致", "The narrative differs from the table", Severity.error),
        ("SUM-01", "各列之和与总计不符", "The columns do not add up to the total", .error),
        ("CEL-01", "单元格没有数字", "A cell holds no number", .query),
        ("TXT-01", "留有占位符", "A placeholder was left in", .note),
        ("YOY-01", "上年数字未衔接", "The figure does not follow from last year's", .error),
    ].map { id, chinese, english, severity in
        Rule(
            id: id, title: text(chinese, english), severity: severity, forms: [],
            sources: [Citation(document: "《统计办法》", at: "第五条")],
            conditions: [
                Condition(
                    requirement: .abnormalChange(factor: Quantity(5), minimum: Quantity(100), indicators: []), severity: nil,
                    message: text(chinese, english), advice: text(chinese, english))
            ], caseCount: 3)
    }

    static let pack = RulePack(
        id: "sample-pack", version: "1.2", digest: "sha256:00ff", title: text("案件年度报告", "Annual reports on cases"), forms: [form],
        statements: StatementGrammar(
            sections: [], dimensions: [], words: [], figures: [],
            reasons: [
                .init(id: "hotline", text: text("热线不是案件", "calls are no cases")),
                .init(id: "which", text: text("未写明是收到还是办结", "received or settled is not told")),
                .init(id: "date", text: text("日期", "dates")),
            ]),
        passages: .empty, identity: .empty, rules: rules)

    /// Two lines of 12 characters before the paragraph of the first section.
    static let paragraph = "全年收到案件18件，办结15件，接听热线240次，另有2件。<b>&\"引文\"</b>"
    static let problems = ["一是人手不足，下一步将增加人员。", "二是系统陈旧，已经列入明年的更新计划。"]

    static func block(_ string: String, line: Int) -> BlockText { BlockText(string, at: SourcePosition(line: line, column: 1)) }

    /// The report; last year's has other figures in its cells.
    static func document(year: Int, cells: [String], paragraphs: [String], problems: [String]) -> Document {
        var grid: [Cell] = []
        for (index, label) in ["", "本级", "其他", "总计"].enumerated() {
            grid.append(Cell(row: 1, column: index + 1, text: block(label, line: 8)))
        }
        for (row, label) in ["收到", "办结"].enumerated() {
            grid.append(Cell(row: row + 2, column: 1, text: block(label, line: 9 + row)))
            for column in 0..<3 {
                grid.append(Cell(row: row + 2, column: column + 2, text: block(cells[row * 3 + column], line: 9 + row)))
            }
        }
        func heading(_ ordinal: Int, _ title: String, _ line: Int) -> Heading {
            Heading(text: block("\(ordinal)、\(title)", line: line), ordinal: ordinal, title: title)
        }
        func numbered(_ texts: [String], line: Int) -> [Block] {
            texts.enumerated().map { .paragraph(Paragraph(number: $0 + 1, text: block($1, line: line + $0))) }
        }
        return Document(sections: [
            Section(path: [0], blocks: [.paragraph(Paragraph(number: 1, text: block("甲局\(year)年案件报告", line: 1)))]),
            Section(
                path: [1], key: "overview", heading: heading(1, "总体情况", 3),
                blocks: numbered(paragraphs, line: 4)),
            Section(
                path: [2], key: "cases", heading: heading(2, "案件办理情况", 6),
                blocks: [.table(Table(number: 1, rowCount: 3, columnCount: 4, cells: grid))]),
            Section(
                path: [3], key: "problems", heading: heading(3, "问题和改进", 12),
                subsections: [
                    Section(
                        path: [3, 1], heading: Heading(text: block("（一）问题", line: 13), ordinal: 1, title: "问题"),
                        blocks: numbered(problems, line: 14))
                ]),
        ])
    }

    static func report(year: Int, cells: [String], paragraphs: [String], problems: [String], narrative: Narrative, remarks: [Remark])
        -> Report
    {
        let document = document(year: year, cells: cells, paragraphs: paragraphs, problems: problems)
        let values = cells.enumerated().map { index, cell in
            let place = Place(
                Locator(section: [2], part: .cell(table: 1, row: index / 3 + 2, column: index % 3 + 2)),
                SourcePosition(line: 9 + index / 3, column: 1))
            return Figure(value: Quantity(cell).map(FigureValue.number) ?? .blank, quote: cell, place: place)
        }
        let title = document.sections[0].paragraphs[0]
        return Report(
            source: Source(path: "reports/甲局-\(year).txt", mediaType: "text/plain", digest: "sha256:\(year)"), document: document,
            identity: Identity(
                title: Located(title.text.string, quote: title.text.string, place: Place(.document)), unit: "甲局", level: "bureau",
                scope: .own, year: year),
            figures: Figures(form: form, values: values), narrative: narrative, remarks: remarks)
    }

    static func statement(
        _ state: Statement.State, _ number: String, in quote: String, readings: [[Int]], agrees: Bool?, reason: String? = nil
    ) -> Statement {
        let start = TextSearch.occurrences(of: quote, in: paragraph, limit: 1).first ?? 0
        let inner = TextSearch.occurrences(of: number, in: quote, limit: 1).first ?? 0
        let prefix = BlockText(paragraph, at: SourcePosition(line: 4, column: 1))
        return Statement(
            state: state, readings: readings, chosen: state == .bound ? 0 : nil, ownIdentifier: nil, value: Quantity(number) ?? .zero,
            quote: quote, place: Place(Locator(section: [1], part: .paragraph(1)), prefix.position(atOffset: start)),
            range: start..<start + quote.utf8.count, numberRange: start + inner..<start + inner + number.utf8.count,
            isZeroByWords: false, firmness: .plain, agrees: agrees, reason: reason, figure: nil)
    }

    static let narrative = Narrative(
        statements: [
            statement(.bound, "18", in: "全年收到案件18件", readings: [[2]], agrees: true),
            statement(.bound, "15", in: "办结15件", readings: [[5]], agrees: false),
            statement(.unbound, "240", in: "接听热线240次", readings: [], agrees: nil, reason: "hotline"),
            statement(.ambiguous, "2", in: "另有2件", readings: [[2], [5]], agrees: nil, reason: "which"),
        ], breakdowns: [], otherNumbers: ["date": 3], passages: [])

    static let citation = [Citation(document: "《统计办法》", at: "第五条")]

    static func cell(_ row: Int, _ column: Int) -> Place {
        Place(Locator(section: [2], part: .cell(table: 1, row: row, column: column)), SourcePosition(line: 7 + row, column: 1))
    }

    static let findings: [Finding] = [
        Finding(
            rule: "FIG-01", severity: .error, verdict: .violated,
            message: text("正文说办结 15 件，表中为 16。", "The text says 15 settled, the table 16."),
            advice: text("核对后改正其中一处。", "Check, and correct one of them."), sources: citation,
            evidence: [
                Evidence(
                    place: Place(Locator(section: [1], part: .paragraph(1)), SourcePosition(line: 4, column: 10)), quote: "办结15件",
                    value: Quantity(15), label: text("第一部分第1段", "part one, paragraph 1")),
                Evidence(
                    place: cell(3, 4), quote: "16", indicator: "cases.settled.total", value: Quantity(16),
                    label: text("办结·总计", "settled, total")),
            ], fingerprint: "f1"),
        Finding(
            rule: "YOY-01", severity: .error, verdict: .violated, message: text("4 ≠ 5", "4 ≠ 5"), advice: text("", ""),
            sources: citation,
            evidence: [
                Evidence(
                    place: cell(2, 2), quote: "10", indicator: "cases.received.own", value: Quantity(10),
                    label: text("收到·本级", "received, own")),
                Evidence(
                    place: cell(2, 2), origin: .previous, quote: "9", indicator: "cases.received.own", value: Quantity(9),
                    label: text("收到·本级", "received, own")),
            ], fingerprint: "f2"),
        Finding(
            rule: "CEL-01", severity: .query, verdict: .violated, message: text("这一格是空的。", "This cell is blank."),
            advice: text("没有的填 0。", "Where there is none, fill in 0."), sources: citation,
            evidence: [Evidence(place: cell(3, 3), quote: "", indicator: "cases.settled.other", label: text("办结·其他", "settled, others"))],
            fingerprint: "f3"),
        Finding(
            rule: "TXT-01", severity: .note, verdict: .violated, message: text("“<b>”是占位符。", "“<b>” is a placeholder."),
            advice: text("补全。", "Fill it in."), sources: [Citation(document: "《统计办法》", at: nil)],
            evidence: [
                Evidence(
                    place: Place(Locator(section: [1], part: .paragraph(1)), SourcePosition(line: 4, column: 33)), quote: "<b>",
                    label: text("第一部分第1段", "part one, paragraph 1"))
            ], fingerprint: "f4"),
        Finding(
            rule: "SUM-01", severity: .note, verdict: .undetermined, message: text("缺少“办结·其他”。", "“settled, others” is missing."),
            advice: text("补上后再审。", "Fill it in and audit again."), sources: citation,
            evidence: [Evidence(place: cell(3, 3), quote: "", indicator: "cases.settled.other", label: text("办结·其他", "settled, others"))],
            fingerprint: "f5", cause: "f3"),
        Finding(
            rule: "SUM-01", severity: .error, verdict: .violated, message: text("10 + 8 ≠ 17", "10 + 8 ≠ 17"),
            advice: text("改正总计。", "Correct the total."), sources: citation,
            evidence: [
                Evidence(
                    place: cell(2, 4), quote: "17", indicator: "cases.received.total", value: Quantity(17),
                    label: text("收到·总计", "received, total"))
            ], fingerprint: "f6", waiver: waiver),
    ]

    static let waiver = Waiver(
        rule: "SUM-01", unit: "甲局", year: 2023, fingerprint: "f6", at: nil, reason: "台账<已封存>", by: "甲市办公室",
        until: day, source: "waivers.xml:3:5")

    static let day: CalendarDate = {
        guard let day = CalendarDate("2024-12-31") else { preconditionFailure("a day of the calendar") }
        return day
    }()

    static let current = report(
        year: 2023, cells: ["10", "8", "18", "16", "", "16"], paragraphs: [paragraph], problems: problems, narrative: narrative,
        remarks: [Remark(.boundByLikeness, at: cell(2, 1), detail: "收到")])
    static let previous = report(
        year: 2022, cells: ["9", "8", "17", "15", "0", "15"],
        paragraphs: ["全年收到案件17件，办结15件。", "这一段今年删去了，不再保留。"],
        problems: ["二是系统老旧，已经列入明年的更新计划。", "一是人手不足，下一步将增加编制。", "三是旧的问题。"], narrative: .empty, remarks: [])

    static let audit = Audit(
        report: current, previous: previous, conclusion: .nonCompliant,
        verdicts: [
            RuleVerdict(rule: "FIG-01", verdict: .violated), RuleVerdict(rule: "SUM-01", verdict: .undetermined),
            RuleVerdict(rule: "CEL-01", verdict: .violated), RuleVerdict(rule: "TXT-01", verdict: .violated),
            RuleVerdict(rule: "YOY-01", verdict: .violated),
        ], findings: findings)

    static let flawless = Audit(
        report: previous, previous: nil, conclusion: .compliant,
        verdicts: rules.map { RuleVerdict(rule: $0.id, verdict: .satisfied) }, findings: [])
}
