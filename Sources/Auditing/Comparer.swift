package import AuditModel
import DocumentDiff
import DocumentModel
import DocumentReaders
import Extraction
package import Reporters
import RuleEngine

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
    private let passages: PassageFinder
    private let carryovers: CarryoverFinder

    /// - Precondition: the pack has at least one form.
    package init(_ pack: RulePack) {
        reader = ReportReader(pack)
        threshold = pack.changeThreshold
        passages = PassageFinder(pack.passages)
        carryovers = CarryoverFinder(pack, engine: Engine(pack), finders: FinderShelf(pack))
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
        let before = report(old, oldFigures)
        let after = report(new, newFigures)
        let delta = DocumentDelta(from: old.document, to: new.document)
        return Comparison(
            old: Comparison.Side(source: old.source, document: old.document, identity: before.identity, form: oldFigures.form.id),
            new: Comparison.Side(source: new.source, document: new.document, identity: after.identity, form: newFigures.form.id),
            delta: delta, mask: carryovers.mask([before.identity, after.identity]), names: before.identity.names + after.identity.names,
            changes: newFigures.changes(since: oldFigures, noticing: threshold),
            carryover: carryovers.carryover(of: after, since: before, delta, statements: nil))
    }

    /// A report as far as comparing asks for it: what its narrative states is not looked for.
    private func report(_ text: ReportReader.Text, _ figures: Figures) -> Report {
        Report(
            source: text.source, document: text.document, identity: text.identity, figures: figures,
            narrative: Narrative(
                statements: [], breakdowns: [], otherNumbers: [:], passages: passages.passages(in: text.document, year: text.identity.year)),
            remarks: [])
    }

    private func comparison(of old: ReportReader.Text, _ new: ReportReader.Text) -> Comparison {
        let sides = [old, new].map { Comparison.Side(source: $0.source, document: $0.document, identity: nil, form: nil) }
        return Comparison(
            old: sides[0], new: sides[1], delta: DocumentDelta(from: old.document, to: new.document), mask: TextMask(), names: [],
            changes: [])
    }
}
