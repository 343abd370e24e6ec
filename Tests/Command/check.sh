#!/usr/bin/env bash
# The command as people use it: real files in, files and sentences out. TENURE_BINARY names another build;
# Tests/Command/check.sh house leaves the spreadsheets out.
set -uo pipefail
cd "$(dirname "$0")/../.."
tenure=$(realpath "${TENURE_BINARY:-.build/release/tenure}")
judge() { python3 Tests/Command/judge.py "$@"; }
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -KILL "$server" 2>/dev/null; rm -rf "$work"' EXIT
passed=0
failed=0

# check TITLE COMMAND…: the command succeeds.
check() {
    local title=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n' "$title"
        head -5 "$work/said"
    fi
}

analyze() { "$tenure" analyze "$@"; }

# An answer on standard output and nothing on the other.
answers() { analyze "$@" >"$work/out" 2>"$work/err" && [ -s "$work/out" ] && [ ! -s "$work/err" ] || { cat "$work/err"; false; }; }

# refuses WORDS ARGUMENTS…: fails with one sentence in the asked language that holds WORDS; nothing on standard output.
refuses() {
    local words=$1
    shift
    if analyze "$@" >"$work/out" 2>"$work/err"; then echo "accepted"; return 1; fi
    cat "$work/err"
    [ ! -s "$work/out" ] && [ "$(wc -l <"$work/err")" -eq 1 ] && grep -qF -- "$words" "$work/err"
}

# refused TITLE ZH EN ARGUMENTS…: in both languages.
refused() {
    local title=$1 zh=$2 en=$3
    shift 3
    check "$title (zh)" refuses "$zh" "$@" --language zh
    check "$title (en)" refuses "$en" "$@" --language en
}

# An outcome is found, or its absence is said; never a crash.
answers_or_refuses() {
    answers "$@" && return
    local status
    analyze "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ "$status" -eq 2 ] && [ ! -s "$work/out" ] && [ "$(wc -l <"$work/err")" -eq 1 ]
}

analysis_checks() {
    open=../shared/data/open
    quick=(--model logistic --folds 3 --repeats 1)
    if [ -d "$open" ]; then
        staff=$open/ibm_attrition.csv
        bom=$open/messy_ibm_hr_zh_bom.csv
        gb=$open/messy_ibm_hr_zh_gb18030.csv
        tenures=$open/turnover_babushkin.csv
        time_question=(--duration stag --event event)
        judge head "$open/hillstrom.csv" "$work/offers.csv" 8000
        effect_question=(--treatment treatment --treated "Womens E-Mail" --control "No E-Mail" --target visit)
    else
        judge staff "$work/staff.csv" utf-8
        judge staff "$work/bom.csv" utf-8-sig
        judge staff "$work/gb.csv" gb18030
        judge staff "$work/offers.csv" utf-8 2000
        staff=$work/staff.csv bom=$work/bom.csv gb=$work/gb.csv tenures=$work/staff.csv
        time_question=(--duration 在职月数 --event 离职)
        effect_question=(--treatment 谈话 --treated 有 --target 离职)
    fi
    rows=$(($(grep -c '' "$staff") - 1))

    # One sheet, everything that can be written, twice.
    for run in 1 2; do
        check "analyze, run $run" answers "$staff" --repeats 1 --language en --predictions "$work/$run.csv" \
            --json "$work/$run.json" --report "$work/$run.html" --xlsx "$work/$run.xlsx" --save "$work/$run.model"
    done
    check "predictions" judge predictions "$work/1.csv" "$rows"
    check "json" judge document "$work/1.json" task=classification conclusion limits facts metrics tiers risk_list.rows
    check "report" judge report "$work/1.html" en
    check "workbook" judge workbook "$work/1.xlsx"
    check "the same predictions again" cmp "$work/1.csv" "$work/2.csv"
    check "the same json again" cmp "$work/1.json" "$work/2.json"
    check "the same report again" cmp "$work/1.html" "$work/2.html"

    # The saved model.
    check "load" answers "$staff" --load "$work/1.model" --language zh --json "$work/loaded.json" \
        --predictions "$work/loaded.csv" --report "$work/loaded.html"
    check "loaded json" judge document "$work/loaded.json" validation.scheme=loaded risk_list.rows
    check "loaded predictions" judge predictions "$work/loaded.csv" "$rows"
    check "loaded report" judge report "$work/loaded.html" zh
    head -c 2000 "$work/1.model" >"$work/cut.model"
    refused "damaged model" "模型文件" "model file" "$staff" --load "$work/cut.model"

    # Other encodings, packed files, workbooks.
    check "BOM" answers "$bom" "${quick[@]}" --language zh --json "$work/bom.json"
    check "BOM json" judge document "$work/bom.json" outcome.column
    check "GB18030" answers "$gb" "${quick[@]}" --language zh --json "$work/gb.json"
    check "GB18030 json" judge document "$work/gb.json" outcome.column
    if [ -d "$open" ]; then
        for name in messy_it_salary_eu_2018 messy_payroll_zh messy_staff_zh; do
            check "$name" answers_or_refuses "$open/$name.csv" "${quick[@]}" --language zh
        done
    fi
    judge pack "$staff" "$work/staff.csv.gz"
    check "gzip" answers "$work/staff.csv.gz" "${quick[@]}" --language en --predictions "$work/gz.csv"
    check "gzip predictions" judge predictions "$work/gz.csv" "$rows"
    check "a written workbook is read" answers_or_refuses "$work/1.xlsx" "${quick[@]}" --language en

    # What cannot be done is said in one sentence.
    target=$(head -1 "$gb" | iconv -f gb18030 -t utf-8 | tr , '\n' | grep -m1 离职 || true)
    refused "missing file" "不存在" "none.csv" "$work/none.csv"
    refused "misspelt column" "${target}x" "$target" "$gb" --target "${target}x"
    : >"$work/empty.csv"
    refused "empty file" "empty.csv" "empty.csv" "$work/empty.csv"
    printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1%2000s' '' >"$work/old.xls"
    refused "old workbook" "xlsx" "xlsx" "$work/old.xls"
    judge pack "$staff" "$work/cut.csv.gz" 500
    refused "truncated gzip" "cut.csv.gz" "cut.csv.gz" "$work/cut.csv.gz"
    printf 'left,age\n%s' "$(for row in $(seq 100); do echo "1,$row"; done)" >"$work/one.csv"
    refused "one outcome" "left" "left" "$work/one.csv" --target left
    refused "test start alone" "--time-order" "--time-order" "$staff" --test-from 2024-01-01
    refused "unwritable output" "/nowhere/" "/nowhere/" "$staff" "${quick[@]}" --json /nowhere/at/all.json

    # Time to event and the effect of a treatment.
    check "survival" answers "$tenures" "${time_question[@]}" --folds 3 --repeats 1 --language zh --json "$work/time.json" \
        --report "$work/time.html"
    check "survival json" judge document "$work/time.json" task=survival survival.curve risk_list.rows
    check "survival report" judge report "$work/time.html" zh
    check "effect" answers "$work/offers.csv" "${effect_question[@]}" --folds 3 --repeats 1 --language zh \
        --json "$work/effect.json" --report "$work/effect.html"
    check "effect json" judge document "$work/effect.json" task=effect effect.effect.value effect.naive.value
    check "effect report" judge report "$work/effect.html" zh
}

[ "${1:-}" = house ] || analysis_checks
. Tests/Command/house.sh
house_checks

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
