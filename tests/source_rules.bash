#!/usr/bin/env bash
# Usage: source_rules.bash PROJECT
#
# Rules of the sources that no compiler checks.
set -euo pipefail
shopt -s globstar nullglob

cd "$1"
broken=0

# Prints what breaks a rule.
report()
{
    local rule=$1 found=$2
    if [[ -n $found ]]; then
        printf 'Broken: %s\n%s\n\n' "$rule" "${found%$'\n'}"
        broken=1
    fi
}

# Lines of the sources that match.
lines() { grep -rnP --include='*.[ch]pp' --exclude-dir=node_modules "$@" || true; }

# Statements of the sources that match, line breaks or not.
statements()
{
    local file found
    for file in src/**/*.[ch]pp include/**/*.[ch]pp; do
        found=$(tr '\n' ' ' <"$file" | grep -oP "$1" || true)
        [[ -z $found ]] || printf '%s: %s\n' "$file" "$found"
    done
}

# --- What g++ 12 compiles wrongly

report 'no co_await in a condition that does not name its value' \
    "$(lines '\b(if|while|switch)\s*\([^=;{]*\bco_await\b' src include)"
# A capture list that is neither empty nor `this` nor made of references alone.
by_value='\[(?!\s*\]|\s*this\s*\]|\s*&\s*\w*\s*(,\s*&\s*\w+\s*)*\])[^\][]*\]\s*[({]'
report 'no lambda that captures by value is written inside a co_await' \
    "$(statements "\bco_await\b[^;{}]*[(,{=\s]$by_value")"
report 'no co_return of an empty pair of braces' \
    "$(lines '\bco_return\s*\{\s*\}' src include)"

# A function that is no coroutine has returned when what it passes on runs.
by_reference=$(awk '
    FNR == 1 { body = "" }
    { body = body "\n" $0 }
    /^}/ { if (body ~ /\[&\]\((const )?session/ && body ~ /task</ && body !~ /co_(await|return)/) print FILENAME ":" FNR; body = "" }
' src/handler/*.cpp src/service/*.cpp)
report 'a task that is no coroutine passes on nothing that captures its locals' "$by_reference"

# --- One thread that never waits

threads='std::(\w*mutex|j?thread|\w+_lock|lock_guard|async|condition_variable|this_thread)\b'
sleep='\bu?sleep(_for|_until)?\s*\('
report 'no threads, no locks, no sleep' "$(lines "$threads|$sleep" src include)"
report 'no test sleeps' "$(lines "$sleep|this_thread" tests)"

# --- Nothing points upwards

# The place of a header or source among the modules, by its path below include/pajthy or src.
rank_of()
{
    case $1 in
    error.* | task.* | completion.* | clock.* | limits.* | line_writer.* | log.* | log_line.* | rare_warning.* | repeat_filter.* | field_value.* | string_hash.* | boost.* | boost_assertion.* | rfc6455/*) rank=0 ;;
    domain/*) rank=1 ;;
    event/*) rank=2 ;;
    wire/*) rank=3 ;;
    bus/*) rank=4 ;;
    store/*) rank=5 ;;
    service/*) rank=6 ;;
    handler/*) rank=7 ;;
    assets/*) rank=8 ;;
    server/*) rank=9 ;;
    app/*) rank=10 ;;
    main.*) rank=11 ;;
    *) rank=none ;;
    esac
}

upwards=
for file in src/**/*.[ch]pp include/pajthy/**/*.hpp; do
    short=${file#src/}
    short=${short#include/pajthy/}
    rank_of "$short"
    own=$rank
    if [[ $own == none ]]; then
        upwards+="$file has no place among the modules"$'\n'
        continue
    fi
    while read -r included; do
        rank_of "$included"
        if [[ $rank == none || $rank -gt $own ]]; then
            upwards+="$file includes $included"$'\n'
        fi
    done < <(sed -nE 's,^#include <pajthy/([^>]+)>.*,\1,p' "$file")
    while read -r included; do
        if [[ $included == */* ]]; then
            upwards+="$file includes \"$included\""$'\n'
        fi
    done < <(sed -nE 's,^#include "([^"]+)".*,\1,p' "$file")
done
report 'no module includes one above it, nor the inside of another one' "$upwards"

beyond_values='boost/asio/(?!ip/address)|boost/beast/(?!http/(status|verb)\.hpp)'
report 'neither the handler nor what is below it knows a socket or a loop' \
    "$(lines "#include <($beyond_values)|io_context" {src,include/pajthy}/{domain,event,wire,bus,store,service,handler})"
report 'the handler knows no store and no bus' \
    "$(lines '#include <pajthy/(store|bus)/' {src,include/pajthy}/handler | grep -v 'store/session_store.hpp' || true)"
report 'only the service changes what a store keeps' \
    "$(lines 'store_?\.(create|update|expire)\(' src include | grep -v '^src/service/session_service.cpp:' || true)"
report 'the bus knows neither JSON nor rules' \
    "$(lines '#include <pajthy/(wire|domain/session)' {src,include/pajthy}/bus)"
report 'the server knows neither the domain nor the store' \
    "$(lines '#include <pajthy/(domain|store)/' src/server include/pajthy/server)"
report 'only stores see the records of sessions, which have hidden votes in them' \
    "$(lines '[.>]record\(\)|(session|seat|round|undo)_record\b|undo_slot\(\)\.last\(' src include |
        grep -vE '^(src|include/pajthy)/(domain|store)/' || true)"
report 'only main names concrete stores and buses' \
    "$(lines '#include <pajthy/(store/memory_store|bus/local_event_bus)\.hpp>' src include |
        grep -vE '^src/(main|store/memory_store|bus/local_event_bus)\.cpp:' || true)"
report 'only wire knows JSON' \
    "$(lines '#include <boost/json' src include | grep -vE '^(src/wire/|src/boost\.cpp:)' || true)"

((broken == 0)) && echo 'all rules are kept'
exit "$broken"
