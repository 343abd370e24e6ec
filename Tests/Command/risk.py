"""What programmes learn from demonstration companies whose truth is known, by the whole way of the product: a company is
made, a server takes the snapshots, learns and scores, and its database is asked what was found.

    python3 Tests/Command/risk.py .build/release/tenure --seeds 20 --at-once 2

One line per company; `--table FILE` writes what was found as a Markdown table. Documented in Sources/Showcase/Planted.swift.
Exit code 0 when everything holds.
"""

import argparse
import collections
import concurrent.futures
import json
import math
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

FAMILIES = {
    "training": (("m_training_completion_",), ("Training completion <",)),
    "mentor": (("m_mentor_rating_",), ("Mentor rating <",)),
    "sales": (
        ("m_sales_", "m_growth_"),
        ("Weekly growth of sales <", "Weekly growth of sales: last four weeks against the four before <",
         "Weekly sales: last four weeks against the four before <", "weeks in a row without growth ≥"),
    ),
}
NULL = "m_lucky_number_"


def learned(tenure, seed, people, months, has_effect, patience):
    """The employees' model of one company and the people per tier, from unknown up."""
    folder = tempfile.mkdtemp(prefix="tenure-risk-")
    server = None
    try:
        made = [tenure, "demo", "--data", folder, "--seed", str(seed), "--people", str(people), "--months", str(months)]
        subprocess.run(made + ([] if has_effect else ["--without-effect"]), check=True, capture_output=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [tenure, "serve", "--data", folder, "--port", str(port)], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            assert server.poll() is None, "the server ended"
            found = answer(os.path.join(folder, "tenure.sqlite"))
            if found:
                return found
            time.sleep(1)
        raise AssertionError(f"seed {seed}: nothing was learned within {patience} s")
    finally:
        if server and server.poll() is None:
            server.send_signal(signal.SIGTERM)
            server.wait(60)
        shutil.rmtree(folder, ignore_errors=True)


def answer(path):
    """What the employees' model found: its report, people per tier, and why those of the highest tier stand there."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20) as database:
        row = database.execute(
            "select m.verdict, m.kind, m.report, r.tiers, r.id from risk_programmes p join risk_runs r on r.id = p.run_id "
            "join risk_models m on m.id = r.model_id where p.code = 'employees' and r.is_complete = 1").fetchone()
        if not row:
            return None
        reasons = collections.Counter()
        for (lines,) in database.execute("select drivers from risk_scores where run_id = ? and tier = 5", (row[4],)):
            reasons.update(line.split("\t")[0][1:] for line in lines.split("\n") if line.startswith("+"))
    return {"verdict": row[0], "kind": row[1], "report": json.loads(row[2]), "tiers": list(map(int, row[3].split(","))),
            "drivers": [code for code, _ in reasons.most_common(5)]}


def ranked(report):
    """The first five facts with a rank: those whose use is told from chance."""
    clear = [one for one in report["importance"] if (one["loss"].get("low") or 0) > 0]
    return [code for one in clear[:5] for code in one["codes"]]


def finds_rule(model):
    """A leaf of the readable tree tells of all three, or all three are among what mostly drives the highest tier."""
    report = model["report"]
    in_tree = any(
        leaf["share"] >= 4 * report["baseRate"]
        and all(any(word in leaf["rule"]["en"] for word in words) for _, words in FAMILIES.values())
        for leaf in report["leaves"])
    return in_tree or all(any(code.startswith(codes) for code in model["drivers"]) for codes, _ in FAMILIES.values())


def takes_null(codes):
    return any(code.startswith(NULL) for code in codes)


def companies(arguments, has_effect):
    """Seed and model of each, in order, some at once. Nothing more is begun after one that fails."""
    seeds = range(1, arguments.seeds + 1)
    pool = concurrent.futures.ThreadPoolExecutor(arguments.at_once)
    try:
        yield from zip(seeds, pool.map(
            lambda seed: learned(
                arguments.tenure, seed, arguments.people, arguments.months, has_effect, arguments.patience), seeds))
    finally:
        pool.shutdown(cancel_futures=True)


def planted(arguments, table):
    found, misled, driven, off, slopes, bands, problems = 0, 0, 0, 0, [], {}, []
    table += ["| Seed | Kind of model | Planted rule | Planted null | Slope (95 %) |", "| ---: | --- | --- | --- | --- |"]
    for seed, model in companies(arguments, True):
        report = model["report"]
        slope = report["slope"]
        finds, takes, drives = finds_rule(model), takes_null(ranked(report)), takes_null(model["drivers"])
        found += finds
        misled += takes
        driven += drives
        off += slope["low"] > 1.2 or slope["high"] < 0.8
        slopes.append((slope["value"], slope["high"] - slope["low"]))
        cells = (model["kind"], "found" if finds else "missed", "ranked" if takes else "among drivers" if drives else "left alone",
                 f"{slope['value']:.2f} ({slope['low']:.2f} to {slope['high']:.2f})")
        print("seed {}: {}, rule {}, null {}, slope {}".format(seed, *cells), flush=True)
        table.append("| {} | {} | {} | {} | {} |".format(seed, *cells))
        if model["verdict"] != "predicts":
            problems.append(f"seed {seed}: {model['verdict']}")
        for period in report["periods"]:
            for tier in period["tiers"]:
                band = bands.setdefault(tier["tier"], [0, 0.0, 0.0])
                band[0] += tier["count"]
                band[1] += tier["count"] * tier["predicted"]
                band[2] += tier["count"] * tier["actual"]["value"]
    wanted = math.ceil(0.9 * arguments.seeds)
    weights = [1 / width**2 for _, width in slopes]
    pooled = sum(weight * value for weight, (value, _) in zip(weights, slopes)) / sum(weights)
    of_all = (f"rule found in {found}, null among the five facts ranked first in {misled} and among the five most frequent "
              f"drivers of the highest tier in {driven} of {arguments.seeds}; pooled slope {pooled:.3f}")
    shares = {tier: (predicted / count, actual / count) for tier, (count, predicted, actual) in bands.items()}
    print(of_all + ";", ", ".join(f"{tier} {one:.3f} came {other:.3f}" for tier, (one, other) in shares.items()))
    table += ["", of_all[0].upper() + of_all[1:] + ".", "", "| Tier | Predicted | Came true |", "| --- | ---: | ---: |"]
    for tier, (predicted, actual) in shares.items():
        table.append(f"| {tier.replace('_', ' ')} | {predicted:.3f} | {actual:.3f} |")
        if arguments.seeds >= 10 and abs(predicted - actual) > max(0.01, 0.25 * predicted):
            problems.append(f"{tier}: predicted {predicted:.3f}, actual {actual:.3f}")
    # Of a few companies chance alone may spoil one.
    spoilt = max(1, arguments.seeds - wanted)
    if found < arguments.seeds - spoilt:
        problems.append(f"the rule was found in {found} only")
    if misled > spoilt:
        problems.append(f"the null mattered in {misled}")
    if off > spoilt:
        problems.append(f"the slopes of {off} are off by more than chance")
    if arguments.seeds >= 10 and not 0.8 <= pooled <= 1.2:
        problems.append(f"pooled slope {pooled:.3f}")
    return problems


def without(arguments, table):
    claimed, above, problems = 0, 0, []
    for seed, model in companies(arguments, False):
        print(f"seed {seed} without effect: {model['verdict']}, people per tier {model['tiers']}", flush=True)
        if model["verdict"] == "predicts":
            claimed += 1
        elif model["tiers"][4] + model["tiers"][5]:
            above += 1
            problems.append(f"seed {seed}: somebody stands above medium")
    if claimed > max(1, arguments.seeds // 20):
        problems.append(f"without any effect {claimed} of {arguments.seeds} were called predictable")
    table += ["", f"Without any effect {claimed} of {arguments.seeds} companies were called predictable, and somebody stood "
              f"above medium in {above} of the others."]
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tenure")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--people", type=int, default=600)
    parser.add_argument("--months", type=int, default=24)
    parser.add_argument("--patience", type=int, default=900, help="seconds for one company")
    parser.add_argument("--at-once", type=int, default=1, help="companies at the same time")
    parser.add_argument("--table", help="file for what was found, as a Markdown table")
    arguments = parser.parse_args()
    table = []
    problems = planted(arguments, table) + without(arguments, table)
    if arguments.table:
        with open(arguments.table, "w", encoding="utf-8") as file:
            file.write("\n".join(table) + "\n")
    for problem in problems:
        print("FAILED", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
