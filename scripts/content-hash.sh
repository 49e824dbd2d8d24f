# Sourced by the steps after trunk: hashes by which files are named and checked.
# shellcheck shell=bash

# sha BITS: the hexadecimal digest of what is read. The tool has one name on Linux and another on macOS.
sha() {
  if command -v "sha$1sum" >/dev/null; then "sha$1sum"; else shasum -a "$1"; fi | cut -d ' ' -f 1
}

# The first 16 hexadecimal digits of what the files hold.
content_hash() {
  cat "$@" | sha 256 | cut -c 1-16
}

# digest BITS FILE: as an integrity attribute holds it.
digest() {
  local sum
  sum=$(sha "$1" <"$2")
  # Browsers take an empty one for none, and check nothing.
  [ "${#sum}" -eq $(($1 / 4)) ] || { echo "There is no way here to make the sum of $2." >&2; return 1; }
  printf "$(printf %s "$sum" | sed 's/../\\x&/g')" | base64 | tr -d '\n'
}
