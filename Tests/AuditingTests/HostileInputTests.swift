import AuditModel
import Auditing
import Foundation
import Reporters
import TestSupport
import Testing

@Suite("Inputs that are no reports, or hardly", .serialized)
struct HostileInputTests {
    static func run(_ data: Data) async throws -> AuditRun {
        let folder = try TemporaryFolder()
        let path = try folder.write(data, "input.txt")
        let outcome = await Batch.audit([path], previous: nil, with: try Project.auditor.get(), comparesTexts: true)
        // Whatever was read must also be told, in every format.
        for language in Language.allCases {
            _ = AuditText.bytes(of: outcome.run, in: language, for: .none)
            _ = AuditPage.bytes(of: outcome.run, in: language)
        }
        _ = try JSONSerialization.jsonObject(with: Data(AuditJSON.bytes(of: outcome.run, in: .english)))
        return outcome.run
    }

    static let novel = String(repeating: "那天夜里下着雨，他走了十二里路，终于到了镇上。她问：你来了？他点点头，没有说话。\n\n", count: 3000)

    @Test(
        "what is no report is unreadable",
        arguments: [
            Data(), Data("\n \t\r\n".utf8), Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ $0 / 7) }),
            Data("%PDF-1.7\n".utf8), Data([0x50, 0x4B, 3, 4, 20, 0]), Data("<!DOCTYPE html><html></html>".utf8), Data(novel.utf8),
            Data("\u{FEFF}".utf8), Data("购物清单\n一、总体情况\n牛奶".utf8),
        ])
    func unreadable(_ data: Data) async throws {
        let run = try await Self.run(data)
        #expect(run.dossiers.isEmpty)
        #expect(run.unreadable.count == 1)
    }

    @Test("a line of 50 MB is refused or read in bounded time")
    func longLine() async throws {
        let started = ContinuousClock.now
        let run = try await Self.run(Data(repeating: UInt8(ascii: "a"), count: 50 << 20))
        #expect(run.dossiers.isEmpty)
        #expect(ContinuousClock.now - started < .seconds(60))
    }

    @Test("a report cut in half is audited, and what is missing is found")
    func half() async throws {
        let unit = try #require(Project.sampleUnits.first)
        let whole = try Data(contentsOf: URL(filePath: Project.sample(unit, 2023)))
        let run = try await Self.run(whole.prefix(whole.count / 2))
        let audit = try #require(run.dossiers.first?.audit)
        #expect(audit.conclusion != .compliant)
        #expect(audit.findings.contains { $0.verdict == .violated && $0.severity == .error })
    }

    @Test("a report with a table of 100,000 rows is audited in bounded time")
    func manyRows() async throws {
        let unit = try #require(Project.sampleUnits.first)
        var text = try String(contentsOfFile: Project.sample(unit, 2023), encoding: .utf8)
        text += "\n\n" + (0..<100_000).map { "第\($0)行\t\($0)\t1\t2\n" }.joined()
        let started = ContinuousClock.now
        let run = try await Self.run(Data(text.utf8))
        #expect(run.dossiers.count == 1)
        #expect(ContinuousClock.now - started < .seconds(60))
    }

    /// How long a report takes with words so many times over in one paragraph of its first section; `#` is another name each time.
    private static func seconds(_ words: String, times: Int) throws -> Double {
        let unit = try #require(Project.sampleUnits.first)
        var text = try String(contentsOfFile: Project.sample(unit, 2023), encoding: .utf8)
        let heading = try #require(text.range(of: "总体情况\n"))
        let names = Array("甲乙丙丁戊己庚辛壬癸")
        let all = (0..<times).map { number in
            words.replacing("#", with: String(String(number).map { names[Int(String($0)) ?? 0] }))
        }
        text.insert(contentsOf: all.joined() + "。\n", at: heading.upperBound)
        let auditor = try Project.auditor.get()
        let measured = ProcessorTime.measure {
            auditor.audit(try auditor.report(of: Array(text.utf8), path: "input.txt"), previous: nil).findings.count
        }
        _ = try measured.result.get()
        return measured.seconds
    }

    @Test(
        "a sentence of thousands of numbers takes time in proportion",
        arguments: [
            "#提案3件，",
            "收到申请30件，比上年增加2件，增长7%，", "收到申请和办结申请分别为3件、2件，", "收到申请30件，其他2件，", "收到申请30件（其中自然人20件）", "予以公开9件、部分公开3件，占40%，",
        ])
    func manyNumbers(_ words: String) throws {
        // What is compiled for the first report is not counted.
        _ = try Self.seconds(words, times: 1)
        let few = try Self.seconds(words, times: 300)
        let many = try Self.seconds(words, times: 3600)
        // In proportion it would be 12 times as long, with the square of the numbers 144 times.
        #expect(many < 30 * few)
    }
}
