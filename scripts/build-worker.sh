#!/usr/bin/env bash
# build-worker.sh FOLDER: builds the demo's worker into the console that trunk has built there, names its two files by
# their content and tells the page their names, by which boot.js lets the script start.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
source scripts/content-hash.sh
source scripts/shorten.sh

site=${1:?the folder of the built console}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --profile console -p simulator-worker --target wasm32-unknown-unknown
# One script without imports: every browser that has workers runs it, also where modules are not allowed in them.
wasm-bindgen --target no-modules --no-typescript --remove-name-section --remove-producers-section --out-name worker \
  --out-dir "$work" "$target/wasm32-unknown-unknown/console/simulator-worker.wasm"

module=simulator-worker-$(content_hash "$work/worker_bg.wasm").wasm
cp "$work/worker_bg.wasm" "$site/$module"
integrity=$(digest 384 "$work/worker_bg.wasm")
{
  shorten "$work/worker.js"
  printf 'const MODULE = "%s";\nconst INTEGRITY = "sha384-%s";\n' "$module" "$integrity"
  cat crates/simulator-worker/src/worker.js
} >"$work/script"
script=simulator-worker-$(content_hash "$work/script").js
cp "$work/script" "$site/$script"

page=$site/index.html
sed "s|<meta name=\"demo-worker\" content=\"\" data-program=\"\">|<meta name=\"demo-worker\" content=\"$script\" data-program=\"$module\">|" "$page" >"$work/page"
grep -q "$script" "$work/page" || { echo "scripts/build-worker.sh: no place for the worker's name in $page" >&2; exit 1; }
cp "$work/page" "$page"
