import AuditModel
import DocumentModel
import Testing

@testable import Auditing

@Suite("Names of units and years")
struct PairingTests {
    static let endings = ["人民政府办公室", "人民政府", "街道办事处", "办事处", "政府"]

    @Test(
        "names are of one unit with or without ending and place",
        arguments: [
            ("甲河街道办事处", "甲河街道办事处"), ("乙县甲河镇人民政府", "甲河镇人民政府"), ("甲河镇政府", "甲河镇人民政府"),
            ("乙 县 甲河镇", "乙县甲河镇人民政府"), ("水利局", "乙县水利局"),
        ])
    func resemble(_ names: (String, String)) {
        let left = UnitName(names.0, endings: Self.endings)
        let right = UnitName(names.1, endings: Self.endings)
        #expect(left.resembles(right))
        #expect(right.resembles(left))
    }

    @Test("names are of two units", arguments: [("甲县水利局", "乙县水利局"), ("甲河镇", "甲河乡"), ("局", "水利局"), ("甲县人民政府", "甲县水利局")])
    func differ(_ names: (String, String)) {
        #expect(!UnitName(names.0, endings: Self.endings).resembles(UnitName(names.1, endings: Self.endings)))
    }

    static func identity(_ unit: String?, _ year: Int?, _ scope: Identity.Scope? = nil) -> Identity {
        Identity(unit: unit, scope: scope, year: year)
    }

    @Test("the same name comes before one that resembles it")
    func exact() {
        let pairing = YearPairing(
            [Self.identity("水利局", 2022), Self.identity("甲县水利局", 2022), Self.identity("甲县水利局", 2021)], endings: Self.endings)
        #expect(pairing.previous(of: Self.identity("甲县水利局", 2023)) == .one(1))
        #expect(pairing.previous(of: Self.identity("水利局", 2023)) == .one(0))
    }

    @Test("of several that resemble it none is taken")
    func several() {
        let pairing = YearPairing([Self.identity("甲县水利局", 2022), Self.identity("乙县水利局", 2022)], endings: Self.endings)
        #expect(pairing.previous(of: Self.identity("水利局", 2023)) == .several([0, 1]))
    }

    @Test("of a unit's own report and its roll-up the one of the same scope is taken")
    func scope() {
        let pairing = YearPairing(
            [Self.identity("甲县人民政府", 2022, .own), Self.identity("甲县人民政府", 2022, .rollUp)], endings: Self.endings)
        #expect(pairing.previous(of: Self.identity("甲县人民政府", 2023, .rollUp)) == .one(1))
        #expect(pairing.previous(of: Self.identity("甲县人民政府", 2023, .own)) == .one(0))
        #expect(pairing.previous(of: Self.identity("甲县人民政府", 2023)) == .several([0, 1]))
    }

    static func named(_ title: String, signed: String, _ year: Int) -> Identity {
        let place = Place(Locator(section: [0]))
        return Identity(unit: title, signatureUnit: Located(signed, quote: signed, place: place), year: year)
    }

    @Test("where nothing has the title's name, that of the signature decides, in either year")
    func slip() {
        let earlier = [Self.identity("甲县石桥镇", 2022), Self.named("甲县清溪镇", signed: "甲县青溪镇", 2022)]
        let current = [Self.named("甲县右桥镇", signed: "甲县石桥镇人民政府", 2023), Self.identity("甲县青溪镇", 2023)]
        let pairing = YearPairing(earlier, audited: current, endings: Self.endings)
        #expect(pairing.previous(of: current[0]) == .one(0))
        #expect(pairing.previous(of: current[1]) == .one(1))
    }

    @Test("what another report has by its title is not taken for the signature's sake")
    func taken() {
        let earlier = [Self.identity("甲县财政局", 2022)]
        let current = [Self.named("甲县水利局", signed: "甲县财政局", 2023), Self.identity("甲县财政局", 2023)]
        let pairing = YearPairing(earlier, audited: current, endings: Self.endings)
        #expect(pairing.previous(of: current[0]) == .none)
        #expect(pairing.previous(of: current[1]) == .one(0))
    }

    @Test("without unit or year nothing matches")
    func unknown() {
        let pairing = YearPairing([Self.identity(nil, 2022), Self.identity("甲局", nil), Self.identity("甲局", 2023)], endings: Self.endings)
        #expect(pairing.previous(of: Self.identity("甲局", nil)) == .none)
        #expect(pairing.previous(of: Self.identity(nil, 2023)) == .none)
        #expect(pairing.previous(of: Self.identity("甲局", 2023)) == .none)
    }
}
