import Foundation
import TestSupport

/// The project's own files, found from where this one stands.
struct SourceTree {
    struct File {
        /// Relative to the project's folder, such as `Sources/XML/XMLError.swift`.
        let path: String
        let text: String

        /// The folder under `Sources`.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
    }

    static let root = URL(fileURLWithPath: Project.root)

    static func manifest() throws -> String {
        try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    }

    /// All files under `Sources` with one of these extensions, by path.
    static func sources(_ extensions: Set<String> = ["swift"]) throws -> [File] {
        let folder = root.appendingPathComponent("Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return try paths.filter { extensions.contains(($0 as NSString).pathExtension) }.map { path in
            File(path: "Sources/\(path)", text: try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
        }
    }
}
