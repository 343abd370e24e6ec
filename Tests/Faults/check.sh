#!/usr/bin/env bash
# What happens when things go wrong: processes killed at random moments on both engines. `STORM_KILLS=20` for a short look,
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

echo "PostgreSQL:"
mkdir "$folder/postgres"
restart=". Scripts/postgres.sh; postgres_folder=$postgres_folder; postgres_restart immediate"
python3 Tests/Faults/storm.py "$program" "$folder/postgres" "$TENURE_TEST_POSTGRES storm" "$kills" "$restart"
