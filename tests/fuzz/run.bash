#!/usr/bin/env bash
# Usage: run.bash TARGET SECONDS
#
# Runs a fuzz target, a program, on its corpus and then on what comes to its mind. What it finds
# goes beside the program: TARGET.found/ for inputs that reach something new, which the next run
# begins with; TARGET.crashes/ for those that break a rule.
set -euo pipefail

target=$1
seconds=$2
name=${target##*/}
here=$(dirname "${BASH_SOURCE[0]}")

export ASAN_SYMBOLIZER_PATH=${ASAN_SYMBOLIZER_PATH:-/usr/lib/llvm-19/bin/llvm-symbolizer}
mkdir -p "$target.found" "$target.crashes"
exec "$target" \
    -max_total_time="$seconds" -max_len=4096 -timeout=20 -print_final_stats=1 \
    -dict="$here/words.dict" -artifact_prefix="$target.crashes/" \
    "$target.found" "$here/corpus/$name"
