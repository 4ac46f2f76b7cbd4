package import AuditModel
import DocumentDiff
import DocumentModel
import DocumentReaders
import Extraction
package import Reporters

/// Compares any two texts, reports or not.
package struct Comparer: Sendable {
    /// What came of the two texts.
    package enum Outcome: Sendable {
        case compared(Comparison)
        /// At least one.
        case unreadable([UnreadableInput])
    }

    /// Texts of fewer bytes are read sooner than a second thread starts.
    private static let parallelBytes = 1 << 16

    private let reader: ReportReader
    private let threshold: ChangeThreshold?

    /// - Precondition: the pack has at least one form.
    package init(_ pack: RulePack) {
        reader = ReportReader(pack)
        threshold = pack.changeThreshold
    }

    /// Two reports are compared by their sections and indicators; of anything else a text is one section, each line a block.
    package nonisolated(nonsending) func compare(old: String, new: String) async -> Outcome {
        var files: [(path: String, bytes: [UInt8])] = []
        var unreadable: [UnreadableInput] = []
        for path in [old, new] {
            do {
                files.append((path, try InputFile.bytes(of: path)))
            } catch {
                unreadable.append(UnreadableInput(path: path, error: InputWording.text(of: error)))
            }
        }
        guard unreadable.isEmpty else { return .unreadable(unreadable) }
        let texts = await read(files) { file throws(ReadingError) in try reader.text(of: file.bytes, path: file.path) }
        if case .success(let before) = texts[0], case .success(let after) = texts[1],
            let oldFigures = before.binding?.figures, let newFigures = after.binding?.figures
        {
            return .compared(comparison(of: before, oldFigures, after, newFigures))
        }
        if case .success(let before) = texts[0], case .success(let after) = texts[1], before.isPlain, after.isPlain {
            return .compared(comparison(of: before, after))
        }
        var plain: [ReportReader.Text] = []
        for (file, result) in zip(
            files, await read(files) { file throws(ReadingError) in try reader.plainText(of: file.bytes, path: file.path) })
        {
            switch result {
            case .success(let text): plain.append(text)
            case .failure(let error): unreadable.append(UnreadableInput(path: file.path, error: InputWording.text(of: .unreadable(error))))
            }
        }
        return unreadable.isEmpty ? .compared(comparison(of: plain[0], plain[1])) : .unreadable(unreadable)
    }

    private typealias File = (path: String, bytes: [UInt8])
    private typealias Read = Result<ReportReader.Text, ReadingError>

    private nonisolated(nonsending) func read(
        _ files: [File], _ read: @escaping @Sendable (File) throws(ReadingError) -> ReportReader.Text
    ) async -> [Read] {
        let result = { @Sendable (file: File) -> Read in
            do throws(ReadingError) { return .success(try read(file)) } catch { return .failure(error) }
        }
        guard files.contains(where: { $0.bytes.count >= Self.parallelBytes }) else { return files.map(result) }
        return await Parallel.map(files, result)
    }

    private func comparison(
        of old: ReportReader.Text, _ oldFigures: Figures, _ new: ReportReader.Text, _ newFigures: Figures
    ) -> Comparison {
        let identities = [old, new].map { reader.identity(of: $0.document) }
        let names = identities.flatMap { [$0.unit, $0.titleUnit?.value, $0.signatureUnit?.value].compactMap(\.self) + $0.ownNames }
        return Comparison(
            old: Comparison.Side(source: old.source, document: old.document, identity: identities[0], form: oldFigures.form.id),
            new: Comparison.Side(source: new.source, document: new.document, identity: identities[1], form: newFigures.form.id),
            delta: DocumentDelta(from: old.document, to: new.document), mask: TextMask(names: names), names: names,
            changes: newFigures.changes(since: oldFigures, noticing: threshold))
    }

    private func comparison(of old: ReportReader.Text, _ new: ReportReader.Text) -> Comparison {
        let sides = [old, new].map { Comparison.Side(source: $0.source, document: $0.document, identity: nil, form: nil) }
        return Comparison(
            old: sides[0], new: sides[1], delta: DocumentDelta(from: old.document, to: new.document), mask: TextMask(), names: [],
            changes: [])
    }
}
