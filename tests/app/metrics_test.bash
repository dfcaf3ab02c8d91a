#!/usr/bin/env bash
# Usage: metrics_test.bash PAJTHY
#
# Metrics on an address of their own: where they are, what a taken address is told, and what
# promtool says of them, where it is installed.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" "$1"

# The body of a GET of this path from this port.
body_of()
{
    local port=$1 connection
    connect
    printf 'GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' "$2" >&"$connection"
    timeout 20 sed '1,/^\r$/d' <&"$connection"
    exec {connection}>&-
}

start --metrics-address 127.0.0.1:0 --base-path /p
wait_for_log ' metrics are at http://127.0.0.1:[0-9]*/metrics$'
metrics_port=$(sed -n 's,.* metrics are at http://127.0.0.1:\([0-9]*\)/metrics$,\1,p' "$scratch/log")

body_of "$port" /p/healthz >/dev/null
body_of "$port" /p/metrics >"$scratch/public"
grep -q '"status":404' "$scratch/public" || fail "metrics are on the public port"
body_of "$metrics_port" /metrics >"$scratch/metrics"
version=$("$pajthy" --version | grep -Eo '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)
grep -q "^pajthy_build_info{version=\"$version\",commit=\"[0-9a-f]*\"} 1\$" "$scratch/metrics" ||
    fail "the metrics do not say which program runs"
grep -q '^pajthy_requests_total{route="/healthz",status="200"} 1$' "$scratch/metrics" ||
    fail "the metrics do not count the public port's requests"

if command -v promtool >/dev/null; then
    promtool check metrics <"$scratch/metrics" >"$scratch/promtool" 2>&1 ||
        fail "promtool finds fault with the metrics"
    [[ ! -s $scratch/promtool ]] || fail "promtool has something to say"
else
    echo "promtool is not installed: its check is left out"
fi

run --address 127.0.0.1 --port 0 --metrics-address "127.0.0.1:$metrics_port"
[[ $status == 1 ]] || fail "a taken address for metrics ended it with $status"
grep -q "^pajthy: cannot listen on 127.0.0.1:$metrics_port for metrics: " "$scratch/err" ||
    fail "the taken address is not named"
[[ ! -s $scratch/out ]] || fail "it said that it is ready"

stop
[[ $status == 0 ]] || fail "SIGTERM ended it with $status"
echo "all is well"
