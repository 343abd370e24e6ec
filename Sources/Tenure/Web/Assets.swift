import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Shell

/// The stylesheet and the script, the same for every page.
enum Assets {
    static var routes: [Route] {
        let style = ByteBuffer(string: Styles.css)
        let script = ByteBuffer(string: Script.javascript + uploadScript)
        return [
            Route(.get, "/assets/tenure.css", .everyone, Phrase(zh: "样式", en: "Styles"), gives: .file("text/css")) {
                _, _ in answer(style, "text/css; charset=utf-8")
            },
            Route(
                .get, "/assets/tenure.js", .everyone, Phrase(zh: "脚本", en: "Script"), gives: .file("text/javascript")
            ) { _, _ in answer(script, "text/javascript; charset=utf-8") },
        ]
    }

    private static func answer(_ content: ByteBuffer, _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "max-age=300"],
            body: ResponseBody(byteBuffer: content))
    }

    /// A file dropped anywhere on the first page is uploaded; a running analysis is followed without reloading.
    private static let uploadScript = """

        document.querySelectorAll("form[data-upload]").forEach(form => {
          const input = form.querySelector("input[type=file]");
          const button = form.querySelector("button");
          const words = button.textContent;
          // The whole area takes a click or a file, and says so in the page's language.
          const invitation = document.createElement("p");
          const name = () => { invitation.textContent = input.files[0]?.name ?? form.dataset.invite; };
          invitation.setAttribute("aria-hidden", "true");
          input.before(invitation);
          input.parentElement.classList.add("whole");
          input.addEventListener("change", name);
          name();
          form.addEventListener("submit", () => {
            button.textContent = form.dataset.upload;
            setTimeout(() => { button.disabled = true; });
          });
          addEventListener("pageshow", () => { name(); button.textContent = words; button.disabled = false; });
          document.addEventListener("dragover", event => event.preventDefault());
          document.addEventListener("drop", event => {
            event.preventDefault();
            if (!event.dataTransfer.files.length) return;
            input.files = event.dataTransfer.files;
            name();
            form.requestSubmit();
          });
        });
        document.querySelectorAll("[data-standing]").forEach(box => {
          const bar = box.querySelector("progress");
          const share = box.querySelector(".progress-value");
          const step = box.querySelector("[aria-live]");
          box.querySelectorAll("[data-without-script]").forEach(link => { link.hidden = true; });
          const look = async () => {
            try {
              const answer = await fetch(box.dataset.standing, { headers: { accept: "application/json" } });
              if (!answer.ok) { location.reload(); return; }
              const standing = await answer.json();
              if (!standing.isRunning) { location.reload(); return; }
              bar.value = standing.share;
              share.textContent = Math.round(standing.share * 100) + "%";
              if (step.textContent !== standing.step) step.textContent = standing.step;
            } catch (error) { /* the server is restarting; look again */ }
            setTimeout(look, 700);
          };
          setTimeout(look, 400);
        });

        """
}
