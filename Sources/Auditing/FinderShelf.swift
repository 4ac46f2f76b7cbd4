import AuditModel
import Extraction
import Synchronization

/// The finders of a pack, those of statements one for each form, made when a report first comes along that needs them.
///
/// A class, since all copies of an auditor share what one of them made; the locks keep two threads from making the same finder twice.
final class FinderShelf: Sendable {
    private let pack: RulePack
    private let finders = Mutex([String: StatementFinder]())
    private let passageFinder = Mutex<PassageFinder?>(nil)

    init(_ pack: RulePack) { self.pack = pack }

    var passages: PassageFinder {
        passageFinder.withLock { finder in
            if let finder { return finder }
            let made = PassageFinder(pack.passages)
            finder = made
            return made
        }
    }

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
