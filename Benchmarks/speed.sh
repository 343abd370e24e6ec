#!/usr/bin/env bash
# Speed of reading, framing, training, scoring, explaining and writing 1,000,000 × 30 rows, beside pandas + xgboost in Python in the same run.
# Usage: Benchmarks/speed.sh [ROWS]
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/packages.sh
. Benchmarks/environment.sh
swift build -c release --product tenure 2>&1 | tail -1
exec "$python" Benchmarks/speed.py "${1:-1000000}"
