package import AuditModel
import Mutations
package import Reporters
import RuleEngine

/// Changes a pack in every way that there is, one at a time, to see which changes its test cases do not notice.
package enum MutationRunner {
    /// Runs the cases concerned against each mutant, on all processors, until one case notices. Cases that fail on the pack itself notice nothing.
    ///
    /// - Parameter only: the rules to be changed, and not the words that rules have in common; nil: everything.
    package nonisolated(nonsending) static func run(
        _ tests: PackTests, with auditor: Auditor, only: Set<Rule.ID>? = nil
    ) async -> MutationOutcome {
        let pack = auditor.pack
        let prepared = await Parallel.map(tests.cases) { SearchableCase($0, auditor: auditor) }
        let bench = MutationBench(pack: pack, cases: prepared.compactMap(\.self))
        let rules = RuleMutations(pack)
        let words = VocabularyMutations(pack)
        let shared = only == nil ? words.words + words.cues + FigureMutations(pack).mutants + words.statementWords + words.claimWords : []
        let mutants = pack.rules.filter { only?.contains($0.id) ?? true }.flatMap(rules.mutants) + shared
        let noticed = await Parallel.map(mutants) { bench.notices($0) }
        let survivors = zip(mutants, noticed).filter { !$1 }.map { MutationOutcome.Survivor(rule: $0.0.rule, mutation: $0.0.mutation) }
        var excuses = ExcuseBook(
            tests.excuses.filter { excuse in only.map { $0.contains(excuse.rule ?? "") } ?? true }, words: WordsInWords(mutants, of: pack))
        let unexcused = survivors.filter { !excuses.covers($0.mutation, of: $0.rule) }
        return MutationOutcome(
            mutants: mutants.count, noticed: mutants.count - survivors.count, survivors: unexcused, idleExcuses: excuses.idle)
    }
}
