# A PostgreSQL of the tests' own: its data in a temporary folder, on a free port of this machine, never as root.
# Sourced by ./test after packages.sh.
#
#   postgres_start [fsync]   starts it and exports TENURE_TEST_POSTGRES=postgres://…; without `fsync` a power cut would
#                            lose data, which ordinary tests trade for speed
#   postgres_restart [MODE]  fast (default), or immediate: as after a crash, with recovery
#   postgres_stop            stops it and removes every trace; also runs when the shell that started it exits

postgres_folder=
postgres_owner=

# The server refuses to run as root.
_postgres_run() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# The newest server installed, from 15 on.
_postgres_programs() {
    local folder
    folder=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
    [ -n "$folder" ] && [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && echo "$folder"
}

_postgres_control() {
    _postgres_run "$(_postgres_programs)/pg_ctl" --silent --wait --timeout=60 --pgdata="$postgres_folder/data" "$@"
}

# A port nobody listens on right now; another process may still take it first, so starting is tried again.
_postgres_free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

postgres_start() {
    local fsync=off port attempt programs
    [ "${1:-}" = fsync ] && fsync=on
    [ -z "$postgres_folder" ] || postgres_stop
    _postgres_programs >/dev/null || need postgresql
    programs=$(_postgres_programs) || { echo "PostgreSQL: no server was installed." >&2; return 1; }
    postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/tenure-postgres.XXXXXX")
    postgres_owner=$BASHPID
    # Once for the shell, after whatever else it does on its way out.
    case "$(trap -p EXIT)" in
        *_postgres_at_exit*) ;;
        "") trap _postgres_at_exit EXIT ;;
        *) trap "_postgres_at_exit; $(trap -p EXIT | sed -e "s/^trap -- '//" -e "s/' EXIT\$//")" EXIT ;;
    esac
    [ "$(id -u)" -ne 0 ] || chown postgres: "$postgres_folder"
    if ! _postgres_run "$programs/initdb" --pgdata="$postgres_folder/data" --username=tenure --auth=trust \
        --encoding=UTF8 --locale=C --no-sync >"$postgres_folder.log" 2>&1; then
        cat "$postgres_folder.log" >&2
        postgres_stop
        return 1
    fi
    for attempt in 1 2 3 4 5; do
        port=$(_postgres_free_port)
        _postgres_run tee "$postgres_folder/data/postgresql.auto.conf" >/dev/null <<-CONF
			listen_addresses = '127.0.0.1'
			port = $port
			unix_socket_directories = '$postgres_folder'
			fsync = $fsync
			synchronous_commit = $fsync
			full_page_writes = $fsync
			max_connections = 200
			shared_buffers = '64MB'
			timezone = 'UTC'
			log_min_messages = warning
		CONF
        if _postgres_control --log="$postgres_folder/server.log" start 2>>"$postgres_folder.log"; then
            export TENURE_TEST_POSTGRES="postgres://tenure@127.0.0.1:$port/postgres"
            export TENURE_TEST_POSTGRES_SOCKET="postgres:///postgres?host=$postgres_folder&port=$port&user=tenure"
            return 0
        fi
    done
    cat "$postgres_folder/server.log" >&2
    postgres_stop
    return 1
}

postgres_restart() {
    _postgres_control --log="$postgres_folder/server.log" --mode="${1:-fast}" restart
}

postgres_stop() {
    [ -n "$postgres_folder" ] || return 0
    [ ! -f "$postgres_folder/data/postmaster.pid" ] || _postgres_control --mode=immediate stop || true
    rm -rf "$postgres_folder" "$postgres_folder.log"
    postgres_folder=
    unset TENURE_TEST_POSTGRES TENURE_TEST_POSTGRES_SOCKET
}

# Subshells inherit the trap, not the server.
_postgres_at_exit() {
    [ "$postgres_owner" != "$BASHPID" ] || postgres_stop
}
