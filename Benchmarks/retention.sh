#!/usr/bin/env bash
# Facts brought in beside pandas and a bare insertion, a night of a large company, and scores of a population in memory.
# Usage: Benchmarks/retention.sh [ROWS] [PEOPLE]
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/packages.sh
need "${build_packages[@]}" python3
. Benchmarks/environment.sh
swift build -c release --product tenure 2>&1 | tail -1
exec "$python" Benchmarks/retention.py "${1:-1000000}" "${2:-100000}"
