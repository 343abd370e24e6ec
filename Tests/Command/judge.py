"""What check.sh cannot say in shell: small judgements on written files. Standard library only."""

import csv
import gzip
import json
import os
import random
import re
import sqlite3
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile


def predictions(path, rows):
    with open(path, newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["repeat", "fold", "row", "prediction"], lines[0]
    assert len(lines) - 1 == int(rows), f"{len(lines) - 1} predictions for {rows} rows"
    assert sorted(int(line[2]) for line in lines[1:]) == list(range(int(rows))), "rows are not 0, 1, 2, …"
    assert all(0 < float(line[3]) < 1 for line in lines[1:]), "a prediction outside 0…1"


def document(path, *wanted):
    with open(path, encoding="utf-8") as file:
        found = json.load(file, parse_constant=lambda word: sys.exit(f"{word} is no JSON"))
    assert found["format"] == "tenure.analysis/1", found["format"]
    for condition in wanted:
        key, _, value = condition.partition("=")
        place = found
        for part in key.split("."):
            place = place[part]
        assert value == "" or str(place) == value, f"{key} is {place}"
        assert place not in (None, [], ""), f"{key} is empty"


def report(path, language):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert re.search(rf'<html[^>]*\blang="{language}', text), "no language"
    assert not re.search(r'(?:src|href|action|data)\s*=\s*["\']?\s*(?:https?:)?//', text), "loads or links to the outside"
    assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", text), "a style loads from outside"
    assert "<svg" in text and "</html>" in text, "no chart or cut short"


def workbook(path):
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None, "a damaged part"
        names = file.namelist()
    assert "xl/workbook.xml" in names and any(name.startswith("xl/worksheets/") for name in names), names


def head(source, target, rows):
    with open(source, encoding="utf-8-sig") as file, open(target, "w", encoding="utf-8") as out:
        for _, line in zip(range(int(rows) + 1), file):
            out.write(line)


def pack(source, target, cut="0"):
    with open(source, "rb") as file:
        packed = gzip.compress(file.read())
    with open(target, "wb") as out:
        out.write(packed[: len(packed) - int(cut)])


def staff(path, encoding, rows="600"):
    """A staff list with known effects, for machines without the open files."""
    dice = random.Random(3)
    with open(path, "w", encoding=encoding, newline="") as file:
        out = csv.writer(file)
        out.writerow(["员工编号", "部门", "年龄", "导师评分", "培训完成率", "在职月数", "谈话", "离职"])
        for row in range(int(rows)):
            rating, training = round(dice.uniform(4, 10), 1), dice.randint(30, 100)
            talk = dice.random() < 0.5
            left = dice.random() < 1 / (1 + 2.7 ** ((rating - 6) * 0.9 + (training - 60) * 0.05 + talk))
            out.writerow([
                f"E{row:05}", dice.choice(["销售", "客服", "研发"]), dice.randint(21, 58), rating, f"{training}%",
                dice.randint(1, 60), "有" if talk else "无", "是" if left else "否",
            ])


HEADER = ["工号", "姓名", "部门", "岗位", "入职日期", "状态", "基本工资"]
ROWS = [[f"E{n:03}", f"王小{'一二三四五六七八九十'[n % 10]}", "总部/销售部" if n % 2 else "总部/客服部", "销售代表", f"2023-{n % 12 + 1:02}-01",
         "在职", "8000"] for n in range(1, 31)]


def write_sheet(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER] + rows)


def staff_sheet(path):
    write_sheet(path, ROWS)


def messy_staff_sheet(path):
    good, bad = ["E901", *ROWS[0][1:]], ["E902", *ROWS[1][1:]]
    bad[4] = "2023-13-01"
    write_sheet(path, [good, bad])


def content(path):
    """The lines of a dump without what an export itself leaves behind: its own audit entry, and counters of ids."""
    tables, name = {}, None
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#table"):
                name = line.split()[1]
                tables[name] = [line]
            elif line.startswith("#"):
                continue
            elif name not in ("audit_entries", "audit_head", "audit_words", "jobs", "job_plans", "sign_in_attempts"):
                tables[name].append(line)
    return tables


def same_content(first, second):
    first, second = content(first), content(second)
    assert first.keys() == second.keys(), "other tables"
    for name in first:
        assert sorted(first[name]) == sorted(second[name]), f"{name} differs"
    assert len(first["people"]) > 30, "the dumps are empty"


def tamper(path, statement):
    with sqlite3.connect(path) as database:
        assert database.execute(statement).rowcount == 1, "nothing was changed"
    database.close()


def ask(url, process, context=None):
    for _ in range(200):
        try:
            with urllib.request.urlopen(url, timeout=5, context=context) as answer:
                return answer
        except ssl.SSLError:
            raise
        except OSError:
            os.kill(int(process), 0)
            time.sleep(0.05)
    sys.exit("no answer")


def answers(port, process):
    assert ask(f"http://127.0.0.1:{port}/health", process).status == 200


def answers_tls(port, process, certificate):
    answer = ask(f"https://localhost:{port}/health", process, ssl.create_default_context(cafile=certificate))
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"], "not known to be secure"


def json_answer(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def json_of(*command):
    json_answer(*command)


def keys(*command):
    lines = {line["key"]: line for line in json_answer(*command)}
    assert lines["port"]["value"] == "9999" and lines["port"]["source"].endswith("tenure.conf, line 2"), lines["port"]
    for line in lines.values():
        assert line["explanation"] and line["source"] and line["variable"] == "TENURE_" + line["key"].upper(), line


def silent(log, sheet):
    with open(log, encoding="utf-8") as file:
        text = file.read()
    with open(sheet, encoding="utf-8") as file:
        for row in list(csv.reader(file))[1:]:
            assert row[0] not in text and row[1] not in text, "a person is in the log"


class Guest:
    """A browser of nobody's yet."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    def open(self, path, fields=None):
        body = urllib.parse.urlencode(fields).encode() if fields else None
        return self.opener.open(urllib.request.Request(self.base + path, body, {"Origin": self.base}), timeout=20)

    def roles(self):
        """Account, its words on the button, and the token of each form of the switcher."""
        page = self.open("/sign-in?lang=en").read().decode()
        return [(re.search(r'name="account" value="(\d+)"', form)[1], re.search(r"<button[^>]*>(.*?)</button>", form)[1],
                 re.search(r'name="token" value="([^"]+)"', form)[1])
                for form in re.findall(r"<form.*?</form>", page, re.S) if "/sign-in/demonstration" in form]


def demonstration(port):
    roles = Guest(port).roles()
    assert len({account for account, _, _ in roles}) == 12, f"{len(roles)} roles on the sign-in page"
    for account, words, _ in roles:
        guest = Guest(port)
        token = next(token for other, _, token in guest.roles() if other == account)
        answer = guest.open("/sign-in/demonstration", {"token": token, "account": account})
        assert answer.status == 200 and "/sign-in" not in answer.url, f"{words} does not get in: {answer.url}"
        answer = guest.open("/account")
        assert answer.url.endswith("/account"), f"{words} is not signed in: {answer.url}"
    try:
        stranger = Guest(port)
        token = stranger.roles()[0][2]
        stranger.open("/sign-in/demonstration", {"token": token, "account": "1"})
        raise AssertionError("an account that is none of the demonstration's let somebody in")
    except urllib.error.HTTPError as refused:
        assert refused.code in (400, 403, 404, 422), refused.code


def demonstration_company(path, people):
    """What a first look should find; each number on its own line, so that a failure says which."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        def value(question):
            return database.execute(question).fetchone()[0]

        people = int(people)
        employed = value("select count(*) from staff where is_employed = 1")
        assert employed == people, f"{employed} work here"
        assert value("select count(*) from people") > people * 1.1, "nobody was here before"
        assert value("select count(*) from separations") > people * 0.15, "nobody left"
        assert value("select count(*) from assignments where cause in ('transfer', 'promotion', 'newManager')") > 0, "nobody moved"
        assert value("select count(*) from metric_values") > people * 100, "nothing was measured"
        assert value("select count(*) from staff where status = 'probation'") > people * 0.03, "nobody is on probation"
        assert value("select count(*) from pay_rates") >= people, "somebody is not paid"
        assert value("select count(*) from contracts") > people * 0.8, "no contracts"
        assert value("select count(*) from staff where is_employed = 1 and contract_last between date('now') "
                     "and date('now', '+90 days')") > 0, "no contract ends soon"
        assert value("select count(*) from staff where manager_id is null") == 1, "more than one stands at the top"
        for unit in ("人力资源部", "财务部", "研发部", "销售部", "客户成功部"):
            assert value(f"select count(*) from staff where unit_names like '%{unit}%' and is_employed = 1") > 2, unit
        roles = dict(database.execute(
            "select r.code, s.unit_names || ' ' || s.position from accounts a join account_roles h on h.account_id = a.id "
            "join roles r on r.id = h.role_id join staff s on s.person_id = a.subject_id where s.is_employed = 1"))
        fitting = {"hr": "人力资源部", "recruiter": "人力资源部", "trainer": "人力资源部", "finance": "财务部", "payroll": "财务部",
                   "auditor": "财务部", "executive": "总经理", "manager": "销售总监", "mentor": "销售主管", "employee": "销售代表",
                   "customer_manager": "客户经理", "administrator": "研发部"}
        assert roles.keys() == fitting.keys(), f"nobody is behind {fitting.keys() - roles.keys()}"
        for role, words in fitting.items():
            assert words in roles[role], f"{role} is played by {roles[role]}"
        for role in ("manager", "mentor", "hr", "executive"):
            assert value("select count(*) from staff t join accounts a on a.subject_id = t.manager_id join account_roles h "
                         f"on h.account_id = a.id join roles r on r.id = h.role_id where r.code = '{role}'") > 0, f"{role} leads nobody"


if __name__ == "__main__":
    try:
        globals()[{"json": "json_of"}.get(sys.argv[1], sys.argv[1])](*sys.argv[2:])
    except (AssertionError, OSError, subprocess.CalledProcessError) as problem:
        sys.exit(str(problem))
