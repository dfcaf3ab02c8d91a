#!/usr/bin/env bash
# Usage: program_test.bash PAJTHY NO_RANDOM
#
# Runs the program itself: what it says, how it ends. NO_RANDOM is a library that takes the system's
# random bytes away from whoever preloads it.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" "$1"
no_random=$2

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

# Without random bytes there are no keys, and so no server.
LD_PRELOAD=$no_random run --address 127.0.0.1 --port 0
[[ $status == 1 ]] || fail "without random bytes it ended with $status"
grep -q '^pajthy: no random bytes: ' "$scratch/err" || fail "it does not say what is missing"
[[ ! -s $scratch/out ]] || fail "it said that it is ready"

# The port is free again at once.
start
second=$port
stop
run --health-check --address 127.0.0.1 --port "$second"
[[ $status == 1 ]] || fail "a server is left running"
echo "all is well"
