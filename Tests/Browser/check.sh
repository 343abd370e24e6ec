#!/usr/bin/env bash
# Walks the web application with a real browser: zh and en, desktop and phone, light and dark, with and without script; axe on every page.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/packages.sh
need chromium fonts-noto-cjk python3-venv
venv=.venv-browser
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import playwright, axe_playwright_python' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q playwright==1.* axe-playwright-python==0.1.*
fi
"$venv/bin/python" Tests/Browser/walk.py
exec "$venv/bin/python" Tests/Browser/check.py "$@"
