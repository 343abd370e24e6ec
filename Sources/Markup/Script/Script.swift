import Kernel

/// The one script of all pages and reports, written by hand. Pages are complete without it; with it, charts show their
/// values at the pointer, tables are sorted by their headings, lists are filtered while typing, files can be dropped,
/// rows are walked by keys, and decisions open where one is.
public enum Script {
    /// The script as a file of the site.
    public static var javascript: String { source.string(in: .en) }

    static let source = HTML(
        [start, charts, tables, files, menus, rows, keys, search, dialogs, end].map { HTML.trusted($0) })

    private static let start: StaticString = """
        (() => {
        "use strict";
        const all = (selector, from = document) => [...from.querySelectorAll(selector)];
        const say = (words) => {
          const live = document.getElementById("live");
          if (live) live.textContent = words;
        };

        """

    private static let end: StaticString = """
        })();

        """
}
