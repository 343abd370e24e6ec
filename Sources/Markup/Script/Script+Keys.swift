extension Script {
    /// Keys: `/` search, `j` `k` rows, `x` ticks, `?` the list of them. Enter opens the row, for its link has the focus.
    static let keys: StaticString = """
        const shortcuts = document.getElementById("shortcuts");
        const wish = shortcuts?.querySelector("[data-single-keys]");
        const kept = (value) => {
          try {
            if (value === undefined) return localStorage.getItem("single-keys") !== "off";
            localStorage.setItem("single-keys", value ? "on" : "off");
          } catch { /* storage may be forbidden; then the keys are simply on */ }
          return true;
        };
        if (wish) {
          wish.checked = kept();
          wish.addEventListener("change", () => kept(wish.checked));
        }
        const isTyping = (target) =>
          target.isContentEditable
          || target.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
        const step = (by) => {
          const links = all("main tbody tr th a").filter((link) => link.offsetParent !== null);
          if (!links.length) return false;
          const now = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
          const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, now + by));
          links[next].focus();
          links[next].scrollIntoView({ block: "nearest" });
          return true;
        };
        const keyed = {
          "/": () => {
            const field = document.querySelector("main .filter-search input") ?? document.getElementById("search");
            if (field) { field.focus(); field.select(); }
            return field;
          },
          j: () => step(1),
          k: () => step(-1),
          x: () => {
            const tick = document.activeElement?.closest("tr")?.querySelector(".tick input");
            tick?.click();
            return tick;
          },
          "?": () => { shortcuts?.showModal(); return shortcuts; },
        };
        document.addEventListener("keydown", (event) => {
          if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
          if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
          const action = Object.hasOwn(keyed, event.key) ? keyed[event.key] : null;
          if (action && kept() && action()) event.preventDefault();
        });

        """
}
