import AuditModel
import DocumentModel
import Extraction
import TestSupport
import Testing

@Suite struct TableBinderTests {
    let binder = TableBinder(forms: TableForms.both)
    let form = TableForms.form2021

    private func bind(_ key: String, _ rows: [[String?]]) -> TableBinding { binder.bind(TableGrids.document(key, rows)) }

    @Test("The form's own tables bind every figure without a remark")
    func whole() {
        let binding = binder.bind(
            TableGrids.document([
                ("disclosure", TableGrids.table(TableGrids.disclosure())),
                ("applications", TableGrids.table(TableGrids.applications(form))),
                ("challenges", TableGrids.table(TableGrids.challenges())),
            ]))
        #expect(binding.isTold)
        #expect(binding.figures.form.id == "2021")
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [0, 1, 2])).isEmpty)
        #expect(binding.remarks.isEmpty)
    }

    @Test("A figure leads back to its cell and its characters")
    func places() throws {
        let binding = bind("applications", TableGrids.applications(form))
        let figure = try #require(binding.figures["applications.result.refused.state-secret.total"])
        #expect(figure.place.locator.description == "s1/t1/r7c10")
        #expect(figure.place.position == SourcePosition(line: 7, column: 10))
        #expect(figure.quote == TableGrids.value(4, 6))
    }

    @Test("Rows in any order, some missing, bind by their labels", arguments: 0..<20 as Range<UInt64>)
    func shuffledRows(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let rows = TableGrids.applications(form)
        // The group labels stand beside each row, since a shuffled row cannot take them from the one above.
        let lines = form.tables[1].rows.enumerated().filter { $0.element.standsFor.isEmpty }
        var body = lines.map { index, line -> (Int, [String?]) in
            let labels = line.groups + [line.label]
            return (index, labels + Array(repeating: "", count: 3 - labels.count) + (0..<7).map { TableGrids.value(index, $0) })
        }
        body.shuffle(using: &generator)
        let kept = body.dropLast(Int.random(in: 0..<10, using: &generator))
        let binding = bind("applications", rows.prefix(2) + kept.map(\.1))
        let keptRows = Set(kept.map(\.0))
        let expected = TableGrids.expected(form, tables: [1]).filter { id, _ in
            form.index(of: id).map { keptRows.contains(form.indicators[$0].row) } ?? false
        }
        #expect(TableGrids.differences(binding.figures, expected).isEmpty, "seed \(seed)")
    }

    @Test("An extra column and an extra row are said and shift nothing")
    func extras() {
        var rows = TableGrids.applications(form)
        for index in rows.indices { rows[index].insert(index == 1 ? "小计" : index == 0 ? "" : "77", at: 9) }
        rows.insert(["", "（三）不予公开", "小计"] + Array(repeating: "88", count: 8), at: 7)
        let binding = bind("applications", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.unknownLabel, .unknownLabel])
        #expect(binding.remarks.map(\.detail) == ["小计", "小计"])
    }

    @Test("Labels bind however they are spaced, punctuated, widened or numbered")
    func wordings() {
        let rows = TableGrids.applications(form).map { row in
            row.map { text -> String? in
                switch text {
                case "自然人": "自 然　人"
                case "总计": "总\n计"
                case "一、本年新收政府信息公开申请数量": "一.本年（2023）新收政府信息公开申请数量"
                case "二、上年结转政府信息公开申请数量": "上年结转政府信息公开申请数量"
                case "（一）予以公开": "(一)予以公开"
                case "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开"
                case "1.属于国家秘密": "１．属于国家秘密"
                case "3.危及“三安全一稳定”": "3、危及三安全一稳定"
                case "2.重复申请": "②重复申请"
                case "（七）总计": "（七） 总 计"
                default: text
                }
            }
        }
        let binding = bind("applications", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.isEmpty)
    }

    @Test(
        "A damaged label binds by likeness, and this is said",
        arguments: [
            ("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"), ("4.保护第三方合法权益", "4.保护第三放合法权益"),
            ("1.信访举报投诉类申请", "1.信访举报投诉"), ("二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开数量"),
            ("科研机构", "科研机购"),
        ])
    func damage(_ label: String, _ damaged: String) {
        let rows = TableGrids.applications(form).map { $0.map { $0 == label ? damaged : $0 } }
        let binding = bind("applications", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.boundByLikeness])
        #expect(binding.remarks.first?.detail == label)
    }

    @Test("A label that is like two of the form's is neither's")
    func ambiguousDamage() {
        let rows = TableGrids.challenges().map { $0.map { $0 == "行政复议" ? "行政诉议" : $0 } }
        let bound = TableGrids.bound(bind("challenges", rows).figures)
        #expect(bound.count == 10)
        #expect(bound.keys.allSatisfy { $0.hasPrefix("challenges.litigation.") })
    }

    @Test("A row with a figure too few or too many binds nothing, and this is said", arguments: [-1, 1])
    func uneven(_ change: Int) {
        var rows = TableGrids.applications(form)
        if change < 0 { rows[5].remove(at: 4) } else { rows[5].insert("5", at: 4) }
        let binding = bind("applications", rows)
        let expected = TableGrids.expected(form, tables: [1]).filter { !$0.key.hasPrefix("applications.result.partial.") }
        #expect(TableGrids.differences(binding.figures, expected).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.unevenRow])
        #expect(binding.remarks.first?.place.locator.description == "s1/t1/r6c1")
    }

    @Test("Rows whose merged label cells have collapsed bind by the count of the headings")
    func collapsed() {
        let rows = TableGrids.applications(form).enumerated().map { index, row in
            index < 2 ? row : row.filter { $0 != "" }
        }
        #expect(TableGrids.differences(bind("applications", rows).figures, TableGrids.expected(form, tables: [1])).isEmpty)
    }

    @Test("Rows under a known label but without headings bind by position, which is said once")
    func headless() {
        let rows: [[String?]] = [
            ["行政复议"] + (0..<5).map { TableGrids.value(0, $0) }, ["未经复议直接起诉"] + (0..<5).map { TableGrids.value(1, $0) },
            ["复议后起诉"] + (0..<5).map { TableGrids.value(2, $0) },
        ]
        let binding = bind("challenges", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [2])).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.boundByPosition])
        #expect(binding.remarks.first?.detail == "结果维持、结果纠正、其他结果、尚未审结、总计")
        let applications = bind("applications", TableGrids.applications(form).dropFirst(2).map { $0 })
        #expect(TableGrids.differences(applications.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(applications.remarks.map(\.kind) == [.boundByPosition])
    }

    @Test("A row without headings that has a figure too few binds nothing")
    func headlessUneven() {
        let rows: [[String?]] = [["行政复议", "1", "2", "3", "6"], ["复议后起诉", "1", "2", "3", "4", "10"]]
        let binding = bind("challenges", rows)
        #expect(TableGrids.bound(binding.figures).count == 5)
        #expect(binding.remarks.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.boundByPosition, .unevenRow])
    }

    @Test("The challenges bind upright, transposed, and with all labels above")
    func challenges() {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let names = ["行政复议", "未经复议直接起诉", "复议后起诉"]
        let upright: [[String?]] =
            [["项目"] + outcomes] + names.indices.map { row in [names[row]] + (0..<5).map { TableGrids.value(row, $0) } }
        let transposed: [[String?]] =
            [["结果", "行政复议", "行政诉讼", ""], ["", "", "未经复议直接起诉", "复议后起诉"]]
            + outcomes.indices.map { column in [outcomes[column]] + (0..<3).map { TableGrids.value($0, column) } }
        let list: [[String?]] = names.indices.flatMap { row in
            outcomes.indices.map { column in [names[row], outcomes[column], TableGrids.value(row, column)] }
        }
        for rows in [upright, transposed, TableGrids.challenges(), list] {
            let binding = bind("challenges", rows)
            #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [2])).isEmpty)
            #expect(binding.remarks.isEmpty)
        }
    }

    @Test("All figures of a row may be blank, marks or text, and stay what they are")
    func marks() {
        var rows = TableGrids.applications(form)
        rows[2] = ["一、本年新收政府信息公开申请数量", "", "", "", "", "", "", "", "", ""]
        rows[3] = ["二、上年结转政府信息公开申请数量", "", "", "/", "—", "-", "不适用", "／", "－", "——"]
        rows[4] = [TableForms.results, "（一）予以公开", "", "无", "3件", "约5", "见附件", "１２", "1,234", "−7"]
        let figures = bind("applications", rows).figures
        func kinds(_ row: String) -> [String] {
            form.tables[1].columns.map { figures["applications.\(row).\($0.id)"]?.value.kind ?? "absent" }
        }
        #expect(kinds("new") == Array(repeating: "blank", count: 7))
        #expect(kinds("carried-in") == Array(repeating: "not-applicable", count: 7))
        #expect(kinds("result.granted") == ["text", "text", "text", "text", "number", "number", "number"])
        #expect(figures["applications.result.granted.legal-service"]?.value == .number(Quantity(12)))
        #expect(figures["applications.result.granted.total"]?.value == .number(Quantity(-7)))
    }

    @Test("One row of other treatment binds to the row that stands for three; a subtotal beside the three does not")
    func substitute() {
        let label = "（六）其他处理"
        var rows = TableGrids.applications(form).filter { $0[1] != label && !($0[2] ?? "").hasPrefix("2.申请人逾期") && $0[2] != "3.其他" }
        rows.insert(["", label, "", "1", "2", "3", "4", "5", "6", "21"], at: rows.count - 2)
        let single = TableGrids.bound(binder.bind(TableGrids.document("applications", rows), due: "2021").figures)
        #expect(single["applications.result.other.total"] == "21")
        #expect(single["applications.result.other.other.total"] == nil)

        var subtotal = TableGrids.applications(form)
        let at = subtotal.firstIndex { $0[1] == label } ?? 0
        subtotal.insert(["", label, "", "1", "2", "3", "4", "5", "6", "21"], at: at)
        let binding = bind("applications", subtotal)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(Set(binding.remarks.map(\.kind)) == [.unknownLabel])
    }

    @Test("The disclosure table may be one or broken into four")
    func broken() {
        let rows = TableGrids.disclosure()
        let parts = [rows[0..<4], rows[4..<7], rows[7..<11], rows[11..<14]].enumerated().map { index, part in
            ("disclosure" as String?, TableGrids.table(Array(part), number: index + 1))
        }
        let document = TableGrids.document(parts.map { (key: $0.0, table: $0.1) })
        #expect(TableGrids.differences(binder.bind(document).figures, TableGrids.expected(form, tables: [0])).isEmpty)
        let bare = TableGrids.document(
            [rows[1..<4], rows[5..<7], rows[8..<11], rows[12..<14]].map { (key: "disclosure", table: TableGrids.table(Array($0))) })
        #expect(TableGrids.differences(binder.bind(bare).figures, TableGrids.expected(form, tables: [0])).isEmpty)
    }

    @Test("A year in a heading does not hinder")
    func years() {
        let rows = TableGrids.disclosure().map { row in
            row.map { $0 == "本年制发件数" ? "本年(2023)制发件数" : $0 == "本年废止件数" ? "本年（2023年）废止件数" : $0 }
        }
        let binding = bind("disclosure", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [0])).isEmpty)
        #expect(binding.remarks.isEmpty)
    }

    @Test("The tables tell the form; where they fit both, the one that is due counts")
    func forms() {
        let rows2019: [[String?]] = [
            ["第二十条第（一）项", nil, nil, nil], ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规章", "0", "1", "2"],
            ["规范性文件", "3", "4", "5"], ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], ["行政许可", "6", "-7", "8"],
        ]
        let binding = binder.bind(TableGrids.document("disclosure", rows2019), due: "2021")
        #expect(binding.figures.form.id == "2019")
        #expect(binding.figures["disclosure.licensing.items-change"]?.value == .number(Quantity(-7)))
        #expect(TableGrids.bound(binding.figures).count == 9)
        let challenges = TableGrids.document("challenges", TableGrids.challenges())
        #expect(binder.bind(challenges, due: "2019").figures.form.id == "2019")
        #expect(binder.bind(challenges).figures.form.id == "2021")
        let nothing = binder.bind(Document(sections: [Section(path: [0])]), due: "2019")
        #expect(!nothing.isTold && nothing.figures.form.id == "2019" && nothing.figures.values.allSatisfy { $0 == nil })
    }

    @Test("A figure that stands twice counts once, and a difference is said")
    func repeated() {
        let rows = TableGrids.disclosure() + [["信息内容", "本年处理决定数量"], ["行政处罚", "1063"], ["行政强制", "5"]]
        let binding = bind("disclosure", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [0])).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.repeatedFigure])
        #expect(binding.remarks.first?.detail == "disclosure.coercion.decisions")
    }

    @Test("The table in its own section goes before one elsewhere")
    func ownSection() {
        let elsewhere = TableGrids.table([["信息内容", "本年处理决定数量"], ["行政许可", "1"]])
        let document = TableGrids.document([("overview", elsewhere), ("disclosure", TableGrids.table(TableGrids.disclosure()))])
        let binding = binder.bind(document)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [0])).isEmpty)
        #expect(binding.remarks.map(\.place.locator.description) == ["s1/t1/r2c2"])
    }

    @Test("A table of something else binds nothing, though it has a word or two of the form")
    func foreign() {
        let rows: [[String?]] = [["项目", "人数", "其他", "总计"], ["规章", "1", "2", "3"], ["其他", "4", "5", "9"], ["总计", "5", "7", "12"]]
        let binding = bind("overview", rows)
        #expect(!binding.isTold)
        #expect(binding.remarks.map(\.kind) == [.unknownTable])
    }

    @Test("A table that goes on after a page break takes its columns from the first part")
    func continued() {
        var rows = TableGrids.applications(form)
        for index in rows.indices { rows[index].swapAt(4, 5) }
        rows[0][4] = TableForms.organizations
        rows[0][5] = ""
        let parts = [Array(rows[..<12]), Array(rows[12...])].map { (key: "applications" as String?, table: TableGrids.table($0)) }
        let binding = binder.bind(TableGrids.document(parts))
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.map(\.kind) == [.boundByPosition])
    }

    @Test("Group labels in rows of their own tell repeated labels apart")
    func flattened() {
        var rows: [[String?]] = [["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]]
        var last: [String] = []
        for (index, row) in form.tables[1].rows.enumerated() where row.standsFor.isEmpty {
            for (level, group) in row.groups.enumerated() where level >= last.count || last[level] != group {
                rows.append([group] + blanks)
            }
            if row.id == "result.unable.not-held" { rows.append(["其他"] + Array(repeating: "9", count: 7)) }
            last = row.groups
            rows.append([row.label] + (0..<7).map { TableGrids.value(index, $0) })
        }
        let binding = bind("applications", rows)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.map(\.detail) == ["其他"])
    }

    @Test("Thousands of unknown rows hide nothing and end in one remark that there are more")
    func manyRows() {
        let unknown: [[String?]] = (0..<3000).map { ["第\($0)类情形", "", ""] + Array(repeating: "8", count: 7) }
        let binding = bind("applications", TableGrids.applications(form) + unknown)
        #expect(TableGrids.differences(binding.figures, TableGrids.expected(form, tables: [1])).isEmpty)
        #expect(binding.remarks.count == 401)
        #expect(binding.remarks.dropLast().allSatisfy { $0.kind == .unknownLabel || $0.kind == .limitReached })
        #expect(binding.remarks.last?.kind == .limitReached)
    }

    private let blanks: [String?] = Array(repeating: "", count: 7)
}
