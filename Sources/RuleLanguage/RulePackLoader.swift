package import AuditModel
import Digest
import Dispatch
import Glibc
import Synchronization
import XML

/// Reads rule packs: folders of XML files that `pack.xml` lists, of the shape that `pack.xsd` in or beside the folder prescribes.
///
/// A pack is taken whole or refused: nothing falls back to a default.
package enum RulePackLoader {
    /// Has another thread do what the first loading in a process begins with, for who knows beforehand that there will be one.
    package static func prepareAside() { DispatchQueue.global(qos: .userInitiated).async { XMLPreparation.setUp() } }

    /// Loads a pack. Test cases are counted only, and patterns are checked for their syntax, not compiled.
    ///
    /// - Parameters:
    ///   - directory: the pack's folder.
    ///   - profile: the profile that tailors the rules: the id of one of the pack's own, in its folder `profiles`, or the path of a file; nil: none.
    package static func load(_ directory: String, profile: String? = nil) throws(RulePackError) -> RulePack {
        let reading = try PackReading(directory, profile: profile, isThorough: false)
        // Nobody has to wait until the files' trees are taken down.
        DispatchQueue.global(qos: .utility).async { withExtendedLifetime(reading) {} }
        return reading.pack
    }

    /// Loads a file of waivers, which has to be in order and to name rules that there are.
    ///
    /// - Parameters:
    ///   - path: of the file.
    ///   - pack: the pack, tailored or not, whose rules they are about; `directory` is its folder.
    package static func waivers(_ path: String, for pack: RulePack, in directory: String) throws(RulePackError) -> [Waiver] {
        var diagnosis = Diagnosis()
        let file: PackFile
        do throws(PackProblem) {
            let (schemaPath, bytes) = try PackFolder.readSchema(in: directory)
            let schema = try PackReading.compile(bytes, path: schemaPath)
            file = try PackFile(path: path, name: path, bytes: try PackFolder.read(path))
            PackReading.validate(file, by: schema, roots: ["waivers"], diagnosis: &diagnosis)
        } catch {
            throw RulePackError([error])
        }
        try diagnosis.check()
        let rules = Set(pack.basis.map(\.id) + pack.rules.map(\.id)).sorted()
        let waivers = WaiverReader(file: file, rules: rules).waivers(&diagnosis)
        try diagnosis.check()
        return waivers
    }

    /// Whether a file stands where a profile, an id or a path, is looked for.
    package static func hasProfile(_ profile: String, in directory: String) -> Bool {
        access(ProfileFile.path(of: profile, in: directory), F_OK) == 0
    }

    /// Loads what a pack brings along to be tested by. The whole pack has to be in order; other than in `load`, its patterns are compiled, so that
    /// one that is too large is refused as well, and the files that hold nothing but cases are read.
    ///
    /// - Parameters:
    ///   - directory: the pack's folder.
    ///   - profile: as for `load`; with one, the cases are its own alone, since the pack's are written for the pack's own values.
    package static func tests(_ directory: String, profile: String? = nil) throws(RulePackError) -> PackTests {
        let reading = try PackReading(directory, profile: profile, isThorough: true)
        let files = reading.tailoring.map { $0.ruleFiles + $0.source.tests } ?? reading.files
        var diagnosis = Diagnosis()
        var reader = CaseReader(pack: reading.pack)
        for file in files { reader.read(file, &diagnosis) }
        try diagnosis.check(order: files.map(\.path))
        return PackTests(cases: reader.cases, excuses: reader.excuses)
    }
}

/// A pack with the files that it was built from.
struct PackReading {
    let pack: RulePack
    let tailoring: Tailoring?
    /// The parts in the manifest's order; behind them, in a thorough reading, the files that hold nothing but cases, by name.
    let files: [PackFile]
    /// Kept to be taken down with the files, which takes longer than some of them.
    private let schema: XMLSchema

    /// - Parameter isThorough: whether patterns are compiled, which takes longer than all the rest.
    fileprivate init(_ directory: String, profile: String?, isThorough: Bool) throws(RulePackError) {
        let folder = try PackFolder(directory)
        guard folder.files.contains(PackFolder.manifest) else {
            throw RulePackError([PackProblem(file: folder.path(of: PackFolder.manifest), fault: .noManifest)])
        }
        var diagnosis = Diagnosis()
        let schemaFile: (path: String, bytes: [UInt8])
        do throws(PackProblem) { schemaFile = try folder.readSchema() } catch { throw RulePackError([error]) }
        // The files are parsed before the manifest tells which of them count: nearly always all do.
        let (compiled, parsed) = Self.parsed(folder, schema: schemaFile)
        let schema: XMLSchema
        let manifestFile: PackFile
        do throws(PackProblem) {
            schema = try compiled.get()
            guard let file = try parsed[PackFolder.manifest]?.get() else {
                throw PackProblem(file: folder.path(of: PackFolder.manifest), fault: .noManifest)
            }
            manifestFile = file
        } catch {
            throw RulePackError([error])
        }
        Self.validate(manifestFile, by: schema, roots: ["pack"], diagnosis: &diagnosis)
        try diagnosis.check()
        let manifest = PackManifest(manifestFile, folder: folder, diagnosis: &diagnosis)

        var files: [PackFile] = []
        let cases = isThorough ? folder.files.filter(PackFolder.isOfCases) : []
        for name in manifest.parts.map(\.name) + cases {
            do throws(PackProblem) {
                if let file = parsed[name] {
                    files.append(try file.get())
                } else {
                    files.append(try Self.parse(name, in: folder))
                }
            } catch {
                diagnosis.note(error)
            }
        }
        let tests = files.filter { PackFolder.isOfCases($0.name) }
        files.removeAll { PackFolder.isOfCases($0.name) }
        Self.validate(files, by: schema, roots: PackParts.roots, diagnosis: &diagnosis)
        Self.validate(tests, by: schema, roots: ["cases"], diagnosis: &diagnosis)
        try diagnosis.check(order: [manifestFile.path] + manifest.parts.map { folder.path(of: $0.name) } + tests.map(\.path))
        let parts = try PackParts(files, manifest: manifest)
        let digested = files + [manifestFile]
        if let profile {
            let source: ProfileFile
            do throws(PackProblem) {
                source = try ProfileFile(path: ProfileFile.path(of: profile, in: directory), schema: schema, diagnosis: &diagnosis)
            } catch {
                throw RulePackError([error])
            }
            try diagnosis.check(order: (source.files + source.tests).map(\.path))
            tailoring = Tailoring(source: source, digest: Self.digest(of: source.files, schema: schemaFile.bytes))
        } else {
            tailoring = nil
        }
        pack = try parts.pack(
            manifest: manifest, digest: { Self.digest(of: digested, schema: schemaFile.bytes) }, tailoring: tailoring,
            isThorough: isThorough)
        self.files = files + tests
        self.schema = schema
    }

    /// Compiles the schema and parses the XML files of a folder, by their names, on all processors.
    private static func parsed(
        _ folder: PackFolder, schema: (path: String, bytes: [UInt8])
    ) -> (schema: Result<XMLSchema, PackProblem>, files: [String: Result<PackFile, PackProblem>]) {
        let names = folder.files.filter { $0.hasSuffix(".xml") && !$0.hasPrefix(ProfileFile.folder + "/") && !PackFolder.isOfCases($0) }
        let compiled = Mutex<Result<XMLSchema, PackProblem>?>(nil)
        // Without a name: the schema, which takes longer than any file.
        let files = Parallel.map([nil] + names, sizes: [.max] + names.map(folder.size)) { name -> Result<PackFile, PackProblem>? in
            if let name { return Result { () throws(PackProblem) in try parse(name, in: folder) } }
            let result = Result { () throws(PackProblem) in try compile(schema.bytes, path: schema.path) }
            compiled.withLock { $0 = result }
            return nil
        }
        return (
            compiled.withLock { $0 } ?? .failure(PackProblem(file: schema.path, fault: .noSchema)),
            Dictionary(uniqueKeysWithValues: zip(names, files.compactMap(\.self)))
        )
    }

    /// Validates files, on all processors.
    private static func validate(_ files: [PackFile], by schema: XMLSchema, roots: [String], diagnosis: inout Diagnosis) {
        let found = Parallel.map(files, sizes: files.map(\.bytes.count)) { file in
            var own = Diagnosis()
            validate(file, by: schema, roots: roots, diagnosis: &own)
            return own
        }
        for own in found { diagnosis.add(own) }
    }

    static func compile(_ bytes: [UInt8], path: String) throws(PackProblem) -> XMLSchema {
        do {
            return try XMLSchema(bytes, name: path)
        } catch {
            throw PackProblem(error, file: path)
        }
    }

    private static func parse(_ name: String, in folder: PackFolder) throws(PackProblem) -> PackFile {
        try PackFile(path: folder.path(of: name), name: name, bytes: try folder.read(name))
    }

    /// Notes what the schema has against a file. Schematron has another schema, and is checked as it is read.
    static func validate(_ file: PackFile, by schema: XMLSchema, roots: [String], diagnosis: inout Diagnosis) {
        if SchematronReader.isSchema(file), roots.contains(file.root.name) { return }
        guard roots.contains(file.root.name), file.root.name != "schema" else {
            diagnosis.note(.wrongRoot(found: file.root.name, expected: roots), in: file, at: file.root)
            return
        }
        do {
            for problem in try schema.problems(in: file.document) {
                let isIncomplete = problem.message.contains("Missing child element(s)")
                let lack = isIncomplete ? Completeness.fault(of: file.root, at: problem.position) : nil
                let fault = lack ?? .invalid(message: problem.message)
                diagnosis.note(PackProblem(file: file.path, line: problem.position.line, column: problem.position.column, fault: fault))
            }
        } catch {
            diagnosis.note(PackProblem(error, file: file.path))
        }
    }

    /// Over the files in the order of their names' bytes, each with its name and length so that no two packs run together alike.
    private static func digest(of files: [PackFile], schema: [UInt8]) -> String {
        let contents = files.map { (name: $0.name, bytes: $0.bytes) } + [(name: PackFolder.schema, bytes: schema)]
        var digest = SHA256()
        for content in contents.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            digest.update(Array("\(content.name)\0\(content.bytes.count)\0".utf8))
            digest.update(content.bytes)
        }
        return "sha256:" + digest.hexDigest()
    }
}
