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
}
