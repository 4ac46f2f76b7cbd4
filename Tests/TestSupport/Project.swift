import Glibc

/// The project's own files, found from where this one stands.
package enum Project {
    /// The folder of the package; ends with a stroke.
    package static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/") + "/"
    }()
    /// The folder of the rule pack that comes with the program.
    package static let rules = root + "Rules/government-information-disclosure"
    /// The folder of the sample reports, which has one for each unit.
    package static let samples = root + "Samples"
    /// The folder of published reports, which are no part of the project: tests of them run only where it is there.
    package static let published = root + "../shared/reports"

    /// The bytes of a file, by its path from `root`; nil when it cannot be read.
    package static func bytes(_ path: String) -> [UInt8]? {
        guard let file = fopen(root + path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
        return ferror(file) == 0 ? bytes : nil
    }

    /// The text of a file in UTF-8, by its path from `root`; nil when it cannot be read.
    package static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

    /// The bytes of a published report, or of what else lies beside it; nil where there is none of that name.
    package static func publishedReport(_ name: String) -> [UInt8]? { bytes("../shared/reports/" + name) }
}
