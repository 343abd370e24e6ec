#!/usr/bin/env bash
# Out-of-fold quality of `tenure analyze` on the open sets, beside the best tuned baseline on the same folds.
# Usage: Benchmarks/quality.sh [--repeats N] [--model NAME] [SET ...]
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/packages.sh
need "${build_packages[@]}" python3-venv
swift build -c release --product tenure 2>&1 | tail -1
venv=.venv-bench
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import numpy, pandas, sklearn, xgboost' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q 'numpy<2' pandas scikit-learn 'xgboost==1.7.6'
fi
exec "$venv/bin/python" Benchmarks/quality.py "$@"
