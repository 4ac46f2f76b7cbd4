import Foundation
import TestSupport
import Testing

@Suite("The executable")
struct CommandTests {
    @Test(
        "exit statuses are the contract's",
        arguments: [
            (["audit", Command.flawless, "--previous", Command.flawlessBefore], 0),
            (["audit", Command.faulty, "--previous", Command.faultyBefore], 1),
            (["audit", Command.faulty, "--fail-on", "never"], 0),
            (["audit", Command.flawless, "--fail-on", "note"], 0),
            (["audit", Command.faulty, "/nowhere/report.txt"], 3),
            (["audit", Command.faulty, "--rules", "/nowhere"], 4),
            (["audit", "/nowhere/report.txt", "--rules", "/nowhere"], 4),
            (["audit", Command.flawless, "--output", "/nowhere/report.html"], 3),
            (["facts", Command.flawless], 0), (["facts", "/nowhere"], 3),
            (["diff", Command.flawless, Command.flawless, "--fail-on-change"], 0),
            (["diff", Command.flawlessBefore, Command.flawless], 0),
            (["diff", Command.flawlessBefore, Command.flawless, "--fail-on-change"], 1),
            (["diff", Project.root + "Samples/README.md", Project.root + "LICENSE"], 0),
            (["diff", Command.flawless, "/nowhere"], 3),
            (["rules", "list"], 0), (["rules", "show", "TAB-08"], 0), (["rules", "show", "TAB-99"], 2),
            (["rules", "check", "Rules/government-information-disclosure"], 0), (["rules", "check", "Sources"], 4),
            (["--help"], 0), (["--version"], 0), (["audit", "--help"], 0),
            ([], 0),
        ] as [([String], Int32)])
    func statuses(_ arguments: [String], _ status: Int32) throws {
        let result = try Command.run(arguments)
        #expect(result.status == status, "\(result.errors)")
        if status != 0, status != 1 {
            #expect(!result.errors.isEmpty)
        }
    }

    @Test(
        "wrong usage is 2, says why, and writes no result",
        arguments: [
            ["audit"], ["audit", "--nonsense"], ["nonsense"], ["audit", "x.txt", "--format", "sarif"],
            ["audit", "x.txt", "--format", "xyz"],
            ["audit", "x.txt", "--profile", "strict"], ["audit", "x.txt", "--as-of", "2024-02-30"], ["audit", "x.txt", "--fail-on", "all"],
            ["diff", "x.txt"], ["rules", "show"], ["audit", "x.txt", "--language", "fr"], ["facts", "x.txt", "--format", "html"],
            ["diff", "x.txt", "y.txt", "--format", "docx", "--as-of", "2024-02-30"],
            ["diff", "x.txt", "y.txt", "--only", "numbers,moves!"], ["diff", "x.txt", "y.txt", "--only", ""],
            ["diff", "x.txt", "y.txt", "--context", "-1"],
        ])
    func usage(_ arguments: [String]) throws {
        let result = try Command.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test("results go to standard output, everything else to standard error")
    func streams() throws {
        let result = try Command.run(["audit", Command.flawless, "/nowhere/report.txt", "--format", "json"])
        let json = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        #expect((json["audits"] as? [Any])?.count == 1)
        #expect((json["unreadable"] as? [[String: String]])?.first?["path"] == "/nowhere/report.txt")
        #expect(result.errors.contains("/nowhere/report.txt"))
    }

    @Test("--output writes what standard output would get, and nothing else", arguments: ["text", "json", "html"])
    func output(_ format: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "result")
        let arguments = ["audit", Command.faulty, "--previous", Command.faultyBefore, "--format", format]
        let shown = try Command.run(arguments)
        let written = try Command.run(arguments + ["--output", file.path()])
        #expect(written.status == shown.status)
        #expect(written.output.isEmpty)
        #expect(try Data(contentsOf: file) == shown.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["result"])
    }

    @Test("the rules are found from the executable's real path, whatever the working directory")
    func rulesLocation() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let link = folder.appending(path: "gouji")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: Command.executable)
        #expect(try Command.run(["rules", "list"], in: folder.path(), executable: link).status == 0)
        // A copy without rules near it finds none, and does not do without.
        let copy = folder.appending(path: "copy")
        // By another process: a file that this one holds open for writing cannot be run while a test beside it starts a program.
        let copying = try Process.run(URL(filePath: "/bin/cp"), arguments: [Command.executable.path(), copy.path()])
        copying.waitUntilExit()
        let lost = try Command.run(["audit", Command.flawless], in: folder.path(), executable: copy)
        #expect(lost.status == 4)
        #expect(lost.output.isEmpty)
        #expect(try Command.run(["audit", Command.flawless], in: Project.root, executable: copy).status == 0)
    }

    @Test("help and messages are Chinese first, and English on demand")
    func language() throws {
        #expect(try Command.run(["audit", "--help"]).text.contains("审核报告"))
        #expect(try Command.run(["audit", "--help", "--language", "en"]).text.contains("Audits reports"))
        #expect(try Command.run(["audit", Command.flawless]).text.contains("结论"))
        let english = try Command.run(["audit", Command.faulty, "--previous", Command.faultyBefore, "--language", "en"]).text
        #expect(english.contains("Conclusion"))
        #expect(!english.contains("结论"))
    }

    @Test("a comparison as docx is one archive, the same each time, by whom and when it is told")
    func docx() throws {
        let arguments = ["diff", Command.flawlessBefore, Command.flawless, "--format", "docx"]
        let file = try Command.run(arguments)
        #expect(file.status == 0)
        #expect(file.output.prefix(4) == Data([0x50, 0x4B, 0x03, 0x04]))
        #expect(try Command.run(arguments).output == file.output)
        #expect(try Command.run(arguments + ["--author", "甲"]).output != file.output)
        #expect(try Command.run(arguments + ["--as-of", "2030-01-01"]).output != file.output)
    }

    @Test("a comparison shows the kinds that are asked for")
    func only() throws {
        let arguments = ["diff", Command.faultyBefore, Command.faulty]
        let all = try Command.run(arguments).text
        let numbers = try Command.run(arguments + ["--only", "numbers,moved"]).text
        #expect(all.contains("  新增\n"))
        #expect(!numbers.contains("  新增\n") && numbers.contains("  数字\n"))
        #expect(numbers.count < all.count)
    }

    @Test(
        "on a terminal a comparison goes through the pager, unless asked not to",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "script is not installed"))
    func pager() throws {
        let arguments = ["diff", Command.flawlessBefore, Command.flawless]
        func shown(_ more: [String], pager: String) throws -> String {
            let command = ([Command.executable.path()] + arguments + more).map { "'\($0)'" }.joined(separator: " ")
            return try Command.run(
                ["-qec", command, "/dev/null"], executable: URL(filePath: "/usr/bin/script"),
                environment: ["PAGER": pager, "NO_COLOR": "1"]
            ).text
        }
        #expect(try shown([], pager: "sed s/^/PAGED:/").contains("PAGED:"))
        #expect(try !shown(["--no-pager"], pager: "sed s/^/PAGED:/").contains("PAGED:"))
        #expect(try shown([], pager: "/nowhere/pager").contains("指标变动"))
        #expect(try Command.run(arguments, environment: ["PAGER": "sed s/^/PAGED:/"]).text.contains("PAGED:") == false)
    }

    @Test("facts are a row an indicator")
    func facts() throws {
        let lines = try Command.run(["facts", Command.flawless]).text.split(separator: "\n")
        #expect(lines.first == "path\tunit\tyear\tindicator\tkind\tvalue\tat")
        #expect(lines.count == 201)
        #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 7 })
    }
}
