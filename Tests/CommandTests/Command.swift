import Foundation
import TestSupport

/// The built executable, as people run it.
enum Command {
    static let faulty = Project.samples + "/沅屏区市场监督管理局/沅屏区市场监督管理局-2024.txt"
    static let faultyBefore = Project.samples + "/沅屏区市场监督管理局/沅屏区市场监督管理局-2023.txt"
    static let flawless = Project.samples + "/柳湾镇/柳湾镇-2024.txt"
    static let flawlessBefore = Project.samples + "/柳湾镇/柳湾镇-2023.txt"

    struct Result {
        let status: Int32
        let output: Data
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Beside the bundle that the tests are linked into.
    static var executable: URL {
        let arguments = CommandLine.arguments
        let bundle = zip(arguments, arguments.dropFirst()).first { $0.0 == "--test-bundle-path" }?.1 ?? arguments[0]
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "gouji")
    }

    /// Runs `gouji`; standard output and error go to files, so that neither can fill up and block.
    static func run(
        _ arguments: [String], in directory: String = Project.root, executable: URL = executable, environment: [String: String] = [:]
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (output, errors) = (folder.appending(path: "out"), folder.appending(path: "err"))
        try Data().write(to: output)
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = URL(filePath: directory)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: try Data(contentsOf: output), errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}
