package import AuditModel

/// What came of changing a pack in every way, one at a time.
package struct MutationOutcome: Hashable, Sendable {
    /// A change that no test case noticed.
    package struct Survivor: Hashable, Sendable {
        /// The rule that was changed; nil for what rules have in common.
        package let rule: Rule.ID?
        /// The change.
        package let mutation: Mutation

        package init(rule: Rule.ID?, mutation: Mutation) {
            self.rule = rule
            self.mutation = mutation
        }
    }

    /// How many changes were tried.
    package let mutants: Int
    /// How many of them a case noticed.
    package let noticed: Int
    /// Those that no case noticed and no excuse covers, in the order in which they were tried.
    package let survivors: [Survivor]
    /// Excuses that cover no change that went unnoticed, in the pack's order.
    package let idleExcuses: [MutationExcuse]

    package init(mutants: Int, noticed: Int, survivors: [Survivor], idleExcuses: [MutationExcuse]) {
        self.mutants = mutants
        self.noticed = noticed
        self.survivors = survivors
        self.idleExcuses = idleExcuses
    }

    /// How many went unnoticed with a written reason.
    package var excused: Int { mutants - noticed - survivors.count }
    /// Whether nothing is left to do.
    package var isClean: Bool { survivors.isEmpty && idleExcuses.isEmpty }
}

/// The outcome of mutations as text.
package enum MutationListing {
    /// The survivors by rule and part, then the idle excuses and the numbers.
    package static func bytes(of outcome: MutationOutcome, in language: Language, for terminal: Terminal) -> [UInt8] {
        var text = TextWriter(terminal)
        var rule: Rule.ID??
        var index = 0
        while index < outcome.survivors.count {
            let survivor = outcome.survivors[index]
            if rule != .some(survivor.rule) {
                text.line(survivor.rule ?? RuleWording.sharedWords[language], .bold)
                rule = survivor.rule
            }
            // What lacks one word after another of one list makes one line.
            var names: [String] = []
            while index < outcome.survivors.count, outcome.survivors[index].rule == survivor.rule,
                outcome.survivors[index].mutation.part == survivor.mutation.part,
                case .without(let name) = outcome.survivors[index].mutation.action
            {
                names.append(name)
                index += 1
            }
            let what = names.isEmpty ? RuleWording.action(survivor.mutation.action) : RuleWording.without(names)
            text.entry(indent: 2, label: survivor.mutation.part, width: 28, what[language], .yellow)
            if names.isEmpty { index += 1 }
        }
        for excuse in outcome.idleExcuses { text.line("\(excuse.place): \(RuleWording.idleExcuse(excuse.pattern)[language])", .red) }
        text.line(
            RuleWording.mutations(outcome.mutants, noticed: outcome.noticed, excused: outcome.excused, unnoticed: outcome.survivors.count)[
                language], outcome.isClean ? .green : .red)
        return text.bytes
    }
}
