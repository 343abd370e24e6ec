extension Styles {
    static let parts: StaticString = """
        .badge {
          display: inline-block; padding: 0 8px; border-radius: 10px; font-size: 13px; line-height: 20px; font-weight: 600;
          white-space: nowrap; background: var(--sunken); color: var(--text);
        }
        .badge.good { background: var(--good-ground); color: var(--good); }
        .badge.warning { background: var(--warning-ground); color: var(--warning); }
        .badge.bad { background: var(--bad-ground); color: var(--bad); }
        .badge.t1 { background: var(--t1); color: var(--on-t1); } .badge.t2 { background: var(--t2); color: var(--on-t2); }
        .badge.t3 { background: var(--t3); color: var(--on-t3); } .badge.t4 { background: var(--t4); color: var(--on-t4); }
        .badge.t5 { background: var(--t5); color: var(--on-t5); }
        .notice { margin: 0 0 16px; padding: 12px 16px; border-left: 4px solid var(--accent); background: var(--raised); }
        .notice.good { border-color: var(--good); background: var(--good-ground); }
        .notice.warning { border-color: var(--warning); background: var(--warning-ground); }
        .notice.bad { border-color: var(--bad); background: var(--bad-ground); }
        .notice > :last-child { margin-bottom: 0; }
        .notice-title { font-weight: 600; margin-bottom: 4px; }
        .notice-kind { color: var(--accent); margin-right: 8px; }
        .notice.good .notice-kind { color: var(--good); } .notice.warning .notice-kind { color: var(--warning); }
        .notice.bad .notice-kind { color: var(--bad); }
        .notice.bad ul { margin: 0; }
        .flash { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 8px 16px; margin-bottom: 16px; background: var(--good-ground); color: var(--good); }
        .empty { padding: 40px 16px; text-align: center; color: var(--quiet); border: 1px dashed var(--border); border-radius: var(--radius); }
        .empty p { margin-left: auto; margin-right: auto; }
        .empty-title { font-size: 18px; color: var(--text); font-weight: 600; }
        .empty .actions { justify-content: center; margin-bottom: 0; }
        .facts > div { display: grid; grid-template-columns: minmax(96px, 200px) 1fr; gap: 4px 16px; padding: 4px 0; }
        .facts dt { color: var(--quiet); }
        .facts dd { margin: 0; }
        .summary { display: grid; grid-template-columns: repeat(auto-fit, minmax(148px, 1fr)); gap: 16px 24px; margin: 0 0 24px; }
        .summary dt { color: var(--quiet); font-size: 14px; }
        .summary dd { margin: 0; }
        .summary-value { font-size: 28px; line-height: 1.3; font-weight: 650; }
        button.figure-value {
          display: inline; min-height: 0; padding: 0; border: 0; border-radius: 0; background: none; font: inherit; color: inherit;
          text-decoration: underline dotted 1px var(--strong-border); text-underline-offset: 4px; cursor: help;
        }
        button.figure-value:hover { background: none; text-decoration-color: var(--accent); color: var(--accent); }
        .reason {
          max-width: min(360px, calc(100vw - 32px)); padding: 12px 16px; border: 1px solid var(--strong-border);
          border-radius: var(--radius); background: var(--ground); color: var(--text); font-size: 14px; line-height: 1.5;
          font-weight: 400; text-align: left; white-space: normal; box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
        }
        .reason-formula { display: block; margin-bottom: 8px; }
        .reason-line { display: flex; justify-content: space-between; gap: 16px; padding: 2px 0; border-top: 1px solid var(--grid); }
        .reason-name { color: var(--quiet); }
        .reason-value { text-align: right; }
        @supports (position-area: block-end) {
          .reason { inset: auto; margin: 4px 0; position-area: block-end span-inline-end; position-try-fallbacks: flip-inline, flip-block, flip-block flip-inline; }
        }

        """
}
