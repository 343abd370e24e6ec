"""Tenure beside pandas + xgboost on the same generated sheet: each part timed, ratios printed."""
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
BINARY = ROOT / ".build/release/tenure"
ROUNDS, DEPTH = 100, 6


def generate(path, rows):
    """20 decimals, 6 whole numbers, 4 categories; the outcome depends on some of them."""
    import numpy as np
    import pandas as pd
    random = np.random.default_rng(5)
    data = {f"d{k}": np.round(random.normal(size=rows) * 10 ** (k % 4), 4) for k in range(20)}
    data |= {f"n{k}": random.integers(0, 10 ** (k + 1), size=rows) for k in range(6)}
    data |= {f"c{k}": np.array([f"level {j}" for j in range(4 + 6 * k)])[random.integers(0, 4 + 6 * k, rows)] for k in range(4)}
    score = data["d0"] + data["d1"] / 10 * (data["d4"] > 0) - (data["n1"] > 60) + (data["c1"] == "level 2") - 0.5
    data["left"] = (random.random(rows) < 1 / (1 + np.exp(-score))).astype(int)
    pd.DataFrame(data).to_csv(path, index=False)


def reference(path, out, model):
    """The same parts with pandas and xgboost; run in a process of its own so that its peak memory is its own."""
    import pandas as pd
    import xgboost as xgb
    figures, last = {}, time.perf_counter()

    def lap(name):
        nonlocal last
        now = time.perf_counter()
        figures[name] = now - last
        last = now

    frame = pd.read_csv(path)
    lap("read_infer")
    target = frame.pop("left")
    for name in frame.select_dtypes(exclude="number"):
        frame[name] = frame[name].astype("category")
    matrix = xgb.DMatrix(frame, target, enable_categorical=True, nthread=2)
    lap("frame")
    booster = xgb.train(dict(objective="binary:logistic", tree_method="hist", max_depth=DEPTH, eta=0.1, max_bin=256, nthread=2, seed=1),
                        matrix, ROUNDS)
    lap("train")
    booster.save_model(model)
    lap("model")
    scores = booster.predict(xgb.DMatrix(frame, enable_categorical=True, nthread=2))
    lap("score")
    pd.DataFrame({"row": range(len(scores)), "prediction": scores}).to_csv(out, index=False)
    lap("write")
    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = min(20_000, len(frame))
    few = xgb.DMatrix(frame.iloc[:rows], enable_categorical=True, nthread=2)
    last = time.perf_counter()
    booster.predict(few, pred_contribs=True)
    lap("contributions")
    figures["contributions_rows"] = rows
    print(json.dumps(figures))


def main():
    if sys.argv[1] == "--reference":
        return reference(*sys.argv[2:])
    rows = int(sys.argv[1])
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tenure-speed-"))
    sheet = folder / "sheet.csv"
    generate(sheet, rows)
    print(f"{rows:,} rows × 30 columns, {sheet.stat().st_size / 1e6:.0f} MB; {ROUNDS} rounds, depth {DEPTH}")
    python = json.loads(subprocess.run([sys.executable, __file__, "--reference", sheet, folder / "p.csv", folder / "p.json"],
                                       check=True, capture_output=True, text=True).stdout)
    ours = json.loads(subprocess.run([BINARY, "bench", "forecast", sheet, "--target", "left", "--rounds", str(ROUNDS), "--depth", str(DEPTH),
                                      "--predictions", folder / "t.csv", "--model", folder / "t.json"],
                                     check=True, capture_output=True, text=True).stdout)
    print(f"{'part':<28}{'Tenure s':>10}{'Python s':>10}{'ratio':>8}")
    for part in ("read_infer", "frame", "train", "model", "score", "write"):
        print(f"{part:<28}{ours[part]:>10.2f}{python[part]:>10.2f}{python[part] / max(ours[part], 1e-9):>8.1f}")
    rest = [sum(figures[part] for part in ("read_infer", "frame", "model", "score", "write")) for figures in (ours, python)]
    print(f"{'all but training':<28}{rest[0]:>10.2f}{rest[1]:>10.2f}{rest[1] / rest[0]:>8.1f}   (goal: at least 3)")
    print(f"training: {ours['train'] / python['train']:.2f} × XGBoost's own time in Python (goal: at most 1.1)")
    print(f"scoring {rows:,} rows: {ours['score']:.2f} s (goal: at most 3)")
    own = ours["xgboost_contributions_rows"] / ours["xgboost_contributions"]
    in_python = python["contributions_rows"] / python["contributions"]
    rate = ours["rows"] / ours["contributions"]
    print(f"exact contributions: {rate:,.0f} rows/s; XGBoost {own:,.0f} rows/s from C, {in_python:,.0f} from Python: "
          f"{rate / max(own, in_python):.0f} × (goal: at least 10); largest difference {ours['largest_difference']:.1e} (goal: 1e-4)")
    print(f"peak memory: {ours['peak_mb']:.0f} MB, Python {python['peak_mb']:.0f} MB: {ours['peak_mb'] / python['peak_mb']:.2f}")


main()
