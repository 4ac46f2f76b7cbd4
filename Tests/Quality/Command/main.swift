import Auditing
import QualityMeasurement
import TestSupport

// `quality [COUNT] [--all]`: how many defects are planted, and whether everything that went wrong is listed.
// `quality --show [KIND] SEED`: the text of one report, as the list names it.
let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.compactMap { UInt64($0) }
if arguments.contains("--show") {
    let kind = arguments.first { UInt64($0) == nil && $0 != "--show" }
    let lines = kind.map { Measurement.dump($0, seed: numbers.last ?? 0) } ?? Measurement.dump(seed: numbers.last ?? 0)
    print((lines ?? ["no such report"]).joined(separator: "\n"))
} else {
    var measurement = Measurement(Auditor(try PackLoading.pack(in: Project.rules)))
    measurement.run(numbers.first.map { Int(clamping: $0) } ?? 2000)
    print(measurement.lines(isWhole: arguments.contains("--all")).joined(separator: "\n"))
}
