#!/usr/bin/env bash
# Usage: descriptors_test.bash PAJTHY
#
# With few descriptors there are as many connections as they allow, and a place for a health check.
# Out of descriptors all the same the program says so once, waits, and goes on when there are some
# again.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" "$1"

# Opens so many connections and leaves them in `connections`.
connections=()
connect_often()
{
    for ((i = 0; i < $1; ++i)); do
        connect
        connections+=("$connection")
    done
}

disconnect_all()
{
    for connection in "${connections[@]}"; do
        exec {connection}>&-
    done
    connections=()
}

# What the server answers to a GET of this path.
ask()
{
    connect
    printf 'GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' "$1" >&"$connection"
    answer=$(timeout 20 cat <&"$connection")
    exec {connection}>&-
}

for descriptors in 40 100 200; do
    start --max-connections 1000
    grep -q " --max-connections 1000 is more than the limit on open files, $descriptors, allows: " \
        "$scratch/log" || fail "it does not say how many connections there can be"
    descriptors_of_server=$descriptors
    descriptors=$(ulimit -Hn)
    connect_often "$descriptors_of_server"
    wait_for_log " a connection too many: .* the limit on open files, $descriptors_of_server, allows\$"
    run --health-check --address 127.0.0.1 --port "$port"
    [[ $status == 0 ]] || fail "no health check is answered at $descriptors_of_server descriptors"
    ask /metrics
    [[ $answer == *"
pajthy_connections_refused_total{limit=\"max-connections\"} "[1-9]* ]] ||
        fail "the metrics do not count those too many: $answer"
    ask /
    [[ $answer == 'HTTP/1.1 503 '* ]] || fail "a page beyond the limit is: $answer"
    disconnect_all
    stop
    [[ $status == 0 ]] || fail "SIGTERM ended it with $status"
    ! grep 'cannot accept' "$scratch/log" || fail "there were too few descriptors"
done

# The option, where it is the limit, is named.
start --max-connections 5
connect_often 6
wait_for_log ' a connection too many: 5 may be open, as --max-connections says$'
disconnect_all
stop

# Somebody takes descriptors away.
descriptors=100
start
descriptors=$(ulimit -Hn)
prlimit --pid "$pid" --nofile=20:100
connect_often 30
wait_for_log ' cannot accept connections: '
disconnect_all
wait_for_log ' accepting connections again$'
run --health-check --address 127.0.0.1 --port "$port"
[[ $status == 0 ]] || fail "it does not answer when there are descriptors again"
stop
[[ $status == 0 ]] || fail "SIGTERM ended it with $status"
[[ $(grep -c 'cannot accept' "$scratch/log") == 1 ]] || fail "it does not say once what is wrong"
echo "all is well"
