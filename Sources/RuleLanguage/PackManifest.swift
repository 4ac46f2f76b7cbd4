import AuditModel
import XML

/// What `pack.xml` says: who the pack is, what it cites and of which files it is made.
struct PackManifest {
    struct Part {
        let name: String
        let element: XMLElement
    }

    let file: PackFile
    let id: String
    let version: String
    let title: LocalizedText
    let sources: [Instrument]
    let parts: [Part]

    init(_ file: PackFile, folder: PackFolder, diagnosis: inout Diagnosis) {
        var titles: [XMLElement] = []
        var sources: [Instrument] = []
        var sourceNames = Names(.source)
        var parts: [Part] = []
        var listed: Set<String> = [PackFolder.manifest, PackFolder.schema]
        for child in file.root.children {
            switch child.name {
            case "title": titles.append(child)
            case "source":
                let id = diagnosis.value("id", of: child, in: file)
                sourceNames.add(id, in: file, at: child, diagnosis: &diagnosis)
                sources.append(Self.instrument(id, child, in: file, &diagnosis))
            case "parts":
                for name in Self.files(of: child, in: folder, listed: listed, file: file, diagnosis: &diagnosis) {
                    listed.insert(name)
                    parts.append(Part(name: name, element: child))
                }
            default:
                let name = diagnosis.value("file", of: child, in: file)
                if let fault = Self.fault(ofPart: name, listed: listed, folder: folder) {
                    diagnosis.note(fault, in: file, at: child, attribute: "file")
                } else {
                    parts.append(Part(name: name, element: child))
                }
                listed.insert(name)
            }
        }
        for (source, element) in zip(sources, file.root.children(named: "source")) {
            guard case .superseded(let other) = source.validity else { continue }
            sourceNames.expect(other, in: file, at: element, attribute: "superseded-by", diagnosis: &diagnosis)
        }
        // Profiles and cases are read only when they are asked for.
        for name in folder.files
        where !listed.contains(name) && !name.hasPrefix(ProfileFile.folder + "/") && !PackFolder.isOfCases(name) {
            diagnosis.note(PackProblem(file: folder.path(of: name), fault: .unlisted(file: name)))
        }
        self.file = file
        self.sources = sources
        self.parts = parts
        id = diagnosis.value("id", of: file.root, in: file)
        version = diagnosis.value("version", of: file.root, in: file)
        title = diagnosis.localized(titles, named: "title", of: file.root, in: file)
    }

    private static func instrument(_ id: String, _ element: XMLElement, in file: PackFile, _ diagnosis: inout Diagnosis) -> Instrument {
        func text(_ attribute: String) -> String? { element.attribute(attribute).map(line(of:)) }
        return Instrument(
            id: id, document: diagnosis.value("document", of: element, in: file), title: text("title"), number: text("number"),
            issuer: text("issuer"), issued: text("issued"), effective: text("effective"),
            validity: text("superseded-by").map { .superseded(by: $0) } ?? .valid)
    }

    /// The files of a folder of the pack that no element before names, by name.
    private static func files(
        of element: XMLElement, in folder: PackFolder, listed: Set<String>, file: PackFile, diagnosis: inout Diagnosis
    ) -> [String] {
        var name = diagnosis.value("folder", of: element, in: file)
        if !name.hasSuffix("/") { name += "/" }
        let found = folder.files.filter { $0.hasPrefix(name) && $0.hasSuffix(".xml") && !listed.contains($0) }
        if found.isEmpty { diagnosis.note(.emptyFolder(name), in: file, at: element, attribute: "folder") }
        return found
    }

    /// A part is a file within the folder, named as the folder lists it: no way leads out, since what is not listed is not opened.
    private static func fault(ofPart name: String, listed: Set<String>, folder: PackFolder) -> PackFault? {
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        if steps.contains("..") || name.hasPrefix("/") { return .partOutside(file: name) }
        if listed.contains(name) { return .partTwice(file: name) }
        return folder.files.contains(name) ? nil : .partMissing(file: name)
    }
}
