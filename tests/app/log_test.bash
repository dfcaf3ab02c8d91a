#!/usr/bin/env bash
# Usage: log_test.bash PAJTHY
#
# Lets the server say all that it has to say, about users and about others, and looks for secrets in
# its log.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" "$1"

start --log-level debug --rate-wrong-keys 2,1 --max-address-connections 3
url=http://127.0.0.1:$port

# ask METHOD PATH [CURL ARGUMENT...]: leaves the answer's body in `body`.
ask()
{
    body=$(curl --silent --show-error --max-time 20 --request "$1" "$url$2" "${@:3}")
}

member()
{
    sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" <<<"$body"
}

# The secrets of a meeting, all of them unmistakable.
title=Quarterdeck name=Zanzibar choice=Xylophone
ask POST /api/ --data "{\"Choices\":[\"$choice\",\"2\"],\"Title\":\"$title\"}"
id=$(member Id) control=$(member ControlKey)
ask PUT "/api/$id/join" --data "$name"
seat=$(member SeatKey)
[[ -n $id && -n $control && -n $seat ]] || fail "there is no session"
ask PATCH "/api/$id/control/start" --header "Authorization: Bearer $control"
ask PUT "/api/$id" --header "Cookie: pajthy_seat_1=$seat" \
    --data "{\"Participant\":\"$name\",\"Choice\":\"$choice\"}"
ask GET "/api/$id/control" --header "Cookie: pajthy_control=$control"
ask GET "/api/$id?as=$name" --header "Authorization: Bearer $seat"
ask GET "/$id/control"
ask POST "/api/$id/control/keys" --header "Authorization: Bearer $control"
minted=$(member ControlKey)
ask PATCH "/api/$id/control/kick" --header "Authorization: Bearer $control" --data "$name"

# What a stranger sends: wrong keys until it is too many, paths, fields and bytes that are none.
for _ in 1 2 3 4; do
    ask GET "/api/$id/control" --header "Authorization: Bearer ${control}x"
done
ask GET "/api/$id/control/%0aforged%1b%5b31m"
ask GET "/$name/../$seat?key=$control" --path-as-is
ask BREW "/api/$id"
exec {raw}<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /\033[31m%s\r\n\001\002\xff forged: line\r\n\r\n' "$control" >&"$raw"
cat <&"$raw" >/dev/null
exec {raw}>&-
held=()
for _ in 1 2 3 4 5 6; do
    exec {raw}<>"/dev/tcp/127.0.0.1/$port"
    held+=("$raw")
done
for raw in "${held[@]}"; do
    exec {raw}>&-
done

stop
[[ $status == 0 ]] || fail "SIGTERM ended it with $status"

for secret in "$title" "$name" "$choice" "$control" "$seat" "$minted" "$id" pajthy_ forged; do
    ! grep -qF -- "$secret" "$scratch/log" || fail "the log tells $secret"
done
! LC_ALL=C grep -q '[^ -~]' "$scratch/log" || fail "the log has bytes that are no text"
line='^[0-9-]{10}T[0-9:.]{12}Z (debug|info|warning|error) [^ ].*$'
! grep -Evq -- "$line" "$scratch/log" || fail "the log has something else than one line an event"

# And what there is to tell is told, by the template of the route.
for told in 'POST / 201' 'PUT /{id}/join 201' 'PUT /{id} 202' 'PATCH /{id}/control/kick 204' \
    'GET /{id}/control 403' 'GET /{id}/control 429' \
    'too many requests from 127.0.0.1: /{id}/control' \
    'a connection too many from 127.0.0.1: 3 may be open' "listens on 127.0.0.1:$port; descriptors: "; do
    grep -qF -- " $told" "$scratch/log" || fail "the log does not tell: $told"
done

# However many clients are refused at a time, they take few lines, and none of those of the server.
start --rate-unknown-ids 1,1 --trusted-proxy 127.0.0.1
clients=80
flood()
{
    for ((i = 1; i <= clients; ++i)); do
        curl --silent --max-time 20 --header "X-Forwarded-For: 192.0.2.$i" --output /dev/null \
            "http://127.0.0.1:$port/api/unknown[1-3]"
    done
}
flood
wait_for_log " info [0-9]* other lines were held back$"
named=$(grep -c ' info too many requests from 192\.0\.2\.[0-9]*: /{id}$' "$scratch/log")
((named > 60 && named <= 64)) || fail "$named clients are named"
# Each is refused twice: one line, and one that is held back.
grep -q " info $((2 * (clients - named))) other lines were held back$" "$scratch/log" ||
    fail "the log does not count what it held back"
flood
stop
grep -q ' info stopping$' "$scratch/log" || fail "the log does not say that the server stops"

# As JSON, every line is an object with a time, a level and a message, and with what it names.
start --log-level debug --log-format json --rate-unknown-ids 1,1 --max-address-sessions 1
url=http://127.0.0.1:$port
for _ in 1 2 3; do
    ask GET /api/unknown
    ask POST /api/ --data '["1","2"]'
done
stop
cat >"$scratch/check.mjs" <<'END'
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';

const lines = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
for (const { time, level, message } of lines) {
  assert.equal(new Date(time).toISOString(), time);
  assert.match(level, /^(debug|info|warning|error)$/);
  assert.equal(typeof message, 'string');
}
const [start] = lines;
assert.match(start.version, /^\d+\.\d+\.\d+$/);
assert.match(start.address, /^127\.0\.0\.1:\d+$/);
assert.ok(start.descriptors >= start.connections && start.connections > 0);
const one = (message) => lines.find((line) => line.message === message);
assert.equal(one('too many requests from 127.0.0.1: /{id}').client, '127.0.0.1');
assert.equal(one('too many requests from 127.0.0.1: /{id}').route, '/{id}');
assert.equal(one('too many sessions of 127.0.0.1').client, '127.0.0.1');
assert.equal(one('POST / 201').status, 201);
END
node "$scratch/check.mjs" "$scratch/log" || fail "the log as JSON is not what it should be"
echo "all is well"
