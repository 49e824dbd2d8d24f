# Sourced by the steps around trunk: what of a script the browser does not need.
# shellcheck shell=bash

# shorten FILE: the script without its comments and indents.
shorten() {
  sed -e 's/^ *//' -e '/^\/\//d' -e '/^\/\{0,1\}\*/d' -e '/^$/d' "$1"
}
