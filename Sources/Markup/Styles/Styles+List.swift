extension Styles {
    /// List pages.
    static let list: StaticString = """
        .views { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; margin-bottom: 16px; border-bottom: 1px solid var(--border); }
        .views > nav { flex: 1 1 auto; min-width: 0; }
        .views > .menu > summary { display: flex; align-items: center; min-height: 40px; color: var(--accent); font-size: 14px; }
        .views > .menu .panel { display: grid; gap: 8px; width: 280px; padding: 16px; }
        .views button { padding: 4px 12px; }
        .views ul, .tabs ul { display: flex; gap: 0 24px; margin: 0 0 -1px; padding: 0; list-style: none; overflow-x: auto; scrollbar-width: none; }
        .views li a, .tabs li a { display: flex; align-items: center; gap: 6px; min-height: 40px; padding: 8px 0; border-bottom: 2px solid transparent; color: var(--quiet); text-decoration: none; white-space: nowrap; }
        .views li a:hover, .tabs li a:hover { color: var(--accent); border-color: var(--border); }
        .views li a[aria-current], .tabs li a[aria-current] { color: var(--accent); border-color: var(--accent); font-weight: 600; }
        .views li a:focus-visible, .tabs li a:focus-visible { outline-offset: -2px; }
        .filter-bar { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 8px 12px; margin-bottom: 16px; }
        .filter-bar label { display: block; font-size: 13px; color: var(--quiet); line-height: 1.5; margin-bottom: 2px; }
        .filter-search { flex: 1 1 200px; max-width: 300px; }
        .filter-fields { display: flex; flex-wrap: wrap; gap: 8px 12px; }
        .filter { flex: 0 1 auto; min-width: 104px; max-width: 200px; }
        .filter-bar :is(select, button, summary, input):not([type=checkbox]) { height: 42px; }
        .filter select.set { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
        input.day:not([type=checkbox]) { max-width: 220px; }
        .filter input.day:not([type=checkbox]) { width: 136px; }
        .filter-fold > summary { display: inline-flex; align-items: center; gap: 8px; list-style: none; }
        .filter-fold > summary::-webkit-details-marker { display: none; }
        .filter-fold[open] > .filter-fields { margin-top: 8px; }
        @media (min-width: 641px) {
          @supports selector(::details-content) {
            .filter-fold > summary { display: none; }
            .filter-fold::details-content { content-visibility: visible; display: block; }
            .filter-fold > .filter-fields { margin-top: 0 !important; }
          }
          .filter-fold[open] > summary { display: none; }
          .filter-fold[open] > .filter-fields { margin-top: 0; }
        }
        .list-tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-bottom: 8px; min-height: 40px; }
        .tools { display: flex; gap: 8px; margin-left: auto; }
        .tools summary.button { display: flex; align-items: center; gap: 8px; }
        .chips ul { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 0; padding: 0; list-style: none; font-size: 14px; }
        .chip { display: inline-flex; align-items: center; gap: 4px; min-height: 32px; padding: 2px 8px 2px 12px; border-radius: 16px; background: var(--accent-ground); color: var(--text); text-decoration: none; }
        .chip .icon { width: 14px; height: 14px; color: var(--accent); }
        .chip:hover { text-decoration: line-through; }
        th a.sort { color: inherit; text-decoration: none; white-space: nowrap; }
        th a.sort:hover { color: var(--accent); }
        th a.sort::after { content: " ↕"; opacity: 0.45; font-size: 11px; }
        th[aria-sort=ascending] a.sort::after { content: " ↑"; opacity: 1; }
        th[aria-sort=descending] a.sort::after { content: " ↓"; opacity: 1; }
        th[aria-sort] a.sort { color: var(--text); }
        .list table { margin-bottom: 0; }
        .list tbody a { color: var(--text); text-decoration: none; }
        .list tbody th a { color: var(--accent); }
        .list tbody a:hover { color: var(--accent); text-decoration: underline; }
        .list tbody tr.link { cursor: pointer; }
        .list tbody tr:focus-within { background: var(--raised); box-shadow: inset 3px 0 var(--accent); }
        tr.ticked > * { background: var(--accent-ground); }
        .two-lines tbody th { max-width: 15em; }
        .two-lines :is(thead th, time, td .status) { white-space: nowrap; }
        .tick { width: 40px; }
        th.tick, td.tick { padding: 0; }
        .tick label { display: flex; align-items: center; justify-content: center; width: 36px; min-height: 34px; cursor: pointer; }
        .bulk {
          position: sticky; bottom: 0; z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; margin: 0 0 16px; padding: 8px 12px;
          background: var(--raised); border: 1px solid var(--strong-border); border-radius: var(--radius);
        }
        .bulk-count { font-weight: 600; margin-right: 8px; }
        @media (scripting: enabled) { form.listing:not(:has(tbody :checked)) > .bulk { display: none; } }
        .pagination { display: flex; align-items: center; gap: 8px 16px; margin: 16px 0; }
        .pagination .standing { color: var(--quiet); }
        .button.off { color: var(--quiet); border-color: var(--border); cursor: default; background: none; }
        @media screen and (min-width: 641px) and (max-width: 1100px) {
          .two-lines { overflow-x: auto !important; }
          .two-lines td:not(.tick, .number, :last-child) { min-width: 7em; }
          .app .table-frame.two-lines thead th { position: static; }
        }
        @media screen and (max-width: 640px) {
          .filter-bar { gap: 8px; }
          .filter-search { flex: 1 1 calc(100% - 96px); max-width: none; }
          .filter-search label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
          .filter-fold { order: 3; flex: 1 1 100%; }
          .filter-bar:not(:has(> .filter-search)) > .filter-fold ~ .filter-go { order: 4; }
          .filter-bar:not(:has(> .filter-search)) > .filter-fold:not([open]) ~ .filter-go { display: none; }
          .filter-fields { display: grid; grid-template-columns: 1fr 1fr; }
          .filter-fields .filter { max-width: none; min-width: 0; }
          .filter-fields .filter input.day:not([type=checkbox]) { width: 100%; }
          .chip { min-height: 44px; border-radius: 22px; }
          .views li a, .tabs li a, .views > .menu > summary { min-height: 44px; }
          .column-choice, .views > .menu { display: none; }
          .list-tools { flex-wrap: nowrap; }
          .chips { min-width: 0; overflow-x: auto; scrollbar-width: none; }
          .chips ul { flex-wrap: nowrap; width: max-content; }
          .chips li > a { white-space: nowrap; }
          .export > summary.button { font-size: 0; gap: 0; padding: 7px 12px; }
          .chips li > a:not(.chip) { display: flex; align-items: center; min-height: 44px; padding: 0 4px; }
          .two-lines, .two-lines table, .two-lines tbody, .two-lines caption { display: block; }
          .two-lines thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .two-lines tbody tr {
            position: relative; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 6px; min-height: 64px; padding: 10px 0;
            border-bottom: 1px solid var(--border); font-size: 16px;
          }
          .two-lines tbody th, .two-lines tbody td { display: block; border: 0; padding: 0; text-align: left; }
          .two-lines tbody th { flex: 1 1 0; min-width: 0; max-width: none; order: 1; overflow: hidden; text-overflow: ellipsis; }
          .two-lines tbody td:last-child { order: 2; flex: none; }
          .two-lines tbody tr::after { content: ""; order: 3; flex-basis: 100%; }
          .two-lines tbody td:not(:last-child, .tick, .nothing) { order: 4; font-size: 14px; color: var(--quiet); max-width: 60%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
          .two-lines tbody td.aside { display: none; }
          .two-lines tr.link th a::after { content: ""; position: absolute; inset: 0; }
          .two-lines tbody td:not(.aside, .tick) ~ td:not(.aside, :last-child)::before { content: "· "; }
          .two-lines tbody td:has(.reasons):not(:last-child, .tick, .nothing) { flex-basis: 100%; max-width: none; white-space: normal; }
          .two-lines tbody td:not(.aside, .tick) ~ td:has(.reasons):not(.aside, :last-child)::before { content: none; }
          .two-lines tbody tr:has(.tick) { padding-left: 36px; }
          .two-lines tbody td.tick { position: absolute; left: -12px; top: 0; z-index: 1; width: auto; }
          .two-lines .tick label { width: 44px; min-height: 44px; }
          .bulk { bottom: calc(60px + env(safe-area-inset-bottom)); }
          .pagination { justify-content: space-between; flex-wrap: wrap; }
          .pagination .standing { font-size: 14px; }
        }

        """
}
