"""Pictures of pages, for those who look at them: `TENURE_SHOTS=folder` keeps them there. No check depends on one."""
import os
import pathlib
import tempfile

WANTED = "TENURE_SHOTS" in os.environ
FOLDER = pathlib.Path(os.environ["TENURE_SHOTS"] if WANTED else tempfile.mkdtemp(prefix="tenure-pictures-"))
FOLDER.mkdir(parents=True, exist_ok=True)
# A browser that keeps its pictures where shared memory is short loses tall ones.
BROWSER = ["--no-sandbox", "--disable-dev-shm-usage"]


def take(page, name):
    if WANTED:
        page.screenshot(path=FOLDER / f"{name}.png", full_page=True, animations="disabled")
