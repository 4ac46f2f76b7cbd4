import AuditModel
import Auditing
import Foundation
import TestSupport

extension Project {
    static let auditor = Result { try Auditor(PackLoading.pack(in: rules)) }

    /// The sample reports, by unit, then year.
    static var sampleUnits: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: samples)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(samples)/\($0)/\($0)-2024.txt") }.sorted()
    }

    static func sample(_ unit: String, _ year: Int) -> String { "\(samples)/\(unit)/\(unit)-\(year).txt" }
}
