import AuditModel
import Auditing
import Glibc
import Processes
import Reporters

/// Measures the program beside its peers, in one run and in turn, so that the ratios hold when the machine's speed drifts.
///
/// Arguments: the built `gouji` (`-`: measure within this process only), the folder of the samples, the rule pack, a folder to write in.
@main
struct Benchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count > 2, arguments[1] == ProcessRun.peakArgument {
            print(ProcessRun.of(Array(arguments[2...]))?.peak ?? 0)
            return
        }
        guard arguments.count == 5 else {
            print("usage: benchmarks GOUJI SAMPLES RULES FOLDER")
            exit(2)
        }
        let (gouji, rules) = (arguments[1], arguments[3])
        let material = try Material(samples: arguments[2], folder: arguments[4])
        try warm(material, rules: rules)
        try ManyRules(material: material, pack: try PackLoading.pack(in: rules)).run()
        print("")
        Formats(outline: try PackLoading.pack(in: rules).forms[0].outline, folder: material.folder).run()
        print("")
        Comparing(folder: material.folder, gouji: gouji, rules: rules).run()
        print("")
        if gouji != "-" { processes(material, gouji: gouji, rules: rules) }
    }

    /// In one process, everything loaded: what one more report costs.
    private static func warm(_ material: Material, rules: String) throws {
        let auditor = Auditor(try PackLoading.pack(in: rules))
        let (old, new) = (try bytes(of: material.oldReport), try bytes(of: material.newReport))
        let previous = try auditor.report(of: old, path: "old")
        let current = try auditor.report(of: new, path: "new")
        let paired = auditor.audit(current, previous: previous)
        print("warm, a report of \(new.count) bytes, \(paired.findings.count) findings, median of 201 runs:")
        row("read and bind", time { (try? auditor.report(of: new, path: "new")).map { $0.figures.values.count } ?? 0 })
        row("judge", time { auditor.audit(current, previous: nil).findings.count })
        row(
            "audit: read, bind, judge",
            time { (try? auditor.report(of: new, path: "new")).map { auditor.audit($0, previous: nil).findings.count } ?? 0 })
        row("judge against last year's", time { auditor.audit(current, previous: previous).findings.count })
        row("compare with last year's", time { auditor.dossier(paired).delta == nil ? 0 : 1 })
        print("")
    }

    private static func time(_ body: () -> Int) -> Int {
        let clock = ContinuousClock()
        var check = 0
        var figures: [Int] = []
        for round in 0..<221 {
            let start = clock.now
            check &+= body()
            let taken = nanoseconds(clock.now - start)
            if round >= 20 { figures.append(taken) }
        }
        precondition(check >= 0, "the result is used, so that the work is done")
        return median(figures)
    }

    private static func row(_ name: String, _ nanoseconds: Int) {
        print("  \(name): \(nanoseconds / 1000) µs")
    }

    /// Whole processes, ours and the peer's in turn.
    private static func processes(_ material: Material, gouji: String, rules: String) {
        let git = ["git", "diff", "--no-index", "--word-diff=porcelain", "--word-diff-regex=."]
        let locale = ["LC_ALL=C.UTF-8"]
        print("whole processes, median of 41 runs in turn (ours / peer = ratio):")
        pair(
            "audit 20 KB, cold / xmllint --noout 20 KB", [gouji, "audit", material.newReport, "--rules", rules],
            ["xmllint", "--noout", material.markup])
        pair(
            "audit against last year / xmllint --noout",
            [gouji, "audit", material.newReport, "--previous", material.oldReport, "--rules", rules],
            ["xmllint", "--noout", material.markup])
        pair(
            "diff 20 KB / git word diff by character",
            [gouji, "diff", material.oldReport, material.newReport, "--format", "json", "--rules", rules],
            git + [material.oldReport, material.newReport], environment: locale)
        pair(
            "diff 1 MB, 10 % edited / git word diff by character",
            [gouji, "diff", material.oldText, material.newText, "--format", "json", "--rules", rules],
            git + [material.oldText, material.newText],
            environment: locale, runs: 11)
        let docx = material.folder + "/specimen.docx"
        if let python = ChildProcess.path(of: "python3"),
            (try? ChildProcess.run(python, ["-c", "import docx"], limits: .init(seconds: 60, memory: nil, output: 1)))?.status == 0
        {
            let script =
                "import docx,sys;print(sum(len(c.text) for t in docx.Document(sys.argv[1]).tables for r in t.rows for c in r.cells))"
            pair(
                "facts of a DOCX / python-docx reading its cells", [gouji, "facts", docx, "--rules", rules], [python, "-c", script, docx],
                runs: 11)
        } else {
            print("  DOCX beside python-docx: python-docx is not installed")
        }
    }

    private static func pair(_ name: String, _ ours: [String], _ peer: [String], environment: [String] = [], runs: Int = 41) {
        var (mine, theirs): ([ProcessRun], [ProcessRun]) = ([], [])
        for round in 0..<runs + 2 {
            guard let first = ProcessRun.of(ours, environment: environment), let second = ProcessRun.of(peer, environment: environment)
            else {
                print("  \(name): could not be run")
                return
            }
            guard round >= 2 else { continue }
            mine.append(first)
            theirs.append(second)
        }
        let ratios = zip(mine, theirs).map { $0.wall * 100 / max(1, $1.wall) }
        print(
            "  \(name): \(milliseconds(mine)) / \(milliseconds(theirs)) ms = \(decimal(median(ratios)));",
            "memory \(megabytes(ProcessRun.peak(of: ours, environment: environment)))",
            "/ \(megabytes(ProcessRun.peak(of: peer, environment: environment))) MB")
    }

    private static func milliseconds(_ runs: [ProcessRun]) -> String { decimal(median(runs.map(\.wall)) / 10_000) }
    private static func megabytes(_ kilobytes: Int) -> String { decimal(kilobytes * 100 / 1024) }
}

/// Hundredths as a decimal.
func decimal(_ hundredths: Int) -> String {
    let rest = String(hundredths % 100)
    return "\(hundredths / 100).\(rest.utf8.count == 1 ? "0" : "")\(rest)"
}
