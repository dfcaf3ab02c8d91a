#!/usr/bin/env bash
# Usage: build_test.bash PROJECT
#
# Builds a little of the project where that is hard: in a folder with spaces and parentheses, with an
# old Node first on PATH, and after it was moved. What stands for Node here makes a page of one file.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
place="$scratch/a b (c)/pajthy"
mkdir -p "$place/static" "$scratch/old" "$scratch/new"
cd "$1"
cp -r CMakeLists.txt CMakePresets.json include src scripts "$place"
cp static/*.{json,html,ts} static/.npmrc "$place/static"
cd "$place"

fail()
{
    echo "FAILED: $*" >&2
    [[ ! -e $scratch/out ]] || cat "$scratch/out" >&2
    exit 1
}

# works COMMAND...
works()
{
    "$@" >"$scratch/out" 2>&1 || fail "$*"
}

# program PATH LINE...: writes a script.
program()
{
    printf '%s\n' '#!/bin/sh' "${@:2}" >"$1"
    chmod +x "$1"
}

# Makes the page and embeds it, without all else that a build makes before it.
make_page()
{
    ninja -C build/release -t commands src/bundle/bundle.S | grep -e /npm -e embed.cmake |
        (cd build/release && sh -eux)
}

program "$scratch/old/node" 'exit 1'
program "$scratch/old/npm" 'exit 1'
program "$scratch/new/node" ''
program "$scratch/new/npm" 'node || exit 1' \
    'case $1 in' \
    'ci) mkdir -p node_modules ;;' \
    'run) mkdir -p dist && cp index.html dist ;;' \
    'esac'

# --- The page and its embedding, by the new Node though the old one is first

PATH="$scratch/old:$scratch/new:$PATH" works cmake --preset release -DBUILD_TESTING=OFF
works make_page
works c++ -c build/release/src/bundle/bundle.S -o "$scratch/bundle.o"
grep -q '<title>' "$scratch/bundle.o" || fail 'the page is not embedded'

# --- No Node that fits

echo 'process.exit(1);' >scripts/node_fits.js # so does none that is installed here
! PATH="$scratch/old:$PATH" cmake --preset release >"$scratch/out" 2>&1 ||
    fail 'it takes a Node that does not fit'
grep -q 'No Node on PATH fits' "$scratch/out" || fail 'it does not say what is missing'

# --- Moved

mv "$place" "$scratch/moved"
cd "$scratch/moved"
PATH="$scratch/new:$PATH" works bash -c \
    'source scripts/setup.bash; set -e; configure release -DBUILD_TESTING=OFF'
works make_page
touch build/release/kept
PATH="$scratch/new:$PATH" works bash -c \
    'source scripts/setup.bash; set -e; configure release -DBUILD_TESTING=OFF'
[[ -e build/release/kept ]] || fail 'a build tree that was not moved is made anew'

# --- The scripts take the Node that fits

PATH="$scratch/old:$PATH" bash -c 'source scripts/setup.bash; ! node_fits' ||
    fail 'setup.bash takes a Node that does not fit'
PATH="$scratch/new:$PATH" bash -c 'source scripts/setup.bash; node_fits' ||
    fail 'setup.bash does not take a Node that fits'

# --- A warning is an error for developers and CI alone

! grep -q -e -Werror build/release/build.ninja || fail 'a plain build is stopped by a warning'
PATH="$scratch/new:$PATH" works cmake --preset release -DBUILD_TESTING=OFF \
    -DPAJTHY_WERROR=ON
grep -q -e -Werror build/release/build.ninja || fail 'PAJTHY_WERROR does nothing'
for preset in release image; do
    works cmake --preset "$preset" -N
    ! grep -q PAJTHY_WERROR "$scratch/out" || fail "preset $preset is stopped by a warning"
done
works cmake --preset dev -N
grep -q 'PAJTHY_WERROR="ON"' "$scratch/out" || fail 'preset dev is not stopped by a warning'
echo "all is well"
