import DocumentModel
import Testing

@Suite struct PlaceTests {
    @Test("the place of every character follows from the anchors") func positions() {
        let text = BlockText(
            "甲乙\nb丙",
            anchors: [
                .init(offset: 0, position: SourcePosition(line: 3, column: 5, page: 1)),
                .init(offset: 6, position: SourcePosition(line: 3, column: 9, page: 1)),
                .init(offset: 7, position: SourcePosition(line: 4, column: 2, page: 2)),
            ])
        #expect([0, 3, 6, 7, 8].map { text.position(atOffset: $0).line } == [3, 3, 3, 4, 4])
        #expect([0, 3, 6, 7, 8].map { text.position(atOffset: $0).column } == [5, 6, 9, 2, 3])
        #expect([6, 8].map { text.position(atOffset: $0).page } == [1, 2])
        #expect(text.position(atOffset: 11).column == 4, "behind the last character")
        #expect(text.substring(3..<7) == "乙\n")
    }

    @Test("a text without known place has unknown positions") func unknown() {
        #expect(BlockText("甲乙").position(atOffset: 3) == .unknown)
        #expect(BlockText("甲乙", anchors: []).start == .unknown)
        let page = SourcePosition(page: 7)
        #expect(BlockText("甲乙", at: page).position(atOffset: 3) == page, "a format without columns")
    }

    @Test("locators are written from the section down")
    func locators() {
        let table = Table(number: 2, rowCount: 1, columnCount: 1, cells: [Cell(row: 1, column: 1, text: BlockText("1"))])
        let section = Section(path: [5, 2], blocks: [.table(table), .paragraph(Paragraph(number: 1, text: BlockText("甲")))])
        #expect(section.locator.description == "s5.2")
        #expect(section.paragraphs.map { section.locator(of: $0).description } == ["s5.2/p1"])
        #expect(section.tables.map { section.locator(of: $0).description } == ["s5.2/t2"])
        #expect(table.cells.map { section.locator(of: $0, in: table).description } == ["s5.2/t2/r1c1"])
        #expect(Locator.document.description == "s0")
    }

    @Test("sections come before their subsections, in document order") func order() {
        let deep = Section(path: [1, 1, 1])
        let first = Section(path: [1], key: "a", subsections: [Section(path: [1, 1], subsections: [deep]), Section(path: [1, 2])])
        let document = Document(sections: [Section(path: [0]), first, Section(path: [2], key: "a")])
        #expect(document.allSections.map(\.path) == [[0], [1], [1, 1], [1, 1, 1], [1, 2], [2]])
        #expect(document.section("a")?.path == [1], "the first of several")
        #expect(document.section("b") == nil)
        #expect(document.section(at: [1, 1, 1]) == deep)
        #expect(document.section(at: [2])?.key == "a")
        #expect(document.section(at: [1, 3]) == nil)
    }

    @Test("a section stands where its heading does, else where its first block does") func places() {
        let line = { (number: Int) in SourcePosition(line: number, column: 1) }
        let heading = Heading(text: BlockText("一、甲", at: line(4)), ordinal: 1, title: "甲")
        let paragraph = Block.paragraph(Paragraph(number: 1, text: BlockText("乙", at: line(5))))
        let table = Block.table(
            Table(number: 1, rowCount: 1, columnCount: 1, cells: [Cell(row: 1, column: 1, text: BlockText("丙", at: line(6)))]))
        #expect(Section(path: [1], heading: heading, blocks: [paragraph]).place.position == line(4))
        #expect(Section(path: [0], blocks: [paragraph, table]).place.position == line(5))
        #expect(Section(path: [0], blocks: [table]).place.position == line(6))
        #expect(Section(path: [0]).place == Place(Locator(section: [0])))
    }
}
