extension Script {
    /// Menus that close by themselves, the side menu that folds, branches that open together.
    static let menus: StaticString = """
        // Menus: one at a time; a press elsewhere or Escape closes them.
        const openMenus = () => all("details.menu[open], details.sheet[open]");
        document.addEventListener("click", (event) => {
          for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
        });
        document.addEventListener("keydown", (event) => {
          if (event.key !== "Escape") return;
          for (const menu of openMenus()) {
            menu.open = false;
            if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
          }
        });

        // The side menu: the wish is kept in a cookie, so that the next page already comes as wanted.
        for (const button of all("[data-fold]")) {
          button.addEventListener("click", () => {
            const folded = document.body.classList.toggle("folded");
            button.setAttribute("aria-expanded", String(!folded));
            document.cookie = "menu=" + (folded ? "folded" : "open") + "; path=/; max-age=31536000; samesite=lax";
          });
        }

        // Filters stand open beside the search where there is room, also in browsers that need telling.
        const wide = matchMedia("(min-width: 641px)");
        const openWide = () => { if (wide.matches) for (const fold of all("details[data-open-wide]")) fold.open = true; };
        wide.addEventListener("change", openWide);
        openWide();

        // Branches of a tree.
        for (const button of all("[data-unfold]")) {
          button.addEventListener("click", () => {
            const opens = button.dataset.unfold === "open";
            for (const branch of all("details", button.closest(".org"))) branch.open = opens;
          });
        }

        """
}
