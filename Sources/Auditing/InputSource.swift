import DocumentReaders
import Zip

/// Where the bytes of one input are, and what it is called.
struct InputSource: Sendable {
    enum Origin: Sendable {
        case file
        case member(ZipArchive, ZipMember)
        /// What cannot be read a second time.
        case bytes([UInt8])
        /// What was found out before reading.
        case unreadable(InputError)
    }

    /// As the user named it; for a member of a bundle, the bundle's path and that within it.
    let path: String
    let origin: Origin

    static func file(_ path: String) -> InputSource { InputSource(path: path, origin: .file) }

    func bytes() throws(InputError) -> [UInt8] {
        switch origin {
        case .file: return try InputFile.bytes(of: path)
        case .member(let archive, let member):
            do { return try archive.content(of: member) } catch { throw InputBundle.error(error) }
        case .bytes(let bytes): return bytes
        case .unreadable(let error): throw error
        }
    }

    /// Whether it may be asked for its bytes again, so that they need not be kept.
    var isRepeatable: Bool {
        switch origin {
        case .file: InputFile.isRegular(path)
        case .member, .unreadable: true
        case .bytes: false
        }
    }
}
