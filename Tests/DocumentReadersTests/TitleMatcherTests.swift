import DocumentModel
import TestSupport
import Testing

@testable import DocumentReaders

/// What is passed over before a line is compared with titles is no heading.
@Suite struct TitleMatcherTests {
    private static let foreign = Array("政务0年ＡbＺ、（）一，镇：　".unicodeScalars)

    @Test("A title in which characters were put in, left out or replaced is not passed over where it is still told", arguments: 0..<40)
    func slips(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let matcher = TitleMatcher(Support.outline)
        var told = 0
        for entry in Support.outline.entries {
            for title in [entry.title] + entry.variants + entry.terms.map({ $0.joined(separator: "及") }) {
                var scalars = Array(title.unicodeScalars)
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    let other = try #require(Self.foreign.randomElement(using: &random))
                    let place = Int.random(in: 0..<max(1, scalars.count), using: &random)
                    switch Int.random(in: 0...2, using: &random) {
                    case 0: scalars.insert(other, at: place)
                    case 1 where place < scalars.count: scalars.remove(at: place)
                    default: if place < scalars.count { scalars[place] = other }
                    }
                }
                let line = String(String.UnicodeScalarView(scalars))
                guard matcher.match(TitleKey.key(of: line)) != nil else { continue }
                told += 1
                #expect(matcher.mayHoldHeading("（二）" + line + "。"), "\(line)")
            }
        }
        #expect(told > 0)
    }

    @Test("Most lines that are no headings are passed over", arguments: ["本年新收政府信息公开申请数量", "三、本年度办理结果", "12", "", "（一）予以公开", "现行有效件数"])
    func others(line: String) { #expect(!TitleMatcher(Support.outline).mayHoldHeading(line)) }
}
