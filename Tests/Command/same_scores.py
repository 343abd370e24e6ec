"""A sheet brought in through the pages is scored as `tenure analyze` scores it: every figure, to the last digit.

    python3 Tests/Command/same_scores.py .build/release/tenure ../shared/data/open/ibm_attrition.csv Attrition Yes

A server of its own is asked as a browser without script asks it, while the command works on the same file.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Judges"))

import company  # noqa: E402

PATIENCE = 1_800


def by_page(sheet, target, positive):
    """What the pages give for download: predictions and result."""
    with company.server() as (port, data):
        visitor = company.administrator(port, data)
        token = dict(visitor.form("/analyses", "/analyses").fields)["token"]
        answer = visitor.upload("/analyses", [("token", token)], sheet.name, sheet.read_bytes())
        if answer.status != 303:
            sys.exit(f"upload of {sheet.name}: {answer.status}")
        page = answer.headers["location"]
        outcome = next(
            (choice for choice in visitor.form(page, "/request").choices["outcome"]
             if [urllib.parse.unquote(half) for half in choice.split("=")] == [target, positive]), None)
        if outcome is None:
            sys.exit(f"the page does not offer {target} = {positive}")
        answer = visitor.submit(page, "/request", outcome=outcome, approach="auto")
        if answer.status != 303:
            sys.exit(f"start of the analysis: {answer.status}")
        until = time.monotonic() + PATIENCE
        while json.loads(visitor.get(page + "/standing", Accept="application/json").text)["isRunning"]:
            if time.monotonic() > until:
                sys.exit("the analysis does not end")
            time.sleep(0.5)
        files = [visitor.get(f"{page}/files/{name}") for name in ("predictions.csv", "result.json")]
        if any(file.status != 200 for file in files):
            sys.exit(f"result files: {[file.status for file in files]}")
        return [file.body for file in files]


def main():
    tenure, sheet, target, positive = sys.argv[1:]
    company.BINARY, sheet = pathlib.Path(tenure).resolve(), pathlib.Path(sheet)
    with tempfile.TemporaryDirectory(prefix="tenure-same-") as folder:
        written = [pathlib.Path(folder) / name for name in ("predictions.csv", "result.json")]
        command = subprocess.Popen(
            [company.BINARY, "analyze", sheet, "--target", target, "--positive", positive, "--model", "auto",
             "--predictions", written[0], "--json", written[1]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            predictions, result = by_page(sheet, target, positive)
            if command.wait(PATIENCE) != 0:
                sys.exit("the command did not end well")
        finally:
            if command.poll() is None:
                command.kill()
                command.wait()
        wanted = [path.read_bytes() for path in written]
    problems = differences(predictions, wanted[0]) + unlike(json.loads(result), json.loads(wanted[1]))
    for problem in problems:
        print("FAILED", problem)
    if not problems:
        print(f"{len(rows(predictions))} scores and the whole result are the same")
    return 1 if problems else 0


def rows(content):
    return list(csv.reader(io.StringIO(content.decode())))[1:]


def differences(given, wanted):
    """Every score is the same text."""
    if given == wanted and rows(wanted):
        return []
    ones, others = rows(given), rows(wanted)
    if len(ones) != len(others) or not others:
        return [f"{len(ones)} scores on the page, {len(others)} of the command"]
    unequal = [(one, other) for one, other in zip(ones, others) if one != other]
    first = f", first {unequal[0][0]} on the page, {unequal[0][1]} of the command" if unequal else " but the files do"
    return [f"{len(unequal)} of {len(others)} scores differ{first}"]


def unlike(given, wanted):
    """The results are equal in all parts; only the language of the words in it may be the visitor's."""
    if "risk_list" not in wanted or not wanted["risk_list"]["rows"]:
        return ["the command lists nobody"]
    parts = sorted((given.keys() | wanted.keys()) - {"language"})
    return [f"“{part}” differs in the result" for part in parts if given.get(part) != wanted.get(part)]


if __name__ == "__main__":
    sys.exit(main())
