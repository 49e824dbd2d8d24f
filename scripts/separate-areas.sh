#!/usr/bin/env bash
# Runs after trunk has built: cuts a program of the feature `separate-areas` into what a first visit loads and a file for
# each area, names the files by their content and writes their integrity where they are loaded from.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
source scripts/content-hash.sh
source scripts/shorten.sh

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

# replace FILE OLD NEW: a text that must be there, wherever it stands; neither may hold a |.
replace() {
  local old
  old=$(sed 's/[][\.*^$]/\\&/g' <<<"$2")
  grep -q -- "$old" "$1" || { echo "scripts/separate-areas.sh: no $2 in $1" >&2; exit 1; }
  sed "s|$old|$3|g" "$1" >"$work/replaced"
  cp "$work/replaced" "$1"
}

wasm-split-cli "$target/wasm32-unknown-unknown/console/image-console.wasm" "$work/cut" --out-name main
# The exports of the linker are what the areas share with the main part.
wasm-bindgen --target web --no-typescript --keep-lld-exports --remove-name-section --remove-producers-section --out-name main \
  --out-dir "$work/bound" "$work/cut/main.wasm"

loader=$work/cut/__wasm_split.js
glue=$work/bound/main.js
program=$work/bound/main_bg.wasm

# What wasm-bindgen and wasm-split write for their authors costs a first visit 10 kilobytes: the names that the program and its
# script know each other by, the empty places of the table of functions, and the comments and indents of the script.
cargo run --quiet -p compact -- "$program" "$glue"
shorten "$glue" >"$work/short"
mv "$work/short" "$glue"

# put NAME FILE: takes a file into the site and gives its digest, by which it is loaded.
put() {
  cp "$2" "$site/image-console-$1-$(content_hash "$2").wasm"
  digest 256 "$2"
}

# Every few functions that some areas share are a chunk, and a chunk costs half a kilobyte and a request, however small it is.
# So chunks that belong to one area and its pieces are one file after another, and those of less than 16 KiB another. Of each
# chunk its number, its users as bits and the file that it is in.
wc -c "$work"/cut/chunk_*.wasm | sed 's/^ *//' >"$work/sizes"
awk '
  function fail(why) {
    print "scripts/separate-areas.sh: " why >"/dev/stderr"
    failed = 1
    exit 1
  }
  FNR == NR { gsub(/.*chunk_|\.wasm$/, "", $2); size[$2] = $1; next }
  /^\/\* / { users = $0; gsub(/^\/\* | \*\/$/, "", users) }
  /^const __chunk_/ { number = substr($2, 9); chunks[++count] = number; of[number] = users }
  /^export const __wasm_split_load_/ { areas[++places] = substr($3, 19) }
  END {
    if (failed) exit 1
    # JavaScript shifts 32 bits, of which one is a sign.
    if (places == 0 || places > 31) fail(places " areas, of which the script loads 1 to 31")
    for (place = 1; place <= places; place++) {
      bit[areas[place]] = 2 ^ (place - 1)
      family[areas[place]] = areas[place]
      for (other = 1; other <= places; other++)
        if (index(areas[place], areas[other] "_") == 1) family[areas[place]] = areas[other]
      print "area", areas[place], place - 1
    }
    for (chunk = 1; chunk <= count; chunk++) {
      number = chunks[chunk]
      mask = 0
      in_file = ""
      split(of[number], names, ", ")
      for (name in names) {
        if (!(names[name] in bit)) fail("no area " names[name])
        mask += bit[names[name]]
        own = family[names[name]] "_common"
        if (in_file != "" && in_file != own) own = size[number] < 16384 ? "common" : "alone"
        if (in_file != "common" && in_file != "alone") in_file = own
      }
      print "chunk", number, mask, in_file, size[number]
    }
  }
' "$work/sizes" "$loader" >"$work/parts"

{
  echo 'const chunks = ['
  while read -r number users; do
    checked_by=$(put "chunk_$number" "$work/cut/chunk_$number.wasm")
    printf '[%d,%d,"%s"],\n' "$number" "$users" "$checked_by"
  done < <(awk '$1 == "chunk" && $4 == "alone" { print $2, $3 }' "$work/parts")
  printf '];\nconst packs = [\n'
  for name in $(awk '$1 == "chunk" && $4 != "alone" { print $4 }' "$work/parts" | LC_ALL=C sort -u); do
    awk -v name="$name" '$4 == name' "$work/parts" >"$work/modules"
    {
      # What the modules are is told in the file itself: nobody needs it before.
      awk '{ printf "%s[%d,%d]", NR == 1 ? "[" : ",", $3, $5 } END { print "]" }' "$work/modules"
      while read -r _ number _; do cat "$work/cut/chunk_$number.wasm"; done <"$work/modules"
    } >"$work/pack"
    users=0
    while read -r _ _ mask _; do users=$((users | mask)); done <"$work/modules"
    checked_by=$(put "$name" "$work/pack")
    printf '["%s","%s",%d],\n' "$name" "$checked_by" "$users"
  done
  echo '];'
  cat scripts/load-areas.js
  while read -r name place; do
    checked_by=$(put "$name" "$work/cut/split_$name.wasm")
    printf 'export const __wasm_split_load_%s = area("%s", %d, "%s");\n' "$name" "$name" "$place" "$checked_by"
  done < <(awk '$1 == "area" { print $2, $3 }' "$work/parts")
} >"$work/loads"
# Up to the first chunk stands what wasm-split loads them with.
sed -n '/^\/\* /q;p' "$loader" | cat - "$work/loads" >"$work/long"
shorten "$work/long" >"$loader"

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
  local sum
  sum=$(digest 384 "$site/$1")
  printf '<link %s href="./%s" crossorigin="anonymous" integrity="sha384-%s">' "$2" "$1" "$sum"
}
for file in "$former.js" "${former}_bg.wasm"; do
  replace "$page" "$(grep -oE "<link [^>]*href=\"\./$file\"[^>]*>" "$page")" ''
  rm "$site/$file"
done
replace "$page" '</head>' "$(link "$name.js" 'rel="modulepreload"')$(link "$name-areas.js" 'rel="modulepreload"')$(
  link "${name}_bg.wasm" 'rel="preload" as="fetch" type="application/wasm"')</head>"
replace "$page" "$former" "$name"
