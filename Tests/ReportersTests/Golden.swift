import Foundation
import Testing

/// Comparison with a kept file. With `RECORD_GOLDEN=1` in the environment the file is written anew and the test fails, so that nobody takes a recording
/// for a passing run.
enum Golden {
    static func expect(_ bytes: [UInt8], equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens").appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            Issue.record("recorded \(name)", sourceLocation: sourceLocation)
            return
        }
        let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(String(decoding: bytes, as: UTF8.self) == kept, "differs from Goldens/\(name)", sourceLocation: sourceLocation)
    }
}
