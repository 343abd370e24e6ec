import Kernel

/// The one script of all pages and reports, written by hand. Pages are complete without it; with it, charts show their
/// values at the pointer, tables are sorted by their headings, lists are filtered while typing, files can be dropped.
public enum Script {
    /// The script as a file of the site.
    public static var javascript: String { source.string(in: .en) }

    static let source = HTML.trusted(
        """
        (() => {
          "use strict";
          const all = (selector, from = document) => [...from.querySelectorAll(selector)];

          // Charts: the words of a mark beside the pointer, instead of the browser's slow ones.
          const tip = document.createElement("div");
          tip.className = "chart-tip";
          tip.hidden = true;
          tip.setAttribute("aria-hidden", "true");
          document.body.append(tip);
          const take = (mark) => {
            const title = mark.querySelector(":scope > title");
            if (title) { mark.dataset.tip = title.textContent; title.remove(); }
            return mark.dataset.tip;
          };
          document.addEventListener("pointermove", (event) => {
            const mark = event.target.closest?.("[data-tip]");
            tip.hidden = !mark;
            if (!mark) return;
            tip.textContent = take(mark);
            const box = tip.getBoundingClientRect();
            const left = Math.min(event.clientX + 14, innerWidth - box.width - 8);
            const below = event.clientY + 18;
            tip.style.left = Math.max(8, left) + "px";
            tip.style.top = (below + box.height > innerHeight ? event.clientY - box.height - 10 : below) + "px";
          });
          addEventListener("scroll", () => { tip.hidden = true; }, { passive: true, capture: true });

          // Tables: a heading sorts, once up, once down. Rows without a value stay last.
          const key = (row, column) => {
            const cell = row.cells[column];
            if (!cell) return null;
            if ("sort" in cell.dataset) return Number(cell.dataset.sort);
            const text = cell.textContent.trim();
            return text === "" || text === "—" ? null : text;
          };
          const compare = (a, b) =>
            typeof a === "number" && typeof b === "number"
              ? a - b : String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
          for (const table of all("table[data-sortable]")) {
            const heads = all("thead th", table);
            heads.forEach((head, column) => {
              const button = document.createElement("button");
              button.type = "button";
              button.className = "sort";
              button.append(...head.childNodes);
              head.append(button);
              button.addEventListener("click", () => {
                const falls = head.getAttribute("aria-sort") === "ascending";
                heads.forEach((other) => other.removeAttribute("aria-sort"));
                head.setAttribute("aria-sort", falls ? "descending" : "ascending");
                const rows = all("tbody tr", table).map((row) => [key(row, column), row]);
                rows.sort(([a], [b]) =>
                  a === null || b === null ? (a === null) - (b === null) : (falls ? -1 : 1) * compare(a, b));
                table.tBodies[0].append(...rows.map(([, row]) => row));
              });
            });
          }

          // Lists: <input data-filter="table id" hidden> appears and hides rows that do not hold what is typed.
          for (const input of all("input[data-filter]")) {
            const table = document.getElementById(input.dataset.filter);
            if (!table) continue;
            input.hidden = false;
            all(`label[for="${input.id}"]`).forEach((label) => { label.hidden = false; });
            input.addEventListener("input", () => {
              const wanted = input.value.trim().toLowerCase();
              for (const row of all("tbody tr", table)) row.hidden = !row.textContent.toLowerCase().includes(wanted);
            });
          }

          // Files: the dashed area takes what is dropped on it.
          for (const area of all("[data-drop]")) {
            const input = area.querySelector("input[type=file]");
            const over = (isOver) => (event) => {
              event.preventDefault();
              area.classList.toggle("over", isOver);
            };
            for (const name of ["dragenter", "dragover"]) area.addEventListener(name, over(true));
            area.addEventListener("dragleave", over(false));
            area.addEventListener("drop", (event) => {
              over(false)(event);
              if (!event.dataTransfer.files.length) return;
              input.files = event.dataTransfer.files;
              input.dispatchEvent(new Event("change", { bubbles: true }));
            });
          }
        })();

        """)
}
