package import AuditModel
import Digest
import DocumentDiff
import DocumentModel
import DocumentReaders
package import Reporters

/// Compares any two texts, reports or not.
package enum Comparer {
    /// What came of the two texts.
    package enum Outcome: Sendable {
        case compared(Comparison)
        /// At least one.
        case unreadable([UnreadableInput])
    }

    /// Two reports are compared by their sections and indicators; of anything else a text is one section, each line a block.
    package static func compare(old: String, new: String, with auditor: Auditor) -> Outcome {
        var unreadable: [UnreadableInput] = []
        var files: [[UInt8]] = []
        for path in [old, new] {
            do {
                files.append(try InputFile.bytes(of: path))
            } catch {
                unreadable.append(UnreadableInput(path: path, error: InputWording.text(of: error)))
            }
        }
        guard unreadable.isEmpty else { return .unreadable(unreadable) }
        if let before = try? auditor.report(of: files[0], path: old), let after = try? auditor.report(of: files[1], path: new) {
            let identities = [before.identity, after.identity]
            let names = identities.flatMap { [$0.unit, $0.titleUnit?.value, $0.signatureUnit?.value].compactMap(\.self) + $0.ownNames }
            return .compared(
                Comparison(
                    old: side(of: before), new: side(of: after), delta: DocumentDelta(from: before.document, to: after.document),
                    mask: TextMask(names: names), changes: after.figures.changes(since: before.figures)))
        }
        var readings: [Reading] = []
        for (path, bytes) in zip([old, new], files) {
            do {
                readings.append(try DocumentReader.read(bytes, outline: .none))
            } catch {
                unreadable.append(UnreadableInput(path: path, error: InputWording.text(of: .unreadable(error))))
            }
        }
        guard unreadable.isEmpty else { return .unreadable(unreadable) }
        let sides = zip([old, new], zip(files, readings)).map { path, file in
            Comparison.Side(
                source: Source(path: path, mediaType: file.1.mediaType, digest: "sha256:" + SHA256.hexDigest(of: file.0)), identity: nil,
                form: nil)
        }
        return .compared(
            Comparison(
                old: sides[0], new: sides[1], delta: DocumentDelta(from: readings[0].document, to: readings[1].document),
                mask: TextMask(), changes: []))
    }

    private static func side(of report: Report) -> Comparison.Side {
        Comparison.Side(source: report.source, identity: report.identity, form: report.figures.form.id)
    }
}
