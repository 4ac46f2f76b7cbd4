import AuditModel
import Auditing
import DocumentDiff
import DocumentModel
import Foundation
import Reporters
import TestSupport
import Testing

@Suite("What reports have of earlier ones, from files")
struct CarryoverRunTests {
    /// The sample of last year as that of another year, with texts replaced.
    private static func sample(_ unit: String, _ year: Int, _ replacements: [(String, String)] = []) throws -> Data {
        var text = try String(contentsOfFile: Project.sample(unit, 2023), encoding: .utf8)
        text = text.replacingOccurrences(of: "2024年1月", with: "\(year + 1)年1月").replacingOccurrences(of: "2023", with: "\(year)")
        for (old, new) in replacements { text = text.replacingOccurrences(of: old, with: new) }
        return Data(text.utf8)
    }

    @Test("a sentence that was copied with last year's year, and one with last year's figure, are told with both places")
    func leftovers() async throws {
        let auditor = try Project.auditor.get()
        let folder = try TemporaryFolder()
        let unit = "沅屏区市场监督管理局"
        let old = try folder.write(try Self.sample(unit, 2023), "old.txt")
        var changed = String(decoding: try Self.sample(unit, 2024), as: UTF8.self)
        let stated = "作出行政许可决定6241件"
        #expect(changed.contains(stated))
        let stale = try folder.write(Data(changed.replacingOccurrences(of: "2024年，我局", with: "2023年，我局").utf8), "stale.txt")
        // The table has another figure; the sentence still has last year's.
        changed = changed.replacingOccurrences(of: "\n\t6241\n", with: "\n\t6300\n")
        let new = try folder.write(Data(changed.utf8), "new.txt")
        guard case .compared(let comparison) = await Comparer(auditor.pack).compare(old: old, new: new) else {
            Issue.record("not compared")
            return
        }
        let carryover = try #require(comparison.carryover)
        #expect(carryover.copied.share.map { $0 > 0.98 } == true)
        let figure = carryover.leftovers.first { $0.text == "6241" }
        #expect(figure?.kind == .figure(["disclosure.licensing.decisions"], inTable: Quantity(6300)))
        #expect(figure?.place.locator == figure?.oldPlace.locator)
        guard case .compared(let other) = await Comparer(auditor.pack).compare(old: old, new: stale) else {
            Issue.record("not compared")
            return
        }
        #expect(other.carryover?.leftovers.allSatisfy { $0.kind == .year(2023) && $0.text == "2023" } == true)
        #expect(other.carryover?.leftovers.contains { $0.passage.contains(stated) } == true)
        #expect(carryover.leftovers.allSatisfy { $0.kind != .year(2023) })
        // The same as in an audit.
        let outcome = await Batch.audit([new], previous: old, with: auditor, comparesTexts: true)
        #expect(outcome.run.dossiers.first?.carryover == carryover)
    }

    @Test("the samples' problems are told apart, and met as a reader finds them met")
    func promises() async throws {
        let auditor = try Project.auditor.get()
        let expected: [(String, [FollowUp.State])] = [
            ("柳湾镇", [.answered, .answered, .answered]), ("沅屏区市场监督管理局", [.repeated, .repeated, .repeated]),
            ("青禾街道", [.notMentioned, .notMentioned]), ("澜江市", [.unclear, .unclear, .unclear]),
        ]
        for (unit, states) in expected {
            guard
                case .compared(let comparison) = await Comparer(auditor.pack).compare(
                    old: Project.sample(unit, 2023), new: Project.sample(unit, 2024))
            else {
                Issue.record("not compared")
                return
            }
            let problems = comparison.carryover?.followUps.filter { $0.item.part == "problems" } ?? []
            #expect(problems.map(\.state) == states, "\(unit)")
            #expect(problems.allSatisfy { $0.item.place.position.line != nil && $0.state != .repeated || $0.answer != nil })
        }
    }

    @Test(
        "with reports of several years each has the series up to its own year, wherever they come from; a year that is missing is no point")
    func trends() async throws {
        let auditor = try Project.auditor.get()
        let folder = try TemporaryFolder()
        let unit = "沅屏区市场监督管理局"
        for (year, licences) in [(2021, "5100"), (2022, "/"), (2023, "6241"), (2025, "9000")] {
            _ = try folder.write(try Self.sample(unit, year, [("\n\t6241\n", "\n\t\(licences)\n")]), "all/\(year).txt")
        }
        let all = await Batch.audit([folder.path + "/all"], previous: nil, with: auditor, comparesTexts: false)
        #expect(all.run.dossiers.map { $0.trends.isEmpty } == [true, true, false, false])
        let trend = all.run.dossiers[3].trends.first { $0.id == "disclosure.licensing.decisions" }
        #expect(trend?.points.map(\.year) == [2021, 2022, 2023, 2025])
        #expect(trend?.points.map(\.value) == [.number(Quantity(5100)), .notApplicable, .number(Quantity(6241)), .number(Quantity(9000))])
        #expect(all.run.dossiers[2].trends.allSatisfy { $0.points.map(\.year) == [2021, 2022, 2023] })
        #expect(all.run.dossiers[2].trends.first { $0.id == "disclosure.licensing.decisions" } == nil)
        let alone = await Batch.audit([folder.path + "/all/2025.txt"], previous: folder.path + "/all", with: auditor, comparesTexts: false)
        #expect(alone.run.dossiers.map(\.trends) == [all.run.dossiers[3].trends])
    }

    @Test("of a year with two reports between which nothing decides neither is taken, and that is said")
    func ambiguous() async throws {
        let auditor = try Project.auditor.get()
        let folder = try TemporaryFolder()
        let unit = "沅屏区市场监督管理局"
        for (name, year) in [("a", 2020), ("b", 2021), ("c", 2021), ("d", 2022), ("e", 2023)] {
            _ = try folder.write(try Self.sample(unit, year), "\(name).txt")
        }
        let outcome = await Batch.audit([folder.path + "/e.txt"], previous: folder.path, with: auditor, comparesTexts: false)
        #expect(outcome.run.dossiers.first?.trends.first?.points.map(\.year) == [2020, 2022, 2023])
        #expect(outcome.notices.contains { $0.chinese.contains("2021") && $0.chinese.contains("b.txt") && $0.chinese.contains("c.txt") })
    }
}
