#!/usr/bin/env bash
# Usage: proxy_hints_test.bash PAJTHY
#
# Sends what a proxy sends that is set up in another way than the server, and looks in the log for
# one line that says so.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" "$1"

# ask PATH [CURL ARGUMENT...]: leaves the status in `answered`.
ask()
{
    answered=$(curl --silent --show-error --max-time 20 --output /dev/null \
        --write-out '%{http_code}' "http://127.0.0.1:$port$1" "${@:2}")
}

# Ends the server, and looks for this text in one line of its log.
expect_once()
{
    stop
    [[ $(grep -cF -- "$1" "$scratch/log") == 1 ]] || fail "the log does not say once: $1"
}

expect_silence()
{
    stop
    ! grep -q warning "$scratch/log" || fail "the log warns of something"
}

# Another Host than the browser's.
start
for _ in 1 2 3; do
    ask /api/ --data '["1"]' --header 'Origin: https://pajthy.example' --header 'Host: inner:8000'
    [[ $answered == 403 ]] || fail "a foreign origin was answered with $answered"
done
ask /api/ --data '["1"]' --header 'Origin: https://other.example' # which is warned of later
expect_once 'page of origin https://pajthy.example, for Host "inner:8000"'
! grep -q other.example "$scratch/log" || fail "a stranger fills the log"

# Nothing but the port is another one, and a browser says that they are the same.
start
same=(--data '["1"]' --header 'Origin: https://pajthy.example' --header 'Host: pajthy.example:8000')
ask /api/ "${same[@]}" --header 'Sec-Fetch-Site: same-origin'
[[ $answered == 201 ]] || fail "a page of the same origin was answered with $answered"
expect_silence
start
ask /api/ "${same[@]}" --header 'Sec-Fetch-Site: same-site'
[[ $answered == 403 ]] || fail "a page of the same site was answered with $answered"
expect_once 'warning refused a change'

# A proxy that is not trusted.
start
for _ in 1 2 3; do
    ask / --header 'X-Forwarded-For: 192.0.2.1' --header 'X-Forwarded-Proto: https'
done
ask /healthz --header 'X-Forwarded-Proto: https'
expect_once 'If it is your proxy: --trusted-proxy 127.0.0.1'
start --trusted-proxy 127.0.0.1
ask / --header 'X-Forwarded-For: 192.0.2.1' --header 'X-Forwarded-Proto: https'
expect_silence

# A proxy that takes the base path away.
start --base-path /tools/pajthy
for path in / /api/0123456789ab /assets/x.js; do
    ask "$path"
    [[ $answered == 404 ]] || fail "$path beside the base path was answered with $answered"
done
expect_once 'a request for / lacks the base path /tools/pajthy'
start --base-path /tools/pajthy
ask /api/0123456789ab/control
expect_once 'a request for /api/... lacks the base path /tools/pajthy'
! grep -q 0123456789ab "$scratch/log" || fail "the log tells an id"
start --base-path /tools/pajthy
ask /tools/pajthy/ --header 'X-Forwarded-Prefix: /tools/pajthy'
ask /robots.txt
ask /tools/pajthy
expect_silence

# A base path that nobody has told the server.
made=(--data '["1"]' --header 'Referer: https://pajthy.example/tools/pajthy/?x=/')
start
ask /api/ "${made[@]}"
ask /api/ "${made[@]}"
expect_once 'name what it takes away by --base-path'
start
ask / --header 'X-Forwarded-Prefix: /tools/pajthy'
expect_once 'name what it takes away by --base-path'
start
ask / --header 'X-Forwarded-Prefix: /'
for page in / /new '/new?deck=a/b/' '' /0123456789ab/control; do
    ask /api/ --data '["1"]' --header "Referer: https://pajthy.example$page"
done
ask /healthz --header 'Referer: https://pajthy.example/tools/pajthy/'
expect_silence
echo "all is well"
