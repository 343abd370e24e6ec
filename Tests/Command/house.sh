# The commands that work on a company's data, on real files. Sourced by check.sh, which gives `check`, `judge`, `$tenure`
# and `$work`.

# Nothing of the machine's own configuration.
export TENURE_CONFIG=
export LC_ALL=C.UTF-8

# ends STATUS WORDS COMMAND…: ends with the status and says the words, on either channel; "" for any words.
ends() {
    local wanted=$1 words=$2 status=0
    shift 2
    "$@" >"$work/out" 2>"$work/err" || status=$?
    cat "$work/out" "$work/err"
    [ "$status" -eq "$wanted" ] || { echo "ended with $status, not $wanted"; return 1; }
    grep -qF -- "$words" "$work/out" "$work/err"
}

# both TITLE STATUS ZH EN COMMAND…: in both languages, and a refusal is one sentence on the error channel only.
both() {
    local title=$1 status=$2 zh=$3 en=$4
    shift 4
    check "$title (zh)" ends "$status" "$zh" "$@" --language zh
    check "$title (en)" ends "$status" "$en" "$@" --language en
    [ "$status" -ne 2 ] || check "$title: nothing on standard output" [ ! -s "$work/out" ]
}

# tells TITLE COMMAND…: a check whose figures are of use although it succeeds; all of them when it fails.
tells() {
    local before=$failed
    check "$@"
    if [ "$failed" -gt "$before" ]; then tail -n +6 "$work/said"; else cat "$work/said"; fi
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# serve FOLDER OPTIONS…: starts a server on $port and waits until it answers; $server is its process.
serve() {
    local folder=$1
    shift
    port=$(free_port)
    "$tenure" serve --data "$folder" --port "$port" "$@" >"$work/served" 2>"$work/log" &
    server=$!
    judge answers "$port" "$server" || { cat "$work/served" "$work/log"; return 1; }
}

# Ends it as a service manager would, and wants a clean end.
stop() {
    local status=0
    kill -TERM "$server"
    wait "$server" || status=$?
    server=
    [ "$status" -eq 0 ] || { echo "ended with $status"; cat "$work/log"; return 1; }
}

dump() { "$tenure" export --all --data "$1" --output "$2" "${@:3}"; }
# Two databases hold the same, apart from the note of the export itself.
same() { judge same_content "$1" "$2"; }

house_checks() {
    local data=$work/house sheet=$work/staff-sheet.csv port server=
    judge staff_sheet "$sheet"
    judge messy_staff_sheet "$work/messy.csv"

    # An empty place.
    both "no database" 2 "没有数据库" "no database" "$tenure" audit verify --data "$work/nowhere"
    check "nothing is made by asking" [ ! -e "$work/nowhere/tenure.sqlite" ]
    both "no such kind, in an empty place" 2 "staff" "staff" "$tenure" import stuff "$sheet" --data "$work/untouched"
    both "no such field, in an empty place" 2 "hire_day" "hire_day" "$tenure" import staff "$sheet" --mapping hire_dya=A --data "$work/untouched"
    printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >"$work/picture.png"
    both "no spreadsheet, in an empty place" 2 "picture.png" "picture.png" "$tenure" import staff "$work/picture.png" --data "$work/untouched"
    check "fields, in an empty place" ends 0 "hire_day" "$tenure" import staff --fields --data "$work/untouched"
    both "fields of no such kind" 2 "staff" "staff" "$tenure" import stuff --fields --data "$work/untouched"
    both "a dry run in an empty place" 0 "没有写入任何数据" "nothing was written" "$tenure" import staff "$sheet" --dry-run --data "$work/untouched"
    check "nothing is made by any of them" [ ! -e "$work/untouched" ]
    check "doctor of an empty place" ends 0 "none yet" "$tenure" doctor --data "$work/nothing" --language en
    check "pending steps of an empty place" ends 2 "no database" "$tenure" migrate --dry-run --data "$work/nothing" --language en
    check "migrate" ends 0 "Steps run: " "$tenure" migrate --data "$data" --language en
    both "migrate again" 0 "已是最新" "up to date" "$tenure" migrate --data "$data"
    check "migrate as json" judge json "$tenure" migrate --dry-run --json --data "$data"

    # Files in.
    both "a dry run" 0 "没有写入任何数据" "nothing was written" "$tenure" import staff "$sheet" --dry-run --data "$data"
    check "import" ends 0 "New 30" "$tenure" import staff "$sheet" --data "$data" --language en
    check "the same file again changes nothing" ends 0 "New 0, changed 0" "$tenure" import staff "$sheet" --data "$data" --language en
    both "a messy file" 1 "第 3 行「入职日期」" "Row 3, “入职日期”" "$tenure" import staff "$work/messy.csv" --data "$data" \
        --marked "$work/marked.xlsx"
    check "the marked file" judge workbook "$work/marked.xlsx"
    check "a messy file as json" ends 1 '"refusedRows" : 1' "$tenure" import staff "$work/messy.csv" --dry-run --json --data "$data"
    check "its good rows" ends 1 "Brought in" "$tenure" import staff "$work/messy.csv" --good-rows --data "$data" --language en
    both "no such file" 2 "不存在" "no file" "$tenure" import staff "$work/none.csv" --data "$data"
    both "no such kind" 2 "staff" "staff" "$tenure" import stuff "$sheet" --data "$data"
    both "no such field" 2 "hire_day" "hire_day" "$tenure" import staff "$sheet" --mapping hire_dya=A --data "$data"
    both "no such heading" 2 "入职日期" "入职日期" "$tenure" import staff "$sheet" --mapping "hire_day=入职日" --dry-run --data "$data"
    check "a mapping by hand" ends 0 "" "$tenure" import staff "$sheet" --mapping "hire_day=入职日期,name=B" --dry-run --data "$data"
    check "fields" ends 0 "hire_day" "$tenure" import staff --fields --data "$data"

    # Copies, and back.
    check "export all" dump "$data" "$work/first.content"
    check "a file is not overwritten" ends 2 "already" "$tenure" export --all --data "$data" --output "$work/first.content" --language en
    check "backup" ends 0 "checked" "$tenure" backup "$work/copy" --data "$data" --language en
    both "a backup is not overwritten" 2 "已存在" "already" "$tenure" backup "$work/copy" --data "$data"
    check "a backup is for its owner only" [ "$(stat -c %a "$work/copy")" = 700 ]
    check "the backup is whole" ends 0 "whole" "$tenure" restore "$work/copy" --check --language en
    both "restore over data" 2 "--replace" "--replace" "$tenure" restore "$work/copy" --data "$data"
    mkdir -p "$work/second" && cp "$data/keys" "$work/second/keys" 2>/dev/null
    check "restore elsewhere" ends 0 "Restored" "$tenure" restore "$work/copy" --data "$work/second" --language en
    check "dump of the restored" dump "$work/second" "$work/second.content"
    check "restored is equal" same "$work/first.content" "$work/second.content"
    check "restore replaces" ends 0 "replaced-" "$tenure" restore "$work/copy" --data "$work/second" --replace --language en
    check "what was there is kept" [ -n "$(find "$work/second" -path '*/replaced-*/tenure.sqlite')" ]
    check "restore a content file" ends 0 "Restored" "$tenure" restore "$work/first.content" --data "$work/third" --language en
    check "dump of it" dump "$work/third" "$work/third.content"
    check "it is equal" same "$work/first.content" "$work/third.content"
    cp -r "$work/copy" "$work/bent" && printf 'x' | dd of="$work/bent/database.sqlite" bs=1 seek=5000 conv=notrunc 2>/dev/null
    both "a damaged backup" 2 "校验和" "checksum" "$tenure" restore "$work/bent" --data "$work/fourth"
    check "nothing of it was put in place" [ ! -e "$work/fourth/tenure.sqlite" ]
    head -c 3000 "$work/first.content" >"$work/cut.content"
    check "a cut file" ends 2 "cut" "$tenure" restore "$work/cut.content" --data "$work/fourth" --language en
    both "no backup at all" 2 "不是备份" "no backup" "$tenure" restore "$work" --data "$work/fourth"

    check "a list" ends 0 ": 31" "$tenure" export people --data "$data" --output "$work/people.csv" --language en
    check "a list as a workbook" ends 0 ": 31" "$tenure" export people --data "$data" --output "$work/people.xlsx" --language en
    check "the workbook" judge workbook "$work/people.xlsx"
    both "a list as something else" 2 ".csv 或 .xlsx" ".csv or .xlsx" "$tenure" export people --data "$data" --output "$work/people.other"
    check "nothing is written" [ ! -e "$work/people.other" ]
    both "no such list" 2 "people" "people" "$tenure" export peple --data "$data" --output "$work/none.csv"

    # Accounts.
    check "user add" ends 0 "/welcome/" "$tenure" user add chen --name 陈静 --role hr --data "$data" --language en
    check "user add, with a person" ends 0 "/welcome/" "$tenure" user add one --person E001 --role employee --data "$data"
    both "the name is taken" 2 "已被使用" "is taken" "$tenure" user add chen --data "$data"
    both "no such role" 2 "没有角色" "no role" "$tenure" user add li --role boss --data "$data"
    both "nobody of that number" 2 "没有工号" "employee number" "$tenure" user add li --person X9 --data "$data"
    check "user list" ends 0 "chen" "$tenure" user list --data "$data"
    check "user list as json" judge json "$tenure" user list --json --data "$data"
    check "user grant" ends 0 "given" "$tenure" user grant chen auditor --data "$data" --language en
    check "user withdraw" ends 0 "taken away" "$tenure" user withdraw chen auditor --data "$data" --language en
    check "user link" ends 0 "/welcome/" "$tenure" user link chen --data "$data"
    both "user reset" 0 "两步验证已移除" "second factor" "$tenure" user reset chen --data "$data"
    check "user lock" ends 0 "locked" "$tenure" user lock chen --data "$data" --language en
    check "user unlock" ends 0 "active" "$tenure" user unlock chen --data "$data" --language en
    both "no such account" 2 "没有账号" "no account" "$tenure" user lock nobody --data "$data"

    # The trail.
    both "audit verify" 0 "审计链完好" "is good" "$tenure" audit verify --data "$data"
    mark=$("$tenure" audit verify --json --data "$data" | python3 -c 'import json, sys; print(json.load(sys.stdin)["mark"])')
    check "since a mark" ends 0 "good" "$tenure" audit verify --since "$mark" --data "$data" --language en
    judge tamper "$work/second/tenure.sqlite" "update audit_entries set action = 'x' where number = 2"
    both "a broken link is named" 1 "第 2 条" "Entry 2" "$tenure" audit verify --data "$work/second"
    check "doctor finds it" ends 1 "Entry 2" "$tenure" doctor --data "$work/second" --language en

    [ ! -d ../shared/data/open ] \
        || check "the open files, whole" python3 Tests/Command/whole_files.py "$tenure" ../shared/data/open
    serving_checks "$data"
    configuration_checks "$data"
    demonstration_checks
    learning_checks
    postgres_checks
}

serving_checks() {
    local data=$1
    check "serve" serve "$data"
    check "a second server of the folder" ends 2 "Another Tenure server" "$tenure" serve --data "$data" --port "$(free_port)" --language en
    both "the port is taken" 2 "已被其他程序占用" "is taken" "$tenure" serve --data "$work/other" --port "$port"
    check "backup under the server" ends 0 "checked" "$tenure" backup "$work/live" --data "$data" --language en
    check "import under the server" ends 0 "New 0" "$tenure" import staff "$work/staff-sheet.csv" --data "$data" --language en
    check "doctor under the server" ends 0 "process $server" "$tenure" doctor --data "$data" --language en
    both "restore under the server" 2 "另一个 Tenure 服务器" "Another Tenure server" "$tenure" restore "$work/copy" --data "$data" --replace
    both "migrate under the server" 2 "另一个 Tenure 服务器" "Another Tenure server" "$tenure" migrate --data "$data"
    check "the set-up link is printed" grep -q "/set-up/" "$work/served"
    check "a clean end" stop
    check "no personal data in the log" judge silent "$work/log" "$work/staff-sheet.csv"
    check "dump after the server" dump "$data" "$work/after.content"

    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
        -keyout "$work/tls.key" -out "$work/tls.pem" 2>/dev/null
    export TENURE_TLS_CERTIFICATE=$work/tls.pem TENURE_TLS_KEY=$work/tls.key
    port=$(free_port)
    "$tenure" serve --data "$data" --port "$port" >"$work/served" 2>"$work/log" &
    server=$!
    check "TLS" judge answers_tls "$port" "$server" "$work/tls.pem"
    check "TLS in the address" grep -q "https://127.0.0.1:$port" "$work/served"
    check "a clean end of TLS" stop
    export TENURE_TLS_KEY=$work/tls.pem
    check "a certificate without its key" ends 2 "tls.pem" "$tenure" serve --data "$data" --port "$port" --language en
    check "doctor finds it" ends 1 "TLS" "$tenure" doctor --data "$data" --language en
    unset TENURE_TLS_CERTIFICATE TENURE_TLS_KEY

    judge tamper "$work/third/tenure.sqlite" "insert into migrations (number, name) values (9999, 'later')"
    both "a newer database" 2 "更新的版本" "newer version" "$tenure" serve --data "$work/third" --port "$port"
    check "doctor of a newer database" ends 1 "newer version" "$tenure" doctor --data "$work/third" --language en
    printf 'this is no database, not at all, and long enough' >"$work/third/tenure.sqlite"
    rm -f "$work/third/tenure.sqlite-wal" "$work/third/tenure.sqlite-shm"
    both "no database in the file" 2 "不是数据库" "no database" "$tenure" serve --data "$work/third" --port "$port"
    check "a damaged one is not replaced unasked" ends 2 "--replace" "$tenure" restore "$work/copy" --data "$work/third"
    check "restore over a damaged one" ends 0 "Restored" "$tenure" restore "$work/copy" --replace --data "$work/third" --language en
    printf 'a file' >"$work/file"
    # Nothing is closed to root.
    local stranger=()
    [ "$(id -u)" -ne 0 ] || stranger=(setpriv --reuid nobody --regid nogroup --clear-groups)
    chmod 711 "$work" && mkdir "$work/closed" && chmod 555 "$work/closed"
    both "a folder that is read-only" 2 "无法写入" "cannot be written" \
        "${stranger[@]}" "$tenure" serve --data "$work/closed" --port "$port"
    both "a file for a folder" 2 "无法写入" "cannot be written" "$tenure" serve --data "$work/file" --port "$port"
}

configuration_checks() {
    local data=$1
    printf 'data_folder = %s\nport = 9999 # ours\nlog_format = "json"\n' "$data" >"$work/tenure.conf"
    check "a file" ends 0 "9999" "$tenure" doctor --config --config-file "$work/tenure.conf" --language en
    check "the environment wins" env TENURE_PORT=9998 bash -c "'$tenure' doctor --config --config-file '$work/tenure.conf' | grep -q 'port = 9998'"
    check "every key as json" judge keys "$tenure" doctor --config --json --config-file "$work/tenure.conf"
    check "doctor with a file" ends 0 "whole" "$tenure" doctor --config-file "$work/tenure.conf" --language en
    printf 'prot = 1\nport = none\nports\n' >"$work/wrong.conf"
    both "an unknown key" 2 "是否想写“port”" "Did you mean “port”" "$tenure" serve --config-file "$work/wrong.conf"
    check "a value that cannot be" ends 2 "line 2" "$tenure" serve --config-file "$work/wrong.conf" --language en
    check "a line that is none" ends 2 "line 3" "$tenure" serve --config-file "$work/wrong.conf" --language en
    check "an unknown variable" ends 2 "TENURE_DATA_FOLDER" env TENURE_DATA_FOLDR=x "$tenure" serve --language en
    check "no such file" ends 2 "none.conf" "$tenure" serve --config-file "$work/none.conf" --language en
    printf 'postgres://someone:geheim-4711@127.0.0.1:1/none\n' >"$work/secret"
    check "a secret from a file" ends 0 "set, not shown" env TENURE_DATABASE_FILE="$work/secret" "$tenure" doctor --config --language en
    check "it is not printed" bash -c "! grep -q geheim '$work/out' '$work/err'"
    check "a server that is away" ends 2 "cannot be reached" env TENURE_DATABASE_FILE="$work/secret" "$tenure" serve --data "$data" --language en
    check "and nothing of its password" bash -c "! grep -q geheim '$work/out' '$work/err'"
    check "twice" ends 2 "twice" env TENURE_DATABASE=sqlite TENURE_DATABASE_FILE="$work/secret" "$tenure" serve --language en
    mkdir -p "$work/credentials" && cp "$work/secret" "$work/credentials/secrets_database"
    check "a credential of the service manager" ends 0 "secrets_database" env CREDENTIALS_DIRECTORY="$work/credentials" \
        "$tenure" doctor --config --language en
}

# The key file of sealed values: the folder holds some.
key_checks() {
    local data=$1
    cp -r "$data" "$work/keyless" && rm "$work/keyless/keys"
    both "no keys" 2 "找不到密钥文件" "The key file" "$tenure" serve --data "$work/keyless" --port "$(free_port)"
    check "no other keys are made" [ ! -e "$work/keyless/keys" ]
    check "doctor misses the keys" ends 1 "is missing" "$tenure" doctor --data "$work/keyless" --language en
    check "another house" ends 0 "/welcome/" "$tenure" user add somebody --data "$work/other-house" --language en
    cp "$work/other-house/keys" "$work/keyless/keys"
    both "doctor finds foreign keys" 1 "请放回" "Put back" "$tenure" doctor --data "$work/keyless"
    cp "$data/keys" "$work/keyless/keys"
    check "doctor knows the right ones" ends 0 "fits the database" "$tenure" doctor --data "$work/keyless" --language en
    chmod 644 "$work/keyless/keys"
    check "doctor finds open keys" ends 1 "chmod 600" "$tenure" doctor --data "$work/keyless" --language en
}

mail_checks() {
    local data=$1
    check "no mail server yet" ends 0 "no server is set" "$tenure" doctor --data "$data" --language en
    judge tamper "$data/tenure.sqlite" "insert into settings (code, value, changed_at, changed_by)
        values ('mail.host', '127.0.0.1', 0, 0)"
    judge tamper "$data/tenure.sqlite" "insert into settings (code, value, changed_at, changed_by) values ('mail.port', '1', 0, 0)"
    both "a mail server that is away" 1 "无法连接邮件服务器" "cannot be reached" "$tenure" doctor --data "$data"
}

demonstration_checks() {
    both "demo over a company" 2 "空的数据文件夹" "empty folder" "$tenure" demo --data "$work/house"
    check "demo" ends 0 "choose a role" "$tenure" demo --data "$work/demo" --language en
    both "demo of nobody" 64 "20 至" "20 to" "$tenure" demo --people 3 --data "$work/nobody"
    both "demo of no time" 64 "6 至" "6 to" "$tenure" demo --months 1 --data "$work/nobody"
    check "the company" judge demonstration_company "$work/demo/tenure.sqlite" 600
    check "demo of three thousand" ends 0 "choose a role" "$tenure" demo --people 3000 --data "$work/large" --language en
    check "its company" judge demonstration_company "$work/large/tenure.sqlite" 3000
    check "serve the demonstration" serve "$work/demo" --language en
    check "how to get in is said" grep -q "choose a role" "$work/served"
    check "twelve roles, six hundred people" judge demonstration "$port"
    check "a clean end of the demonstration" stop
    check "started at once" serve "$work/fresh" --demonstration --language en
    check "the demonstration is there" judge demonstration "$port"
    check "a clean end of it" stop
    key_checks "$work/demo"
    mail_checks "$work/demo"
}

# What is learned: the same through the pages as by the command, and from companies whose truth is known.
learning_checks() {
    local staff=../shared/data/open/ibm_attrition.csv outcome=(Attrition Yes)
    if [ ! -f "$staff" ]; then
        staff=$work/same.csv outcome=(离职 是)
        judge staff "$staff" utf-8
    fi
    tells "the same scores through the pages" python3 Tests/Command/same_scores.py "$tenure" "$staff" "${outcome[@]}"
    tells "companies whose truth is known" python3 Tests/Command/risk.py "$tenure" --seeds 2 --at-once 2
}

# The same on a PostgreSQL: the one of TENURE_TEST_POSTGRES, else one of its own, if its programs are there.
postgres_checks() {
    local data=$work/postgres
    if [ -z "${TENURE_TEST_POSTGRES:-}" ]; then
        . Scripts/postgres.sh
        [ -n "$(_postgres_programs)" ] || { echo "No PostgreSQL here: left out."; return; }
        postgres_start
    fi
    on_schema() { env TENURE_DATABASE="$TENURE_TEST_POSTGRES" TENURE_DATABASE_SCHEMA="command_$$_$1" "${@:2}"; }
    both "no company on the server" 2 "还没有公司数据" "holds no company yet" on_schema none "$tenure" audit verify --data "$data"
    check "migrate" on_schema one "$tenure" migrate --data "$data"
    check "migrate again" ends 0 "up to date" on_schema one "$tenure" migrate --data "$data" --language en
    check "import" ends 0 "New 30" on_schema one "$tenure" import staff "$work/staff-sheet.csv" --data "$data" --language en
    check "audit verify" ends 0 "is good" on_schema one "$tenure" audit verify --data "$data" --language en
    check "dump" on_schema one "$tenure" export --all --data "$data" --output "$work/postgres.content"
    check "backup" ends 0 "checked" on_schema one "$tenure" backup "$work/postgres-copy" --data "$data" --language en
    check "the backup is whole" ends 0 "whole" "$tenure" restore "$work/postgres-copy" --check --language en
    check "back into an embedded database" ends 0 "Restored" "$tenure" restore "$work/postgres-copy" --data "$work/embedded" --language en
    check "dump of it" dump "$work/embedded" "$work/embedded.content"
    check "it is equal" same "$work/postgres.content" "$work/embedded.content"

    # A company moves: from its file to a server.
    check "move to PostgreSQL" ends 0 "Restored" on_schema two "$tenure" restore "$work/copy" --data "$work/moved" --language en
    check "dump of the moved" on_schema two "$tenure" export --all --data "$work/moved" --output "$work/moved.content"
    check "the moved is equal" same "$work/first.content" "$work/moved.content"
    check "over data" ends 2 "--replace" on_schema two "$tenure" restore "$work/copy" --data "$work/moved" --language en
    check "restore replaces" ends 0 "replaced-" on_schema two "$tenure" restore "$work/copy" --replace --data "$work/moved" --language en
    check "doctor" ends 0 "PostgreSQL" on_schema one "$tenure" doctor --data "$data" --language en

    check "demo" ends 0 "choose a role" on_schema three "$tenure" demo --data "$work/postgres-demo" --language en
    export TENURE_DATABASE=$TENURE_TEST_POSTGRES TENURE_DATABASE_SCHEMA=command_$$_three
    check "serve" serve "$work/postgres-demo"
    check "every role gets in" judge demonstration "$port"
    check "backup under the server" ends 0 "checked" "$tenure" backup "$work/postgres-live" --data "$work/postgres-demo" --language en
    check "a clean end" stop
    unset TENURE_DATABASE TENURE_DATABASE_SCHEMA
}
