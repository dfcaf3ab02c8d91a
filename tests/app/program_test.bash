#!/usr/bin/env bash
# Usage: program_test.bash PAJTHY [NO_RANDOM]
#
# Runs the program itself: what it says, how it ends. NO_RANDOM is a library that takes the system's
# random bytes away from whoever preloads it.
set -euo pipefail

pajthy=$1
no_random=${2:-}
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

# A second signal ends it at once, whoever is still there.
start
connect
printf 'POST /api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n' \
    >&"$connection"
read -r -t 20 said <&"$connection" # so the request is in flight
[[ $said == 'HTTP/1.1 100 '* ]] || fail "the server said: $said"
kill -TERM "$pid"
wait_for_log ' stopping$'
stop
[[ $status == 0 ]] || fail "a second SIGTERM ended it with $status"
grep -q ' stopping at once$' "$scratch/log" || fail "it did not take the second SIGTERM"
exec {connection}>&-

# Out of descriptors it says so once, waits, and goes on when there are some again.
descriptors=32
start --max-connections 1000
descriptors=$(ulimit -Hn)
connections=()
for ((i = 0; i < 40; ++i)); do
    connect
    connections+=("$connection")
done
wait_for_log ' cannot accept connections: '
for connection in "${connections[@]}"; do
    exec {connection}>&-
done
wait_for_log ' accepting connections again$'
run --health-check --address 127.0.0.1 --port "$port"
[[ $status == 0 ]] || fail "it does not answer when there are descriptors again"
stop
[[ $status == 0 ]] || fail "SIGTERM ended it with $status"
[[ $(grep -c 'cannot accept' "$scratch/log") == 1 ]] || fail "it does not say once what is wrong"

# Without random bytes there are no keys, and so no server.
if [[ -n $no_random ]]; then
    LD_PRELOAD=$no_random run --address 127.0.0.1 --port 0
    [[ $status == 1 ]] || fail "without random bytes it ended with $status"
    grep -q '^pajthy: no random bytes: ' "$scratch/err" || fail "it does not say what is missing"
    [[ ! -s $scratch/out ]] || fail "it said that it is ready"
fi

# The port is free again at once.
start
second=$port
stop
run --health-check --address 127.0.0.1 --port "$second"
[[ $status == 1 ]] || fail "a server is left running"
echo "all is well"
