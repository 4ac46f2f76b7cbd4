import AuditModel
import Auditing
import Foundation

/// The project's own files.
enum Project {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path()
    static let rules = root + "Rules/government-information-disclosure"
    static let samples = root + "Samples"
    /// Published reports, where this machine has them; they are no part of the project.
    static let published = root + "../shared/reports"

    static let auditor = Result { try Auditor(PackLoading.pack(in: rules)) }

    /// The sample reports, by unit, then year.
    static var sampleUnits: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: samples)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(samples)/\($0)/\($0)-2024.txt") }.sorted()
    }

    static func sample(_ unit: String, _ year: Int) -> String { "\(samples)/\(unit)/\(unit)-\(year).txt" }
}
