import Foundation
import Processes

/// LibreOffice, told by a macro of its own profile to accept or reject all tracked changes of files and to write what remains as text.
enum OfficeRedlines {
    static let program = ["soffice", "libreoffice"].lazy.compactMap { ChildProcess.path(of: $0) }.first

    /// The texts of Word files once their changes are settled.
    static func settled(_ files: [[UInt8]]) throws -> [(accepted: String, rejected: String)] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, bytes) in files.enumerated() { try Data(bytes).write(to: folder.appending(path: "\(index).docx")) }
        let address = folder.absoluteString.hasSuffix("/") ? String(folder.absoluteString.dropLast()) : folder.absoluteString
        // The first start writes a profile, an empty library of macros with it.
        try run(["--terminate_after_init"], address)
        let library = folder.appending(path: "profile/user/basic/Standard")
        try Data(list.utf8).write(to: library.appending(path: "script.xlb"))
        try Data(module.utf8).write(to: library.appending(path: "Redlines.xba"))
        try run(["macro:///Standard.Redlines.Settle(\"\(address)\",\(files.count))"], address)
        return try files.indices.map { index in
            let texts = try ["accepted", "rejected"].map {
                String(decoding: try Data(contentsOf: folder.appending(path: "\(index).\($0).txt")), as: UTF8.self)
                    .replacing("\u{FEFF}", with: "")
            }
            return (texts[0], texts[1])
        }
    }

    private static func run(_ arguments: [String], _ address: String) throws {
        guard let program else { return }
        _ = try ChildProcess.run(
            program,
            ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "-env:UserInstallation=\(address)/profile"]
                + arguments,
            limits: ChildProcess.Limits(seconds: 300, memory: nil, output: 1 << 20))
    }

    private static let list = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
        <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" \
        library:passwordprotected="false"><library:element library:name="Redlines"/></library:library>
        """

    private static let module = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redlines" script:language="StarBasic">
        Sub Settle(folder As String, count As Integer)
          For number = 0 To count - 1
            SettleOne(folder &amp; "/" &amp; number, ".uno:AcceptAllTrackedChanges", "accepted")
            SettleOne(folder &amp; "/" &amp; number, ".uno:RejectAllTrackedChanges", "rejected")
          Next number
        End Sub
        Sub SettleOne(path As String, command As String, ending As String)
          Dim hidden(0) As New com.sun.star.beans.PropertyValue
          hidden(0).Name = "Hidden"
          hidden(0).Value = True
          text = StarDesktop.loadComponentFromURL(path &amp; ".docx", "_blank", 0, hidden())
          dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
          dispatcher.executeDispatch(text.CurrentController.Frame, command, "", 0, Array())
          Dim filter(1) As New com.sun.star.beans.PropertyValue
          filter(0).Name = "FilterName"
          filter(0).Value = "Text (encoded)"
          filter(1).Name = "FilterOptions"
          filter(1).Value = "UTF8,LF,,,"
          text.storeToURL(path &amp; "." &amp; ending &amp; ".txt", filter())
          text.close(True)
        End Sub
        </script:module>
        """
}
