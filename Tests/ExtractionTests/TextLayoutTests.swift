import AuditModel
import DocumentModel
import DocumentReaders
import RuleLanguage
import TestSupport
import Testing

@testable import Extraction

/// Specimens written as text in many layouts, read back and bound by the pack.
@Suite struct TextLayoutTests {
    static let seeds: Range<UInt64> = 0..<60
    /// Where reading costs more.
    static let fewSeeds: Range<UInt64> = 0..<24

    private func binding(of bytes: [UInt8]) throws -> (document: Document, binding: TableBinding) {
        let pack = try ShippedPack.load().pack
        let outline = Outline(
            entries: pack.forms[0].outline.entries, page: pack.identity.page, tables: pack.forms.flatMap { $0.outline.tables })
        let document = try DocumentReader.read(bytes, outline: outline).document
        return (document, TableBinder(forms: pack.forms, rules: pack.rules).bind(document))
    }

    private func encoded(_ text: SpecimenText, seed: UInt64) -> [UInt8] {
        let all = SpecimenTextEncoding.allCases
        return all[Int(seed) % all.count].bytes(of: text.text, windowsLineEnds: seed.isMultiple(of: 3))
    }

    @Test(
        "Every indicator is exact in every layout that keeps figures apart",
        arguments: [SpecimenText.Layout.cellLines, .tabbed, .barred, .ruled, .columns, .stacked, .pages, .pasted, .barredCells, .oneLine],
        seeds)
    func exact(_ layout: SpecimenText.Layout, seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let (document, binding) = try binding(of: encoded(SpecimenText(specimen, as: layout, seed: seed), seed: seed))
        let differences = TableGrids.differences(binding.figures, specimen.values)
        #expect(differences.isEmpty, "\(layout) \(seed): \(differences.count) \(differences.prefix(3))")
        let sections = document.sections.compactMap(\.key)
        #expect(sections == ["overview", "disclosure", "applications", "challenges", "problems", "other"])
    }

    @Test("Digits run together are parted where the form's sums allow one way, and where not, none is bound", arguments: seeds)
    func runTogether(seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let (_, binding) = try binding(of: encoded(SpecimenText(specimen, as: .runTogether, seed: seed), seed: seed))
        let bound = TableGrids.bound(binding.figures)
        #expect(bound.allSatisfy { specimen.values[$0.key] == $0.value })
        let settled = binding.remarks.count { $0.kind == .settledDigits }
        let unsettled = binding.remarks.count { $0.kind == .unsettledDigits }
        // Two rows of the first table have no sum to settle them; all rows of figures beside are either settled or not, and that is said.
        #expect(settled + unsettled == 28)
        let missing = specimen.values.keys.filter { bound[$0] == nil }
        #expect(missing.count >= 6 && (unsettled == 2) == (missing.count == 6), "\(missing.count) \(unsettled)")
    }

    @Test("Nearly all reports whose digits run together are read whole")
    func settledShare() throws {
        var whole = 0
        for seed in Self.fewSeeds {
            let specimen = Specimen(form2021: seed)
            let (_, binding) = try binding(of: Array(SpecimenText(specimen, as: .runTogether, seed: seed).text.utf8))
            if TableGrids.bound(binding.figures).count == specimen.values.count - 6 { whole += 1 }
        }
        #expect(whole * 10 >= Self.fewSeeds.count * 9, "\(whole)")
    }

    @Test(
        "A row with a figure lost or broken is not read, and that is said; nothing else is bound wrongly",
        arguments: [SpecimenText.Layout.columns, .stacked, .pages, .runTogether, .barredCells, .oneLine], fewSeeds)
    func damaged(_ layout: SpecimenText.Layout, seed: UInt64) throws {
        for damage in [Specimen.Damage.removed, .split] {
            let specimen = Specimen(form2021: seed)
            let broken = specimen.damaged(damage, seed: seed).specimen
            let (document, binding) = try binding(of: Array(SpecimenText(broken, as: layout, seed: seed).text.utf8))
            let wrong = TableGrids.bound(binding.figures).filter { specimen.values[$0.key] != $0.value }
            #expect(wrong.isEmpty, "\(layout) \(damage) \(seed): \(wrong)")
            let kinds = Set((document.remarks + binding.remarks).map(\.kind))
            #expect(kinds.contains(.unevenRow) || kinds.contains(.unsettledDigits), "\(layout) \(damage) \(seed)")
        }
    }

    @Test("Digits run together of which one was lost or doubled are never bound wrongly", arguments: fewSeeds)
    func alteredDigits(seed: UInt64) throws {
        let specimen = Specimen(form2021: seed)
        let broken = specimen.damaged(.altered, seed: seed).specimen
        let (_, binding) = try binding(of: Array(SpecimenText(broken, as: .runTogether, seed: seed).text.utf8))
        let wrong = TableGrids.bound(binding.figures).filter { specimen.values[$0.key] != $0.value }
        // A figure without sums is what stands there.
        #expect(wrong.allSatisfy { $0.key.hasPrefix("disclosure.") }, "\(seed): \(wrong)")
    }
}
