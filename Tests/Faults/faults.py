"""Faults of the machine under a process that writes to a company: each is survived without hands.

faults.py PROGRAM FOLDER DATABASE     backup under load; on SQLite also a clock that goes back and an altered audit entry
faults.py PROGRAM FOLDER disk         a full and a read-only disk; as root in a mount namespace of its own
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time

from storm import Run, check, fail


def written(run, more, seconds, what):
    """Waits for so many more confirmed writes."""
    goal = len(run.lines) + more
    until = time.monotonic() + seconds
    while len(run.lines) < goal:
        if run.process.poll() is not None or time.monotonic() > until:
            run.process.kill()
            fail(run, run.end() + what)
        time.sleep(0.02)


def killed(run, folder):
    run.process.kill()
    run.end()
    with open(os.path.join(folder, "confirmed"), "a") as ledger:
        ledger.writelines(run.lines)


def begin(program, folder, database, number):
    run = Run(program, "write", folder, database, number)
    if not run.ready.wait(60) or run.process.poll() is not None:
        run.process.kill()
        fail(run, run.end())
    return run


def backup(program, folder, database):
    """What is taken while others write is one moment: all that was confirmed before, nothing half."""
    run = begin(program, folder, database, 10_001)
    written(run, 40, 30, "nothing was written")
    before = list(run.lines)
    export = Run(program, "export", folder, database, 10_002)
    said = export.end()
    if export.process.returncode != 0:
        fail(export, said)
    written(run, 5, 30, "writing stopped with the backup")
    with open(os.path.join(folder, "confirmed"), "a") as ledger:
        ledger.writelines(before)
    copy = folder + "-restored"
    os.mkdir(copy)
    for name in os.listdir(folder):
        if os.path.isfile(os.path.join(folder, name)) and not name.startswith("tenure.sqlite"):
            shutil.copy2(os.path.join(folder, name), copy)
    run.process.kill()
    run.end()
    with open(os.path.join(folder, "confirmed"), "a") as ledger:
        ledger.writelines(run.lines[len(before):])
    target = database if database == "sqlite" else database + "_restored"
    restore = Run(program, "restore", copy, target, 1)
    said = restore.end()
    if restore.process.returncode != 0:
        fail(restore, said)
    with open(os.path.join(copy, "copy"), "rb") as one, open(os.path.join(copy, "again"), "rb") as other:
        if one.read() != other.read():
            raise SystemExit("the restored database is not equal to the backup")
    print("backup under load: restored equal to the byte;", check(program, copy, target, 10_100))
    check(program, folder, database, 10_100)


def clock(program, folder):
    """Days forward and back again: nothing is lost, ids and audit go on."""
    for number in (20_001, 24_001, 20_002, 27_001, 20_003):
        run = begin(program, folder, "sqlite", number)
        written(run, 15, 30, "nothing was written with the clock at %d" % number)
        killed(run, folder)
    print("clock there and back five times:", check(program, folder, "sqlite", 30_000))


def tampering(program, folder):
    path = os.path.join(folder, "tenure.sqlite")
    with sqlite3.connect(path) as database:
        count = database.execute("select max(number) from audit_entries").fetchone()[0]
        number = count // 2
        actor = database.execute("select actor from audit_entries where number = ?", (number,)).fetchone()[0]
        database.execute("update audit_entries set actor = 'nobody' where number = ?", (number,))
    database.close()
    run = Run(program, "check", folder, "sqlite", 30_001)
    run.end()
    if not any(line.startswith("broken audit: Entry %d " % number) for line in run.lines):
        raise SystemExit("the altered entry %d was not named: %s" % (number, run.lines))
    database = sqlite3.connect(path)
    database.execute("update audit_entries set actor = ? where number = ?", (actor, number))
    database.commit()
    database.close()
    check(program, folder, "sqlite", 30_002)
    print("altered audit entry: entry %d of %d is named" % (number, count))


def disk(program, folder):
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder], check=True)
    run = begin(program, folder, "sqlite", 1)
    written(run, 30, 30, "nothing was written")
    filler = os.path.join(folder, "filler")
    with open(filler, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(65_536))
        except OSError:
            pass
    # What the log beside the database still has room for goes on for a moment.
    last = -1
    until = time.monotonic() + 30
    while last != len(run.lines) and time.monotonic() < until:
        last = len(run.lines)
        time.sleep(2)
    if last != len(run.lines):
        raise SystemExit("the disk did not get full")
    os.remove(filler)
    written(run, 30, 30, "nothing was written any more after there was room again")
    killed(run, folder)
    print("full disk: waited and went on;", check(program, folder, "sqlite", 100))
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    run = Run(program, "check", folder, "sqlite", 101)
    run.end()
    if run.process.returncode == 0 or not any("readOnly" in line for line in run.lines):
        raise SystemExit("a read-only disk is not named: %s" % run.lines)
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
    print("read-only disk: named; writable again:", check(program, folder, "sqlite", 102))
    subprocess.run(["umount", folder], check=True)


if __name__ == "__main__":
    program, folder, what = sys.argv[1:4]
    if what == "disk":
        disk(program, folder)
    else:
        backup(program, folder, what)
        if what == "sqlite":
            clock(program, folder)
            tampering(program, folder)
