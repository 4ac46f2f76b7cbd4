/// What a page with a comparison runs: keys and buttons that lead from change to change. Everything else works without it.
enum ComparisonScript {
    static let script: StaticString = """
        (function () {
          "use strict";
          function changes() {
            return Array.prototype.filter.call(document.querySelectorAll(".change"), function (e) { return e.getClientRects().length > 0; });
          }
          function go(step) {
            var all = changes(), here = document.activeElement && document.activeElement.closest(".change"), at = all.indexOf(here), i;
            if (all.length === 0) { return; }
            if (at >= 0) {
              at += step;
            } else {
              for (i = 0; i < all.length && all[i].getBoundingClientRect().top < 1; i += 1) { at = i; }
              if (step > 0) { at += 1; }
            }
            at = Math.max(0, Math.min(all.length - 1, at));
            all[at].scrollIntoView({ block: "center" });
            all[at].focus({ preventScroll: true });
          }
          document.addEventListener("keydown", function (event) {
            var isControl = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.nodeName);
            if (event.ctrlKey || event.altKey || event.metaKey) { return; }
            if (event.key === "n" || event.key === "j" || (event.key === "ArrowRight" && !isControl)) {
              go(1);
            } else if (event.key === "p" || event.key === "k" || (event.key === "ArrowLeft" && !isControl)) {
              go(-1);
            } else {
              return;
            }
            event.preventDefault();
          });
          Array.prototype.forEach.call(document.querySelectorAll(".keys"), function (keys) {
            keys.hidden = false;
            keys.querySelector(".previous").addEventListener("click", function () { go(-1); });
            keys.querySelector(".next").addEventListener("click", function () { go(1); });
          });
        }());
        """

    /// What the page may run: nothing but the script above, told by its SHA-256.
    static let policy: StaticString = "script-src 'sha256-S7pmEy1SuhDkzuNcuny4gmbvDRlsliJiYCcC7PC/uCk='"
}
