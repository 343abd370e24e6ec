extension Styles {
    /// A4, in black and white: no ground colours that matter, patterns of line instead of hues, headings with what
    /// follows them, table headings on every sheet.
    static let print: StaticString = """
        @page { size: A4; margin: 16mm 14mm; }
        @media print {
          :root {
            color-scheme: light;
            --ground: #fff; --raised: #fff; --sunken: #eee; --text: #000; --quiet: #333; --border: #bbb; --strong-border: #555;
            --accent: #000; --on-accent: #fff; --accent-ground: #f0f0f0; --good: #000; --good-ground: #fff; --warning: #000;
            --warning-ground: #fff; --bad: #000; --bad-ground: #fff;
            --t1: #f4f4f4; --t2: #d4d4d4; --t3: #a4a4a4; --t4: #666; --t5: #1a1a1a;
            --on-t1: #000; --on-t2: #000; --on-t3: #000; --on-t4: #fff; --on-t5: #fff;
            --s1: #000; --s2: #8c8c8c; --s3: #555; --s4: #bdbdbd; --s5: #333; --s6: #dcdcdc;
            --up: #333; --down: #b0b0b0; --muted: #999; --grid: #ddd;
            --h0: #fff; --h1: #eee; --h2: #ddd; --h3: #c4c4c4; --h4: #9a9a9a; --h5: #5c5c5c; --h6: #222;
            --d0: #222; --d1: #8a8a8a; --d2: #d8d8d8; --d3: #fff; --d4: #d8d8d8; --d5: #8a8a8a; --d6: #222;
          }
          body { font-size: 10.5pt; }
          h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 11.5pt; }
          table, .chart-note, .hint, .breadcrumbs, .chart-table { font-size: 9pt; }
          body > main, header.site { padding: 0; max-width: none; }
          header.site, footer.site { border: 0; }
          .skip, .actions, form, .drop, .contents, .flash, nav, .chart-table > summary, [popover] { display: none !important; }
          .report { display: block; }
          a { color: inherit; text-decoration: none; }
          h1, h2, h3, h4, figcaption, caption, .lead { break-after: avoid; }
          .chart, .notice, .summary, .facts > div, tr, li, figure { break-inside: avoid; }
          .section { margin: 18pt 0; }
          thead { display: table-header-group; break-inside: avoid; }
          thead th { position: static; }
          .table-frame, .chart-table .table-frame, .plot.keeps-size { overflow: visible; max-height: none; }
          .plot.wide { display: block !important; }
          .plot.narrow { display: none !important; }
          .plot.keeps-size svg, .plot svg { width: auto; max-width: 100%; max-height: 235mm; }
          .plot .line.s2 { stroke-dasharray: 7 3; } .plot .line.s3 { stroke-dasharray: 2 3; }
          .plot .line.s4 { stroke-dasharray: 10 3 2 3; } .plot .line.s5 { stroke-dasharray: 4 2; } .plot .line.s6 { stroke-dasharray: 1 4; }
          .plot .line.s2, .plot .line.s4, .plot .line.s6 { stroke: #444; }
          .plot .name[class*=" s"] { fill: #000; }
          .plot .on:is(.s2, .s4, .s6) { fill: #000; } .plot .on:is(.s1, .s3, .s5) { fill: #fff; }
          th button.sort { display: inline; } th button.sort::after { content: none !important; }
          .fill, .area, .band, .badge, .notice, tr.emphasis > *, .plot * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .badge { border: 0.5pt solid #555; }
          button.figure-value { text-decoration: none; }
        }

        """
}
