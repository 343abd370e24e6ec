import HTTPTypes
import Hummingbird
import Markup
import NIOCore

/// The stylesheet and the script, the same for every page.
enum Assets {
    static func add(to router: Router<TenureContext>) {
        let style = ByteBuffer(string: Styles.css)
        let script = ByteBuffer(string: Script.javascript + uploadScript)
        router.get("/assets/tenure.css") { _, _ in answer(style, "text/css; charset=utf-8") }
        router.get("/assets/tenure.js") { _, _ in answer(script, "text/javascript; charset=utf-8") }
    }

    private static func answer(_ content: ByteBuffer, _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "max-age=300"],
            body: ResponseBody(byteBuffer: content))
    }

    /// Dropping a file anywhere on the form chooses it; a running analysis is followed without reloading.
    private static let uploadScript = """

        document.querySelectorAll("form[data-drop]").forEach(form => {
          const input = form.querySelector("input[type=file]");
          const hint = form.querySelector("[data-drop-hint]");
          const show = () => { if (input.files.length) hint.textContent = input.files[0].name; };
          input.addEventListener("change", show);
          form.addEventListener("dragover", event => { event.preventDefault(); form.classList.add("over"); });
          form.addEventListener("dragleave", () => form.classList.remove("over"));
          form.addEventListener("drop", event => {
            event.preventDefault();
            form.classList.remove("over");
            if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; show(); form.requestSubmit(); }
          });
        });
        document.querySelectorAll("[data-standing]").forEach(box => {
          const bar = box.querySelector("progress");
          const step = box.querySelector("[data-step]");
          const look = async () => {
            try {
              const answer = await fetch(box.dataset.standing, { headers: { accept: "application/json" } });
              const standing = await answer.json();
              if (!standing.isRunning) { location.reload(); return; }
              bar.value = standing.percent;
              if (step.textContent !== standing.step) step.textContent = standing.step;
            } catch (error) { /* the server is restarting; look again */ }
            setTimeout(look, 700);
          };
          setTimeout(look, 400);
        });

        """
}
