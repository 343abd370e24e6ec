extension Styles {
    /// Records, workbenches and what stands on them.
    static let record: StaticString = """
        .status { display: inline-flex; align-items: baseline; gap: 5px; font-size: 14px; font-weight: 600; line-height: 20px; white-space: nowrap; }
        .status .sign { font-size: 11px; }
        .status.good { color: var(--good); } .status.running { color: var(--accent); } .status.planned, .status.over { color: var(--quiet); }
        .status.attention { color: var(--warning); } .status.bad { color: var(--bad); }
        .record-head .avatar { width: 56px; height: 56px; font-size: 18px; }
        .identity { display: flex; flex-wrap: wrap; margin: 2px 0 0; padding: 0; list-style: none; color: var(--quiet); }
        .identity li:not(:last-child)::after { content: "·"; padding: 0 8px; }
        .record-main > h2:not(:first-child) { margin-top: 28px; }
        .pairs form.inline button, .pairs a.button { min-height: 28px; padding: 0 8px; }
        td form.inline button { min-height: 28px; padding: 0 8px; }
        .tabs { margin-bottom: 24px; border-bottom: 1px solid var(--border); }
        .tabs .count { font-size: 13px; }
        .record { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: 32px 40px; }
        .record-main { min-width: 0; }
        .record-aside { min-width: 0; padding-left: 32px; border-left: 1px solid var(--border); }
        @media (max-width: 1180px) {
          .record { grid-template-columns: minmax(0, 1fr); }
          .record-aside { padding-left: 0; border-left: 0; }
        }
        .timeline-year { margin: 20px 0 8px; color: var(--quiet); }
        .timeline > :first-child { margin-top: 0; }
        .timeline ol { margin: 0; padding: 0; list-style: none; }
        .timeline li { position: relative; display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 12px; padding: 0 0 16px 20px; }
        .timeline li::before { content: ""; position: absolute; left: 0; top: 8px; width: 9px; height: 9px; border-radius: 50%; background: var(--accent); }
        .timeline li.planned::before { background: var(--ground); border: 2px solid var(--accent); }
        .timeline li:not(:last-child)::after { content: ""; position: absolute; left: 4px; top: 20px; bottom: -6px; border-left: 1px solid var(--border); }
        .timeline-when { display: flex; flex-direction: column; color: var(--quiet); font-size: 14px; }
        .timeline-kind { color: var(--text); font-weight: 600; }
        .timeline-what p { margin: 0; }
        .person { display: inline-flex; align-items: center; gap: 8px; max-width: 100%; vertical-align: middle; }
        .person .avatar { width: 28px; height: 28px; font-size: 11px; }
        .person-words { min-width: 0; }
        .pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 0 40px; }
        .facts.pairs > div { grid-template-columns: 112px minmax(0, 1fr); padding: 7px 0; border-bottom: 1px solid var(--grid); }
        .pairs .hint { font-size: 13px; }
        .unknown { color: var(--quiet); }
        .mask { padding: 0 6px; border-radius: var(--radius); background: var(--sunken); color: var(--quiet); font-size: 0.93em; white-space: nowrap; }
        .money { white-space: nowrap; }
        .money.rounded { position: relative; text-decoration: underline dotted 1px var(--strong-border); text-underline-offset: 4px; }
        .money .exact { position: absolute; left: 0; top: 100%; z-index: 2; padding: 4px 8px; background: var(--text); color: var(--ground); border-radius: var(--radius); font-size: 14px; font-weight: 400; clip-path: inset(50%); }
        .money:hover .exact, .money:focus .exact { clip-path: none; }
        .with-unit { display: flex; align-items: center; gap: 8px; max-width: 260px; }
        .with-unit .unit { flex: none; color: var(--quiet); }
        .reading { margin-top: 4px; }
        .org ul { list-style: none; margin: 0; padding-left: 28px; }
        .org nav > ul { padding-left: 0; }
        .org li { position: relative; max-width: none; }
        .org li li::before { content: ""; position: absolute; left: -17px; top: -6px; bottom: 0; border-left: 1px solid var(--border); }
        .org li li:last-child::before { bottom: auto; height: 29px; }
        .org li li::after { content: ""; position: absolute; left: -17px; top: 23px; width: 13px; border-top: 1px solid var(--border); }
        .org-unit { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 16px; min-height: 46px; padding: 4px 12px 4px 40px; border-radius: var(--radius); }
        .org-unit:hover { background: var(--raised); }
        .org summary {
          position: absolute; left: 0; top: 3px; display: flex; align-items: center; justify-content: center; width: 40px; height: 40px;
          list-style: none; cursor: pointer; color: var(--quiet); border-radius: var(--radius);
        }
        .org summary::-webkit-details-marker { display: none; }
        .org summary:hover { background: var(--sunken); color: var(--accent); }
        .org summary::before { content: "▸"; }
        .org details[open] > summary::before { content: "▾"; }
        .org-name { font-weight: 600; flex: 0 1 auto; min-width: 0; }
        .org-name a { color: var(--text); text-decoration: none; } .org-name a:hover { color: var(--accent); text-decoration: underline; }
        .org-name .hint { font-weight: 400; margin-left: 4px; }
        .org-count { margin-left: auto; color: var(--quiet); white-space: nowrap; }
        .org-note { flex-basis: 100%; margin: 0; }
        .org-rest { padding-left: 40px; }
        .org .actions { margin: 0 0 8px; }
        .months section { margin-bottom: 32px; }
        .months h2 { padding-bottom: 8px; border-bottom: 1px solid var(--strong-border); margin: 0; }
        .months h2 .count { font-size: 14px; }
        .months ul { list-style: none; margin: 0; padding: 0; }
        .months li { display: grid; grid-template-columns: 168px minmax(0, 1fr) auto; gap: 4px 16px; align-items: baseline; padding: 10px 0; border-bottom: 1px solid var(--border); max-width: none; }
        .months time { color: var(--quiet); }
        .month-state { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 4px 12px; }
        .steps ol { display: flex; gap: 0; margin: 0 0 24px; padding: 0; list-style: none; }
        .steps li { display: flex; align-items: center; gap: 8px; color: var(--quiet); font-size: 15px; }
        .steps li + li::before { content: ""; width: 32px; margin: 0 4px 0 12px; border-top: 1px solid var(--strong-border); }
        .steps li[aria-current] { color: var(--text); font-weight: 600; }
        .steps a { color: var(--quiet); }
        .step-number { flex: none; display: inline-flex; align-items: center; justify-content: center; width: 26px; height: 26px; border: 1px solid var(--strong-border); border-radius: 50%; font-size: 13px; }
        .steps li[aria-current] .step-number { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
        .steps .done .step-number { background: var(--accent-ground); border-color: var(--accent-ground); color: var(--accent); }
        code.raw { white-space: pre-wrap; background: var(--sunken); padding: 1px 4px; border-radius: 2px; }
        .diff del { color: var(--bad); text-decoration-thickness: 1px; }
        .diff ins { color: var(--good); text-decoration: none; font-weight: 600; }
        .letter { max-width: 720px; padding: 40px 48px; border: 1px solid var(--border); font-size: 17px; line-height: 2; }
        .letter p { margin: 0 0 16px; max-width: none; text-indent: 2em; }
        .letter p.signature { margin: 0; text-align: right; text-indent: 0; }
        .sparkline { vertical-align: middle; overflow: visible; }
        .sparkline .line { fill: none; stroke: var(--s1); stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
        .sparkline .dot { fill: var(--s1); }
        .trend { display: flex; gap: 12px; align-items: center; }
        .trend .sparkline { flex: none; }
        .workbench { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 32px 48px; }
        .workbench-side { display: grid; gap: 32px; align-content: start; min-width: 0; }
        .needs ol, .changes ul { list-style: none; margin: 0 0 12px; padding: 0; }
        .needs li { display: flex; align-items: center; gap: 8px 16px; padding: 12px 0; border-bottom: 1px solid var(--border); max-width: none; }
        .needs li:first-child { border-top: 1px solid var(--border); }
        .need-words { flex: 1 1 0; min-width: 0; }
        .need-words .hint { margin: 2px 0 0; }
        .needs li > .button, .needs li > form { flex: none; }
        .changes li { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 12px; padding: 8px 0; border-bottom: 1px solid var(--grid); }
        @media (max-width: 1000px) { .workbench { grid-template-columns: minmax(0, 1fr); } }
        @media (max-width: 640px) {
          .record-head { flex-wrap: nowrap; } .record-head .page-title { flex-basis: 0; }
          .record-head:has(.page-actions) { flex-wrap: wrap; }
          .page-actions { flex-basis: 100%; }
          .page-actions > .button, .page-actions > form { flex: 1 1 auto; text-align: center; }
          .page-actions > form button { width: 100%; }
          .steps ol { flex-wrap: wrap; gap: 8px; }
          .steps li:not([aria-current]) span:not(.step-number), .steps li:not([aria-current]) a { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .steps li + li::before { width: 10px; margin: 0; }
          .months li { grid-template-columns: minmax(0, 1fr) auto; }
          .months time { font-size: 14px; }
          .month-state { grid-area: 1 / 2; } .month-what { grid-column: 1 / -1; }
          .org ul { padding-left: 16px; }
          .org li li::before { left: -9px; } .org li li::after { left: -9px; width: 7px; }
          .org-unit { padding: 6px 4px 6px 40px; }
          .org summary { width: 44px; height: 44px; left: -4px; top: 0; }
          .org-head { order: 3; flex-basis: 100%; }
          .month-what a, .needs p a, .changes a { display: inline-flex; align-items: center; min-height: 44px; }
          .needs li { flex-wrap: wrap; }
          .summary-value { font-size: 22px; } .summary dd { min-width: 0; }
          .need-words { flex-basis: 100%; }
          .timeline a, .pairs a { display: inline-block; padding: 2px 0; }
          .pairs form.inline button, .pairs a.button, td form.inline button { min-height: 44px; }
        }
        @media print {
          .letter { padding: 0; border: 0; font-size: 13pt; }
          .record { display: block; } .record-aside { border: 0; padding: 0; margin-top: 24pt; }
          .org nav { display: block !important; }
          .app a.button { display: none; }
          .org details::details-content { content-visibility: visible; display: block; }
          .org summary { display: none; }
          .org-unit { min-height: 0; padding: 2pt 4pt; }
          .avatar { border: 0.5pt solid #555; }
        }

        """
}
