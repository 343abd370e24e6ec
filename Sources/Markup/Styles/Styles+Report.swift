extension Styles {
    /// Parts that only reports have.
    static let report: StaticString = """
        .report-head { margin: 0 0 24px; }
        .report-head h1 { max-width: 26em; margin-bottom: 12px; }
        .report-head ul { padding-left: 20px; margin-bottom: 0; }
        .section h3 { margin-top: 28px; }
        .reasons, .rules { list-style: none; padding: 0; margin: 0; }
        .reasons li { display: flex; gap: 6px; }
        .direction { font-weight: 650; flex: none; }
        .direction.raises { color: var(--up); } .direction.lowers { color: var(--down); }
        .rules { margin-bottom: 20px; }
        .rules li { display: flex; gap: 16px; padding: 7px 0; border-bottom: 1px solid var(--border); max-width: none; }
        .rules strong { flex: none; width: 48px; font-size: 18px; line-height: 24px; }
        .rules .hint { white-space: nowrap; margin: 0; }
        small.second { display: block; color: var(--quiet); font-weight: 400; }
        details > summary { cursor: pointer; }
        details.more { margin: 16px 0; }
        details.more > summary { color: var(--accent); padding: 4px 0; }
        details.deletion { margin-top: 48px; }
        details.deletion > summary { color: var(--quiet); }
        details.more[open] > summary { margin-bottom: 8px; }
        @media (min-width: 561px) { .cards tbody th, .cards td:not(.number) { min-width: 5em; } }
        .scrolls tbody th { min-width: 5.5em; } .scrolls td:not(.number):not(:empty) { min-width: 8em; }
        .outlook { display: flex; flex-direction: column; align-items: flex-end; gap: 2px; }
        @media print {
          details.more > summary { color: #000; list-style: none; }
          details.more::details-content { content-visibility: visible; display: block; }
          .lead { break-inside: avoid; }
          tbody tr:first-child { break-before: avoid; }
          .scrolls table { font-size: 8.5pt; }
          .scrolls th.number, .scrolls td.number { white-space: normal; }
          .scrolls th, .scrolls td { padding: 3pt 4pt; }
        }

        """
}
