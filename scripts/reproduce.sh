#!/usr/bin/env bash
# Makes the archive twice, the second time in another folder, with cargo's home elsewhere, and compares both.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/release.sh
name=$(basename "$(ls -t "$target"/archive/*.tar.gz | head -n 1)")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=${CARGO_HOME:-$HOME/.cargo}
mkdir "$work/cargo"
# Tools and sources that are here are not fetched again.
find "$home" -mindepth 1 -maxdepth 1 -exec ln -s -t "$work/cargo" {} +
git clone --quiet . "$work/elsewhere"
step "The same once more, in $work/elsewhere (about 10 minutes on two cores)"
env -u CARGO_TARGET_DIR CARGO_HOME="$work/cargo" "$work/elsewhere/scripts/release.sh"

step "The comparison"
compared() {
  tar -xzf "$1/archive/$name" -C "$work" --one-top-level="$2"
  (cd "$work/$2"/* && cat SHA256SUMS)
}
if cmp "$target/archive/$name" "$work/elsewhere/target/archive/$name"; then
  echo "Both are the same: $(cut -c 1-64 "$target/archive/$name.sha256")"
else
  diff <(compared "$target" here) <(compared "$work/elsewhere/target" there) || true
  exit 1
fi
