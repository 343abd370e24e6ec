#!/usr/bin/env bash
# What is learned from demonstration companies whose truth is known: 20 with the planted rule, 20 without any effect.
# Writes the table of Benchmarks/RESULTS.md. Usage: Benchmarks/findings.sh [SEEDS [TABLE]]
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/packages.sh
need "${build_packages[@]}" python3
swift build -c release --product tenure 2>&1 | tail -1
table=${2:-.build/findings.md}
status=0
python3 Tests/Command/risk.py .build/release/tenure --seeds "${1:-20}" --at-once 2 --table "$table" || status=$?
cat "$table"
exit "$status"
