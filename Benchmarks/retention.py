"""Tenure's facts, nights and scores; the import beside pandas on the same sheet in the same run."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
BINARY = ROOT / ".build/release/tenure"


def bench(*words):
    return subprocess.run([BINARY, "bench", *words], check=True, capture_output=True, text=True).stdout


def pandas(sheet, folder):
    """The same sheet read, its people, days and metrics found, its values checked, and written with the same keys."""
    import pandas as pd
    started = time.perf_counter()
    frame = pd.read_csv(sheet, dtype={"工号": "string", "指标": "category"})
    people = pd.Series(range(frame["工号"].nunique()), index=frame["工号"].unique())
    frame["subject_id"] = frame["工号"].map(people).astype("int64")
    frame["metric_id"] = frame["指标"].cat.codes.astype("int64")
    frame["day"] = (pd.to_datetime(frame["日期"], format="%Y-%m-%d") - pd.Timestamp("1970-01-01")).dt.days
    value = pd.to_numeric(frame["数值"], errors="coerce")
    if value.isna().any() or frame.duplicated(["metric_id", "day", "subject_id"]).any():
        sys.exit("the sheet is not as it should be")
    rows = frame.assign(known_on=frame["day"], value=value)[["metric_id", "day", "subject_id", "known_on", "value"]]
    rows = rows.sort_values(["metric_id", "day", "subject_id"])
    database = sqlite3.connect(folder + "/pandas.sqlite")
    database.execute("create table metric_values (metric_id integer not null, day integer not null, subject_id integer not null,"
                     " known_on integer not null, value real not null, primary key (metric_id, day, subject_id, known_on)) without rowid")
    database.execute("create index metric_values_by_subject on metric_values (subject_id, metric_id, day)")
    rows.to_sql("metric_values", database, if_exists="append", index=False, chunksize=100_000)
    database.commit()
    return time.perf_counter() - started


def main():
    rows, people = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        sheet = folder + "/metrics.csv"
        facts = json.loads(bench("facts", "--rows", rows, "--sheet", sheet))
        beside = pandas(sheet, folder)
    print(f"{facts['rows']:,} rows of metrics: {facts['first']:.1f} s with checks (goal: at most 15), "
          f"the same file again {facts['again']:.1f} s")
    print(f"  bare insertion {facts['bare_insert']:.1f} s: {facts['ratio']:.1f} ×; pandas {beside:.1f} s: "
          f"{beside / facts['first']:.1f} × as fast; peak {facts['peak_mb']:.0f} MB")
    print(bench("night", "--people", people), end="")
    scores = json.loads(bench("scores"))
    print(f"{scores['subjects']:,} subjects × {scores['facts']} facts ({scores['model']}): tiers {scores['tiers']:.2f} s (goal: at most 3), "
          f"reasons of {scores['explained']:,} {scores['reasons']:.1f} s (goal: at most 30); peak {scores['peak_mb']:.0f} MB")


main()
