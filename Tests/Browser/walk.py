"""Looks at every page a link leads to: zh and en, 1440 and 390 px, light and dark; axe on each. A page is found by itself, for no list names it."""
import concurrent.futures
import pathlib
import re
import shutil
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Judges"))

from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

import company  # noqa: E402
import crawl  # noqa: E402
import pictures  # noqa: E402

DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# Where axe reads the page: each language at one width, in both colours.
AXE = {"zh": DESKTOP, "en": PHONE}


def one_of_each(visitors):
    """An address for each page there is, with the role that sees most there: (name of the page, role, address)."""
    found = {}
    for role, visitor in visitors.items():
        for path, answer in crawl.pages_of(role, visitor, "zh", alike=1):
            if answer.status != 200 or not answer.type.startswith("text/html"):
                continue
            name = re.sub(r"/[0-9a-z]*\d[0-9a-z]*", "-id", path.split("?")[0]).strip("/").replace("/", "-") or "first"
            if name not in found or len(answer.body) > len(found[name][1].body):
                found[name] = ((name, role, path), answer)
    return [page for page, _ in found.values()]


def look(language, pages, sessions, base):
    """All pages in one language; the problems."""
    problems = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=pictures.BROWSER)
        axe = Axe()
        page = browser.new_page()
        page.set_content("<title>Control</title><input>")
        found = {finding["id"] for finding in axe.run(page).response["violations"] if finding["impact"] in ("serious", "critical")}
        if not {"label", "html-has-lang"} <= found:
            problems.append(f"axe misses what was planted, and finds {sorted(found)}")
        page.close()
        for size in (DESKTOP, PHONE):
            contexts = {}
            for name, role, path in pages:
                if role not in contexts:
                    contexts[role] = opened(browser, base, language, size, sessions[role], problems)
                page = contexts[role]
                place = f"{language} {size['width']} {role} {path}"
                page.where = place
                page.emulate_media(color_scheme="light")
                answer = page.goto(base + path, wait_until="load")
                if answer.status != 200:
                    problems.append(f"{place}: {answer.status}")
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 0:
                    problems.append(f"{place}: scrolls sideways by {wide} px")
                for scheme in ("light", "dark"):
                    page.emulate_media(color_scheme=scheme)
                    pictures.take(page, f"{name}-{language}-{size['width']}-{scheme}")
                    if size is AXE[language]:
                        for finding in axe.run(page).response["violations"]:
                            if finding["impact"] in ("serious", "critical"):
                                targets = ", ".join(str(node["target"]) for node in finding["nodes"][:3])
                                problems.append(f"{place} {scheme}: axe {finding['id']}: {finding['help']} at {targets}")
            for page in contexts.values():
                page.context.close()
        browser.close()
    return problems


def opened(browser, base, language, size, session, problems):
    context = browser.new_context(
        locale="zh-CN" if language == "zh" else "en-GB", viewport=size, has_touch=size is PHONE, reduced_motion="reduce")
    context.add_cookies([{"name": name, "value": value, "url": base}
                         for name, value in {"tenure_session": session, "tenure_language": language}.items()])
    page = context.new_page()
    page.where = ""
    page.on("console", lambda message: message.type == "error" and problems.append(f"{page.where}: console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"{page.where}: script error: {error}"))
    return page


def main():
    started = time.monotonic()
    with company.server() as (port, data):
        company.furnish(company.administrator(port, data), company.chinese_staff())
        visitors = company.account_of_every_role(data, port)
        sessions = {role: visitor.cookies["tenure_session"] for role, visitor in visitors.items()}
        pages = one_of_each(visitors)
        only = sys.argv[1:]
        pages = [page for page in pages if not only or page[0] in only]
        if not pages:
            raise SystemExit(f"no page is called so: {' '.join(only)}" if only else "no page was found")
        print(f"Browser: {len(pages)} pages", flush=True)
        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            runs = [pool.submit(look, language, pages, sessions, f"http://127.0.0.1:{port}") for language in ("zh", "en")]
            problems = crawl.problems + [problem for run in runs for problem in run.result()]
    for problem in dict.fromkeys(problems):
        print("  FAILED " + problem)
    print(f"Browser: {len(pages)} pages in two languages, two sizes, two colours; {len(problems)} problems, "
          f"{time.monotonic() - started:.0f} s")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
