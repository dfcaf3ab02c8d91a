#!/usr/bin/env bash
# Usage: image_test.bash RELEASE DIST
#
# Builds what the container image holds, by the Dockerfile's own lines from a copy of what it copies,
# and plays a vote with it where the container would: in an empty root that is read only, as a user
# without rights. RELEASE is the build tree of the release, DIST the page. The libraries are RELEASE's
# where both trees make them by the same commands, which saves two minutes.
source "$(dirname "${BASH_SOURCE[0]}")/program.bash" ''
release=$1
dist=$2
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
image=$scratch/image # what is / in the Dockerfile
root=$scratch/root   # what is / in the container

# --- What the Dockerfile says

# stage [NAME]: the instructions of that stage, or of the last one, each in one line.
stage()
{
    sed -e '/^#/d' -e ':join' -e '/\\$/ { N; s/ *\\\n */ /; b join }' "$project/Dockerfile" |
        awk -v name="${1:-}" '/^FROM / { inside = $0 ~ (name ? " AS " name "$" : "^FROM scratch$") }
            inside'
}

# said INSTRUCTION [STAGE]: what stands behind the last such instruction, a list as plain words.
said()
{
    local found
    found=$(stage "${2:-}" | sed -n "s/^$1 //p" | tail -n 1)
    [[ -n $found ]] || fail "the Dockerfile says no $1"
    [[ $found != *'["'* ]] || found=$(tr -d '[],"' <<<"$found")
    printf '%s\n' "$found"
}

# The value of a build argument that isn't given.
argument()
{
    sed -n "s/^ARG $1=//p" "$project/Dockerfile"
}

version=$(sed -nE 's/^project\(.* VERSION ([0-9.]+) .*/\1/p' "$project/CMakeLists.txt")
[[ $(argument VERSION) == "$version" ]] || fail "the image's version is not $version"

labels=$(said LABEL)
for label in title description licenses source version revision; do
    [[ $labels =~ org\.opencontainers\.image\.$label=\"[^\"]+\" ]] || fail "there is no label $label"
done

# The page is made in another stage: without Node, the server takes what scripts/run installs.
needed=$(
    source "$project/scripts/setup.bash"
    want() { printf '%s\n' "${1%%|*}"; }
    build_needs | grep -vxE 'ca-certificates|nodejs|npm' | sort
)
installed=$(stage server | grep -oP -- '--no-install-recommends \K.*?(?= &&)' | tr ' ' '\n' | sort)
[[ $installed == "$needed" ]] ||
    fail "the Dockerfile installs ${installed//$'\n'/ } where the build needs ${needed//$'\n'/ }"

# --- Building it

# copy STAGE TO: copies what the stage copies out of the project, as far as Docker sees it.
copy()
{
    local words name
    while read -ra words; do
        for name in "${words[@]::${#words[@]}-1}"; do
            grep -qxF "!${name%%/*}" "$project/.dockerignore" || fail ".dockerignore hides $name"
            cp -r "$project/$name" "$2/${words[-1]}" || fail "there is no $name"
        done
    done < <(stage "$1" | sed -n 's/^COPY \([^-]\)/\1/p')
}

tree=$image$(said WORKDIR server)
mkdir -p "$tree"
copy server "$tree"

# The page is where the Dockerfile has it.
page=$(stage server | sed -n 's/^COPY --from=spa [^ ]* //p')
ln -s "$dist" "$image$page"

# RUN configure && build && strip
build=$(said RUN server)
configure=${build%% && *}
finish=${build##* && }
build=${build#"$configure && "}
build=${build%" && $finish"}

in_tree()
{
    (cd "$tree" && VERSION=$(argument VERSION) REVISION=$(argument REVISION) bash -euc "$1") \
        >"$scratch/out" 2>&1 || fail "this failed: $1"
}

# library_commands BUILD SOURCE: what makes the libraries there, whatever the place is called.
library_commands()
{
    local commands
    commands=$(ninja -C "$1" -t commands pajthy_boost pajthy_core | tr -d "\"'\\\\")
    commands=${commands//"$1"/BUILD}
    commands=${commands//"$2"/SOURCE}
    printf '%s\n' "${commands// -Werror / }"
}

in_tree "${configure//"=$page"/"=$image$page"}"
in_tree "$build -- -n" # each file that it takes is there
binary=$(stage | sed -n 's/^COPY --from=server \([^ ]*\) .*/\1/p')
cd "$image$(dirname "$binary")"
if [[ $(library_commands "$PWD" "$tree") == "$(library_commands "$release" "$project")" ]]; then
    cp "$release"/src/*.a src/
    ninja -t commands pajthy | sed -n '/src\/main\.cpp$/p; $p' >"$scratch/link"
    bash -eu "$scratch/link" >"$scratch/out" 2>&1 || fail "it cannot be linked"
else
    echo "the libraries of the release are made in another way: building the image's own"
    in_tree "$build"
fi
in_tree "$finish"
cd "$project"

# --- What it is

mkdir -m 755 "$root"
place=$(stage | sed -n 's/^COPY --from=server [^ ]* //p')
cp "$image$binary" "$root$place"

read_elf()
{
    LC_ALL=C readelf --wide "$1" "$root$place"
}

[[ $(read_elf --file-header) =~ Type:\ +DYN ]] || fail "it is at the same place in each start (no PIE)"
[[ $(read_elf --program-headers) != *INTERP* ]] || fail "it asks for a loader, and there is none"
[[ $(read_elf --dynamic) != *NEEDED* ]] || fail "it asks for a library, and there is none"
size=$(stat --format %s "$root$place")
((size <= 4000000)) || fail "it has $size bytes, more than 4 MB"

# --- Playing a vote with it

user=$(said USER)
[[ $user == 65532:65532 ]] || fail "the image's user is $user"
if ((EUID == 0)); then
    enter='unshare --mount'
    become="chroot --userspec=$user --groups=${user#*:}"
else
    enter='unshare --user --map-root-user --mount'
    become="unshare --user --map-user=${user%:*} --map-group=${user#*:} --root"
fi
# A container without the right to mount leaves what the user has no right to write.
if ((EUID != 0)) || $enter true 2>/dev/null; then
    enter+=" bash -euc 'mount --bind \"\$0\" \"\$0\"; mount -o remount,bind,ro \"\$0\"
        ! touch \"\$0/file\" 2>/dev/null; exec $become \"\$0\" \"\$@\"'"
else
    echo "nothing can be mounted here: the root is read only by its owner and its mode"
    enter=$become
fi
pajthy=$scratch/in_root
printf '#!/usr/bin/env bash\nexec %s %q %q "$@"\n' "$enter" "$root" "$(said ENTRYPOINT)" >"$pajthy"
chmod +x "$pajthy"

# call METHOD PATH [BODY]: leaves the answer, which is no refusal, in `answer`.
call()
{
    answer=$(curl --silent --show-error --fail-with-body --max-time 20 --cookie "$scratch/jar" \
        --cookie-jar "$scratch/jar" --request "$1" --data "${3:-}" "http://127.0.0.1:$port$2" 2>&1) ||
        fail "$1 $2 is refused: $answer"
}

# answered TEXT: the last answer has this in it.
answered()
{
    [[ $answer == *"$1"* ]] || fail "the answer has no $1: $answer"
}

start
[[ $(stat --format %u "/proc/$pid") == "${user%:*}" ]] || ((EUID != 0)) || fail "it isn't $user"
call GET /
answered '<script type="module"'
call POST /api/ '{"Choices":["5","8"]}'
id=$(sed 's/.*"Id":"\([^"]*\)".*/\1/' <<<"$answer")
call PUT "/api/$id/join" Ana
call PUT "/api/$id/join" Ben
call PATCH "/api/$id/control/start"
call PUT "/api/$id" '{"Participant":"Ana","Choice":"5"}'
call GET "/api/$id/control"
answered '"Votes":{"Ana":"*"}'
call PUT "/api/$id" '{"Participant":"Ben","Choice":"8"}'
call GET "/api/$id"
answered '"Votes":{"Ana":"5","Ben":"8"}'

health=$(said HEALTHCHECK)
[[ $health == *" CMD $(said ENTRYPOINT) --health-check" ]] || fail "the image's health check is $health"
run --health-check --address 127.0.0.1 --port "$port"
[[ $status == 0 ]] || fail "its health check ended with $status"

[[ $(said STOPSIGNAL) == SIGTERM ]] || fail "the image is stopped by another signal"
stop
[[ $status == 0 ]] || fail "SIGTERM ended it with $status"
echo "all is well: $((size / 1024)) KiB"
