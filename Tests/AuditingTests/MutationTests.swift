import AuditModel
import Auditing
import Foundation
import Mutations
import Reporters
import TestSupport
import Testing

@Suite("Mutations of packs")
struct MutationTests {
    /// The pack's tests without some of the cases and excuses.
    private func outcome(_ folder: String, without isLeftOut: (RuleCase) -> Bool = { _ in false }, excuses: Bool = true) async throws
        -> MutationOutcome
    {
        let tests = try PackLoading.tests(in: folder)
        let kept = PackTests(cases: tests.cases.filter { !isLeftOut($0) }, excuses: excuses ? tests.excuses : [])
        return await MutationRunner.run(kept, with: Auditor(try PackLoading.pack(in: folder)))
    }

    private static let minutes = Project.root + "Rules/meeting-minutes"

    @Test("each change of the pack of minutes is noticed by a case or has a written reason, and no reason is idle")
    func clean() async throws {
        let outcome = try await outcome(Self.minutes)
        #expect(outcome.survivors == [])
        #expect(outcome.idleExcuses == [])
        #expect(outcome.noticed > 100)
        #expect(outcome.mutants == outcome.noticed + outcome.excused)
    }

    @Test("what no case shows is named: the sign of a summand, a severity, a word")
    func survivors() async throws {
        let votes = try await outcome(Self.minutes) { $0.rule == "VOTE-01" && $0.verdict == .violated }
        let keys = Set(votes.survivors.filter { $0.rule == "VOTE-01" }.map(\.mutation.key))
        #expect(keys.isSuperset(of: ["severity = query", "equation.2 dropped", "equation.1 except with third"]))
        #expect(votes.survivors.allSatisfy { $0.rule == "VOTE-01" })

        let words = try await outcome(Self.minutes) { item in
            guard item.rule == "MIN-03", case .made(let made) = item.report else { return false }
            return made.texts.contains { $0.paragraphs.contains { $0.contains("主办") } }
        }
        #expect(words.survivors.map(\.mutation.key) == ["vocabulary.charge without 主办"])
        #expect(words.survivors.first?.rule == nil)
    }

    @Test("a change of the words that figures are stated by leaves claims to be judged, and words of claims are changed as well")
    func claims() async throws {
        let folder = Project.root + "Rules/government-information-disclosure"
        let pack = try PackLoading.pack(in: folder)
        let mutants = VocabularyMutations(pack).statementWords + FigureMutations(pack).mutants
        for case .statements(let make) in mutants.map(\.change) {
            let changed = make()
            #expect(changed.claimWords == pack.statements.claimWords)
            #expect(changed.figures.count { $0.claim != nil } >= pack.statements.figures.count { $0.claim != nil } - 1)
        }
        let words = VocabularyMutations(pack).claimWords
        #expect(words.count == pack.statements.claimWords.count)
        #expect(words.contains { $0.mutation.part == "claim-words rise" && $0.word == "增长" })
        // No number is bound to what claims are judged by, so that neither scale nor readings in doubt make a difference.
        let changes = FigureMutations(pack).mutants.map(\.mutation.key)
        #expect(changes.contains("figure.all-granted dropped"))
        #expect(!changes.contains { $0.hasPrefix("figure.all-granted scale") || $0.hasPrefix("figure.share-of-reviews ambiguous") })
    }

    @Test("a word that names a year by how it lies is looked for in no text, and one that stands twice in its list makes no change")
    func words() throws {
        let pack = try PackLoading.pack(in: Project.root + "Rules/government-information-disclosure")
        let relative = (VocabularyMutations(pack).words + VocabularyMutations(pack).cues).filter { $0.mutation.key.contains("±0年") }
        #expect(!relative.isEmpty && relative.allSatisfy { $0.word == nil })
        let folder = try minutes(charge: "牵头 牵头 负责")
        let words = VocabularyMutations(try PackLoading.pack(in: folder.path + "/minutes")).words
        #expect(words.filter { $0.mutation.part == "vocabulary.charge" }.map(\.word) == ["负责", "承办", "落实", "主办"])
    }

    @Test("a case that says what numbers are read as fails where they are read otherwise")
    func numbers() async throws {
        let folder = Project.root + "Rules/government-information-disclosure"
        let auditor = Auditor(try PackLoading.pack(in: folder))
        let cases = try PackLoading.tests(in: folder).cases
        let item = try #require(cases.first { $0.numbers?.contains("letter") == true })
        let wrong = RuleCase(
            rule: item.rule, form: item.form, number: item.number, place: item.place, verdict: item.verdict, places: item.places,
            numbers: ["hotline"], report: item.report, previous: item.previous)
        let outcome = await CaseRunner.run([item, wrong], with: auditor)
        #expect(outcome.failures.map(\.failed) == [wrong])
        #expect(outcome.failures.map(\.numbers) == [item.numbers])
    }

    /// A folder with the pack of minutes, of which the first two words that charge somebody are others.
    private func minutes(charge: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.copyItem(atPath: Project.root + "Rules/pack.xsd", toPath: folder.path + "/pack.xsd")
        try manager.copyItem(atPath: Self.minutes, toPath: folder.path + "/minutes")
        let path = folder.path + "/minutes/passages.xml"
        let words = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "牵头 负责", with: charge)
        try words.write(toFile: path, atomically: true, encoding: .utf8)
        return folder
    }

    @Test("an excuse for words with shorter ones in them excuses those alone, and is idle where there is none", arguments: [true, false])
    func shorterWords(hasLongWord: Bool) async throws {
        let folder = try minutes(charge: hasLongWord ? "主要负责 经办 牵头 负责" : "经办 牵头 负责")
        try #"<cases><excuse mutation="vocabulary.charge without *" shorter="true">表中有较短的词</excuse></cases>"#
            .write(toFile: folder.path + "/minutes/cases/excuses.xml", atomically: true, encoding: .utf8)
        let outcome = try await outcome(folder.path + "/minutes")
        // No case has either of the words; only the longer one is found by a shorter one as well.
        #expect(outcome.survivors.map(\.mutation.key) == ["vocabulary.charge without 经办"])
        #expect(outcome.excused == (hasLongWord ? 1 : 0))
        #expect(outcome.idleExcuses.map(\.pattern) == (hasLongWord ? [] : ["vocabulary.charge without *"]))
    }

    @Test("the same pack has the same mutants and survivors each time")
    func determinism() async throws {
        let all: (RuleCase) -> Bool = { $0.verdict == .violated }
        let first = try await outcome(Self.minutes, without: all)
        #expect(try await outcome(Self.minutes, without: all) == first)
        #expect(!first.survivors.isEmpty)
    }

    @Test(
        "an excuse names changes by their keys, with * for any characters",
        arguments: [
            ("equation.1 dropped", true), ("equation.* dropped", true), ("*", true), ("*.1 d*d", true), ("equation.1", false),
            ("equation.2 dropped", false), ("*left*", false), ("equation.1 dropped*", true), ("equation.1 dropped dropped", false),
        ])
    func patterns(_ pattern: String, _ fits: Bool) {
        #expect(MutationExcuse.fits("equation.1 dropped", pattern) == fits)
    }
}
