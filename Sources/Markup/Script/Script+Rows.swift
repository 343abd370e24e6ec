extension Script {
    /// A row is one link, wherever it is pressed; ticked rows bring up what can be done with them.
    static let rows: StaticString = """
        // Rows: a press anywhere opens the record, unless it was meant for something in the row or for selecting text.
        document.addEventListener("click", (event) => {
          const row = event.target.closest?.("tr.link");
          if (!row || event.defaultPrevented || event.button !== 0) return;
          if (event.target.closest("a, button, input, label, select, summary, .tick")) return;
          if (String(getSelection()) !== "") return;
          const link = row.querySelector("th a");
          if (!link) return;
          if (event.ctrlKey || event.metaKey || event.shiftKey) open(link.href, "_blank"); else link.click();
        });

        // Ticked rows.
        for (const form of all("form[data-bulk]")) {
          const count = form.querySelector("[data-template]");
          const whole = form.querySelector("[data-tick-all]");
          const ticks = all("tbody .tick input", form);
          const look = () => {
            const ticked = ticks.filter((tick) => tick.checked).length;
            count.textContent = count.dataset.template.replace("#", ticked);
            if (whole) {
              whole.checked = ticked > 0 && ticked === ticks.length;
              whole.indeterminate = ticked > 0 && ticked < ticks.length;
            }
            for (const tick of ticks) tick.closest("tr").classList.toggle("ticked", tick.checked);
          };
          form.addEventListener("change", (event) => {
            if (event.target === whole) for (const tick of ticks) tick.checked = whole.checked;
            look();
            say(count.textContent);
          });
          addEventListener("pageshow", look);
        }

        """
}
