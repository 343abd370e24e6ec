extension Styles {
    static let tables: StaticString = """
        .table-frame { margin: 0 0 16px; max-width: 100%; overflow-x: auto; }
        @media (min-width: 561px) { .table-frame:is(.cards, .two-lines) { overflow-x: visible; } }
        table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; overflow-wrap: normal; }
        caption { text-align: left; font-weight: 600; padding: 0 0 8px; }
        th, td { padding: 7px 12px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--border); }
        th:first-child, td:first-child { padding-left: 4px; }
        th:last-child, td:last-child { padding-right: 4px; }
        thead th {
          position: sticky; top: 0; z-index: 1; background: var(--ground); color: var(--quiet); font-weight: 600;
          vertical-align: bottom; border-bottom: 1px solid var(--strong-border);
        }
        thead th small { display: block; font-weight: 400; }
        tbody th { font-weight: 600; }
        th.number, td.number { text-align: right; white-space: nowrap; }
        tbody tr:hover { background: var(--raised); }
        tr.emphasis > * { background: var(--accent-ground); }
        .nothing { color: var(--quiet); padding: 16px 4px; }
        th button.sort { all: unset; cursor: pointer; display: inline-flex; gap: 4px; text-align: inherit; }
        th button.sort:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        th button.sort::after { content: "↕"; opacity: 0.45; font-size: 11px; align-self: center; }
        th[aria-sort=ascending] button.sort::after { content: "↑"; opacity: 1; }
        th[aria-sort=descending] button.sort::after { content: "↓"; opacity: 1; }
        .table-frame.scrolls { position: relative; }
        .scrolls table { width: auto; min-width: min(100%, 420px); }
        .scrolls tbody th { font-weight: 400; max-width: 460px; }
        .scrolls tr.emphasis th, .scrolls tr.emphasis td { font-weight: 600; }
        @media screen and (max-width: 560px) {
          table { font-size: 15px; }
          .cards table, .cards tbody, .cards caption { display: block; }
          .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .cards tbody tr {
            display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 16px; padding: 12px 0;
            border-bottom: 1px solid var(--border);
          }
          .cards tbody tr.emphasis { background: var(--accent-ground); padding-left: 8px; padding-right: 8px; }
          .cards tbody th, .cards tbody td { display: block; border: 0; padding: 0; text-align: left; white-space: normal; }
          .cards tbody th { flex: 1 1 0; min-width: 50%; font-size: 16px; order: -2; }
          .cards tbody tr::after { content: ""; flex-basis: 100%; order: -1; }
          .cards tbody td:last-child { order: -1; text-align: right; }
          .cards tbody td:last-child::before { content: none; }
          .cards tbody td { color: var(--text); font-size: 14px; }
          .cards tbody td::before { content: attr(data-label) " "; color: var(--quiet); }
        }

        """
}
