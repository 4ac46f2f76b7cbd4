import AuditModel
import RuleLanguage
import Testing

/// One edit that breaks the small pack.
struct Breakage: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    /// Where each problem is to be found.
    let places: [String]
    /// What the first problem's texts are to say, Chinese or English.
    let says: [String]

    init(_ file: String, _ old: String, _ new: String, at places: String..., says: [String]) {
        self.file = file
        self.old = old
        self.new = new
        self.places = places
        self.says = says
    }

    var testDescription: String { "\(file): \(new.isEmpty ? "without \(old)" : new)" }
}

@Suite struct BrokenPackTests {
    @Test("the small pack is in order before it is broken")
    func whole() throws {
        let folder = try Folder(SmallPack.files)
        #expect(folder.problems() == [])
    }

    @Test("a broken pack is refused with the place, what is wrong and what to do", arguments: Breakages.all)
    func broken(_ breakage: Breakage) throws {
        var files = SmallPack.files
        let text = try #require(files[breakage.file])
        let parts = text.split(separator: breakage.old, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "the text to replace stands once in the file")
        files[breakage.file] = parts[0] + breakage.new + parts[1]
        let folder = try Folder(files)
        let problems = folder.problems()
        #expect(problems.map(folder.place) == breakage.places)
        let first = try #require(problems.first).fault.text
        for words in breakage.says { #expect(first.chinese.contains(words) || first.english.contains(words), "\(first)") }
        #expect(first.chinese != first.english && !first.chinese.isEmpty && !first.english.isEmpty)
    }
}
