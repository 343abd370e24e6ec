extension Script {
    /// Sorting by headings, filtering while typing.
    static let tables: StaticString = """
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

        """
}
