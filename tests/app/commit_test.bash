#!/usr/bin/env bash
# Usage: commit_test.bash
#
# What the build writes down as the commit: in a checkout, outside of one, and without git.
set -euo pipefail

export GIT_CONFIG_GLOBAL=/dev/null
script=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/src/app/commit.cmake
cmake=$(command -v cmake)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
project="$scratch/a checkout (new)"
header="$scratch/a build/commit.hpp"

fail()
{
    echo "FAILED: $*" >&2
    exit 1
}

# look_up [OPTION...]: writes the header.
look_up()
{
    "$cmake" "-DPROJECT=$project" "-DHEADER=$header" "$@" -P "$script"
}

# The header defines this commit.
is()
{
    [[ $(<"$header") == "#define PAJTHY_COMMIT \"$1\"" ]] || fail "$2: $(<"$header")"
}

commit()
{
    git -C "$project" -c user.name=nobody -c user.email=nobody@localhost \
        commit --quiet --allow-empty --message "$1"
}

mkdir "$project"
look_up
is '' 'outside of a checkout'

git -C "$project" init --quiet
look_up
is '' 'before the first commit'

commit first
look_up
first=$(git -C "$project" rev-parse --short=12 HEAD)
is "$first" 'in a checkout'

written=$(stat --format %y "$header")
look_up
[[ $(stat --format %y "$header") == "$written" ]] || fail 'the header is written without need'

commit second
look_up
second=$(git -C "$project" rev-parse --short=12 HEAD)
[[ $second != "$first" ]] || fail 'no second commit'
is "$second" 'after another commit'

PATH=$scratch look_up
is '' 'without git'

look_up -DCOMMIT=0123456789abcdef0123456789abcdef01234567
is 0123456789ab 'told the commit'

look_up -DCOMMIT=0123456
is 0123456 'told a short commit'

# What is unpacked there is another project.
mkdir "$project/unpacked"
project=$project/unpacked look_up
is '' 'inside of another checkout'
echo "all is well"
