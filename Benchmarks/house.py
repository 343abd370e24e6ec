"""Speed of the web application. See house.sh."""
import html, http.cookiejar, json, os, pathlib, re, shutil, signal, socket, sqlite3, statistics, subprocess, sys, tempfile, time
import urllib.error, urllib.parse, urllib.request

FOLDER = pathlib.Path(".build/release").resolve()
VISITORS, SECONDS, PAUSE = 16, 5, 20


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Program:
    """A server of ours from its start to its end."""

    running = []

    def __init__(self, arguments, path):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.said = tempfile.NamedTemporaryFile("w+", suffix=".log")
        begun = time.monotonic()
        self.process = subprocess.Popen([str(a).replace("PORT", str(self.port)) for a in arguments], stdout=self.said, stderr=subprocess.STDOUT)
        self.running.append(self)
        while True:
            try:
                urllib.request.urlopen(self.base + path, timeout=5).read()
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() - begun > 60:
                    sys.exit(pathlib.Path(self.said.name).read_text())
                time.sleep(0.005)
        self.seconds_to_start = time.monotonic() - begun

    def memory(self, what="VmRSS"):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(what + r":\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.running.remove(self)


class Visitor:
    def __init__(self, program):
        self.program, self.jar = program, http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def seconds(self, path):
        begun = time.monotonic()
        try:
            self.opener.open(self.program.base + path).read()
        except urllib.error.HTTPError as error:
            sys.exit(f"{path}: {error.code}")
        return time.monotonic() - begun

    @property
    def cookies(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)


def sign_in(program, visitor, role="Administrator"):
    """Through the demonstration's switcher."""
    page = visitor.opener.open(program.base + "/sign-in?lang=en").read().decode()
    forms = [form for form in re.findall(r"<form.*?</form>", page, re.S) if 'action="/sign-in/demonstration"' in form]
    form = next(form for form in forms if f">{role} ·" in form)
    fields = {name: html.unescape(re.search(rf'name="{name}" value="([^"]*)"', form).group(1)) for name in ("token", "account")}
    body = urllib.parse.urlencode(fields).encode()
    visitor.opener.open(urllib.request.Request(program.base + "/sign-in/demonstration", body, {"Origin": program.base})).read()
    if "/sign-in" in visitor.opener.open(program.base + "/account?lang=zh").url:
        sys.exit("not signed in")


def load(program, paths, cookies="", paced=False, seconds=SECONDS):
    """Requests per second, and the 50th and 99th percentile in milliseconds as the visitor sees them.

    Paced visitors pause between two pages, so that the figures are those of a server with time left."""
    script = tempfile.NamedTemporaryFile("w", suffix=".lua")
    script.write("local paths = {" + ",".join(json.dumps(path) for path in paths) + "}\nlocal turn = 0\n")
    script.write("request = function() turn = turn + 1; return wrk.format('GET', paths[turn % #paths + 1]) end\n")
    if paced:
        script.write(f"delay = function() return math.random(0, {2 * PAUSE}) end\n")
    script.write("done = function(summary, latency) io.write(string.format('FIGURES %d %d %f %f %d\\n', summary.requests, "
                 "summary.duration, latency:percentile(50), latency:percentile(99), summary.errors.status)) end\n")
    script.flush()
    said = subprocess.run(["wrk", "-t1", f"-c{VISITORS}", f"-d{seconds}s", "-s", script.name, "-H", f"Cookie: {cookies}", program.base],
                          check=True, capture_output=True, text=True).stdout
    requests, duration, half, most, errors = map(float, re.search(r"FIGURES (.*)", said).group(1).split())
    if errors:
        sys.exit(f"{paths[0]}: {int(errors)} of {int(requests)} answers are errors")
    if not requests:
        return 0, float("inf"), float("inf")
    return requests / duration * 1e6, half / 1000, most / 1000


def main():
    people = int(sys.argv[1])
    sys.stdout.reconfigure(line_buffering=True)
    # Nothing of the machine's own configuration.
    for name in [name for name in os.environ if name.startswith("TENURE_")]:
        del os.environ[name]
    os.environ["TENURE_CONFIG"] = ""
    data = pathlib.Path(tempfile.mkdtemp(prefix="tenure-house-"))
    try:
        tenure = FOLDER / "tenure"
        begun = time.monotonic()
        subprocess.run([tenure, "demo", "--people", str(people), "--data", data], check=True, stdout=subprocess.DEVNULL)
        print(f"{people:,} people loaded in {time.monotonic() - begun:.1f} s")
        serve = [tenure, "serve", "--data", data, "--port", "PORT"]
        starts = []
        for _ in range(5):
            program = Program(serve, "/health")
            starts.append(program.seconds_to_start)
            program.stop()
        program = Program(serve, "/health")
        print(f"start to the first answer: {statistics.median(starts):.2f} s (goal: at most 1)")
        visitor = Visitor(program)
        sign_in(program, visitor)
        # Where HR sees more than an administrator, who has only his own contract.
        staff = Visitor(program)
        sign_in(program, staff, "HR")
        who = lambda name: staff if name in ("/", "/contracts", "/quality") else visitor
        bare = Program([FOLDER / "bare-directory", data / "tenure.sqlite", "PORT"], "/people")
        database = sqlite3.connect(f"file:{data}/tenure.sqlite?mode=ro", uri=True)
        some = [row[0] for row in database.execute(
            "select person_id from (select person_id, row_number() over (order by sort_key, person_id) as place from staff "
            "where is_employed = 1) where place % 50 = 0")]
        database.close()
        directory = [f"/people?after={person}" for person in some]
        pages = {
            "/people, first page": ["/people"], "/people, all pages": directory, "/people/{id}": [f"/people/{person}" for person in some],
            "/units": ["/units"], "/search": [f"/search?q={word}" for word in ("wang", "liwei", "zf", "chen", "zhao", "E0001")],
            "/": ["/"], "/inbox": ["/inbox"], "/jobs": ["/jobs"], "/audit": ["/audit"], "/imports": ["/imports"],
            "/headcount": ["/headcount"], "/contracts": ["/contracts"], "/quality": ["/quality"],
        }
        print("\none visitor alone: seconds")
        for name, paths in pages.items():
            print(f"{name:<24}{who(name).seconds(paths[0]):>8.3f}")
        print(f"\n{VISITORS} visitors, each pausing {PAUSE} ms between pages: milliseconds as the visitor sees them (goal: 50 % at most 3, 99 % at most 15)")
        for name, paths in pages.items():
            load(program, paths, who(name).cookies, paced=True, seconds=2)
            rate, half, most = load(program, paths, who(name).cookies, paced=True)
            print(f"{name:<24}{half:>8.2f}{most:>8.2f}   at {rate:,.0f}/s")
        print(f"\n{VISITORS} visitors without pause: pages per second")
        ratios = []
        for _ in range(3):
            ours, reference = load(program, directory, visitor.cookies)[0], load(bare, directory)[0]
            ratios.append(ours / reference)
            print(f"directory {ours:>8,.0f}   bare handler {reference:>8,.0f}   {ratios[-1]:.2f} (goal: at least 0.5 and 3,000)")
        for name, paths in pages.items():
            print(f"{name:<24}{load(program, paths, who(name).cookies, seconds=3)[0]:>8,.0f}")
        print(f"\nresident after all this: {program.memory():.0f} MB, at most {program.memory('VmHWM'):.0f} MB (goal: at most 250)")
        bare.stop()
        program.stop()
    finally:
        for program in list(Program.running):
            program.process.kill()
        shutil.rmtree(data, ignore_errors=True)


main()
