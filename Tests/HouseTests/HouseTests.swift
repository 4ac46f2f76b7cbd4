import Testing

@Suite struct HouseTests {
    @Test("the manifest and the table of imports say the same")
    func manifest() throws {
        #expect(HouseRules.dependencies(inManifest: try SourceTree.manifest()) == HouseRules.allowedImports)
    }

    @Test("every target imports only what the table allows")
    func imports() throws {
        let files = try SourceTree.sources()
        #expect(Set(files.map(\.target)) == Set(HouseRules.allowedImports.keys))
        for file in files {
            let forbidden = HouseRules.forbiddenImports(in: file.text, target: file.target)
            #expect(forbidden.isEmpty, "\(file.path) imports \(forbidden)")
        }
    }

    @Test("no file is longer than the house allows")
    func lengths() throws {
        for file in try SourceTree.sources(["swift", "cpp", "h"]) {
            let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(count <= HouseRules.longestFile, "\(file.path) has \(count) lines")
        }
    }

    @Test("every package declaration has a doc comment")
    func documentation() throws {
        for file in try SourceTree.sources() {
            let lines = HouseRules.undocumentedDeclarations(in: file.text)
            #expect(lines.isEmpty, "\(file.path), lines \(lines)")
        }
    }

    @Test("text of the reports' language stands in files of wording and numerals only")
    func language() throws {
        for file in try SourceTree.sources() where !HouseRules.wordingNames.contains(where: file.name.contains) {
            let lines = HouseRules.linesWithHan(in: file.text)
            #expect(lines.isEmpty, "\(file.path), lines \(lines)")
        }
    }

    @Test("no source has what no source may have")
    func words() throws {
        for file in try SourceTree.sources(["swift", "cpp", "h"]) {
            let words = HouseRules.forbiddenWords(in: file.text)
            #expect(words.isEmpty, "\(file.path) has \(words)")
        }
    }
}

@Suite struct HouseRulesTests {
    @Test("imports are read whatever their access and kind, and not from comments or names")
    func imports() {
        let text = """
            import A
            package import B
            internal import struct C.D
            @testable import E
            // import F
            let important = 1
            let text = "a" // see import G
            import A
            """
        #expect(HouseRules.imports(in: text) == ["A", "B", "C", "E"])
    }

    @Test("an import outside the table is found")
    func forbiddenImports() {
        #expect(HouseRules.forbiddenImports(in: "import CLibXML2\nimport Glibc", target: "RuleEngine") == ["CLibXML2"])
        #expect(HouseRules.forbiddenImports(in: "internal import CLibXML2", target: "XML").isEmpty)
        #expect(HouseRules.forbiddenImports(in: "import Foundation", target: "XML") == ["Foundation"])
        #expect(!HouseRules.forbiddenImports(in: "", target: "Unheard").isEmpty)
    }

    @Test("a package declaration without doc comment is found")
    func documentation() {
        let text = """
            package import A
            package struct B {
                /// Documented.
                package let c: Int
                @inlinable package func d() {}
                /// Documented.
                @discardableResult
                @inlinable
                package func e() -> Int { 1 }

                package static func == (left: B, right: B) -> Bool { true }
                // Not a doc comment.
                package init() {}
                func f() {}
                package init(c: Int, d: Int) {
                    self.c = c
                    self.d = c
                }
                package init(
                    c: Int, d: Int
                ) {
                    self.c = c
                    self.d = d
                }
            }
            """
        #expect(HouseRules.undocumentedDeclarations(in: text) == [2, 5, 13, 15])
    }

    @Test("Han characters are found in code and let be in comments")
    func language() {
        let text = """
            /// Such as 勾稽.
            let a = "//勾稽"
            let b = 1 // 勾稽
            let c = "\\"" // 勾稽
            let 稽 = "（%、。"
            let d = "（%、。"
            """
        #expect(HouseRules.linesWithHan(in: text) == [2, 5])
    }

    @Test(
        "forbidden words are found, words that end or begin like them are not",
        arguments: [
            ("let a = try" + "! b()", 1), ("let a = b as" + "! C", 1), ("fatalError" + "()", 1), ("// TO" + "DO: more", 1),
            ("/* FIX" + "ME */", 1), ("let a = try? b()", 0), ("let a = has" + "!.b", 0), ("// as" + "! in a comment", 0),
            ("let todo = 1", 0),
        ])
    func words(text: String, count: Int) {
        #expect(HouseRules.forbiddenWords(in: text).count == count)
    }

    @Test("dependencies are read from a manifest")
    func dependencies() {
        let text = """
            func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
                .target(name: name, dependencies: dependencies, swiftSettings: strict)
            }
            targets: [
                .target(name: "C", linkerSettings: [.linkedLibrary("c")]),
                module("A"),
                module(
                    "B",
                    [
                        "A", "C", // "D"
                    ]),
                .executableTarget(
                    name: "tool",
                    dependencies: ["B", .product(name: "P", package: "swift-argument-parser")],
                    swiftSettings: strict),
                tests("BTests", ["B"]),
            ]
            """
        #expect(HouseRules.dependencies(inManifest: text) == ["A": [], "B": ["A", "C"], "tool": ["B", "P"]])
    }
}
