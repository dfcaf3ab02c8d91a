#!/usr/bin/env bash
# Usage: tests/readme.bash BINARY      (runs the README's curl examples, as printed, against a server)
set -euo pipefail
readme=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/README.md
folder=$(mktemp -d)

coproc "$1" --address 127.0.0.1 --port 0 --log-level warning
server=$COPROC_PID
trap 'kill "$server" || true; rm -rf "$folder"' EXIT
read -r ready <&"${COPROC[0]}" # "pajthy is ready: http://127.0.0.1:PORT/"
base=${ready##* }
base=${base%/}

examples=$(awk '/^```sh$/ { block = ""; inside = 1; next }
    /^```$/ { if (inside && block ~ /curl/) printf "%s", block; inside = 0 }
    inside { block = block $0 "\n" }' "$readme")
[[ $examples == *'base=http://localhost:8000'* ]]
cd "$folder"
bash -euo pipefail -c "${examples/http:\/\/localhost:8000/$base}" | tee answers

# What the comments between the examples promise.
grep -q '"Open":true.*"Votes":{"Ana":"\*"}' answers
grep -q '"Open":false.*"Votes":{"Ana":"5","Béla":"8"}' answers
echo "README: the examples work"
