import AuditModel
import XML

/// What `pack.xml` says: who the pack is, what it cites and of which files it is made.
struct PackManifest {
    struct Source {
        let id: String
        let document: String
    }

    struct Part {
        let name: String
        let element: XMLElement
    }

    let file: PackFile
    let id: String
    let version: String
    let title: LocalizedText
    let sources: [Source]
    let parts: [Part]

    init(_ file: PackFile, folder: PackFolder, diagnosis: inout Diagnosis) {
        var titles: [XMLElement] = []
        var sources: [Source] = []
        var sourceNames = Names(.source)
        var parts: [Part] = []
        var listed: Set<String> = [PackFolder.manifest, PackFolder.schema]
        for child in file.root.children {
            switch child.name {
            case "title": titles.append(child)
            case "source":
                let id = diagnosis.value("id", of: child, in: file)
                sourceNames.add(id, in: file, at: child, diagnosis: &diagnosis)
                sources.append(Source(id: id, document: diagnosis.value("document", of: child, in: file)))
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
        // Profiles are read only when one is asked for.
        for name in folder.files where !listed.contains(name) && !name.hasPrefix(ProfileFile.folder + "/") {
            diagnosis.note(PackProblem(file: folder.path(of: name), fault: .unlisted(file: name)))
        }
        self.file = file
        self.sources = sources
        self.parts = parts
        id = diagnosis.value("id", of: file.root, in: file)
        version = diagnosis.value("version", of: file.root, in: file)
        title = diagnosis.localized(titles, named: "title", of: file.root, in: file)
    }

    /// A part is a file within the folder, named as the folder lists it: no way leads out, since what is not listed is not opened.
    private static func fault(ofPart name: String, listed: Set<String>, folder: PackFolder) -> PackFault? {
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        if steps.contains("..") || name.hasPrefix("/") { return .partOutside(file: name) }
        if listed.contains(name) { return .partTwice(file: name) }
        return folder.files.contains(name) ? nil : .partMissing(file: name)
    }
}
