extension Styles {
    static let charts: StaticString = """
        .chart { margin: 0 0 32px; container-type: inline-size; max-width: 100%; }
        .chart figcaption { margin-bottom: 12px; }
        .chart-title { display: block; font-weight: 600; }
        .chart-note { display: block; color: var(--quiet); font-size: 14px; }
        .plot svg { display: block; width: 100%; height: auto; font-family: var(--font); overflow: visible; }
        .plot.wide svg { max-width: 800px; }
        .plot.wide.square svg { max-width: 480px; }
        .plot.narrow { display: none; }
        .plot.keeps-size { overflow-x: auto; padding-bottom: 4px; }
        .plot.keeps-size svg { width: auto; max-width: none; }
        @container (max-width: 520px) {
          .plot.wide { display: none; }
          .plot.narrow { display: block; }
        }
        .plot text { fill: var(--text); font-variant-numeric: tabular-nums; }
        .plot .tick, .plot .axis-name { fill: var(--quiet); }
        .plot .value, .plot .name { font-weight: 600; }
        .plot .total { font-weight: 700; }
        .plot .grid { stroke: var(--grid); } .plot .axis { stroke: var(--strong-border); }
        .plot .target { fill: transparent; }
        .plot .guide { stroke: var(--strong-border); opacity: 0; pointer-events: none; }
        .plot .hit:hover .guide { opacity: 1; }
        .plot .hit:hover .target { fill: color-mix(in srgb, var(--text) 5%, transparent); }
        .plot .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
        .plot .reference { stroke: var(--strong-border); stroke-width: 1.5; stroke-dasharray: 5 4; }
        .plot .name.reference { stroke: none; fill: var(--quiet); }
        .plot .band { opacity: 0.16; }
        .plot .area { fill-opacity: 0.22; stroke-width: 1.5; }
        .plot .whisker { fill: none; stroke: var(--text); stroke-width: 1.25; }
        .plot .whisker.s1 { stroke: var(--s1); }
        .plot .halo { fill: none; stroke: var(--ground); stroke-width: 3.5; opacity: 0.85; }
        .plot .axis-name, .plot.narrow .label { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; stroke-linejoin: round; }
        .plot .segment { stroke: var(--ground); stroke-width: 1; }
        .plot .muted { fill: var(--muted); } .plot .up { fill: var(--up); } .plot .down { fill: var(--down); }
        .plot .post { fill: var(--text); } .plot .connector { stroke: var(--strong-border); stroke-dasharray: 2 2; }
        .plot .node { fill: var(--ground); stroke: var(--strong-border); } .plot .leaf { fill: var(--raised); }
        .plot .track { fill: var(--sunken); } .plot .branch { fill: none; stroke: var(--muted); opacity: 0.7; }
        .plot .s1 { --mark: var(--s1); } .plot .s2 { --mark: var(--s2); } .plot .s3 { --mark: var(--s3); }
        .plot .s4 { --mark: var(--s4); } .plot .s5 { --mark: var(--s5); } .plot .s6 { --mark: var(--s6); }
        .plot .t1 { --mark: var(--t1); --on: var(--on-t1); } .plot .t2 { --mark: var(--t2); --on: var(--on-t2); }
        .plot .t3 { --mark: var(--t3); --on: var(--on-t3); } .plot .t4 { --mark: var(--t4); --on: var(--on-t4); }
        .plot .t5 { --mark: var(--t5); --on: var(--on-t5); }
        .plot .line[class*=" s"], .plot .area { stroke: var(--mark); }
        .plot .fill[class*=" s"], .plot .fill[class*=" t"], .plot .area, .plot .band, .plot .dot { fill: var(--mark); }
        .plot .fill[class*=" t"] { stroke: var(--quiet); stroke-width: 0.5; }
        .plot .name[class*=" s"] { fill: var(--mark); }
        .plot .on { fill: var(--on, var(--ground)); }
        .plot .h0 { fill: var(--h0); } .plot .h1 { fill: var(--h1); } .plot .h2 { fill: var(--h2); } .plot .h3 { fill: var(--h3); }
        .plot .h4 { fill: var(--h4); } .plot .h5 { fill: var(--h5); } .plot .h6 { fill: var(--h6); }
        .plot .d0 { fill: var(--d0); } .plot .d1 { fill: var(--d1); } .plot .d2 { fill: var(--d2); } .plot .d3 { fill: var(--d3); }
        .plot .d4 { fill: var(--d4); } .plot .d5 { fill: var(--d5); } .plot .d6 { fill: var(--d6); }
        .plot .missing { fill: var(--raised); }
        .plot text.on:is(.h0, .h1, .h2, .h3, .d2, .d3, .d4, .missing) { fill: var(--text); }
        .plot text.on:is(.h5, .h6, .d0, .d6) { fill: var(--ground); }
        .plot text.on:is(.h4, .d1, .d5) { fill: #0c1414; }
        @media (prefers-color-scheme: dark) { .plot text.on.h3 { fill: #fff; } }
        .chart-table { margin-top: 8px; font-size: 14px; }
        .chart-table > summary { display: inline-block; padding: 4px 0; color: var(--accent); cursor: pointer; }
        .chart-table > summary::before { content: "▸ "; }
        .chart-table[open] > summary::before { content: "▾ "; }
        .chart-table caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .chart-table .table-frame { max-height: 420px; overflow: auto; }
        .chart-tip {
          position: fixed; z-index: 9; pointer-events: none; padding: 6px 10px; max-width: 320px; white-space: pre-line;
          font-size: 13px; line-height: 1.5; border-radius: var(--radius); background: var(--text); color: var(--ground);
        }

        """
}
