#!/usr/bin/env bash
# Usage: tests/readme.bash BINARY      (runs the README's curl examples, as printed, against a server;
#                                       its lines for nginx are those of the file)
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readme=$project/README.md
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

lines=$(sed -n '/^```nginx$/,/^```$/ { /^```/d; s/ *#.*//; p }' "$readme")
[[ -n $lines ]]
while read -r line; do
    grep -qF -- "$line" "$project/scripts/deploy/nginx.conf" || {
        echo "README: nginx.conf has no line: $line" >&2
        exit 1
    }
done <<<"$lines"
echo "README: the examples work"
