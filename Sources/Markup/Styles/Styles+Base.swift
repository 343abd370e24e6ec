extension Styles {
    /// Plain elements.
    static let base: StaticString = """
        *, ::before, ::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-autospace: normal; scroll-padding-top: 16px; }
        body {
          margin: 0; background: var(--ground); color: var(--text);
          font: 16px/1.5 var(--font); font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
        }
        body:lang(zh) { line-height: 1.65; }
        :lang(zh) em { font-style: normal; font-weight: 600; }
        h1, h2, h3, h4 { line-height: 1.3; margin: 0 0 8px; font-weight: 650; text-wrap: balance; }
        h1 { font-size: 28px; } h2 { font-size: 20px; } h3 { font-size: 16px; } h4 { font-size: 14px; }
        p, ul, ol, dl, figure, blockquote, pre { margin: 0 0 12px; }
        p, li, dd { max-width: 44em; }
        ul, ol { padding-left: 24px; }
        a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        small { font-size: 13px; }
        code, kbd, samp, pre { font-family: var(--mono); font-size: 0.9em; }
        pre { overflow-x: auto; padding: 12px; background: var(--raised); border-radius: var(--radius); }
        hr { border: 0; border-top: 1px solid var(--border); margin: 24px 0; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
        main:focus { outline: none; }
        [hidden] { display: none !important; }
        .skip { position: absolute; left: -9999px; top: 8px; padding: 8px 16px; background: var(--ground); z-index: 9; }
        .skip:focus { left: 8px; }
        .hint { color: var(--quiet); font-size: 14px; margin: 0 0 4px; }
        .lead { font-size: 18px; color: var(--text); }
        .number { text-align: right; }

        """

    /// The frame of a page.
    static let layout: StaticString = """
        body:not(.app) > main, header.site, footer.site {
          max-width: var(--page); margin: 0 auto; padding: 16px max(16px, env(safe-area-inset-left));
        }
        body:not(.app) > main { padding-top: 24px; padding-bottom: 64px; }
        header.site {
          display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; border-bottom: 1px solid var(--border);
        }
        header.site nav { margin-left: auto; }
        .brand { font-weight: 650; color: var(--text); text-decoration: none; }
        footer.site { color: var(--quiet); font-size: 14px; border-top: 1px solid var(--border); }
        .stack > * + * { margin-top: 16px; }
        .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 24px 32px; }
        .grid > * { min-width: 0; }
        .card { padding: 16px; border: 1px solid var(--border); border-radius: var(--radius); min-width: 0; }
        .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin: 16px 0; }
        .section { margin: 40px 0; }
        .section > h2 { padding-bottom: 8px; border-bottom: 1px solid var(--border); margin-bottom: 16px; }
        .contents ol { list-style: none; padding: 0; margin: 0; }
        .contents a { display: block; padding: 4px 0; color: var(--quiet); text-decoration: none; font-size: 14px; }
        .contents a:hover { color: var(--accent); text-decoration: underline; }
        .sections { min-width: 0; }
        .sections > .section:first-child { margin-top: 0; }
        @media (min-width: 1000px) {
          .report { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 40px; }
          .report > .contents { position: sticky; top: 16px; align-self: start; }
        }
        @media (max-width: 999px) {
          .report > .contents ol { display: flex; flex-wrap: wrap; gap: 0 16px; }
          .report > .contents { margin-bottom: 24px; padding-bottom: 8px; border-bottom: 1px solid var(--border); }
          .report > .contents a { padding: 8px 0; }
        }
        .breadcrumbs ol { display: flex; flex-wrap: wrap; list-style: none; padding: 0; margin: 0 0 8px; font-size: 14px; }
        .breadcrumbs li { color: var(--quiet); }
        .breadcrumbs li + li::before { content: "/"; padding: 0 8px; color: var(--strong-border); }

        """
}
