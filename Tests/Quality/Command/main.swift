import QualityMeasurement

// `quality [COUNT] [--all]`: how many defects are planted, and whether everything that went wrong is listed.
// `quality --show [KIND] SEED`: the text of one report, as the list names it.
let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.compactMap { UInt64($0) }
if arguments.contains("--show") {
    let kind = arguments.first { UInt64($0) == nil && $0 != "--show" }
    let lines = kind.map { Measurement.dump($0, seed: numbers.last ?? 0) } ?? Measurement.dump(seed: numbers.last ?? 0)
    print((lines ?? ["no such report"]).joined(separator: "\n"))
} else {
    let lines = try Measurement.lines(numbers.first.map { Int(clamping: $0) } ?? 2000, isWhole: arguments.contains("--all"))
    print(lines.joined(separator: "\n"))
}
