#!/usr/bin/env bash
# Out-of-fold quality of `tenure analyze` on the open sets, beside the best tuned baseline on the same folds.
# Usage: Benchmarks/quality.sh [--repeats N] [--model NAME] [SET ...]
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/packages.sh
. Benchmarks/environment.sh
swift build -c release --product tenure 2>&1 | tail -1
exec "$python" Benchmarks/quality.py "$@"
