extension Script {
    /// Decisions: the link that leads to the question opens it in place instead.
    static let dialogs: StaticString = """
        document.addEventListener("click", (event) => {
          const opener = event.target.closest?.("[data-dialog]");
          const dialog = opener && document.getElementById(opener.dataset.dialog);
          if (dialog?.showModal && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            dialog.showModal();
          }
          if (event.target.closest?.("dialog [data-close]")) event.target.closest("dialog").close();
        });

        """
}
