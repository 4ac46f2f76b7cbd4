import AuditModel
import Auditing
import Foundation
import Reporters
import TestSupport
import Testing

@Suite("Runs")
struct RunTests {
    @Test("the same inputs give the same bytes, one run after another and several at once")
    func deterministic() async throws {
        @Sendable func bytes() async throws -> [[UInt8]] {
            // A new auditor each time, so that nothing that one run kept can help the next.
            let auditor = Auditor(try PackLoading.pack(in: Project.rules))
            let run = await Batch.audit([Project.samples], previous: nil, with: auditor, comparesTexts: true).run
            return [AuditJSON.bytes(of: run, in: .chinese), AuditPage.bytes(of: run, in: .english)]
        }
        let first = try await bytes()
        #expect(try await bytes() == first)
        async let left = bytes()
        async let right = bytes()
        #expect(try await left == first)
        #expect(try await right == first)
    }

    @Test("one broken file does not disturb the others")
    func brokenFile() async throws {
        let auditor = try Project.auditor.get()
        let good = Project.sample(try #require(Project.sampleUnits.first), 2024)
        let folder = try TemporaryFolder()
        let broken = try folder.write(Data([0, 1, 2, 3, 0, 0]), "broken.txt")
        let alone = await Batch.audit([good], previous: nil, with: auditor, comparesTexts: true).run
        let run = await Batch.audit([broken, good, folder.path + "/none.txt"], previous: nil, with: auditor, comparesTexts: true).run
        #expect(run.dossiers == alone.dossiers)
        #expect(run.unreadable.map(\.path) == [broken, folder.path + "/none.txt"])
    }

    @Test("all test cases of the rules pass, and every rule has some")
    func cases() async throws {
        let outcome = await CaseRunner.run(try PackLoading.tests(in: Project.rules).cases, with: try Project.auditor.get())
        #expect(outcome.cases > 0)
        #expect(outcome.lacks.isEmpty)
        for failure in outcome.failures {
            Issue.record(
                "\(failure.failed.place) \(failure.failed.rule) #\(failure.failed.number): \(failure.failed.verdict) \(failure.failed.places), found \(failure.verdict.map(\.rawValue) ?? "nothing") \(failure.places)"
            )
        }
    }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "gouji-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of the file written.
    func write(_ data: Data, _ name: String) throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try data.write(to: URL(filePath: file))
        return file
    }
}
