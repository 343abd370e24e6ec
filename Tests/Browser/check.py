"""What people do, with a real browser: first start, sign-in, an import and its undoing, the analysis of sheets; `walk.py` looks at every page. Starts its own server on a free port with its own data folder."""
import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

import pictures

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("TENURE_BINARY", ROOT / ".build/release/tenure"))
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
problems: list[str] = []
checked = 0


def check(condition: bool, what: str) -> None:
    global checked
    checked += 1
    if not condition:
        problems.append(what)
        print(f"  FAILED {what}", flush=True)


@contextlib.contextmanager
def server():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = tempfile.mkdtemp(prefix="tenure-browser-")
    started = time.monotonic()
    said = pathlib.Path(data) / "said.txt"
    with said.open("wb") as output:
        process = subprocess.Popen([BINARY, "serve", "--port", str(port), "--data", data], stdout=output)
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1).read()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() - started > 20:
                    raise SystemExit("the server did not start")
                time.sleep(0.02)
        print(f"Start to first answer: {time.monotonic() - started:.2f} s")
        yield f"http://127.0.0.1:{port}", pathlib.Path(data)
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(data, ignore_errors=True)


class Visit:
    """One browser context: a language, a size, a colour scheme; every page it looks at is judged."""

    def __init__(self, browser, base, language, size, scheme="light", script=True):
        self.name = f"{language}-{size['width']}-{scheme}" + ("" if script else "-noscript")
        self.base, self.size, self.script = base, size, script
        self.may_refuse = False
        locale = "zh-CN" if language == "zh" else "en-GB"
        self.context = browser.new_context(
            storage_state=SESSION or None, locale=locale, viewport=size, color_scheme=scheme, java_script_enabled=script, has_touch=size is PHONE)
        self.page = self.context.new_page()
        # A refused upload is answered with 422, which the browser notes on its console.
        self.page.on("console", lambda message: check(
            message.type != "error" or "status of 422" in message.text and self.may_refuse,
            f"{self.name}: console: {message.text}"))
        self.page.on("pageerror", lambda error: check(False, f"{self.name}: script error: {error}"))

    def look(self, title: str) -> None:
        page = self.page
        pictures.take(page, f"{title}-{self.name}")
        if self.script:
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            check(wide <= 0, f"{self.name} {title}: page scrolls sideways by {wide} px")
            findings = Axe().run(page).response["violations"]
            for finding in findings:
                if finding["impact"] in ("serious", "critical"):
                    places = ", ".join(str(node["target"]) for node in finding["nodes"][:3])
                    check(False, f"{self.name} {title}: axe {finding['id']}: {finding['help']} at {places}")
            check(True, "axe ran")

    def finish(self) -> None:
        self.page.wait_for_selector(".downloads", timeout=300_000)

    def close(self) -> None:
        self.context.close()


SESSION: dict = {}


def first_start(browser, base, data):
    """The link the server printed makes the first administrator, who is signed in from then on; then signs in again."""
    link = next(line.strip() for line in (data / "said.txt").read_text().splitlines() if "/set-up/" in line)
    visit = Visit(browser, base, "zh", DESKTOP)
    page = visit.page
    page.goto(base)
    check("/sign-in" in page.url, "without a session the first page is the sign-in page")
    visit.look("0-sign-in")
    page.goto(link)
    visit.look("0-set-up")
    page.fill("[name=login]", "lin.yue")
    page.fill("[name=name]", "林悦")
    for field in page.locator("[type=password]").all():
        field.fill("river-stone-42-lamp")
    page.locator("button.primary").click()
    page.wait_for_url(lambda url: "/set-up/" not in url)
    if "/sign-in" in page.url:
        page.fill("[name=login]", "lin.yue")
        page.fill("[name=password]", "river-stone-42-lamp")
        page.locator("button.primary").click()
        page.wait_for_url(lambda url: "/sign-in" not in url)
    SESSION.update(visit.context.storage_state())
    # The language is each visit's own.
    SESSION["cookies"] = [cookie for cookie in SESSION["cookies"] if cookie["name"] != "tenure_language"]
    visit.close()


STAFF = """工号,姓名,部门,岗位,直属上级,入职日期,手机号
E001,王建国,总部,总经理,,2015-03-02,13800000001
E002,欧阳明月,总部/销售部,销售总监,E001,2018年6月1日,13800000002
E003,李伟,总部/销售部/华东区,销售代表,E002,2023/9/4,13800000003
E004,阿卜杜热西提·麦麦提江,总部/销售部/华东区,销售代表,E002,DAY,13800000004
"""


def staff(browser, base, data):
    """The wizard: a refused date is named at its row and column; mended, the sheet goes in, once; and comes out again."""
    visit = Visit(browser, base, "zh", DESKTOP)
    page = visit.page

    def check_file(name, content):
        (data / name).write_text(content, encoding="utf-8")
        page.goto(base + "/imports/new")
        page.set_input_files("#file", data / name)
        page.get_by_role("button", name="上传并继续").click()
        page.wait_for_url("**/mapping")
        visit.look("8-mapping")
        page.get_by_role("button", name="检查文件").click()
        page.wait_for_url("**/check")
        page.wait_for_function("!document.querySelector('progress')")

    check_file("坏日期.csv", STAFF.replace("DAY", "2023-13-01"))
    visit.look("8-refused")
    text = page.locator("main").inner_text()
    check("入职日期" in text and "2023-13-01" in text and "5" in text, f"a bad day is named: {text[:300]!r}")
    for expected in ("4", "0"):
        check_file("花名册.csv", STAFF.replace("DAY", "2024-01-15"))
        text = page.locator("main").inner_text()
        check(f"新增\n{expected}" in text, f"{expected} new people: {text[:300]!r}")
        if expected == "4":
            page.locator("form[action$=commit] button").click()
            page.wait_for_url(lambda url: url.rstrip("/").split("/")[-1].isdigit())
            page.wait_for_function("!document.querySelector('progress')")
            visit.look("8-batch")
            batch = page.url
    page.goto(base + "/people")
    check("欧阳明月" in page.content(), "who was imported is in the directory")
    page.goto(base + "/search?q=oymy")
    check("欧阳明月" in page.content() and "李伟" not in page.locator("main").inner_text(), "initials find a person")
    page.get_by_role("link", name="欧阳明月").click()
    check("王建国" in page.locator("main").inner_text(), "the person page names the manager")
    visit.close()
    visit = Visit(browser, base, "zh", DESKTOP)
    visit.page.goto(batch)
    visit.page.get_by_role("link", name="撤销这个批次").or_(visit.page.get_by_role("button", name="撤销这个批次")).click()
    visit.page.locator("form[action$=undoing] button").first.click()
    visit.page.wait_for_function("document.body.innerText.includes('已撤销')")
    visit.page.goto(base + "/people?status=all")
    check("欧阳明月" not in visit.page.content(), "an undone batch leaves nobody behind")
    visit.close()


WORDS = {
    "zh": {"title": "谁可能离开？", "sample": "销售新人花名册", "start": "开始分析", "delete": "删除", "all": "删除全部"},
    "en": {"title": "Who may leave?", "sample": "Customers (in English", "start": "Start the analysis", "delete": "Delete",
           "all": "Delete everything"},
}


def walk(browser, base, language):
    """First page → sample → outcome → progress → report → downloads, at desktop width, by mouse."""
    words = WORDS[language]
    visit = Visit(browser, base, language, DESKTOP)
    page = visit.page
    page.goto(base + "/analyses")
    expect(page.locator("h1")).to_have_text(words["title"])
    visit.look("1-home")
    page.get_by_role("button", name=words["sample"]).click()
    page.wait_for_selector("#outcome")
    chosen = page.locator("#outcome").evaluate("s => s.selectedOptions[0].textContent")
    check(("离职 = 是" if language == "zh" else "Churned = Yes") in chosen, f"{language}: proposed outcome is {chosen!r}")
    visit.look("2-setup")
    started = time.monotonic()
    page.get_by_role("button", name=words["start"]).click()
    visit.finish()
    print(f"  {language}: sample analysed in {time.monotonic() - started:.1f} s")
    visit.look("3-report")
    address = page.url
    for name in ("list.xlsx", "report.html", "predictions.csv", "result.json"):
        with page.expect_download() as download:
            page.locator(f".downloads a[href$='{name}']").click()
        content = pathlib.Path(download.value.path()).read_bytes()
        check(len(content) > 500, f"{language}: {name} has {len(content)} bytes")
        if name == "report.html":
            report = pictures.FOLDER / f"report-{language}.html"
            report.write_bytes(content)
    visit.close()
    return address, report


def variants(browser, address, base, language, report):
    for size in (DESKTOP, PHONE):
        for scheme in ("light", "dark"):
            visit = Visit(browser, base, language, size, scheme)
            for title, url in (("1-home", base + "/analyses"), ("2-setup", address + "/setup"), ("3-report", address),
                               ("4-file", report.as_uri())):
                visit.page.goto(url)
                visit.look(title)
            visit.close()
    visit = Visit(browser, base, language, DESKTOP)
    visit.page.goto(report.as_uri())
    visit.page.emulate_media(media="print")
    visit.page.pdf(path=pictures.FOLDER / f"report-{language}.pdf", format="A4")
    visit.close()


def without_script(browser, base):
    """The same path with script switched off, and by keyboard only where script is on."""
    visit = Visit(browser, base, "zh", PHONE, script=False)
    page = visit.page
    page.goto(base + "/analyses")
    page.get_by_role("button", name=WORDS["zh"]["sample"]).click()
    page.get_by_role("button", name=WORDS["zh"]["start"]).click()
    for _ in range(300):
        if page.locator(".downloads").count():
            break
        time.sleep(1)
        page.get_by_role("link", name="刷新").click()
    check(page.locator(".downloads").count() == 1, "without script the report is reached")
    visit.look("5-noscript")
    visit.close()


def by_keyboard(browser, base):
    visit = Visit(browser, base, "en", DESKTOP)
    page = visit.page
    page.goto(base + "/analyses")
    button = page.get_by_role("button", name=WORDS["en"]["sample"])
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("b => b === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#outcome")
    check(page.url.startswith(base + "/analyses/"), "a sample opens by keyboard")
    visit.close()


def uploads(browser, base, data):
    visit = Visit(browser, base, "zh", DESKTOP)
    visit.may_refuse = True
    page = visit.page
    good = data / "在职名单.csv"
    rows = "".join(f"{i},{i % 7},{'是' if i % 7 > 4 and i % 3 else '否'}\n" for i in range(1, 400))
    good.write_text("工号,延迟次数,离职\n" + rows, encoding="gb18030")
    cases = {"empty.csv": b"", "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "broken.xlsx": b"PK\x03\x04" + bytes(90)}
    for name, content in cases.items():
        (data / name).write_bytes(content)
        page.goto(base + "/analyses")
        page.set_input_files("#file", data / name)
        page.get_by_role("button", name="上传并继续").click()
        page.wait_for_selector("[role=alert]")
        text = page.locator("[role=alert]").inner_text()
        check(len(text) > 8 and any("\u4e00" <= letter <= "\u9fff" for letter in text), f"{name}: {text!r}")
        visit.look(f"6-refused-{name.split('.')[0]}")
    page.goto(base + "/analyses")
    page.set_input_files("#file", good)
    page.get_by_role("button", name="上传并继续").click()
    page.wait_for_selector("#outcome")
    page.get_by_role("button", name=WORDS["zh"]["start"]).click()
    visit.finish()
    check("在职名单.csv" in page.content(), "the uploaded name is shown")
    folders = len(list((data / "analyses").iterdir()))
    page.locator("details.deletion summary").click()
    page.get_by_role("button", name=WORDS["zh"]["all"]).click()
    page.wait_for_url(base + "/analyses?deleted=yes")
    check(len(list((data / "analyses").iterdir())) == folders - 1, "deleting removes the folder")
    visit.close()


def refusals(base):
    """Requests that no form of ours would send."""
    def status(path, method="GET", headers=None, body=None):
        request = urllib.request.Request(base + path, method=method, headers=headers or {}, data=body)
        try:
            return urllib.request.urlopen(request).status
        except urllib.error.HTTPError as error:
            return error.code
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in SESSION["cookies"])
    signed_in = {"Cookie": cookies}
    form = {"Content-Type": "application/x-www-form-urlencoded", **signed_in}
    check(status("/samples/staff", "POST", body=b"token=x") == 401, "without a session nothing is changed")
    check(status("/samples/staff", "POST", form, b"token=x") == 403, "a form without our token is refused")
    check(status("/", headers={"Host": "evil.example"}) == 421, "a foreign host name is refused")
    check(status("/analyses/..%2f..%2fetc", headers=signed_in) == 404, "odd ids are not found")
    check(status("/analyses/zzz/files/list.xlsx", headers=signed_in) == 404, "missing files are not found")


def main():
    with server() as (base, data), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=pictures.BROWSER)
        first_start(browser, base, data)
        refusals(base)
        for language in sys.argv[1:] or ("zh", "en"):
            address, report = walk(browser, base, language)
            variants(browser, address, base, language, report)
        staff(browser, base, data)
        without_script(browser, base)
        by_keyboard(browser, base)
        uploads(browser, base, data)
        browser.close()
    print(f"{checked - len(problems)} passed, {len(problems)} failed")
    sys.exit(1 if problems else 0)


main()
