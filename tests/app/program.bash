# shellcheck shell=bash
# Usage: source program.bash PAJTHY      (what the tests of the program itself share)

set -euo pipefail

pajthy=$1
scratch=$(mktemp -d)
pid=
trap '[[ -z $pid ]] || kill -KILL "$pid" 2>/dev/null || true; rm -rf "$scratch"' EXIT

fail()
{
    echo "FAILED: $*" >&2
    for file in "$scratch"/*; do
        [[ -f $file ]] || continue
        echo "--- ${file##*/}" >&2
        cat "$file" >&2
    done
    exit 1
}

# Runs the program with these arguments to its end; leaves `status`, and `out` and `err` in files.
run()
{
    status=0
    timeout 20 "$pajthy" "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
}

# Starts it in the background, on a free port, and waits until it is ready. It may open as many files
# as `descriptors` says.
descriptors=$(ulimit -Hn)
start()
{
    coproc SERVER {
        ulimit -n "$descriptors"
        exec "$pajthy" --address 127.0.0.1 --port 0 "$@" 2>"$scratch/log"
    }
    pid=$SERVER_PID
    ready=
    read -r -t 20 ready <&"${SERVER[0]}" || fail "the server did not say that it is ready"
    [[ $ready =~ ^'pajthy is ready: http://127.0.0.1:'([0-9]+)/ ]] || fail "it said: $ready"
    port=${BASH_REMATCH[1]}
}

# Sends SIGTERM and leaves the status that the program ended with.
stop()
{
    kill -TERM "$pid"
    status=0
    wait "$pid" || status=$?
    pid=
}

# Opens a connection and leaves it in `connection`.
connect()
{
    exec {connection}<>"/dev/tcp/127.0.0.1/$port"
}

# Waits until the server has written this to its log.
wait_for_log()
{
    grep -q -m 1 -- "$1" < <(timeout 20 tail -n +1 --pid="$pid" -f "$scratch/log") ||
        fail "the log does not say: $1"
}
