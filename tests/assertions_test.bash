#!/usr/bin/env bash
# Usage: assertions_test.bash PROGRAM
#
# Assertions are on in this build: whoever breaks one dies of it, and says which it was.
set -euo pipefail

program=$1

fail()
{
    echo "FAILED: $*" >&2
    exit 1
}

# dies_of WHOSE WORDS: an assertion that is broken.
dies_of()
{
    local said status=0
    said=$("$program" "$1" 2>&1) || status=$?
    ((status == 134)) || fail "an assertion of $1 ends with $status, and not with an abort: $said"
    [[ $said == *"$2"* ]] || fail "an assertion of $1 does not say which it is: $said"
}

[[ $("$program" none) == 'still alive' ]] || fail 'the program dies of nothing'
dies_of own '/assertions.cpp:'
dies_of own "Assertion \`size == 7' failed"
dies_of library 'operator[]'
dies_of beast "Assertion \`is_header_done()' failed"
echo 'all is well'
