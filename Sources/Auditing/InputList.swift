import AuditModel

/// The files that paths stand for, in order: of folders the reports within, of others themselves.
struct InputList: Sendable {
    /// Each once.
    private(set) var files: [String] = []
    private(set) var unreadable: [UnreadableInput] = []
    /// What was passed over.
    private(set) var notices: [LocalizedText] = []

    init(_ paths: [String]) {
        var seen: Set<String> = []
        for path in paths {
            guard InputFile.isFolder(path) else {
                if seen.insert(path).inserted { files.append(path) }
                continue
            }
            do throws(InputError) {
                let (found, passedOver) = try InputFile.reports(in: path)
                guard !found.isEmpty else { throw InputError.emptyFolder }
                files += found.filter { seen.insert($0).inserted }
                if passedOver > 0 { notices.append(InputWording.passedOver(passedOver, in: path)) }
            } catch {
                unreadable.append(UnreadableInput(path: path, error: InputWording.text(of: error)))
            }
        }
    }
}
