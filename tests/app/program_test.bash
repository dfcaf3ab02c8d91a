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
grep -q '^pajthy: PAJTHY_PORT: ' "$scratch/err" || fail "the variable is not named"

# says LINE: that is all that is on stderr.
says()
{
    [[ $(<"$scratch/err") == "$1" ]] || fail "it does not say: $1"
}

start --base-path /p/
[[ $ready == "pajthy is ready: http://127.0.0.1:$port/p/" ]] || fail "it said: $ready"

run --health-check --address 127.0.0.1 --port "$port" --base-path /p
[[ $status == 0 ]] || fail "the health check of a running server ended with $status"
PAJTHY_PORT=$port PAJTHY_BASE_PATH=/p run --health-check
[[ $status == 0 ]] || fail "the health check by the environment ended with $status"
run --health-check --address 127.0.0.1 --port "$port"
[[ $status == 1 ]] || fail "the health check under another path ended with $status"
says "pajthy: http://127.0.0.1:$port/healthz: status 404: it is not pajthy, or has another --base-path"

run --address 127.0.0.1 --port "$port"
[[ $status == 1 ]] || fail "a port in use ended with $status"
says "pajthy: cannot listen on 127.0.0.1:$port: Address already in use"
run --port "$port"
says "pajthy: cannot listen on port $port: Address already in use"
run --address 192.0.2.1 --port 0 # no machine has it (RFC 5737)
[[ $status == 1 ]] || fail "a foreign address ended with $status"
says "pajthy: cannot listen on 192.0.2.1:0: Cannot assign requested address"

stop
[[ $status == 0 ]] || fail "SIGTERM ended it with $status"

run --health-check --address 127.0.0.1 --port "$port" --base-path /p
[[ $status == 1 ]] || fail "the health check of no server ended with $status"
says "pajthy: http://127.0.0.1:$port/p/healthz: Connection refused"

# One that is stuck accepts connections, by its backlog, and doesn't answer.
start
kill -STOP "$pid"
run --health-check --address 127.0.0.1 --port "$port"
kill -CONT "$pid"
[[ $status == 1 ]] || fail "the health check of a stuck server ended with $status"
says "pajthy: http://127.0.0.1:$port/healthz: no answer in 3 s"
stop

# What looks like an option in the environment, and is none, is told at the start.
PAJTHY_PROT=9000 PAJTHY_SERVICE_HOST=10.0.0.1 start
wait_for_log ' warning the environment has PAJTHY_PROT, which is no option; did you mean PAJTHY_PORT?$'
stop

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
