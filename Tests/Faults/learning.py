"""Kills the server while it learns from the demonstration company, and looks after each kill whether what is in force is whole.

learning.py TENURE FOLDER [KILLS]

At the end the server is left alone and has to have learned, scored and listed everything.
"""

import os
import random
import socket
import sqlite3
import subprocess
import sys
import time

HALVES = {
    "models in force that are not there":
        "select count(*) from risk_programmes p where p.model_id is not null"
        " and not exists (select 1 from risk_models m where m.id = p.model_id)",
    "runs in force that are not complete":
        "select count(*) from risk_programmes p join risk_runs r on r.id = p.run_id where r.is_complete = 0",
    "complete runs that list fewer people than they counted":
        "select count(*) from risk_programmes p join risk_runs r on r.id = p.run_id join ("
        " select run_id, count(*) as listed from risk_scores group by run_id) s on s.run_id = r.id"
        " where s.listed <> (select sum(value) from json_each('[' || r.tiers || ']'))",
    "snapshots without a fact":
        "select count(*) from snapshots s where not exists (select 1 from snapshot_columns c where c.snapshot_id = s.id)",
    "signals open twice":
        "select count(*) from (select 1 from signal_hits where until_day is null group by signal, subject_id"
        " having count(*) > 1)",
}


def ask(folder, query):
    database = sqlite3.connect(f"file:{folder}/tenure.sqlite?mode=ro", uri=True, timeout=30)
    try:
        return database.execute(query).fetchone()[0]
    finally:
        database.close()


def look(folder):
    for what, query in HALVES.items():
        count = ask(folder, query)
        if count:
            sys.exit(f"{count} {what}")


def serve(program, folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return subprocess.Popen(
        [program, "serve", "--data", folder, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    program, folder = sys.argv[1:3]
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    dice = random.Random(int(os.environ.get("STORM_SEED", "1")))
    subprocess.run([program, "demo", "--data", folder, "--people", "200", "--months", "18"], check=True,
                   stdout=subprocess.DEVNULL)
    for _ in range(kills):
        server = serve(program, folder)
        time.sleep(dice.uniform(1, 20))
        if server.poll() is not None:
            sys.exit("the server does not start again")
        server.kill()
        server.wait()
        look(folder)
        # The lease of a dead server is over sooner than it was given for, and it dies more often than a server may.
        database = sqlite3.connect(folder + "/tenure.sqlite", timeout=30)
        with database:
            database.execute("update jobs set lease_until = 0, attempts = 0 where state = 'running'")
        database.close()
    server = serve(program, folder)
    until = time.monotonic() + 1_800
    while ask(folder, "select count(*) from jobs where kind like 'retention.%' and state in ('waiting', 'running')"):
        if time.monotonic() > until or server.poll() is not None:
            server.kill()
            sys.exit("the jobs do not end")
        time.sleep(1)
    server.terminate()
    server.wait()
    look(folder)
    failed = ask(folder, "select count(*) from jobs where kind like 'retention.%' and state = 'failed'")
    people = ask(folder, "select count(*) from risk_scores")
    if failed or not people:
        sys.exit(f"{failed} jobs failed, {people} people have a score")
    print(f"learning: {kills} kills, {people} scores, nothing half")


main()
