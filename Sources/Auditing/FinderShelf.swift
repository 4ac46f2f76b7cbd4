import AuditModel
import Extraction
import Synchronization

/// The statement finders of a pack, one for each form, made when a report on that form first comes along.
///
/// A class, since all copies of an auditor share what one of them made; the lock keeps two threads from making the same finder twice.
final class FinderShelf: Sendable {
    private let pack: RulePack
    private let finders = Mutex([String: StatementFinder]())

    init(_ pack: RulePack) { self.pack = pack }

    /// The finder for a form of the pack.
    func finder(for form: Form) -> StatementFinder {
        finders.withLock { finders in
            if let known = finders[form.id] { return known }
            let finder = StatementFinder(CompiledGrammar(pack.statements, form: form))
            finders[form.id] = finder
            return finder
        }
    }
}
