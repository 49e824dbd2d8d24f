#!/usr/bin/env bash
# Builds the console and packs it for a server, into target/archive. The archive is of the newest commit.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

# Servers tell a file from the former one by its time and its length, and two pages are equally long: each version needs a
# time of its own, and the same one wherever it is built.
if [ -n "$(git status --porcelain)" ]; then
  echo "There are changes without a commit. An archive is of a commit, and its files have the time of that: commit first." >&2
  exit 1
fi
commit=$(git rev-parse --short=12 HEAD)
time=$(git log -1 --format=%ct)
version=$(cargo pkgid -p archive | sed 's/.*[#@]//')

# What stands there may be of other tools or another version of Rust than this commit names.
rm -rf dist
scripts/build.sh console
for place in "$(pwd -P)/" "${CARGO_HOME:-$HOME/.cargo}/"; do
  if grep -rqF -- "$place" dist; then
    echo "The built console names $place, a folder of this machine. Build it in a folder without a space in its name." >&2
    exit 1
  fi
done
step "Packing (about 1 minute the first time on two cores, then seconds)"
scripts/pack.sh "image-console-$version-$commit" "$time" "$target/archive"
