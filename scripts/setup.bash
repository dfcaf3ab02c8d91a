# shellcheck shell=bash
# Usage: source scripts/setup.bash      (what scripts/run and scripts/test share; sourcing only defines)
#
#   ensure LIST...   installs by name what is missing of build_needs, bench_needs, test_needs,
#                    browser_needs, engine_needs, proxy_needs, and asks no question
#   use_node         puts a Node that the page's tools accept first on PATH
#   build_jobs       says how many compilers fit into this machine
#   configure PRESET [OPTION...]   configures that build tree, from scratch if it was made elsewhere
#   build_server     builds $server, the release build, with all that this takes
#
# Where nothing is missing, nothing is installed, updated or looked up, and no rights are needed.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
own_node=$project/build/node
server=$project/build/release/pajthy

say()
{
    printf '%s: %s\n' "${0##*/}" "$*" >&2
}

die()
{
    say "$@"
    exit 1
}

# --- What is needed -------------------------------------------------------------------------------

# To build and start the server.
build_needs()
{
    want cmake on_path cmake
    want ninja-build on_path ninja
    want g++ on_path g++
    want 'libboost1.81-dev|libboost1.83-dev|libboost-dev' boost_fits
    want libcli11-dev has_header CLI/CLI.hpp
    want libutf8proc-dev has_header utf8proc.h
    want ca-certificates test -s /etc/ssl/certs/ca-certificates.crt
    # Any Node with an npm will do here: use_node fetches a newer one with them where it has to.
    want nodejs on_path node
    want npm on_path npm
}

# To build what measures, and the tests beside it.
bench_needs()
{
    want catch2 has_header catch2/catch.hpp catch2/catch_all.hpp
    want libbenchmark-dev has_header benchmark/benchmark.h
    want libfmt-dev has_header fmt/format.h
}

# To run every test: the sanitizers, the README's examples, the browsers and fonts for what they show.
test_needs()
{
    bench_needs
    browser_needs
    want clang-19 on_path clang++-19
    want libclang-rt-19-dev compgen -G '/usr/lib/llvm-19/lib/clang/19/lib/*/libclang_rt.asan*.a'
    want llvm-19 test -x /usr/lib/llvm-19/bin/llvm-symbolizer
    want curl on_path curl
    want git on_path git
    want clang-format-14 can_check_format
}

# To look at the page as people do.
browser_needs()
{
    # Without a window: it has what the tests need, and takes less than half of their time.
    want chromium-headless-shell on_path chromium-headless-shell
    # Another engine, for one test.
    want firefox-esr test -x /usr/bin/firefox-esr
    want fonts-noto-color-emoji test -e /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf
}

# And one more, which needs a screen, if only one that nobody sees.
engine_needs()
{
    want webkit2gtk-driver test -x /usr/bin/WebKitWebDriver
    want xvfb on_path Xvfb
}

# To run the tests behind real proxies. They lie where a user's PATH doesn't lead; what is called
# apache2-bin is Apache without its service.
proxy_needs()
{
    want openssl on_path openssl
    want nginx test -x /usr/sbin/nginx
    want haproxy test -x /usr/sbin/haproxy
    want caddy test -x /usr/bin/caddy
    want apache2-bin test -x /usr/sbin/apache2
}

# want PACKAGE[|PACKAGE...] TEST...: notes the package as missing where the test fails. Of several
# packages, the first that the distribution has is meant.
want()
{
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}

on_path()
{
    command -v "$1"
}

# has_header NAME...: at least one of the headers is there.
has_header()
{
    local name
    for name in "$@"; do
        [[ ! -e /usr/include/$name && ! -e /usr/local/include/$name ]] || return 0
    done
    return 1
}

# Debian 13 has no clang-format of the version that the sources are written with: the test is skipped.
can_check_format()
{
    on_path clang-format-14 || ! grep -q '^VERSION_CODENAME=bookworm$' /etc/os-release
}

# Boost is there and 1.81 or newer, by its own header.
boost_fits()
{
    local folder version
    for folder in /usr/local/include /usr/include; do
        [[ -e $folder/boost/version.hpp ]] || continue
        version=$(sed -n 's/^#define BOOST_VERSION \([0-9]*\).*/\1/p' "$folder/boost/version.hpp")
        ((version < 108100)) || return 0
    done
    return 1
}

# --- Installing it --------------------------------------------------------------------------------

ensure()
{
    local packages=() wish names failed=
    find_missing "$@"
    ((${#missing[@]} > 0)) || return 0

    names="${missing[*]%%|*}"
    on_path apt-get >/dev/null || die "no apt-get here: please install what Debian calls $names"
    is_admin || die "neither root nor a sudo without a password: please install $names"

    say "missing: $names"
    apt_get update || die "apt-get update failed: its last lines above say why"
    for wish in "${missing[@]}"; do
        packages+=("$(first_known "$wish")")
    done
    say "installing ${packages[*]}"
    deny_services
    # Recommended packages would double the size. What somebody else installed is not ours to remove.
    apt_get install --yes --no-install-recommends --no-remove "${packages[@]}" || failed=yes
    allow_services
    [[ -z $failed ]] || die "apt-get could not install ${packages[*]}: its last lines above say why"

    find_missing "$@"
    ((${#missing[@]} == 0)) || die "installed, and yet missing or too old: ${missing[*]%%|*}"
}

find_missing()
{
    local list
    missing=()
    for list in "$@"; do
        "$list"
    done
}

is_admin()
{
    ((EUID == 0)) || sudo -n true 2>/dev/null
}

as_admin()
{
    if ((EUID == 0)); then
        "$@"
    else
        sudo -n "$@"
    fi
}

# Says nothing unless it fails: hundreds of lines a package list would hide what follows.
apt_get()
{
    local output
    output=$(as_admin env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a \
        APT_LISTCHANGES_FRONTEND=none PAJTHY_SETUP=1 \
        apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
        -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold "$@" 2>&1 </dev/null) || {
        printf '%s\n' "$output" >&2
        return 1
    }
}

# Debian starts a web server when it is installed, and with each boot from then on; here it is a
# program that tests run. What packages ask before they start a service (invoke-rc.d(8)) says no to
# this script's own apt-get alone. An administrator's own word stays as it is.
policy=/usr/sbin/policy-rc.d

deny_services()
{
    [[ ! -e $policy ]] || return 0
    as_admin tee $policy >/dev/null <<'END'
#!/bin/sh
[ -z "$PAJTHY_SETUP" ] || exit 101
END
    as_admin chmod 755 $policy
}

allow_services()
{
    local service
    for service in nginx haproxy caddy; do
        [[ " ${packages[*]} " == *" $service "* ]] || continue
        if [[ -e /etc/init.d/$service ]]; then
            as_admin update-rc.d "$service" disable # for systemd, too
        elif on_path systemctl >/dev/null; then
            as_admin systemctl --quiet disable "$service"
        fi
    done
    ! grep -qs PAJTHY_SETUP $policy || as_admin rm $policy
}

# first_known PACKAGE[|PACKAGE...]: the first that can be installed; the last where none can, so that
# apt-get's own message names it.
first_known()
{
    local package
    for package in ${1//|/ }; do
        [[ $(LC_ALL=C apt-cache policy "$package") != *'Candidate: '[^\(]* ]] || break
    done
    printf '%s\n' "$package"
}

# --- Node -----------------------------------------------------------------------------------------

# The system's Node if it fits, else one of the project's own, fetched once.
use_node()
{
    ! node_fits || return 0

    local before=$PATH
    export PATH=$own_node/node_modules/.bin:$PATH
    ! node_fits || return 0

    say "the Node here is too old for the page's tools: fetching one into ${own_node#"$project"/}"
    rm -rf "$own_node"
    mkdir -p "$own_node"
    PATH=$before npm install --prefix "$own_node" --no-save --no-audit --no-fund --no-update-notifier \
        --ignore-scripts=false --loglevel=error node@22 npm@11 </dev/null >&2
    hash -r
    node_fits || die "no fitting Node: please install Node 20.19, 22.12 or newer"
}

# ^20.19 or >=22.12, with an npm.
node_fits()
{
    on_path npm >/dev/null && node "$project/scripts/node_fits.js" 2>/dev/null
}

# --- Building -------------------------------------------------------------------------------------

# One compiler a core, but no more than there are gigabytes: a sanitizer build takes one for each.
build_jobs()
{
    local cores gigabytes
    cores=$(nproc)
    gigabytes=$(awk '$1 == "MemTotal:" { print int($2 / 1000000) }' /proc/meminfo)
    printf '%s\n' $((gigabytes < 1 ? 1 : gigabytes < cores ? gigabytes : cores))
}

# configure PRESET [OPTION...]
configure()
{
    forget_if_moved "$1"
    (cd "$project" && cmake --preset "$@")
}

# A build tree knows its place by heart: after the project was moved or copied, it is made anew.
forget_if_moved()
{
    local tree=$project/build/$1 place
    [[ -e $tree/CMakeCache.txt ]] || return 0
    place=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$tree/CMakeCache.txt")
    [[ ! $place -ef $project ]] || return 0
    say "build/$1 was made in $place: making it anew"
    rm -rf "$tree"
}

build_server()
{
    local folder=${server%/*}
    ensure build_needs
    use_node
    forget_if_moved release
    # The server alone needs no test library. `cmake --preset release` switches the tests on again.
    [[ -e $folder/build.ninja ]] || configure release -DBUILD_TESTING=OFF
    cmake --build "$folder" --target pajthy --parallel "$(build_jobs)"
}
