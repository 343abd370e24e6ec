#!/usr/bin/env bash
# Speed of the web application at 100,000 people with 16 visitors at once, beside a bare handler in the same run.
# Usage: Benchmarks/house.sh [PEOPLE]
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/packages.sh
need "${build_packages[@]}" python3 wrk
swift build -c release --product tenure 2>&1 | tail -1
swift build -c release --product bare-directory 2>&1 | tail -1
exec python3 Benchmarks/house.py "${1:-100000}"
