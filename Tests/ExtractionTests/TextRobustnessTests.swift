import AuditModel
import DocumentModel
import DocumentReaders
import TestSupport
import Testing

@testable import Extraction

/// Text as it is pasted: with what stood around it, and with what only looks like a table.
@Suite struct TextRobustnessTests {
    private static let before = """
        鹿原市人民政府
        首页   政务公开   办事服务   互动交流
        当前位置：首页 > 政务公开 > 年度报告
        索引号：K0001/2024-00012     发布机构：鹿原市教育局
        发布日期：2024-01-20 16:30     浏览次数：1234
        字体：大 中 小     打印     关闭

        """
    private static let after = """

        上一篇：2022年度报告
        下一篇：没有了
        联系电话：0500 80000000
        访问量 12345678

        """

    private func read(_ text: String) throws -> (document: Document, bound: [String: String]) {
        let pack = try ShippedPack.load().pack
        let outline = Outline(entries: pack.forms[0].outline.entries, tables: pack.forms.flatMap { $0.outline.tables })
        let document = try DocumentReader.read(Array(text.utf8), outline: outline).document
        return (document, TableGrids.bound(TableBinder(forms: pack.forms, rules: pack.rules).bind(document).figures))
    }

    private static let layouts: [SpecimenText.Layout] = [.columns, .stacked, .tabbed, .pages]

    @Test("Menus before and behind a report are no part of its tables", arguments: layouts, 0..<8)
    func page(_ layout: SpecimenText.Layout, seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let (document, bound) = try read(Self.before + SpecimenText(specimen, as: layout, seed: seed).text + Self.after)
        #expect(bound == specimen.values)
        #expect(document.allSections.flatMap(\.tables).count == 3)
        let paragraphs = document.allSections.flatMap(\.paragraphs).map(\.text.string)
        #expect(paragraphs.contains("鹿原市人民政府") && paragraphs.contains("访问量 12345678"))
    }

    @Test("Blank lines between all lines change nothing", arguments: [SpecimenText.Layout.columns, .stacked, .runTogether], 0..<8)
    func blankLines(_ layout: SpecimenText.Layout, seed: UInt64) throws {
        let text = SpecimenText(Specimen(form2021: seed), as: layout, seed: seed).text
        #expect(try read(text.replacing("\n", with: "\n\n")).bound == read(text).bound)
    }

    @Test("Tables without headings between them are told by their own labels", arguments: [SpecimenText.Layout.columns, .stacked], 0..<8)
    func noHeadings(_ layout: SpecimenText.Layout, seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let blocks = specimen.blocks.filter { block in
            guard case .heading(let ordinal, _, _) = block else { return true }
            return !["二、", "三、", "四、"].contains(ordinal)
        }
        let bare = Specimen(
            form: specimen.form, unit: specimen.unit, year: specimen.year, title: specimen.title, blocks: blocks, values: specimen.values,
            published: specimen.published)
        #expect(try read(SpecimenText(bare, as: layout, seed: seed).text).bound == specimen.values)
    }

    @Test(
        "Running text with numbers is no table",
        arguments: [
            "本年度收到申请 12 件 其中自然人 8 件 法人 4\n全年行政许可 12 件 行政处罚 3 件 行政强制 0\n各月公开 12 10 9 8 11 10 9",
            "2023 12 31\n2023 1 1\n2024 1 20\n2024 2 1", "办公室 0500 80000001\n值班室 0500 80000002\n监督电话 0500 80000003",
            "1. 主动公开 120\n2. 依申请公开 3\n3. 回应关切 15\n4. 政策解读 22", "总计 12\n其他 3\n自然人 9",
            "行政许可\n行政处罚\n行政强制\n行政事业性收费", "上年 12 10 9 8 11\n本年 11 10 9 8 11\n比上年 -1 0 0 0 0",
            "（一）予以公开\n对符合条件的申请予以公开。\n（二）部分公开\n作区分处理。\n（三）不予公开\n涉及国家秘密的不予公开。",
        ])
    func runningText(_ text: String) throws {
        for heading in ["一、总体情况\n", ""] {
            let (document, bound) = try read("青川县水务局2023年政府信息公开工作年度报告\n" + heading + text + "\n以上情况，特此说明。\n")
            #expect(document.allSections.flatMap(\.tables).isEmpty)
            #expect(bound.isEmpty)
            let written = text.split(separator: "\n").map(String.init)
            let lines = document.allSections.flatMap { section in
                (section.heading.map { [$0.text.string] } ?? []) + section.paragraphs.map(\.text.string)
            }
            #expect(written.allSatisfy { lines.contains($0) })
        }
    }

    @Test("A stroke is not a blank, and neither is 0")
    func strokes() throws {
        let text = """
            三、收到和处理政府信息公开申请情况
            自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
            一、本年新收政府信息公开申请数量  /  —  0  0  0  0  0
            二、上年结转政府信息公开申请数量  0 0 0 0 0 0 0
            四、结转下年度继续办理  0 0 0 0 0 0
            """
        let (_, bound) = try read(text)
        #expect(bound["applications.new.natural-person"] == "/" && bound["applications.new.business"] == "—")
        #expect(bound["applications.carried-in.total"] == "0" && bound["applications.carried-over.total"] == nil)
    }
}
