extension Styles {
    static let forms: StaticString = """
        .field { margin: 0 0 24px; padding: 0; border: 0; max-width: 520px; min-width: 0; }
        .field > label:not(.choice), .field > legend { display: block; font-weight: 600; padding: 0; margin-bottom: 4px; }
        .optional { margin-left: 8px; font-weight: 400; font-size: 13px; color: var(--quiet); }
        .field:has(> .drop) { max-width: 720px; }
        .field.invalid { border-left: 3px solid var(--bad); padding-left: 12px; }
        .problem { color: var(--bad); font-weight: 600; font-size: 14px; margin: 0 0 4px; }
        input, select, textarea, button { font: inherit; color: inherit; }
        input:not([type=checkbox], [type=radio], [type=file]), select, textarea {
          display: block; width: 100%; min-height: 40px; padding: 7px 12px; background: var(--ground);
          border: 1px solid var(--strong-border); border-radius: var(--radius);
        }
        input[type=number], input[type=date], input[type=month] { max-width: 220px; }
        [aria-invalid=true] { border-color: var(--bad) !important; }
        input[type=checkbox], input[type=radio] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); flex: none; }
        .choice { display: flex; gap: 10px; align-items: flex-start; padding: 6px 0; cursor: pointer; }
        .choice > input { margin-top: 3px; }
        .choice .hint { display: block; }
        .columns > .field { max-width: none; }
        .columns .choice { display: inline-flex; width: 240px; max-width: 100%; margin-right: 16px; vertical-align: top; }
        .columns .choice > span { min-width: 0; }
        select { text-overflow: ellipsis; }
        button, .button {
          display: inline-block; min-height: 40px; padding: 7px 16px; border: 1px solid var(--strong-border);
          border-radius: var(--radius); background: var(--ground); color: var(--text); cursor: pointer; text-decoration: none;
        }
        a.button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; }
        button:hover, .button:hover { background: var(--raised); }
        .primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
        .primary:hover { background: var(--accent); filter: brightness(1.1); }
        .destructive { color: var(--bad); border-color: var(--bad); }
        button:disabled { opacity: 0.55; cursor: default; }
        .drop { padding: 24px 16px; border: 1px dashed var(--strong-border); border-radius: var(--radius); background: var(--raised); }
        .drop.over { border-style: solid; border-color: var(--accent); background: var(--accent-ground); }
        .drop input { max-width: 100%; }
        .drop input::file-selector-button {
          font: inherit; padding: 6px 14px; margin-right: 12px; border: 1px solid var(--strong-border);
          border-radius: var(--radius); background: var(--ground); color: var(--text); cursor: pointer;
        }
        .drop.whole { position: relative; padding: 48px 16px; text-align: center; }
        .drop.whole p { margin: 0 auto; font-size: 18px; }
        .drop.whole input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
        .drop.whole:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
        .drop.whole:hover { border-color: var(--accent); }
        progress { display: block; width: 100%; height: 8px; accent-color: var(--accent); border: 0; background: var(--sunken); border-radius: 4px; }
        progress::-webkit-progress-bar { background: var(--sunken); border-radius: 4px; }
        progress::-webkit-progress-value { background: var(--accent); border-radius: 4px; }
        progress::-moz-progress-bar { background: var(--accent); border-radius: 4px; }
        .progress { max-width: 520px; margin: 16px 0; }
        .progress label { display: flex; justify-content: space-between; gap: 16px; margin-bottom: 4px; font-weight: 600; }
        .progress .hint { margin-top: 4px; }

        """
}
