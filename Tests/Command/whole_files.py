"""The open files, whole (10,000 and 7,998 rows), through the import wizard of the released command.

    python3 Tests/Command/whole_files.py .build/release/tenure ../shared/data/open

A workbook with known faults is checked: each is a problem at its row and column, there is no other, and nothing is
written. Then the whole workbook is brought in, brought in again, which changes nothing, and both batches are taken back,
which leaves what was there before. OpenFileTests does the same with their first rows, in every form, on every engine.
The files as they are go in by `tenure import`, too.
"""

import csv
import datetime
import io
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import xml.sax.saxutils
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Judges"))

import company  # noqa: E402

PATIENCE = 300

# File, its rows, kind, what counts the records made of it, column of the numbers, and what is made wrong: row as the spreadsheet shows it, column, cell.
STAFF = ("messy_staff_zh.csv", 10_000, "staff", "select count(*) from people", "员工ID", [
    (3, "员工入职时间", "2019-13-01"), (10, "员工ID", ""), (18, "员工姓名", ""), (25, "员工电话", "1342025"),
    (40, "员工邮箱", "李伟的邮箱"), (77, "员工状态", "外星人"), (101, "员工离职时间", "1999-01-01"),
    (150, "员工性别", "左"), (9_000, "员工入职时间", "去年春天"), (10_001, "员工入职时间", "#REF!"),
])
PAYROLL = ("messy_payroll_zh.csv", 7_998, "pay", "select count(distinct person_id) from pay_months", "员工ID", [
    (5, "员工ID", "99999"), (9, "本月工资金额", "很多"), (12, "本月工资日期", "2025-02-30"),
    (7_999, "本月个人医疗保险金额", "#VALUE!"),
])


def read(path):
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return list(csv.reader(io.StringIO(text)))


# A workbook as a spreadsheet program keeps it: numbers as numbers, days as days.
PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        "</Types>",
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml":
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


def cell(text):
    if not text:
        return "<c/>"
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return f"<c><v>{text}</v></c>"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return f'<c s="1"><v>{(datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days}</v></c>'
        except ValueError:
            pass
    return f'<c t="inlineStr"><is><t xml:space="preserve">{xml.sax.saxutils.escape(text)}</t></is></c>'


def workbook(rows):
    sheet = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in PARTS.items():
            file.writestr(name, part)
        file.writestr(
            "xl/worksheets/sheet1.xml",
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + sheet + "</sheetData></worksheet>")
    return content.getvalue()


def proof(visitor):
    return dict(visitor.form("/imports/new", "/imports").fields)["token"]


def check(visitor, kind, content):
    """Uploads, takes the columns as guessed and waits for the check; the path of the batch."""
    answer = visitor.upload("/imports", [("token", proof(visitor)), ("kind", kind)], "whole.xlsx", content)
    assert answer.status == 303, f"upload: {answer.status}"
    batch = "/imports/" + answer.headers["location"].split("/")[2]
    answer = visitor.post(batch + "/mapping", {"token": proof(visitor)})
    assert answer.headers.get("location") == batch + "/check", f"mapping: {answer.status}"
    settle(visitor, batch)
    return batch


def settle(visitor, batch):
    until = time.monotonic() + PATIENCE
    while json.loads(visitor.get(batch + "/standing", Accept="application/json").text)["isRunning"]:
        assert time.monotonic() < until, f"the work on {batch} does not end"
        time.sleep(0.05)


def refused(visitor, batch):
    """Rows and columns of every problem that keeps a row out, page after page."""
    found, after = [], 0
    while after is not None:
        page = json.loads(visitor.get(f"{batch}/check.json?after={after}").text)
        found += [(line["row"], line.get("column")) for line in page["problems"] if line["weight"] == "refused"]
        after = page.get("next")
    return found


def commit(visitor, batch):
    # The page offers it only where there is something to bring in.
    answer = visitor.post(batch + "/commit", {"token": proof(visitor), "rows": "all"})
    assert answer.headers.get("location") == batch, f"commit: {answer.status}"
    settle(visitor, batch)


def undo(visitor, batch):
    answer = visitor.post(batch + "/undoing", {"token": proof(visitor)})
    assert answer.headers.get("location") == batch, f"undoing: {answer.status}"


# What says that something was done is not what was done; nor are counters of ids.
LEFT = ("import_", "audit_", "journal", "job", "session", "staff_state", "inbox_", "webhook", "id_blocks", "sqlite_")


def facts(data):
    """Every table as it stands."""
    with sqlite3.connect(f"file:{data / 'tenure.sqlite'}?mode=ro", uri=True, timeout=20) as base:
        names = [name for name, in base.execute("select name from sqlite_master where type = 'table'")]
        found = {name: sorted(map(hash, base.execute(f'select * from "{name}"')))
                 for name in names if not name.startswith(LEFT)}
    base.close()
    return found


def value(data, question):
    with sqlite3.connect(f"file:{data / 'tenure.sqlite'}?mode=ro", uri=True, timeout=20) as base:
        found = base.execute(question).fetchone()[0]
    base.close()
    return found


def same(first, second, what):
    differing = [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)]
    assert not differing, f"{what}: {', '.join(sorted(differing))}"


def whole(visitor, data, rows, size, kind, count, number, faults):
    heading, lines = rows[0], rows[1:]
    place = heading.index(number)
    assert len({line[place] for line in lines}) == len(lines) == size, f"{len(lines)} rows"

    wrong = [list(line) for line in lines]
    for row, column, text in faults:
        wrong[row - 2][heading.index(column)] = text
    before = facts(data)
    found = refused(visitor, check(visitor, kind, workbook([heading] + wrong)))
    assert found == [(row, column) for row, column, _ in faults], found
    same(before, facts(data), "a check has written")

    content = workbook(rows)
    first = check(visitor, kind, content)
    assert refused(visitor, first) == [], "there is nothing wrong"
    commit(visitor, first)
    assert "已导入" in visitor.get(first).text
    after = facts(data)
    made = value(data, count)
    assert made == len(lines), f"{made} records"
    second = check(visitor, kind, content)
    assert "没有任何变化" in visitor.get(second + "/check").text
    commit(visitor, second)
    same(after, facts(data), "a second time has changed something")
    # Whatever builds on it comes and goes.
    yield
    undo(visitor, second)
    same(after, facts(data), "taking back what changed nothing has changed something")
    undo(visitor, first)
    same(before, facts(data), "what was taken back is still there")


def by_command(folder, data):
    """Nothing is refused, every row is there, and the same file again changes nothing."""
    for (name, size, kind, *_), fresh in ((STAFF, True), (STAFF, False), (PAYROLL, True), (PAYROLL, False)):
        done = subprocess.run(
            [company.BINARY, "import", kind, folder / name, "--json", "--data", data], capture_output=True, text=True)
        assert done.returncode == 0, f"import of {name} ends with {done.returncode}: {done.stdout[:500]} {done.stderr[:500]}"
        found = json.loads(done.stdout)
        wanted = {"created": size if fresh else 0, "unchanged": 0 if fresh else size, "updated": 0}
        assert found["counts"] == wanted and found["refusedRows"] == 0, f"{name}: {found['counts']}, {found['refusedRows']} refused"


def main():
    company.BINARY, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="tenure-whole-") as data:
        by_command(folder, data)
    with company.server() as (port, data):
        visitor = company.account_of_every_role(data, port)["hr"]
        visitor.cookies["tenure_language"] = "zh"
        # Pay is of those who are there: the payroll comes and goes while the staff is in.
        begun = []
        for name, *rest in (STAFF, PAYROLL):
            begun.append(whole(visitor, data, read(folder / name), *rest))
            next(begun[-1])
        for steps in reversed(begun):
            for _ in steps:
                pass
    print("Two whole files: in, again, and out")


main()
