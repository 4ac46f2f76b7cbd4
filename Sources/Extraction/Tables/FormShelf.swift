import AuditModel
import Synchronization

/// The forms of a binder, each compiled when it is first asked for.
///
/// A class, since all copies of a binder share what one of them compiled; the lock keeps two threads from doing so twice.
final class FormShelf: Sendable {
    private let forms: [Form]
    private let compiled: Mutex<[CompiledForm?]>

    init(_ forms: [Form]) {
        self.forms = forms
        compiled = Mutex(Array(repeating: nil, count: forms.count))
    }

    /// The form of that id; nil where there is none.
    func form(_ id: String) -> CompiledForm? { forms.firstIndex { $0.id == id }.map(form(at:)) }

    /// In the pack's order.
    var all: [CompiledForm] { forms.indices.map(form(at:)) }

    private func form(at index: Int) -> CompiledForm {
        compiled.withLock { compiled in
            if let known = compiled[index] { return known }
            let form = CompiledForm(forms[index])
            compiled[index] = form
            return form
        }
    }
}
