extension Script {
    /// The search box of the header shows what it finds while one types. Without it, Enter leads to the page of results.
    static let search: StaticString = """
        // Search: suggestions below the field, walked by arrow keys; Enter without a choice opens the page of results.
        const finder = document.querySelector(".bar form.search");
        if (finder) {
          const field = finder.querySelector("input");
          const list = document.createElement("ul");
          list.id = "suggestions";
          list.className = "suggestions";
          list.hidden = true;
          list.setAttribute("role", "listbox");
          list.setAttribute("aria-label", finder.querySelector("label").textContent);
          finder.append(list);
          field.setAttribute("role", "combobox");
          field.setAttribute("aria-autocomplete", "list");
          field.setAttribute("aria-controls", list.id);
          field.setAttribute("aria-expanded", "false");
          let [round, chosen, wait] = [0, -1, 0];
          const options = () => all("[role=option]", list);
          const close = () => {
            list.hidden = true;
            chosen = -1;
            field.setAttribute("aria-expanded", "false");
            field.removeAttribute("aria-activedescendant");
          };
          const choose = (place) => {
            const found = options();
            if (!found.length) return;
            chosen = (place + found.length) % found.length;
            found.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
            field.setAttribute("aria-activedescendant", found[chosen].id);
            found[chosen].scrollIntoView({ block: "nearest" });
          };
          const show = (hits) => {
            close();
            list.replaceChildren(...hits.map((hit, at) => {
              const option = document.createElement("li");
              option.id = "suggestion-" + at;
              option.setAttribute("role", "option");
              option.setAttribute("aria-selected", "false");
              option.dataset.target = hit.target;
              for (const [name, words] of [["what", hit.title], ["hint", hit.detail ?? ""], ["kind", hit.kind]]) {
                const part = document.createElement("span");
                part.className = name;
                part.textContent = words;
                option.append(part, " ");
              }
              return option;
            }));
            list.hidden = !hits.length;
            field.setAttribute("aria-expanded", String(hits.length > 0));
          };
          const look = async () => {
            const now = ++round;
            const text = field.value.trim();
            if (!text) { close(); return; }
            try {
              const answer = await fetch(finder.action + "/suggestions?q=" + encodeURIComponent(text));
              if (answer.ok && now === round) show(await answer.json());
            } catch { /* away for a moment; Enter still works */ }
          };
          field.addEventListener("input", (event) => {
            if (event.isComposing) return;
            clearTimeout(wait);
            wait = setTimeout(look, 120);
          });
          field.addEventListener("compositionend", look);
          field.addEventListener("keydown", (event) => {
            if (event.isComposing || list.hidden) return;
            if (event.key === "ArrowDown") choose(chosen + 1);
            else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
            else if (event.key === "Enter" && chosen >= 0) location.href = options()[chosen].dataset.target;
            else if (event.key === "Escape") close();
            else return;
            event.preventDefault();
          });
          list.addEventListener("pointerdown", (event) => event.preventDefault());
          list.addEventListener("click", (event) => {
            const option = event.target.closest("[role=option]");
            if (option) location.href = option.dataset.target;
          });
          field.addEventListener("blur", close);
        }

        """
}
