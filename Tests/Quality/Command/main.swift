import Auditing
import QualityMeasurement
import TestSupport

// `quality [COUNT] [--all]`: how many defects are planted, and whether everything that went wrong is listed.
let arguments = CommandLine.arguments.dropFirst()
var measurement = Measurement(Auditor(try PackLoading.pack(in: Project.rules)))
measurement.run(arguments.compactMap { Int($0) }.first ?? 2000)
print(measurement.lines(isWhole: arguments.contains("--all")).joined(separator: "\n"))
