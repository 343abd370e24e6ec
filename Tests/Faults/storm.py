"""Kills a process that writes to a company at random moments, and holds what it had confirmed against what is there.

storm.py PROGRAM FOLDER DATABASE KILLS [RESTART]

PROGRAM is the built `storm`; DATABASE is `sqlite` or a server's address and a schema; RESTART is a shell command that
restarts the server as after a crash, done between the kills a few times while a process writes.
"""

import os
import random
import subprocess
import sys
import threading
import time


class Run:
    """One process, from its start to its death. `lines` are what it had confirmed."""

    def __init__(self, program, mode, folder, database, number):
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [program, mode, folder, database, str(number)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.lines = []
        self.ready = threading.Event()
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            # A line cut off in the middle was not said.
            if not line.endswith("\n"):
                break
            if line == "ready\n":
                self.ready.set()
            else:
                self.lines.append(line)
        self.ready.set()

    def end(self, seconds=60):
        """Waits for the end and returns what it said on standard error."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise SystemExit("the process neither began nor ended within %d seconds" % seconds)
        self.reader.join()
        return self.process.stderr.read()


def fail(run, said):
    broken = [line for line in run.lines if line.startswith(("broken", "failed"))]
    raise SystemExit("".join(broken) or said or "the process ended by itself (%s)" % run.process.returncode)


def check(program, folder, database, number):
    """Everything holds, and jobs that were interrupted end; the clock is far enough for them to be taken over."""
    run = Run(program, "check", folder, database, number)
    said = run.end(180)
    if run.process.returncode != 0:
        fail(run, said)
    return "".join(run.lines).strip()


def storm(program, folder, database, kills, restart):
    ledger_path = os.path.join(folder, "confirmed")
    confirmed = restarts = 0
    kinds = {}
    with open(ledger_path, "a") as ledger:
        for number in range(1, kills + 1):
            run = Run(program, "write", folder, database, number)
            if number % 8 == 0:
                # Also while the database is being opened and checked.
                time.sleep(random.uniform(0, 0.3))
            else:
                if not run.ready.wait(60):
                    run.process.kill()
                    fail(run, "the process was not ready after 60 seconds")
                if run.process.poll() is not None:
                    fail(run, run.end())
                if restart and number % (kills // 4) == 0:
                    time.sleep(0.3)
                    subprocess.run(["bash", "-c", restart], check=True)
                    before = len(run.lines)
                    until = time.monotonic() + 20
                    while len(run.lines) == before and time.monotonic() < until:
                        time.sleep(0.05)
                    if len(run.lines) == before:
                        run.process.kill()
                        fail(run, "nothing was written any more after the server came back")
                    restarts += 1
                time.sleep(random.choice([0.02, 0.1, 0.5, 1.5]) * random.random())
            ended = run.process.poll()
            run.process.kill()
            said = run.end()
            if ended is not None or any(line.startswith(("broken", "failed")) for line in run.lines):
                fail(run, said)
            for line in run.lines:
                kinds[line.split()[0]] = kinds.get(line.split()[0], 0) + 1
            confirmed += len(run.lines)
            ledger.writelines(run.lines)
            ledger.flush()
    said = check(program, folder, database, kills + 10)
    print("%d kills, %d restarts of the server: %s" % (kills, restarts, said))
    print("  " + ", ".join("%d %s" % (count, kind) for kind, count in sorted(kinds.items())))
    # Imports take longer than most runs last: of them a short storm may see none.
    missing = {"hire", "move", "note", "job"} - kinds.keys()
    if confirmed < kills or missing:
        raise SystemExit("too little was written to prove anything" + ": no %s" % ", no ".join(sorted(missing)) * bool(missing))


if __name__ == "__main__":
    seed = int(os.environ.get("STORM_SEED", time.time_ns() % 1_000_000))
    random.seed(seed)
    print("seed %d" % seed)
    storm(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5] if len(sys.argv) > 5 else None)
