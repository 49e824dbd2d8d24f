#!/usr/bin/env bash
# Changes the crates that decide in one place at a time and runs their tests: lists the changes that no test notices, and
# fails when fewer than 97 % are noticed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

packages=(changes reads rows tallies)
least=97
mutants_version=27.1.0

if [ "$(cargo mutants --version 2>/dev/null || true)" != "cargo-mutants $mutants_version" ]; then
  step "Installing cargo-mutants $mutants_version (about 2 minutes on two cores, once)"
  install_quickly cargo-mutants --version "$mutants_version" --locked
fi

step "Changing ${packages[*]} (about 20 minutes on two cores)"
out=$target/mutants
mkdir -p "$out"
rm -rf "$out/mutants.out"
status=0
# The changed copies are built in a folder of their own.
env -u CARGO_TARGET_DIR cargo mutants "${packages[@]/#/--package=}" --output "$out" || status=$?
# 2: some were not noticed; 3: some never ended. Anything else is no result.
case $status in
  0 | 2 | 3) ;;
  *) exit "$status" ;;
esac

lines() {
  wc -l <"$out/mutants.out/$1.txt"
}

missed=$(lines missed)
# A test that never ends has noticed something.
noticed=$(($(lines caught) + $(lines timeout)))
viable=$((noticed + missed))
if [ "$viable" -eq 0 ]; then
  echo "Nothing was changed." >&2
  exit 1
fi
printf '\n'
sed 's/^/not noticed: /' "$out/mutants.out/missed.txt"
printf '%s of %s changes noticed (%s %%, %s %% are the least)\n' \
  "$noticed" "$viable" "$((noticed * 100 / viable))" "$least"
[ $((noticed * 100)) -ge $((least * viable)) ]
