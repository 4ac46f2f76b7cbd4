import AuditModel
import Auditing
import DocumentModel
import Foundation
import TestSupport
import Testing

/// Changes single digits of the flawless sample: every figure that something else states or sums must be missed.
@Suite("Single digits of the flawless sample")
struct DigitTests {
    private static let unit = "柳湾镇"

    /// The figures that nothing else in the report or in last year's states or sums.
    private static let unchecked: Set<String> = []

    private struct Flawless {
        let auditor: Auditor
        let lines: [[Unicode.Scalar]]
        let report: Report
        let previous: Report

        init() throws {
            auditor = try Project.auditor.get()
            let path = Project.sample(DigitTests.unit, 2024)
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
                Array($0.unicodeScalars)
            }
            report = try auditor.report(of: bytes, path: path)
            let old = Project.sample(DigitTests.unit, 2023)
            previous = try auditor.report(of: [UInt8](try Data(contentsOf: URL(filePath: old))), path: old)
        }

        /// Whether an audit of the text with one digit changed finds anything.
        func notices(line: Int, column: Int, by shift: UInt32) throws -> Bool {
            var lines = lines
            let scalar = lines[line - 1][column - 1]
            lines[line - 1][column - 1] = try #require(Unicode.Scalar(48 + (scalar.value - 48 + shift) % 10))
            let text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
            let changed = try auditor.report(of: Array(text.utf8), path: "changed")
            return !auditor.audit(changed, previous: previous).findings.isEmpty
        }

        /// The columns of the ASCII digits among some characters of a line.
        func digits(line: Int, columns: Range<Int>) -> [Int] {
            columns.filter { ("0"..."9").contains(lines[line - 1][$0 - 1]) }
        }
    }

    @Test("The sample as it is has no finding")
    func flawless() throws {
        let sample = try Flawless()
        #expect(sample.auditor.audit(sample.report, previous: sample.previous).findings.isEmpty)
        #expect(sample.auditor.audit(sample.previous, previous: nil).findings.isEmpty)
    }

    @Test("A changed digit of a table's cell is noticed, wherever something else states or sums the figure")
    func cells() throws {
        let sample = try Flawless()
        let figures = sample.report.figures
        var missed: Set<String> = []
        var tried = 0
        for (index, indicator) in figures.form.indicators.enumerated() {
            guard let figure = figures[index] else {
                #expect(indicator.isSubstitute)
                continue
            }
            let position = figure.place.position
            let (line, column) = (try #require(position.line), try #require(position.column))
            for digit in sample.digits(line: line, columns: column..<column + figure.quote.unicodeScalars.count) {
                for shift in [1, 6] as [UInt32] {
                    tried += 1
                    if try !sample.notices(line: line, column: digit, by: shift) { missed.insert(indicator.id) }
                }
            }
        }
        #expect(tried >= 2 * 200)
        #expect(missed == Self.unchecked)
    }

    @Test("A changed digit of the narrative is noticed, wherever the number is bound or part of a sum")
    func narrative() throws {
        let sample = try Flawless()
        let narrative = sample.report.narrative
        let sums = narrative.breakdowns.filter { $0.strictness == .partition }.flatMap { [$0.whole] + $0.parts }
        var missed: [String] = []
        var tried = 0
        for statement in narrative.statements where !statement.isZeroByWords {
            let isSummed = sums.contains { $0.place == statement.place && $0.value == statement.value }
            guard (statement.state == .bound && statement.ownIdentifier == nil) || isSummed else { continue }
            let text = try #require(block(statement.place.locator, in: sample.report.document))
            let start = text.position(atOffset: statement.numberRange.lowerBound)
            let (line, column) = (try #require(start.line), try #require(start.column))
            let length = text.substring(statement.numberRange).unicodeScalars.count
            for digit in sample.digits(line: line, columns: column..<column + length) {
                tried += 1
                if try !sample.notices(line: line, column: digit, by: 3) { missed.append(statement.quote) }
            }
        }
        #expect(tried > 20)
        #expect(missed.isEmpty)
        #expect(narrative.statements.contains { $0.state == .unbound })
    }

    private func block(_ locator: Locator, in document: Document) -> BlockText? {
        guard case .paragraph(let number) = locator.part else { return nil }
        return document.allSections.first { $0.path == locator.section }?.paragraphs.first { $0.number == number }?.text
    }
}
