import Glibc

/// The rule pack that ships with the program.
enum RulesLocation {
    /// The pack's place below the folder that holds the program and its rules.
    static let folder = "Rules/government-information-disclosure"

    /// The pack's folder, looked for beside the executable and in every folder above it, then in the working directory; nil where there is none.
    static func found() -> String? {
        var folder = executable() ?? ""
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            let candidate = "\(folder)/\(Self.folder)"
            if isPack(candidate) { return candidate }
        }
        return isPack(Self.folder) ? Self.folder : nil
    }

    private static func isPack(_ folder: String) -> Bool { access("\(folder)/pack.xml", R_OK) == 0 }

    /// The executable's real path, links followed.
    private static func executable() -> String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
