#!/usr/bin/env bash
# Usage: program_test.bash PAJTHY
#
# Runs the program itself: what it says, how it ends.
set -euo pipefail

pajthy=$1
scratch=$(mktemp -d)
pid=
trap '[[ -z $pid ]] || kill -KILL "$pid" 2>/dev/null || true; rm -rf "$scratch"' EXIT

fail()
{
    echo "FAILED: $*" >&2
    for file in "$scratch"/*; do
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

# Starts it in the background, on a free port, and waits until it is ready.
start()
{
    coproc SERVER { exec "$pajthy" --address 127.0.0.1 --port 0 "$@" 2>"$scratch/log"; }
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

run --help
[[ $status == 0 ]] || fail "--help ended with $status"
grep -q -- '--base-path' "$scratch/out" || fail "--help does not name --base-path"
[[ ! -s $scratch/err ]] || fail "--help wrote to stderr"

run --version
[[ $status == 0 ]] || fail "--version ended with $status"
grep -Eq '^pajthy [0-9]+\.[0-9]+\.[0-9]+$' "$scratch/out" || fail "--version says no version"

run --no-such-option
[[ $status == 2 ]] || fail "a wrong option ended with $status"
[[ $(wc -l <"$scratch/err") == 1 ]] || fail "a wrong option is not told in one line"
[[ ! -s $scratch/out ]] || fail "a wrong option wrote to stdout"

PAJTHY_PORT=many run
[[ $status == 2 ]] || fail "a wrong port in the environment ended with $status"

start --base-path /p/
[[ $ready == "pajthy is ready: http://127.0.0.1:$port/p/" ]] || fail "it said: $ready"

run --health-check --address 127.0.0.1 --port "$port" --base-path /p
[[ $status == 0 ]] || fail "the health check of a running server ended with $status"
PAJTHY_PORT=$port PAJTHY_BASE_PATH=/p run --health-check
[[ $status == 0 ]] || fail "the health check by the environment ended with $status"
run --health-check --address 127.0.0.1 --port "$port"
[[ $status == 1 ]] || fail "the health check under another path ended with $status"

run --address 127.0.0.1 --port "$port"
[[ $status == 1 ]] || fail "a port in use ended with $status"
grep -q "^pajthy: cannot listen on port $port: " "$scratch/err" || fail "the port is not named"
[[ $(wc -l <"$scratch/err") == 1 ]] || fail "a port in use is not told in one line"

stop
[[ $status == 0 ]] || fail "SIGTERM ended it with $status"

run --health-check --address 127.0.0.1 --port "$port" --base-path /p
[[ $status == 1 ]] || fail "the health check of no server ended with $status"

# The port is free again at once.
start
second=$port
stop
run --health-check --address 127.0.0.1 --port "$second"
[[ $status == 1 ]] || fail "a server is left running"
echo "all is well"
