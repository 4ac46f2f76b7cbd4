/// The rules of the house, each a function from text to what breaks it.
enum HouseRules {
    static let longestFile = 400

    /// A file whose name holds one of these words is where text of the reports' language belongs.
    static let wordingNames = ["Wording", "Numeral", "Notation"]

    /// What any target may import besides its own dependencies.
    static let systemModules: Set<String> = ["Glibc", "Dispatch", "Synchronization", "FoundationEssentials"]

    /// Who may import whom. The manifest has to say the same.
    static let allowedImports: [String: Set<String>] = [
        "XML": ["CLibXML2"],
        "Zip": ["CLibArchive"],
        "Processes": [],
        "Digest": ["CNettle"],
        "Patterns": ["CRE2"],
        "SequenceDiff": [],
        "DocumentModel": [],
        "AuditModel": ["DocumentModel"],
        "Mutations": ["AuditModel", "DocumentModel"],
        "DocumentReaders": ["DocumentModel", "XML", "Zip", "Processes"],
        "DocumentDiff": ["DocumentModel", "SequenceDiff"],
        "RuleLanguage": ["AuditModel", "DocumentModel", "XML", "Digest", "Patterns"],
        "Extraction": ["AuditModel", "DocumentModel"],
        "RuleEngine": ["AuditModel", "DocumentModel", "DocumentDiff", "Patterns", "XML", "Digest"],
        "Reporters": ["AuditModel", "DocumentModel", "DocumentDiff", "Zip"],
        "Auditing": [
            "AuditModel", "DocumentModel", "DocumentReaders", "DocumentDiff", "RuleLanguage", "Extraction", "RuleEngine", "Reporters",
            "Mutations", "Digest", "Zip",
        ],
        "gouji": ["Auditing", "Reporters", "AuditModel", "ArgumentParser"],
    ]

    /// The lines without their comments. Strings over several lines are taken line by line, which serves here.
    static func codeLines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var code = ""
            var isInString = false
            var previous: Character = " "
            for character in line {
                if character == "\"", previous != "\\" { isInString.toggle() }
                if character == "/", previous == "/", !isInString { return String(code.dropLast()) }
                code.append(character)
                previous = character
            }
            return code
        }
    }

    /// The modules that a file imports, once each, in order.
    static func imports(in text: String) -> [String] {
        var found: [String] = []
        for line in codeLines(of: text) {
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else { continue }
            let modifiers: Set<Substring> = ["package", "internal", "private", "fileprivate", "public", "@testable", "@preconcurrency"]
            guard words[..<keyword].allSatisfy(modifiers.contains) else { continue }
            // `import struct Module.Name` has a kind before the module.
            let name = words.count > keyword + 2 ? words[keyword + 2] : words[keyword + 1]
            let module = String(name.prefix { $0 != "." })
            if !found.contains(module) { found.append(module) }
        }
        return found
    }

    /// Imports that the table does not allow the target.
    static func forbiddenImports(in text: String, target: String) -> [String] {
        guard let allowed = allowedImports[target] else { return ["\(target) is not in the table"] }
        return imports(in: text).filter { !allowed.contains($0) && !systemModules.contains($0) }
    }

    /// Numbers of the lines, from 1, with a `package` declaration that has no doc comment. What a conformance to `Comparable`, `Hashable` or
    /// `CustomStringConvertible` asks for has its comment in the protocol, and an initialiser that only stores its parameters has them at the
    /// properties.
    static func undocumentedDeclarations(in text: String) -> [Int] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
        let witnesses = ["static func ==", "static func <", "func hash(into", "var description:"]
        return lines.indices.filter { index in
            guard let declaration = packageDeclaration(lines[index]) else { return false }
            guard !declaration.hasPrefix("import "), !witnesses.contains(where: declaration.hasPrefix) else { return false }
            if declaration.hasPrefix("init("), isMemberwise(lines[index...]) { return false }
            var above = index - 1
            while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
            return above < 0 || !lines[above].hasPrefix("///")
        }.map { $0 + 1 }
    }

    /// Whether the initialiser that the lines begin with has a body of nothing but `self.name = name`.
    private static func isMemberwise(_ lines: ArraySlice<Substring>) -> Bool {
        guard let opening = lines.firstIndex(where: { $0.hasSuffix("{") }) else { return false }
        let body = lines[(opening + 1)...].prefix { $0 != "}" }
        return !body.isEmpty
            && body.allSatisfy { line in
                let words = line.split(separator: " ")
                return words.count == 3 && words[0] == "self.\(words[2])" && words[1] == "="
            }
    }

    /// What follows `package ` in a line that begins with it or with attributes and it.
    private static func packageDeclaration(_ line: Substring) -> Substring? {
        var rest = line
        while rest.hasPrefix("@") {
            guard let space = rest.firstIndex(of: " ") else { return nil }
            rest = rest[space...].drop { $0 == " " }
        }
        return rest.hasPrefix("package ") ? rest.dropFirst("package ".count) : nil
    }

    /// Numbers of the lines, from 1, whose code (comments may quote) holds Han characters.
    static func linesWithHan(in text: String) -> [Int] {
        codeLines(of: text).enumerated().filter { $0.element.unicodeScalars.contains(where: isHan) }.map { $0.offset + 1 }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Things that no source may have, as they stand there.
    static func forbiddenWords(in text: String) -> [String] {
        // Put together here, so that this file passes a search for them.
        let inCode = ["try" + "!", "as" + "!", "fatalError" + "("]
        let anywhere = ["TO" + "DO", "FIX" + "ME"]
        let code = codeLines(of: text)
        return inCode.filter { word in code.contains { holds(word, in: $0) } } + anywhere.filter { text.contains($0) }
    }

    /// Whether a word stands in a line other than as the end of a longer one.
    private static func holds(_ word: String, in line: String) -> Bool {
        line.ranges(of: word).contains { range in
            range.lowerBound == line.startIndex || !line[line.index(before: range.lowerBound)].isLetter
        }
    }

    /// Each target of the manifest, other than those of C libraries and tests, with what it depends on.
    static func dependencies(inManifest text: String) -> [String: Set<String>] {
        let code = codeLines(of: text).joined(separator: "\n")
        var found: [String: Set<String>] = [:]
        for opening in ["module(", ".executableTarget("] {
            for range in code.ranges(of: opening) {
                var names = quotedStrings(inCallFrom: range.upperBound, of: code)
                // What stands outside of `Sources` is no part of the table; the compiler checks its imports.
                guard !names.isEmpty, !names.contains(where: { $0 == "Benchmarks" || $0.hasPrefix("Tests/") }) else { continue }
                found[names.removeFirst()] = Set(names.filter { $0 != "swift-argument-parser" })
            }
        }
        return found
    }

    /// The string literals of a call, from after its opening parenthesis to the closing one.
    private static func quotedStrings(inCallFrom start: String.Index, of code: String) -> [String] {
        var depth = 1
        var strings: [String] = []
        var current: String?
        for character in code[start...] {
            if character == "\"" {
                if let string = current { strings.append(string) }
                current = current == nil ? "" : nil
            } else if current != nil {
                current?.append(character)
            } else if character == "(" {
                depth += 1
            } else if character == ")" {
                depth -= 1
                if depth == 0 { break }
            }
        }
        return strings
    }
}
