#!/usr/bin/env bash
# Outside judges, each first shown what it must find: a crawler follows every link of every role; an OpenAPI validator and fuzzer (schemathesis) read and try /openapi.json.
# Each has a server and a data folder of its own. TENURE_BINARY names another build.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/packages.sh
need python3-venv
venv=.venv-judges
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import schemathesis, openapi_spec_validator' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q 'schemathesis==4.*' 'openapi-spec-validator==0.*'
fi
"$venv/bin/python" Tests/Judges/control.py
"$venv/bin/python" Tests/Judges/crawl.py
"$venv/bin/python" Tests/Judges/fuzz.py
