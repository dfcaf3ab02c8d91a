#!/usr/bin/env bash
# Usage: descriptors_test.bash PAJTHY
#
# Out of descriptors the program says so once, waits, and goes on when there are some again.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" "$1"

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
echo "all is well"
