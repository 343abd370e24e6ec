extension Script {
    /// The words of a mark at the pointer.
    static let charts: StaticString = """
        // Charts: the words of a mark beside the pointer, instead of the browser's slow ones.
        const tip = document.createElement("div");
        tip.className = "chart-tip";
        tip.hidden = true;
        tip.setAttribute("aria-hidden", "true");
        document.body.append(tip);
        const take = (mark) => {
          const title = mark.querySelector(":scope > title");
          if (title) { mark.dataset.tip = title.textContent; title.remove(); }
          return mark.dataset.tip;
        };
        document.addEventListener("pointermove", (event) => {
          const mark = event.target.closest?.("[data-tip]");
          tip.hidden = !mark;
          if (!mark) return;
          tip.textContent = take(mark);
          const box = tip.getBoundingClientRect();
          const left = Math.min(event.clientX + 14, innerWidth - box.width - 8);
          const below = event.clientY + 18;
          tip.style.left = Math.max(8, left) + "px";
          tip.style.top = (below + box.height > innerHeight ? event.clientY - box.height - 10 : below) + "px";
        });
        addEventListener("scroll", () => { tip.hidden = true; }, { passive: true, capture: true });

        """
}
