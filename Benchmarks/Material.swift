import Glibc

/// What is measured on: a pair of reports of about 20 KB, an XML file of the same size, and a 1 MB pair of Chinese texts with 10 % of its characters edited.
/// All made here from the project's samples and a fixed seed.
struct Material {
    let folder: String
    let oldReport: String
    let newReport: String
    let markup: String
    let oldText: String
    let newText: String
    /// The texts of the samples, two years of each unit.
    let units: [(previous: String, current: String)]

    private static let unitNames = ["柳湾镇", "沅屏区市场监督管理局", "青禾街道", "澜江市"]

    init(samples: String, folder: String) throws(MissingFile) {
        self.folder = folder
        mkdir(folder, 0o755)
        let names = ["-2023.txt", "-2024.txt"]
        var reports: [String] = []
        for (index, name) in names.enumerated() {
            let text = try read(samples + "/澜江市/澜江市" + name)
            reports.append(Self.grown(text, to: 20_000, seed: UInt64(index + 1)))
        }
        units = try Self.unitNames.map { name throws(MissingFile) in
            (try read("\(samples)/\(name)/\(name)-2023.txt"), try read("\(samples)/\(name)/\(name)-2024.txt"))
        }
        oldReport = folder + "/report-2023.txt"
        newReport = folder + "/report-2024.txt"
        markup = folder + "/report.xml"
        oldText = folder + "/old-1mb.txt"
        newText = folder + "/new-1mb.txt"
        write(reports[0], to: oldReport)
        write(reports[1], to: newReport)
        let paragraphs = reports[1].split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
        write("<report>\n\(paragraphs)\n</report>\n", to: markup)
        var random = SplitMix(state: 20_261_123)
        let before = Self.prose(bytes: 1_000_000, random: &random)
        write(before, to: oldText)
        write(Self.edited(before, share: 10, random: &random), to: newText)
    }

    /// The report with more paragraphs of prose in its first section.
    static func grown(_ report: String, to size: Int, seed: UInt64) -> String {
        var random = SplitMix(state: seed)
        let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
        let missing = max(0, size - report.utf8.count)
        let extra = prose(bytes: missing, random: &random)
        let place = min(3, lines.count)
        return (lines[..<place].map(String.init) + [extra] + lines[place...].map(String.init)).joined(separator: "\n")
    }

    private static let words = [
        "政务", "公开", "工作", "群众", "服务", "平台", "推进", "完善", "机制", "落实", "建设", "信息", "规范", "管理", "政策", "解读", "全面", "持续", "基层", "发展", "窗口", "栏目",
        "更新", "及时",
    ]

    /// Paragraphs of 60 to 200 characters without figures.
    static func prose(bytes: Int, random: inout SplitMix) -> String {
        var text = ""
        while text.utf8.count < bytes {
            var last = -1
            for _ in 0..<(30 + random.below(70)) {
                // No word stands twice in a row.
                var next = random.below(words.count)
                if next == last { next = (next + 1) % words.count }
                last = next
                text += words[next]
                if random.below(8) == 0 { text += "，" }
            }
            text += "。\n"
        }
        return text
    }

    /// About that share of the characters in a hundred replaced, left out or followed by a new one; line ends stay.
    static func edited(_ text: String, share: Int, random: inout SplitMix) -> String {
        var result: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            guard scalar != "\n", random.below(100) < share else {
                result.append(scalar)
                continue
            }
            let other = words[random.below(words.count)].unicodeScalars
            switch random.below(3) {
            case 0: result.append(contentsOf: other.prefix(1))
            case 1: break
            default:
                result.append(scalar)
                result.append(contentsOf: other.prefix(1))
            }
        }
        return String(String.UnicodeScalarView(result))
    }
}

/// A generator of random numbers that gives the same ones for the same seed.
struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}

struct MissingFile: Error {
    let path: String
}

func read(_ path: String) throws(MissingFile) -> String { String(decoding: try bytes(of: path), as: UTF8.self) }

func bytes(of path: String) throws(MissingFile) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw MissingFile(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
}

private func write(_ text: String, to path: String) { write(Array(text.utf8), to: path) }

func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    defer { fclose(file) }
    _ = bytes.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, file) }
}
