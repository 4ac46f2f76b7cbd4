import AuditModel
import DocumentModel
import Testing

@testable import Extraction

@Suite("Statements of narratives")
struct StatementFinderTests {
    @Test("A sentence states what the corpus says", arguments: StatementCorpus.all)
    func corpus(_ line: CorpusLine) throws {
        let pack = try ShippedPack.load()
        #expect(pack.states(line.text, in: line.section) == line.states)
    }

    @Test(
        "A whole and its parts are found with what the wording promises",
        arguments: [
            ("全年制作图解12期，其中，市级6期、东县4期、西县2期。", ["12=6+4+2"]),
            ("全年制作图解60期，其中动画5期。", ["60>5"]),
            ("全年制作图解60期，其中动画5期、长图3期。", ["60>5+3"]),
            ("全年收到政府信息公开申请20件（市局8件、东县9件、西县3件）。", ["20=8+9+3"]),
            ("收到政府信息公开申请20件，其中自然人15件、法人或其他组织5件，答复19件。", ["20=15+5"]),
            ("办结政府信息公开申请20件，其中予以公开10件、部分公开4件等。", ["20>10+4"]),
            ("围绕教育、医疗等政策，制作图解12期，其中，市级6期、东县4期、西县1期。", ["12=6+4+1"]),
            ("不予公开3件，理由分别是属于国家秘密1件、属于内部事务信息2件；无法提供6件，分别是本机关不掌握相关政府信息5件、没有现成信息1件。", ["3=1+2", "6=5+1"]),
            ("不予公开3件，其中属于国家秘密1件、属于内部事务信息2件，无法提供6件。", ["3=1+2"]),
            ("办结申请20件，其中予以公开10件、不予公开4件，包括国家秘密1件、内部事务信息3件，无法提供6件。", ["20>10+4+6"]),
            ("网上申请9件，信函申请3件，共计12件。", ["12=9+3"]),
            ("对5件申请收取了信息处理费800元。其中，东县公安局2件，收取300元；西县民政局3件，收取500元。", ["5=2+3", "800=300+500"]),
            ("共受理政府信息公开申请30件，其中，予以公开20件、部分公开5件、结转下年度5件。", ["30=20+5+5"]),
            ("收到政府信息公开申请20件，办结18件，结转2件。", []),
        ] as [(String, [String])])
    func breakdowns(_ text: String, _ expected: [String]) throws {
        let found = try ShippedPack.load().narrative(text, in: "overview").breakdowns.map { breakdown in
            let parts = breakdown.parts.map(\.value.description).joined(separator: "+")
            return breakdown.whole.value.description + (breakdown.strictness == .partition ? "=" : ">") + parts
        }
        #expect(found == expected)
    }

    @Test("A figure that agrees with one of its lawful readings agrees")
    func lawfulReadings() throws {
        let figures = ["applications.new.total": 10, "applications.carried-in.total": 2]
        let pack = try ShippedPack.load()
        func agrees(_ text: String) -> [Bool?] { pack.narrative(text, in: "overview", figures: figures).statements.map(\.agrees) }
        #expect(agrees("共收到政府信息公开申请10件。") == [true])
        #expect(agrees("共收到政府信息公开申请12件。") == [true])
        #expect(agrees("共收到政府信息公开申请11件。") == [false])
        #expect(agrees("本年新收政府信息公开申请12件。") == [false])
    }

    @Test("A breakdown that the tables bear out is no matter of sums")
    func borneOut() throws {
        let figures = [
            "applications.result.total.total": 20, "applications.result.granted.total": 10, "applications.result.partial.total": 4,
        ]
        let narrative = try ShippedPack.load().narrative("办结申请20件，其中予以公开10件、部分公开4件。", in: "applications", figures: figures)
        #expect(narrative.statements.map(\.agrees) == [true, true, true])
        #expect(narrative.breakdowns.isEmpty)
    }

    @Test("Quotes and places lead to the very characters")
    func places() throws {
        let text = "全年共收到政府信息公开申请12件，办结11件。"
        let statements = try ShippedPack.load().narrative(text, in: "overview").statements
        #expect(statements.map(\.quote) == ["全年共收到政府信息公开申请12件", "办结11件"])
        #expect(statements.map(\.place.position.column) == [1, 18])
        #expect(statements.map { BlockText(text).substring($0.numberRange) } == ["12", "11"])
    }
}
