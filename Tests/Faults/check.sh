#!/usr/bin/env bash
# What happens when things go wrong: processes killed at random moments on both engines, a server that restarts, a backup
# under load, a full or read-only disk, a clock that goes back, an altered audit entry. `STORM_KILLS=20` for a short look,
# `STORM_SEED=n` to repeat the moments of a run.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/packages.sh
. Scripts/postgres.sh

swift build --product storm 2>&1 | tail -1
program=$(swift build --show-bin-path)/storm
folder=$(mktemp -d "${TMPDIR:-/tmp}/tenure-faults.XXXXXX")
postgres_start fsync
trap 'rm -rf "$folder"; _postgres_at_exit' EXIT
kills=${STORM_KILLS:-150}

echo "SQLite:"
mkdir "$folder/sqlite"
python3 Tests/Faults/storm.py "$program" "$folder/sqlite" sqlite "$kills"
python3 Tests/Faults/faults.py "$program" "$folder/sqlite" sqlite
mkdir "$folder/disk"
if [ "$(id -u)" -eq 0 ]; then
    unshare -m python3 Tests/Faults/faults.py "$program" "$folder/disk" disk
else
    echo "full and read-only disk: left out, only root can make one."
fi

# Learning takes minutes in a build that is not optimized.
[ -n "${TENURE_BINARY:-}" ] || swift build -c release --product tenure 2>&1 | tail -1
python3 Tests/Faults/learning.py "${TENURE_BINARY:-.build/release/tenure}" "$folder/learning"

echo "PostgreSQL:"
mkdir "$folder/postgres"
restart=". Scripts/postgres.sh; postgres_folder=$postgres_folder; postgres_restart immediate"
python3 Tests/Faults/storm.py "$program" "$folder/postgres" "$TENURE_TEST_POSTGRES storm" "$kills" "$restart"
python3 Tests/Faults/faults.py "$program" "$folder/postgres" "$TENURE_TEST_POSTGRES storm"
