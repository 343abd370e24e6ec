#!/usr/bin/env bash
# The Debian package: built twice the same, sane, installed, started as its own user, stopped, purged without a trace.
# Tests/Packaging/check.sh [BINARY] (default: .build/release/tenure). Installs for real only as root.
set -euo pipefail
cd "$(dirname "$0")/../.."
. Scripts/packages.sh
need dpkg-dev binutils patchelf python3
binary=${1:-.build/release/tenure}

work=$(mktemp -d)
chmod 755 "$work"
server=
installed=
finish() {
    [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
    [ -z "$installed" ] || dpkg --purge tenure >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap finish EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }
step() { echo "-- $*"; }

step "Built twice, the same bytes"
# Once for both: a commit between them would be another version.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y "$binary")}
package=$(bash Packaging/build-deb.sh "$binary" "$work/first")
again=$(TZ=Asia/Shanghai bash Packaging/build-deb.sh "$binary" "$work/second")
cmp "$package" "$again" || fail "the package differs from build to build"
size=$(($(stat -c %s "$package") / 1000000))
echo "   $(basename "$package"), $size MB"
[ "$size" -le 60 ] || fail "the package has $size MB"

step "What it holds"
root=$work/root
dpkg-deb --raw-extract "$package" "$root"
for script in postinst prerm postrm; do
    sh -n "$root/DEBIAN/$script"
    [ -x "$root/DEBIAN/$script" ] || fail "$script is not executable"
done
(cd "$root" && md5sum --quiet -c DEBIAN/md5sums) || fail "a checksum is wrong"
[ "$(cd "$root" && find usr etc -type f | wc -l)" -eq "$(wc -l <"$root/DEBIAN/md5sums")" ] || fail "files without checksum"
while read -r conffile; do [ -f "$root$conffile" ] || fail "no conffile $conffile"; done <"$root/DEBIAN/conffiles"
owners=$(dpkg-deb -c "$package" | awk '{ print $2 }' | sort -u)
[ "$owners" = root/root ] || fail "owners: $owners"
loose=$(find "$root" -not -type l -perm /022 -print)
[ -z "$loose" ] || fail "writable for others: $loose"
special=$(find "$root" -perm /7000 -print)
[ -z "$special" ] || fail "set-id or sticky: $special"
for file in "$root"/usr/lib/tenure/*; do
    path=$(patchelf --print-rpath "$file")
    [ "$path" = '$ORIGIN' ] || fail "$(basename "$file") looks for libraries in: $path"
    ! readelf -S "$file" | grep -q '\.debug_info' || fail "$(basename "$file") holds debug symbols"
done
depends=$(dpkg-deb -f "$package" Depends)
for name in libc6 libxgboost0 libzip4 adduser; do
    grep -q "\b$name\b" <<<"$depends" || fail "does not depend on $name: $depends"
done
if command -v systemd-analyze >/dev/null; then
    unit=$work/tenure.service
    sed "s|/usr/bin/tenure|$root/usr/lib/tenure/tenure|" "$root/usr/lib/systemd/system/tenure.service" >"$unit"
    complaints=$(systemd-analyze verify "$unit" 2>&1 | grep -F "$unit" || true)
    [ -z "$complaints" ] || fail "systemd: $complaints"
    systemd-analyze security --offline=true --threshold=20 "$unit" >/dev/null || fail "the unit is exposed above 2.0"
fi

# With nothing of the toolchain in reach: what the package brings and what Debian has must be enough.
step "Libraries"
missing=$(env -u LD_LIBRARY_PATH ldd "$root/usr/lib/tenure/tenure" | grep 'not found' || true)
[ -z "$missing" ] || fail "missing libraries: $missing"
strange=$(env -u LD_LIBRARY_PATH ldd "$root/usr/lib/tenure/tenure" | awk '$2 == "=>" { print $3 }' \
    | grep -vE "^($root/usr/lib/tenure|/lib|/usr/lib)/" || true)
[ -z "$strange" ] || fail "libraries from elsewhere: $strange"

answers() {
    python3 - "$1" <<-'PYTHON'
		import sys, time, urllib.request
		for _ in range(100):
		    try:
		        with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/health", timeout=2) as answer:
		            sys.exit(0 if answer.status == 200 else 1)
		    except OSError:
		        time.sleep(0.1)
		sys.exit(1)
	PYTHON
}

# serves COMMAND...: starts it, asks for its health, ends it as systemd would.
serves() {
    local port data=$work/data status=0
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    (cd / && exec env -i PATH=/usr/bin:/bin "$@" serve --port "$port" --data "$data") >"$work/log" 2>&1 &
    server=$!
    answers "$port" || { cat "$work/log" >&2; fail "no answer on /health"; }
    kill -TERM "$server"
    for _ in $(seq 100); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
    ! kill -0 "$server" 2>/dev/null || fail "still running 10 s after SIGTERM"
    wait "$server" || status=$?
    server=
    [ "$status" -eq 0 ] || { cat "$work/log" >&2; fail "ended with status $status"; }
}

if [ "$(id -u)" -ne 0 ]; then
    step "Started from the unpacked package (not root: not installed)"
    serves "$root/usr/bin/tenure"
    echo "The package is sound; it was not installed."
    exit 0
fi

! dpkg-query -W -f='${Status}' tenure 2>/dev/null | grep -q 'ok installed' || fail "tenure is already installed here"
step "Installed"
installed=yes
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >"$work/apt.log" 2>&1 \
    || { cat "$work/apt.log" >&2; fail "not installable"; }
[ "$(stat -c '%U:%G %a' /var/lib/tenure)" = "tenure:tenure 700" ] || fail "/var/lib/tenure is not its own"
[ "$(stat -c '%U:%G %a' /etc/tenure/secrets)" = "root:root 700" ] || fail "/etc/tenure/secrets is open"
[ "$(stat -c '%U:%G %a' /etc/tenure/tenure.conf)" = "root:tenure 640" ] || fail "/etc/tenure/tenure.conf is open"
getent passwd tenure | grep -qE ':/usr/sbin/nologin$' || fail "the user tenure can sign in"
! runuser -u tenure -- ls /etc/tenure/secrets >/dev/null 2>&1 || fail "the service reads other secrets"

step "Its configuration is found, whole and its own"
configured=$(setpriv --reuid tenure --regid tenure --clear-groups env -i PATH=/usr/bin:/bin /usr/bin/tenure doctor --config --json) \
    || fail "doctor --config: $configured"
python3 - "$configured" <<-'PYTHON' || fail "the file of the package is not what is configured"
	import json, sys
	lines = {line["key"]: line for line in json.loads(sys.argv[1])}
	assert lines["data_folder"]["value"] == "/var/lib/tenure", lines["data_folder"]
	assert "/etc/tenure/tenure.conf" in lines["data_folder"]["source"], lines["data_folder"]
	assert lines["demonstration"]["value"] == "no", lines["demonstration"]
PYTHON

step "Started as the user tenure, asked, stopped"
install -d -o tenure -g tenure -m 0700 "$work/data"
serves setpriv --reuid tenure --regid tenure --clear-groups --no-new-privs /usr/bin/tenure

step "Installed again over itself; settings and data stay"
echo '# kept' >>/etc/tenure/tenure.conf
touch /var/lib/tenure/kept
dpkg --install --force-confold "$package" >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; fail "no update over itself"; }
grep -q '# kept' /etc/tenure/tenure.conf || fail "the update overwrote settings"
dpkg --remove tenure >/dev/null
[ -f /var/lib/tenure/kept ] || fail "removing deleted data"
[ ! -e /usr/bin/tenure ] || fail "removing left the command"

step "Purged"
dpkg --purge tenure >/dev/null 2>&1
installed=
left=$(ls -d /usr/bin/tenure /usr/lib/tenure /etc/tenure /var/lib/tenure /usr/share/doc/tenure \
    /usr/lib/systemd/system/tenure.service /etc/systemd/system/*/tenure.service 2>/dev/null || true)
[ -z "$left" ] || fail "left behind: $left"
! getent passwd tenure >/dev/null || fail "the user is left"
! getent group tenure >/dev/null || fail "the group is left"
! dpkg-query -W tenure >/dev/null 2>&1 || fail "dpkg still knows it"
echo "The package is sound."
