#!/usr/bin/env bash
# Judges everything that is linked, by deny.toml: licences, crates that are not wanted, where they come from, and what is known
# against them, where the database of that is at hand.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

scripts/install-audit-tools.sh
scripts/audit-refuses.sh

step "Licences, crates and where they come from"
cargo deny --workspace --locked check bans licenses sources

step "What is known against them"
why=$(mktemp)
trap 'rm -f "$why"' EXIT
databases=${CARGO_HOME:-$HOME/.cargo}/advisory-dbs
if cargo deny --workspace fetch db >"$why" 2>&1; then
  cargo deny --workspace --locked check --disable-fetch advisories
elif [ -n "$(find "$databases" -mindepth 2 -maxdepth 2 -name .git 2>/dev/null)" ]; then
  echo "The database of advisories cannot be fetched. Judged by the one that was fetched before:"
  cargo deny --workspace --locked --offline check advisories
else
  sed 's/^/  /' "$why"
  echo "Not judged: the database of advisories cannot be fetched, and none is on this machine."
fi
