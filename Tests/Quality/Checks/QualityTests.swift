import Auditing
import QualityMeasurement
import TestSupport
import Testing

@Suite("Planted defects")
struct QualityTests {
    @Test("most defects are found where they are, and reports in order are left alone")
    func floor() throws {
        var measurement = Measurement(Auditor(try PackLoading.pack(in: Project.rules)))
        measurement.run(Defect.allCases.count)
        #expect(measurement.planted >= Defect.allCases.count - 2)
        #expect(measurement.found * 100 >= measurement.planted * 60)
        #expect(measurement.alarms <= measurement.sound)
    }
}
