package import AuditModel
import Mutations
package import Reporters
import RuleEngine

/// Changes a pack in every way that there is, one at a time, to see which changes its test cases do not notice.
package enum MutationRunner {
    /// Runs the cases concerned against each mutant, on all processors, until one case notices. Cases that fail on the pack itself notice nothing.
    package nonisolated(nonsending) static func run(_ tests: PackTests, with auditor: Auditor) async -> MutationOutcome {
        let pack = auditor.pack
        let prepared = await Parallel.map(tests.cases) { SearchableCase($0, auditor: auditor) }
        let bench = MutationBench(pack: pack, cases: prepared.compactMap(\.self))
        let rules = RuleMutations(pack)
        let words = VocabularyMutations(pack)
        let mutants =
            pack.rules.flatMap(rules.mutants) + words.words + words.cues + FigureMutations(pack).mutants + words.statementWords
        let noticed = await Parallel.map(mutants) { bench.notices($0) }
        let survivors = zip(mutants, noticed).filter { !$1 }.map { MutationOutcome.Survivor(rule: $0.0.rule, mutation: $0.0.mutation) }
        var excuses = ExcuseBook(tests.excuses)
        let unexcused = survivors.filter { !excuses.covers($0.mutation, of: $0.rule) }
        return MutationOutcome(
            mutants: mutants.count, noticed: mutants.count - survivors.count, survivors: unexcused, idleExcuses: excuses.idle)
    }
}
