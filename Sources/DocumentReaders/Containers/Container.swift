import XML
import Zip

/// How much of files that are archives of parts is read.
enum Container {
    /// - Source: a report has some ten parts and about 200 KB of markup; pictures may make its file a hundred times larger, and markup that
    ///   repeats itself, such as an empty table, packs to a hundredth. A part of the largest size costs about 300 MB when it is read.
    static let partLimits = ZipArchive.Limits(members: 20_000, memberBytes: 32 << 20, totalBytes: 2 << 30, ratio: 400)
    static let markupLimits = XMLTape.Limits(bytes: 32 << 20, events: 4_000_000)

    /// What an archive's fault means for the file that it is.
    static func error(_ error: ZipError, _ format: SourceFormat) -> ReadingError {
        switch error {
        case .damaged(let detail): .damaged(format, detail: detail)
        case .encrypted: .encrypted(format)
        case .tooManyMembers(let limit): .tooManyParts(limit: limit)
        case .expandsTooFar(let limit): .expandsTooFar(limit: limit)
        case .unopened(let reason): .damaged(format, detail: reason)
        case .outOfMemory: .damaged(format, detail: "out of memory")
        }
    }
}
