# System packages Tenure stands on; sourced by ./run, ./test and the benchmarks.
# need NAME...: installs the Debian packages that are missing, and nothing when all are there.
need() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing system packages: ${missing[*]}"
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

build_packages=(libxgboost-dev libzip-dev libxlsxwriter-dev zlib1g-dev libsqlite3-dev libpq-dev libcurl4-openssl-dev pkg-config)
