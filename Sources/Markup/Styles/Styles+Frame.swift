extension Styles {
    /// The frame of signed-in pages: header, side menu, the bar at the bottom of a phone.
    static let frame: StaticString = """
        .unseen {
          position: absolute !important; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap;
        }
        @media not (scripting: enabled) { .needs-script { display: none !important; } }
        .icon { flex: none; vertical-align: -4px; }
        .app, .bare { --bar: 56px; }
        html:has(> .app) { scroll-padding-top: 72px; }
        .app {
          display: grid; grid-template: "bar bar" var(--bar) "side main" 1fr / 208px minmax(0, 1fr); min-height: 100vh;
          min-height: 100dvh;
        }
        .bar {
          grid-area: bar; position: sticky; top: 0; z-index: 5; display: flex; align-items: center; gap: 16px; height: var(--bar);
          padding: 0 max(16px, env(safe-area-inset-right)) 0 max(16px, env(safe-area-inset-left));
          background: var(--ground); border-bottom: 1px solid var(--border);
        }
        .bar .brand { font-size: 18px; white-space: nowrap; }
        .bar .brand:hover { color: var(--accent); }
        .bar .fold { display: flex; align-items: center; justify-content: center; width: 40px; padding: 0; border: 0; margin-right: -8px; margin-left: -8px; }
        .search { position: relative; flex: 1 1 200px; max-width: 480px; margin: 0 16px; }
        .search .icon { position: absolute; left: 10px; top: 10px; color: var(--quiet); pointer-events: none; }
        .search input:not([type=checkbox]) { padding-left: 36px; background: var(--raised); border-color: var(--border); }
        .search input:placeholder-shown { text-overflow: ellipsis; }
        .search input:not([type=checkbox]):focus { background: var(--ground); }
        .search kbd { position: absolute; right: 10px; top: 8px; }
        .search:focus-within kbd { visibility: hidden; }
        .suggestions {
          position: absolute; inset: calc(100% + 4px) 0 auto; z-index: 6; max-height: 70vh; overflow-y: auto; margin: 0; padding: 4px; list-style: none;
          background: var(--ground); border: 1px solid var(--strong-border); border-radius: var(--radius); box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
        }
        .suggestions[hidden] { display: none; }
        .suggestions li {
          display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; align-items: center; max-width: none; min-height: 44px; padding: 6px 8px;
          border-radius: var(--radius); cursor: pointer;
        }
        .suggestions li:hover, .suggestions li[aria-selected=true] { background: var(--accent-ground); }
        .suggestions .hint { grid-column: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .suggestions .kind { grid-area: 1 / 2 / 3 / 3; font-size: 12px; color: var(--quiet); }
        kbd { padding: 1px 6px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--ground); color: var(--quiet); }
        .bar-end { display: flex; align-items: center; gap: 4px 16px; margin-left: auto; }
        .bar-end > a, .account > summary { min-height: 40px; display: flex; align-items: center; gap: 8px; color: var(--text); text-decoration: none; white-space: nowrap; }
        .bar-end > a:hover, .account > summary:hover { color: var(--accent); }
        .count { font-weight: 400; color: var(--quiet); }
        .side .count, .sheet .count { background: var(--sunken); color: var(--text); }
        .inbox .count, .side .count, .sheet .count, .bottom > a .count {
          min-width: 20px; padding: 0 6px; border-radius: 10px; flex: none; white-space: nowrap; font-size: 12px; line-height: 20px; font-weight: 600;
          text-align: center;
        }
        .inbox .count, .bottom > a .count { background: var(--accent); color: var(--on-accent); }
        .avatar {
          flex: none; display: inline-flex; align-items: center; justify-content: center; width: 32px; height: 32px; border-radius: 50%;
          background: var(--accent-ground); color: var(--accent); font-size: 12px; line-height: 1; font-weight: 600; white-space: nowrap; overflow: hidden;
        }
        img.avatar { object-fit: cover; }
        .account-name { max-width: 8em; overflow: hidden; text-overflow: ellipsis; }
        .menu { position: relative; }
        .menu > summary { list-style: none; cursor: pointer; }
        .menu > summary::-webkit-details-marker, .sheet > summary::-webkit-details-marker { display: none; }
        .menu > .panel {
          position: absolute; right: 0; top: calc(100% + 4px); z-index: 6; min-width: 220px; max-width: calc(100vw - 32px); margin: 0; padding: 8px; list-style: none;
          background: var(--ground); border: 1px solid var(--strong-border); border-radius: var(--radius); box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
        }
        .panel ul { list-style: none; padding: 0; margin: 0; }
        .menu .panel a, .menu .panel form.inline button {
          display: block; width: 100%; min-height: 40px; padding: 8px; border: 0; border-radius: var(--radius); color: var(--text);
          text-align: left; text-decoration: none; background: none;
        }
        .menu .panel a:hover, .menu .panel form.inline button:hover { background: var(--raised); color: var(--accent); }
        .panel fieldset { border: 0; margin: 0 0 8px; padding: 0 8px; min-width: 0; max-height: 60vh; overflow-y: auto; }
        .who { display: flex; flex-direction: column; padding: 4px 8px 8px; border-bottom: 1px solid var(--border); margin-bottom: 4px; }
        .only-phone { display: none; }
        .side { grid-area: side; position: sticky; top: var(--bar); align-self: start; height: calc(100vh - var(--bar)); overflow-y: auto; padding: 12px 8px; border-right: 1px solid var(--border); background: var(--raised); }
        .side ul, .sheet ul { list-style: none; margin: 0 0 8px; padding: 0; }
        .side a, .sheet .panel a {
          display: flex; align-items: center; gap: 10px; min-height: 40px; padding: 6px 12px; border-radius: var(--radius); color: var(--text);
          text-decoration: none; font-size: 15px; line-height: 1.3;
        }
        .side a:hover, .sheet .panel a:hover { background: var(--sunken); }
        .side a .icon, .sheet .panel a .icon { color: var(--quiet); }
        .side a[aria-current], .sheet .panel a[aria-current] { background: var(--accent-ground); color: var(--accent); font-weight: 600; }
        .side a[aria-current] .icon, .sheet .panel a[aria-current] .icon { color: inherit; }
        .side .count, .sheet .count { margin-left: auto; }
        .menu-group { margin: 12px 12px 4px; font-size: 13px; color: var(--quiet); }
        .app > main { grid-area: main; width: 100%; max-width: calc(var(--page) + 64px); margin: 0; padding: 24px 32px 64px; }
        .app > main.full { max-width: none; }
        .app .table-frame:not(.scrolls) thead th { top: var(--bar); }
        .bottom { display: none; }
        @media (max-width: 1000px) { .app { grid-template-columns: 88px minmax(0, 1fr); } }
        .app.folded { grid-template-columns: 88px minmax(0, 1fr); }
        .folded .side a { flex-direction: column; gap: 2px; padding: 8px 2px; font-size: 12px; text-align: center; }
        .folded .side .menu-group { margin: 8px 12px; height: 1px; overflow: hidden; background: var(--border); color: transparent; }
        .folded .side a { position: relative; }
        .folded .side .count { position: absolute; right: 2px; top: 2px; }
        @media (max-width: 1000px) {
          .bar .fold { display: none !important; }
          .side a { flex-direction: column; gap: 2px; padding: 8px 2px; font-size: 12px; text-align: center; position: relative; }
          .side .menu-group { margin: 8px 12px; height: 1px; overflow: hidden; background: var(--border); color: transparent; }
          .side .count { position: absolute; right: 2px; top: 2px; }
          .app > main { padding: 24px 24px 64px; }
          .inbox .label, .account-name { display: none; }
        }
        @media (max-width: 640px) {
          .app { grid-template: "bar" var(--bar) "main" 1fr / minmax(0, 1fr); padding-bottom: calc(60px + env(safe-area-inset-bottom)); }
          html:has(> .app) { scroll-padding-bottom: 76px; }
          .side { display: none; }
          .app > main { padding: 16px 16px 32px; }
          .bar { gap: 8px; }
          .bar .brand { display: flex; align-items: center; min-width: 44px; min-height: 44px; }
          .search { margin: 0; }
          .search input:not([type=checkbox]) { min-height: 44px; padding: 0 4px 0 32px; }
          .search .icon { top: 12px; }
          .search kbd, .app .bar-end > .language { display: none !important; }
          .bar-end { gap: 0; }
          .bar-end > a, .account > summary { min-width: 44px; min-height: 44px; justify-content: center; }
          .inbox { position: relative; }
          .inbox .count { position: absolute; right: 0; top: 2px; }
          .only-phone { display: block; }
          .menu .panel a, .menu .panel form.inline button { min-height: 44px; }
          .bottom {
            position: fixed; inset: auto 0 0; z-index: 5; display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); padding-bottom: env(safe-area-inset-bottom);
            background: var(--ground); border-top: 1px solid var(--border);
          }
          .bottom > a, .sheet > summary {
            position: relative; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 2px; min-height: 56px; padding: 4px 1px;
            color: var(--quiet); text-decoration: none; font-size: 11px; line-height: 1.15; list-style: none; cursor: pointer; text-align: center;
          }
          .bottom > a .label, .sheet > summary .label { max-width: 100%; text-wrap: balance; }
          .bottom > a[aria-current] { color: var(--accent); font-weight: 600; }
          .bottom > a .count { position: absolute; left: calc(50% + 4px); top: 2px; }
          .sheet[open] > summary { color: var(--accent); }
          .sheet > .panel {
            position: fixed; inset: auto 0 calc(57px + env(safe-area-inset-bottom)); max-height: 70vh; overflow-y: auto; padding: 8px 12px 16px;
            background: var(--ground); border-top: 1px solid var(--strong-border); box-shadow: 0 -4px 16px rgb(0 0 0 / 0.16);
          }
          .sheet .panel a { min-height: 44px; font-size: 16px; }
        }
        .bare > .bar { max-width: none; }
        .bare > main { max-width: 480px; padding: 48px 16px; }
        .page-head { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px 24px; margin-bottom: 20px; }
        .page-title { flex: 1 1 320px; min-width: 0; }
        .page-title h1 { margin: 0; }
        .page-title h1 .count { font-size: 16px; white-space: nowrap; }
        .page-title h1 .status { vertical-align: 4px; }
        .page-title .hint { margin: 4px 0 0; }
        .page-actions { display: flex; flex-wrap: wrap; gap: 8px; }
        form.inline { display: inline; }
        .quiet { border-color: transparent; background: none; color: var(--accent); }
        .dialog { width: min(480px, calc(100vw - 32px)); padding: 24px; border: 1px solid var(--strong-border); border-radius: var(--radius); background: var(--ground); color: var(--text); }
        .dialog::backdrop { background: rgb(0 0 0 / 0.4); }
        .dialog .actions { margin: 16px 0 0; }
        .keys > div { display: flex; gap: 16px; padding: 4px 0; }
        .keys dt { width: 80px; } .keys dd { margin: 0; }
        @media (max-width: 640px) { button, .button, input:not([type=checkbox], [type=radio], [type=file]), select { min-height: 44px; } }
        @media print {
          .app { display: block; }
          .app > main { max-width: none; padding: 0; }
          .bar, .side, .bottom, .filter-bar, .views, .list-tools, .pagination, .bulk, .tick, .page-actions, .tabs, .dialog, .steps { display: none !important; }
          form.listing { display: block !important; }
          th a.sort::after { content: none !important; }
        }

        """
}
