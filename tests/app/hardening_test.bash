#!/usr/bin/env bash
# Usage: hardening_test.bash PAJTHY
#
# Looks into the program that is shipped for what makes a fault in it harder to use.
set -euo pipefail

pajthy=$1

fail()
{
    echo "FAILED: $*" >&2
    exit 1
}

# has OPTION PATTERN WORDS: readelf finds it.
has()
{
    grep -Eq -- "$2" < <(readelf --wide "$1" "$pajthy") || fail "the program is without $3"
}

has --file-header 'Type: +DYN' 'a place that changes with each start (PIE)'
has --program-headers 'GNU_RELRO' 'tables that are read only (RELRO)'
has --dynamic 'BIND_NOW|FLAGS.* NOW' 'tables that are bound at the start (full RELRO)'
has --program-headers 'GNU_STACK.* RW ' 'a stack that cannot be run'
has --symbols '__stack_chk_fail' 'guards of its stack'
has --symbols '__[a-z]+_chk@' 'checked copies (_FORTIFY_SOURCE)'
has --symbols '__glibcxx_assert_fail' 'assertions of the standard library'
! grep -q '__assert_fail' < <(readelf --wide --symbols "$pajthy") ||
    fail 'the program has assertions that are for other builds'
[[ $(uname -m) != x86_64 ]] ||
    grep -q endbr64 < <(objdump --disassemble=main "$pajthy") ||
    fail "the program is without guards of its jumps (CET)"
echo "all is well"
