extension Script {
    /// Dropping files.
    static let files: StaticString = """
        // Files: the dashed area takes what is dropped on it.
        for (const area of all("[data-drop]")) {
          const input = area.querySelector("input[type=file]");
          const over = (isOver) => (event) => {
            event.preventDefault();
            area.classList.toggle("over", isOver);
          };
          for (const name of ["dragenter", "dragover"]) area.addEventListener(name, over(true));
          area.addEventListener("dragleave", over(false));
          area.addEventListener("drop", (event) => {
            over(false)(event);
            if (!event.dataTransfer.files.length) return;
            input.files = event.dataTransfer.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
          });
        }

        """
}
