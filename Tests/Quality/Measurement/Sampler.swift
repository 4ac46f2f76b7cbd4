import TestSupport

package enum Sampler {
    package static func printSome() {
        for defect in Defect.allCases {
            var found = 0
            for seed in 0..<60 as Range<UInt64> where found < 3 {
                guard let (_, expectation) = Planting.plant(defect, seed: seed) else { continue }
                found += 1
                var text = expectation.note
                if case .text(let paragraph, let range) = expectation.spot {
                    let bytes = Array(paragraph.utf8)
                    let low = range.lowerBound - min(range.lowerBound, 60)
                    text += "   ⟦" + String(decoding: bytes[low..<range.lowerBound], as: UTF8.self) + "▸"
                        + String(decoding: bytes[range.lowerBound..<min(bytes.count, range.upperBound)], as: UTF8.self)
                }
                print(defect.rawValue, seed, text)
            }
            if found < 3 { print("##", defect.rawValue, found) }
        }
    }
}
