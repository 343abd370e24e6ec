"""Kills the server while it learns from the demonstration company, and looks after each kill whether what is in force is whole.

learning.py TENURE FOLDER [KILLS]

Each kill comes while a job runs. Those of the first half come before anything was learned: the next server has to go on by
itself. Then it is learned again: the last good model stays in force, with the scores made by it, until somebody decides. The
last quarter comes while everybody is scored again: whole scores are in force at any time. In between and at the end the
server is left alone and has to have learned, scored and listed everything, nothing of it twice.
"""

import collections
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
    "models in force without what they learned":
        "select count(*) from risk_programmes p join risk_models m on m.id = p.model_id"
        " where m.verdict in ('predicts', 'nothing') and (m.file is null or length(m.file) = 0)",
    "runs in force that are not complete":
        "select count(*) from risk_programmes p join risk_runs r on r.id = p.run_id where r.is_complete = 0",
    "complete runs that list other people than they counted":
        "select count(*) from risk_programmes p join risk_runs r on r.id = p.run_id left join ("
        " select run_id, count(*) as listed from risk_scores group by run_id) s on s.run_id = r.id"
        " where coalesce(s.listed, 0) <> (select sum(value) from json_each('[' || r.tiers || ']'))",
    "snapshots without a fact":
        "select count(*) from snapshots s where not exists (select 1 from snapshot_columns c where c.snapshot_id = s.id)",
    "signals open twice":
        "select count(*) from (select 1 from signal_hits where until_day is null group by signal, subject_id"
        " having count(*) > 1)",
}
# Of a server that lives: `kill` ends the lease of a dead one.
UNDER_WAY = "select kind from jobs where kind like 'retention.%' and state = 'running' and lease_until > 0 order by kind"
LEFT = "select count(*) from jobs where kind like 'retention.%' and state in ('waiting', 'running')"
IN_FORCE = "select code, model_id, run_id from risk_programmes order by code"
MODELS = "select programme, count(*) from risk_models group by programme order by programme"
TRAINING, SCORING = "retention.training", "retention.scoring"
PATIENCE = 1_800


def ask(folder, query):
    database = sqlite3.connect(f"file:{folder}/tenure.sqlite?mode=ro", uri=True, timeout=30)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def change(folder, command):
    """The count of rows it changed."""
    database = sqlite3.connect(folder + "/tenure.sqlite", timeout=30)
    with database:
        count = database.execute(command).rowcount
    database.close()
    return count


def look(folder):
    for what, query in HALVES.items():
        count = ask(folder, query)[0][0]
        if count:
            sys.exit(f"{count} {what}")


def serve(program, folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return port, subprocess.Popen(
        [program, "serve", "--data", folder, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def answers(port):
    with socket.socket() as visitor:
        return visitor.connect_ex(("127.0.0.1", port)) == 0


def until(server, what, is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        if server.poll() is not None or time.monotonic() > end:
            server.kill()
            sys.exit(what)
        time.sleep(0.01)


def kill(program, folder, dice, kind=None):
    """Starts a server and kills it while it works at a job, of that kind if one is named; what it worked at."""
    _, server = serve(program, folder)

    def has_begun():
        # A short job may have come to its end between two looks.
        return any(kind in (None, row[0]) for row in ask(folder, UNDER_WAY)) or not waits(folder, kind)

    until(server, f"the server does not begin {kind or 'to work'}", has_begun)
    time.sleep(dice.choice((0, 0.02)) if kind == SCORING else dice.choice((0.3, 3)) * dice.random())
    if server.poll() is not None:
        sys.exit("the server ended by itself")
    server.kill()
    server.wait()
    under_way = ask(folder, UNDER_WAY)
    # The lease of a dead server is over sooner than it was given for, and it dies more often than a server may.
    change(folder, "update jobs set lease_until = 0, attempts = 0 where state = 'running'")
    look(folder)
    return under_way[0][0] if under_way else "between jobs"


def waits(folder, kind):
    """Whether there is work, of that kind if one is named."""
    return ask(folder, LEFT + (f" and kind = '{kind}'" if kind else "")) != [(0,)]


def again(folder, kind):
    """Lets the last job of the kind come once more; how many did, none while it is still under way."""
    return change(
        folder, "update jobs set state = 'waiting', run_at = 0, attempts = 0, checkpoint = null, share = null, ended_at = null"
        f" where id = (select max(id) from jobs where kind = '{kind}') and state = 'done'")


def finish(program, folder):
    """A server left alone does what there is to do."""
    port, server = serve(program, folder)
    until(server, "the jobs do not end", lambda: answers(port) and not waits(folder, None))
    server.terminate()
    if server.wait(60) != 0:
        sys.exit(f"the server did not end well: {server.returncode}")
    look(folder)
    failed = ask(folder, "select kind, failure_en from jobs where kind like 'retention.%' and state = 'failed'")
    if failed:
        sys.exit(f"failed: {failed}")
    in_force = ask(folder, IN_FORCE)
    if not in_force or any(model is None or run is None for _, model, run in in_force):
        sys.exit(f"not everything was learned and scored: {in_force}")
    return in_force


def main():
    program, folder = sys.argv[1:3]
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    dice = random.Random(int(os.environ.get("STORM_SEED", "1")))
    subprocess.run([program, "demo", "--data", folder, "--people", "200", "--months", "18"], check=True,
                   stdout=subprocess.DEVNULL)
    hit = collections.Counter()
    for _ in range(kills // 2):
        if waits(folder, None):
            hit[kill(program, folder, dice)] += 1
    first = finish(program, folder)
    learned, more = ask(folder, MODELS), 0
    for _ in range(kills // 4):
        more += again(folder, TRAINING)
        hit["again " + kill(program, folder, dice, TRAINING)] += 1
        if ask(folder, IN_FORCE) != first:
            sys.exit(f"in force after a kill: {ask(folder, IN_FORCE)}, before: {first}")
    if finish(program, folder) != first:
        sys.exit(f"in force at the end: {ask(folder, IN_FORCE)}, before: {first}")
    if ask(folder, MODELS) != [(code, count + more) for code, count in learned]:
        sys.exit(f"models: {ask(folder, MODELS)}, before {more} more were asked for: {learned}")
    for _ in range(kills // 4):
        again(folder, SCORING)
        hit["again " + kill(program, folder, dice, SCORING)] += 1
    if [row[:2] for row in finish(program, folder)] != [row[:2] for row in first]:
        sys.exit(f"models in force after scoring: {ask(folder, IN_FORCE)}, before: {first}")
    people = ask(folder, "select count(*) from risk_scores s join risk_programmes p on p.run_id = s.run_id")[0][0]
    if not people:
        sys.exit("nobody has a score")
    print(f"learning: {sum(hit.values())} kills ({', '.join(f'{kind} {count}' for kind, count in sorted(hit.items()))}), "
          f"{people} scores in force, nothing half")


main()
