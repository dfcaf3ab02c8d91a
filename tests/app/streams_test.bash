#!/usr/bin/env bash
# Usage: streams_test.bash PAJTHY
#
# The server goes on whatever becomes of its standard streams and of the terminal that it was started
# from: they may be closed, full, without a reader, or with one that doesn't read.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" "$1"

program=("$pajthy" --address 127.0.0.1 --port 0 --rate-limits off)

# The server answers a request.
answers()
{
    [[ $(curl --silent --max-time 20 --output /dev/null --write-out '%{http_code}' \
        "http://127.0.0.1:$port/healthz") == 200 ]] || fail "$1: it does not answer"
}

# Leaves the port that the log names.
port_in_log()
{
    wait_for_log ' listens on '
    [[ $(<"$scratch/log") =~ ' listens on 127.0.0.1:'([0-9]+)';' ]] || fail "the log names no port"
    port=${BASH_REMATCH[1]}
}

# Leaves the port that stdout named.
port_in_out()
{
    grep -q -m 1 ready < <(timeout 20 tail -n +1 --pid="$pid" -f "$scratch/out") ||
        fail "it did not say that it is ready"
    [[ $(<"$scratch/out") =~ 'http://127.0.0.1:'([0-9]+)/ ]] || fail "it said: $(<"$scratch/out")"
    port=${BASH_REMATCH[1]}
}

# What one has said is not taken for what the next one says.
forget_words()
{
    : >"$scratch/out" >"$scratch/log"
}

end_well()
{
    stop
    [[ $status == 0 ]] || fail "$1: SIGTERM ended it with $status"
}

end()
{
    end_well "$1"
    forget_words
}

forget_words

# Leaves a pipe in `pipe`, and in `reader` the one that could read it.
make_pipe()
{
    rm -f "$scratch/pipe"
    mkfifo "$scratch/pipe"
    exec {both}<>"$scratch/pipe" # waits for nobody
    exec {reader}<"$scratch/pipe"
    exec {pipe}>"$scratch/pipe"
    exec {both}>&-
}

# --- Signals that a terminal or a pipe sends

"${program[@]}" >"$scratch/out" 2>"$scratch/log" &
pid=$!
port_in_log
for signal in HUP PIPE XFSZ; do
    kill -"$signal" "$pid"
    answers "SIG$signal"
done
end signals

# --- Closed from the start: what is opened later does not take their places

# None of the three is a socket, also with a connection that is open.
no_socket()
{
    connect
    answers "$1"
    for fd in 0 1 2; do
        [[ $(readlink "/proc/$pid/fd/$fd") != socket:* ]] || fail "$1: descriptor $fd is a socket"
        [[ -e /proc/$pid/fd/$fd ]] || fail "$1: descriptor $fd is closed"
    done
    exec {connection}>&-
    end "$1"
}

"${program[@]}" <&- >"$scratch/out" 2>"$scratch/log" &
pid=$!
port_in_log
no_socket 'closed stdin'
"${program[@]}" >&- 2>"$scratch/log" &
pid=$!
port_in_log
no_socket 'closed stdout'
"${program[@]}" >"$scratch/out" 2>&- &
pid=$!
port_in_out
no_socket 'closed stderr'
"${program[@]}" <&- >"$scratch/out" 2>&- &
pid=$!
port_in_out
no_socket 'closed stdin and stderr'

# --- Nobody can take the line that says that it is ready

make_pipe
exec {reader}<&-
"${program[@]}" >&"$pipe" 2>"$scratch/log" &
pid=$!
port_in_log
answers 'stdout without a reader'
end 'stdout without a reader'
exec {pipe}>&-
"${program[@]}" >/dev/full 2>"$scratch/log" &
pid=$!
port_in_log
answers 'full stdout'
end 'full stdout'

# --- Nobody can take the log

make_pipe
exec {reader}<&-
"${program[@]}" --log-level debug >"$scratch/out" 2>&"$pipe" &
pid=$!
exec {pipe}>&-
port_in_out
answers 'stderr without a reader'
answers 'stderr without a reader'
end 'stderr without a reader'

"${program[@]}" --log-level debug >"$scratch/out" 2>/dev/full &
pid=$!
port_in_out
answers 'a full disk'
answers 'a full disk'
end 'a full disk'

# A file may grow to 1 KiB, and a line that would make it larger is lost.
(ulimit -f 1 && exec "${program[@]}" --log-level debug >"$scratch/out" 2>"$scratch/log") &
pid=$!
port_in_out
for ((i = 0; i < 30; ++i)); do
    answers 'a file that may not grow'
done
end 'a file that may not grow'

# --- A reader of the log that doesn't read: lines are dropped, and it says how many

requests=20000
make_pipe
"${program[@]}" --log-level debug >"$scratch/out" 2>&"$pipe" &
pid=$!
exec {pipe}>&-
port_in_out
(fcntl_flags=$(sed -n 's/^flags:\t//p' "/proc/$pid/fdinfo/2") && ((!(8#$fcntl_flags & 8#4000)))) ||
    fail 'it changed the stderr that it shares with others'
curl --silent --fail --max-time 100 --output /dev/null "http://127.0.0.1:$port/healthz?[1-$requests]" ||
    fail 'a stuck reader of the log holds the server up'
answers 'a stuck reader of the log'
timeout 60 cat <&"$reader" >"$scratch/log" &
slow=$!
exec {reader}<&-
wait_for_log ' lines of the log were dropped$'
answers 'a reader of the log that reads again'
end_well 'a stuck reader of the log'
wait "$slow" || fail 'the log does not end with the program'
line='^[0-9-]{10}T[0-9:.]{12}Z (debug GET [^ ]+ 200|info .*|warning [0-9]+ lines of .*)$'
! grep -Evq "$line" "$scratch/log" || fail 'a line of the log is not whole'
read -r told < <(sed -n 's/.* warning \([0-9]*\) lines of the log were dropped$/\1/p' "$scratch/log")
written=$(grep -c ' debug GET [^ ]* 200$' "$scratch/log")
((written + told == requests + 2)) ||
    fail "$written lines written and $told dropped are not $((requests + 2))"
((told > requests / 2)) || fail "only $told lines were dropped"
echo "all is well"
