"""Runs `tenure analyze` with outside folds on the open sets and judges its held-out predictions with scikit-learn.

Baselines: the best tuned result per set in ../shared/data/README.md (same rows, same folds).
"""
import argparse
import json
import pathlib
import subprocess
import tempfile
import time

import numpy as np
import pandas as pd
from sklearn.metrics import average_precision_score, log_loss, roc_auc_score
from sklearn.tree import DecisionTreeClassifier

ROOT = pathlib.Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared/data"
BINARY = ROOT / ".build/release/tenure"
ENROLMENT_DROPS = ["Debtor", "Tuition fees up to date"]

SETS = {
    "ibm_attrition": dict(file="ibm_attrition.csv", target="Attrition", positive="Yes", best=0.8377,
                          drop=["EmployeeNumber", "EmployeeCount", "Over18", "StandardHours"]),
    "iranian_churn": dict(file="iranian_churn.csv", target="Churn", positive="1", best=0.9865),
    "student_dropout": dict(file="student_dropout_uci.csv", target="Target", positive="0", best=0.9251),
    "student_dropout_enrol": dict(file="student_dropout_uci.csv", target="Target", positive="0", enrol=True),
    "telco_churn": dict(file="telco_churn.csv", target="Churn", positive="Yes", best=0.8490, drop=["customerID"]),
    "ds_job_change": dict(file="ds_job_change.csv", target="target", positive="1.0", best=0.8068, drop=["enrollee_id"]),
    "credit_default_uci": dict(file="credit_default_uci.csv", target="default.payment.next.month", positive="1", best=0.7847,
                               drop=["ID"], categorical=["SEX", "EDUCATION", "MARRIAGE"]),
    "turnover": dict(file="turnover_babushkin.csv", duration="stag", event="event", positive="1", best=0.6400),
    "telco_surv": dict(file="telco_churn.csv", duration="tenure", event="Churn", positive="Yes", best=0.8666,
                       drop=["customerID", "TotalCharges"]),
    "hillstrom_w": dict(file="hillstrom.csv", target="visit", positive="1", treatment="treatment", treated="Womens E-Mail",
                        control="No E-Mail", drop=["conversion", "spend", "history_segment"]),
    "hillstrom_m": dict(file="hillstrom.csv", target="visit", positive="1", treatment="treatment", treated="Mens E-Mail",
                        control="No E-Mail", drop=["conversion", "spend", "history_segment"]),
}


def ece(y, p, bins=10):
    order = np.argsort(p, kind="stable")
    return sum(abs(y[part].mean() - p[part].mean()) * len(part) for part in np.array_split(order, bins)) / len(y)


def harrell(time_, event, risk):
    """Concordant share of comparable pairs; ties of risk count half."""
    concordant = comparable = 0.0
    for i in np.flatnonzero(event):
        later = (time_ > time_[i]) | ((time_ == time_[i]) & ~event)
        comparable += later.sum()
        concordant += (risk[i] > risk[later]).sum() + 0.5 * (risk[i] == risk[later]).sum()
    return concordant / comparable


def qini(y, treated, uplift):
    """Area between the cumulative incremental outcome per head and the straight line of random order."""
    order = np.argsort(-uplift, kind="stable")
    y, treated = y[order], treated[order]
    nt, nc = np.cumsum(treated), np.cumsum(1 - treated)
    yt, yc = np.cumsum(y * treated), np.cumsum(y * (1 - treated))
    gain = (yt - yc * np.divide(nt, nc, out=np.zeros(len(y)), where=nc > 0)) / nt[-1]
    share = np.arange(1, len(y) + 1) / len(y)
    return float(np.mean(gain - share * gain[-1]))


def sheet(name, spec, repeats, folder):
    frame = pd.read_csv(DATA / "open" / spec["file"], dtype=str, keep_default_na=False, encoding="utf-8-sig")
    folds = pd.read_csv(DATA / "folds" / f"{name}.csv", dtype=str).set_index("row")
    columns = [f"r{k}" for k in range(repeats)]
    kept = frame.iloc[folds.index.to_numpy(int)].copy()
    for column in columns:
        kept[f"fold_{column}"] = folds[column].to_numpy()
    path = folder / f"{name}.csv"
    kept.to_csv(path, index=False)
    return path, kept.reset_index(drop=True), [f"fold_{column}" for column in columns]


def command(path, kept, spec, folds, model, out):
    drop = list(spec.get("drop", []))
    if spec.get("enrol"):
        drop += [c for c in kept.columns if c in ENROLMENT_DROPS or c.startswith("Curricular")]
    line = [str(BINARY), "analyze", str(path), "--fold-column", ",".join(folds), "--language", "en", "--model", model,
            "--predictions", str(out), "--json", str(out.with_suffix(".json"))]
    if drop:
        line += ["--drop", ",".join(drop)]
    if spec.get("categorical"):
        line += ["--categorical", ",".join(spec["categorical"])]
    if "duration" in spec:
        line += ["--duration", spec["duration"], "--event", spec["event"], "--event-positive", spec["positive"]]
    else:
        line += ["--target", spec["target"], "--positive", spec["positive"]]
    if "treatment" in spec:
        line += ["--treatment", spec["treatment"], "--treated", spec["treated"], "--control", spec["control"]]
    return line


def judge(kept, spec, predictions):
    rows = []
    for _, part in predictions.groupby("repeat"):
        part = part.sort_values("row")
        index, p = part["row"].to_numpy(), part["prediction"].to_numpy()
        if "duration" in spec:
            time_ = kept[spec["duration"]].astype(float).to_numpy()[index]
            event = (kept[spec["event"]] == spec["positive"]).to_numpy()[index]
            rows.append(dict(c=harrell(np.where(time_ == 0, 0.5, time_), event, p)))
            continue
        y = (kept[spec["target"]] == spec["positive"]).to_numpy(int)[index]
        if "treatment" in spec:
            treated = (kept[spec["treatment"]] == spec["treated"]).to_numpy(int)[index]
            rows.append(dict(qini=qini(y, treated, p)))
        else:
            # Repeats cover every kept row once; the mean over folds would hide differences between folds.
            folds = [roc_auc_score(y[m], p[m]) for m in (part["fold"].to_numpy() == f for f in sorted(part["fold"].unique()))]
            rows.append(dict(auc=roc_auc_score(y, p), auc_by_fold=np.mean(folds), pr=average_precision_score(y, p),
                             log_loss=log_loss(y, np.clip(p, 1e-9, 1 - 1e-9)), ece=ece(y, p)))
    return pd.DataFrame(rows).mean()


def reference_tree(kept, spec, folds):
    """scikit-learn's depth-4 tree with one-hot categories on the same folds."""
    drop = set(spec.get("drop", [])) | {spec["target"], *folds}
    facts = kept[[c for c in kept.columns if c not in drop]]
    numbers = facts.apply(lambda c: pd.to_numeric(c, errors="coerce"))
    isnumber = [c for c in facts.columns if numbers[c].notna().sum() >= 0.98 * (facts[c].str.strip() != "").sum()]
    numeric = [c for c in isnumber if c not in spec.get("categorical", [])]
    texts = [c for c in facts.columns if c not in numeric]
    parts = [numbers[numeric].fillna(numbers[numeric].median())] + ([pd.get_dummies(facts[texts])] if texts else [])
    x = pd.concat(parts, axis=1).to_numpy(float)
    y = (kept[spec["target"]] == spec["positive"]).to_numpy(int)
    scores = []
    for column in folds:
        p = np.zeros(len(y))
        for fold in kept[column].unique():
            test = (kept[column] == fold).to_numpy()
            p[test] = DecisionTreeClassifier(max_depth=4, random_state=0).fit(x[~test], y[~test]).predict_proba(x[test])[:, 1]
        scores.append(roc_auc_score(y, p))
    return float(np.mean(scores))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--repeats", type=int, default=2)
    options.add_argument("--model", default="auto")
    options.add_argument("sets", nargs="*", default=[])
    asked = options.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tenure-quality-"))
    for name in asked.sets or SETS:
        spec = SETS[name]
        path, kept, folds = sheet(name, spec, asked.repeats, folder)
        out = folder / f"{name}-predictions.csv"
        started = time.monotonic()
        run = subprocess.run(command(path, kept, spec, folds, asked.model, out), capture_output=True, text=True)
        seconds = time.monotonic() - started
        if run.returncode:
            print(f"{name}: {run.stderr.strip()}", flush=True)
            continue
        figures = judge(kept, spec, pd.read_csv(out))
        words = "  ".join(f"{key} {value:.4f}" for key, value in figures.items())
        best = spec.get("best")
        if best:
            words += f"  baseline {best:.4f}  difference {figures.iloc[0] - best:+.4f}"
        if asked.model == "tree" and "treatment" not in spec and "duration" not in spec:
            words += f"  scikit-learn tree {reference_tree(kept, spec, folds):.4f}"
        chosen = (json.loads(out.with_suffix(".json").read_text()).get("model") or {}).get("chosen")
        print(f"{name}: {words}  chosen {chosen}  {seconds:.0f} s for {asked.repeats} × 5 folds", flush=True)


main()
