import Glibc
import Processes

/// Makes docx of the formats that LibreOffice alone reads.
///
/// Each call runs LibreOffice with a profile of its own, in which macros and links are switched off and no address can be reached, within limits on
/// time and memory. Files go in and come out through a folder of its own, which is removed whatever happens.
package enum OfficeConverter {
    /// A file to convert.
    package struct Input: Sendable {
        /// As they are in the file.
        package let bytes: [UInt8]
        /// One that `isConverted`.
        package let format: SourceFormat

        package init(bytes: [UInt8], format: SourceFormat) {
            self.bytes = bytes
            self.format = format
        }
    }

    /// The docx of a file, or why there is none.
    package typealias Output = Result<[UInt8], ReadingError>

    /// How remarks call the program.
    static let program = "LibreOffice"

    /// - Source: measured: a second and a half for the start and the first file, half a second for each further one, 220 MB in use of less than
    ///   1 GB mapped. A file by itself may cost ten seconds of work; a busy machine may take longer over it.
    private static let secondsToStart = 7
    private static let secondsForEach = 3
    private static let secondsOfPatience = 5
    private static let memory = 1536 << 20

    /// Converts files in one call. Where that gives no result for some, each of these gets a call of its own, so that none suffers for another.
    /// Takes some seconds.
    package static func convert(_ inputs: [Input]) -> [Output] {
        guard let program = ["soffice", "libreoffice"].lazy.compactMap({ ChildProcess.path(of: $0) }).first else {
            return inputs.map { _ in .failure(.missingProgram(Self.program, package: "libreoffice-writer")) }
        }
        var outputs = inputs.map { input in refusal(of: input.bytes, input.format).map { Output.failure($0) } }
        let accepted = inputs.indices.filter { outputs[$0] == nil }
        for (index, output) in zip(accepted, run(program, accepted.map { inputs[$0] })) {
            if case .failure = output, accepted.count > 1 { continue }
            outputs[index] = output
        }
        return inputs.indices.map { index in
            outputs[index] ?? run(program, [inputs[index]]).first ?? .failure(.programFailed(Self.program, detail: ""))
        }
    }

    /// Why a file needs no program to be refused: it asks for a password. Nil when it does not.
    package static func refusal(of bytes: [UInt8], _ format: SourceFormat) -> ReadingError? {
        switch format {
        case .doc, .works: CompoundFile(bytes)?.isEncrypted == true ? .encrypted(format) : nil
        case .odt: ContainerContent.isEncrypted(openDocument: bytes) ? .encrypted(.odt) : nil
        default: nil
        }
    }

    private static func run(_ program: String, _ inputs: [Input]) -> [Output] {
        guard !inputs.isEmpty else { return [] }
        guard let folder = WorkingFolder() else {
            return inputs.map { _ in .failure(.programFailed(Self.program, detail: String(cString: strerror(errno)))) }
        }
        var paths: [String] = []
        for (index, input) in inputs.enumerated() {
            let name = "in/\(index)\(input.format.endings.first ?? "")"
            guard folder.write(input.bytes, to: name) else {
                return inputs.map { _ in .failure(.programFailed(Self.program, detail: String(cString: strerror(errno)))) }
            }
            paths.append("\(folder.path)/\(name)")
        }
        guard folder.write(Array(profile.utf8), to: "profile/user/registrymodifications.xcu") else {
            return inputs.map { _ in .failure(.programFailed(Self.program, detail: String(cString: strerror(errno)))) }
        }
        let arguments =
            [
                "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
                "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
                "\(folder.path)/out",
            ] + paths
        let seconds = secondsToStart + secondsForEach * inputs.count
        let limits = ChildProcess.Limits(
            seconds: seconds + secondsOfPatience, processorSeconds: seconds, memory: memory, output: 1 << 20)
        var failure = ReadingError.programFailed(Self.program, detail: "")
        do {
            let result = try ChildProcess.run(
                program, arguments, environment: ["HOME=\(folder.path)", "TMPDIR=\(folder.path)", "SAL_USE_VCLPLUGIN=svp"], limits: limits)
            // It ends its own process for too much work, or the script that it is started by says so.
            if [128 + Int(SIGXCPU), 128 + Int(SIGKILL)].contains(result.status) {
                failure = .tookTooLong(Self.program, seconds: seconds)
            } else if result.status != 0 {
                failure = .programFailed(Self.program, detail: "\(result.status)")
            }
        } catch {
            switch error {
            case .timeLimit(let seconds): failure = .tookTooLong(Self.program, seconds: seconds)
            case .cannotStart(let reason): failure = .programFailed(Self.program, detail: reason)
            case .outputLimit: break
            }
        }
        return inputs.indices.map { index in
            // A file that was being written when the program was ended has no end and is none.
            let bytes = folder.bytes(of: "out/\(index).docx")
            return bytes.flatMap { SourceFormat.found(in: $0) == .docx ? .success($0) : nil } ?? .failure(failure)
        }
    }

    /// What the profile sets: no macro runs, nothing linked is fetched, and all addresses are to be asked of a proxy that is not there.
    ///
    /// - Source: the schemas org.openoffice.Office.Common and org.openoffice.Inet of LibreOffice.
    private static let profile: String = {
        let settings = [
            ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
            ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
            ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
            ("Inet/Settings", "ooInetProxyType", "2"), ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
            ("Inet/Settings", "ooInetHTTPProxyPort", "9"), ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
            ("Inet/Settings", "ooInetHTTPSProxyPort", "9"), ("Inet/Settings", "ooInetNoProxy", ""),
        ]
        let items = settings.map { path, name, value in
            "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\"><value>\(value)</value></prop></item>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\(items.joined())</oor:items>

            """
    }()
}
