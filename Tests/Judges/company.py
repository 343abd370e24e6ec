"""A server of its own on a folder of its own, with a company in it and an account for every role there is."""
import base64
import contextlib
import functools
import hashlib
import http.client
import json
import os
import pathlib
import secrets
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse
from datetime import date, timedelta

from page import Page

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("TENURE_BINARY", ROOT / ".build/release/tenure"))


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def type(self):
        return self.headers.get("content-type", "")

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @functools.cached_property
    def page(self):
        return Page(self.text)


class Visitor:
    """Somebody with cookies and one connection that stays open."""

    def __init__(self, port, cookies=None, headers=None):
        self.port, self.cookies, self.headers = port, dict(cookies or {}), dict(headers or {})
        self.connection = None

    def ask(self, method, path, body=None, headers=None):
        head = {"Host": f"127.0.0.1:{self.port}", "Accept": "text/html", **self.headers, **(headers or {})}
        if self.cookies:
            head["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        for attempt in (1, 2):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.connection.request(method, path, body, head)
                response = self.connection.getresponse()
                answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
                break
            except (http.client.HTTPException, ConnectionError, OSError):
                self.connection = None
                if attempt == 2:
                    raise
        for line in response.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            if "max-age=0" in line.lower():
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, headers=headers)

    def post(self, path, fields):
        body = urllib.parse.urlencode(fields)
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path, fields, name, content):
        edge = "edge" + secrets.token_hex(8)
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in fields]
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
                     f"Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
        body = b"".join(parts) + f"--{edge}--\r\n".encode()
        return self.ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def form(self, path, ending):
        """The form of a page whose action ends so, with the values it shows."""
        for form in self.get(path).page.forms:
            if form.method == "post" and urllib.parse.urlsplit(form.action).path.endswith(ending):
                return form
        raise SystemExit(f"{path} has no form for {ending}")

    def submit(self, path, ending, **changes):
        form = self.form(path, ending)
        fields = [(name, value) for name, value in form.fields if name not in changes] + list(changes.items())
        return self.post(form.action, fields)


@contextlib.contextmanager
def server(keep=None):
    """Yields the port and the data folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = pathlib.Path(keep or tempfile.mkdtemp(prefix="tenure-judges-"))
    said = data / "said.txt"
    with said.open("wb") as output:
        # What is set for the test is no configuration of the server.
        plain = {name: value for name, value in os.environ.items() if not name.startswith("TENURE_")}
        process = subprocess.Popen(
            [BINARY, "serve", "--port", str(port), "--data", data], stdout=output, stderr=subprocess.STDOUT, env=plain)
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                visitor = Visitor(port)
                if visitor.get("/health").status == 200:
                    break
            if process.poll() is not None:
                raise SystemExit("the server did not start:\n" + said.read_text()[:2000])
            time.sleep(0.05)
        else:
            raise SystemExit("the server did not answer:\n" + said.read_text()[:2000])
        yield port, data
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
        if not keep:
            shutil.rmtree(data, ignore_errors=True)


PASSWORD = "river-stone-42-lamp"


def administrator(port, data):
    """Whoever opens the link that was printed."""
    link = next(line.strip() for line in (data / "said.txt").read_text().splitlines() if "/set-up/" in line)
    path = urllib.parse.urlsplit(link).path
    visitor = Visitor(port)
    form = visitor.get(path).page.forms[-1]
    values = {"login": "lin.yue", "name": "Lin Yue"}
    fields = [(name, values.get(name, PASSWORD if name in ("password", "again") else value)) for name, value in form.fields]
    answer = visitor.post(form.action or path, fields)
    if answer.status != 303 or "tenure_session" not in visitor.cookies:
        raise SystemExit(f"set-up: {answer.status}")
    return visitor


def bring(visitor, kind, name, content, commit=True):
    """Walks the import wizard; the path of the batch."""
    token = visitor.form("/imports/new", "/imports").fields[0][1]
    answer = visitor.upload("/imports", [("token", token), ("kind", kind)], name, content)
    if answer.status != 303:
        raise SystemExit(f"upload of {name}: {answer.status}")
    batch = "/imports/" + answer.headers["location"].split("/")[2]
    visitor.submit(batch + "/mapping", "/mapping")
    visitor.submit(batch + "/check", "/check")
    settle(visitor, batch)
    if commit:
        answer = visitor.submit(batch + "/check", "/commit")
        if answer.status != 303:
            raise SystemExit(f"commit of {name}: {answer.status}")
        settle(visitor, batch)
    return batch


def settle(visitor, batch):
    for _ in range(600):
        if not json.loads(visitor.get(batch + "/standing", Accept="application/json").text).get("isRunning"):
            return
        time.sleep(0.05)
    raise SystemExit(f"{batch} does not come to an end")


def account_of_every_role(data, port):
    """A session for each role the program knows, for the whole company, tied to somebody who works there."""
    found = {}
    base = sqlite3.connect(data / "tenure.sqlite", timeout=20)
    now = int(time.time() * 1000)
    with base:
        roles = base.execute("select id, code from roles order by id").fetchall()
        people = [row[0] for row in base.execute(
            "select person_id from staff where is_employed = 1 and person_id not in "
            "(select subject_id from accounts where subject_id is not null) order by person_id")]
        for place, (role, code) in enumerate(roles):
            account, token = 900_000_000 + place, secrets.token_bytes(32)
            subject = people[place] if place < len(people) else None
            base.execute("insert into accounts (id, login, name, subject_id, created_at) values (?, ?, ?, ?, ?)",
                         (account, f"judge-{code}", code.replace("_", " ").title(), subject, now))
            base.execute("insert into account_roles (account_id, role_id, unit_id) values (?, ?, 0)", (account, role))
            base.execute(
                "insert into sessions (id, token_hash, account_id, started_at, expires_at, idle_until, address, agent) "
                "values (?, ?, ?, ?, ?, ?, '', '')",
                (910_000_000 + place, hashlib.sha256(token).digest(), account, now, now + 43_200_000, now + 7_200_000))
            text = base64.urlsafe_b64encode(token).rstrip(b"=").decode()
            found[code] = Visitor(port, {"tenure_session": text})
    base.close()
    if not found:
        raise SystemExit("the program knows no role")
    return found


def token_of(data, login):
    """An API token with every scope of the account's roles."""
    random = secrets.token_bytes(32)
    short = lambda data: base64.b32encode(data).decode().rstrip("=").lower()
    text = "tnr_" + short(random) + short(hashlib.sha256(b"tnr_checksum" + random).digest()[:5])
    base = sqlite3.connect(data / "tenure.sqlite", timeout=20)
    now = int(time.time() * 1000)
    with base:
        account = base.execute("select id from accounts where login = ?", (login,)).fetchone()[0]
        scopes = ",".join(row[0] for row in base.execute(
            "select distinct g.capability from role_grants g join account_roles r on r.role_id = g.role_id where r.account_id = ?",
            (account,)))
        base.execute(
            "insert into api_tokens (id, token_hash, account_id, name, hint, scopes, created_at, expires_at) "
            "values (920000000, ?, ?, 'Judge', ?, ?, ?, ?)",
            (hashlib.sha256(b"tnr_" + random).digest(), account, text[:8] + "…", scopes, now, now + 86_400_000))
    base.close()
    return text


def latin_staff():
    """A staff sheet without a Chinese character, so that one on an English page is a word that was not translated."""
    today = date.today()
    lines = ["Employee ID,Name,Department,Position,Level,Manager,Gender,Date of Birth,Mobile,Work email,Employment type,Status,"
             "Hire date,Probation end,Confirmation date,Contract type,Contract start,Contract end,Base pay,Last day,"
             "Kind of leaving,Reason for leaving"]
    first = "Anna Boris Clara David Erika Felix Greta Henry Irene Jonas Karla Lukas Marta Niels Olga Peter".split()
    last = "Keller Brandt Novak Fischer Lindqvist Moreau Santos Okafor".split()
    for place in range(48):
        unit = ["Northwind", "Northwind/Sales", "Northwind/Sales/East", "Northwind/Sales/West", "Northwind/Service"][
            0 if place == 0 else 1 if place < 3 else 2 + place % 3]
        manager = "" if place == 0 else "N001" if place < 3 else f"N00{2 + place % 2}"
        hired = today - timedelta(days=[1500, 700, 40, 380][place % 4])
        trial = hired + timedelta(days=89)
        left = today - timedelta(days=20 + place) if place % 11 == 9 else None
        end = today + timedelta(days=[300, 20, 50, 80][place % 4]) if place % 5 else None
        pay = "" if place % 13 == 5 else f"{6000 + 250 * place}.00"
        lines.append(",".join([
            f"N{place + 1:03d}", f"{first[place % 16]} {last[place // 6]}", unit, "Sales Agent" if place else "Director", f"P{1 + place % 4}",
            manager, "Male" if place % 2 else "Female", f"19{70 + place % 30}-0{1 + place % 9}-1{place % 9}", f"138000{place:05d}",
            f"n{place + 1}@northwind.example", "Full-time", "terminated" if left else "active" if trial < today else "probationary",
            hired.isoformat(), trial.isoformat(), (trial + timedelta(days=1)).isoformat() if trial < today else "",
            "fixed term" if end else "open-ended", hired.isoformat(), end.isoformat() if end else "", pay,
            left.isoformat() if left else "", "resignation" if left else "", "career" if left else ""]))
    return ("\n".join(lines) + "\n").encode()


def chinese_staff():
    """The usual sheet, with short and with long names, somebody without a unit's head, and days that come near."""
    today = date.today()
    lines = ["工号,姓名,部门,岗位,职级,直属上级,性别,出生日期,手机号,工作邮箱,用工形式,状态,入职日期,试用期到期日,转正日期,合同类型,合同起始日期,"
             "合同到期日期,学历,毕业院校,紧急联系人,紧急联系人电话,基本工资,离职日期,离职类型,离职原因"]
    family, given = "王李张刘陈杨赵黄周吴徐孙", ["建国", "敏", "静怡", "海燕", "子涵", "俊杰", "晓彤", "国强"]
    units = ["远山教育", "远山教育/销售中心", "远山教育/销售中心/华东大区", "远山教育/销售中心/华东大区/上海浦东直营一部", "远山教育/销售中心/华南大区",
             "远山教育/客户服务部", "远山教育/人力资源与行政管理部"]
    for place in range(64):
        unit = units[0] if place == 0 else units[1] if place < 3 else units[2 + place % 5]
        name = "阿卜杜热西提·麦麦提江" if place == 7 else "欧阳明月" if place == 8 else family[place % 12] + given[place // 8]
        manager = "" if place == 0 else "Y001" if place < 3 else f"Y00{2 + place % 2}"
        hired = today - timedelta(days=[1500, 700, 40, 380][place % 4] + place)
        trial = hired + timedelta(days=89)
        left = today - timedelta(days=20 + place) if place % 11 == 9 else None
        end = today + timedelta(days=[300, 20, 50, 80][place % 4]) if place % 5 else None
        lines.append(",".join([
            f"Y{place + 1:03d}", name, unit, ["课程顾问", "客户成功经理", "高级销售代表（大客户）"][place % 3] if place else "总经理", f"P{1 + place % 4}",
            manager, "男" if place % 2 else "女", f"19{70 + place % 30}-0{1 + place % 9}-1{place % 9}", f"138000{place:05d}",
            f"y{place + 1}@yuanshan.example", "全职", "离职" if left else "在职" if trial < today else "试用", hired.isoformat(),
            trial.isoformat(), (trial + timedelta(days=1)).isoformat() if trial < today else "", "固定期限" if end else "无固定期限",
            hired.isoformat(), end.isoformat() if end else "", "本科", "浙江工业大学", "李明", f"139000{place:05d}",
            "" if place % 13 == 5 else f"{6000 + 250 * place}.00", left.isoformat() if left else "", "主动离职" if left else "",
            "职业发展" if left else ""]))
    return ("\n".join(lines) + "\n").encode()


def furnish(visitor, staff):
    """Something on every page: people, a refused sheet, an uploaded one, a sheet to analyse."""
    bring(visitor, "staff", "staff.csv", staff)
    bring(visitor, "staff", "refused.csv", staff.replace(b"active", b"whatever", 3).replace("在职".encode(), "不明".encode(), 3), commit=False)
    token = visitor.form("/imports/new", "/imports").fields[0][1]
    rows = "".join(f"{place},{place % 7},{'Yes' if place % 7 > 4 else 'No'}\n" for place in range(300))
    visitor.upload("/analyses", [("token", token)], "left.csv", ("Number,Delays,Left\n" + rows).encode())
