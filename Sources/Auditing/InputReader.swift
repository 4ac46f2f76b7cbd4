import AuditModel
import DocumentReaders
import Reporters

/// Reads inputs of every kind: reports by themselves, reports that another program has to convert, bundles of both.
struct InputReader: Sendable {
    /// What one input came to: of a bundle, what its members came to.
    struct Outcome: Sendable {
        /// In the order of the members' names; a report, or why there is none.
        var results: [Result<Report, UnreadableInput>] = []
        var notices: [LocalizedText] = []
    }

    /// What is known of an input once its bytes were looked at.
    private enum Look: Sendable {
        case done(Result<Report, UnreadableInput>)
        /// To be converted, together with others.
        case waiting(InputSource, SourceFormat, size: Int)
        /// A bundle; its bytes where they cannot be read again.
        case bundle([UInt8]?)
    }

    /// So many files at most are converted in one call, and so many bytes of them are held at once.
    ///
    /// - Source: the start of the program costs as much as three files, so groups of four and more are worth it; more than sixteen would wait
    ///   long for one that hangs.
    private static let groupCount = 16
    private static let groupBytes = 64 << 20
    /// How deep bundles are read: one in another, and no further.
    private static let nesting = 2

    private let auditor: Auditor

    init(_ auditor: Auditor) { self.auditor = auditor }

    /// Reads inputs, on all processors. One that cannot be read does not disturb the others.
    ///
    /// - Parameter depth: in how many bundles the inputs are.
    /// - Returns: an outcome for each input, in their order.
    nonisolated(nonsending) func read(_ sources: [InputSource], depth: Int = 0) async -> [Outcome] {
        let looks = await Parallel.map(sources) { look(at: $0) }
        var outcomes = Array(repeating: Outcome(), count: sources.count)
        var waiting: [(index: Int, source: InputSource, format: SourceFormat, size: Int)] = []
        for (index, look) in looks.enumerated() {
            switch look {
            case .done(let result): outcomes[index].results = [result]
            case .waiting(let source, let format, let size): waiting.append((index, source, format, size))
            case .bundle(let bytes): outcomes[index] = await read(bundle: sources[index], bytes: bytes, depth: depth)
            }
        }
        let groups = Self.groups(waiting.map(\.size)).map { Array(waiting[$0]) }
        let converted = await Parallel.map(groups) { group in readConverted(group.map { ($0.source, $0.format) }) }
        for (item, result) in zip(groups.joined(), converted.joined()) { outcomes[item.index].results = [result] }
        return outcomes
    }

    /// Cuts a list of files, given by their sizes, into groups to be converted in one call each.
    private static func groups(_ sizes: [Int]) -> [Range<Int>] {
        let most = min(groupCount, max(4, (sizes.count + 1) / 2))
        var groups: [Range<Int>] = []
        var start = 0
        while start < sizes.count {
            var end = start + 1
            var bytes = sizes[start]
            while end < sizes.count, end - start < most, bytes + sizes[end] <= groupBytes {
                bytes += sizes[end]
                end += 1
            }
            groups.append(start..<end)
            start = end
        }
        return groups
    }

    private func look(at source: InputSource) -> Look {
        do throws(InputError) {
            // A bundle may be larger than any one report.
            if case .file = source.origin, InputFile.isLargeArchive(source.path) { return .bundle(nil) }
            let bytes = try source.bytes()
            let format = SourceFormat.found(in: bytes)
            if format == .zip { return .bundle(source.isRepeatable ? nil : bytes) }
            guard format.isConverted else { return .done(.success(try auditor.report(of: bytes, path: source.path))) }
            let again = source.isRepeatable ? source : InputSource(path: source.path, origin: .bytes(bytes))
            return .waiting(again, format, size: bytes.count)
        } catch {
            return .done(.failure(Self.unreadable(source.path, error)))
        }
    }

    private nonisolated(nonsending) func read(bundle: InputSource, bytes: [UInt8]?, depth: Int) async -> Outcome {
        do throws(InputError) {
            guard depth < Self.nesting else { throw InputError.unreadable(.tooManyParts(limit: Self.nesting)) }
            // A bundle within another is in memory only while its turn lasts.
            var bytes = bytes
            if bytes == nil, case .member = bundle.origin { bytes = try bundle.bytes() }
            let list = try InputBundle(bundle.path, bytes: bytes)
            guard !list.sources.isEmpty else { throw InputError.emptyFolder }
            var outcome = Outcome()
            if list.passedOver > 0 { outcome.notices.append(InputWording.passedOver(list.passedOver, in: bundle.path)) }
            for inner in await read(list.sources, depth: depth + 1) {
                outcome.results += inner.results
                outcome.notices += inner.notices
            }
            return outcome
        } catch {
            return Outcome(results: [.failure(Self.unreadable(bundle.path, error))])
        }
    }

    private func readConverted(_ sources: [(InputSource, SourceFormat)]) -> [Result<Report, UnreadableInput>] {
        var results: [Result<Report, UnreadableInput>?] = Array(repeating: nil, count: sources.count)
        var files: [(index: Int, path: String, bytes: [UInt8], format: SourceFormat)] = []
        for (index, (source, format)) in sources.enumerated() {
            do throws(InputError) {
                files.append((index, source.path, try source.bytes(), format))
            } catch {
                results[index] = .failure(Self.unreadable(source.path, error))
            }
        }
        let outputs = OfficeConverter.convert(files.map { OfficeConverter.Input(bytes: $0.bytes, format: $0.format) })
        for (file, output) in zip(files, outputs) {
            do throws(InputError) {
                results[file.index] = .success(try auditor.report(of: file.bytes, path: file.path, conversion: output))
            } catch {
                results[file.index] = .failure(Self.unreadable(file.path, error))
            }
        }
        return results.compactMap(\.self)
    }

    private static func unreadable(_ path: String, _ error: InputError) -> UnreadableInput {
        UnreadableInput(path: path, error: InputWording.text(of: error))
    }
}
