extension Styles {
    /// Colours, fonts and distances. Text on its ground has a contrast of at least 4.5, marks of at least 3, in both
    /// modes. Tiers (`t1` … `t5`) also differ in lightness, so that they hold in grey and for colour-blind readers.
    static let tokens: StaticString = """
        :root {
          color-scheme: light dark;
          --ground: #fff; --raised: #f6f7f8; --sunken: #eceef0;
          --text: #1b2126; --quiet: #56616b; --border: #d5dade; --strong-border: #87919a;
          --accent: #0b6b6b; --on-accent: #fff; --accent-ground: #e3f1f0;
          --good: #1a6b3c; --good-ground: #e6f4eb; --warning: #825500; --warning-ground: #fdf3dc;
          --bad: #b3261e; --bad-ground: #fdecea;
          --t1: #d9e8ea; --t2: #f0dfa4; --t3: #e3a64f; --t4: #b4531f; --t5: #6d1a1a;
          --on-t1: #1b2126; --on-t2: #1b2126; --on-t3: #1b2126; --on-t4: #fff; --on-t5: #fff;
          --s1: #0b6b6b; --s2: #b9520a; --s3: #3c62b0; --s4: #a33a78; --s5: #76700a; --s6: #5b6670;
          --up: #b4531f; --down: #0b6b6b; --muted: #a9b2b9; --grid: #e4e7ea;
          --h0: #f1f6f6; --h1: #d3e6e5; --h2: #abd0cf; --h3: #7db4b3; --h4: #4b9393; --h5: #1d7070; --h6: #0a4c4d;
          --d0: #0a5556; --d1: #4b9393; --d2: #b5d7d6; --d3: #f3f4f4; --d4: #f1cfb4; --d5: #d58a4f; --d6: #9a4312;
          --font: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans SC",
            "Noto Sans CJK SC", sans-serif;
          --mono: ui-monospace, "SF Mono", Consolas, "Noto Sans Mono", monospace;
          --radius: 4px; --page: 1200px;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #14181b; --raised: #1d2226; --sunken: #282e33;
            --text: #e6eaed; --quiet: #a3adb5; --border: #363d43; --strong-border: #77828b;
            --accent: #63c3bf; --on-accent: #0c1a1a; --accent-ground: #17302f;
            --good: #7fce9c; --good-ground: #15291d; --warning: #e8be62; --warning-ground: #2f2612;
            --bad: #ff9b92; --bad-ground: #391c1a;
            --t1: #2c4146; --t2: #66592c; --t3: #b8812c; --t4: #ea9156; --t5: #ffbfae;
            --on-t1: #fff; --on-t2: #fff; --on-t3: #14181b; --on-t4: #14181b; --on-t5: #14181b;
            --s1: #4fb5b0; --s2: #f0955a; --s3: #86a8ee; --s4: #e08abb; --s5: #c9c152; --s6: #aab4bc;
            --up: #f0955a; --down: #4fb5b0; --muted: #5c6770; --grid: #2a3136;
            --h0: #1b2526; --h1: #1d3737; --h2: #1f4c4c; --h3: #266a69; --h4: #3f918f; --h5: #6dbcb8; --h6: #b3e5e1;
            --d0: #8fdad5; --d1: #46958f; --d2: #1f4a48; --d3: #23292d; --d4: #543620; --d5: #ad6a36; --d6: #ffb783;
          }
        }

        """
}
