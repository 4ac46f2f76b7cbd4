import AuditModel
import DocumentDiff
import DocumentModel
import Processes
import TestSupport
import Testing
import XML

@testable import Reporters

@Suite("Word files with tracked changes")
struct DiffWordTests {
    static let stamp = DiffWord.Stamp(author: "甲 & <乙>", date: SampleAudit.day)

    static func comparison(_ old: Document, _ new: Document) -> Comparison {
        let source = Source(path: "a.txt", mediaType: "text/plain", digest: "sha256:0")
        return Comparison(
            old: .init(source: source, document: old, identity: nil, form: nil),
            new: .init(source: source, document: new, identity: nil, form: nil), delta: DocumentDelta(from: old, to: new), mask: TextMask(),
            names: [],
            changes: [])
    }

    /// What a document's blocks read like in a file that holds no control characters.
    static func paragraphs(_ document: Document) -> [String] {
        document.textBlocks.map { $0.text.string.replacing(#/[\u{1}\u{FFFF}]/#, with: "\u{FFFD}") }.filter { !$0.isEmpty }
    }

    @Test("Accepting all changes gives the new text, rejecting all the old one, and elements stand in their order", arguments: 1...200)
    func generated(_ seed: Int) throws {
        var generator = RedlineGenerator(seed: seed)
        let (old, new) = generator.pair()
        let word = try WordText(DiffWord.bytes(of: Self.comparison(old, new), stamp: Self.stamp))
        #expect(word.paragraphs(.accepted) == Self.paragraphs(new), "seed \(seed)")
        #expect(word.paragraphs(.rejected) == Self.paragraphs(old), "seed \(seed)")
        #expect(WordOrder.faults(in: word.root) == [], "seed \(seed)")
    }

    @Test("The sample comparison's text, as kept")
    func golden() throws {
        let bytes = DiffWord.bytes(of: SampleComparison.comparison, stamp: Self.stamp)
        try Golden.expect(try WordText.part("word/document.xml", of: bytes), equals: "diff.docx.xml")
        #expect(DiffWord.bytes(of: SampleComparison.comparison, stamp: Self.stamp) == bytes)
    }

    @Test("What was moved and edited is moved from one place to the other under one name, what changed of it apart")
    func moves() throws {
        func document(_ texts: [String], _ more: [String]) -> Document {
            let sections = [texts, more].enumerated().map { index, texts in
                Section(
                    path: [index + 1], key: "k\(index)", heading: Heading(text: BlockText("标题\(index)"), ordinal: nil, title: "标题\(index)"),
                    blocks: texts.enumerated().map { .paragraph(Paragraph(number: $0 + 1, text: BlockText($1))) })
            }
            return Document(sections: [Section(path: [0])] + sections)
        }
        let old = document(["春天种下杜鹃花三十棵。", "这一段关于浇水的话被移到了后面的一节里去。"], ["秋天种下银杏树。"])
        let new = document(["春天种下杜鹃花三十棵。"], ["秋天种下银杏树。", "这一段关于浇水的话又移到了后面的一节里来。"])
        let word = try WordText(DiffWord.bytes(of: Self.comparison(old, new), stamp: Self.stamp))
        var found: [String] = []
        for paragraph in word.root.children.flatMap(\.children) where paragraph.name == "p" {
            let pieces = paragraph.children.map { child in
                let name = child.attributes.first { $0.name == "name" }?.value ?? ""
                return "\(child.name) \(name)\(child.children.flatMap(\.children).map(\.text).joined())"
            }
            found.append(pieces.dropFirst().joined(separator: ", "))
        }
        #expect(found.contains { $0.hasPrefix("moveFromRangeStart move1, moveFrom 这一段关于浇水的话, del 被, moveFrom ") })
        #expect(found.contains { $0.hasPrefix("moveToRangeStart move1, moveTo 这一段关于浇水的话, ins 又, moveTo ") })
    }

    @Test("The day is that of publication, of the signature, the first after the year, or one that stands for none")
    func days() throws {
        let (earlier, later) = (try #require(CalendarDate("2024-01-09")), try #require(CalendarDate("2024-01-31")))
        func located(_ day: CalendarDate) -> Located<CalendarDate> { Located(day, quote: "", place: Place(.document)) }
        func day(_ identity: Identity?) -> String {
            let document = Document(sections: [Section(path: [0])])
            let source = Source(path: "a.txt", mediaType: "text/plain", digest: "sha256:0")
            let side = Comparison.Side(source: source, document: document, identity: identity, form: nil)
            return DiffWord.date(
                of: Comparison(
                    old: side, new: side, delta: DocumentDelta(from: document, to: document), mask: TextMask(), names: [], changes: [])
            ).description
        }
        #expect(day(Identity(year: 2023, signatureDate: located(earlier), publicationDate: located(later))) == "2024-01-31")
        #expect(day(Identity(year: 2023, signatureDate: located(earlier))) == "2024-01-09")
        #expect(day(Identity(year: 2023)) == "2024-01-01")
        #expect(day(Identity(year: 9999)) == "2000-01-01")
        #expect(day(nil) == "2000-01-01")
    }

    @Test(
        "LibreOffice accepts and rejects the changes to the new and the old text",
        .enabled(if: OfficeRedlines.program != nil, "soffice is not installed"))
    func office() throws {
        var pairs = (1...40).map { seed in
            var generator = RedlineGenerator(seed: seed)
            return generator.pair()
        }
        pairs.append((SampleAudit.previous.document, SampleAudit.current.document))
        let settled = try OfficeRedlines.settled(
            pairs.map { DiffWord.bytes(of: Self.comparison($0.old, $0.new), stamp: Self.stamp) })
        func lines(_ texts: [String]) -> [String] {
            texts.joined(separator: "\n").split(separator: "\n").map(String.init)
        }
        for (index, (pair, texts)) in zip(pairs, settled).enumerated() {
            #expect(lines([texts.accepted]) == lines(Self.paragraphs(pair.new)), "accepted, seed \(index + 1)")
            #expect(lines([texts.rejected]) == lines(Self.paragraphs(pair.old)), "rejected, seed \(index + 1)")
        }
    }
}
