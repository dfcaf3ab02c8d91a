#!/usr/bin/env bash
# Usage: format_test.bash PROJECT
#
# Every C++ file is as clang-format 14 writes it. Other versions write some lines otherwise, so this
# one is asked by name; where it isn't there, the exit status is 77 for "skipped".
set -euo pipefail

cd "$1"
if ! command -v clang-format-14 >/dev/null; then
    echo 'skipped: no clang-format-14 here'
    exit 77
fi

mapfile -d '' files < <(find src include tests -name node_modules -prune -o -name '*.[ch]pp' -print0)
if ((${#files[@]} == 0)); then
    echo 'no C++ file found'
    exit 1
fi
if ! clang-format-14 --dry-run --Werror "${files[@]}"; then
    echo 'To format a file: clang-format-14 -i FILE'
    exit 1
fi
echo "${#files[@]} files are formatted"
