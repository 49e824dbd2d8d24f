#!/usr/bin/env bash
# Runs after trunk has built: cuts a program of the feature `separate-areas` into what a first visit loads and a file for
# each area, names the files by their content and writes their integrity where they are loaded from.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
source scripts/content-hash.sh

site=${TRUNK_STAGING_DIR:?trunk runs this}
whole=("$site"/image-console-*.js)
if [ "${#whole[@]}" -ne 1 ]; then
  echo "scripts/separate-areas.sh: trunk left ${#whole[@]} start scripts in $site instead of one" >&2
  exit 1
fi
# Without the feature there is nothing to cut: the program is whole and runs as it is.
grep -q '__wasm_split_placeholder__' "${whole[0]}" || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The value of an integrity attribute.
integrity() {
  local digest
  digest=$(sha 384 <"$1")
  printf 'sha384-%s' "$(printf "$(sed 's/../\\x&/g' <<<"$digest")" | base64 | tr -d '\n')"
}

# replace FILE OLD NEW: a text that must be there, wherever it stands; neither may hold a |.
replace() {
  local old
  old=$(sed 's/[][\.*^$]/\\&/g' <<<"$2")
  grep -q -- "$old" "$1" || { echo "scripts/separate-areas.sh: no $2 in $1" >&2; exit 1; }
  sed "s|$old|$3|g" "$1" >"$work/replaced"
  cp "$work/replaced" "$1"
}

wasm-split-cli "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/console/image-console.wasm" "$work/cut" --out-name main
# The exports of the linker are what the areas share with the main part.
wasm-bindgen --target web --no-typescript --keep-lld-exports --remove-name-section --out-name main \
  --out-dir "$work/bound" "$work/cut/main.wasm"

loader=$work/cut/__wasm_split.js
glue=$work/bound/main.js
program=$work/bound/main_bg.wasm

# What wasm-bindgen adds for its authors costs a first visit 4 kilobytes: the hash in each name, which nothing compresses,
# and the comments and indents of its script. A number as long as the hash leaves every length in the program as it is.
grep -oE '_[0-9a-f]{16}' "$glue" | LC_ALL=C sort -u |
  awk '{ printf "s/%s/_%016d/g\n", $0, NR }' >"$work/names.sed"
for file in "$glue" "$program"; do
  LC_ALL=C sed -f "$work/names.sed" "$file" >"$work/named"
  # Some add a line break at the end, which a program must not have.
  head -c "$(wc -c <"$file")" "$work/named" >"$work/whole"
  mv "$work/whole" "$file"
done
sed -e 's/^ *//' -e '/^\/\//d' -e '/^\/\{0,1\}\*/d' -e '/^$/d' "$glue" >"$work/short"
mv "$work/short" "$glue"

for area in "$work"/cut/split_*.wasm "$work"/cut/chunk_*.wasm; do
  name=$(basename "$area" .wasm)
  address="image-console-${name#split_}-$(content_hash "$area").wasm"
  replace "$loader" "fetch(new URL(\"./$name.wasm\", import.meta.url))" \
    "fetch(new URL(\"./$address\", import.meta.url), { integrity: \"$(integrity "$area")\" })"
  cp "$area" "$site/$address"
done

replace "$loader" 'WebAssembly.instantiateStreaming(src, imports)' 'instantiateArea(src, imports)'
cat scripts/instantiate-area.js >>"$loader"

# These three name each other, so one hash stands for all.
name="image-console-$(content_hash "$program" "$glue" "$loader")"
replace "$loader" './main.js' "./$name.js"
# Only where it is imported: the program knows the loader by its first name.
replace "$glue" 'from "./__wasm_split.js"' "from \"./$name-areas.js\""
replace "$glue" 'main_bg.wasm' "${name}_bg.wasm"
cp "$loader" "$site/$name-areas.js"
cp "$glue" "$site/$name.js"
cp "$program" "$site/${name}_bg.wasm"

page=$site/index.html
former=$(basename "${whole[0]}" .js)
# link FILE ATTRIBUTES: what the page says of a file that it loads at its start.
link() {
  printf '<link %s href="./%s" crossorigin="anonymous" integrity="%s">' "$2" "$1" "$(integrity "$site/$1")"
}
for file in "$former.js" "${former}_bg.wasm"; do
  replace "$page" "$(grep -oE "<link [^>]*href=\"\./$file\"[^>]*>" "$page")" ''
  rm "$site/$file"
done
replace "$page" '</head>' "$(link "$name.js" 'rel="modulepreload"')$(link "$name-areas.js" 'rel="modulepreload"')$(
  link "${name}_bg.wasm" 'rel="preload" as="fetch" type="application/wasm"')</head>"
replace "$page" "$former" "$name"
