#!/usr/bin/env bash
# Builds dist/ (the console) and, unless only `console` is asked for, target/release/simulator.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/install-build-tools.sh

# Folders count too: a file that was removed changes its folder.
changed_input() {
  [ -e dist/index.html ] || { echo "dist is missing"; return; }
  ! grep -q 'name="demo-worker" content=""' dist/index.html || { echo "dist has no worker"; return; }
  local inputs=(Cargo.toml Cargo.lock build.rs Trunk.toml index.html .cargo src crates locales public style scripts/join-styles.sh scripts/content-hash.sh scripts/name-message-files.sh scripts/shorten.sh scripts/shorten-boot.sh scripts/build.sh scripts/environment.sh scripts/install-build-tools.sh scripts/separate-areas.sh scripts/load-areas.js scripts/build-worker.sh)
  find "${inputs[@]}" -not -path 'crates/simulator-server*' -not -path 'crates/proxies*' -not -path 'crates/archive*' -newer dist/index.html -print -quit
}

# source_places FOLDER…: takes these folders out of the names. cargo has no way to tell one with a space in it.
source_places() {
  local folder flags=()
  for folder in "$@"; do
    [[ $folder == *\ * ]] || flags+=("--remap-path-prefix=$folder=")
  done
  # Added to those of .cargo/config.toml.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="${flags[*]}"
}

if [ -n "$(changed_input)" ]; then
  step "Building the console (about 3 minutes the first time on two cores, then less than one)"
  started=$(mktemp)
  # Messages of the program name source files. Without this they would tell where it was built, and differ by that.
  # They would take the place of those that are set here.
  unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
  source_places "$(pwd -P)/" "$target/" "${CARGO_HOME:-$HOME/.cargo}/registry/src/"
  trunk build --features separate-areas
  scripts/build-worker.sh dist
  # The page gets the time of the start: what is edited meanwhile is built the next time.
  touch -r "$started" dist/index.html
  rm -f "$started"
else
  step "The console in dist/ is up to date"
fi

[ "${1:-}" != console ] || exit 0
step "Building the simulator (about 2 minutes the first time on two cores, then seconds)"
cargo build --release -p simulator-server --bin simulator
