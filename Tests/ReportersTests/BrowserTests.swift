import AuditModel
import Foundation
import Processes
import Testing

@testable import Reporters

private enum Browser {
    static let program = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap { ChildProcess.path(of: $0) }.first
}

/// What pages do in a browser, as far as one is installed.
@Suite("Pages in a browser", .enabled(if: Browser.program != nil, "chromium is not installed"))
struct BrowserTests {
    /// Opens a page with a script of the test's own behind it, and gives what that leaves as the title.
    private func title(
        of page: String = ComparisonTests.page, running script: String, width: Int = 1200, options: [String] = []
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The page's policy would keep the test's script from running.
        let policy = #/<meta http-equiv="Content-Security-Policy"[^>]*>/#
        let tested = page.replacing(policy, with: "").replacing("</body>", with: "<script>\(script)</script></body>")
        let file = folder.appending(path: "page.html")
        try Data(tested.utf8).write(to: file)
        let result = try ChildProcess.run(
            try #require(Browser.program),
            ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path())profile", "--window-size=\(width),900"]
                + options
                + ["--dump-dom", file.absoluteString],
            limits: ChildProcess.Limits(seconds: 120, memory: nil, output: 1 << 24))
        let dom = String(decoding: result.output, as: UTF8.self)
        return dom.components(separatedBy: "<title>").dropFirst().first?.components(separatedBy: "</title>").first ?? ""
    }

    @Test("keys lead from change to change, over those that the filter hides")
    func keys() throws {
        let script = """
            var seen = [];
            function press(key) {
              document.dispatchEvent(new KeyboardEvent("keydown", { key: key, bubbles: true, cancelable: true }));
              seen.push(document.activeElement.id);
            }
            Array.prototype.forEach.call(document.querySelectorAll("details"), function (d) { d.open = false; });
            ["n", "n", "j", "p", "ArrowRight", "ArrowLeft", "k", "k", "k"].forEach(press);
            document.querySelector(".f-number").checked = false;
            press("n"); press("n");
            document.querySelector(".next").click();
            seen.push(document.activeElement.id);
            document.title = seen.join(" ");
            """
        let changes = SampleComparison.comparison.outline.parts.flatMap(\.all).compactMap(\.change)
        let others = changes.filter { $0.kinds != [.number] && $0.number > 1 }.map { "c\($0.number)" }
        #expect(others.count >= 4)
        let title = try title(running: script.replacing("document.dispatchEvent", with: "document.body.dispatchEvent"))
        #expect(title == "c1 c2 c3 c2 c3 c2 c1 c1 c1 " + others.prefix(3).joined(separator: " "))
    }

    @Test("both sides are shown on a wide screen, one on a narrow one and where the reader asks for it; without a script as well")
    func views() throws {
        let script = """
            function state() {
              var shown = function (e) { return e && e.getClientRects().length > 0 ? "+" : "-"; };
              var row = document.querySelector(".row.k-wording");
              return [".old", ".new", ".new del"].map(function (s) { return shown(row.querySelector(s)); }).join("");
            }
            var first = state();
            document.querySelector(".view-one").checked = true;
            var second = state();
            document.querySelector(".f-wording").checked = false;
            document.title = [first, second, shownRows()].join(" ");
            function shownRows() {
              return Array.prototype.filter.call(document.querySelectorAll(".row"), function (e) {
                return / k k-wording( |$)/.test(e.className) && !/k-moved/.test(e.className) && e.getClientRects().length > 0;
              }).length;
            }
            """
        #expect(try title(running: script) == "++- -++ 0")
        #expect(try title(running: script, width: 500) == "-++ -++ 0")
    }

    @Test("all text stands out from its ground by at least 4.5 to 1, by day and in the dark", arguments: ["light", "dark"])
    func contrast(_ scheme: String) throws {
        let script = """
            Array.prototype.forEach.call(document.querySelectorAll("details"), function (d) { d.open = true; });
            function parts(colour) { return colour.match(/[0-9.]+/g).map(Number); }
            function light(c) {
              return [0.2126, 0.7152, 0.0722].reduce(function (sum, weight, i) {
                var v = c[i] / 255;
                return sum + weight * (v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
              }, 0);
            }
            function ground(e) {
              for (; e; e = e.parentElement) {
                var c = parts(getComputedStyle(e).backgroundColor);
                if (c.length < 4 || c[3] > 0.99) { return c; }
              }
              return [255, 255, 255];
            }
            var least = 99, worst = "", count = 0, walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
            while ((node = walker.nextNode())) {
              var e = node.parentElement;
              if (!node.data.trim() || e.nodeName === "SCRIPT" || e.getClientRects().length === 0) { continue; }
              var a = light(parts(getComputedStyle(e).color)), b = light(ground(e));
              var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              count += 1;
              if (ratio < least) { least = ratio; worst = e.nodeName + "." + e.className; }
            }
            document.title = (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") + " " + (count > 100) + " "
              + (least >= 4.5 ? "enough" : least + " " + worst);
            """
        let options = ["--blink-settings=preferredColorScheme=\(scheme == "dark" ? 0 : 1)"]
        #expect(try title(running: script, options: options) == "\(scheme) true enough")
        #expect(try title(of: HTMLTests.page, running: script, options: options) == "\(scheme) true enough")
    }

    @Test("headings follow one another without a level left out, and every control has a name")
    func structure() throws {
        let script = """
            var last = 0, faults = [];
            Array.prototype.forEach.call(document.querySelectorAll("h1, h2, h3, h4, h5, h6"), function (h) {
              var level = Number(h.nodeName.charAt(1));
              if (level > last + 1) { faults.push(h.textContent); }
              last = level;
            });
            Array.prototype.forEach.call(document.querySelectorAll("input, button, summary, a"), function (e) {
              if (!(e.closest("label") || e).textContent.trim()) { faults.push(e.outerHTML); }
            });
            document.title = document.documentElement.lang + " " + faults.length + faults.join();
            """
        #expect(try title(running: script) == "zh-Hans 0")
        #expect(try title(of: HTMLTests.page, running: script) == "zh-Hans 0")
    }
}
